// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type MakeAgent, deliverAgent, expectAgent, expectNobody } from '../../lib/detect/handover.ts';

const make: MakeAgent = () => ({ read() {}, hasStanding: () => false, current: () => null, stop() {} });
afterEach(expectNobody);

describe('the large part', () => {
  it('is handed to the small one', () => {
    const take = vi.fn<(made?: MakeAgent) => boolean>(() => true);
    expectAgent(take);
    deliverAgent(make);
    expect(take.mock.calls).toEqual([[make]]);
  });

  it('a second small part does not take the place of one that lives, and does of one that is dead', () => {
    let lives = true;
    const first = vi.fn<(made?: MakeAgent) => boolean>(() => lives);
    const second = vi.fn<(made?: MakeAgent) => boolean>(() => true);
    expect(expectAgent(first)).toBe(true);
    expect(expectAgent(second)).toBe(false);
    lives = false;
    expect(expectAgent(second)).toBe(true);
    deliverAgent(make);
    expect(second.mock.calls).toEqual([[make]]);
  });

  it('goes nowhere where nobody waits, or nobody does any more', () => {
    const take = vi.fn<(made?: MakeAgent) => boolean>(() => true);
    expect(() => deliverAgent(make)).not.toThrow();
    expectAgent(take);
    expectNobody();
    deliverAgent(make);
    expect(take).not.toHaveBeenCalled();
  });

  it('is not handed to an element or a value of that name', () => {
    for (const value of [document.createElement('p'), 'text', null, {}]) {
      (globalThis as Record<string, unknown>).cardRescueReader = value;
      expect(() => deliverAgent(make)).not.toThrow();
    }
  });
});
