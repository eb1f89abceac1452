/** What the browsers see of the fixtures: every kind of page and every diagnosis. */
import { describe, expect, it } from 'vitest';
import { crossSection } from '../fixtures/cross-section.ts';
import { loadCases } from '../fixtures/load.ts';

const all = loadCases();
const some = crossSection(all, 3);

describe('the cross-section of the fixtures', () => {
  it('has every template, every kind and every diagnosis, and is much smaller', () => {
    for (const of of ['template', 'kind', 'needs'] as const)
      expect(new Set(some.map((one) => one[of]))).toEqual(new Set(all.map((one) => one[of])));
    expect(new Set(some.map((one) => one.expect.diagnosis))).toEqual(new Set(all.map((one) => one.expect.diagnosis)));
    expect(some.length).toBeLessThan(0.65 * all.length);
  });

  it('has every page that is written out, and at least three of each diagnosis where there are so many', () => {
    const whole = all.filter(({ template }) => template.startsWith('pages/'));
    expect(whole.every((one) => some.includes(one))).toBe(true);
    for (const { expect: wanted } of all) {
      const of = (list: typeof all) => list.filter((one) => one.expect.diagnosis === wanted.diagnosis).length;
      expect(of(some)).toBeGreaterThanOrEqual(Math.min(3, of(all)));
    }
  });
});
