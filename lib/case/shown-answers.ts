/** Which answers of a question are shown at once: a screen of eleven buttons is no question any more. */
import { DONT_KNOW, posterior } from './interview-model.ts';
import type { CaseData } from './case-data.ts';
import type { Case } from './evidence.ts';
import { weigh } from './interview-weights.ts';
import type { MoneyState } from './outcome.ts';
import { interviewOf } from './ranking.ts';

/** Answers shown at once, without "I don't know". */
export const MOST_ANSWERS = 5;

export interface ShownAnswers {
  shown: readonly string[];
  /** Behind "more". */
  more: readonly string[];
}

/** The answers of a question, the likeliest five at once; both lists in the order of the data. */
export function shownAnswers(
  one: Case,
  money: Pick<MoneyState, 'looked'>,
  question: string,
  data: CaseData,
): ShownAnswers {
  const { model } = data;
  const known = model.questions.find((other) => other.id === question);
  const answers = (known?.answers ?? []).filter(({ id }) => id !== DONT_KNOW);
  if (answers.length <= MOST_ANSWERS) return { shown: answers.map(({ id }) => id), more: [] };
  const now = posterior(
    model,
    weigh(model, interviewOf(one, money, data)).map(({ weights }) => weights),
  );
  const chance = ({ likelihood }: (typeof answers)[number]): number =>
    likelihood ? now.reduce((sum, p, at) => sum + p * likelihood[at]!, 0) : 0;
  const likeliest = new Set(
    [...answers]
      .sort((a, b) => chance(b) - chance(a))
      .slice(0, MOST_ANSWERS)
      .map(({ id }) => id),
  );
  const ids = answers.map(({ id }) => id);
  return { shown: ids.filter((id) => likeliest.has(id)), more: ids.filter((id) => !likeliest.has(id)) };
}
