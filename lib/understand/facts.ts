/**
 * The facts of a text: what the learned reader takes from its clauses, as far as each clause bears it, and what is stated so plainly that a
 * list knows it. What is listed outranks what is learned for the same question.
 */
import { bothEnds } from './both-ends.ts';
import type { LearnedFact, LearnedReader } from './learned/reader.ts';
import { LOOKUP_LIMIT } from './lookup-answer.ts';
import { fold } from './plain/fold.ts';
import { guarded, RAISES } from './plain/guards.ts';
import { AND } from './plain/statements.ts';

const questionOf = (fact: string): string => fact.split('=')[0]!;

/** The learned facts that their clauses bear, each once. */
export function learnedFacts(text: string, learned: LearnedReader): LearnedFact[] {
  const found = new Map<string, LearnedFact>();
  const add = (one: LearnedFact): void => {
    const fact = guarded(one.fact, fold(one.clause), one.clause);
    if (fact !== null && one.chance > (found.get(fact)?.chance ?? 0)) found.set(fact, { ...one, fact });
  };
  learned.facts(text).forEach(add);
  // What stands behind "and Alipay says" is read by itself, for questions that are still open.
  const parted = text.split(AND).join('. ');
  if (parted !== text) {
    const known = new Set([...found.keys()].map(questionOf));
    for (const one of learned.facts(parted)) if (!known.has(questionOf(one.fact))) add(one);
  }
  return [...found.values()];
}

/** As sure a fact moves the reading of the whole text. */
const HEARD = 0.6;

/** The text without clauses from which the learned reader takes that money is gone, though they only look, call or deny. */
export function withoutMisheard(text: string, learned: LearnedReader): string {
  return learned
    .facts(bothEnds(text, LOOKUP_LIMIT))
    .filter(({ fact, chance, clause }) => {
      if (chance < HEARD || !RAISES.test(fact)) return false;
      const kept = guarded(fact, fold(clause), clause);
      return kept === null || !RAISES.test(kept);
    })
    .reduce((out, { clause }) => out.replace(clause, () => ' … '), text);
}
