import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DONT_KNOW } from '../../lib/case/interview-model.ts';
import { nextQuestion } from '../../lib/case/interview.ts';
import { answerQuestion, readAnswers } from '../../lib/case/told-interview.ts';
import { anyAnswers, anyInterview, chances, empty, giveAll, model, rank } from './shipped-model.ts';

describe('the interview, whatever is said', () => {
  it('probabilities are numbers that sum to 1, for everything known at once too', () => {
    fc.assert(
      fc.property(anyInterview, (interview) => {
        const causes = rank(interview);
        expect(causes).toHaveLength(model.causes.length);
        for (const one of causes) expect(one.probability).toBeGreaterThanOrEqual(0);
        expect(causes.reduce((sum, one) => sum + one.probability, 0)).toBeCloseTo(1, 9);
      }),
    );
  });
  it('the order of answers does not matter', () => {
    fc.assert(
      fc.property(anyAnswers, fc.integer(), (answers, turn) => {
        const at = answers.length === 0 ? 0 : Math.abs(turn) % answers.length;
        const turned = [...answers.slice(at), ...answers.slice(0, at)].reverse();
        expect(rank(giveAll(turned))).toEqual(rank(giveAll(answers)));
        expect(nextQuestion(model, giveAll(turned))).toEqual(nextQuestion(model, giveAll(answers)));
      }),
    );
  });
  it('"I don\'t know" changes nothing', () => {
    fc.assert(
      fc.property(anyInterview, fc.constantFrom(...model.questions.map((one) => one.id)), (interview, question) => {
        fc.pre(!interview.answers.some((one) => one.question === question));
        expect(rank(answerQuestion(model, interview, question, DONT_KNOW))).toEqual(rank(interview));
      }),
    );
  });
  it('an answer never makes the causes it fits best less likely, nor those it fits worst more likely', () => {
    fc.assert(
      fc.property(
        anyInterview,
        fc.constantFrom(...model.questions.filter((one) => one.answers.some((two) => two.likelihood))),
        fc.nat(),
        (interview, question, which) => {
          fc.pre(!interview.answers.some((one) => one.question === question.id));
          const telling = question.answers.filter((one) => one.likelihood);
          const answer = telling[which % telling.length]!;
          const before = chances(interview);
          const after = chances(answerQuestion(model, interview, question.id, answer.id));
          const weights = answer.likelihood!;
          const [highest, lowest] = [Math.max(...weights), Math.min(...weights)];
          model.causes.forEach((cause, at) => {
            if (weights[at] === highest) expect(after.get(cause)).toBeGreaterThanOrEqual(before.get(cause)! - 1e-9);
            if (weights[at] === lowest) expect(after.get(cause)).toBeLessThanOrEqual(before.get(cause)! + 1e-9);
          });
        },
      ),
    );
  });
  it('what is said to speak for a cause makes it likelier, against it less likely', () => {
    const before = chances(empty);
    const moved = model.questions.flatMap((question) =>
      question.answers.flatMap((answer) => rank(answerQuestion(model, empty, question.id, answer.id))),
    );
    const pro = moved.filter((one) => one.for.length > 0);
    const con = moved.filter((one) => one.against.length > 0);
    expect(pro.length * con.length).toBeGreaterThan(0);
    expect(pro.filter((one) => one.probability <= before.get(one.diagnosis)!)).toEqual([]);
    expect(con.filter((one) => one.probability >= before.get(one.diagnosis)!)).toEqual([]);
  });
  it('reads anything, takes only what it knows, and never throws', () => {
    const mixed = fc.oneof(
      fc.anything(),
      fc.dictionary(
        fc.constantFrom(...model.questions.map((one) => one.id), '__proto__', 'x'),
        fc.oneof(fc.string(), fc.anything(), fc.constantFrom('yes', 'works', 'in')),
      ),
    );
    fc.assert(
      fc.property(mixed, (value) => {
        const { answers, problems } = readAnswers(model, value);
        const interview = giveAll(answers);
        expect(interview.answers).toHaveLength(answers.length);
        const entries =
          typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value).length : 1;
        expect(answers.length + problems.length).toBe(entries);
        expect(rank(interview).every((one) => Number.isFinite(one.probability))).toBe(true);
      }),
    );
  });
  it('takes country codes in any case, and unknown countries as another one', () => {
    expect(readAnswers(model, { 'issuer-country': 'in' }).answers).toEqual([
      { question: 'issuer-country', answer: 'IN' },
    ]);
    expect(readAnswers(model, { 'issuer-country': 'ZW' }).answers).toEqual([
      { question: 'issuer-country', answer: 'other' },
    ]);
    expect(readAnswers(model, { 'issuer-country': 'PL' }).answers).toEqual([
      { question: 'issuer-country', answer: 'PL' },
    ]);
    expect(readAnswers(model, { 'issuer-country': 'Narnia' }).problems).toHaveLength(1);
  });
});
