/**
 * What the accuracy run counts. A sample is one thing to judge (a fixture page, a held-out text, a sentence of the library) with
 * what is right for it; an outcome is a sample with the answer it got. Everything here is arithmetic: no browser, no files.
 */
import type { Certainty } from '../../lib/messages.ts';

export const SETS = ['pages', 'texts', 'sentences'] as const;
export type SetName = (typeof SETS)[number];

export interface Sample {
  set: SetName;
  /** The case's id, or the text itself. */
  id: string;
  lang: string;
  kind: string;
  /** The right diagnosis, or null where nothing may be said. */
  expected: string | null;
  /** Other diagnoses that are right as well. */
  accept: readonly string[];
  /** The highest honest certainty; null where the sample does not limit it. */
  allowed: Certainty | null;
  /** The code that stands there, '' for none; null where the sample does not say. */
  code: string | null;
}

export interface Answer {
  diagnosis: string;
  certainty: Certainty;
  code: string;
  /** What the answer rests on, best first: rule ids of a page, matched words of a text. */
  because: readonly string[];
}

export interface Outcome {
  sample: Sample;
  answer: Answer | null;
  /** The answers below the first, where there are several (the lookup). */
  others?: readonly string[];
}

export type Verdict = 'right' | 'wrong' | 'missed' | 'false alarm' | 'silent';

/** Compares an answer with what its sample expects. */
export function verdictOf({ sample, answer }: Outcome): Verdict {
  if (sample.expected === null) return answer ? 'false alarm' : 'silent';
  if (!answer) return 'missed';
  return answer.diagnosis === sample.expected || sample.accept.includes(answer.diagnosis) ? 'right' : 'wrong';
}

const RANK: Record<Certainty, number> = { unsure: 0, likely: 1, exact: 2 };

/** A right answer that is more certain than its sample honestly allows. */
export function isOverSure(outcome: Outcome): boolean {
  const { sample, answer } = outcome;
  return verdictOf(outcome) === 'right' && sample.allowed !== null && RANK[answer!.certainty] > RANK[sample.allowed];
}

/** A right answer with another code than the page prints, none where one stands, or one where none does. */
export function hasWrongCode(outcome: Outcome): boolean {
  const { sample, answer } = outcome;
  return verdictOf(outcome) === 'right' && sample.code !== null && answer!.code !== sample.code;
}

/** The worst outcome there is: something false, told as a fact. */
export function isWrongFact(outcome: Outcome): boolean {
  return outcome.answer?.certainty === 'exact' && ['wrong', 'false alarm'].includes(verdictOf(outcome));
}

/** One row of a table. `falseAlarms` and `saidOfOthers` count answers that named the row's diagnosis where it was wrong. */
export interface Row {
  cases: number;
  right: number;
  wrong: number;
  missed: number;
  innocent: number;
  falseAlarms: number;
  saidOfOthers: number;
}

export interface SetFigures extends Row {
  failing: number;
  overSure: number;
  wrongCodes: number;
  wrongFacts: number;
  /** Wrong first answers whose right one stands further down the list. */
  rightLater: number;
  byDiagnosis: Record<string, Row>;
  byLanguage: Record<string, Row>;
}

/** An expected diagnosis and the one that was told in its place; `expected` null is a false alarm, `told` null a miss. */
export interface Confusion {
  expected: string | null;
  told: string | null;
  outcomes: Outcome[];
}

const emptyRow = (): Row => ({ cases: 0, right: 0, wrong: 0, missed: 0, innocent: 0, falseAlarms: 0, saidOfOthers: 0 });

function count(row: Row, verdict: Verdict): void {
  row.cases++;
  if (verdict === 'right') row.right++;
  else if (verdict === 'wrong') row.wrong++;
  else if (verdict === 'missed') row.missed++;
  else row.innocent++;
  if (verdict === 'false alarm') row.falseAlarms++;
}

/** A record's row, made on first use. */
function rowOf(rows: Map<string, Row>, name: string): Row {
  const row = rows.get(name) ?? emptyRow();
  rows.set(name, row);
  return row;
}

const sorted = (rows: Map<string, Row>, before: (a: string, b: string) => number): Record<string, Row> =>
  Object.fromEntries([...rows].sort(([a], [b]) => before(a, b)));

/**
 * Counts the outcomes of one set.
 * @param order the diagnoses in the order of the library; ids that are not in it come last
 */
export function figuresOf(outcomes: readonly Outcome[], order: readonly string[]): SetFigures {
  const all = emptyRow();
  const diagnoses = new Map<string, Row>();
  const languages = new Map<string, Row>();
  for (const outcome of outcomes) {
    const { sample, answer } = outcome;
    const verdict = verdictOf(outcome);
    count(all, verdict);
    count(rowOf(languages, sample.lang), verdict);
    if (sample.expected !== null) count(rowOf(diagnoses, sample.expected), verdict);
    if (verdict === 'false alarm') rowOf(diagnoses, answer!.diagnosis).falseAlarms++;
    if (verdict === 'wrong') {
      rowOf(diagnoses, answer!.diagnosis).saidOfOthers++;
      all.saidOfOthers++;
    }
  }
  const place = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  const total = (row: Row): number => row.cases;
  return {
    ...all,
    failing: all.cases - all.innocent,
    overSure: outcomes.filter(isOverSure).length,
    wrongCodes: outcomes.filter(hasWrongCode).length,
    wrongFacts: outcomes.filter(isWrongFact).length,
    rightLater: outcomes.filter(
      (one) =>
        verdictOf(one) === 'wrong' &&
        one.others?.some((id) => id === one.sample.expected || one.sample.accept.includes(id)),
    ).length,
    byDiagnosis: sorted(diagnoses, (a, b) => place(a) - place(b) || (a < b ? -1 : 1)),
    byLanguage: sorted(languages, (a, b) => total(languages.get(b)!) - total(languages.get(a)!) || (a < b ? -1 : 1)),
  };
}

/** What was told in place of what, the most frequent first. Right answers and rightful silence are not in it. */
export function confusionsOf(outcomes: readonly Outcome[]): Confusion[] {
  const found = new Map<string, Confusion>();
  for (const outcome of outcomes) {
    if (['right', 'silent'].includes(verdictOf(outcome))) continue;
    const expected = outcome.sample.expected;
    const told = outcome.answer?.diagnosis ?? null;
    const key = `${expected} ${told}`;
    const known = found.get(key);
    if (known) known.outcomes.push(outcome);
    else found.set(key, { expected, told, outcomes: [outcome] });
  }
  const name = (one: Confusion): string => `${one.expected} ${one.told}`;
  return [...found.values()].sort((a, b) => b.outcomes.length - a.outcomes.length || (name(a) < name(b) ? -1 : 1));
}

/** Rules of the library that no right answer of a page rests on: nothing proves that they work. */
export function unseenRules(outcomes: readonly Outcome[], rules: readonly string[]): string[] {
  const seen = new Set(outcomes.filter((one) => verdictOf(one) === 'right').flatMap((one) => one.answer!.because));
  return rules.filter((rule) => !seen.has(rule));
}
