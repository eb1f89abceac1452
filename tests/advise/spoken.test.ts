import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeLookup } from '../../lib/advise/lookup.ts';
import { compileLookupData } from '../../lib/library/compile.ts';
import { LibraryError } from '../../lib/library/read.ts';
import { spellings } from '../../lib/library/spelling.ts';
import { compileSpoken } from '../../lib/library/spoken.ts';
import { library, table } from '../detect/shipped.ts';

interface Told {
  text: string;
  diagnosis: string | null;
  accept?: string[];
}

/** What people tell in their own words. Every second one was never looked at while the patterns were written. */
const told = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'fixtures', 'texts', 'spoken.json'), 'utf8')) as Told[];
const lookup = makeLookup(table, compileLookupData(library, table));
const isRight = (one: Told, diagnosis: string | undefined): boolean => diagnosis !== undefined && (diagnosis === one.diagnosis || (one.accept ?? []).includes(diagnosis));

describe('what people tell in their own words', () => {
  it.each([['looked at', 0, 0.93], ['not looked at', 1, 0.88]] as const)('is understood, %s', (_, half, least) => {
    const asked = told.filter((one, index) => index % 2 === half && one.diagnosis !== null);
    expect(asked.length).toBeGreaterThan(100);
    const missed = asked.filter((one) => !lookup(one.text).slice(0, 3).some((answer) => isRight(one, answer.diagnosis)));
    expect(1 - missed.length / asked.length, missed.map((one) => `${one.diagnosis}: ${one.text}`).join('\n')).toBeGreaterThanOrEqual(least);
  });

  it('gives no answer where it tells of no failed payment', () => {
    const unrelated = told.filter((one) => one.diagnosis === null);
    expect(unrelated.length).toBeGreaterThan(100);
    expect(unrelated.filter((one) => lookup(one.text).length > 0).map((one) => one.text)).toEqual([]);
  });

  it('is never told as a fact', () => {
    expect(told.filter((one) => lookup(one.text)[0]?.certainty === 'exact' && !isRight(one, lookup(one.text)[0]!.diagnosis)).map((one) => one.text)).toEqual([]);
  });
});

describe('the short ways to write words', () => {
  it.each([
    ['付不[了出]', ['付不了', '付不出']], ['(go|went)through', ['gothrough', 'wentthrough']], ['accept~', ['accept', 'accepts', 'accepted', 'accepting']], ['plain', ['plain']],
  ])('%s', (word, list) => {
    expect([...spellings(word)].sort()).toEqual([...list].sort());
  });
});

describe('a bad saying', () => {
  const family = { diagnosis: 'bank-declined' as const, id: 'mine', certainty: 'likely' as const, rank: 0, source: 'expected-wording', say: ['银行 不批准'] };
  const withFamily = (change: object) => ({ ...library, spoken: { ...library.spoken, families: [...library.spoken.families, { ...family, ...change }] } });

  it.each([[{ say: ['{no-such}'] }, 'no concept "{no-such}"'], [{ say: ['付'] }, 'too short'], [{ source: 'no-such' }, 'no source "no-such"']])('%j is refused with its name', (change, reason) => {
    expect(() => compileSpoken(withFamily(change) as never, table)).toThrow(LibraryError);
    expect(() => compileSpoken(withFamily(change) as never, table)).toThrow('spoken.json, family "bank-declined/mine"');
    expect(() => compileSpoken(withFamily(change) as never, table)).toThrow(reason);
  });

  it('is one whose words the detector knows nothing of: the page is not read with it', () => {
    expect(JSON.stringify(table)).not.toContain('刷不过');
  });
});
