/** The twelve calls of docs/calls.md: the sheet has an answer to everything, comes to the right end, and the page is up to date. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { currentNode } from '../../lib/call/script.ts';
import { callsPage, planOf, transcript } from '../../scripts/calls.ts';
import { DIFFICULT_CALLS } from '../../scripts/difficult-calls.ts';
import { shippedCase } from '../case/shipped-case.ts';

it.each(DIFFICULT_CALLS.map((one) => [one.title, one] as const))('%s', (_title, call) => {
  const plan = planOf(call, shippedCase.library.diagnoses);
  const { progress } = transcript(plan, call.answers);
  expect(currentNode(plan, progress).outcome).toBe(call.end);
});

it('docs/calls.md is as the calls go (npm run calls)', () => {
  expect(readFileSync(new URL('../../docs/calls.md', import.meta.url), 'utf8')).toBe(callsPage());
});
