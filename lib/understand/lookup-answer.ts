/**
 * What the lookup of a typed or pasted message answers. The type stands apart from the engine, because the popup shows
 * answers before it has loaded the engine.
 */
import type { DiagnosisId } from '../library/schema.ts';
import { QUOTE_LIMIT, type Certainty, type Finding } from '../messages.ts';

/** One possible cause for a text; a list of them is ranked best first. */
export interface LookupAnswer {
  diagnosis: DiagnosisId;
  certainty: Certainty;
  /** 0 to 1, only for ranking: never shown as a probability. */
  score: number;
  /** The pieces of the text that led to the answer, as they were typed. */
  matched: readonly string[];
  /** The Alipay code in the text, normalised, where it had one. */
  code?: string;
  /** It is a noisy copy of a known message of so many UTF-16 units. */
  copy?: number;
}

/** Longest text that is read, in UTF-16 units. */
export const LOOKUP_LIMIT = 5000;

/** Answers for a text, best first; none when the text does not tell of a failed payment. */
export type Lookup = (text: string) => readonly LookupAnswer[];

const MAX_QUOTES = 3;

/**
 * An answer in the form of a finding, so that one advice serves both. Takes the answer and the time (milliseconds, UTC).
 * The quotes stay in memory: a typed text is never stored.
 */
export function findingOfAnswer(answer: LookupAnswer, now: number): Finding {
  return {
    diagnosis: answer.diagnosis,
    certainty: answer.certainty,
    code: answer.code ?? '',
    evidence: answer.matched.slice(0, MAX_QUOTES).map((quote) => ({
      kind: quote === answer.code ? 'code' : 'family',
      rule: 'typed',
      quote: [...quote].slice(0, QUOTE_LIMIT).join(''),
      place: 'typed',
    })),
    host: '',
    at: now,
  };
}
