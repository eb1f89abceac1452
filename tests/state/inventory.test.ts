import { describe, expect, it, vi } from 'vitest';
import { STORED_KINDS as SHOWN_KINDS } from '../../components/options/options-props.ts';
import { attemptsKey } from '../../lib/state/attempts.ts';
import { callKey } from '../../lib/state/call.ts';
import { caseKey, changeStoredCase } from '../../lib/state/case-store.ts';
import { endExample, hasExample, startExample } from '../../lib/state/example.ts';
import { EXPLAIN_KEY } from '../../lib/state/explain.ts';
import { saveDismissed } from '../../lib/state/findings.ts';
import { clearEverything, onStoredChanged, STORED_KINDS, takeInventory } from '../../lib/state/inventory.ts';
import { saveSettings } from '../../lib/state/settings.ts';
import { fake } from '../fake-browser.ts';

const { session, local } = fake.areas;

describe('what is stored', () => {
  it('is nothing at first, and nothing where the storage refuses', async () => {
    session.failures.get = new Error('broken');
    expect(Object.values(await takeInventory())).toEqual(STORED_KINDS.map(() => 0));
  });

  it('is counted by kind, under the keys that the others use', async () => {
    await saveDismissed(3, 'x');
    await saveSettings({ hints: false });
    await session.set({
      [attemptsKey('alipay.com')]: [1, 2],
      [callKey(null)]: {},
      [caseKey(4)]: {},
      [EXPLAIN_KEY]: {},
      strange: 1,
    });
    await local.set({ calls: [1, 2, 3] });
    expect(await takeInventory()).toEqual({
      failures: 1,
      cases: 1,
      calls: 1,
      attempts: 2,
      handed: 1,
      'kept-calls': 3,
      settings: 1,
      other: 1,
    });
  });

  it('has words for every kind on the page', () => {
    expect(SHOWN_KINDS).toEqual(STORED_KINDS);
  });

  it('is all gone after clearing, and a browser that refuses is told', async () => {
    await saveSettings({ hints: false });
    await saveDismissed(3, 'x');
    expect(await clearEverything()).toBe(true);
    expect([session.content, local.content]).toEqual([{}, {}]);
    await saveSettings({ hints: false });
    local.failures.remove = new Error('no');
    expect(await clearEverything()).toBe(false);
  });

  it('tells of changes until it is told to stop', async () => {
    const hear = vi.fn<() => void>();
    const stop = onStoredChanged(hear);
    await saveDismissed(3, 'x');
    expect(hear).toHaveBeenCalledTimes(1);
    stop();
    await saveDismissed(3, 'y');
    expect(hear).toHaveBeenCalledTimes(1);
  });
});

describe('an example', () => {
  it('stands where the case without a page does, and gives the place back', async () => {
    await changeStoredCase(null, () => 'mine');
    expect(await startExample('first')).toBe(true);
    expect(await startExample('second')).toBe(true);
    expect(session.content[caseKey(null)]).toBe('second');
    expect(await hasExample()).toBe(true);
    await endExample();
    expect(session.content).toEqual({ [caseKey(null)]: 'mine' });
    expect(await hasExample()).toBe(false);
  });

  it('leaves nothing where there was nothing, and ends only what was begun', async () => {
    await startExample('first');
    await endExample();
    expect(session.content).toEqual({});
    await changeStoredCase(null, () => 'mine');
    await endExample();
    expect(session.content).toEqual({ [caseKey(null)]: 'mine' });
  });

  it('does not begin where what is there cannot be set aside', async () => {
    await changeStoredCase(null, () => 'mine');
    session.failures.set = new Error('full');
    expect(await startExample('first')).toBe(false);
    expect(session.content).toEqual({ [caseKey(null)]: 'mine' });
  });
});
