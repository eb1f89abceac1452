// @vitest-environment happy-dom
/** What the popup does with what the person tells: the case goes on, and one answer follows. */
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Evidence } from '../../lib/case/evidence.ts';
import type { Words } from '../../lib/i18n/index.ts';
import library from '../../lib/i18n/locales/en/library.json';
import uiEn from '../../lib/i18n/locales/en/ui.json';
import { NOW } from '../case/sample-library.ts';
import { modelOf, onPage, rootOf, show, sighting, TAB } from './show-popup.tsx';

const declined = { page: [onPage()] };
const bare = { page: [onPage({ diagnosis: 'unknown-failure', certainty: 'unsure' })] };
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const door = (container: Element, name: string) => container.querySelector<HTMLElement>(`[data-door="${name}"]`);
const titleOf = (id: string) => (library as Words)[`title.${id}`]!;
const screenOf = (container: Element) => container.querySelector<HTMLElement>('[data-screen]')!.dataset.screen;

afterEach(cleanup);

describe('while the money may be gone', () => {
  it.each([
    ['page', { page: [onPage({ diagnosis: 'outcome-unknown' })] }, /excashier\.alipay\.com at/],
    ['another tab', { others: [sighting({ source: 'attempt:3:1' })] }, /another tab, 5 minutes ago/],
    ['this tab', { others: [sighting({ source: `attempt:${TAB}:1` })] }, /earlier payment in this tab, 5 minutes ago/],
    ['a word', { stored: [{ kind: 'result', result: 'pending', at: NOW } as const] }, /you told us of/],
  ])('says which payment it is: of %s', (_, known, words) => {
    expect(show(known).container.querySelector('.which')!.textContent).toMatch(words);
  });

  it('names the amount from the notes of the call', () => {
    const { container } = show({ page: [onPage({ diagnosis: 'outcome-unknown' })], amount: '¥350' });
    expect(container.querySelector('.which')!.textContent).toContain('¥350');
  });

  it('takes what was found: not paid gives the advice back, paid is the end', () => {
    const others = [sighting({ source: 'attempt:3:1' })];
    const { container } = show({ ...declined, others });
    press(uiEn['looked.pending']);
    expect(container.querySelector('.alarm')).not.toBeNull();
    press(uiEn['looked.not-paid']);
    expect(container.querySelector('.alarm')).toBeNull();
    expect(container.querySelector('h1')!.textContent).toBe(titleOf('bank-declined'));
    expect(document.activeElement).toBe(container.querySelector('h1'));
    press(uiEn['result.paid']);
    expect(container.querySelector('h1')!.textContent).toBe(titleOf('already-paid'));
    expect(screen.queryByRole('button', { name: uiEn['looked.paid'] })).toBeNull();
    expect(screen.getByRole('button', { name: uiEn['looked.not-paid'] })).toBeTruthy();
  });
});

describe('what was told', () => {
  it('stands as chips, each taken back by itself, and all by starting over', () => {
    const { container } = show(declined);
    press(uiEn['result.pending']);
    const chip = screen.getByRole('button', { name: new RegExp(uiEn['chip.result.pending']) });
    expect(container.querySelector('.alarm')).not.toBeNull();
    fireEvent.click(chip);
    expect(container.querySelector('.alarm')).toBeNull();
    press(uiEn['result.failed']);
    press(uiEn['start-over']);
    expect(container.querySelector('[data-chip]')).toBeNull();
  });

  it('by another version, in words we do not have, has no chip', () => {
    const stored: Evidence[] = [
      { kind: 'answer', question: 'from-the-future', answer: 'yes', at: NOW },
      { kind: 'answer', question: 'vpn', answer: 'from-the-future', at: NOW },
      { kind: 'told', id: 'bank-from-the-future', from: 'bank', at: NOW },
      { kind: 'text', sightings: [], facts: [{ question: 'a', answer: 'b', words: '' }], quotes: [], at: NOW },
    ];
    expect(modelOf({ stored }).chips).toEqual([]);
  });

  it('of a story is one chip a fact; the newest stand there at once', () => {
    const facts = [
      ['bank-said', 'saw-nothing'],
      ['app-or-web', 'app-works'],
      ['vpn', 'yes'],
      ['attempts', 'one'],
    ].map(([question, answer]) => ({ question: question!, answer: answer!, words: 'w' }));
    const { container } = show({ stored: [{ kind: 'text', sightings: [], facts, quotes: [], at: NOW }] });
    expect(container.querySelectorAll('[data-chip]')).toHaveLength(2);
    fireEvent.click(container.querySelector('[data-more-chips]')!);
    const chips = [...container.querySelectorAll('[data-chip]')];
    expect(chips.map((one) => one.textContent)).toEqual(
      expect.arrayContaining([expect.stringContaining('Your bank: It sees no attempt')]),
    );
    for (const _ of facts) fireEvent.click(container.querySelector('[data-chip]')!);
    expect(rootOf(container).querySelector('[data-chip]')).toBeNull();
    expect(container.querySelector('h1')!.textContent).toBe(uiEn['none.title']);
  });
});

describe('"That\'s not it"', () => {
  it('shows other causes, and takes the chosen one until it is taken back', () => {
    const { container } = show(declined);
    fireEvent.click(door(container, 'causes')!);
    const causes = [...container.querySelectorAll<HTMLElement>('[data-cause]')].map((one) => one.dataset.cause!);
    expect(causes.length).toBeGreaterThan(2);
    expect(causes).not.toContain('bank-declined');
    fireEvent.click(container.querySelector('[data-cause]')!);
    expect(container.querySelector('h1')!.textContent).toBe(titleOf(causes[0]!));
    expect(screen.getByText(uiEn['certainty.chosen'])).toBeTruthy();
    fireEvent.click(container.querySelector('[data-chip]')!);
    expect(container.querySelector('h1')!.textContent).toBe(titleOf('bank-declined'));
  });

  it('leads to the questions when it is none of them', () => {
    const { container } = show(declined);
    fireEvent.click(door(container, 'causes')!);
    fireEvent.click(container.querySelector('[data-cause="none"]')!);
    expect(screenOf(container)).toBe('questions');
    expect(container.querySelector('[data-question]')).not.toBeNull();
    press(uiEn.back);
    expect(container.querySelector('h1')!.textContent).toBe(titleOf('unknown-failure'));
  });
});

describe('the questions', () => {
  it('stand at once where no cause is named, and their result is the head itself', async () => {
    vi.useFakeTimers();
    const { container } = show(bare);
    const h1 = () => container.querySelector('h1')!.textContent;
    expect(container.querySelector('.now [data-question]')).not.toBeNull();
    for (let asked = 0; asked < 12 && h1() === titleOf('unknown-failure'); asked++) {
      fireEvent.click(container.querySelector('[data-answer]:not([data-answer="dont-know"])')!);
      await vi.advanceTimersByTimeAsync(400);
    }
    vi.useRealTimers();
    expect(h1()).not.toBe(titleOf('unknown-failure'));
  });

  it('end in honest steps when nobody knows anything', async () => {
    vi.useFakeTimers();
    const { container } = show(bare);
    for (let asked = 0; container.querySelector('[data-answer="dont-know"]'); asked++) {
      expect(asked).toBeLessThan(12);
      fireEvent.click(container.querySelector('[data-answer="dont-know"]')!);
      await vi.advanceTimersByTimeAsync(400);
    }
    vi.useRealTimers();
    expect(container.querySelector('h1')!.textContent).toBe(titleOf('unknown-failure'));
    expect(container.querySelector('.now [data-step]')).not.toBeNull();
  });
});
