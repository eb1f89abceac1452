import { describe, expect, it } from 'vitest';
import { compileDetectTable, compileLookupData } from '../../lib/library/compile.ts';
import { packTable } from '../../lib/library/pack.ts';
import { type Library, LibraryError } from '../../lib/library/read.ts';
import { DIAGNOSIS_IDS } from '../../lib/library/diagnosis-ids.ts';
import { spellings } from '../../lib/library/spelling.ts';
import { compileSpoken } from '../../lib/library/spoken.ts';
import { library, table } from '../detect/shipped.ts';

const { spoken } = library;
type Spoken = Library['spoken'];

const withSpoken = (change: Partial<Spoken>): Library => ({ ...library, spoken: { ...spoken, ...change } });
const family = (change: Partial<Spoken['families'][number]>): Spoken['families'][number] => ({
  diagnosis: 'bank-declined',
  id: 'mine',
  certainty: 'likely',
  rank: 0,
  say: ['支付'],
  source: 'expected-wording',
  ...change,
});
const withFamily = (change: Partial<Spoken['families'][number]>): Library =>
  withSpoken({ families: [...spoken.families, family(change)] });

describe('ways to write a word', () => {
  it.each([
    ['付不了', ['付不了']],
    ['[付刷]不[了出]', ['付不了', '付不出', '刷不了', '刷不出']],
    ['没有?收到', ['没有收到', '没收到']],
    ['(go|went)through', ['gothrough', 'wentthrough']],
    ['check(ing)?out', ['checkingout', 'checkout']],
    ['卡[里上]?没钱', ['卡里没钱', '卡上没钱', '卡没钱']],
    ['码(被[停封]|停)', ['码被停', '码被封', '码停']],
    ['link~', ['link', 'links', 'linked', 'linking']],
    ['approve~', ['approve', 'approves', 'approved', 'approving']],
    ['ask~for', ['askfor', 'asksfor', 'askedfor', 'askingfor']],
  ])('%s', (word, all) => {
    expect(spellings(word)).toEqual(all);
  });
});

describe('what people say', () => {
  it('is there for every diagnosis', () => {
    expect(DIAGNOSIS_IDS.filter((id) => !spoken.families.some((one) => one.diagnosis === id))).toEqual([]);
  });

  it('cites a source that is there', () => {
    expect(spoken.families.filter((one) => !Object.hasOwn(library.sources, one.source))).toEqual([]);
  });

  it('explains every rank', () => {
    expect(spoken.families.filter((one) => one.rank !== 0 && !one.note).map((one) => one.id)).toEqual([]);
  });

  it('is never sure where no cause is named', () => {
    expect(spoken.families.filter((one) => one.diagnosis === 'unknown-failure' && one.certainty !== 'unsure')).toEqual(
      [],
    );
  });

  it('has no concept that nothing uses, and no word twice in one', () => {
    const names = (text: string): string[] => [...text.matchAll(/\{([a-z0-9-]+)\}/g)].map((one) => one[1]!);
    const used = new Set(
      [
        ...spoken.families.flatMap((one) => [...one.say, ...(one.unless ?? [])]),
        ...Object.values(spoken.concepts).flat(),
      ].flatMap(names),
    );
    expect(Object.keys(spoken.concepts).filter((name) => !used.has(name))).toEqual([]);
    expect(
      Object.entries(spoken.concepts)
        .filter(([, words]) => new Set(words).size !== words.length)
        .map(([name]) => name),
    ).toEqual([]);
  });
});

describe('the compiled sayings', () => {
  const sayings = compileSpoken(library, table);

  it('travel with the data of the lookup', () => {
    expect(compileLookupData(library).sayings).toEqual(sayings);
    expect(JSON.parse(JSON.stringify(sayings))).toEqual(sayings);
    expect(sayings.families).toHaveLength(spoken.families.length);
  });

  it('never reach what pages are read with', () => {
    const without = compileDetectTable(withSpoken({ concepts: {}, families: [family({})] }));
    expect(packTable(without)).toEqual(packTable(table));
  });

  it('do not repeat words that the table has under the same concept', () => {
    const own = compileSpoken(
      withSpoken({ concepts: { both: ['{card}', '支付宝钱包'] }, families: [family({ say: ['{both} {pay}'] })] }),
      table,
    ).concepts.split('\n');
    expect(own).toEqual([expect.stringMatching(/^\+[0-9a-z]+ 支付宝钱包$/), expect.stringMatching(/^\+[0-9a-z]+$/)]);
  });

  it('name a concept of theirs instead of writing it again', () => {
    const own = compileSpoken(
      withSpoken({
        concepts: { inner: ['一二三'], outer: ['{inner}', '四五六'] },
        families: [family({ say: ['{outer} & {inner}'] })],
      }),
      table,
    ).concepts.split('\n');
    expect(own).toEqual(['一二三', '@0 四五六']);
  });
});

describe('a saying that cannot work', () => {
  it.each([
    ['a pattern nobody can read', withFamily({ say: ['支付 ...'] }), 'bank-declined/mine": pattern "支付 ..."'],
    [
      'a concept that is not there',
      withFamily({ say: ['{no-such}'] }),
      'no concept "{no-such}" in spoken.json or lexicon.json',
    ],
    ['a concept in what takes it back', withFamily({ unless: ['{no-such}'] }), 'no concept "{no-such}"'],
    ['a word of one character', withFamily({ say: ['支付 & 卡'] }), 'the word "卡" is too short'],
    [
      'a word of one character among its ways',
      withSpoken({ concepts: { short: ['[付刷]不?'] }, families: [family({ say: ['{short}'] })] }),
      'the word "[付刷]不?" is too short',
    ],
    ['a source that is not there', withFamily({ source: 'no-such' }), 'no source "no-such" in sources.json'],
    ['an id twice', withSpoken({ families: [family({}), family({})] }), 'the id is used twice'],
    [
      'a concept that holds itself',
      withSpoken({ concepts: { one: ['{two}'], two: ['{one}'] }, families: [family({ say: ['{one}'] })] }),
      'the concept "{one}" holds itself',
    ],
    [
      'a concept of the lexicon',
      withSpoken({ concepts: { card: ['卡片'] } }),
      'the concept "card" stands in lexicon.json already',
    ],
  ])('is refused with its name: %s', (_, bad, reason) => {
    expect(() => compileSpoken(bad, table)).toThrow(LibraryError);
    expect(() => compileSpoken(bad, table)).toThrow(/^spoken\.json/);
    expect(() => compileSpoken(bad, table)).toThrow(reason);
  });
});
