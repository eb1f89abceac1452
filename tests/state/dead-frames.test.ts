import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Finding } from '../../lib/messages.ts';
import { whileTelling, withoutDead } from '../../lib/state/dead-frames.ts';
import { type TabFinding, changeTabFindings, readTabFindings } from '../../lib/state/findings.ts';
import { fake } from '../fake-browser.ts';

const finding: Finding = { diagnosis: 'bank-declined', certainty: 'likely', code: '', host: 'x', at: 1, evidence: [] };
const one = (document: string, frameId: number, more: Partial<TabFinding> = {}): TabFinding => ({
  document,
  frameId,
  finding,
  live: true,
  ...more,
});
const from = { tabId: 7, frameId: 0, document: 'top' };
const gravity = (): number => 1;

/** A tab that holds this, and whose frames answer so. */
async function tab(list: TabFinding[], answer: (frame: number) => unknown): Promise<TabFinding[]> {
  fake.addTab({ id: 7 });
  fake.pageScripts.set(7, (_, options) => answer(options!.frameId!));
  return changeTabFindings(7, () => list);
}
const lives = (list: readonly TabFinding[]): string[] => list.filter((each) => each.live).map((each) => each.document);

afterEach(() => {
  vi.useRealTimers();
});

describe('frames that went without a word', () => {
  it('are of the past: those that are gone, that show nothing, and those before in the same frame', async () => {
    const answers: Record<number, unknown> = { 2: finding, 3: null };
    const list = await tab([one('old', 0), one('top', 0), one('lives', 2), one('empty', 3), one('gone', 4)], (frame) =>
      frame === 4 ? Promise.reject(new Error('no such frame')) : answers[frame],
    );
    const left = await withoutDead(list, from, gravity);
    expect(lives(left).sort()).toEqual(['lives', 'top']);
    expect(await readTabFindings(7)).toEqual(left);
    expect(left).toHaveLength(5);
  });

  it('are asked once each and cost no writing where all live', async () => {
    const asked: number[] = [];
    const list = await tab([one('top', 0), one('a', 2), one('past', 3, { live: false })], (frame) => {
      asked.push(frame);
      return finding;
    });
    const before = fake.areas.session.content;
    fake.areas.session.failures.set = new Error('nothing is to be written');
    expect(await withoutDead(list, from, gravity)).toBe(list);
    expect(fake.areas.session.content).toBe(before);
    expect(asked).toEqual([2]);
  });

  it('are not mixed up with those that are only slow', async () => {
    vi.useFakeTimers();
    const list = await tab([one('top', 0), one('slow', 2)], () => new Promise(() => undefined));
    const left = withoutDead(list, from, gravity);
    await vi.advanceTimersByTimeAsync(2000);
    expect(lives(await left)).toEqual(['top', 'slow']);
  });

  it('nor with those whose own word is being worked on: they say nothing of themselves until they are answered', async () => {
    const list = await tab([one('top', 0), one('tells', 2), one('goes', 3)], () => null);
    const left = await whileTelling({ tabId: 7, document: 'tells' }, () => withoutDead(list, from, gravity));
    expect(lives(left).sort()).toEqual(['tells', 'top']);
    // Also after a work that failed it is asked again.
    const fails = whileTelling({ tabId: 7, document: 'tells' }, () => Promise.reject(new Error('no')));
    await expect(fails).rejects.toThrow('no');
    expect(lives(await withoutDead(left, from, gravity))).toEqual(['top']);
  });

  it('nor with the same name in another tab', async () => {
    const list = await tab([one('top', 0), one('frame 2', 2)], () => null);
    const left = await whileTelling({ tabId: 8, document: 'frame 2' }, () => withoutDead(list, from, gravity));
    expect(lives(left)).toEqual(['top']);
  });

  it('do not take with them what the same frame told while it was asked', async () => {
    const newer = one('frame 2', 2, { finding: { ...finding, diagnosis: 'card-expired', at: 2 } });
    const list = await tab([one('top', 0), one('frame 2', 2)], async () => {
      await changeTabFindings(7, (now) => now.map((each) => (each.frameId === 2 ? newer : each)));
      return null;
    });
    const left = await withoutDead(list, from, gravity);
    expect(left).toContainEqual(newer);
    expect(lives(left).sort()).toEqual(['frame 2', 'top']);
  });

  it('leave nothing behind in a tab that was closed while they were asked', async () => {
    const list = await tab([one('top', 0), one('a', 2)], () => {
      fake.tabs.delete(7);
      fake.areas.session.content = {};
      return null;
    });
    await withoutDead(list, from, gravity);
    expect(fake.areas.session.content).toEqual({});
  });
});
