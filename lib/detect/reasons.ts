/** From a text to the reasons it gives: codes, known sentences and families, less what is only talked about. */
import type { Certainty, EvidenceKind, Place } from '../messages.ts';
import { QUOTE_LIMIT } from '../messages.ts';
import { redact } from '../privacy/redact.ts';
import type { CodeReader } from './codes.ts';
import type { Hear } from './hear.ts';
import type { Match, Matcher } from './match.ts';
import { type Folded, LINE_END, plainSentence, sentenceHash } from './normalise.ts';
import type { DetectTable } from './table.ts';

/** One reason, as the judge weighs it. */
export interface Reason {
  kind: EvidenceKind;
  rule: string;
  diagnosis: string;
  certainty: Certainty;
  place: Place;
  quote: string;
  code: string;
  /** Weight within its kind: explicit rank, number of words, length of the words. */
  rank: number;
  slots: number;
  weight: number;
}

/** What a reading needs of the table, prepared once. */
export interface Reader {
  table: DetectTable;
  /** Hears what is dropped; absent in all that ships. */
  hear?: Hear | undefined;
  matcher: Matcher;
  codes: CodeReader;
  guards: {
    before: RegExp;
    after: RegExp;
    anywhere: RegExp;
    success: RegExp;
    successAbroad: RegExp;
    successWord: RegExp;
    doubt: RegExp;
    concrete: RegExp;
    consent: RegExp;
  };
}

export function prepareGuards(table: Pick<DetectTable, 'guards'>): Reader['guards'] {
  const { before, after, anywhere, success, successAbroad, successWord, doubt, concrete, consent } = table.guards;
  return {
    before: new RegExp(before, 'gi'),
    after: new RegExp(after, 'i'),
    anywhere: new RegExp(anywhere, 'i'),
    success: new RegExp(success, 'i'),
    successAbroad: new RegExp(successAbroad, 'i'),
    successWord: new RegExp(successWord, 'gi'),
    doubt: new RegExp(doubt, 'gi'),
    concrete: new RegExp(concrete, 'i'),
    consent: new RegExp(consent, 'i'),
  };
}

/** How much room a place gives to a phrase. */
export interface Stance {
  place: Place;
  /** Families that need an error place around them count here. */
  errorPlace: boolean;
}

/** Signs without a width: "verif\u200by" has no "if" in it, and "pay\u200bment" no "pay". */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

/**
 * The reasons one text gives.
 * @param raw one block of the page, or what a user typed
 */
export function reasonsIn(raw: string, stance: Stance, reader: Reader, typed = false): Reason[] {
  // Thai writes one vowel as one sign or as two.
  const text = raw.replace(INVISIBLE, '').replaceAll('\u0e33', '\u0e4d\u0e32');
  const reasons: Reason[] = [];
  const { nameless, maybePaid } = reader.table.roles;
  const base = { place: stance.place, code: '', rank: 0, slots: 1, weight: 0 };

  const codes = reader.codes(text, { typed });
  for (const found of codes) {
    reasons.push({
      ...base,
      kind: 'code',
      rule: found.known ? `code/${found.code}` : 'code/unknown',
      diagnosis: found.diagnosis ?? nameless,
      certainty: found.certainty,
      quote: found.code,
      code: found.code,
      rank: found.known ? 1 : 0,
      weight: found.code.length,
    });
  }
  const told: { start: number; end: number; diagnosis: string }[] = [];
  for (const { start, end } of saidIn(text)) {
    const sentence = text.slice(start, end);
    const known = reader.table.sentences[sentenceHash(sentence)];
    if (!known || told.some((one) => start < one.end && one.start < end)) continue;
    const [diagnosis, rule, certainty] = known;
    const length = plainSentence(sentence).length;
    // A short known text ("expired", "closed") says something only where an error stands.
    if (!stance.errorPlace && length < 8) {
      reader.hear?.('place', sentence, rule);
      continue;
    }
    told.push({ start, end, diagnosis });
    reasons.push({
      ...base,
      kind: 'sentence',
      rule,
      diagnosis,
      certainty,
      quote: redact(sentence, QUOTE_LIMIT),
      weight: length,
    });
  }
  // The letters of a code are no words: ISSUER_DECLINED must not count a second time as "issuer declined".
  const spoken = codes.reduce((rest, { code }) => rest.replaceAll(code, (letters) => ' '.repeat(letters.length)), text);
  const hear = reader.hear;
  const { folded, matches } = reader.matcher.find(
    spoken,
    hear && ((match, at) => hear('unless', spoken, `${match.family.rule} ${at}`)),
  );
  for (const match of matches) {
    const { rule } = match.family;
    if (!stance.errorPlace && !match.family.alone) {
      hear?.('place', text, rule);
      continue;
    }
    const guard = guardOn(match, folded, reader.guards, match.family.diagnosis === maybePaid);
    if (guard) {
      hear?.('guard', text, `${rule} ${guard}`);
      continue;
    }
    // What a known sentence means is known: words inside it must not say something else.
    const at = folded.at[match.start]!;
    const sentence = told.find((one) => at >= one.start && at < one.end);
    if (sentence && match.family.diagnosis !== sentence.diagnosis && match.family.diagnosis !== nameless) {
      hear?.('sentence', text, rule);
      continue;
    }
    reasons.push({
      ...base,
      kind: 'family',
      rule: match.family.rule,
      diagnosis: match.family.diagnosis,
      certainty: match.family.certainty,
      quote: quoteOf(match, folded),
      rank: match.family.rank,
      slots: match.slots,
      weight: match.weight,
    });
  }
  return reasons;
}

const SENTENCE_END = new RegExp(`[。！？!?；;${LINE_END}]|\\.(?=\\s|$)`, 'g');
/** Known messages have up to three sentences in a row, and no more letters than this. */
const MAX_RUN = 3;
const MAX_SENTENCE = 300;

/** Where sentences of a text stand, alone and several in a row, the most in a row first, to compare with known ones. */
function saidIn(text: string): { start: number; end: number }[] {
  const parts: { start: number; end: number; asked: boolean }[] = [];
  let start = 0;
  for (const found of [...text.matchAll(SENTENCE_END), null]) {
    const end = found ? found.index : text.length;
    // What ends in a question mark is asked, not said.
    if (text.slice(start, end).trim().length > 1)
      parts.push({ start, end, asked: found !== null && /[?？]/.test(found[0]) });
    start = end + 1;
  }
  const runs: { start: number; end: number }[] = [];
  for (let size = MAX_RUN; size > 0; size--)
    for (let first = 0; first + size <= parts.length; first++) {
      const run = parts.slice(first, first + size);
      const end = run[size - 1]!.end;
      if (end - run[0]!.start < MAX_SENTENCE && !run.some((one) => one.asked)) runs.push({ start: run[0]!.start, end });
    }
  return runs;
}

/**
 * The list of guards that takes a match back, or nothing: conditions, questions, advice and what will happen later are no failure.
 * @param doubtIsNews the doubt ("whether it went through") is what the match says
 */
function guardOn(
  match: Match,
  folded: Folded,
  guards: Reader['guards'],
  doubtIsNews: boolean,
): 'quotes' | 'before' | 'doubt' | 'after' | 'anywhere' | undefined {
  const { raw, at, sentence } = folded;
  let first = match.start;
  while (first > 0 && sentence[first - 1] === sentence[match.start]) first--;
  let last = match.end - 1;
  while (last + 1 < folded.length && sentence[last + 1] === sentence[match.start]) last++;
  const start = at[match.start]!;
  const end = at[match.end - 1]! + 1;
  const from = at[first]!;
  const lastWord = at[match.parts[match.parts.length - 1]![0]]! - from;
  // With the signs behind the last letter, so that a question mark is seen.
  const to = last + 1 < folded.length ? at[last + 1]! : raw.length;
  const stands = (guard: RegExp): boolean => {
    // Where somebody else's test of the same expression stopped is no place to begin.
    guard.lastIndex = 0;
    for (const found of raw.slice(from, end).matchAll(guard)) if (found.index <= lastWord) return true;
    return false;
  };
  if (isQuoted(raw, start, end)) return 'quotes';
  if (stands(guards.before)) return 'before';
  if (!doubtIsNews && stands(guards.doubt)) return 'doubt';
  if (guards.after.test(raw.slice(end, to))) return 'after';
  return guards.anywhere.test(raw.slice(from, to)) ? 'anywhere' : undefined;
}

const QUOTES: readonly [open: string, close: string][] = [
  ['“', '”'],
  ['「', '」'],
  ['『', '』'],
  ['‘', '’'],
  ['"', '"'],
  ['《', '》'],
];

/** Words in quotation marks are somebody else's. */
function isQuoted(raw: string, start: number, end: number): boolean {
  const before = raw.slice(Math.max(0, start - 60), start);
  const after = raw.slice(end, end + 60);
  return QUOTES.some(([open, close]) => {
    const opened = before.lastIndexOf(open);
    if (opened < 0 || !after.includes(close)) return false;
    return open === close ? before.split(open).length % 2 === 0 : before.lastIndexOf(close) < opened;
  });
}

/**
 * The words that matched, as the page writes them, with an ellipsis for what stands between: text of the page that the library
 * does not already know (names, card tails, amounts) is never quoted.
 */
function quoteOf(match: Match, folded: Folded): string {
  const parts = match.parts.map(([start, end]) => folded.raw.slice(folded.at[start]!, folded.at[end - 1]! + 1));
  const quote = parts.map((part) => redact(part, QUOTE_LIMIT)).join(' … ');
  return quote.length > QUOTE_LIMIT ? `${quote.slice(0, QUOTE_LIMIT - 1)}…` : quote;
}
