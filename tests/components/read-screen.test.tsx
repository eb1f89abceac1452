// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { limitText, TEXT_LIMIT } from '../../components/popup/limit-text.ts';
import type { PopupProps, Told } from '../../components/popup/popup-props.ts';
import library from '../../lib/i18n/locales/en/library.json';
import uiEn from '../../lib/i18n/locales/en/ui.json';
import { rootOf, show } from './show-popup.tsx';

const NOTHING: Told = { sightings: [], facts: [], quotes: [] };
const MESSAGE: Told = {
  sightings: (['bank-declined', 'card-expired', 'insufficient-funds', 'card-not-supported'] as const).map(
    (diagnosis, at) => ({ diagnosis, certainty: at === 0 ? 'exact' : 'unsure', code: '' }),
  ),
  facts: [],
  quotes: ['发卡行拒绝'],
};
const STORY: Told = { ...NOTHING, facts: [{ question: 'vpn', answer: 'yes', words: 'vpn was on' }] };
const reader = (text: string): Told => (text.includes('拒绝') ? MESSAGE : text.includes('vpn') ? STORY : NOTHING);

function open(change: Partial<PopupProps> = {}) {
  const shown = show({}, { reader, ...change });
  fireEvent.click(screen.getByRole('button', { name: uiEn['door.read'] }));
  return shown;
}
const type = (text: string) => fireEvent.input(screen.getByRole('textbox'), { target: { value: text } });
const status = () => screen.getByRole('status').textContent;
const offered = (container: Element) =>
  [...container.querySelectorAll<HTMLElement>('[data-answer]')].map((one) => one.dataset.answer);

afterEach(cleanup);

describe('the box for a text', () => {
  it('answers while one types, with the three best and how sure they are', () => {
    const { container } = open();
    expect(offered(container)).toEqual([]);
    type('  发卡行拒绝 ');
    expect(offered(container)).toEqual(['bank-declined', 'card-expired', 'insufficient-funds']);
    expect(container.querySelector('[data-answer]')!.textContent).toContain(uiEn['certainty.typed.exact']);
    expect(status()).toBe(uiEn['read.understood']);
    type('');
    expect(offered(container)).toEqual([]);
    expect(status()).toBe('');
  });

  it('makes what is chosen the answer to the case, and reading goes on at its title', () => {
    const { container } = open();
    type('发卡行拒绝');
    fireEvent.click(container.querySelector('[data-answer="card-expired"]')!);
    const title = screen.getByRole('heading', { level: 1 });
    expect(title.textContent).toBe(library['title.card-expired']);
    expect(document.activeElement).toBe(title);
    expect({ ...rootOf(container).dataset }).toEqual({ state: 'no-failure' });
    fireEvent.click(container.querySelector('[data-chip]')!);
    expect(screen.getByText(uiEn['none.title'])).toBeTruthy();
  });

  it('shows what a story tells, and takes it', () => {
    const { container } = open();
    type('my vpn was on');
    expect(container.querySelector('[data-fact]')!.textContent).toBe('VPN: Yes');
    fireEvent.click(container.querySelector('[data-use="facts"]')!);
    expect(container.querySelector('[data-chip]')!.textContent).toContain('VPN: Yes');
  });

  it('says that it does not know a text, which languages it reads, and asks, but not at the first letters', () => {
    const { container } = open();
    type('你好');
    expect(status()).toBe('');
    type('hello there');
    expect(status()).toBe(uiEn['read.unknown'] + uiEn['read.languages']);
    fireEvent.click(screen.getByRole('button', { name: uiEn['door.ask'] }));
    expect(container.querySelector('[data-question]')).not.toBeNull();
  });

  it('leads from a bare failure to the questions', () => {
    const bare: Told = { ...NOTHING, sightings: [{ diagnosis: 'unknown-failure', certainty: 'unsure', code: '' }] };
    const { container } = open({ reader: () => bare });
    type('支付失败');
    fireEvent.click(container.querySelector('[data-answer="unknown-failure"]')!);
    expect(container.querySelector('.now [data-question]')).not.toBeNull();
  });

  it('cuts a long text, says so, and asks only about what is left', () => {
    const asked = vi.fn(() => NOTHING);
    open({ reader: asked });
    type(`拒绝${'x'.repeat(TEXT_LIMIT)}`);
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toHaveLength(TEXT_LIMIT);
    expect(asked).toHaveBeenLastCalledWith(`拒绝${'x'.repeat(TEXT_LIMIT - 2)}`);
    expect(within(screen.getByRole('status')).getByText(/5,000 characters/)).toBeTruthy();
    type('short');
    expect(screen.queryByText(/5,000 characters/)).toBeNull();
  });

  it('never cuts a character in half', () => {
    expect(limitText(`${'a'.repeat(TEXT_LIMIT - 1)}😀`)).toEqual({ text: 'a'.repeat(TEXT_LIMIT - 1), cut: true });
    expect(limitText('a'.repeat(TEXT_LIMIT))).toEqual({ text: 'a'.repeat(TEXT_LIMIT), cut: false });
  });

  it('says when the engine is on its way, breaks, or will not come', () => {
    open({ reader: 'loading' });
    expect(status()).toBe('');
    type('declined');
    expect(status()).toBe(uiEn['read.loading']);
    cleanup();
    open({
      reader: () => {
        throw new Error('broken table');
      },
    });
    type('declined');
    expect(status()).toBe(uiEn['read.failed']);
    cleanup();
    open({ reader: 'failed' });
    expect(status()).toBe(uiEn['read.failed']);
  });

  it('has a place for pictures, whose text it takes to be corrected', () => {
    open({
      late: {
        picture: (_matched, onText) => (
          <button type="button" onClick={() => onText('发卡行拒绝')}>
            picture
          </button>
        ),
      },
    });
    fireEvent.click(screen.getByRole('button', { name: 'picture' }));
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('发卡行拒绝');
    expect(status()).toBe(uiEn['read.understood']);
  });
});
