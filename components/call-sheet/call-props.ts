/** What the call sheet is given and what it reports back. It knows neither the browser nor where its words come from. */
import type { CodeAnswer } from '../../lib/call/code.ts';
import type { Tongue } from '../../lib/call/lines.ts';
import type { CallPlan } from '../../lib/call/script.ts';
import type { NamedSource } from '../../lib/case/advice.ts';
import type { CaseAnswer } from '../../lib/case/answer.ts';
import type { CaseData } from '../../lib/case/case-data.ts';
import { say, type Locale, type Slots, type Words } from '../../lib/i18n/index.ts';
import type { Party } from '../../lib/library/call-script.ts';
import type { Found, WordKey } from './end-model.ts';

/** What the user typed and answered, as it is stored; progress by party, as `readProgress` takes it. */
export interface CallMemory {
  progress: Readonly<Record<string, unknown>>;
  /** In yuan, unless it names another currency. */
  amount: string;
  /** The same amount in the card's currency, and that currency (ISO 4217) or ''. */
  home: string;
  currency: string;
  lastFour: string;
  zone: string;
  at: number | null;
  declineCode: string;
  agent: string;
  reference: string;
  callTime: string;
  text: string;
}

/** Longest text of the fields. */
export type CallLimits = Readonly<
  Record<'amount' | 'home' | 'declineCode' | 'agent' | 'reference' | 'callTime' | 'text', number>
>;

/** Whether the notes outlive the page: until the payment tab closes, until the browser does, or not (private window). */
export type Keeping = 'tab' | 'browser' | 'no';

/** A sentence above the cards that changes how to read them. */
export type Remark = 'general' | 'tab-closed' | 'private' | 'check-first';

/** A call that was kept until the user deletes it. */
export interface KeptNote {
  id: string;
  at: number;
  /** All of it as text, in the user's language. */
  text: string;
}

/** Notes of another tab that may be this call's: its tab was put away or closed. */
export interface EarlierCall {
  tabId: number | null;
  at: number;
  host: string;
}

/** Reading aloud on the device; null where no voice of that language is on it. */
export type Speak = (text: string, tag: string) => void;

/** How to reach Alipay: sentences of facts and the hours of the line, in the user's language. */
export interface Support {
  lines: readonly string[];
  /** Opening hours in China time ("08:00-24:00"), or '' where they are not known. */
  hours: string;
}

export interface CallDeskProps {
  /** The sheet to start with. */
  party: Party;
  plans: Readonly<Record<Party, CallPlan>>;
  /** The pack `script` in every language. */
  packs: Readonly<Record<Locale, Words>>;
  screen: Locale;
  bank: Locale;
  remarks: readonly Remark[];
  /** From the finding: when it failed (milliseconds, UTC) and the code on the page; null and '' where unknown. */
  failedAt: number | null;
  code: string;
  /** The browser's own time zone, and all it knows. */
  zone: string;
  zones: readonly string[];
  now: () => number;
  memory: CallMemory;
  /** What the case now says, and the knowledge behind it; null until it is there. */
  answer: CaseAnswer | null;
  data: CaseData | null;
  /** Words of the library and of the ways to pay, in the user's language. */
  wordsOf: (word: WordKey, slots?: Slots) => string;
  /** What was found last came from here and can be taken back. */
  found: Found | null;
  /** Latin letters for Chinese lines, by key of the line; empty where there are none. */
  pinyin: Words;
  /** Languages that can be read aloud on this device. */
  voices: readonly string[];
  earlier: readonly EarlierCall[];
  /** Kept calls, and whether this one is among them. Null where nothing may be kept. */
  kept: readonly KeptNote[];
  keeps: boolean;
  limits: CallLimits;
  keeping: Keeping;
  support: Support;
  sources: Readonly<Record<Party, readonly NamedSource[]>>;
  lookUp: (typed: string, network: string) => CodeAnswer;
  /** Stores what changed; gives whether that worked. */
  onMemory: (change: Partial<CallMemory>) => Promise<boolean>;
  /** What was told so far on a party's sheet: it is evidence of the case at once. */
  onTold: (party: Party, told: readonly string[]) => void;
  onFound: (found: Found) => void;
  onUndo: () => void;
  onSpeak: Speak;
  onEarlier: (call: EarlierCall) => void;
  /** The user wants this call kept as this text, also as it changes; null for not any more. */
  onKeep: (text: string | null) => void;
  onDelete: (id: string) => void;
  /** Copies; gives whether that worked. */
  onCopy: (text: string) => Promise<boolean>;
  onPrint: () => void;
  onParty: (party: Party) => void;
  onScreenLanguage: (locale: Locale) => void;
  onBankLanguage: (locale: Locale) => void;
}

/** Says a sentence of the sheet in the user's language. */
export type SheetSay = (key: string, slots?: Slots) => string;

export const sayIn =
  (tongue: Tongue): SheetSay =>
  (key, slots) =>
    say(tongue.words, key, slots, tongue.tag);
