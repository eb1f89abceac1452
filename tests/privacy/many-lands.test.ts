/** Personal data in the forms of many lands is masked, what is none stays, and no text makes the masking slow. */
import { describe, expect, it } from 'vitest';
import { readLibrary } from '../../lib/library/read.ts';
import { redact } from '../../lib/privacy/redact.ts';
import { caseReport, loadCaseData, loadUnderstand } from '../../scripts/case.ts';
import { plain } from '../../scripts/lookup.ts';
import { shippedReaders } from '../../scripts/shipped-readers.ts';
import { FRAMES, personalIn } from '../hostile/personal.ts';
import { PERSONAL_MORE } from '../hostile/personal-more.ts';

const library = readLibrary();
const data = loadCaseData(library);
const understand = loadUnderstand(library, data);
const { lookup } = shippedReaders(library);

describe('personal data of many lands', () => {
  it.each(PERSONAL_MORE.map((one) => [one.name, one] as const))('%s is masked, also in what is printed', (_, one) => {
    for (const frame of FRAMES) {
      const text = frame(one.text);
      expect(personalIn(redact(text, 500), [one])).toEqual([]);
      expect(personalIn(JSON.stringify(plain(lookup(text))), [one])).toEqual([]);
      const report = caseReport({ texts: [text], text, answers: { [text]: text } }, data, understand);
      expect(personalIn(JSON.stringify(report), [one])).toEqual([]);
    }
  });
});

describe('what is nobody’s', () => {
  it.each([
    'Cardholder Authentication Failed',
    'CARDHOLDER NOT ENROLLED',
    'Cardholder Verification Failed. Please contact your bank',
    'Cardholder is not enrolled',
    '姓名 不一致，请核对后重试',
    '户名 错误',
    'I am in China and my card was declined',
    '付款给商家失败',
    '我叫了银行客服',
    '尊敬的用户，您好',
    'Hello Customer, your payment failed',
    'payment password: incorrect',
    '密码：错误',
    'PIN is wrong',
    'ACQ.TRADE_NOT_EXIST',
    'at 10:32:45 it failed',
    '支付宝账户余额不足',
    '本市该区暂不支持此卡',
    'Your order is closed, please start again',
    'session expired: please log in again',
  ])('%s stays', (text) => expect(redact(text, 200)).toBe(text.normalize('NFKC')));
});

describe('masking', () => {
  it.each(['姓名', '{"name":', 'aa:', '市区', 'one ', '1 Aa ', 'my name is ', 'Rue d', '<', 'a@', '省', '京A', '都あ'])(
    'is not slowed down by very many "%s"',
    (seed) => {
      const text = seed.repeat(Math.ceil(16_000 / seed.length));
      const began = performance.now();
      redact(text, text.length);
      expect(performance.now() - began).toBeLessThan(4000);
    },
  );
});
