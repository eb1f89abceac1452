/** What the popup is given and what it reports back. It knows neither the browser nor where its words come from. */
import type { ComponentChildren } from 'preact';
import type { Result } from '../../lib/case/evidence.ts';
import type { PopupState } from '../../lib/case/popup-state.ts';
import type { Understand } from '../../lib/case/read-case.ts';
import type { DiagnosisId } from '../../lib/library/schema.ts';
import type { GlossWords } from '../../lib/understand/word-gloss.ts';
import type { Locale } from '../../lib/i18n/index.ts';
import type { Voice } from '../shared/voice.ts';
import type { Chip } from './chips-model.ts';
import type { ReportOf } from './reported.ts';
import type { Party, PopupModel } from './popup-model.ts';

export type PopupVoice = Voice<'ui' | 'library' | 'facts' | 'codes' | 'interview'>;

/** The state to show; `loading` until the first answer is there. */
export type PopupView = PopupState | { state: 'loading' };

/** What a look at a page gave: a failure that is now in the case, a payment that went through, nothing, or a page the browser keeps to itself. */
export type Checked = 'found' | 'paid' | 'none' | 'refused';

/** Reads a text: not loaded yet, not loadable, or there. */
export type TextReader = Understand | 'loading' | 'failed';

/** What was understood of a text. */
export type Told = ReturnType<Understand>;

/**
 * Parts that come after the first paint, each from a chunk of its own. One that is missing is not there yet, or could not be
 * loaded; the popup does without it.
 */
export interface LateParts {
  /** What a payment costs. */
  cost?: () => ComponentChildren;
  /** The ways to pay, ranked for the person. */
  ways?: () => ComponentChildren;
  /** What cards of the person's country start with. */
  country?: () => ComponentChildren;
  /** The meaning of a bank's decline code; null where the text is none. `answered`: the text said something by itself. */
  code?: (text: string, answered: boolean, onOpen: (diagnosis: DiagnosisId) => void) => ComponentChildren;
  /** Reads a Chinese message that nobody has listed, word by word; only for who reads English. */
  gloss?: GlossWords;
  /** A report of a diagnosis that is wrong, to copy. */
  report?: (of: ReportOf, onCopy: PopupActions['onCopy']) => ComponentChildren;
  /** Reads a picture of a message, at once where one is there already (`first`); gives the text to the box. */
  picture?: (matched: readonly string[], onText: (text: string) => void, first: File | null) => ComponentChildren;
}

/** What the person does; the parent changes the case and draws again. */
export interface PopupActions {
  onAnswer: (question: string, answer: string) => void;
  /** Takes back the answer to a question. */
  onTakeBack: (question: string) => void;
  onResult: (result: Result) => void;
  /** What was found when looking for the payment. */
  onLooked: (found: 'paid' | 'pending' | 'not-paid') => void;
  /** "That's not it": another cause, or null for none of them. */
  onChoose: (diagnosis: DiagnosisId | null) => void;
  onText: (told: Told) => void;
  onUndo: (chip: Chip) => void;
  onStartOver: () => void;
  /** Opens the words for a talk in a tab of its own. */
  onOpenSheet: (party: Party) => void;
  /** Whether it could be copied. */
  onCopy: (text: string) => Promise<boolean>;
  /** Hands the text to the system's own share menu; absent where there is none. */
  onShare?: (text: string) => void;
  onScreenLanguage: (locale: Locale) => void;
  onBankLanguage: (locale: Locale) => void;
  onUnmute: () => void;
  onGrant: () => void;
  /** Reads the current page once; absent where there is no page to read. */
  onCheckPage?: () => Promise<Checked>;
  /** Takes a picture of what the page shows, or null where the browser gives none; absent where another page is in sight. */
  onPicture?: () => Promise<File | null>;
  onRetry: () => void;
}

export interface PopupProps extends PopupActions {
  /** A text that was selected on a page to be explained: the popup opens on it. */
  explain?: string | null;
  view: PopupView;
  /** Null until the knowledge is loaded. */
  model: PopupModel | null;
  voice: PopupVoice;
  /** Language the call sheet speaks. */
  bank: Locale;
  /** Hints in the page are switched off on this site. */
  muted: boolean;
  /** The user was asked for access and said no. */
  refused: boolean;
  late: LateParts;
  reader: TextReader;
  /** Milliseconds since 1970, UTC: times are told as "5 minutes ago". */
  now: number;
}
