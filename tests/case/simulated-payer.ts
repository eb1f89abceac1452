/**
 * People for the interview's simulation: each has one cause and answers as that cause predicts, with slips. The random numbers
 * are seeded, so a run is the same everywhere. It shows whether the questions can tell the causes apart and how slips are borne;
 * since the answers come from the model itself, it cannot show whether real people answer like that.
 */
import type { InterviewModel, ModelQuestion } from '../../lib/case/interview-model.ts';
import { isClear, nextQuestion, rankCauses } from '../../lib/case/interview.ts';
import { answerQuestion, startInterview, type Interview } from '../../lib/case/told-interview.ts';

export interface Payers {
  seed: number;
  runs: number;
  /** Share of answers that are pressed at random, "I don't know" included. */
  noise: number;
  /** How far a cause's likelihoods are pulled towards "every answer alike", from 0 to 1. */
  blur: number;
  /** Only the likely answers of a cause (at least half as likely as its likeliest), or all as the model weighs them. */
  answers: 'likely' | 'all';
  /** The failure named nothing at all, whatever its cause. */
  silent?: boolean;
}

interface Tally {
  runs: number;
  first: number;
  topThree: number;
  questions: number;
  most: number;
  clear: number;
  clearButWrong: number;
}

const EMPTY: Tally = { runs: 0, first: 0, topThree: 0, questions: 0, most: 0, clear: 0, clearButWrong: 0 };

/** A small generator of numbers from 0 to 1 (mulberry32): the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function pick(question: ModelQuestion, cause: number, payers: Payers, random: () => number): string {
  if (random() < payers.noise) return question.answers[Math.floor(random() * question.answers.length)]!.id;
  const telling = question.answers.filter((one) => one.likelihood !== null);
  let weighed = telling.map((one) => ({
    id: one.id,
    weight: one.likelihood![cause]! * (1 - payers.blur) + payers.blur / telling.length,
  }));
  if (payers.answers === 'likely') {
    const highest = Math.max(...weighed.map((one) => one.weight));
    weighed = weighed.filter((one) => one.weight >= highest / 2);
  }
  let left = random() * weighed.reduce((sum, one) => sum + one.weight, 0);
  return (weighed.find((one) => (left -= one.weight) <= 0) ?? weighed.at(-1)!).id;
}

/** Asks one payer until the interview has no more questions. */
function ask(model: InterviewModel, cause: number, payers: Payers, random: () => number): Interview {
  const known = payers.silent ? [{ question: 'message-words', answer: 'nothing-named' }] : [];
  let interview = startInterview(model, { known });
  for (let next = nextQuestion(model, interview); next; next = nextQuestion(model, interview)) {
    const question = model.questions.find((one) => one.id === next!.question)!;
    interview = answerQuestion(model, interview, question.id, pick(question, cause, payers, random));
  }
  return interview;
}

/**
 * The causes in turn, so that a rare one counts as much as a common one.
 * @param causes those that payers have; all by default
 */
export function simulate(
  model: InterviewModel,
  payers: Payers,
  causes: readonly string[] = model.causes,
): { all: Tally; byCause: Map<string, Tally> } {
  const random = seeded(payers.seed);
  const all = { ...EMPTY };
  const byCause = new Map(causes.map((cause) => [cause, { ...EMPTY }]));
  for (let run = 0; run < payers.runs; run++) {
    const name = causes[run % causes.length]!;
    const cause = (model.causes as readonly string[]).indexOf(name);
    const interview = ask(model, cause, payers, random);
    const ranked = rankCauses(model, interview);
    const place = ranked.findIndex((one) => one.diagnosis === name);
    for (const tally of [all, byCause.get(name)!]) {
      tally.runs += 1;
      tally.first += place === 0 ? 1 : 0;
      tally.topThree += place < 3 ? 1 : 0;
      tally.questions += interview.answers.length;
      tally.most = Math.max(tally.most, interview.answers.length);
      tally.clear += isClear(ranked) ? 1 : 0;
      tally.clearButWrong += isClear(ranked) && place !== 0 ? 1 : 0;
    }
  }
  return { all, byCause };
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1).padStart(5)} %`;

/** One line of figures. */
export function figures(name: string, tally: Tally): string {
  return (
    `${name.padEnd(32)} first ${percent(tally.first, tally.runs)}  top three ${percent(tally.topThree, tally.runs)}  ` +
    `questions ${(tally.questions / tally.runs).toFixed(1)} (most ${tally.most})  named ${percent(tally.clear, tally.runs)}  ` +
    `named wrongly ${percent(tally.clearButWrong, tally.runs)}\n`
  );
}
