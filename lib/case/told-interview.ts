/**
 * An interview as plain data: what the page found, what is known, what was answered and what was told on a call. Everything here
 * is pure and total: unknown questions and answers are left out, nothing throws.
 */
import { COUNTRY_QUESTION, OTHER_COUNTRY, type InterviewModel, type ModelQuestion } from './interview-model.ts';

/** One thing known: an answer, what was said on a call (`tells`), or what the page showed (`finding`). */
export interface Given {
  question: string;
  answer: string;
}

export interface PageFinding {
  diagnosis: string;
  certainty: 'exact' | 'likely' | 'unsure';
}

export interface Interview {
  finding: PageFinding | null;
  /** Known without asking, such as the issuer's country from the settings; does not count as a question. */
  known: readonly Given[];
  /** In the order asked; the order matters only for going back. */
  answers: readonly Given[];
  /** What the bank, Alipay or the shop said; ids of `tells`, which begin with who said it. */
  tells: readonly string[];
}

/** What the reader of answers could not take, for a sentence to the person who gave it. */
export interface AnswerProblem {
  kind: 'not-an-object' | 'unknown-question' | 'unknown-answer';
  question: string;
  answer: string;
}

/** A new interview. What the model does not know is left out; a finding without a cause (the nameless one) says nothing. */
export function startInterview(
  model: InterviewModel,
  start: { finding?: PageFinding | null; known?: readonly Given[]; tells?: readonly string[] } = {},
): Interview {
  const finding =
    start.finding && model.causes.some((cause) => cause === start.finding?.diagnosis) ? start.finding : null;
  const known = (start.known ?? []).filter((one) => knows(model, one));
  return (start.tells ?? []).reduce((state, tell) => addTell(model, state, tell), {
    finding,
    known,
    answers: [],
    tells: [],
  } as Interview);
}

/** The interview with one more answer, or with a changed one. An unknown question or answer changes nothing. */
export function answerQuestion(
  model: InterviewModel,
  interview: Interview,
  question: string,
  answer: string,
): Interview {
  if (!knows(model, { question, answer })) return interview;
  const others = interview.answers.filter((one) => one.question !== question);
  return { ...interview, answers: [...others, { question, answer }] };
}

/** The interview without its last answer. */
export function takeBack(interview: Interview): Interview {
  return { ...interview, answers: interview.answers.slice(0, -1) };
}

/** The interview with something that was said on a call. What the model does not know changes nothing. */
export function addTell(model: InterviewModel, interview: Interview, tell: string): Interview {
  if (interview.tells.includes(tell) || !model.tells.some((one) => one.id === tell)) return interview;
  return { ...interview, tells: [...interview.tells, tell] };
}

/** Answers from anything, such as stored or typed JSON: those the model knows, and what is wrong with the others. Never throws. */
export function readAnswers(model: InterviewModel, value: unknown): { answers: Given[]; problems: AnswerProblem[] } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { answers: [], problems: [{ kind: 'not-an-object', question: '', answer: '' }] };
  }
  const answers: Given[] = [];
  const problems: AnswerProblem[] = [];
  for (const [question, given] of Object.entries(value)) {
    const known = model.questions.find((one) => one.id === question);
    const answer = typeof given === 'string' ? given : String(JSON.stringify(given));
    const fitting = known && (knows(model, { question, answer }) ? answer : asCountry(model, known, answer));
    if (fitting) answers.push({ question, answer: fitting });
    else problems.push({ kind: known ? 'unknown-answer' : 'unknown-question', question, answer });
  }
  return { answers, problems };
}

/** Any country code is an answer; one the model knows nothing about is another country. */
function asCountry(model: InterviewModel, question: ModelQuestion, answer: string): string | null {
  if (question.id !== COUNTRY_QUESTION || !/^[a-z]{2}$/i.test(answer)) return null;
  const code = answer.toUpperCase();
  return knows(model, { question: question.id, answer: code }) ? code : OTHER_COUNTRY;
}

/** Answers by question, those known beforehand included. */
export const answersOf = (interview: Interview): Map<string, string> =>
  new Map([...interview.known, ...interview.answers].map((one) => [one.question, one.answer]));

const knows = (model: InterviewModel, given: Given): boolean =>
  model.questions.some((one) => one.id === given.question && one.answers.some((answer) => answer.id === given.answer));
