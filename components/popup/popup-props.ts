/** What the popup is given and what it reports back. It knows neither the browser nor where its words come from. */
import type { ComponentChildren } from 'preact';
import type { Advice } from '../../lib/case/advice.ts';
import type { Lookup, LookupAnswer } from '../../lib/understand/lookup-answer.ts';
import type { PopupState } from '../../lib/case/popup-state.ts';
import type { Diagnosis } from '../../lib/library/schema.ts';
import type { Locale } from '../../lib/i18n/index.ts';
import type { Checked } from './check-button.tsx';
import type { Voice } from '../shared/voice.ts';

export type PopupVoice = Voice<'ui' | 'library' | 'facts' | 'codes'>;

/** The state to show; `loading` until the first answer is there. */
export type PopupView = PopupState | { state: 'loading' };

/** A party one can talk to. */
export type Party = Exclude<Diagnosis['party'], 'none'>;

/**
 * Parts that come after the first paint, each from a chunk of its own. One that is missing is not there yet, or could not be
 * loaded; the popup does without it.
 */
export interface LateParts {
  /** What a payment costs. */
  cost?: () => ComponentChildren;
  /** The ways to pay, ranked for the person; without it the diagnosis' own list stands there. */
  ways?: (advice: Advice) => ComponentChildren;
  /** What cards of the person's country start with; null where it does not bear on the failure. */
  country?: (advice: Advice) => ComponentChildren;
  /** Reads pictures; `matched` are the pieces of their text that decided the answer. */
  picture?: (matched: readonly string[], onText: (text: string) => void) => ComponentChildren;
  /** The meaning of a bank's decline code; null where the text is none. `answered`: the lookup has answers of its own. */
  code?: (text: string, answered: boolean, onOpen: (answer: LookupAnswer) => void) => ComponentChildren;
}

/** The lookup engine: not loaded yet, not loadable, or there. */
export type LookupEngine = Lookup | 'loading' | 'failed';

export interface PopupProps {
  view: PopupView;
  voice: PopupVoice;
  /** Language the call sheet speaks. */
  bank: Locale;
  /** Hints in the page are switched off on this site. */
  muted: boolean;
  /** The user was asked for access and said no. */
  refused: boolean;
  /** The short questions for a failure without a named cause, shown with the first step; `open` shows a cause's advice in place. */
  questions?: (open: (advice: Advice) => void) => ComponentChildren;
  /** What earlier tries of the session say; stands above everything else. */
  attempts?: ComponentChildren;
  late?: LateParts;
  lookup: LookupEngine;
  /** Full advice for an answer of the lookup; null where there is none. */
  adviceOf: (answer: LookupAnswer) => Advice | null;
  /** Opens the sheet for this advice in a tab of its own. */
  onOpenSheet: (advice: Advice) => void;
  onScreenLanguage: (locale: Locale) => void;
  onBankLanguage: (locale: Locale) => void;
  onUnmute: () => void;
  onGrant: () => void;
  /** Reads the current page once; absent where there is no page to read. */
  onCheckPage?: () => Promise<Checked>;
  onRetry: () => void;
}
