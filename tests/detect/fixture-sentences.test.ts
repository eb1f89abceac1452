/**
 * The sentences of all fixture pages, judged as texts in an error's place: the browsers open a cross-section of the pages only
 * (tests/fixtures/cross-section.ts), and a phrase that takes another's sentence must not hide in the rest.
 */
import { describe, expect, it } from 'vitest';
import { loadCases, wordsOf } from '../fixtures/load.ts';
import { IN_ERROR, judge, reasonsFor, table } from './shipped.ts';

/** Whole pages are opened all; in the template with neighbours other words stand beside, and only the page's structure tells them apart. */
const ELSEWHERE = /^pages\/|^result-with-neighbours/;
const failing = loadCases().filter(({ template, expect: wanted }) => wanted.diagnosis && !ELSEWHERE.test(template));
/** Some pages tell by more than their words: an address, a code in a frame, a second message that comes later. */
const LEAST_RIGHT = 0.98;

describe('the sentences of failing pages', () => {
  it('are read as what they say, and never as something else for certain', () => {
    const rows = failing.map(({ id, slots, expect: wanted }) => {
      const verdict = judge(Object.values(slots).flatMap((slot) => reasonsFor(wordsOf(slot), IN_ERROR)));
      const right = [wanted.diagnosis, ...wanted.accept, table.roles.nameless];
      return { id, verdict, isRight: verdict !== null && right.includes(verdict.diagnosis), wanted: wanted.diagnosis };
    });
    const wrong = rows.filter(({ isRight }) => !isRight);
    expect(rows.length).toBeGreaterThan(300);
    expect(wrong.filter(({ verdict }) => verdict?.certainty === 'exact').map(({ id }) => id)).toEqual([]);
    expect(
      1 - wrong.length / rows.length,
      wrong.map(({ id, verdict, wanted }) => `${id}: ${wanted} -> ${verdict?.diagnosis}`).join('\n'),
    ).toBeGreaterThanOrEqual(LEAST_RIGHT);
  });
});
