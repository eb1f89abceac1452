/** Which clause of a text tells, masked: what is marked in what was typed and shown beside an answer. */
import { redactLines } from '../privacy/redact.ts';
import { clausesOf } from './learned/clauses.ts';
import type { LearnedReader } from './learned/reader.ts';
import { LOOKUP_LIMIT } from './lookup-answer.ts';
import { moneyLeftIn } from './money-left.ts';

/** A clause masked with what stands around it, where that is not too long: what stands behind a label is told by it. */
export const maskedClause = (whole: string, said: string): string =>
  whole.length > LOOKUP_LIMIT ? redactLines(said) : (moneyLeftIn(redactLines(whole)) ?? redactLines(said));

/** The clause that speaks most for a cause, to be marked in what was typed. */
export function tellingClause(text: string, cause: string, learned: LearnedReader): string {
  // Masked before it is cut: what stands behind a label or a title is told by it.
  const clauses = clausesOf(redactLines(text)).slice(0, 20);
  if (clauses.length < 2) return text.slice(0, 200);
  const chanceOf = (clause: string): number => learned.causes(clause, []).get(cause) ?? 0;
  return clauses.reduce((best, clause) => (chanceOf(clause) > chanceOf(best) ? clause : best));
}
