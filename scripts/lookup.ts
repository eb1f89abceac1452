/**
 * npm run --silent lookup -- --json "<text>"     one line: [{"diagnosis","certainty","score","matched"}], best first
 * npm run --silent lookup -- --json --batch FILE a JSON array of texts -> an array of those arrays
 * npm run --silent lookup -- --json --image FILE  reads a picture with the engine that the extension ships; the same answers
 * npm run --silent lookup -- --json --images FILE a JSON array of picture files -> an array of those arrays
 * With --text the text read stands beside the answers: {"text", "answers"}, and {"text": "", "answers": [], "problem"} where there is none.
 */
import { readFileSync } from 'node:fs';
import { PictureProblem } from '../lib/understand/picture/problem.ts';
import { makeLookup } from '../lib/understand/lookup.ts';
import type { LookupAnswer } from '../lib/understand/lookup-answer.ts';
import { compileDetectTable, compileLookupData } from '../lib/library/compile.ts';
import { readLibrary } from '../lib/library/read.ts';

/** Ends with one plain sentence. */
function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

function readBatch(file: string): string[] {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    refuse(`Cannot read ${file} as JSON: ${(error as Error).message}`);
  }
  if (!Array.isArray(value)) refuse(`${file} must hold a JSON array of texts.`);
  return value.map((one) => (typeof one === 'string' ? one : ''));
}

const args = process.argv.slice(2);
const json = args.includes('--json');
const withText = args.includes('--text');
const VALUED = ['--batch', '--image', '--images'] as const;
const given = VALUED.filter((name) => args.includes(name));
const [source] = given;
const file = source && args[args.indexOf(source) + 1];
const rest = args.filter(
  (one, index) =>
    one !== '--json' && one !== '--text' && !given.some((name) => [0, 1].includes(index - args.indexOf(name))),
);
const unknown = rest.find((one) => one.startsWith('--'));
if (unknown)
  refuse(
    `Unknown option ${unknown}. Use: npm run lookup -- [--json] "text"  or  [--json] --batch FILE  or  [--json] [--text] --image FILE  or  --images FILE`,
  );
if (given.length > 1) refuse(`Give one of ${given.join(' and ')}.`);
if (source && !file)
  refuse(
    source === '--image'
      ? '--image needs a picture file.'
      : `${source} needs a file with a JSON array of ${source === '--batch' ? 'texts' : 'picture files'}.`,
  );
if (withText && source !== '--image' && source !== '--images')
  refuse('--text shows the text of a picture: use it with --image or --images.');
if (!source && !rest.length) refuse('Give a message or a code, for example: npm run lookup -- "付款失败"');

const library = readLibrary();
const lookup = makeLookup(compileDetectTable(library), compileLookupData(library));
const plain = (answers: readonly LookupAnswer[]): object[] =>
  answers.map(({ diagnosis, certainty, score, matched, code }) => ({
    diagnosis,
    certainty,
    score: Number(score.toFixed(3)),
    matched,
    ...(code ? { code } : {}),
  }));

/** What is printed for a picture. One that holds no text, or cannot be read, has no answers; the reason goes to people and to --text. */
async function answerPictures(files: readonly string[]): Promise<object[]> {
  const { makeFileReader } = await import('./pictures/read.ts');
  const read = await makeFileReader();
  return files.map((one) => {
    try {
      const text = read(one);
      const answers = plain(lookup(text));
      return withText ? { text, answers } : answers;
    } catch (error) {
      const problem = error instanceof PictureProblem ? error.reason : `cannot be opened: ${(error as Error).message}`;
      process.stderr.write(`${one}: ${problem}\n`);
      return withText ? { text: '', answers: [], problem } : [];
    }
  });
}

if (source === '--batch')
  process.stdout.write(`${JSON.stringify(readBatch(file!).map((text) => plain(lookup(text))))}\n`);
else if (source) {
  const many = source === '--images';
  const answers = await answerPictures(many ? readBatch(file!) : [file!]);
  process.stdout.write(`${JSON.stringify(many ? answers : answers[0], null, json ? 0 : 2)}\n`);
} else {
  const answers = lookup(rest.join(' '));
  if (json) process.stdout.write(`${JSON.stringify(plain(answers))}\n`);
  else if (!answers.length) process.stdout.write('This does not look like a failed payment message.\n');
  else
    for (const { diagnosis, certainty, matched } of answers)
      process.stdout.write(`${diagnosis} (${certainty}): ${matched.join(' | ')}\n`);
}
