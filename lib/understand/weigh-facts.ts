/** What the facts of a story say for and against each cause (library/fact-weights.ts, from the questions of the interview). */
import type { FactWeights } from '../library/fact-weights.ts';
import { type LearnedFact, NOTHING } from './learned/reader.ts';

/** How far a fact that was read counts against the whole text. */
const TRUST = 0.6;
/** What a cause that was not thought of starts from. */
const FLOOR = 0.01;

/** The chances with what the facts of a story say for and against each cause. They add up to what they added up to before. */
export function weighed(
  chances: ReadonlyMap<string, number>,
  facts: readonly LearnedFact[],
  factWeights: FactWeights,
): [string, number][] {
  const causes = [...chances].filter(([name]) => name !== NOTHING);
  if (!facts.length) return causes;
  const moved = causes.map(([name, chance]): [string, number] => {
    const times = facts.reduce((all, one) => all * (factWeights[one.fact]?.[name] ?? 1) ** (TRUST * one.chance), 1);
    return [name, (chance + FLOOR) * times];
  });
  const before = causes.reduce((sum, one) => sum + one[1], 0);
  const after = moved.reduce((sum, one) => sum + one[1], 0);
  return moved.map(([name, chance]) => [name, (chance * before) / after]);
}
