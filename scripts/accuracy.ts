import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Library, readLibrary } from '../lib/library/read.ts';
import {
  SETS,
  confusionsOf,
  figuresOf,
  isWrongFact,
  type Outcome,
  unseenRules,
  verdictOf,
} from './accuracy/figures.ts';
import { asJson, asMarkdown, asText, describe, type Report } from './accuracy/report.ts';
import { lookUpAll, only, pageSamples, readPages, textSamples } from './accuracy/samples.ts';
import { isMain, optionsOf, ROOT, runCommand, UserError } from './cli.ts';

const USAGE = `Judges the rules: every fixture page in the installed Chromium with the built extension (two to three minutes), every held-out
text and every sentence of the library by the lookup.

  npm run accuracy                     the tables, and what is not right
  npm run accuracy -- --texts          only the texts and sentences: seconds, no browser
  npm run accuracy -- --only WORD      only samples in whose id, text or diagnosis WORD stands ("innocent" for innocent ones)
  npm run accuracy -- --json           the figures for other tools
  npm run accuracy -- --write          also writes docs/accuracy.md

Ends with 1 when a sample of an ordinary page gets an alarm, or when a wrong answer is told as a fact.`;

const DOC = join(ROOT, 'docs', 'accuracy.md');

/** Ids of the rules that a page can prove: sentences are known by heart, codes are counted in the codes' own tests. */
function rulesOf(library: Library): string[] {
  return library.diagnoses.flatMap(({ id, signals }) =>
    signals.flatMap((signal) => (signal.kind === 'sentence' ? [] : [`${id}/${signal.id}`])),
  );
}

/**
 * Runs the judgement.
 * @param options.texts leave the browser out; `only` keeps samples in which a word stands
 * @throws UserError when nothing is left to judge, or the browser or build fails
 */
export async function measure(options: { texts?: boolean; only?: string }): Promise<Report> {
  const library = readLibrary();
  const word = options.only ?? '';
  const texts = only(textSamples(library), word);
  const pages = options.texts ? [] : only(pageSamples(), word);
  if (texts.length + pages.length === 0) throw new UserError(`No sample has "${word}" in its id, text or diagnosis.`);
  const read = lookUpAll(texts, library);
  if (pages.length > 0) process.stderr.write(`Reading ${pages.length} pages in the browser …\n`);
  const run =
    pages.length > 0 ? await readPages(pages.map(({ one }) => one)) : { outcomes: [], browser: '', withoutHint: [] };
  const outcomes: Outcome[] = [...run.outcomes, ...read];
  const order = library.diagnoses.map(({ id }) => id);
  const sets = SETS.map((name) => [name, outcomes.filter(({ sample }) => sample.set === name)] as const).filter(
    ([, all]) => all.length > 0,
  );
  return {
    date: new Date().toISOString().slice(0, 10),
    browser: run.browser,
    sets: Object.fromEntries(sets.map(([name, all]) => [name, figuresOf(all, order)])),
    confusions: confusionsOf(outcomes),
    outcomes,
    withoutHint: run.withoutHint,
    // Only a whole run can tell that a rule is never needed.
    unseenRules: pages.length > 0 && word === '' ? unseenRules(run.outcomes, rulesOf(library)) : [],
  };
}

/** What must not happen, one line each. */
export function violations({ outcomes }: Pick<Report, 'outcomes'>): string[] {
  return outcomes
    .filter((one) => verdictOf(one) === 'false alarm' || isWrongFact(one))
    .map((one) => `${verdictOf(one)}: ${describe(one)}`);
}

async function main(): Promise<number> {
  const { values } = optionsOf(USAGE, { json: 'boolean', texts: 'boolean', only: 'string', write: 'boolean' });
  if (values.write && (values.texts || values.only !== undefined))
    throw new UserError('--write takes a whole run: leave out --texts and --only.');
  const report = await measure(values);
  process.stdout.write(`${values.json ? asJson(report) : asText(report)}\n`);
  if (values.write) {
    writeFileSync(DOC, asMarkdown(report));
    process.stderr.write(`Written to ${relative(ROOT, DOC)}.\n`);
  }
  const bad = violations(report);
  if (bad.length > 0)
    process.stderr.write(`\n${bad.length} that must not be:\n${bad.map((line) => `  ${line}`).join('\n')}\n`);
  return bad.length > 0 ? 1 : 0;
}

if (isMain(import.meta.url)) await runCommand(main);
