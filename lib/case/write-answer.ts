/** The answer of a case in the form that outside tools rely on (design/case.md). Ids and numbers only, no words. */
import type { CaseAnswer } from './answer.ts';

const round = (value: number): number => Math.round(value * 1e4) / 1e4;

/** Plain JSON of an answer. */
export function writeAnswer(answer: CaseAnswer, ignored: readonly string[] = []) {
  return {
    outcome: answer.outcome,
    checkFirst: answer.checkFirst,
    causes: answer.causes.map(({ diagnosis, certainty, probability }) => ({
      diagnosis,
      certainty,
      probability: round(probability),
    })),
    fixer: answer.fixer,
    main: answer.main,
    steps: answer.steps,
    avoid: answer.avoid,
    retry: answer.retry,
    ways: answer.ways.map((one) => one.id),
    understood: answer.understood.map(({ question, answer: given, words }) => ({ question, answer: given, words })),
    next: answer.next?.question ?? null,
    sheet: answer.sheet,
    situations: answer.situations,
    ...(ignored.length > 0 ? { ignored } : {}),
  };
}
