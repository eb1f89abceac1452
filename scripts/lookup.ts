/**
 * npm run --silent lookup -- --json "<text>"     one line: [{"diagnosis","certainty","score","matched"}], best first
 * npm run --silent lookup -- --json --batch FILE a JSON array of texts -> an array of those arrays
 */
import { readFileSync } from 'node:fs';
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
const batchAt = args.indexOf('--batch');
const rest = args.filter(
  (one, index) => one !== '--json' && index !== batchAt && (batchAt < 0 || index !== batchAt + 1),
);
const unknown = rest.find((one) => one.startsWith('--'));
if (unknown) refuse(`Unknown option ${unknown}. Use: npm run lookup -- [--json] "text"  or  [--json] --batch FILE`);
if (batchAt >= 0 && !args[batchAt + 1]) refuse('--batch needs a file with a JSON array of texts.');
if (batchAt < 0 && !rest.length) refuse('Give a message or a code, for example: npm run lookup -- "付款失败"');

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

if (batchAt >= 0)
  process.stdout.write(`${JSON.stringify(readBatch(args[batchAt + 1]!).map((text) => plain(lookup(text))))}\n`);
else {
  const answers = lookup(rest.join(' '));
  if (json) process.stdout.write(`${JSON.stringify(plain(answers))}\n`);
  else if (!answers.length)
    process.stdout.write('This does not look like a failed payment message. Why: npm run explain -- "the same text"\n');
  else
    for (const { diagnosis, certainty, matched } of answers)
      process.stdout.write(`${diagnosis} (${certainty}): ${matched.join(' | ')}\n`);
}
