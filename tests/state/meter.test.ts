import { describe, expect, it } from 'vitest';
import { makeMeter } from '../../lib/state/meter.ts';

describe('the meter', () => {
  it('hears forty messages of a tab at once, then two a second, and other tabs all the same', () => {
    let now = 0;
    const hears = makeMeter(() => now);
    const count = (tab: number, times: number): number =>
      Array.from({ length: times }, () => hears('found', tab)).filter(Boolean).length;
    expect(count(1, 100)).toBe(40);
    expect(count(2, 10)).toBe(10);
    now = 3000;
    expect(count(1, 100)).toBe(6);
    now = 1e6;
    expect(count(1, 100)).toBe(40);
  });

  it('hears one wish for the steps a second', () => {
    let now = 0;
    const hears = makeMeter(() => now);
    expect([hears('show-steps', 1), hears('show-steps', 1), hears('show-steps', 2)]).toEqual([true, false, true]);
    now = 1000;
    expect(hears('show-steps', 1)).toBe(true);
  });
});
