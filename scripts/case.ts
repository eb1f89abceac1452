/**
 * npm run --silent case -- --json '<case>'       one case -> one answer (the forms are in docs/architecture.md)
 * npm run --silent case -- --json --batch FILE   a JSON array of cases -> an array of answers
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { answerCase } from '../lib/case/answer.ts';
import { type CaseData, isLook, makeCaseData, speaksOfMoney } from '../lib/case/case-data.ts';
import { type Understand, readCase } from '../lib/case/read-case.ts';
import { writeAnswer } from '../lib/case/write-answer.ts';
import type { AlternativesFile } from '../lib/library/alternatives.ts';
import { type Library, readLibrary } from '../lib/library/read.ts';
import { shippedReaders } from './shipped-readers.ts';
import { makeStoryReader } from '../lib/understand/story.ts';
import { ROOT, UserError, fromUsersFolder, isMain, reason, runCommand } from './cli.ts';

/** The data of a case as the extension has it, from the library's files. */
export function loadCaseData(library: Library = readLibrary()): CaseData {
  const alternatives = JSON.parse(
    readFileSync(join(ROOT, 'lib', 'library', 'alternatives.json'), 'utf8'),
  ) as AlternativesFile;
  return makeCaseData({
    library: {
      diagnoses: Object.fromEntries(library.diagnoses.map(({ signals: _signals, ...rest }) => [rest.id, rest])),
      sources: library.sources,
      facts: Object.fromEntries(library.facts.map((one) => [one.id, one])),
    },
    interview: { questions: library.questions, issuers: library.issuers },
    rules: { steps: library.steps, situations: library.situations },
    alternatives,
    codes: Object.fromEntries(library.codes.codes.map(({ code, ...rest }) => [code, rest])),
  });
}

/** What texts tell, read as in the popup. */
export function loadUnderstand(library: Library, data: CaseData): Understand {
  const readers = shippedReaders(library);
  return makeStoryReader(
    readers.lookup,
    readers.learned,
    (question, answer) => isLook(question, answer, data),
    (diagnosis) => speaksOfMoney(diagnosis, data),
  );
}

/** One answer in the form of the contract; what was ignored is named in it. */
export function caseReport(input: unknown, data: CaseData, understand: Understand): object {
  const read = readCase(input, data, understand);
  return writeAnswer(answerCase(read.case, data), read.ignored);
}

function parse(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UserError(`${what} is not valid JSON: ${reason(error)}`);
  }
}

async function main(): Promise<void> {
  let args;
  try {
    args = parseArgs({ options: { json: { type: 'boolean' }, batch: { type: 'string' } }, allowPositionals: true });
  } catch (error) {
    throw new UserError(`${reason(error)} Usage: npm run --silent case -- --json '<case>' or --json --batch FILE`);
  }
  const { values, positionals } = args;
  const library = readLibrary();
  const data = loadCaseData(library);
  const understand = loadUnderstand(library, data);
  let output: unknown;
  if (values.batch !== undefined) {
    const path = fromUsersFolder(values.batch);
    let text: string;
    try {
      text = readFileSync(path, 'utf8');
    } catch (error) {
      throw new UserError(`Cannot read ${path}: ${reason(error)}`);
    }
    const cases = parse(text, path);
    if (!Array.isArray(cases)) throw new UserError(`${path} must hold a JSON array of cases.`);
    output = cases.map((one) => caseReport(one, data, understand));
  } else {
    if (positionals.length !== 1)
      throw new UserError(
        'Give one case, for example: npm run --silent case -- --json \'{"answers": {"payment-record": "pending"}}\'',
      );
    output = caseReport(parse(positionals[0]!, 'The case'), data, understand);
  }
  process.stdout.write(`${JSON.stringify(output, null, values.json ? undefined : 2)}\n`);
}

if (isMain(import.meta.url)) await runCommand(main);
