import { readFileSync } from 'node:fs';
import { readLibrary } from '../lib/library/read.ts';
import { LOOKUP_LIMIT, type Lookup, type LookupAnswer } from '../lib/understand/lookup-answer.ts';
import { redact } from '../lib/privacy/redact.ts';
import { PictureProblem } from '../lib/understand/picture/problem.ts';
import { fromUsersFolder, isMain, optionsOf, reason, runCommand, UserError } from './cli.ts';
import { shippedReaders } from './shipped-readers.ts';

const USAGE = `Says what a message, a code, a story or a picture means.

  npm run lookup -- "付款失败"                        for people
  npm run --silent lookup -- --json "TEXT"            one line: [{"diagnosis","certainty","score","matched"}], best first
  npm run --silent lookup -- --json --batch FILE      a JSON array of texts: an array of those arrays
  npm run --silent lookup -- --json --image FILE      reads a picture with the engine that the extension ships
  npm run --silent lookup -- --json --images FILE     a JSON array of picture files: an array of those arrays
  With --text what was read stands beside the answers of a picture: {"text", "answers"}, with "problem" where there is none.`;

function readBatch(file: string, what: string): string[] {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(fromUsersFolder(file), 'utf8'));
  } catch (error) {
    throw new UserError(`Cannot read ${file} as JSON: ${reason(error)}`);
  }
  if (!Array.isArray(value)) throw new UserError(`${file} must hold a JSON array of ${what}.`);
  return value.map((one) => (typeof one === 'string' ? one : ''));
}

/** Pieces of the text as they may be printed: output is pasted into reports. Codes stay. */
export const printed = ({ matched, code }: LookupAnswer): string[] =>
  matched.map((one) => (one === code ? one : redact(one, LOOKUP_LIMIT)));

/** The answers as outside tools get them. */
export const plain = (answers: readonly LookupAnswer[]): object[] =>
  answers.map((one) => ({
    diagnosis: one.diagnosis,
    certainty: one.certainty,
    score: Number(one.score.toFixed(3)),
    matched: printed(one),
    ...(one.code ? { code: one.code } : {}),
  }));

function tell(answers: readonly LookupAnswer[]): string {
  if (!answers.length) return 'We do not know this message. Why: npm run explain -- "the same text"';
  return answers
    .map((one) => `${one.diagnosis} (${one.certainty})${one.matched.length ? ': ' : ''}${printed(one).join(' | ')}`)
    .join('\n');
}

/** What is printed for pictures. One that holds no text, or cannot be read, has no answers; the reason goes to people and to --text. */
async function answerPictures(files: readonly string[], lookup: Lookup, withText: boolean): Promise<object[]> {
  const { makeFileReader } = await import('./pictures/read.ts');
  const read = await makeFileReader();
  return files.map((one) => {
    try {
      const text = read(fromUsersFolder(one));
      const answers = plain(lookup(text));
      return withText ? { text, answers } : answers;
    } catch (error) {
      const problem = error instanceof PictureProblem ? error.reason : `cannot be opened: ${(error as Error).message}`;
      process.stderr.write(`${one}: ${problem}\n`);
      return withText ? { text: '', answers: [], problem } : [];
    }
  });
}

async function main(): Promise<void> {
  const { values, words } = optionsOf(
    USAGE,
    { json: 'boolean', text: 'boolean', batch: 'string', image: 'string', images: 'string' },
    Infinity,
  );
  const sources = [values.batch, values.image, values.images].filter((one) => one !== undefined);
  if (sources.length > 1) throw new UserError('Give one of --batch, --image and --images.');
  if (values.text && values.image === undefined && values.images === undefined)
    throw new UserError('--text shows the text of a picture: use it with --image or --images.');
  if (!sources.length && !words.length)
    throw new UserError('Give a message or a code, for example: npm run lookup -- "付款失败"');
  const { lookup } = shippedReaders(readLibrary());
  const print = (value: unknown): void =>
    void process.stdout.write(`${JSON.stringify(value, null, values.json ? undefined : 2)}\n`);
  if (values.image !== undefined) print((await answerPictures([values.image], lookup, values.text === true))[0]);
  else if (values.images !== undefined)
    print(await answerPictures(readBatch(values.images, 'picture files'), lookup, values.text === true));
  else if (values.batch !== undefined)
    process.stdout.write(`${JSON.stringify(readBatch(values.batch, 'texts').map((text) => plain(lookup(text))))}\n`);
  else {
    const answers = lookup(words.join(' '));
    process.stdout.write(`${values.json ? JSON.stringify(plain(answers)) : tell(answers)}\n`);
  }
}

if (isMain(import.meta.url)) await runCommand(main);
