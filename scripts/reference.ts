import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { say, type Words } from '../lib/i18n/index.ts';
import { type Library, readLibrary } from '../lib/library/read.ts';
import type { Diagnosis, Fact, FamilySignal, Signal } from '../lib/library/schema.ts';
import { isMain, optionsOf, ROOT, runCommand, UserError } from './cli.ts';

const DOC = join(ROOT, 'docs', 'reference.md');

/** The English words the page is written with. */
export interface ReferenceWords {
  library: Words;
  facts: Words;
}

export function readWords(root: string = ROOT): ReferenceWords {
  const read = (name: string): Words =>
    JSON.parse(readFileSync(join(root, 'lib', 'i18n', 'locales', 'en', `${name}.json`), 'utf8')) as Words;
  return { library: read('library'), facts: read('facts') };
}

/** What a sentence's `seen` means. */
const SEEN: Record<string, string> = {
  web: "Alipay's web pages",
  app: "Alipay's app",
  api: 'answers to shops',
  shop: "shops and travellers' reports",
  library: 'default texts of the page library',
};
const OUTCOMES: Record<Diagnosis['outcome'], string> = {
  'not-paid': 'not paid',
  unknown: 'not known: look before paying again',
  paid: 'paid',
};
/** How many words of a concept are shown. */
const SHOWN = 12;

const escaped = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const code = (text: string): string => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``);
const anchor = (id: string): string => `[${id}](#${id})`;

function wordsFor(words: Words, key: string, slots = {}): string {
  if (!(key in words)) throw new UserError(`There are no English words for "${key}".`, 1);
  return say(words, key, slots);
}

const sourceLinks = (ids: readonly string[]): string => ids.map((id) => `[${id}](#source-${id})`).join(', ');

function familyLines(signal: FamilySignal): string[] {
  const notes = [
    signal.certainty,
    signal.strength === 'alone' ? 'names a failure by itself' : 'only where an error stands',
    ...(signal.rank === 0 ? [] : [`rank ${signal.rank > 0 ? '+' : ''}${signal.rank}`]),
  ];
  return [
    `- **${signal.id}** (${notes.join('; ')}; ${sourceLinks([signal.source])})${signal.note ? `. ${signal.note}` : ''}`,
    ...signal.say.map((pattern) => `  - ${code(pattern)}`),
    ...(signal.unless ? [`  - not with ${signal.unless.map(code).join(', ')}`] : []),
  ];
}

const ofKind = <Kind extends Signal['kind']>(signals: readonly Signal[], kind: Kind) =>
  signals.filter((one): one is Extract<Signal, { kind: Kind }> => one.kind === kind);

function signalLines({ signals }: Diagnosis): string[] {
  const families = ofKind(signals, 'family');
  const sentences = ofKind(signals, 'sentence');
  const others = [
    ...ofKind(signals, 'address').map(({ id, host, path, query, certainty, source }) => {
      const parts = [
        host && `host ${code(host)}`,
        path && `path with ${code(path)}`,
        query && `${code(query.join('='))}`,
      ].filter(Boolean);
      return `- **${id}** (${certainty}; ${sourceLinks([source])}): an address with ${parts.join(', ')}`;
    }),
    ...ofKind(signals, 'structure').map(
      ({ id, selector, certainty, source }) =>
        `- **${id}** (${certainty}; ${sourceLinks([source])}): a visible ${code(selector)}`,
    ),
  ];
  return [
    ...(families.length > 0 ? ['Families of phrases:', '', ...families.flatMap(familyLines), ''] : []),
    ...(others.length > 0 ? ['Addresses and elements:', '', ...others, ''] : []),
    ...(sentences.length > 0
      ? [
          `${sentences.length} whole ${sentences.length === 1 ? 'sentence' : 'sentences'}:`,
          '',
          '| Sentence | Known from | Source |',
          '| --- | --- | --- |',
        ]
      : []),
    ...sentences.map(({ text, seen, source }) => `| ${escaped(text)} | ${SEEN[seen]} | ${sourceLinks([source])} |`),
    ...(sentences.length > 0 ? [''] : []),
  ];
}

function diagnosisLines(one: Diagnosis, library: Library, { library: words }: ReferenceWords): string[] {
  const { codes, families } = library.codes;
  const known = codes.filter(({ diagnosis }) => diagnosis === one.id);
  const guessed = families.filter(({ diagnosis }) => diagnosis === one.id);
  const declined = library.declineCodes.filter(({ diagnosis }) => diagnosis === one.id);
  const list = (prefix: string, ids: readonly string[]): string[] =>
    ids.map((id, at) => `${at + 1}. ${wordsFor(words, `${prefix}.${id}`)}`);
  return [
    `### ${one.id}`,
    '',
    `**${wordsFor(words, `title.${one.id}`)}.** ${wordsFor(words, `what.${one.id}`)}`,
    '',
    `- Who can fix it: ${one.fixers.map((id) => wordsFor(words, `fixer.${id}`)).join('; ')}`,
    `- The money: ${OUTCOMES[one.outcome]}`,
    `- Another try: ${wordsFor(words, `retry.${one.retry.when}`, { minutes: one.retry.waitMinutes ?? '' })}`,
    `- Codes: ${known.length} of Alipay's${guessed.length > 0 ? ` and ${guessed.length} ${guessed.length === 1 ? 'family' : 'families'} of codes` : ''}; ${declined.length} codes a bank may read out`,
    ...(one.facts.length > 0 ? [`- Facts: ${one.facts.map((id) => `[${id}](#fact-${id})`).join(', ')}`] : []),
    `- Sources of the advice: ${sourceLinks(one.sources)}; checked ${one.checked}`,
    '',
    'What to do:',
    '',
    ...list('steps', one.steps),
    '',
    'What not to do:',
    '',
    ...list('avoid', one.avoid),
    '',
    ...signalLines(one),
  ];
}

function factLines(fact: Fact, words: Words): string[] {
  const wrong = fact.correctsCommonAdvice
    ? [`  Common advice that is wrong: ${wordsFor(words, `${fact.id}.wrong`, fact.values)}`]
    : [];
  return [
    `- <a id="fact-${fact.id}"></a>**${fact.id}** (${fact.confidence} confidence; checked ${fact.checked}; ${sourceLinks(fact.sources)}).`,
    `  ${wordsFor(words, fact.id, fact.values)}`,
    ...wrong,
  ];
}

/** Names of the concepts that some family uses, by name. */
function usedConcepts({ diagnoses }: Library): string[] {
  const patterns = diagnoses.flatMap(({ signals }) =>
    ofKind(signals, 'family').flatMap(({ say: patternsOf, unless = [] }) => [...patternsOf, ...unless]),
  );
  return [
    ...new Set(patterns.flatMap((pattern) => [...pattern.matchAll(/\{([a-z0-9-]+)\}/g)].map((found) => found[1]!))),
  ].sort();
}

/**
 * The reference page of the library. Same data, same text.
 * @throws UserError when the data names something that has no words or no source
 */
export function referencePage(library: Library, words: ReferenceWords): string {
  const { diagnoses, lexicon, facts, sources } = library;
  const named = [
    ...diagnoses.flatMap((one) => [...one.sources, ...one.signals.map(({ source }) => source)]),
    ...facts.flatMap((one) => one.sources),
  ];
  const missing = named.find((id) => !(id in sources));
  if (missing) throw new UserError(`sources.json has no "${missing}".`, 1);
  const overview = diagnoses.map((one) => {
    const count = (kind: Signal['kind']): number => ofKind(one.signals, kind).length;
    const cells = [
      anchor(one.id),
      escaped(wordsFor(words.library, `title.${one.id}`)),
      one.fixers.join(', '),
      one.retry.when,
      count('family'),
      count('sentence'),
      library.codes.codes.filter(({ diagnosis }) => diagnosis === one.id).length,
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '# Reference of the library',
    '',
    'Made from `lib/library` and the English words by `npm run reference`. Do not edit: a test compares this page with the data.',
    '',
    `${diagnoses.length} diagnoses, ${library.codes.codes.length} codes of Alipay's, ${library.declineCodes.length} decline codes, ${facts.length} facts, ${Object.keys(sources).length} sources.`,
    '',
    'How to read a pattern: words in order; `{card}` is any word of that [concept](#concepts); `(a|b)` is one or the other; `...` lets the next word stand',
    'anywhere later in the sentence, `&` anywhere in it at all. How certain an answer is, and which of two rules wins, is in',
    '[adding a diagnosis](adding-a-diagnosis.md).',
    '',
    '| Diagnosis | On screen | Who can fix it | Another try | Families | Sentences | Codes |',
    '| --- | --- | --- | --- | ---: | ---: | ---: |',
    ...overview,
    '',
    '## Diagnoses',
    '',
    ...diagnoses.flatMap((one) => diagnosisLines(one, library, words)),
    '## Concepts',
    '',
    `The words that patterns name. At most ${SHOWN} are shown; all of them are in \`lib/library/lexicon.json\`.`,
    '',
    ...usedConcepts(library).map((name) => {
      const all = lexicon[name] ?? [];
      return `- **${name}** (${all.length}): ${all.slice(0, SHOWN).join(', ')}${all.length > SHOWN ? ' …' : ''}`;
    }),
    '',
    '## Facts',
    '',
    ...facts.flatMap((one) => factLines(one, words.facts)),
    '',
    '## Sources',
    '',
    ...Object.entries(sources).map(([id, one]) => {
      const where = one.where.startsWith('https://') && !/[\s;]/.test(one.where) ? `<${one.where}>` : one.where;
      const dates = [one.date && `of ${one.date}`, `checked ${one.checked}`].filter(Boolean).join(', ');
      return `- <a id="source-${id}"></a>**${id}**: ${one.title}${where ? `. ${where}` : ''} (${dates})`;
    }),
    '',
  ].join('\n');
}

async function main(): Promise<void> {
  optionsOf('npm run reference    writes docs/reference.md', {});
  writeFileSync(DOC, referencePage(readLibrary(), readWords()));
  process.stdout.write(`Written to ${relative(ROOT, DOC)}.\n`);
}

if (isMain(import.meta.url)) await runCommand(main);
