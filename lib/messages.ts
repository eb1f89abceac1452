/**
 * The few typed messages between the page, the background and the extension's pages.
 *
 * Every message may be forged (a compromised page process can speak as our content script), so each has a total reader
 * here: it takes anything, gives the message or null, and never throws. The readers are small and hand-written because
 * the page script and the background must not carry zod.
 */

export const CERTAINTIES = ['exact', 'likely', 'unsure'] as const;
/** exact: a printed code or a whole known sentence; likely: a phrase family; unsure: the page names no clear cause. */
export type Certainty = (typeof CERTAINTIES)[number];

export const EVIDENCE_KINDS = ['code', 'sentence', 'family', 'address', 'structure'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const PLACES = ['alert', 'dialog', 'toast', 'result', 'text', 'address', 'typed'] as const;
/** Where on the page the words stood. */
export type Place = (typeof PLACES)[number];

/** One reason for a finding. The quote is masked and at most QUOTE_LIMIT characters. */
export interface Evidence {
  kind: EvidenceKind;
  /** Id of the rule that matched, for "why we think so" and for reports. */
  rule: string;
  quote: string;
  place: Place;
}

/** What the page script found. Holds no page text beyond masked quotes. */
export interface Finding {
  diagnosis: string;
  certainty: Certainty;
  /** The code printed on the page, normalised, or '' when none was. */
  code: string;
  evidence: Evidence[];
  /** Host of the document that showed the failure. */
  host: string;
  /** When it was found: milliseconds since 1970, UTC. */
  at: number;
}

/** The words of the hint, chosen by the background in the user's language, so the page script carries none. */
export interface HintWords {
  lang: string;
  dir: 'ltr' | 'rtl';
  /** `money`: the payment may have gone through, which looks different from every other hint. */
  tone: 'calm' | 'money';
  sentence: string;
  show: string;
  dismiss: string;
  mute: string;
  /** In place of the sentence after `mute`, with `undo` beside it. */
  muted: string;
  undo: string;
  /** Shown when the browser cannot open the popup by itself. */
  openByHand: string;
}

/** Name under which the small part of the page script can be found in its own world; the popup asks whether it is there. */
export const DOOR = 'cardRescueReader';

/**
 * What a page script answers while what stands is being read a second time: it names nothing yet, and what was kept of it before still holds.
 */
export const READING = 'reading';

export const QUOTE_LIMIT = 80;
/** Most characters of a message that the page script hands on to be read a second time. */
export const SAID_LIMIT = 500;
/** Begins each line of it that stands around the message. */
export const AROUND = '\t';
const MAX_EVIDENCE = 6;

export type PageMessage =
  /**
   * The page shows a text that may matter: the part of the page script that can read it is wanted. `paid`: it seems to say that a payment
   * went through, which matters only where something failed in this tab before.
   */
  | { type: 'read'; paid?: boolean }
  /**
   * `said`: the lines of a message whose cause is not known for certain, masked; read once more and forgotten. `doubtful`: whether it is a failure at
   * all is told by that reading.
   */
  | { type: 'found'; finding: Finding; said?: string; doubtful?: true }
  /** Nothing on the page names a failure any more. */
  | { type: 'gone' }
  /** The page says that a payment went through; `at` is when it was read, milliseconds since 1970, UTC. */
  | { type: 'paid'; at: number }
  /** The document that showed a failure is being left. */
  | { type: 'left' }
  | { type: 'show-steps' }
  | { type: 'dismissed'; key: string }
  | { type: 'mute-site' }
  /** Takes back what the same document's `mute-site` did a moment before. */
  | { type: 'unmute-site' };

/**
 * What a second reading made of the finding `of` (its diagnosis): the page answers with it from then on. No diagnosis (``): its words report no
 * failure, and the page answers as if it had found nothing.
 */
export interface SecondLook {
  type: 'second-look';
  of: string;
  diagnosis: string;
  certainty: Certainty;
}

/** What the background tells a page about the hint. `focus-hint`: the person asked, by a keyboard command, to be taken to it. */
export type HintOrder =
  { type: 'show-hint'; key: string; words: HintWords } | { type: 'hide-hint' } | { type: 'focus-hint' };

/**
 * `ask` is answered with the finding that stands, or not at all; with `always`, null says that nothing does. `paid`: the payment went
 * through in another frame of the tab, so that only a failure that can be seen still counts.
 */
export type ToPageMessage = { type: 'ask'; always?: true } | { type: 'paid' } | SecondLook | HintOrder;

/** The page script's way to the extension; `state/page-link.ts` is the real one. Used on a hit only. */
export interface PageLink {
  /** Whether the extension that put the script there still lives; after an update or reload it does not. */
  isAlive(): boolean;
  /** Gives the background's answer, or undefined when it is starting or gone: the page owes nobody an error. */
  send(message: PageMessage): Promise<unknown>;
}

/** Hears the extension's own messages. `reply` answers one. */
export type HearExtension = (hear: (message: unknown, reply: (answer: unknown) => void) => void) => void;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown, limit: number): string | null =>
  typeof value === 'string' && value.length <= limit ? value : null;

function oneOf<T extends string>(list: readonly T[], value: unknown): T | null {
  return list.includes(value as T) ? (value as T) : null;
}

function readEvidence(value: unknown): Evidence | null {
  if (!isRecord(value)) return null;
  const kind = oneOf(EVIDENCE_KINDS, value.kind);
  const place = oneOf(PLACES, value.place);
  const rule = text(value.rule, 100);
  const quote = text(value.quote, QUOTE_LIMIT + 1);
  return kind && place && rule !== null && quote !== null ? { kind, rule, quote, place } : null;
}

/** Reads a finding from anything (a message, stored data). Gives null when it is not one; never throws. */
export function readFinding(value: unknown): Finding | null {
  if (!isRecord(value) || !Array.isArray(value.evidence)) return null;
  const diagnosis = text(value.diagnosis, 60);
  const certainty = oneOf(CERTAINTIES, value.certainty);
  const code = text(value.code, 80);
  const host = text(value.host, 253);
  const at = value.at;
  if (!diagnosis || !/^[a-z][a-z0-9-]*$/.test(diagnosis) || !certainty || code === null || host === null) return null;
  if (!/^[\w.:-]*$/.test(host) || !/^[\w.()-]*$/.test(code)) return null;
  if (typeof at !== 'number' || !Number.isFinite(at) || at < 0) return null;
  // Array.from, because a list with holes would keep them.
  const evidence = Array.from(value.evidence.slice(0, MAX_EVIDENCE), readEvidence);
  if (evidence.some((one) => one === null)) return null;
  return { diagnosis, certainty, code, host, at, evidence: evidence as Evidence[] };
}

/** Reads a message that a page script sent. Gives null for anything else; never throws. */
export function readPageMessage(value: unknown): PageMessage | null {
  if (!isRecord(value)) return null;
  switch (value.type) {
    case 'found': {
      const finding = readFinding(value.finding);
      const said = text(value.said, SAID_LIMIT);
      const doubtful = value.doubtful === true ? { doubtful: true as const } : {};
      return finding && { type: 'found', finding, ...(said ? { said } : {}), ...doubtful };
    }
    case 'dismissed': {
      const key = text(value.key, 150);
      return key === null ? null : { type: 'dismissed', key };
    }
    case 'paid': {
      const at = value.at;
      return typeof at === 'number' && Number.isFinite(at) && at >= 0 ? { type: 'paid', at } : null;
    }
    case 'read':
      return { type: 'read', paid: value.paid === true };
    case 'gone':
    case 'left':
    case 'show-steps':
    case 'mute-site':
    case 'unmute-site':
      return { type: value.type };
    default:
      return null;
  }
}

/** Reads what a second reading made of a finding. Gives null for anything else; never throws. */
export function readSecondLook(value: unknown): SecondLook | null {
  if (!isRecord(value) || value.type !== 'second-look') return null;
  const of = text(value.of, 60);
  const diagnosis = text(value.diagnosis, 60);
  const certainty = oneOf(CERTAINTIES, value.certainty);
  const isReading = diagnosis || (diagnosis === '' && certainty === 'unsure');
  return of && isReading && certainty ? { type: 'second-look', of, diagnosis: diagnosis ?? '', certainty } : null;
}

const HINT_WORDS = ['lang', 'sentence', 'show', 'dismiss', 'mute', 'muted', 'undo', 'openByHand'] as const;

function readHintWords(value: unknown): HintWords | null {
  if (!isRecord(value) || (value.dir !== 'ltr' && value.dir !== 'rtl')) return null;
  const words: Record<string, string> = { dir: value.dir, tone: value.tone === 'money' ? 'money' : 'calm' };
  for (const name of HINT_WORDS) {
    const word = text(value[name], 300);
    if (word === null) return null;
    words[name] = word;
  }
  return words as unknown as HintWords;
}

/** Reads what the background tells a page about the hint. Gives null for anything else; never throws. */
export function readHintOrder(value: unknown): HintOrder | null {
  if (!isRecord(value)) return null;
  if (value.type === 'hide-hint' || value.type === 'focus-hint') return { type: value.type };
  const key = text(value.key, 150);
  const words = value.type === 'show-hint' ? readHintWords(value.words) : null;
  return key !== null && words ? { type: 'show-hint', key, words } : null;
}

/** Those a person may have to talk to; each has its call sheet. */
export const PARTIES = ['bank', 'alipay', 'shop'] as const;
export type Party = (typeof PARTIES)[number];
