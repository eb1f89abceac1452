import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LibraryError } from '../../lib/library/read.ts';
import { OPEN, openPlaces, refuseOpenPlaces } from '../../lib/library/unfilled.ts';
import { LOCALES } from '../../lib/i18n/index.ts';
import { ROOT, UserError } from '../../scripts/cli.ts';
import { scaffold } from '../../scripts/new-diagnosis.ts';

/** No real diagnosis, so that the command's own example may become one. */
const ID = 'card-not-stamped';
const COPIED = [
  'lib/library',
  'lib/detect',
  'lib/understand',
  'lib/call',
  'lib/pay',
  'lib/case',
  'lib/privacy',
  'lib/i18n',
  'lib/messages.ts',
  'scripts/cli.ts',
  'scripts/new-diagnosis.ts',
  'scripts/new-diagnosis',
  'tests/fixtures',
  'package.json',
];
/** Every file of the copy that is data or code of ours. */
const contents = (root: string): Record<string, string> =>
  Object.fromEntries(
    ['lib', 'scripts', 'tests'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((one) => one.isFile())
        .map((one) => join(one.parentPath, one.name))
        .map((path) => [relative(root, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
    ),
  );

let root: string;
let pristine: Record<string, string>;

/** A copy of what the command touches, so that the project itself is never written to. */
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'card-rescue-new-'));
  for (const path of COPIED) cpSync(join(ROOT, path), join(root, path), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'), 'junction');
  pristine = contents(root);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function reset(): void {
  for (const file of Object.keys(contents(root))) if (!(file in pristine)) rmSync(join(root, file));
  for (const [file, text] of Object.entries(pristine)) writeFileSync(join(root, file), text);
}

const node = (...args: string[]): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, ['--import', 'tsx', ...args], { cwd: root, encoding: 'utf8' });
const start = (...args: string[]) => node(join(root, 'scripts', 'new-diagnosis.ts'), ...args);
/** Runs a few lines with the copy's own code; prints what they give as JSON. */
function ask(lines: string): { value: unknown; error: string } {
  const file = join(root, 'ask.mts');
  writeFileSync(
    file,
    `try { const give = async () => { ${lines} }; console.log(JSON.stringify({ value: await give() ?? null, error: '' })); } catch (error) { console.log(JSON.stringify({ value: null, error: String(error) })); }`,
  );
  const { stdout, stderr } = node(file);
  rmSync(file);
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout) as { value: unknown; error: string };
}
const COMPILE = `const { readLibrary } = await import('./lib/library/read.ts'); const { compileDetectTable, compileLookupData } = await import('./lib/library/compile.ts');
  const library = readLibrary(); const table = compileDetectTable(library);`;
const CASES = `const { loadCases } = await import('./tests/fixtures/load.ts'); return loadCases().filter((one) => one.id.includes('${ID}'));`;

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const readJson = (file: string) => JSON.parse(read(file)) as never;
const write = (file: string, value: unknown): void =>
  writeFileSync(join(root, file), `${JSON.stringify(value, null, 2)}\n`);

const FILES = {
  diagnosis: `lib/library/diagnoses/${ID}.json`,
  cases: `tests/fixtures/cases/${ID}.json`,
  en: 'lib/i18n/locales/en/library.json',
  zh: 'lib/i18n/locales/zh-CN/library.json',
  questions: 'lib/library/questions.json',
  spoken: 'lib/library/spoken.json',
  texts: 'tests/fixtures/texts/families.json',
};
/** The words of every language, English and Chinese among them. */
const WORD_FILES = LOCALES.map((locale) => `lib/i18n/locales/${locale}/library.json`);

const FILLED = {
  id: ID,
  fixers: ['bank'],
  outcome: 'not-paid',
  retry: { when: 'after-bank' },
  steps: ['call-bank', 'check-card-settings'],
  avoid: ['repeat-tries'],
  party: 'bank',
  script: [],
  facts: [],
  alternatives: { visitor: ['cash'], resident: ['cash'] },
  sources: ['bank-card-controls'],
  checked: '2026-11-22',
  signals: [{ kind: 'family', id: 'not-stamped', say: ['{card} ... (尚未盖章|未盖章)'], source: 'expected-wording' }],
};
const URL_OF_CASHIER = 'https://mclient.alipay.com/h5pay/cashierPreConfirm/index.html';

/** What a person would write into the open places. */
function fillAll(): void {
  write(FILES.diagnosis, FILLED);
  for (const file of WORD_FILES)
    writeFileSync(
      join(root, file),
      read(file).replace(new RegExp(`"${OPEN}[^"]*"`, 'g'), '"Words of the new diagnosis"'),
    );
  const spoken = readJson(FILES.spoken) as { families: { say: string[] }[] };
  spoken.families.at(-1)!.say = ['{card} & (没盖章|"not stamped")'];
  write(FILES.spoken, spoken);
  writeFileSync(join(root, FILES.texts), read(FILES.texts).replace(new RegExp(`"${OPEN}[^"]*"`), '"您的卡未盖章"'));
  writeFileSync(join(root, FILES.questions), read(FILES.questions).replace(new RegExp(`"${OPEN}[^"]*"`), '"rare"'));
  const [hit, innocent] = readJson(FILES.cases) as [Record<string, unknown>, Record<string, unknown>];
  const rest = { url: URL_OF_CASHIER, lang: 'zh-CN', note: 'why it exists' };
  write(FILES.cases, [
    { ...hit, ...rest, slots: { text: '该银行卡尚未盖章' } },
    { ...innocent, ...rest, slots: { hint: '如果银行卡尚未盖章，请先盖章' } },
  ]);
}

describe('new-diagnosis', () => {
  beforeEach(reset);

  it('writes the file, the words, the sayings and two cases, and says what to fill in where', () => {
    const { stdout, stderr, status } = start(ID);
    expect([stderr, status]).toEqual(['', 0]);
    const now = contents(root);
    const changed = Object.keys(now)
      .filter((file) => now[file] !== pristine[file])
      .sort();
    expect(changed).toEqual([...new Set([...Object.values(FILES), ...WORD_FILES])].sort());
    for (const file of changed) expect(stdout).toContain(file);
    const words = Object.keys(readJson(FILES.zh));
    for (const kind of ['title', 'short', 'what'])
      expect(words[words.indexOf(`${kind}.${ID}`) + 1]).toBe(`${kind}.unknown-failure`);
    expect(Object.keys((readJson(FILES.questions) as { priors: { causes: object } }).priors.causes).at(-1)).toBe(ID);
  });

  it('leaves the rest of every file it extends as it was', () => {
    start(ID);
    for (const file of [FILES.en, FILES.zh, FILES.questions, FILES.spoken, FILES.texts]) {
      // A comma may have come behind the entry before.
      const lines = (text: string) => text.split('\n').map((line) => line.replace(/,$/, ''));
      const now = lines(read(file));
      expect(
        lines(pristine[file]!).filter((line) => {
          const at = now.indexOf(line);
          if (at >= 0) now.splice(0, at + 1);
          return at < 0;
        }),
        file,
      ).toEqual([]);
    }
  });

  it('breaks the build and the fixtures until it is filled in, and then works', { timeout: 60_000 }, () => {
    start(ID);
    // What the build does first.
    expect(ask(COMPILE).error).toContain(`${ID}.json`);
    expect(ask(CASES).error).toContain(`cases/${ID}.json, ${ID}-dialog`);
    expect(new Set(openPlaces(root).map((one) => one.file))).toEqual(new Set([...Object.values(FILES), ...WORD_FILES]));
    expect(() => refuseOpenPlaces(root)).toThrow(LibraryError);
    fillAll();
    expect(openPlaces(root)).toEqual([]);
    expect(() => refuseOpenPlaces(root)).not.toThrow();
    expect(ask(CASES).value).toHaveLength(2);
    const looked = ask(`${COMPILE} const { makeLookup } = await import('./lib/understand/lookup.ts');
      return makeLookup(table, compileLookupData(library))('付款失败，该银行卡尚未盖章');`);
    expect(looked).toMatchObject({
      error: '',
      value: [{ diagnosis: ID, certainty: 'likely' }, { diagnosis: 'unknown-failure' }],
    });
  });

  it('breaks the build for every single place of its file that is left open', { timeout: 60_000 }, () => {
    start(ID);
    const open = readJson(FILES.diagnosis) as Record<string, unknown>;
    fillAll();
    const fields = Object.keys(open).filter(
      (field) => field !== 'signals' && JSON.stringify(open[field]).includes(OPEN),
    );
    const variants = fields.map((field): [string, unknown] => [field, { ...FILLED, [field]: open[field] }]);
    const signal = (open.signals as Record<string, unknown>[])[0]!;
    for (const field of ['say', 'source'])
      variants.push([`signals.${field}`, { ...FILLED, signals: [{ ...FILLED.signals[0], [field]: signal[field] }] }]);
    expect(variants).toHaveLength(11);
    const { value } =
      ask(`const { writeFileSync } = await import('node:fs'); const { readLibrary } = await import('./lib/library/read.ts');
      const { compileDetectTable } = await import('./lib/library/compile.ts');
      return ${JSON.stringify(variants)}.map(([field, diagnosis]) => { writeFileSync(${JSON.stringify(FILES.diagnosis)}, JSON.stringify(diagnosis));
        try { compileDetectTable(readLibrary()); return [field, '']; } catch (error) { return [field, String(error)]; } });`);
    for (const [field, error] of value as [string, string][]) expect(error, field).toContain(`${ID}.json`);
  });

  it.each([
    ['an id that is taken', ['card-expired'], 'There is a diagnosis "card-expired" already'],
    ['capitals', ['Card-Expired'], 'cannot be an id'],
    ['one word only', ['expired'], 'cannot be an id'],
    ['a path', ['../card-expired'], 'cannot be an id'],
    ['a space', ['card not-activated'], 'cannot be an id'],
    ['an id too long', [`card-${'x'.repeat(60)}`], 'cannot be an id'],
    ['the name of another set of cases', ['innocent-cards'], 'exists already: choose another id'],
  ])('refuses %s', (_, [id], sentence) => {
    expect(() => scaffold(root, id!)).toThrow(UserError);
    expect(() => scaffold(root, id!)).toThrow(sentence);
  });

  it.each([
    ['an id that is taken', ['card-expired'], 'There is a diagnosis "card-expired" already'],
    ['no id', [], 'Give the id'],
    ['two ids', ['card-a', 'card-b'], 'There is no use for "card-b"'],
  ])('says so in one sentence for %s and writes nothing', (_, args, sentence) => {
    const { stdout, stderr, status } = start(...args);
    expect([stdout, status]).toEqual(['', 2]);
    expect(stderr.trimEnd().split('\n')).toEqual([expect.stringContaining(sentence)]);
    expect(contents(root)).toEqual(pristine);
  });

  it.each([
    'lib/library/spoken.json',
    'tests/fixtures/texts/families.json',
    'lib/i18n/locales/zh-CN/library.json',
    'lib/library/questions.json',
  ])('writes nothing when %s is not as expected', (file) => {
    const damaged = pristine[file]!.replace('"title.unknown-failure"', '"title.other"')
      .replace('"priors"', '"prior"')
      .replace(/\n\}\n$/, '}\n');
    expect(damaged).not.toBe(pristine[file]);
    writeFileSync(join(root, file), damaged);
    const before = contents(root);
    expect(() => scaffold(root, ID)).toThrow(UserError);
    expect(() => scaffold(root, ID)).toThrow(`${file} is not as expected`);
    expect(contents(root)).toEqual(before);
  });
});

describe('the project', () => {
  it('has nothing left to fill in', () => {
    expect(openPlaces(ROOT)).toEqual([]);
  });
});
