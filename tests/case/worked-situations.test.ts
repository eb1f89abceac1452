/** Situations as a card specialist would work them: evidence in order, and what they would say first. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { caseReport } from '../../scripts/case.ts';
import { shippedCase as data } from './shipped-case.ts';

interface Worked {
  name: string;
  case: unknown;
  outcome: string;
  head?: string;
  notHead?: string;
  fixer?: string;
  step?: string;
  noStep?: string;
  action?: string;
  notAction?: string;
  retry?: string;
  noWays?: boolean;
}

interface Report {
  outcome: string;
  causes: { diagnosis: string }[];
  fixer: string;
  main: { action: string; step: string };
  steps: string[];
  retry: { when: string };
  ways: string[];
}

const worked = JSON.parse(readFileSync(new URL('worked-situations.json', import.meta.url), 'utf8')) as Worked[];
const silent = () => ({ sightings: [], facts: [], quotes: [] });

describe('worked situations', () => {
  it('are at least forty', () => expect(worked.length).toBeGreaterThanOrEqual(40));

  it.each(worked)('$name', (one) => {
    const report = caseReport(one.case, data, silent) as Report;
    const head = report.causes[0]!.diagnosis;
    expect(report.outcome).toBe(one.outcome);
    if (one.head) expect(head).toBe(one.head);
    if (one.notHead) expect(head).not.toBe(one.notHead);
    if (one.fixer) expect(report.fixer).toBe(one.fixer);
    if (one.step) expect(report.steps[0]).toBe(one.step);
    if (one.noStep) expect(report.steps).not.toContain(one.noStep);
    if (one.action) expect(report.main.action).toBe(one.action);
    if (one.notAction) expect(report.main.action).not.toBe(one.notAction);
    if (one.retry) expect(report.retry.when).toBe(one.retry);
    if (one.noWays) expect(report.ways).toEqual([]);
  });
});
