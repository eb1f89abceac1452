import { describe, expect, it } from 'vitest';
import { kept, median, quantile, race } from '../../bench/rounds.ts';
import { figure, short } from '../../bench/section.ts';

describe('medians and quantiles', () => {
  it('do not depend on order and leave the values alone', () => {
    const values = [9, 1, 5];
    expect(median(values)).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(values).toEqual([9, 1, 5]);
  });

  it('of nothing are no number', () => {
    expect(median([])).toBeNaN();
    expect(quantile([], 0.95)).toBeNaN();
  });

  it('give the value that a share of values does not exceed', () => {
    const hundred = Array.from({ length: 100 }, (_, at) => 100 - at);
    expect(quantile(hundred, 0.5)).toBe(50);
    expect(quantile(hundred, 0.95)).toBe(95);
    expect(quantile(hundred, 1)).toBe(100);
    expect(quantile([7], 0.01)).toBe(7);
  });
});

describe('race', () => {
  it('runs everybody once a round, each in turn first', () => {
    const order: string[] = [];
    const contestants = ['a', 'b', 'c'].map((name) => ({ name, run: () => order.push(name) }));
    const times = race(contestants, 3, 0);
    expect(order.join('')).toBe('abcbcacab');
    expect([...times.keys()]).toEqual(['a', 'b', 'c']);
    for (const time of times.values()) expect(time).toBeGreaterThanOrEqual(0);
  });

  it('runs a slow one in every nth round only, and does not measure rounds that warm up', () => {
    const runs = { quick: 0, slow: 0 };
    race(
      [
        { name: 'quick', run: () => runs.quick++ },
        { name: 'slow', run: () => runs.slow++, every: 4 },
      ],
      8,
      1,
    );
    expect(runs).toEqual({ quick: 9, slow: 3 });
  });

  it('keeps what the last one gave', () => {
    race([{ name: 'only', run: () => 'answer' }], 1, 0);
    expect(kept()).toBe('answer');
  });
});

describe('figures', () => {
  it('are met at their limit, from either side', () => {
    expect(figure('M1', 'speed', 'at least', 100, 100, '×')).toEqual({
      id: 'M1',
      what: 'speed',
      target: 'at least 100×',
      value: 100,
      measured: '100×',
      met: true,
    });
    expect(figure('M5', 'time', 'at most', 50, 50.1, ' ms').met).toBe(false);
    expect(figure('M5', 'time', 'at most', 50, 49.9, ' ms').met).toBe(true);
  });

  it('are not met when nothing was measured', () => {
    expect(figure('M1', 'speed', 'at least', 1, NaN, '×').met).toBe(false);
    expect(figure('M1', 'speed', 'at most', 1, NaN, '×').met).toBe(false);
  });

  it('have as many digits as are worth reading', () => {
    expect([1234.5, 12.34, 1.234, 0.01234, 7, NaN].map(short)).toEqual(['1235', '12.3', '1.23', '0.012', '7', 'NaN']);
  });
});
