// @vitest-environment happy-dom
/** The report of a wrong diagnosis, and the signs a diagnosis rests on. */
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PopupProps, Told } from '../../components/popup/popup-props.ts';
import { Report } from '../../components/popup/report.tsx';
import { LOCALES } from '../../lib/i18n/index.ts';
import library from '../../lib/i18n/locales/en/library.json';
import uiEn from '../../lib/i18n/locales/en/ui.json';
import type { Evidence, Finding } from '../../lib/messages.ts';
import { details, onPage, show, voiceIn } from './show-popup.tsx';

const BY = { version: '1.2.3', checked: '2026-11-27' };
const late: PopupProps['late'] = {
  report: (of, onCopy) => <Report of={of} by={BY} voice={voiceIn('en')} onCopy={onCopy} />,
};
const sign = (kind: Evidence['kind'], quote: string): Evidence => ({
  kind,
  rule: 'card-not-supported/kind',
  quote,
  place: 'dialog',
});
const FINDING: Partial<Finding> = {
  diagnosis: 'card-not-supported',
  certainty: 'likely',
  code: '',
  evidence: [sign('family', '银行卡 … 不支持')],
};
const failing = { page: [onPage(FINDING)] };
const TOLD: Told = {
  sightings: [{ diagnosis: 'bank-declined', certainty: 'exact', code: 'ALIN10146' }],
  facts: [{ question: 'vpn', answer: 'yes', words: 'vpn was on' }],
  quotes: ['发卡行拒绝'],
};
const NOTHING: Told = { sightings: [], facts: [], quotes: [] };

afterEach(cleanup);

function openReport(): HTMLTextAreaElement {
  const fold = details(uiEn.report);
  // The browser tells of it by a `toggle`, and so does the tests' one.
  void act(() => {
    fold.open = true;
  });
  return screen.getByRole<HTMLTextAreaElement>('textbox', { name: uiEn.report });
}
const openCauses = (container: Element) => fireEvent.click(container.querySelector('[data-door="causes"]')!);
const copyIt = () => fireEvent.click(screen.getByRole('button', { name: uiEn['report.copy'] }));

describe('the report of a wrong diagnosis', () => {
  it('says what was read, which diagnosis, how sure, by which rules, the version and the age of the library', () => {
    const { container } = show(failing, { late });
    expect(screen.queryByText(uiEn.report)).toBeNull();
    openCauses(container);
    expect(details(uiEn.report).open).toBe(false);
    const text = openReport().value;
    for (const part of [
      'Card Rescue for Alipay 1.2.3 · 2026-11-27 · en',
      `${uiEn['says.page']} 银行卡 … 不支持`,
      `${library['title.card-not-supported']} · ${uiEn['certainty.likely']}`,
      'card-not-supported likely',
      'family dialog card-not-supported/kind',
    ])
      expect(text.split('\n')).toContain(part);
  });

  it('is copied as it stands after a change, and only when asked', async () => {
    const onCopy = vi.fn(() => Promise.resolve(true));
    const { container } = show(failing, { late, onCopy });
    openCauses(container);
    const box = openReport();
    const made = box.value;
    expect(onCopy).not.toHaveBeenCalled();
    fireEvent.input(box, { target: { value: `${made}\nIt was the shop.` } });
    copyIt();
    expect(onCopy).toHaveBeenCalledExactlyOnceWith(`${made}\nIt was the shop.`);
    await waitFor(() => expect(screen.getByText(uiEn['copy.done'])).toBeTruthy());
  });

  it('says so when the browser does not copy', async () => {
    const { container } = show(failing, { late, onCopy: () => Promise.resolve(false) });
    openCauses(container);
    openReport();
    copyIt();
    await waitFor(() => expect(screen.getByText(uiEn['copy.failed'])).toBeTruthy());
  });

  it('holds a typed text as it is, with its numbers masked, and what was understood of it', () => {
    show({}, { late, reader: () => TOLD, explain: 'Declined, card 4111 1111 1111 1111' });
    const text = openReport().value;
    expect(text).toContain(`${uiEn['says.text']} Declined, card ••••`);
    expect(text).not.toContain('4111');
    expect(text).toContain('bank-declined exact ALIN10146');
    expect(text).toContain(`${library['title.bank-declined']} · ${uiEn['certainty.typed.exact']}`);
    expect(text).toContain('vpn=yes');
  });

  it('keeps the whole typed text when the answer to it is denied', () => {
    const { container } = show({}, { late, reader: () => TOLD, explain: '发卡行拒绝, they said' });
    fireEvent.click(container.querySelector('[data-answer="bank-declined"]')!);
    openCauses(container);
    expect(openReport().value).toContain(`${uiEn['says.text']} 发卡行拒绝, they said`);
  });

  it('is there for a text that is not known, and not for one that is only begun', () => {
    show({}, { late, reader: () => NOTHING, explain: '你好' });
    expect(screen.queryByText(uiEn.report)).toBeNull();
    fireEvent.input(screen.getByRole('textbox'), { target: { value: 'hello there' } });
    expect(openReport().value).toContain(uiEn['read.unknown']);
  });

  it('follows the text until somebody writes in it', () => {
    show({}, { late, reader: () => NOTHING, explain: 'first text' });
    openReport();
    const [box] = screen.getAllByRole<HTMLTextAreaElement>('textbox');
    fireEvent.input(box!, { target: { value: 'second text' } });
    expect(openReport().value).toContain('second text');
  });
});

describe('the signs of a failure', () => {
  const signals = (container: Element, which: string) =>
    container.querySelector(`.says [data-signals="${which}"]`)?.textContent;

  it('are named, those found and those not found', () => {
    const { container } = show(failing);
    expect(signals(container, 'found')).toBe(uiEn['signals.found'].replace('{signals}', uiEn['signal.family']));
    const missing = signals(container, 'missing')!;
    for (const kind of ['code', 'sentence', 'address', 'structure'] as const)
      expect(missing).toContain(uiEn[`signal.${kind}`]);
    expect(missing).not.toContain(uiEn['signal.family']);
  });

  it('do not ask for known words beside a known sentence', () => {
    const { container } = show({ page: [onPage({ ...FINDING, evidence: [sign('sentence', '银行卡不支持')] })] });
    expect(signals(container, 'found')).toContain(uiEn['signal.sentence']);
    expect(signals(container, 'missing')).not.toContain(uiEn['signal.family']);
  });

  it('say nothing of what is missing where all was found, and nothing of an answer no page gave', () => {
    const all = (['code', 'sentence', 'family', 'address', 'structure'] as const).map((kind) => sign(kind, kind));
    const { container } = show({ page: [onPage({ ...FINDING, evidence: all })] });
    expect(signals(container, 'missing')).toBeUndefined();
    cleanup();
    const typed = show({ stored: [{ kind: 'text', ...TOLD, at: 1 }] });
    expect(typed.container.querySelector('[data-signals]')).toBeNull();
  });

  it.each(LOCALES)('have their words in %s', (tag) => {
    const missing: string[] = [];
    show(failing, {}, tag, missing);
    expect(missing.filter((key) => key.startsWith('signal'))).toEqual([]);
  });
});
