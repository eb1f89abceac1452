/**
 * The facts of a text: what the learned reader takes from its clauses, as far as each clause bears it, and what is stated so plainly that a
 * list knows it. What is listed outranks what is learned for the same question.
 */
import type { LearnedFact, LearnedReader } from './learned/reader.ts';
import { fold } from './plain/fold.ts';
import { guarded } from './plain/guards.ts';
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
