/** Every kind of fixture page, failing and innocent, in the real browser. `npm run accuracy` reads every page and prints a table. */
import { describe, expect, it } from 'vitest';
import { CERTAINTIES } from '../../lib/messages.ts';
import { crossSection } from '../fixtures/cross-section.ts';
import { loadCases } from '../fixtures/load.ts';
import { type MatrixRow, runMatrix, verdictOf } from './matrix.ts';
import { inChromium } from './support.ts';

const driver = inChromium();
/** Of the failing pages, how many must get a right diagnosis. Not all: a slow machine may cut a toast short. */
const LEAST_RIGHT = 0.985;

const told = (rows: readonly MatrixRow[]): string[] =>
  rows.map(
    ({ fixture, finding }) =>
      `${fixture.id}: ${fixture.expect.diagnosis} -> ${finding?.diagnosis} ${finding?.certainty} ${finding?.code}`,
  );

/** Of each template and kind so many; of a thousand pages, the whole ones and about a sixth of the others. */
const OF_EACH = 1;

describe('the fixture pages', () => {
  it('are judged rightly, silently where nothing failed, and never more surely than is honest', async () => {
    const rows = await runMatrix(driver(), crossSection(loadCases(), OF_EACH), 12);
    const by = (verdict: ReturnType<typeof verdictOf>): MatrixRow[] => rows.filter((row) => verdictOf(row) === verdict);
    expect(told(by('false alarm'))).toEqual([]);
    expect(told(by('wrong').filter(({ finding }) => finding!.certainty === 'exact'))).toEqual([]);
    const right = by('right');
    const sureness = (certainty: string): number => CERTAINTIES.indexOf(certainty as 'exact');
    expect(
      told(right.filter(({ fixture, finding }) => sureness(finding!.certainty) < sureness(fixture.expect.certainty))),
    ).toEqual([]);
    const missed = [...by('missed'), ...by('wrong')];
    expect(right.length / (right.length + missed.length), told(missed).join('\n')).toBeGreaterThanOrEqual(LEAST_RIGHT);
    expect(right.filter(({ hint }) => !hint).map(({ fixture }) => fixture.id)).toEqual([]);
  }, 600_000);
});
