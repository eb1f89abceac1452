/** News and advice name causes and report no failure. */
import { describe, expect, it } from 'vitest';
import { isNoReport } from '../../../lib/understand/plain/no-report.ts';
import { shippedReaders } from '../../../scripts/shipped-readers.ts';

const { lookup } = shippedReaders();
const TROUBLE = /支付失败/;

describe('news and advice', () => {
  it.each([
    'Alipay has announced that visitors may link Diners Club cards from June',
    'The single payment limit was raised from 1,000 to 5,000 dollars',
    '支付宝将单笔限额由1000美元提高到5000美元',
    '据央视报道，外籍人士移动支付笔数翻番',
    'Tips for the first trip: verify your passport at home, tell your bank, carry cash',
    'Dica: cadastre o cartão e verifique o passaporte antes de viajar',
    'Совет: привяжите карту и пройдите проверку паспорта заранее',
  ])('report nothing: %s', (text) => {
    expect(isNoReport(text, TROUBLE)).toBe(true);
    expect(lookup(text)).toEqual([]);
  });

  it.each([
    'My bank raised the limit and it still fails',
    'The limit was raised from 1,000 to 5,000 but the payment was declined',
    '限额提高到5000了，还是支付失败',
    'Tip: payment failed with no reason',
    'The app announces that my card has expired',
    'Your limit has been reached',
    'Alipay announced an outage. My payment is pending, should I pay again?',
    'The limit was raised to 5000 and now two charges appear on my card',
    '支付宝将限额由1000提高到5000，我付了两次',
  ])('are not told by: %s', (text) => {
    expect(isNoReport(text, TROUBLE)).toBe(false);
  });
});
