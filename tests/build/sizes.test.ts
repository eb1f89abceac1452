/** What is shipped may grow by about a tenth until somebody looks. Sizes in bytes, as they travel (gzip). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { BUILD_TIME, ROOT, firstLoad, gzipped, shipped } from './shipped.ts';

let files: Map<string, Buffer>;
beforeAll(async () => {
  files = (await shipped()).chrome;
}, BUILD_TIME);

const sum = (names: readonly string[]): number => names.reduce((total, name) => total + gzipped(files.get(name)!), 0);

/** A budget that is far too large watches nothing, so it may not be more than half as large again. */
function expectWithin(size: number, budget: number, what: string): void {
  expect(size, `${what}: ${size} bytes, budget ${budget}`).toBeLessThanOrEqual(budget);
  expect(size * 1.5, `${what}: only ${size} bytes; lower the budget of ${budget}`).toBeGreaterThan(budget);
}

describe('the scripts in pages', () => {
  it.each([['detector.js', 59_600], ['check-page.js', 55_400]])('%s', (name, budget) => {
    expectWithin(gzipped(files.get(name)!), budget, name);
  });

  it('detector.js beside its table is small', () => {
    const script = String(files.get('detector.js'));
    // The table is the one very long string in it.
    const table = script.match(/["'`][^\n]{50000,}["'`]/)?.[0] ?? '';
    expect(table.length).toBeGreaterThan(50_000);
    expectWithin(gzipped(Buffer.from(script.replace(table, ''))), 11_900, 'code of detector.js');
  });
});

describe('the background', () => {
  it('is small', () => expectWithin(gzipped(files.get('background.js')!), 8_400, 'background.js'));
});

describe('what a page loads before it shows anything', () => {
  it.each([['popup.html', 25_800], ['call-sheet.html', 36_900]])('%s', (page, budget) => {
    const names = firstLoad(files, page);
    expect(names.length).toBeGreaterThan(3);
    expectWithin(sum(names), budget, `${page} (${names.join(', ')})`);
  });

  it('has no table, no codes and no words of other rooms in it', () => {
    for (const page of ['popup.html', 'call-sheet.html']) for (const name of firstLoad(files, page)) expect(name).not.toMatch(/detect-table|lookup|codes-|facts-|library-|interview|script-|advice/);
  });
});

/** The own chunks of the pages, and the parts loaded when they are needed, by the beginning of their names. */
const CHUNKS: Readonly<Record<string, number>> = {
  popup: 8_500, 'call-sheet': 13_200, 'detect-table': 46_100, 'lookup-data': 10_300, advice: 12_300, lookup: 8_100, 'interview-data': 9_400,
};

describe('chunks', () => {
  it.each(Object.entries(CHUNKS))('%s', (start, budget) => {
    const names = [...files.keys()].filter((name) => new RegExp(`^chunks/${start}-[\\w-]{8}\\.js$`).test(name));
    expect(names, start).toHaveLength(1);
    expectWithin(sum(names), budget, start);
  });
});

/** Words on screen by room; the larger of the two languages counts. */
const PACKS: Readonly<Record<string, number>> = { hint: 900, ui: 4_600, library: 9_700, facts: 7_700, script: 12_100, interview: 6_300, alternatives: 1_700, codes: 5_300, 'decline-codes': 6_600 };

describe('language packs', () => {
  it.each(Object.entries(PACKS))('%s', (room, budget) => {
    const own = new RegExp(`^chunks/${room}-[\\w-]{8}\\.js$`);
    // Data chunks of the same name have other keys.
    const keys = Object.keys(JSON.parse(readFileSync(join(ROOT, 'lib', 'i18n', 'locales', 'en', `${room}.json`), 'utf8')) as object);
    const packs = [...files].filter(([name, content]) => own.test(name) && keys.every((key) => String(content).includes(key)));
    expect(packs.length, room).toBe(2);
    expectWithin(Math.max(...packs.map(([, content]) => gzipped(content))), budget, room);
  });
});

describe('all of it', () => {
  it('is a small download', () => {
    expectWithin(sum([...files.keys()]), 396_000, 'the extension');
  });
});
