import { describe, expect, it } from 'vitest';
import { readStoredPage, seenPageOf } from '../../entrypoints/popup/page-findings.ts';
import type { Finding } from '../../lib/messages.ts';
import { changeTabFindings, noteTabPaid, type TabFinding } from '../../lib/state/findings.ts';
import { fake } from '../fake-browser.ts';

const finding = (diagnosis: string, at: number): Finding => ({
  diagnosis,
  certainty: 'likely',
  code: '',
  host: 'cashier.alipay.com',
  at,
  evidence: [],
});
const told = (frameId: number, one: Finding, live = true): TabFinding => ({
  document: `document ${frameId}`,
  frameId,
  finding: one,
  live,
});

/** What the popup gets of a tab whose frames answer so. */
async function seen(kept: TabFinding[], stands: (frameId: number | undefined) => unknown, paid?: number) {
  fake.addTab({ id: 7 });
  await changeTabFindings(7, () => kept);
  if (paid !== undefined) await noteTabPaid(7, paid);
  fake.pageScripts.set(7, (_, options) => stands(options?.frameId));
  return seenPageOf(7, await readStoredPage(7));
}

describe('what a tab shows', () => {
  const grave = finding('outcome-unknown', 30);
  const light = finding('bank-declined', 20);
  const past = finding('card-expired', 10);

  it('is every document that stands, the gravest last, behind what is of the past', async () => {
    const { findings, paid, unheard } = await seen([told(0, grave), told(4, light), told(5, past, false)], (frameId) =>
      frameId === 4 ? light : grave,
    );
    expect(findings.map((one) => [one.document, one.finding.diagnosis, one.live])).toEqual([
      ['document 5', 'card-expired', false],
      ['document 4', 'bank-declined', true],
      ['document 0', 'outcome-unknown', true],
    ]);
    expect([paid, unheard]).toEqual([null, false]);
  });

  it('is of the past where a document shows it no more', async () => {
    const { findings, unheard } = await seen([told(0, grave), told(4, light)], (frameId) =>
      frameId === 4 ? light : null,
    );
    expect(findings.map((one) => [one.finding.diagnosis, one.live])).toEqual([
      ['outcome-unknown', false],
      ['bank-declined', true],
    ]);
    expect(unheard).toBe(false);
  });

  it('is told once where another document shows the same', async () => {
    const { findings } = await seen([told(0, light, false)], () => light);
    expect(findings.map((one) => [one.document, one.live])).toEqual([['page', true]]);
  });

  it('is not known where nobody answers', async () => {
    const { findings, unheard } = await seen([told(0, light, false)], () => Promise.reject(new Error('nobody')));
    expect(findings).toMatchObject([{ live: false }]);
    expect(unheard).toBe(true);
  });

  it('is a payment that went through, where that came after every failure', async () => {
    expect((await seen([told(0, light, false)], () => null, 21)).paid).toEqual({
      kind: 'result',
      result: 'paid',
      at: 21,
    });
    expect((await seen([], () => null, 21)).paid).toMatchObject({ at: 21 });
    expect((await seen([told(0, light, false)], () => null, 19)).paid).toBeNull();
    expect((await seen([], () => light, 19)).paid).toBeNull();
  });
});
