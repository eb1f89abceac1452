/** The interview's model of the shipped data and short ways to ask it, for the tests of the interview. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { compileInterview } from '../../lib/case/interview-model.ts';
import { rankCauses, type RankedCause } from '../../lib/case/interview.ts';
import { answerQuestion, startInterview, type Given, type Interview } from '../../lib/case/told-interview.ts';
import issuers from '../../lib/library/issuers.json';
import data from '../../lib/library/questions.json';
import type { QuestionsFile } from '../../lib/library/questions.ts';

export const model = compileInterview(data as unknown as QuestionsFile, issuers);
export const empty = startInterview(model);

/** The interview after these answers, all of which the model must know. */
export const answered = (answers: Record<string, string>, start: Interview = empty): Interview =>
  Object.entries(answers).reduce((state, [question, answer]) => {
    const next = answerQuestion(model, state, question, answer);
    expect(next, `${question}: ${answer}`).not.toBe(state);
    return next;
  }, start);
export const giveAll = (answers: readonly Given[], start: Interview = empty): Interview =>
  answers.reduce((state, one) => answerQuestion(model, state, one.question, one.answer), start);
export const rank = (interview: Interview): RankedCause[] => rankCauses(model, interview);
export const first = (interview: Interview): string => rank(interview)[0]!.diagnosis;
export const chances = (interview: Interview): Map<string, number> =>
  new Map(rank(interview).map((one) => [one.diagnosis, one.probability]));

/** Any answers the model knows, at most one a question. */
export const anyAnswers: fc.Arbitrary<Given[]> = fc
  .uniqueArray(fc.constantFrom(...model.questions), { maxLength: 12, selector: (one) => one.id })
  .chain((questions) =>
    fc.tuple(
      ...questions.map((question) =>
        fc.constantFrom(...question.answers).map((answer) => ({ question: question.id, answer: answer.id })),
      ),
    ),
  );
const anyTells = fc.uniqueArray(fc.constantFrom(...model.tells.map((one) => one.id)), { maxLength: 4 });
const anyFinding = fc.option(
  fc.record({
    diagnosis: fc.constantFrom<string>(...model.causes, 'unknown-failure'),
    certainty: fc.constantFrom('exact' as const, 'likely' as const, 'unsure' as const),
  }),
);
export const anyInterview: fc.Arbitrary<Interview> = fc
  .record({ answers: anyAnswers, tells: anyTells, finding: anyFinding })
  .map(({ answers, tells, finding }) => giveAll(answers, startInterview(model, { finding, tells })));
