/** What the call sheet is given and what it reports back. It knows neither the browser nor where its words come from. */
import type { CodeAnswer } from '../../lib/call/code.ts';
import type { Tongue } from '../../lib/call/lines.ts';
import type { CallPlan } from '../../lib/call/script.ts';
import type { NamedSource } from '../../lib/case/advice.ts';
import { say, type Locale, type Slots, type Words } from '../../lib/i18n/index.ts';
import type { Party } from '../../lib/library/call-script.ts';

/** What the user typed and answered, as it is stored; progress by party, as `readProgress` takes it. */
export interface CallMemory {
  progress: Readonly<Record<string, unknown>>;
  amount: string;
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
  Record<'amount' | 'declineCode' | 'agent' | 'reference' | 'callTime' | 'text', number>
>;

/** Whether the notes outlive the page: until the payment tab closes, until the browser does, or not (private window, closed tab). */
export type Keeping = 'tab' | 'browser' | 'no';

/** A sentence above the cards that changes how to read them. */
export type Remark = 'general' | 'tab-closed' | 'private' | 'check-first';

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
  limits: CallLimits;
  keeping: Keeping;
  support: Support;
  sources: Readonly<Record<Party, readonly NamedSource[]>>;
  lookUp: (typed: string, network: string) => CodeAnswer;
  /** Stores; gives whether that worked. */
  onMemory: (memory: CallMemory) => Promise<boolean>;
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
