/** Which of the hint's bundled sentences fits a finding, or a whole case. */
import { type Locale, type Words, directionOf, say } from '../i18n/index.ts';
import type { Certainty, Finding, HintWords } from '../messages.ts';
import type { Outcome } from '../library/case-schema.ts';
import type { DiagnosisId, Diagnosis } from '../library/schema.ts';

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

/** The key of what names a diagnosis, as sure as it is. */
const naming = (certainty: Certainty, diagnosis: string): string =>
  certainty === 'unsure' ? 'hint.unknown' : `${certainty}.${diagnosis}`;

const isNameless = (diagnosis: DiagnosisId, table: HintTable): boolean => table[diagnosis][0] === 'unknown';

/**
 * What the hint says of a finding, as a key for `hintSentence`: the money first, then the diagnosis, as sure as the finding is. Null for
 * a name that is no diagnosis.
 */
export function hintKey(finding: Pick<Finding, 'diagnosis' | 'certainty'>, table: HintTable): string | null {
  if (!Object.hasOwn(table, finding.diagnosis)) return null;
  const diagnosis = finding.diagnosis as DiagnosisId;
  const [, outcome, standsFor] = table[diagnosis];
  if (standsFor) return standsFor === 'paid' ? 'hint.paid' : 'hint.check-first';
  // The case calls such money "maybe paid" however sure the cause is; naming the cause alone would hide it, and cost twice.
  if (outcome === 'unknown') return 'hint.check-first';
  return isNameless(diagnosis, table) ? 'hint.unknown' : naming(finding.certainty, diagnosis);
}

/** The key for the answer of a whole case: the money first, then what its popup has for a title, as sure as that is. */
export function hintKeyOf(
  answer: { outcome: Outcome; head: DiagnosisId; certainty: Certainty },
  table: HintTable,
): string {
  if (answer.outcome === 'paid') return 'hint.paid';
  if (answer.outcome !== 'not-paid') return 'hint.check-first';
  return hintKey({ diagnosis: answer.head, certainty: answer.certainty }, table) ?? 'hint.unknown';
}

/** The sentence of a key. `words` are those of hint.json, with the titles that library.json has for the diagnoses. */
export function hintSentence(key: string, words: Words): string {
  const [how, diagnosis] = key.split('.');
  const title = `title.${diagnosis}`;
  if (how === 'exact') return say(words, title);
  return how === 'likely' ? say(words, 'hint.likely', { title: say(words, title) }) : say(words, key);
}

/** Sentences of money that may be gone: they must not look like any other hint. */
const MONEY: readonly string[] = ['hint.paid', 'hint.check-first'];

/** The hint's words in one language. */
export function hintWords(key: string, words: Words, locale: Locale): HintWords {
  return {
    lang: locale,
    dir: directionOf(locale),
    tone: MONEY.includes(key) ? 'money' : 'calm',
    sentence: hintSentence(key, words),
    show: say(words, 'show'),
    dismiss: say(words, 'dismiss'),
    mute: say(words, 'mute'),
    muted: say(words, 'muted'),
    undo: say(words, 'undo'),
    openByHand: say(words, 'open-by-hand'),
  };
}
