/** All that a text states plainly, in its order, as answers to questions. */
import { liftIn } from './lifted.ts';
import { lookedIn, moneyFactsIn } from './money.ts';
import { type PlainFact, plainFactsIn } from './plain-facts.ts';
import { retriesIn } from './retry.ts';
import type { Statement } from './statements.ts';

export interface Stated extends PlainFact {
  /** Only of interest after a change in the same text. */
  still: boolean;
}

/** What the statements of a text say plainly. */
export function statedIn(statements: readonly Statement[]): Stated[] {
  const lifts = statements.flatMap((one, at): Stated[] => {
    const lift = liftIn(one, statements[at - 1]);
    return lift ? [{ fact: `bank-said=${lift}`, words: one.words, at, still: false }] : [];
  });
  const retries = retriesIn(statements).map(({ ended, words, at, still }): Stated => ({
    fact: `next-try=${ended}`,
    words,
    at,
    still,
  }));
  const plain = [...plainFactsIn(statements), ...moneyFactsIn(statements)];
  const facts = [...plain, ...lookedIn(plain, statements)].map((one): Stated => ({ ...one, still: false }));
  return [...facts, ...lifts, ...retries].sort((a, b) => a.at - b.at);
}
