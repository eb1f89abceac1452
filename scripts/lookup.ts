import { readFileSync } from 'node:fs';
import { readLibrary } from '../lib/library/read.ts';
import type { LookupAnswer } from '../lib/understand/lookup-answer.ts';
import { shippedReaders } from './shipped-readers.ts';
import { fromUsersFolder, isMain, optionsOf, reason, runCommand, UserError } from './cli.ts';

const USAGE = `Says what a message or a code means.

  npm run lookup -- "付款失败"                        for people
  npm run --silent lookup -- --json "TEXT"            one line: [{"diagnosis","certainty","score","matched"}], best first
  npm run --silent lookup -- --json --batch FILE      a JSON array of texts: an array of those arrays`;

function readBatch(file: string): string[] {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(fromUsersFolder(file), 'utf8'));
  } catch (error) {
    throw new UserError(`Cannot read ${file} as JSON: ${reason(error)}`);
  }
  if (!Array.isArray(value)) throw new UserError(`${file} must hold a JSON array of texts.`);
  return value.map((one) => (typeof one === 'string' ? one : ''));
}

/** The answers as outside tools get them. */
const plain = (answers: readonly LookupAnswer[]): object[] =>
  answers.map(({ diagnosis, certainty, score, matched, code }) => ({
    diagnosis,
    certainty,
    score: Number(score.toFixed(3)),
    matched,
    ...(code ? { code } : {}),
  }));

function tell(answers: readonly LookupAnswer[]): string {
  if (!answers.length) return 'We do not know this message. Why: npm run explain -- "the same text"';
  return answers
    .map(({ diagnosis, certainty, matched }) => `${diagnosis} (${certainty}): ${matched.join(' | ')}`)
    .join('\n');
}

async function main(): Promise<void> {
  const { values, words } = optionsOf(USAGE, { json: 'boolean', batch: 'string' }, Infinity);
  if (values.batch === undefined && !words.length)
    throw new UserError('Give a message or a code, for example: npm run lookup -- "付款失败"');
  const texts = values.batch === undefined ? [words.join(' ')] : readBatch(values.batch);
  const library = readLibrary();
  const lookup = shippedReaders(library).lookup;
  const answers = texts.map((text) => lookup(text));
  const shown =
    values.batch !== undefined
      ? JSON.stringify(answers.map(plain))
      : values.json
        ? JSON.stringify(plain(answers[0]!))
        : tell(answers[0]!);
  process.stdout.write(`${shown}\n`);
}

if (isMain(import.meta.url)) await runCommand(main);
