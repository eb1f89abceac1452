import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDeclineCodes } from '../../lib/understand/decline-codes.ts';
import en from '../../lib/i18n/locales/en/decline-codes.json' with { type: 'json' };
import zh from '../../lib/i18n/locales/zh-CN/decline-codes.json' with { type: 'json' };
import table from '../../lib/library/decline-codes.json' with { type: 'json' };
import { declineCodes } from '../../lib/library/schema.ts';

const codes = declineCodes.parse(table);
const find = (query: unknown) => findDeclineCodes(query as string, codes, en, zh);
const seen = (query: unknown) => find(query).map(({ entry }) => `${entry.scheme} ${entry.code}`);

describe('a code that is read out', () => {
  it.each([
    ['05', 'visa 05', 'mastercard 05'],
    ['5', 'visa 05', 'mastercard 05'],
    ['code 05', 'visa 05', 'mastercard 05'],
    ['response code zero five', 'visa 05', 'mastercard 05'],
    ['oh five', 'visa 05', 'mastercard 05'],
    ['o5', 'visa 05', 'mastercard 05'],
    ['RC05', 'visa 05', 'mastercard 05'],
    ['field 39: 05', 'visa 05', 'mastercard 05'],
    ['代码05', 'visa 05', 'mastercard 05'],
    ['银行说响应码是零五', 'visa 05', 'mastercard 05'],
    ['０５', 'visa 05', 'mastercard 05'],
    ['54 expired', 'visa 54', 'mastercard 54'],
    ['six two', 'visa 62', 'mastercard 62'],
    ['fifty-one', 'visa 51', 'mastercard 51'],
    ['forty', 'iso8583 40'],
    ['code 1A', 'visa 1A'],
    ['1 alpha', 'visa 1A'],
    ['9G', 'visa 9G'],
    ['nine golf', 'visa 9G'],
    ['n7', 'visa N7'],
    ['N 7', 'visa N7'],
    ['November seven', 'visa N7'],
    ['R-zero', 'visa R0'],
    ['romeo one', 'visa R1'],
    ['the bank says Z5', 'visa Z5'],
    ['100', 'amex 100'],
    ['one oh seven', 'amex 107'],
    ['20151', 'checkout-com 20151'],
    ['200P1', 'checkout-com 200P1'],
  ])('%s', (query, ...expected) => {
    expect(seen(query)).toEqual(expected);
    expect(find(query).map((hit) => [hit.by, hit.ambiguous])).toEqual(expected.map(() => ['code', false]));
  });
});

describe('a network or shop system that is named', () => {
  it.each([
    ['issuer code 57 Visa', 'visa 57'],
    ['mastercard 65', 'mastercard 65'],
    ['Master Card code 65', 'mastercard 65'],
    ['MC65', 'mastercard 65'],
    ['万事达 65', 'mastercard 65'],
    ['Visa 82', 'visa 82'],
    ['维萨 代码 83', 'visa 83'],
    ['MAC 03', 'mastercard-advice 03'],
    ['MAC03', 'mastercard-advice 03'],
    ['mastercard advice code 3', 'mastercard-advice 03'],
    ['建议码 03', 'mastercard-advice 03'],
    ['Mastercard 24', 'mastercard-advice 24'],
    ['American Express 107', 'amex 107'],
    ['运通 116', 'amex 116'],
    ['adyen 5', 'adyen 5'],
    ['Visa 21', 'iso8583 21'],
    ['ISO 82', 'iso8583 76-89'],
    ['stripe insufficient_funds', 'stripe insufficient_funds'],
    ['stripe advice try again later', 'stripe-advice try_again_later'],
  ])('%s', (query, expected) => {
    expect(seen(query)).toEqual([expected]);
  });

  it('decides between readings that would be ambiguous without it', () => {
    for (const code of ['65', '70', '1', '24', '82']) {
      expect(find(`mastercard ${code}`).every((hit) => !hit.ambiguous)).toBe(true);
    }
  });
});

describe('one number, several meanings', () => {
  it('gives every reading of the big networks and asks for the network', () => {
    expect(seen('65')).toEqual(['visa 65', 'mastercard 65']);
    expect(seen('seventy')).toEqual(['visa 70', 'mastercard 70']);
    expect(find('65').every((hit) => hit.ambiguous)).toBe(true);
    expect(find('70').every((hit) => hit.ambiguous)).toBe(true);
  });

  it('never decodes 76 to 89 without the network', () => {
    for (let number = 76; number <= 89; number++) {
      expect(find(String(number)).map((hit) => [hit.entry.meaning, hit.ambiguous])).toEqual([
        ['number-differs-by-network', true],
      ]);
    }
    expect(seen('75')).toEqual(['visa 75', 'mastercard 75']);
    expect(seen('eight two')).toEqual(['iso8583 76-89']);
    expect(seen('Visa 79')).toEqual([]);
  });

  it('is never sure of a bare number that only advice or shop systems use', () => {
    expect(seen('24')).toEqual(['mastercard-advice 24', 'adyen 24']);
    for (const query of ['24', '17', '45']) expect(find(query).every((hit) => hit.ambiguous)).toBe(true);
  });

  it('tells its readings apart only where the meanings differ', () => {
    const unmarked = codes
      .filter((row) => row.scheme === 'visa')
      .map(({ code }) => ({ code, hits: find(code) }))
      .filter(
        ({ hits }) => new Set(hits.map((hit) => hit.entry.meaning)).size > 1 && !hits.every((hit) => hit.ambiguous),
      );
    expect(unmarked.map(({ code }) => code)).toEqual([]);
  });
});

describe('words that are read out', () => {
  const first = (query: string) => [...new Set(find(query).map((hit) => hit.entry.meaning))];
  it.each([
    ['do not honour', 'declined-no-reason'],
    ['Do not honor', 'declined-no-reason'],
    ['不予承兑', 'declined-no-reason'],
    ['insufficient funds', 'not-enough-money'],
    ['they said insufficient fund', 'not-enough-money'],
    ['余额不足', 'not-enough-money'],
    ['银行说余额不足', 'not-enough-money'],
    ['我的账户余额不足', 'not-enough-money'],
    ['expired card', 'card-expired'],
    ['过期卡', 'card-expired'],
    ['lost card', 'card-lost'],
    ['suspected frauds', 'bank-suspects-fraud'],
    ['涉嫌欺诈', 'bank-suspects-fraud'],
    ['issuer unavailable', 'bank-not-reachable'],
    ['revocation of authorization', 'authorisation-revoked'],
    ['no attempt on file', 'no-attempt-on-file'],
    ['Payment environment not secure', 'wallet-network-not-trusted'],
    ['merchant does not support payment via international bank cards', 'wallet-code-takes-no-foreign-card'],
    ['C6', 'wallet-bank-said-no'],
    ['CSC_7200026', 'aliexpress-check'],
  ])('%s', (query, meaning) => {
    expect(first(query)).toEqual([meaning]);
    expect(find(query).every((hit) => hit.by === 'words' && !hit.ambiguous)).toBe(true);
  });

  it('knows both spellings', () => {
    expect(seen('do not honor')).toEqual(seen('do not honour'));
    expect(seen('do not honor')).toContain('visa 05');
  });

  it('searches only the languages it is given', () => {
    expect(findDeclineCodes('余额不足', codes, en)).toEqual([]);
    expect(findDeclineCodes('insufficient funds', codes).map((hit) => hit.entry.code)).toEqual(['insufficient_funds']);
  });

  it('puts the big networks first and keeps the list short', () => {
    expect(seen('insufficient funds').slice(0, 3)).toEqual(['visa 51', 'mastercard 51', 'amex 116']);
    expect(find('card').length).toBeLessThanOrEqual(24);
  });
});

describe('no answer', () => {
  it.each([
    '99',
    'ZZ9',
    'code 47',
    'Visa 100',
    'amex 05',
    '0005',
    'visa',
    'code',
    'the',
    'hello there',
    '代码',
    '今天天气很好',
    '...',
    '  ',
    '-5-'.repeat(90),
  ])('%j', (query) => {
    expect(find(query)).toEqual([]);
  });

  it('takes no hostile input', () => {
    const began = performance.now();
    for (const query of ['', '05 '.repeat(350_000), undefined, null, 5, {}, ['05'], Symbol('05')])
      expect(find(query)).toEqual([]);
    expect(performance.now() - began).toBeLessThan(200);
  });

  it('never throws and never gives a hit of another table', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string(),
          fc.constantFrom('\ud800', 'ﷺ'.repeat(150), '__proto__', 'visa constructor'),
        ),
        (query) => {
          for (const hit of find(query)) expect(codes).toContain(hit.entry);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('the table', () => {
  it('is found whole: every row by its network and code', () => {
    for (const row of codes) {
      const name =
        { 'mastercard-advice': 'MAC', 'checkout-com': 'checkout', 'alipay-app': '', 'wechat-app': '', 'bank-log': '' }[
          row.scheme
        ] ?? row.scheme;
      const query = `${name.replace('-', ' ')} ${row.code}`;
      expect(
        find(query).map((hit) => hit.entry),
        query,
      ).toContain(row);
    }
  });
});
