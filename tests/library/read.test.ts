import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { LibraryError, parseFile, readLibrary } from '../../lib/library/read.ts';
import { DIAGNOSIS_IDS } from '../../lib/library/diagnosis-ids.ts';

const HERE = join(import.meta.dirname, '..', '..', 'lib', 'library');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'card-rescue-library-'));
  cpSync(HERE, folder, { recursive: true, filter: (path) => !path.endsWith('.ts') });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Changes one file of the copied library. */
function change(file: string, to: (text: string) => string): void {
  const path = join(folder, file);
  writeFileSync(path, to(readFileSync(path, 'utf8')));
}

const refusal = (): string => {
  try {
    readLibrary(folder);
    return 'nothing was refused';
  } catch (error) {
    expect(error).toBeInstanceOf(LibraryError);
    return (error as Error).message;
  }
};

describe('the library', () => {
  it('is whole, in the order of the file names', () => {
    const library = readLibrary();
    expect(library.diagnoses.map((one) => one.id)).toEqual([...DIAGNOSIS_IDS]);
    expect(library.diagnoses.length).toBeGreaterThanOrEqual(28);
    expect(readLibrary(folder)).toEqual(library);
  });

  it('cites a source for everything that it says', () => {
    const { sources, diagnoses, facts, codes } = readLibrary();
    const cited = [
      ...diagnoses.flatMap((one) => [...one.sources, ...one.signals.map((signal) => signal.source)]),
      ...facts.flatMap((one) => one.sources),
      ...codes.codes.map((one) => one.source),
      ...codes.families.map((one) => one.source),
    ];
    expect([...new Set(cited)].filter((id) => !Object.hasOwn(sources, id))).toEqual([]);
  });

  it('has everyday texts in both scripts, each once', () => {
    const { everyday } = readLibrary();
    expect(new Set(everyday).size).toBe(everyday.length);
    expect(everyday.filter((text) => /[一-鿿]/.test(text)).length).toBeGreaterThan(80);
    expect(everyday.filter((text) => /^[ -~]+$/.test(text)).length).toBeGreaterThan(60);
  });
});

describe('a bad file', () => {
  it.each([
    ['lexicon.json', (text: string) => text.slice(0, -20), 'not valid JSON'],
    ['lexicon.json', () => '{"pay": []}', 'pay'],
    ['lexicon.json', () => '{"Pay Words": ["pay"]}', 'Pay Words'],
    ['guards.json', (text: string) => text.replace('"before"', '"befor"'), 'before'],
    ['sources.json', () => '{"a": {"title": "x"}}', 'a'],
    ['codes.json', (text: string) => text.replace('"exact"', '"certain"'), 'codes'],
    ['topics.json', () => '[]', 'topic'],
    ['places.json', (text: string) => text.replace('"excluded"', '"exclude"'), 'excluded'],
    ['facts.json', (text: string) => text.replace(/"checked": "[^"]+"/, '"checked": "last week"'), 'YYYY-MM-DD'],
  ])('%s is named with what is wrong in it', (file, to, reason) => {
    change(file, to);
    expect(refusal()).toContain(file);
    expect(refusal()).toContain(reason);
  });

  it.each([
    ['a field nobody knows', (text: string) => text.replace('"outcome"', '"note": "x", "outcome"'), 'note'],
    ['a signal of no kind', (text: string) => text.replace('"kind": "family"', '"kind": "phrase"'), 'kind'],
    ['a rank out of range', (text: string) => text.replace('"rank": -1', '"rank": -9'), 'rank'],
    [
      'a certainty a family cannot have',
      (text: string) => text.replace('"certainty": "unsure"', '"certainty": "exact"'),
      'certainty',
    ],
    ['no steps', (text: string) => text.replace(/"steps": \[[^\]]*\]/, '"steps": []'), 'steps'],
    ['no way to fix it', (text: string) => text.replace(/"fixers": \[[^\]]*\]/, '"fixers": []'), 'fixers'],
    ['a date that is none', (text: string) => text.replace(/"checked": "[^"]+"/, '"checked": "2026"'), 'YYYY-MM-DD'],
  ])('of a diagnosis is named: %s', (_, to, reason) => {
    change('diagnoses/bank-declined.json', to);
    expect(refusal()).toContain(join('diagnoses', 'bank-declined.json'));
    expect(refusal()).toContain(reason);
  });

  it('with the name of another diagnosis is refused', () => {
    change('diagnoses/bank-declined.json', (text) => text.replace('"id": "bank-declined"', '"id": "card-expired"'));
    expect(refusal()).toContain('bank-declined.json: holds the diagnosis "card-expired"');
  });

  it.each([
    ['unknown-failure', '"nameless": true'],
    ['already-paid', '"standsFor": "paid"'],
    ['outcome-unknown', '"standsFor": "maybe-paid"'],
  ])('that is missing is missed: %s', (id, trait) => {
    rmSync(join(folder, 'diagnoses', `${id}.json`));
    expect(refusal()).toContain(`exactly one diagnosis has the trait ${trait}, not none`);
  });
});

describe('reading one text', () => {
  it('gives what fits and names what does not', () => {
    expect(parseFile('a.json', '{"a": 1}', z.object({ a: z.number() }))).toEqual({ a: 1 });
    expect(() => parseFile('a.json', '{"a": "1"}', z.object({ a: z.number() }))).toThrow(/^a\.json:\n/);
    expect(() => parseFile('a.json', '{a: 1}', z.object({}))).toThrow('a.json: not valid JSON');
    expect(() => parseFile('a.json', '', z.object({}))).toThrow(LibraryError);
  });
});
