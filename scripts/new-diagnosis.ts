import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OPEN } from '../lib/library/unfilled.ts';
import { isMain, optionsOf, ROOT, runCommand, UserError } from './cli.ts';

const USAGE = `Starts a new diagnosis: its file, its words in every language, what people say, two fixture pages and
its place in the interview.

  npm run new-diagnosis -- card-not-activated

Everything a person must decide stands there as "${OPEN}: …". Until the last one is filled in, the build and the tests fail.
docs/adding-a-diagnosis.md takes you through it.`;

const SLUG = /^[a-z]+(?:-[a-z0-9]+)+$/;
const LONGEST = 50;
const LAST = 'unknown-failure';
/** Name of the first family. */
const FAMILY = 'said-plainly';

const DIAGNOSIS = (id: string) => ({
  id,
  fixers: [`${OPEN}: who can fix it, the likeliest first: bank, payer, alipay, shop, wait, nobody or unknown`],
  outcome: `${OPEN}: what became of the money as far as the message tells: not-paid, unknown or paid`,
  retry: {
    when: `${OPEN}: when another try makes sense, a value of retryWhen in schema.ts; after-wait also needs "waitMinutes"`,
  },
  steps: [
    `${OPEN}: what to do first; an id with words under "steps." in library.json of each language`,
    `${OPEN}: what to do next; two to seven in all`,
  ],
  avoid: [`${OPEN}: what not to do; an id with words under "avoid."; one to four`],
  party: `${OPEN}: whose sheet helps: bank, alipay, shop or none`,
  script: [],
  facts: [],
  alternatives: {
    visitor: [`${OPEN}: other ways to pay; ids with words under "alternatives."; [] for none`],
    resident: [`${OPEN}: the same for people who live in China`],
  },
  sources: [`${OPEN}: where the advice comes from; ids of sources.json`],
  checked: `${OPEN}: the day you read those sources, YYYY-MM-DD`,
  signals: [
    {
      kind: 'family',
      id: FAMILY,
      // In braces, so that not even a pattern can be left as it is: there is no such concept.
      say: [`{${OPEN}: patterns such as {card} ... {expired-word}; see docs/adding-a-diagnosis.md}`],
      source: `${OPEN}: where these words were seen; an id of sources.json`,
    },
  ],
});

const SAYING = (id: string) => ({
  diagnosis: id,
  id: 'told',
  // In braces, so that not even a pattern can be left as it is: there is no such concept.
  say: [`{${OPEN}: how people tell of it, such as {card} & ("not active"|没激活)}`],
  source: 'expected-wording',
});

const TEXTS = (id: string): [rule: string, texts: string[]] => [
  `${id}/${FAMILY}`,
  [`${OPEN}: another sentence that only this family can read, as a page would write it`],
];

const WORDS: Record<string, string> = {
  title: `${OPEN}: what happened, in at most eight words`,
  short: `${OPEN}: the one thing to do, in one short sentence`,
  what: `${OPEN}: what happened and why, in two or three plain sentences; no blame, no promise`,
};

const CASES = (id: string) => [
  {
    id: `${id}-dialog`,
    template: 'h5-dialog.html',
    slots: { text: `${OPEN}: a sentence that says this failure, as Alipay would write it` },
    url: `${OPEN}: an https address of an alipay.com host, as in the other cases`,
    expect: { diagnosis: id, accept: [], certainty: 'likely', code: '' },
    lang: `${OPEN}: zh-CN, zh-Hant, en …`,
    kind: 'dialog',
    note: `${OPEN}: why this case exists`,
  },
  {
    id: `innocent-${id}-hint`,
    template: 'h5-confirm.html',
    slots: { hint: `${OPEN}: a sentence with the same words that is no failure: a condition, a tip, a menu` },
    url: `${OPEN}: an https address of an alipay.com host, as in the other cases`,
    expect: { diagnosis: null, accept: [], certainty: 'unsure', code: '' },
    lang: `${OPEN}: zh-CN, zh-Hant, en …`,
    kind: 'hint',
    note: `${OPEN}: why this case exists`,
  },
];

/** Files by their path from the project's folder, as they are to be. */
export type Scaffold = Map<string, string>;

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Puts a text before the only place where another one stands. */
function insertBefore(file: string, text: string, anchor: string, added: string): string {
  const parts = text.split(anchor);
  if (parts.length !== 2)
    throw new UserError(
      `${file} is not as expected: "${anchor.trim()}" stands there ${parts.length - 1} times. Nothing was written.`,
      1,
    );
  return `${parts[0]}${added}${anchor}${parts[1]}`;
}

/** Adds entries to a JSON file as text, so that its layout stays, and checks that nothing else changed. */
function addToJson(
  file: string,
  text: string,
  change: (text: string) => string,
  expected: (before: unknown) => unknown,
): string {
  const after = change(text);
  // Order counts as well: the files are read by people.
  if (JSON.stringify(JSON.parse(after)) !== JSON.stringify(expected(JSON.parse(text))))
    throw new UserError(`${file} is not as expected. Nothing was written.`, 1);
  return after;
}

/** The words go before those of the unnamed failure, kind by kind. */
function withWords(file: string, text: string, id: string): string {
  const kindOf = (key: string): string | undefined => Object.keys(WORDS).find((kind) => key === `${kind}.${LAST}`);
  return addToJson(
    file,
    text,
    (before) =>
      Object.entries(WORDS).reduce(
        (now, [kind, words]) =>
          insertBefore(file, now, `  "${kind}.${LAST}":`, `  "${kind}.${id}": ${JSON.stringify(words)},\n`),
        before,
      ),
    (before) =>
      Object.fromEntries(
        Object.entries(before as Record<string, string>).flatMap(([key, words]) => {
          const kind = kindOf(key);
          return kind
            ? [
                [`${kind}.${id}`, WORDS[kind]],
                [key, words],
              ]
            : [[key, words]];
        }),
      ),
  );
}

function withPrior(file: string, text: string, id: string): string {
  const words = `${OPEN}: very-common, common, occasional, uncommon or rare`;
  return addToJson(
    file,
    text,
    (before) => {
      const causes = /"priors": \{\s*"causes": \{[^}]*?(?=\s*\})/.exec(before)?.[0];
      if (!causes)
        throw new UserError(`${file} is not as expected: it has no priors of causes. Nothing was written.`, 1);
      return before.replace(causes, () => `${causes},\n      "${id}": ${JSON.stringify(words)}`);
    },
    (before) => {
      const all = before as { priors: { causes: Record<string, string> } };
      return { ...all, priors: { ...all.priors, causes: { ...all.priors.causes, [id]: words } } };
    },
  );
}

/** Puts one more entry at the end of a JSON text that ends with a list (`depth` 1) or an object (`depth` 0). */
function withLast(file: string, text: string, depth: 0 | 1, entry: string): string {
  const end = depth ? '\n  ]\n}\n' : '\n}\n';
  if (!text.endsWith(end)) throw new UserError(`${file} is not as expected. Nothing was written.`, 1);
  return `${text.slice(0, -end.length)},\n${entry}${end}`;
}

/** The value as JSON, moved to the right. */
const indented = (value: unknown, by: string): string =>
  JSON.stringify(value, null, 2)
    .split('\n')
    .map((line) => by + line)
    .join('\n');

/** What people say goes last among the sayings. */
function withSaying(file: string, text: string, id: string): string {
  const saying = SAYING(id);
  return addToJson(
    file,
    text,
    (before) => withLast(file, before, 1, indented(saying, '    ')),
    (before) => {
      const all = before as { families: unknown[] };
      return { ...all, families: [...all.families, saying] };
    },
  );
}

/** The sentences of the new family go last. */
function withTexts(file: string, text: string, id: string): string {
  const [rule, sentences] = TEXTS(id);
  return addToJson(
    file,
    text,
    (before) => withLast(file, before, 0, indented({ [rule]: sentences }, '').slice(2, -2)),
    (before) => ({ ...(before as object), [rule]: sentences }),
  );
}

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
