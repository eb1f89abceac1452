// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { limitText, TEXT_LIMIT } from '../../components/popup/lookup-box.tsx';
import type { LookupAnswer } from '../../lib/understand/lookup-answer.ts';
import uiEn from '../../lib/i18n/locales/en/ui.json';
import { rootOf, show } from './show-popup.tsx';

afterEach(cleanup);

const type = (text: string) => fireEvent.input(screen.getByRole('textbox'), { target: { value: text } });

describe('the box for a message', () => {
  const answers: LookupAnswer[] = ['bank-declined', 'card-not-supported', 'unknown-failure', 'identity-unverified'].map(
    (diagnosis, at) => ({
      diagnosis: diagnosis as LookupAnswer['diagnosis'],
      certainty: (['exact', 'likely', 'unsure', 'unsure'] as const)[at]!,
      score: 1 - at / 10,
      matched: ['发卡行拒绝'],
    }),
  );
  const lookup = (text: string) => (text.includes('拒绝') ? answers : []);
  const offered = (container: Element) => [...container.querySelectorAll('[data-answer]')];

  it('answers while one types, with the three best and how sure they are', () => {
    const { container } = show({ lookup });
    expect(offered(container)).toEqual([]);
    type('  发卡行拒绝 ');
    expect(offered(container).map((one) => one.textContent)).toEqual([
      `[title.bank-declined]${uiEn['certainty.typed.exact']}`,
      `[title.card-not-supported]${uiEn['certainty.typed.likely']}`,
      `[title.unknown-failure]${uiEn['certainty.unsure']}`,
    ]);
    expect(screen.getByRole('status').textContent).toBe('Possible causes: 3, the likeliest first');
    type('');
    expect(offered(container)).toEqual([]);
    expect(screen.getByRole('status').textContent).toBe('');
  });

  it('announces a single cause as one', () => {
    show({ lookup: () => answers.slice(0, 1) });
    type('declined');
    expect(screen.getByRole('status').textContent).toBe(uiEn['lookup.single']);
  });

  it('opens the full advice in place, leads back, and keeps text and keyboard place', () => {
    const onOpenSheet = vi.fn();
    const { container } = show({ lookup, onOpenSheet });
    type('发卡行拒绝');
    fireEvent.click(container.querySelector('[data-answer="bank-declined"]')!);
    expect(container.querySelector('textarea')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: '[title.bank-declined]' }));
    expect(screen.getByText(uiEn['certainty.typed.exact'])).toBeTruthy();
    expect({ ...rootOf(container).dataset }).toEqual({ state: 'no-failure' });
    fireEvent.click(screen.getByRole('button', { name: uiEn['party.bank'] }));
    expect(onOpenSheet.mock.calls[0]![0]).toMatchObject({ diagnosis: 'bank-declined', host: '' });
    fireEvent.click(screen.getByRole('button', { name: uiEn.back }));
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('发卡行拒绝');
    expect(document.activeElement).toBe(container.querySelector('[data-answer="bank-declined"]'));
  });

  it('says when a text is no message of a failed payment, but not at the first letters', () => {
    show({ lookup });
    type('你好');
    expect(screen.getByRole('status').textContent).toBe('');
    type('hello there');
    expect(screen.getByRole('status').textContent).toBe(uiEn['lookup.nothing']);
  });

  it('cuts a long text, says so, and asks only about what is left', () => {
    const asked = vi.fn(() => []);
    show({ lookup: asked });
    type(`拒绝${'x'.repeat(TEXT_LIMIT)}`);
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toHaveLength(TEXT_LIMIT);
    expect(asked).toHaveBeenLastCalledWith(`拒绝${'x'.repeat(TEXT_LIMIT - 2)}`);
    expect(within(screen.getByRole('status')).getByText(/5,000 characters/)).toBeTruthy();
    type('short');
    expect(screen.queryByText(/5,000 characters/)).toBeNull();
  });

  it('cuts again when a long text is pasted over a cut one', () => {
    show({ lookup });
    const long = 'y'.repeat(TEXT_LIMIT + 1);
    type(long);
    type(long);
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toHaveLength(TEXT_LIMIT);
  });

  it('never cuts a character in half', () => {
    expect(limitText(`${'a'.repeat(TEXT_LIMIT - 1)}😀`)).toEqual({ text: 'a'.repeat(TEXT_LIMIT - 1), cut: true });
    expect(limitText('a'.repeat(TEXT_LIMIT))).toEqual({ text: 'a'.repeat(TEXT_LIMIT), cut: false });
  });

  it('says when the engine is on its way, breaks, or will not come', () => {
    show({ lookup: 'loading' });
    expect(screen.getByRole('status').textContent).toBe('');
    type('declined');
    expect(screen.getByRole('status').textContent).toBe(uiEn['lookup.loading']);
    cleanup();
    show({
      lookup: () => {
        throw new Error('broken table');
      },
    });
    type('declined');
    expect(screen.getByRole('status').textContent).toBe(uiEn['lookup.failed']);
    cleanup();
    show({ lookup: 'failed' });
    expect(screen.getByRole('status').textContent).toBe(uiEn['lookup.failed']);
  });
});
