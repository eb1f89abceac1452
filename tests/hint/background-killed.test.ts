/**
 * The browser may end the background between any two steps. A page script that gets no answer tells again: what is kept, marked and shown
 * must then be what it would have been without the death, wherever it came.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import browser, { fake, resetFakeBrowser } from '../fake-browser.ts';
import background from '../../entrypoints/background.ts';
import { saveSettings } from '../../lib/state/settings.ts';
import { addTab, finding, orders, send } from './background-page.ts';

/** So many calls of the browser are let through; the next and all after it are those of a dead background. */
let allowed = Infinity;
let calls = 0;

const { storage, tabs, action, scripting } = browser;
const PARTS = [storage.session, storage.local, tabs, action, scripting] as unknown as Record<
  string,
  (...given: unknown[]) => unknown
>[];

function watchCalls(): void {
  for (const part of PARTS)
    for (const name of ['get', 'set', 'remove', 'sendMessage', 'setBadgeText', 'setTitle', 'executeScript']) {
      const whole = part[name];
      if (!whole) continue;
      vi.spyOn(part, name as 'get').mockImplementation(async (...given: unknown[]) => {
        if (++calls > allowed) throw new Error('killed');
        return whole.apply(part, given);
      });
    }
}

const frame = { documentId: 'b', frameId: 5 };
const STEPS: Readonly<Record<string, readonly (readonly [message: unknown, from: object])[]>> = {
  'a failure': [[{ type: 'found', finding }, {}]],
  'a failure in a frame': [[{ type: 'found', finding }, frame]],
  'another failure': [
    [{ type: 'found', finding }, {}],
    [{ type: 'found', finding: { ...finding, diagnosis: 'card-expired' } }, {}],
  ],
  'a failure that is gone': [
    [{ type: 'found', finding }, {}],
    [{ type: 'gone' }, {}],
  ],
  'a failure in a frame that is gone': [
    [{ type: 'found', finding }, frame],
    [{ type: 'gone' }, frame],
  ],
  'a payment that goes through': [
    [{ type: 'found', finding }, {}],
    [{ type: 'paid', at: 1 }, {}],
  ],
  'a payment that goes through after a failure in a frame': [
    [{ type: 'found', finding }, frame],
    [{ type: 'paid', at: 1 }, {}],
  ],
};

async function begin(): Promise<void> {
  resetFakeBrowser();
  orders.length = 0;
  allowed = Infinity;
  addTab(7);
  // The page's own frame still shows what it told, and the top shows its hint.
  fake.frames.set('7 0', {});
  await saveSettings({ screen: 'en' });
  background.main();
}

/** What a person sees and what is kept, without the times. */
const state = (answer: unknown): unknown => ({
  kept: JSON.parse(JSON.stringify(fake.areas.session.content).replace(/1[789]\d{11}/g, '1')) as unknown,
  badge: fake.badges.get(7)?.text ?? '',
  answer: (answer as { type?: string } | null)?.type ?? null,
  order: orders.filter(([{ type }]) => type.endsWith('hint')).at(-1)?.[0].type ?? null,
});

async function play(steps: (typeof STEPS)[string], dieAt: number): Promise<{ state: unknown; calls: number }> {
  await begin();
  let answer: unknown;
  for (const [index, [message, from]] of steps.entries()) {
    calls = 0;
    if (index === steps.length - 1) allowed = dieAt;
    answer = await send(message, 7, from).catch(() => undefined);
    const took = calls;
    if (index === steps.length - 1 && took > dieAt) {
      allowed = Infinity;
      answer = await send(message, 7, from);
    }
    if (index === steps.length - 1) return { state: state(answer), calls: took };
  }
  return { state: null, calls: 0 };
}

beforeEach(watchCalls);
afterEach(() => {
  vi.restoreAllMocks();
});

describe('a background that is killed in the middle of', () => {
  it.each(Object.entries(STEPS))('%s, and told again, comes to the same', async (_, steps) => {
    const whole = await play(steps, Infinity);
    expect(whole.calls).toBeGreaterThan(4);
    for (let at = 0; at < whole.calls; at++)
      expect({ at, ...(await play(steps, at)) }).toMatchObject({ at, state: whole.state });
  });
});
