import { describe, expect, it } from 'vitest';
import { featuresOf, makeLikeness } from '../../lib/understand/similar.ts';

const fold = (text: string): string => text.toLowerCase();
const known = [
  { diagnosis: 'funds', text: '银行卡余额不足，请更换银行卡' },
  { diagnosis: 'funds', text: 'Insufficient funds on the card' },
  { diagnosis: 'closed', text: '订单已关闭，请重新下单' },
  { diagnosis: 'closed', text: 'The order was closed' },
  { diagnosis: 'bank', text: 'The payment was rejected by the issuing bank' },
];
const alike = makeLikeness(known, fold);

describe('features', () => {
  it('of Han text are pairs, also over one character between', () => {
    expect(featuresOf('余额不足').sort()).toEqual(['余额', '额不', '不足', '余_不', '额_足'].sort());
  });

  it('of alphabetic text are words and runs of three, without the everyday ones', () => {
    expect(featuresOf('The card is')).toEqual(['=card', 'car', 'ard']);
    expect(featuresOf('Insufficient')).toContain('=insuff');
  });

  it('are none of punctuation', () => {
    expect(featuresOf('!?., 。')).toEqual([]);
    expect(featuresOf('')).toEqual([]);
  });
});

describe('likeness', () => {
  it('is whole for the same text, and each diagnosis comes once', () => {
    for (const { diagnosis, text } of known) expect(alike(text)[0]).toMatchObject({ diagnosis, text, score: 1 });
    const diagnoses = alike('银行卡余额不足').map((one) => one.diagnosis);
    expect(new Set(diagnoses).size).toBe(diagnoses.length);
  });

  it('sinks with every piece that differs', () => {
    const scores = [
      '订单已关闭，请重新下单',
      '订单己关闭，请重新下单',
      '订单己关闲，请重新下单',
      '订单己关闲，诘重薪下单',
    ].map((text) => alike(text).find((one) => one.diagnosis === 'closed')?.score ?? 0);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(new Set(scores).size).toBe(scores.length);
  });

  it('is ranked', () => {
    const scores = alike('the payment order was closed by the bank').map((one) => one.score);
    expect(scores.length).toBeGreaterThan(1);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    for (const score of scores) expect(score > 0 && score <= 1).toBe(true);
  });

  it('is nothing for a text of too few pieces or of none that are known', () => {
    for (const text of ['', '余', '!!', 'xq', '今日は晴れ']) expect(alike(text)).toEqual([]);
    expect(makeLikeness([], fold)('银行卡余额不足')).toEqual([]);
  });
});
