/**
 * How much likelier each fact of a story makes each cause, compiled from the interview's data (questions.json), so that the reader of
 * texts weighs a fact as the interview would. Only what moves a cause noticeably is kept.
 */
import type { QuestionsFile } from './questions.ts';

/** By fact (`question=answer`): the causes it moves, each with how many times likelier it is than on average. */
export type FactWeights = Readonly<Record<string, Readonly<Record<string, number>>>>;

const NOTICEABLE = 1.3;
/** One sentence of a story decides nothing alone. */
const MOST = 8;
const LEAST = 0.08;

/** Compiles the weights of all answers and of what is told. */
export function compileFactWeights(data: QuestionsFile): FactWeights {
  const causes = Object.keys(data.priors.causes);
  const prior = causes.map((cause) => data.frequencies[data.priors.causes[cause as never]]);
  const total = prior.reduce((sum, one) => sum + one, 0);
  const weights: Record<string, Record<string, number>> = {};
  const note = (fact: string, likelihood: readonly number[]): void => {
    const mean = likelihood.reduce((sum, one, at) => sum + one * prior[at]!, 0) / total;
    const row: Record<string, number> = {};
    causes.forEach((cause, at) => {
      const times = Math.max(LEAST, Math.min(MOST, likelihood[at]! / mean));
      if (times >= NOTICEABLE || times <= 1 / NOTICEABLE) row[cause] = Number(times.toFixed(2));
    });
    if (Object.keys(row).length) weights[fact] = row;
  };
  for (const question of data.questions) {
    const neutral = new Set<string>(question.neutral ?? []);
    for (const answer of question.answers) {
      const tell = data.tells.find((one) => one.id === question.tells?.[answer]);
      if (tell)
        note(
          `${question.id}=${answer}`,
          causes.map((cause) => data.tellLevels[tell.causes[cause as never] ?? tell.otherwise ?? 'rarely']),
        );
      else if (!neutral.has(answer))
        note(
          `${question.id}=${answer}`,
          causes.map((cause) => {
            const row = question.causes[cause as never] ?? question.usual;
            return row ? data.levels[row[answer as never] ?? question.otherwise ?? 'rarely'] : 0.3;
          }),
        );
    }
  }
  return weights;
}
