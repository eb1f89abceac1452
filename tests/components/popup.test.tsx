// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PopupView } from '../../components/popup/popup-props.ts';
import type { Words } from '../../lib/i18n/index.ts';
import uiEn from '../../lib/i18n/locales/en/ui.json';
import uiZh from '../../lib/i18n/locales/zh-CN/ui.json';
import { sampleLibrary } from '../case/sample-library.ts';
import { failed, rootOf, show } from './show-popup.tsx';

const VIEWS: Record<string, PopupView> = {
  loading: { state: 'loading' },
  'no-failure': { state: 'no-failure', earlier: false },
  'no-failure, earlier': { state: 'no-failure', earlier: true },
  'not-alipay': { state: 'not-alipay' },
  'access-withheld': { state: 'access-withheld' },
  'error bad-tab': { state: 'error', reason: 'bad-tab' },
  'error tab-gone': { state: 'error', reason: 'tab-gone' },
  'error unknown-diagnosis': { state: 'error', reason: 'unknown-diagnosis' },
  'error failed': { state: 'error', reason: 'failed' },
  ...Object.fromEntries(Object.keys(sampleLibrary.diagnoses).map((diagnosis) => [diagnosis, failed({ diagnosis })])),
  exact: failed({ certainty: 'exact', code: 'BANK_NO' }),
  unsure: failed({ certainty: 'unsure', code: 'NOT_LISTED' }),
};

afterEach(cleanup);

describe.each(['en', 'zh-CN'] as const)('in %s', (tag) => {
  it.each(Object.keys(VIEWS))('has words for everything in %s, and never an empty page', (name) => {
    const missing: string[] = [];
    const { container } = show({ view: VIEWS[name]!, muted: true, refused: true }, tag, missing);
    expect(missing).toEqual([]);
    expect(rootOf(container).dataset.state).toBe(VIEWS[name]!.state);
    expect(container.querySelector('main')!.textContent!.trim()).not.toBe('');
    expect(container.querySelectorAll('[data-state]')).toHaveLength(1);
  });
});

it('says the same things, with the same slots, in every language', () => {
  const slots = (words: Words) =>
    Object.entries(words).map(([key, text]) => [key, [...text.matchAll(/\{\w+\}/g)].map(String).sort()]);
  expect(slots(uiZh)).toEqual(slots(uiEn));
});

describe('the contract on the root element', () => {
  it('names diagnosis, certainty and code', () => {
    const { container } = show({ view: failed({ certainty: 'exact', code: 'BANK_NO' }) });
    expect({ ...rootOf(container).dataset }).toEqual({
      state: 'diagnosis',
      diagnosis: 'bank-declined',
      certainty: 'exact',
      code: 'BANK_NO',
    });
  });

  it('has an empty code when none was printed, and nothing of the kind without a diagnosis', () => {
    expect(rootOf(show({ view: failed() }).container).dataset.code).toBe('');
    cleanup();
    expect({ ...rootOf(show().container).dataset }).toEqual({ state: 'no-failure' });
  });
});

describe('the other states', () => {
  it('asks for access in the click itself', () => {
    const onGrant = vi.fn();
    show({ view: { state: 'access-withheld' }, onGrant });
    expect(screen.queryByText(uiEn['access.refused'])).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: uiEn['access.grant'] }));
    expect(onGrant).toHaveBeenCalledOnce();
  });

  it('tries again after an error', () => {
    const onRetry = vi.fn();
    show({ view: { state: 'error', reason: 'failed' }, onRetry });
    expect(screen.getByText(/^Reload the Alipay page/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: uiEn['error.again'] }));
    expect(onRetry).toHaveBeenCalledOnce();
  });

  it('warns of paying again after a failure that is gone from the page, and only then', () => {
    show({ view: { state: 'no-failure', earlier: true } });
    expect(screen.getByText(uiEn['none.earlier'])).toBeTruthy();
    cleanup();
    show({ view: { state: 'no-failure', earlier: false } });
    expect(screen.queryByText(uiEn['none.earlier'])).toBeNull();
  });

  it('neither vouches for a page it does not know nor accuses it', () => {
    show({ view: { state: 'not-alipay' } });
    expect(screen.getByText(uiEn['elsewhere.text'])).toBeTruthy();
  });

  it.each(['no-failure', 'not-alipay', 'access-withheld', 'error failed'])('offers the box in %s', (name) => {
    show({ view: VIEWS[name]! });
    expect(screen.getByLabelText(uiEn['lookup.label']).tagName).toBe('TEXTAREA');
  });
});

describe('the frame around it', () => {
  it('changes both languages', () => {
    const onScreenLanguage = vi.fn();
    const onBankLanguage = vi.fn();
    show({ onScreenLanguage, onBankLanguage });
    const [ofScreen, ofBank] = [uiEn['language.screen'], uiEn['language.bank']].map((label) =>
      screen.getByLabelText<HTMLSelectElement>(label),
    ) as [HTMLSelectElement, HTMLSelectElement];
    expect([ofScreen.value, ofBank.value]).toEqual(['en', 'zh-CN']);
    fireEvent.change(ofScreen, { target: { value: 'zh-CN' } });
    fireEvent.change(ofBank, { target: { value: 'en' } });
    expect([onScreenLanguage.mock.calls, onBankLanguage.mock.calls]).toEqual([[['zh-CN']], [['en']]]);
  });

  it('says that hints are off only where they are, and turns them on again', () => {
    const onUnmute = vi.fn();
    show({ muted: true, onUnmute });
    expect(screen.getByText(uiEn.muted)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: uiEn['muted.undo'] }));
    expect(onUnmute).toHaveBeenCalledOnce();
    cleanup();
    show();
    expect(screen.queryByText(uiEn.muted)).toBeNull();
  });
});
