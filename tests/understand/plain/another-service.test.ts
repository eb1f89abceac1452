/** Failures of other services are none of ours; with Alipay, "too" or a card of theirs beside it they may be. */
import { describe, expect, it } from 'vitest';
import { isAnothers } from '../../../lib/understand/plain/another-service.ts';
import { shippedReaders } from '../../../scripts/shipped-readers.ts';

const { lookup } = shippedReaders();

describe("another service's failure", () => {
  it.each([
    'Google Pay says transaction declined at the bus stop',
    'Venmo froze: payment failed, account locked',
    'KakaoPay 결제가 계속 거절돼요',
    '카카오페이 결제 오류 나네요',
    'PayPay の支払いがエラーになった',
    '微信支付一直失败，急',
    'Bizum me da error desde ayer',
    'Mein Zalando-Konto ist gesperrt',
    'PayPal a bloqué mon compte',
    'Netflix says my payment was declined',
    '微信支付提示银行卡被拒，三张卡都不行',
    'Mon Uber a refusé ma carte hier, rien à voir avec la Chine',
    'Touch ’n Go wallet ditolak sejak pagi',
  ])('is silent: %s', (text) => {
    expect(isAnothers(text)).toBe(true);
    expect(lookup(text)).toEqual([]);
  });

  it.each([
    'Apple Pay works, but here my card is declined',
    'WeChat Pay rejected my card too',
    'Alipay and WeChat Pay both decline my card',
    'My PayPal debit card was declined',
    'Payment failed. Please use PayPal instead.',
    '微信支付失败，支付宝也失败',
    '同一张卡微信支付也失败',
    '两边都试了，微信支付也被拒',
    '微信支付卡被拒，换了淘宝也不行',
    'Zahlung über Netflix-Gutschein? Nein, über meine Karte, und die wurde an der Kasse auch abgelehnt',
    'LINE Payは使えるのに、カードが拒否されました',
    'Apple Pay was declined but I was charged twice',
    'Google Pay is my favourite',
    'Apple Pay said declined, my bank shows a hold of 200 yuan',
    'LINE Pay 決済エラーなのに引き落とされました',
    'PayPal failed and the payment is pending',
  ])('is not told by: %s', (text) => {
    expect(isAnothers(text)).toBe(false);
  });
});
