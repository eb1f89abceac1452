import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inTurn } from '../../lib/state/in-turn.ts';

let did: string[];
beforeEach(() => {
  vi.useFakeTimers();
  did = [];
});
afterEach(() => {
  vi.useRealTimers();
});

/** Some work that says when it begins and ends. */
const work = (name: string, time: number) => async (): Promise<string> => {
  did.push(`${name} begins`);
  await new Promise((done) => setTimeout(done, time));
  did.push(`${name} ends`);
  return name;
};
const forever = (): Promise<never> => new Promise(() => undefined);

describe('the work of a tab', () => {
  it('is done in the order in which it came, and gives what it came to', async () => {
    const all = Promise.all([inTurn(1, work('slow', 900)), inTurn(1, work('quick', 1))]);
    await vi.runAllTimersAsync();
    expect(await all).toEqual(['slow', 'quick']);
    expect(did).toEqual(['slow begins', 'slow ends', 'quick begins', 'quick ends']);
  });

  it('does not wait for that of another tab', async () => {
    void inTurn(2, forever);
    void inTurn(3, work('other', 1));
    await vi.advanceTimersByTimeAsync(5);
    expect(did).toEqual(['other begins', 'other ends']);
    await vi.runAllTimersAsync();
  });

  it.each([
    ['rejects', () => Promise.reject(new Error('no'))],
    [
      'throws at once',
      () => {
        throw new Error('no');
      },
    ],
  ])('that %s tells its own caller, and holds up nobody', async (_, fails) => {
    const failed = inTurn(4, fails).catch((error: Error) => error.message);
    const next = inTurn(4, work('next', 0));
    await vi.advanceTimersByTimeAsync(1);
    expect(await failed).toBe('no');
    expect(await next).toBe('next');
  });

  it('behind one that hangs begins after two seconds, still one after another', async () => {
    void inTurn(5, forever);
    void inTurn(5, work('first', 500));
    void inTurn(5, work('second', 1));
    await vi.advanceTimersByTimeAsync(1990);
    expect(did).toEqual([]);
    await vi.runAllTimersAsync();
    expect(did).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });

  it('leaves no timer running when it is done', async () => {
    void inTurn(6, work('only', 1));
    await vi.advanceTimersByTimeAsync(2);
    expect(did).toEqual(['only begins', 'only ends']);
    expect(vi.getTimerCount()).toBe(0);
  });
});
