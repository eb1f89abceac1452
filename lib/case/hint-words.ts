/** Which of the hint's bundled sentences fits a finding. */
import { type Locale, type Words, directionOf, say } from '../i18n/index.ts';
import type { Certainty, Finding, HintWords } from '../messages.ts';
import type { Outcome } from '../library/case-schema.ts';
import type { DiagnosisId, Diagnosis, Fixer } from '../library/schema.ts';

/** What the background must know of each diagnosis: who fixes it first, what became of the money, and whether it is about that alone. */
export type HintTable = Readonly<
  Record<
    DiagnosisId,
    readonly [
      fixer: Diagnosis['fixers'][number],
      outcome: Diagnosis['outcome'],
      standsFor?: Diagnosis['traits']['standsFor'],
    ]
  >
>;

/** Codes that name another party than their kind of failure does first. */
export type CodeFixers = Readonly<Record<string, Diagnosis['fixers'][number]>>;

/**
 * Key of the sentence in hint.json: the money first, then who can fix it, as sure as the finding is. A printed code knows better
 * who can fix it than the kind of failure it belongs to.
 */
export function hintKey(
  finding: Pick<Finding, 'diagnosis' | 'certainty' | 'code'>,
  table: HintTable,
  codes: CodeFixers,
): string | null {
  const entry = Object.hasOwn(table, finding.diagnosis) ? table[finding.diagnosis as DiagnosisId] : undefined;
  if (!entry) return null;
  const [usual, outcome, standsFor] = entry;
  const fixer = (Object.hasOwn(codes, finding.code) ? codes[finding.code] : undefined) ?? usual;
  if (standsFor) return standsFor === 'paid' ? 'hint.paid' : 'hint.check-first';
  // The case calls such money "maybe paid" however sure the cause is; "wait and try again" would contradict it, and cost twice.
  if (outcome === 'unknown') return 'hint.check-first';
  if (finding.certainty === 'unsure' || fixer === 'unknown') return 'hint.unknown';
  return `hint.${fixer}.${finding.certainty}`;
}

/** The key for the answer of a whole case: the money first, then who can fix it, as sure as its first cause is. */
export function hintKeyOf(answer: { outcome: Outcome; fixer: Fixer; certainty: Certainty }): string {
  if (answer.outcome === 'paid') return 'hint.paid';
  if (answer.outcome !== 'not-paid') return 'hint.check-first';
  if (answer.certainty === 'unsure' || answer.fixer === 'unknown') return 'hint.unknown';
  return `hint.${answer.fixer}.${answer.certainty}`;
}

/** Sentences of money that may be gone: they must not look like any other hint. */
const MONEY: readonly string[] = ['hint.paid', 'hint.check-first'];

/** The hint's words in one language. */
export function hintWords(key: string, words: Words, locale: Locale): HintWords {
  return {
    lang: locale,
    dir: directionOf(locale),
    tone: MONEY.includes(key) ? 'money' : 'calm',
    sentence: say(words, key),
    show: say(words, 'show'),
    dismiss: say(words, 'dismiss'),
    mute: say(words, 'mute'),
    openByHand: say(words, 'open-by-hand'),
  };
}
