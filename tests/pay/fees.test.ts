import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FEE_RULE, LIMITS, ROUGH_CNY_PER_USD, feeFor, readAmount } from '../../lib/pay/fees.ts';
import facts from '../../lib/library/facts.json';

const figure = (id: string, name: string): number => {
  const fact = facts.find((one) => one.id === id) as { values?: Record<string, string | number> } | undefined;
  return Number(String(fact?.values?.[name]).replace(',', ''));
};

describe('feeFor', () => {
  it.each([
    [0.01, 0],
    [199.99, 0],
    [200, 0],
    [200.01, 6],
    [201, 6.03],
    [250.5, 7.52],
    [500, 15],
    [1000, 30],
    [1234.5, 37.04],
    [35_000, 1050],
  ])('%d yuan costs about %d', (cny, fee) => {
    expect(feeFor(cny)).toMatchObject({ cny, fee, free: fee === 0, approximate: true });
  });
  it('counts on the whole amount, for each payment alone', () => {
    expect(feeFor(201)!.fee).toBeCloseTo(201 * 0.03, 2);
    expect(feeFor(1000)).toMatchObject({ total: 1030, parts: 5, bankFeeMost: 36.05 });
    expect(feeFor(200)).toMatchObject({ parts: 1, total: 200, bankFeeMost: 7 });
  });
  it('says which limits this payment is above', () => {
    const over = (cny: number, rate?: number) =>
      feeFor(cny, rate)!
        .limits.filter((one) => one.over)
        .map((one) => one.id);
    expect(over(3500)).toEqual([]);
    expect(over(3501)).toEqual(['identity-asked']);
    expect(over(14_001)).toEqual(['identity-asked', 'unverified-year']);
    expect(over(35_001)).toEqual(['identity-asked', 'unverified-year', 'verified-single']);
    expect(over(350_001)).toEqual(LIMITS.map((one) => one.id));
    expect(over(3501, 7.2)).toEqual([]);
  });
  it('takes the rate of the user, and no impossible one', () => {
    expect(feeFor(720, 7.2)).toMatchObject({ usd: 100, approximate: false });
    for (const bad of [0, -7, Number.NaN, Number.POSITIVE_INFINITY, '7' as never]) {
      expect(feeFor(700, bad)).toMatchObject({ usd: 700 / ROUGH_CNY_PER_USD, approximate: true });
    }
  });
  it.each([
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    -1,
    0,
    -0,
    1e-9,
    1e300,
    '500' as never,
    null as never,
    undefined as never,
    {} as never,
  ])('%s is no amount', (value) => {
    expect(feeFor(value)).toBeNull();
  });
  it('holds for every amount: whole cents, never more than the rule, free exactly up to the threshold', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: false }), fc.double(), (cny, rate) => {
        const fee = feeFor(cny, rate);
        if (!fee) return;
        expect(fee.free).toBe(fee.cny <= FEE_RULE.threshold);
        expect(Math.abs(fee.fee - (fee.free ? 0 : fee.cny * 0.03))).toBeLessThanOrEqual(0.0051);
        for (const value of [fee.fee, fee.total, fee.usd, fee.bankFeeMost, ...fee.limits.map((one) => one.cny)]) {
          expect(Number.isFinite(value) && value >= 0).toBe(true);
        }
      }),
    );
  });
  it('agrees with the facts that are shown', () => {
    expect(FEE_RULE).toEqual({
      threshold: figure('fee', 'threshold'),
      percent: figure('fee', 'percent'),
      bankPercentMost: figure('fee-of-bank', 'percent'),
    });
    expect(feeFor(figure('fee-step', 'amount'))!.fee).toBe(figure('fee-step', 'fee'));
    expect(LIMITS.map((one) => one.usd)).toEqual([
      figure('identity-threshold', 'amount'),
      figure('limits-unverified', 'year'),
      figure('limits-verified', 'single'),
      figure('limits-verified', 'year'),
    ]);
    for (const limit of LIMITS) expect(facts.some((one) => one.id === limit.fact)).toBe(true);
  });
});

describe('readAmount', () => {
  it.each([
    ['500', 500],
    ['1,234.50', 1234.5],
    ['1.234,50', 1234.5],
    ["1'234.50", 1234.5],
    ['1 234,5', 1234.5],
    ['1\u00a0234,50', 1234.5],
    ['1\u202f234', 1234],
    ['1,234', 1234],
    ['1.234', 1234],
    ['1,234,567.89', 1234567.89],
    ['12,50', 12.5],
    ['12.5', 12.5],
    ['0.5', 0.5],
    ['.5', 0.5],
    ['￥500', 500],
    ['¥ 500', 500],
    ['５００', 500],
    ['￥１，２３４．５０', 1234.5],
    ['500元', 500],
    ['500 元整', 500],
    ['500块', 500],
    ['人民币500元', 500],
    ['CNY 1,000', 1000],
    ['rmb500', 500],
    ['500 yuan', 500],
    ['1.5万', 15000],
    ['2万元', 20000],
    ['٥٠٠', 500],
    ['۱۲۳٫۵', 123.5],
    ['५००', 500],
    [' 200.00 ', 200],
    [300, 300],
  ])('%s is %d', (text, amount) => {
    expect(readAmount(text)).toBe(amount);
  });
  it.each([
    '',
    ' ',
    'abc',
    '-5',
    '−5',
    '(500)',
    '5-6',
    '1e5',
    '$500',
    'US$500',
    '500 USD',
    '€500',
    '1,23,456',
    '1.2.3',
    '12,34.5',
    '1,234,56',
    '0',
    '0.00',
    '0,004',
    'NaN',
    'Infinity',
    '0x1f',
    '9'.repeat(41),
    '9'.repeat(20),
    '¥',
    '万',
    '500元500',
    null,
    undefined,
    {},
    [],
    true,
    5n,
    Number.NaN,
    -3,
  ])('%s is no amount', (text) => {
    expect(readAmount(text)).toBeNull();
  });
  it('never throws and gives only amounts that feeFor takes', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'0123456789０５.,，．¥￥元万 -'), maxLength: 12 });
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.string(), typed), (value) => {
        const amount = readAmount(value);
        expect(amount === null || feeFor(amount) !== null).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
  it('reads back what locales write', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999_999 }),
        fc.constantFrom('en', 'de', 'fr', 'zh-CN', 'de-CH', 'ar-EG', 'fa'),
        (cents, tag) => {
          const text = new Intl.NumberFormat(tag, { minimumFractionDigits: 2 }).format(cents / 100);
          expect(readAmount(text)).toBe(cents / 100);
        },
      ),
    );
  });
});
