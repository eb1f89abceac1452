/**
 * The interview at the command line: what is known as JSON in, the ranked causes and the next question out.
 * Its JSON form is a contract for outside tools; the text form is for people.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileInterview, type InterviewModel, type Issuers } from '../lib/case/interview-model.ts';
import { nextQuestion, rankCauses } from '../lib/case/interview.ts';
import {
  answerQuestion,
  readAnswers,
  startInterview,
  type Given,
  type PageFinding,
} from '../lib/case/told-interview.ts';
import type { QuestionsFile } from '../lib/library/questions.ts';
import { ROOT, UserError, isMain, optionsOf, reason, runCommand } from './cli.ts';

const USAGE = `Answers the interview's questions and prints the causes that are left, and the next question.

  npm run --silent interview -- [--json] '{"card-kind": "prepaid"}'`;

const CERTAINTIES = ['exact', 'likely', 'unsure'] as const;
/** A failure without a named cause: allowed, and says nothing. */
const NO_CAUSE = 'unknown-failure';
const SHOWN = 5;

const readJson = <T>(...path: string[]): T => JSON.parse(readFileSync(join(ROOT, 'lib', ...path), 'utf8')) as T;

/** The model of the shipped data. */
export function loadModel(): InterviewModel {
  return compileInterview(
    readJson<QuestionsFile>('library', 'questions.json'),
    readJson<Issuers>('library', 'issuers.json'),
  );
}

/** The answer to one input, as printed with --json. Throws UserError naming what is unknown. */
export function interviewReport(model: InterviewModel, input: unknown) {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new UserError('The input must be a JSON object such as {"card-kind": "prepaid"}.');
  }
  const { finding, certainty, code, tells, ...given } = input as Record<string, unknown>;
  const { answers, problems } = readAnswers(model, given);
  const problem = problems[0];
  if (problem) throw new UserError(complaint(model, problem.question, problem.answer));
  const start = { finding: readFinding(model, finding, certainty, code), tells: readTells(model, tells) };
  const interview = answers.reduce(
    (state, one) => answerQuestion(model, state, one.question, one.answer),
    startInterview(model, start),
  );
  const write = (one: Given): string => `${one.question}/${one.answer}`;
  const causes = rankCauses(model, interview).map((cause) => ({
    ...cause,
    for: cause.for.map(write),
    against: cause.against.map(write),
  }));
  return { causes, next: nextQuestion(model, interview) };
}

function complaint(model: InterviewModel, question: string, answer: string): string {
  const known = model.questions.find((one) => one.id === question);
  if (!known)
    return `Unknown question "${question}". Known: ${[...model.questions.map((one) => one.id), 'finding', 'certainty', 'code', 'tells'].join(', ')}.`;
  const ids = known.answers.map((one) => one.id);
  return `Unknown answer ${answer.startsWith('"') ? answer : `"${answer}"`} to "${question}". Known: ${ids.join(', ')}.`;
}

function readFinding(model: InterviewModel, finding: unknown, certainty: unknown, code: unknown): PageFinding | null {
  const known: readonly string[] = [...model.causes, NO_CAUSE];
  if (finding !== undefined && !known.includes(finding as string)) {
    throw new UserError(`Unknown finding ${JSON.stringify(finding)}. Known: ${known.join(', ')}.`);
  }
  const sure = CERTAINTIES.find((one) => one === certainty);
  if (certainty !== undefined && !sure)
    throw new UserError(`Unknown certainty ${JSON.stringify(certainty)}. Known: ${CERTAINTIES.join(', ')}.`);
  if (code !== undefined && typeof code !== 'string')
    throw new UserError('"code" must be a text, such as "ACQ.TRADE_HAS_CLOSE".');
  // A printed code outranks the sentence around it.
  const coded = code ? findCode(code) : null;
  if (coded && (finding === undefined || finding === NO_CAUSE)) return coded;
  return finding === undefined ? null : { diagnosis: finding as string, certainty: sure ?? 'likely' };
}

function findCode(code: string): PageFinding | null {
  const { codes } = readJson<{ codes: (PageFinding & { code: string })[] }>('library', 'codes.json');
  const found = codes.find((one) => one.code.toUpperCase() === code.trim().toUpperCase());
  return found ? { diagnosis: found.diagnosis, certainty: found.certainty } : null;
}

function readTells(model: InterviewModel, tells: unknown): string[] {
  if (tells === undefined) return [];
  const known = model.tells.map((one) => one.id);
  const list: unknown[] = Array.isArray(tells) ? tells : [tells];
  const unknown = list.find((one) => !known.includes(one as string));
  if (unknown !== undefined)
    throw new UserError(`Unknown "tells" ${JSON.stringify(unknown)}. Known: ${known.join(', ')}.`);
  return list as string[];
}

/** A short text for people, in English. */
function describe(report: ReturnType<typeof interviewReport>): string {
  const words = readJson<Record<string, string>>('i18n', 'locales', 'en', 'interview.json');
  const say = (key: string): string => words[key] ?? key;
  const lines = report.causes.slice(0, SHOWN).map((one) => {
    const because = one.for.length > 0 ? `  (${say('for').toLowerCase()}: ${one.for.join(', ')})` : '';
    return `${say(`level.${one.level}`).padEnd(12)} ${(100 * one.probability).toFixed(0).padStart(3)} %  ${one.diagnosis}${because}`;
  });
  if (report.causes[0]?.level !== 'most-likely') lines.unshift(`${say('result.cannot-tell')}.`);
  if (report.next) {
    lines.push(
      '',
      say(`question.${report.next.question}`),
      `  ${report.next.question}: ${report.next.answers.join(', ')}`,
    );
  }
  return lines.join('\n');
}

async function main(): Promise<void> {
  const { values, words } = optionsOf(USAGE, { json: 'boolean' }, 1);
  let input: unknown;
  try {
    input = JSON.parse(words[0]?.trim() || '{}');
  } catch (error) {
    throw new UserError(`The input is not valid JSON: ${reason(error)}`);
  }
  const report = interviewReport(loadModel(), input);
  process.stdout.write(`${values.json ? JSON.stringify(report) : describe(report)}\n`);
}

if (isMain(import.meta.url)) await runCommand(main);
