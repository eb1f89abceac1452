// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { limitText, TEXT_LIMIT } from '../../components/popup/lookup-box.tsx';
import { Popup } from '../../components/popup/popup.tsx';
import type { PopupProps, PopupView } from '../../components/popup/popup-props.ts';
import { voiceOf } from '../../components/shared/voice.ts';
import { adviceFor, type Advice, type AdviceLibrary } from '../../lib/advise/diagnose.ts';
import { findingOfAnswer, type LookupAnswer } from '../../lib/advise/lookup-answer.ts';
import type { Locale, Words } from '../../lib/i18n/index.ts';
import uiEn from '../../lib/i18n/locales/en/ui.json';
import uiZh from '../../lib/i18n/locales/zh-CN/ui.json';
import type { Finding } from '../../lib/messages.ts';
import { NOW, sampleCodes, sampleDiagnosis, sampleFinding, sampleLibrary } from '../advise/sample-library.ts';

const UI: Record<Locale, Words> = { en: uiEn, 'zh-CN': uiZh };

/** Words that are their own keys: what a component says is then what it asked for. */
const echo = new Proxy({}, { get: (_, key) => `[${String(key)}]` }) as Words;

/** The real interface words, noting every key that is missing. */
function watched(words: Words, missing: string[]): Words {
  return new Proxy(words, {
    get(all, key: string) {
      if (!(key in all) && !/\.(one|other)$/.test(key)) missing.push(key);
      return all[key];
    },
  });
}

const noop = () => undefined;
const advise = (change: Partial<Finding> = {}, library: AdviceLibrary = sampleLibrary): Advice =>
  adviceFor(sampleFinding(change), library, NOW, sampleCodes)!;
const failed = (change: Partial<Finding> = {}, library?: AdviceLibrary): PopupView => ({ state: 'diagnosis', advice: advise(change, library) });

function show(change: Partial<PopupProps> = {}, tag: Locale = 'en', missing: string[] = []) {
  const props: PopupProps = {
    view: { state: 'no-failure', looked: true },
    voice: voiceOf(tag, { ui: watched(UI[tag], missing), library: echo, facts: echo, codes: echo }),
    bank: 'zh-CN',
    muted: false,
    refused: false,
    lookup: () => [],
    adviceOf: (answer) => adviceFor(findingOfAnswer(answer, NOW), sampleLibrary, NOW, sampleCodes),
    onOpenSheet: noop,
    onScreenLanguage: noop,
    onBankLanguage: noop,
    onUnmute: noop,
    onGrant: noop,
    onRetry: noop,
    ...change,
  };
  return render(<Popup {...props} />);
}

const rootOf = (container: Element) => container.querySelector<HTMLElement>('[data-state]')!;
const details = (title: string) => screen.getByText(title, { selector: 'summary *' }).closest('details')!;
const type = (text: string) => fireEvent.input(screen.getByRole('textbox'), { target: { value: text } });

const VIEWS: Record<string, PopupView> = {
  loading: { state: 'loading' },
  'no-failure': { state: 'no-failure', looked: true },
  'no-failure, not looked': { state: 'no-failure', looked: false },
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
  const slots = (words: Words) => Object.entries(words).map(([key, text]) => [key, [...text.matchAll(/\{\w+\}/g)].map(String).sort()]);
  expect(slots(uiZh)).toEqual(slots(uiEn));
});

describe('the contract on the root element', () => {
  it('names diagnosis, certainty and code', () => {
    const { container } = show({ view: failed({ certainty: 'exact', code: 'BANK_NO' }) });
    expect({ ...rootOf(container).dataset }).toEqual({ state: 'diagnosis', diagnosis: 'bank-declined', certainty: 'exact', code: 'BANK_NO' });
  });

  it('has an empty code when none was printed, and nothing of the kind without a diagnosis', () => {
    expect(rootOf(show({ view: failed() }).container).dataset.code).toBe('');
    cleanup();
    expect({ ...rootOf(show().container).dataset }).toEqual({ state: 'no-failure' });
  });
});

describe('a diagnosis', () => {
  it('tells in order who, what, how sure, what to do, what not, when again, and the rest', () => {
    const { container } = show({ view: failed({ code: 'BANK_NO' }) });
    const text = container.textContent!;
    const order = [
      '[fixer.bank]', '[fixer.payer]', '[title.bank-declined]', uiEn['certainty.likely'], '[what.bank-declined]', uiEn['steps.first'],
      '[short.bank-declined]', '[steps.answer-alert]', uiEn['party.bank'], '[steps.open-switches]', '[steps.call-bank]', uiEn.avoid,
      '[avoid.repeat]', uiEn.retry, '[retry.after-bank]', uiEn.alternatives, '[alternatives.cash]', '[alternatives.local-account]', uiEn.code,
      '[meaning.bank-said-no]', uiEn.why, '发卡行拒绝交易', uiEn.facts, '[fee]', 'A guide', uiEn['footer.never'], uiEn['footer.unofficial'],
    ].map((part) => text.indexOf(part));
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it.each([
    ['outcome-unknown', uiEn['outcome.unknown.title']],
    ['already-paid', uiEn['outcome.paid.title']],
  ])('starts with a warning before everything when it is %s', (diagnosis, title) => {
    const { container } = show({ view: failed({ diagnosis }) });
    expect(container.querySelector('main')!.textContent!.startsWith(title)).toBe(true);
  });

  it('does not warn of paying twice where nothing was paid', () => {
    show({ view: failed() });
    expect(screen.queryByText(uiEn['outcome.unknown.title'])).toBeNull();
    expect(screen.queryByText(uiEn['outcome.paid.title'])).toBeNull();
  });

  it.each([
    [{ certainty: 'exact' }, 'certainty.exact'],
    [{ certainty: 'likely' }, 'certainty.likely'],
    [{ certainty: 'unsure' }, 'certainty.possible'],
    [{ certainty: 'unsure', diagnosis: 'unknown-failure' }, 'certainty.unsure'],
  ] as const)('puts %j into words', (change, key) => {
    show({ view: failed(change) });
    expect(screen.getByText(uiEn[key])).toBeTruthy();
  });

  it.each([
    ['bank-declined', 'party.bank'],
    ['alipay-risk-control', 'party.alipay'],
    ['foreign-card-not-accepted', 'party.shop'],
  ] as const)('opens the right sheet for %s', (diagnosis, label) => {
    const onOpenSheet = vi.fn();
    const view = failed({ diagnosis });
    show({ view, onOpenSheet });
    fireEvent.click(screen.getByRole('button', { name: uiEn[label] }));
    expect(onOpenSheet).toHaveBeenCalledExactlyOnceWith(view.state === 'diagnosis' && view.advice);
  });

  it('has no sheet where nobody can help by talking', () => {
    show({ view: failed({ diagnosis: 'card-not-supported' }) });
    expect(screen.queryAllByRole('button')).toEqual([]);
  });

  it('keeps a long list of steps short and its numbers right', () => {
    const { container } = show({ view: failed({ diagnosis: 'identity-unverified' }) });
    const lists = [...container.querySelectorAll('ol')];
    expect(lists.map((one) => [one.start, one.children.length])).toEqual([[2, 2], [4, 3]]);
    expect(lists[0]!.closest('details')).toBeNull();
    expect(lists[1]!.closest('details')!.open).toBe(false);
  });

  it('keeps everything long closed until asked', () => {
    const { container } = show({ view: failed({ code: 'BANK_NO' }) });
    expect([...container.querySelectorAll('details')].map((one) => one.open)).toEqual([false, false, false, false, false]);
  });

  it('shows quotes as plain text, in their language, with where they stood', () => {
    const quote = '<img src=x onerror=alert(1)> 余额不足';
    const { container } = show({ view: failed({ evidence: [{ kind: 'sentence', rule: 'r', quote, place: 'toast' }, { kind: 'address', rule: 'r', quote: '', place: 'address' }] }) });
    const shown = [...container.querySelectorAll('q')];
    expect(shown.map((one) => [one.textContent, one.lang, one.children.length])).toEqual([[quote, 'zh', 0]]);
    expect(details(uiEn.why).textContent).toContain(`${uiEn['why.kind.sentence']}, ${uiEn['why.place.toast']}`);
    expect(details(uiEn.why).textContent).toContain('excashier.alipay.com');
  });

  it('says when a code is unknown, and when its meaning is not certain', () => {
    show({ view: failed({ code: 'NOT_LISTED' }) });
    expect(details(uiEn.code).textContent).toContain(`NOT_LISTED${uiEn['code.unknown']}`);
    cleanup();
    show({ view: failed({ code: 'BANK_NO' }) });
    expect(details(uiEn.code).textContent).toContain(`[meaning.bank-said-no]${uiEn['code.uncertain']}`);
  });

  it('marks what is often said wrongly, and how sure a fact is', () => {
    show({ view: failed() });
    expect(details(uiEn.facts).textContent).toMatch(/\[fee\].*\[fee\.wrong\]Not confirmed by everyone\. Checked Oct 1, 2026/);
  });

  it('names its sources with dates, and links only to web addresses', () => {
    show({ view: failed({ code: 'BANK_NO' }) });
    const box = details('Sources, checked Nov 2, 2026');
    expect(box.textContent).toContain('A guideFrom Apr 24, 2024, checked Nov 2, 2026');
    expect(box.textContent).toContain('A list of codesFrom Mar 2025, checked Oct 1, 2026');
    expect(box.textContent).toContain('A page on feesNo date given, checked Oct 1, 2026');
    const links = [...box.querySelectorAll('a')];
    expect(links.map((one) => [one.getAttribute('href'), one.target, one.rel])).toEqual([['https://example.com/guide', '_blank', 'noopener noreferrer']]);
  });

  it('says when it was last checked more than a year ago, and only then', () => {
    const old = { ...sampleLibrary, diagnoses: { 'bank-declined': sampleDiagnosis('bank-declined', { checked: '2024-01-02' }) } };
    const note = uiEn['sources.stale'].replace('{checked}', 'Jan 2, 2024');
    show({ view: failed({}, old) });
    expect(screen.getByText(note).closest('details')).toBeNull();
    cleanup();
    const { container } = show({ view: failed() });
    expect(container.textContent).not.toContain('more than a year ago');
  });

  it('gives the wait its minutes', () => {
    show({ view: failed({ diagnosis: 'too-many-attempts' }), voice: voiceOf('en', { ui: uiEn, library: { 'retry.after-wait': 'In {minutes} minutes' }, facts: {}, codes: {} }) });
    expect(screen.getByText('In 60 minutes')).toBeTruthy();
  });

  it('asks its questions beside the first step', () => {
    const { container } = show({ view: failed({ diagnosis: 'unknown-failure' }), questions: <p id="questions">?</p> });
    expect(container.querySelector('.next #questions')).not.toBeNull();
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

  it('does not say that nothing failed where it could not look', () => {
    show({ view: { state: 'no-failure', looked: false } });
    expect(screen.queryByText(uiEn['none.text'])).toBeNull();
    expect(screen.getByText(uiEn['unread.text'])).toBeTruthy();
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
    const [ofScreen, ofBank] = [uiEn['language.screen'], uiEn['language.bank']].map((label) => screen.getByLabelText<HTMLSelectElement>(label)) as [HTMLSelectElement, HTMLSelectElement];
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

describe('the box for a message', () => {
  const answers: LookupAnswer[] = ['bank-declined', 'card-not-supported', 'unknown-failure', 'identity-unverified'].map((diagnosis, at) => ({
    diagnosis: diagnosis as LookupAnswer['diagnosis'],
    certainty: (['exact', 'likely', 'unsure', 'unsure'] as const)[at]!,
    score: 1 - at / 10,
    matched: ['发卡行拒绝'],
  }));
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

  it('says when the engine is on its way or will not come', () => {
    show({ lookup: 'loading' });
    expect(screen.getByRole('status').textContent).toBe('');
    type('declined');
    expect(screen.getByRole('status').textContent).toBe(uiEn['lookup.loading']);
    cleanup();
    show({ lookup: 'failed' });
    expect(screen.getByRole('status').textContent).toBe(uiEn['lookup.failed']);
  });
});
