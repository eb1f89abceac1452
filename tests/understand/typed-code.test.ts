import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDeclineCode } from '../../lib/call/code.ts';
import { answerOfCode, typedCode } from '../../lib/understand/typed-code.ts';
import en from '../../lib/i18n/locales/en/decline-codes.json';
import zh from '../../lib/i18n/locales/zh-CN/decline-codes.json';
import file from '../../lib/library/decline-codes.json';
import type { DeclineCode } from '../../lib/library/schema.ts';

const codes = file as readonly DeclineCode[];
const kind = (typed: string) => typedCode(typed, codes, en, zh);

describe('a typed text', () => {
  it.each([
    '05',
    'N7',
    '9G',
    'MAC 03',
    'zero five',
    'Visa 57',
    'visa 5',
    'the bank says 05',
    'code 51 insufficient funds',
    '代码05',
    '零五',
    ' 1A ',
  ])('%j names a code', (typed) => {
    expect(kind(typed)).toBe('code');
  });

  it.each(['do not honour', 'Do Not Honor', 'insufficient funds', 'insufficient_funds', 'do_not_honor', '不予承兑'])(
    '%j is what a code is called',
    (typed) => {
      expect(kind(typed)).toBe('words');
    },
  );

  it.each([
    '',
    '5',
    '支付失败',
    '订单已关闭，请24小时后再试',
    '¥51',
    '51元',
    '51.00',
    'USD 51',
    'payment failed',
    'declined',
    'SYSTEM_ERROR',
    '6001',
    'my card was declined twice',
    'the payment of 05 November failed',
    '05 51',
    '您的银行卡余额不足',
    '05\n51',
    'x'.repeat(300),
  ])('%j is neither', (typed) => {
    expect(kind(typed)).toBeNull();
  });

  it('that names a code always has a meaning to show, or a network to ask for', () => {
    for (const { scheme, code } of codes) {
      if (kind(code) === null) continue;
      const { readings, networks } = readDeclineCode(code, '', codes, en, zh);
      expect(readings.length + networks.length, `${scheme} ${code}`).toBeGreaterThan(0);
    }
  });

  it('may be anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => [null, 'code', 'words'].includes(kind(text))),
    );
  });
});

describe('the readings', () => {
  it('name all networks that agree', () => {
    expect(readDeclineCode('05', '', codes, en).readings.map((one) => one.scheme)).toEqual(['Visa, Mastercard']);
  });

  it("are found by the words of another language and said in the screen's", () => {
    expect(readDeclineCode('no such issuer', '', codes, zh).readings).toEqual([]);
    expect(readDeclineCode('no such issuer', '', codes, zh, en).readings.map((one) => one.meaning)).toEqual([
      zh['meaning.no-such-bank'],
    ]);
  });
});

it("opens a code's diagnosis as likely, never as certain", () => {
  expect(answerOfCode('bank-declined', ' 05 ')).toEqual({
    diagnosis: 'bank-declined',
    certainty: 'likely',
    score: 1,
    matched: ['05'],
  });
});
