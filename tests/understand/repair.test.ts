import { describe, expect, it } from 'vitest';
import { makeRepair, repairTexts } from '../../lib/understand/repair.ts';
import { compileLookupData } from '../../lib/library/compile.ts';
import { library, reader, table } from '../detect/shipped.ts';

const data = compileLookupData(library);
const repair = makeRepair(table.words.split('\n'), repairTexts(table, data), reader.matcher.fold);

describe('alphabetic words', () => {
  it.each([
    ['fai1ed', 'failed'],
    ['ba1ance', 'balance'],
    ['lnsufficient', 'insufficient'],
    ['insufficlent', 'insufficient'],
    ['passw0rd', 'password'],
    ['dec1ined', 'declined'],
    ['|imit', 'limit'],
    ['verificatoin', 'verification'],
    ['Paymemt', 'payment'],
    ['exp1red', 'expired'],
    ['fail ed', 'fail ed'],
  ])('%s is read as %s', (misread, word) => {
    expect(repair(`x ${misread} y`)).toBe(`x ${word} y`);
  });

  it.each(['payment', 'Insufficient', 'hello', 'Berlin', 'abcd', '12345', 'a1b2c3', 'zzzzzzz'])('%s stays', (word) => {
    expect(repair(word)).toBe(word);
  });

  it('are repaired where they stand, and nothing else moves', () => {
    expect(repair('(fai1ed)  fai1ed,\nfai1ed!')).toBe('(failed)  failed,\nfailed!');
  });
});

describe('Han words', () => {
  it.each([
    ['余颔不足', '余额不足'],
    ['支付密玛', '支付密码'],
    ['银行卡余颔不足', '银行卡余额不足'],
  ])('%s is read as %s', (misread, word) => {
    expect(repair(misread)).toBe(word);
  });

  it.each(['余额充足', '余额不足', '今天天气很好', '龘龘龘龘', '余龘'])('%s stays', (text) => {
    expect(repair(text)).toBe(text);
  });

  it('keep their place among other signs', () => {
    expect(repair('【余 颔 不足】 ok')).toBe('【余 额 不足】 ok');
  });
});

describe('any text', () => {
  it('keeps its length in Han text and survives lone surrogates and nothing at all', () => {
    for (const text of [
      '',
      '\ud800',
      '\udc00\ud800',
      '余\ud800不足',
      '🙂🙂🙂',
      'a'.repeat(5000),
      '|'.repeat(5000),
      '1'.repeat(5000),
    ])
      expect(typeof repair(text)).toBe('string');
    expect(repair('余颔不足🙂')).toBe('余额不足🙂');
  });

  it('is repaired once and for all', () => {
    for (const text of ['fai1ed ba1ance', '余颔不足，支付密玛错误', 'lnsufficient'])
      expect(repair(repair(text))).toBe(repair(text));
  });
});
