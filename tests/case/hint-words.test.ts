import { describe, expect, it } from 'vitest';
import { type HintTable, hintKey as keyOf, hintWords } from '../../lib/case/hint-words.ts';
import en from '../../lib/i18n/locales/en/hint.json' with { type: 'json' };
import zhCN from '../../lib/i18n/locales/zh-CN/hint.json' with { type: 'json' };
import { CERTAINTIES, readHintOrder } from '../../lib/messages.ts';
import { library } from '../detect/shipped.ts';

const table = Object.fromEntries(
  library.diagnoses.map(({ id, fixers, outcome, traits }) => [id, [fixers[0], outcome, traits.standsFor]]),
) as unknown as HintTable;
const all = library.diagnoses.flatMap(({ id }) =>
  CERTAINTIES.map((certainty) => ({ diagnosis: id as string, certainty })),
);
/** Without a code, unless one is given. */
const hintKey = (
  finding: { diagnosis: string; certainty: 'exact' | 'likely' | 'unsure'; code?: string },
  of: HintTable,
) => keyOf({ code: '', ...finding }, of, { ALIN43877: 'shop', NOBODYS: 'nobody' });
const LOCALES = { en, 'zh-CN': zhCN } as const;

describe('the sentence of a finding', () => {
  it('is there for every diagnosis and certainty, in both languages', () => {
    for (const finding of all)
      for (const words of Object.values(LOCALES))
        expect((words as Record<string, string>)[hintKey(finding, table)!], JSON.stringify(finding)).toBeTypeOf(
          'string',
        );
  });

  it('is used, each of them', () => {
    const used = new Set(all.map((finding) => hintKey(finding, table)));
    // The words for fixers no diagnosis names first stay for the next diagnosis.
    const spare = ['hint.nobody.exact', 'hint.nobody.likely'];
    for (const words of Object.values(LOCALES))
      expect(
        Object.keys(words).filter((key) => key.startsWith('hint.') && !used.has(key) && !spare.includes(key)),
      ).toEqual([]);
  });

  it('speaks of the money first', () => {
    for (const certainty of CERTAINTIES) {
      expect(hintKey({ diagnosis: 'already-paid', certainty }, table)).toBe('hint.paid');
      expect(hintKey({ diagnosis: 'outcome-unknown', certainty }, table)).toBe('hint.check-first');
    }
  });

  it('blames nobody where the cause is unsure', () => {
    for (const { diagnosis } of all)
      expect(hintKey({ diagnosis, certainty: 'unsure' }, table)).toMatch(/^hint\.(?:unknown|check-first|paid)$/);
    for (const certainty of CERTAINTIES)
      expect(hintKey({ diagnosis: 'unknown-failure', certainty }, table)).toBe('hint.unknown');
  });

  it('says as much as is certain', () => {
    expect(hintKey({ diagnosis: 'bank-declined', certainty: 'exact' }, table)).toBe('hint.bank.exact');
    expect(hintKey({ diagnosis: 'bank-declined', certainty: 'likely' }, table)).toBe('hint.bank.likely');
    for (const words of Object.values(LOCALES) as Record<string, string>[])
      for (const key of Object.keys(words).filter((one) => one.endsWith('.likely')))
        expect(words[key], key).toMatch(/looks|看起来/);
  });

  it('speaks of the party that the printed code names', () => {
    expect(hintKey({ diagnosis: 'region-not-supported', certainty: 'exact', code: 'ALIN43877' }, table)).toBe(
      'hint.shop.exact',
    );
    expect(hintKey({ diagnosis: 'region-not-supported', certainty: 'exact', code: 'NOBODYS' }, table)).toBe(
      'hint.nobody.exact',
    );
    for (const code of ['', 'UNKNOWN_CODE', 'constructor', '__proto__'])
      expect(hintKey({ diagnosis: 'region-not-supported', certainty: 'exact', code }, table)).toBe('hint.payer.exact');
    expect(hintKey({ diagnosis: 'already-paid', certainty: 'exact', code: 'ALIN43877' }, table)).toBe('hint.paid');
  });

  it('has words for every party a code of the library names', () => {
    const fixers = new Set(library.codes.codes.map((one) => one.fixer).filter((one) => one !== 'unknown'));
    for (const fixer of fixers)
      for (const sure of ['exact', 'likely'])
        for (const words of Object.values(LOCALES)) expect(words).toHaveProperty([`hint.${fixer}.${sure}`]);
  });

  it('is none for a name that is no diagnosis', () => {
    for (const diagnosis of ['', 'no-such', 'constructor', '__proto__', 'toString', 'hasOwnProperty'])
      expect(hintKey({ diagnosis, certainty: 'exact' }, table)).toBeNull();
  });
});

describe('the words of the hint', () => {
  it.each(Object.entries(LOCALES))('in %s are an order that the page takes', (locale, words) => {
    for (const finding of all) {
      const order = { type: 'show-hint', key: 'k', words: hintWords(hintKey(finding, table)!, words, locale as 'en') };
      expect(readHintOrder(order)).toEqual(order);
      expect(order.words.sentence.length).toBeLessThan(110);
    }
    expect(hintWords('hint.unknown', words, locale as 'en')).toMatchObject({ lang: locale, dir: 'ltr' });
  });

  it('promise nothing and say no code, amount or name', () => {
    for (const words of Object.values(LOCALES) as Record<string, string>[])
      for (const [key, sentence] of Object.entries(words))
        expect(sentence, key).not.toMatch(/\{|guarantee|certainly|always|保证|一定/);
  });
});
