/** What the popup is given and what it reports back. It knows neither the browser nor where its words come from. */
import type { ComponentChildren } from 'preact';
import type { Advice } from '../../lib/advise/diagnose.ts';
import type { Lookup, LookupAnswer } from '../../lib/advise/lookup-answer.ts';
import type { PopupState } from '../../lib/advise/popup-state.ts';
import type { Diagnosis } from '../../lib/library/schema.ts';
import type { Locale } from '../../lib/i18n/index.ts';
import type { Checked } from './check-button.tsx';
import type { Voice } from '../shared/voice.ts';

export type PopupVoice = Voice<'ui' | 'library' | 'facts' | 'codes'>;

/** The state to show; `loading` until the first answer is there. */
export type PopupView = PopupState | { state: 'loading' };

/** A party one can talk to. */
export type Party = Exclude<Diagnosis['party'], 'none'>;

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
