import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OPEN } from '../lib/library/unfilled.ts';
import { isMain, optionsOf, ROOT, runCommand, UserError } from './cli.ts';
import { CASES, DIAGNOSIS } from './new-diagnosis/blanks.ts';
import { withPrior, withSaying, withTexts, withWords } from './new-diagnosis/edits.ts';

const USAGE = `Starts a new diagnosis: its file, its words in every language, what people say, two fixture pages and
its place in the interview.

  npm run new-diagnosis -- card-not-activated

Everything a person must decide stands there as "${OPEN}: …". Until the last one is filled in, the build and the tests fail.
docs/adding-a-diagnosis.md takes you through it.`;

const SLUG = /^[a-z]+(?:-[a-z0-9]+)+$/;
const LONGEST = 50;
/** Files by their path from the project's folder, as they are to be. */
export type Scaffold = Map<string, string>;

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function refuseBadId(root: string, id: string): void {
  if (!SLUG.test(id) || id.length > LONGEST) {
    throw new UserError(
      `"${id}" cannot be an id: take two or more lower-case words joined by hyphens, such as card-not-activated (at most ${LONGEST} characters).`,
    );
  }
  if (existsSync(join(root, 'lib/library/diagnoses', `${id}.json`)))
    throw new UserError(`There is a diagnosis "${id}" already: see lib/library/diagnoses/${id}.json.`);
  if (existsSync(join(root, 'tests/fixtures/cases', `${id}.json`)))
    throw new UserError(`tests/fixtures/cases/${id}.json exists already: choose another id.`);
}

/**
 * All that is to be written for a new diagnosis; nothing is written here.
 * @param root the project's folder
 * @throws UserError for an id that cannot be used, or a file that is not as expected
 */
export function scaffold(root: string, id: string): Scaffold {
  refuseBadId(root, id);
  const files: Scaffold = new Map();
  const edit = (file: string, change: (text: string) => string): void => {
    files.set(file, change(readFileSync(join(root, file), 'utf8')));
  };
  files.set(`lib/library/diagnoses/${id}.json`, json(DIAGNOSIS(id)));
  for (const locale of readdirSync(join(root, 'lib/i18n/locales')).toSorted()) {
    const file = `lib/i18n/locales/${locale}/library.json`;
    edit(file, (text) => withWords(file, text, id));
  }
  edit('lib/library/questions.json', (text) => withPrior('lib/library/questions.json', text, id));
  files.set(`tests/fixtures/cases/${id}.json`, json(CASES(id)));
  edit('lib/library/spoken.json', (text) => withSaying('lib/library/spoken.json', text, id));
  const texts = 'tests/fixtures/texts/families.json';
  edit(texts, (text) => withTexts(texts, text, id));
  return files;
}

function tell(files: Scaffold, id: string): string {
  const lines = [...files].map(([file, text]) => {
    const open = text.split(OPEN).length - 1;
    return `  ${file}: ${open} to fill in`;
  });
  return `Started the diagnosis "${id}":
${lines.join('\n')}

Now fill in every "${OPEN}"; each one says what belongs there. Until then "npm run build" and "npm test" fail and name the place.
  1. The file of the diagnosis: who fixes it, what to do, where that is known from, and the words that give it away.
  2. The words in every language: the same facts, said naturally in each.
  3. What people say when they type it (spoken.json), and a sentence for the family (families.json).
  4. The two fixture pages: one that must be found and one, with the same words, that must stay silent. More are better.
  5. How common it is, in questions.json. If a question of the interview can tell it from others, add its row there.

Then see how it does, and write down what changed:
  npm run accuracy -- --only ${id}
  npm run accuracy                      no other page may change its answer
  npm run reference
  npm run explain -- "a sentence"       when a sentence is not found: what was dropped, and by what
  npm test

docs/adding-a-diagnosis.md explains patterns, certainty and order.`;
}

async function main(): Promise<void> {
  const [id] = optionsOf(USAGE, {}, 1).words;
  if (id === undefined)
    throw new UserError('Give the id of the new diagnosis: npm run new-diagnosis -- card-not-activated');
  const files = scaffold(ROOT, id);
  for (const [file, text] of files) {
    mkdirSync(dirname(join(ROOT, file)), { recursive: true });
    writeFileSync(join(ROOT, file), text);
  }
  process.stdout.write(`${tell(files, id)}\n`);
}

if (isMain(import.meta.url)) await runCommand(main);
