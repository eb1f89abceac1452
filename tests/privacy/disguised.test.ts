/** What is personal stays masked however it is disguised, and its disguise takes nothing from what is nobody's. */
import { describe, expect, it } from 'vitest';
import { redact } from '../../lib/privacy/redact.ts';
import { FRAMES, personalIn } from '../hostile/personal.ts';
import { NAMED, PERSONAL_DISGUISED } from '../hostile/personal-disguised.ts';

describe('personal data in disguise', () => {
  it.each([...PERSONAL_DISGUISED, ...NAMED].map((one) => [one.name, one] as const))('%s is masked', (_, one) => {
    for (const text of [one.text, ...FRAMES.map((frame) => frame(one.text))])
      expect(personalIn(redact(text, 500), [one])).toEqual([]);
  });
});

describe('what is nobody’s', () => {
  it.each([
    'Hola Cliente, su pago no se ha realizado',
    'Bonjour Client, le paiement a échoué',
    'Hallo Kunde, die Zahlung ist fehlgeschlagen',
    'お客様のカードはご利用いただけません',
    '会員様のお支払いに失敗しました',
    '고객님의 카드가 거절되었습니다',
    'عزيزي العميل، فشلت عملية الدفع',
    'Уважаемый Клиент, платёж не прошёл',
    'Token: expired',
    'session: timeout, please log in again',
    'The key is wrong',
    '交易号 错误',
    '本人确认失败，请重试',
    'transaction number incorrect',
    'order no longer valid',
    'Look at the card at home',
    'if a < b then retry',
    '一二三步走，重新支付',
    '第一次支付失败',
    'कृपया पुनः प्रयास करें',
    'กรุณาลองใหม่อีกครั้ง',
  ])('%s stays', (text) => expect(redact(text, 200)).toBe(text.normalize('NFKC')));
});

describe('masking', () => {
  it.each([
    ...[
      'A<<',
      'A <',
      'limingzhu at ',
      'a dot ',
      '❶',
      '零1',
      '1 零',
      'GB94 ',
      'token ',
      '\u0336',
      '1\u0336',
      '님',
      '様',
      'عزيزي ',
    ],
    ...['Name ', '名義人:', 'Hola ', 'key=', '%3D', '\u200b', '订单号 ', 'A-'],
  ])('is not slowed down by very many %j', (seed) => {
    const text = seed.repeat(Math.ceil(16_000 / seed.length));
    const began = performance.now();
    redact(text, text.length);
    expect(performance.now() - began).toBeLessThan(4000);
  });
});
