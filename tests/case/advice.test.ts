import { describe, expect, it } from 'vitest';
import { factsOf, isStale, namedSources } from '../../lib/case/advice.ts';
import { NOW, sampleLibrary } from './sample-library.ts';

const DAY = 86_400_000;

describe('facts and sources', () => {
  it('are given with all that stands behind them, each once', () => {
    expect(factsOf(['fee'], sampleLibrary)).toEqual({
      facts: [sampleLibrary.facts.fee],
      sources: [
        { id: 'fee-page', ...sampleLibrary.sources['fee-page'] },
        { id: 'guide', ...sampleLibrary.sources.guide },
      ],
      checked: '2026-10-01',
    });
  });

  it('that the library lacks are left out, inherited names included', () => {
    expect(factsOf(['gone', 'valueOf'], sampleLibrary)).toEqual({ facts: [], sources: [], checked: '' });
    expect(namedSources(['gone', 'toString', 'guide', 'guide'], sampleLibrary).map((one) => one.id)).toEqual(['guide']);
  });
});

describe('isStale', () => {
  it('turns old only after the same day a year later', () => {
    const anniversary = Date.UTC(2025, 10, 2);
    expect(isStale('2024-11-02', anniversary)).toBe(false);
    expect(isStale('2024-11-02', anniversary + 1)).toBe(true);
    expect(isStale('2024-11-02', anniversary - DAY)).toBe(false);
  });

  it('keeps a leap day until the end of February', () => {
    expect(isStale('2024-02-29', Date.UTC(2025, 1, 28, 23))).toBe(false);
    expect(isStale('2024-02-29', Date.UTC(2025, 2, 1, 1))).toBe(true);
  });

  it('counts a day that cannot be read as old', () => {
    expect(isStale('soon', NOW)).toBe(true);
  });
});
