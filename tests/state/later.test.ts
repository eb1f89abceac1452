import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeLater } from '../../lib/state/later.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
});

describe('a look some time after', () => {
  it('comes once for each tab, however often it is asked for', () => {
    const look = vi.fn();
    const later = makeLater(look);
    for (let n = 0; n < 100; n++) later(1);
    later(2);
    vi.advanceTimersByTime(1499);
    expect(look).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(look.mock.calls).toEqual([[1], [2]]);
    vi.runAllTimers();
    expect(look).toHaveBeenCalledTimes(2);
  });

  it('comes again for what is told after it began, also out of itself', () => {
    const asked: number[] = [];
    const later = makeLater((tab) => {
      asked.push(tab);
      if (asked.length < 3) later(tab);
    });
    later(1);
    vi.runAllTimers();
    expect(asked).toEqual([1, 1, 1]);
  });

  it('that throws does not stop the later ones', () => {
    const look = vi.fn(() => {
      throw new Error('no');
    });
    const later = makeLater(look);
    later(1);
    expect(() => vi.runAllTimers()).toThrow('no');
    later(1);
    expect(() => vi.runAllTimers()).toThrow('no');
    expect(look).toHaveBeenCalledTimes(2);
  });

  it('comes late, and once, where the machine slept meanwhile', () => {
    const look = vi.fn();
    const later = makeLater(look);
    later(1);
    vi.setSystemTime(Date.now() + 8 * 60 * 60_000);
    vi.advanceTimersByTime(1500);
    expect(look).toHaveBeenCalledTimes(1);
  });
});
