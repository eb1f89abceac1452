import { expect, it } from 'vitest';
import { beforeCalls, beforeShop } from '../../components/call-sheet/case-before.ts';
import type { Evidence } from '../../lib/case/evidence.ts';

const answer = (question: string, at: number): Evidence => ({ kind: 'answer', question, answer: 'x', at });
const told = (from: string, at: number): Evidence => ({ kind: 'told', id: 'bank-lifted', from, at });

it('what a case knew before its calls is neither what was told on them nor what came after', () => {
  expect(beforeCalls([])).toEqual([]);
  expect(beforeCalls([answer('a', 1), { kind: 'result', result: 'failed', at: 2 }])).toEqual([answer('a', 1)]);
  expect(beforeCalls([answer('a', 1), told('bank', 2), answer('b', 3)])).toEqual([answer('a', 1)]);
  // Told in a story, not on a sheet.
  expect(beforeCalls([told('', 1), answer('b', 3)])).toEqual([told('', 1), answer('b', 3)]);
});

it('an answer of the shop does not decide which card it is given on', () => {
  const result: Evidence = { kind: 'result', result: 'paid', at: 4 };
  expect(beforeShop([answer('looked', 1), told('bank', 2), told('shop', 3), result])).toEqual([
    answer('looked', 1),
    told('bank', 2),
  ]);
});
