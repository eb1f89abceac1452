/** Where the money is, said plainly: that it left, that it was another charge, that both sides were looked at. */
import { describe, expect, it } from 'vitest';
import { shippedReaders } from '../../../scripts/shipped-readers.ts';
import { isNothingGone, isOnlyHeld } from '../../../lib/understand/plain/money.ts';
import { statedIn } from '../../../lib/understand/plain/stated.ts';
import { statementsOf } from '../../../lib/understand/plain/statements.ts';

const { lookup } = shippedReaders();
const factsOf = (text: string): string[] => statedIn(statementsOf(text)).map((one) => one.fact);

describe('money', () => {
  it.each([
    ['bank-record=charged', 'It failed, but the bank charged me 40 euros.'],
    ['bank-record=charged', 'ngân hàng đã trừ 120.000 đồng'],
    ['bank-record=charged', 'ธนาคารตัดเงินไปแล้ว 300 บาท'],
    ['bank-record=charged', 'لكن البنك خصم 50 ريالا من بطاقتي'],
    ['bank-record=charged', 'деньги списались, а заказа нет'],
    ['bank-record=charged', 'My bank says the amount went out to Alipay.'],
    ['bank-message=charged', 'I got an SMS that my card was charged 88 yuan.'],
  ])('that left is the fact %s: %s', (fact, text) => expect(factsOf(text)).toContain(fact));

  it.each([
    'I thought I was charged 20 euros, but that was another purchase.',
    '我以为卡被扣了80块，是我看错了。',
    'Was I charged twice?',
    'I am afraid I was charged twice',
    'Ich dachte, es wurde abgebucht, aber das war eine andere Abbuchung.',
  ])('is not gone where it is taken back, asked or feared: %s', (text) =>
    expect(factsOf(text).filter((one) => /charged/.test(one))).toEqual([]),
  );

  it('is still gone where another payment is asked for', () =>
    expect(factsOf('I was charged 20 euros. Now the shop wants another payment.')).toContain('bank-record=charged'));

  it.each([
    'In Alipay there is no payment and my bank shows none either.',
    '支付宝账单里没有这笔付款，银行也没有扣款。',
    'I looked: in Alipay the order says closed, and nothing was taken from my card.',
  ])('was looked for on both sides: %s', (text) => expect(factsOf(text)).toContain('looked=not-paid'));

  it.each([
    'In Alipay there is no payment and my bank shows nothing yet.',
    'In Alipay there is no payment.',
    'Nothing was taken from my card.',
    'In Alipay there is no payment, my bank shows none either, but I got an SMS that my card was charged.',
  ])('was not: %s', (text) => expect(factsOf(text)).not.toContain('looked=not-paid'));
});

describe('a failure of which nothing was taken', () => {
  it.each([
    'Payment failed. I checked my bank: no charge, no hold, nothing pending. No reason given.',
    '页面说支付失败，银行流水里一分钱没扣，也没有待入账的。',
    'Es hieß nur: Karte abgelaufen. Es wurde nichts abgebucht.',
  ])('is no warning of the money: %s', (text) => {
    expect(isNothingGone(text)).toBe(true);
    expect(['outcome-unknown', 'already-paid']).not.toContain(lookup(text)[0]?.diagnosis);
  });

  it.each([
    'Nothing was charged yet, it is still pending',
    'My bank says nothing was taken, but I was charged 20 euros in the app',
    'Payment failed',
  ])('is not said: %s', (text) => expect(isNothingGone(text)).toBe(false));
});

describe('a plain statement that money left', () => {
  it('is answered, however little else is understood', () =>
    expect(lookup('Alipay báo lỗi mà Vietcombank đã trừ 99.000đ rồi')[0]?.diagnosis).toBe('outcome-unknown'));
});

describe('money that the bank only keeps back', () => {
  it.each([
    'アリペイの画面が止まりました。カードの明細には「確定前 8,900円」と出ています。もう一度払うと二重になりますか',
    'W mBanku mam blokadę 89,40 zł od Alipay, a strona napisała ze płatność odrzucona. Zapłacić jeszcze raz?',
    'my bank put a hold of 300 on it, the page says failed',
  ])('is not paid: %s', (text) => {
    expect(isOnlyHeld(text)).toBe(true);
    expect(lookup(text)[0]?.diagnosis).toBe('outcome-unknown');
  });

  it.each(['my bank put a hold of 300 on it, in my Alipay bills it shows as paid', 'the page says failed', ''])(
    'is not all that is said: %s',
    (text) => expect(isOnlyHeld(text)).toBe(false),
  );
});
