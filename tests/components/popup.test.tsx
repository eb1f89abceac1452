// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PopupView } from '../../components/popup/popup-props.ts';
import type { Evidence } from '../../lib/case/evidence.ts';
import type { Words } from '../../lib/i18n/index.ts';
import uiEn from '../../lib/i18n/locales/en/ui.json';
import library from '../../lib/i18n/locales/en/library.json';
import { NOW } from '../case/sample-library.ts';
import { details, modelOf, onPage, rootOf, show, sighting, WORDS } from './show-popup.tsx';

const PLAIN: Record<string, PopupView> = {
  'no-failure': { state: 'no-failure', earlier: false },
  'no-failure, earlier': { state: 'no-failure', earlier: true },
  'not-alipay': { state: 'not-alipay' },
  'access-withheld': { state: 'access-withheld' },
  'error bad-tab': { state: 'error', reason: 'bad-tab' },
  'error tab-gone': { state: 'error', reason: 'tab-gone' },
  'error unknown-diagnosis': { state: 'error', reason: 'unknown-diagnosis' },
  'error failed': { state: 'error', reason: 'failed' },
};
const declined = { page: [onPage()] };
const bare = { page: [onPage({ diagnosis: 'unknown-failure', certainty: 'unsure' })] };
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const titleOf = (id: string) => (library as Words)[`title.${id}`]!;

afterEach(cleanup);

it('says the same things, with the same slots, in every language', () => {
  const slots = (words: Words) =>
    Object.entries(words).map(([key, text]) => [key, [...text.matchAll(/\{\w+\}/g)].map(String).sort()]);
  for (const room of ['ui', 'interview'] as const)
    expect(Object.fromEntries(slots(WORDS['zh-CN'][room]))).toEqual(Object.fromEntries(slots(WORDS.en[room])));
});

describe('the contract on the root element', () => {
  it('names diagnosis, certainty and code as the page has them', () => {
    const { container } = show({ page: [onPage({ certainty: 'exact', code: 'BANK_NO' })] });
    expect({ ...rootOf(container).dataset }).toEqual({
      state: 'diagnosis',
      diagnosis: 'bank-declined',
      certainty: 'exact',
      code: 'BANK_NO',
    });
    cleanup();
    expect(rootOf(show(declined).container).dataset.code).toBe('');
  });

  it('speaks of this page also where a payment of another tab comes first', () => {
    const others = [sighting({ source: 'attempt:3:1' })];
    const { container } = show({ ...declined, others });
    expect(rootOf(container).dataset.diagnosis).toBe('bank-declined');
    expect(container.querySelector('h1')!.textContent).toBe(titleOf('outcome-unknown'));
    expect(container.querySelector('.says')!.textContent).toContain(titleOf('bank-declined'));
  });

  it('follows what the person tells, and is silent without a failure on the page', () => {
    const told: Evidence = { kind: 'result', result: 'paid', at: NOW + 1 };
    expect(rootOf(show({ ...declined, stored: [told] }).container).dataset.diagnosis).toBe('already-paid');
    cleanup();
    const { container } = show({ stored: [told] });
    expect({ ...rootOf(container).dataset }).toEqual({ state: 'no-failure' });
    expect(container.querySelector('h1')!.textContent).toBe(titleOf('already-paid'));
  });
});

describe('the answer', () => {
  it('tells in order who, what, how sure, what the page says, what to do, how it went, the doors, and the rest', () => {
    const { container } = show({ page: [onPage({ code: 'NOT_LISTED' })] });
    const text = container.textContent!;
    const order = [
      library['fixer.bank'],
      uiEn['certainty.likely'],
      titleOf('bank-declined'),
      uiEn['says.page'],
      '发卡行拒绝交易',
      uiEn['steps.first'],
      library['steps.answer-bank-alert'],
      uiEn['steps.then'],
      uiEn.result,
      uiEn['door.not-it'],
      uiEn['door.ask'],
      uiEn['door.read'],
      uiEn['party.bank'],
      uiEn.avoid,
      uiEn.retry,
      uiEn.code,
      uiEn.facts,
      uiEn.copy,
      uiEn['footer.never'],
    ].map((part) => text.indexOf(part));
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect([...container.querySelectorAll('details')].filter((one) => one.open)).toEqual([]);
  });

  it('says no sentence twice', () => {
    for (const known of [declined, bare, { page: [onPage({ diagnosis: 'outcome-unknown' })] }]) {
      const { container } = show(known);
      const said = [...container.querySelectorAll('main p, main li, main h1, main h2, main button')]
        .filter((one) => !one.querySelector('p, li, button') && !one.closest('.facts'))
        .map((one) => one.textContent!.trim())
        .filter((one) => one !== '');
      expect(said.filter((one, at) => said.indexOf(one) !== at)).toEqual([]);
      cleanup();
    }
  });

  it('opens a talk with the main button where that is the first step, and only there', () => {
    const onOpenSheet = vi.fn();
    const { container } = show({ page: [onPage({ diagnosis: 'merchant-integration-error' })] }, { onOpenSheet });
    const answer = modelOf({ page: [onPage({ diagnosis: 'merchant-integration-error' })] }).answer!;
    const main = container.querySelector<HTMLElement>('.now .button-main');
    if (answer.talk) {
      fireEvent.click(main!);
      expect(onOpenSheet).toHaveBeenCalledExactlyOnceWith(answer.talk);
    } else expect(main).toBeNull();
    cleanup();
    // The first step is to look for the bank's message: no talk, so the words for the call are a door.
    const second = show(declined, { onOpenSheet });
    expect(second.container.querySelector('.button-main')).toBeNull();
    press(uiEn['party.bank']);
    expect(onOpenSheet).toHaveBeenLastCalledWith('bank');
  });

  it('offers each talk once', () => {
    const told: Evidence = { kind: 'told', id: 'bank-saw-nothing', from: 'bank', at: NOW + 1 };
    const { container } = show({ ...declined, stored: [told] });
    const buttons = [...container.querySelectorAll('button')].map((one) => one.textContent!);
    expect(modelOf({ ...declined, stored: [told] }).answer!.talk).toBe('alipay');
    expect(buttons.filter((one) => one === uiEn['party.alipay'])).toHaveLength(1);
    expect(container.querySelector('.now .button-main')!.textContent).toBe(uiEn['party.alipay']);
  });

  it('shows two further steps, and all of them in full when asked', () => {
    const { container } = show(declined);
    const { later } = modelOf(declined).answer!;
    const steps = () =>
      [...container.querySelectorAll<HTMLElement>('.then [data-step]')].map((one) => one.dataset.step);
    expect(steps()).toEqual(later.shown);
    fireEvent.click(container.querySelector('.more-steps')!);
    expect(steps()).toEqual([...later.shown, ...later.more]);
    expect(container.querySelector('.steps-short')).toBeNull();
  });

  it('shows quotes as plain text, in their language', () => {
    const quote = '<img src=x onerror=alert(1)> 余额不足';
    const { container } = show({
      page: [onPage({ evidence: [{ kind: 'sentence', rule: 'r', quote, place: 'toast' }] })],
    });
    const [shown] = container.querySelectorAll('q');
    expect([shown!.textContent, shown!.lang, shown!.children.length]).toEqual([quote, 'zh', 0]);
  });

  it('says when a code is unknown', () => {
    show({ page: [onPage({ code: 'constructor' })] });
    expect(details(uiEn.code).textContent).toContain(`constructor${uiEn['code.unknown']}`);
  });

  it('asks to pause after repeats, but not once something was changed', () => {
    const attempts = [1, 2].map((tab) => ({
      diagnosis: 'bank-declined',
      certainty: 'likely' as const,
      at: NOW - tab * 60_000,
      tab,
    }));
    expect(show({ ...declined, attempts }).container.querySelector('.pause')!.textContent).toContain('3 failures');
    cleanup();
    const lifted: Evidence = { kind: 'told', id: 'bank-lifted', from: 'bank', at: NOW + 1 };
    expect(show({ ...declined, attempts, stored: [lifted] }).container.querySelector('.pause')).toBeNull();
  });

  it('copies the steps as text, and says whether it could', async () => {
    const onCopy = vi.fn<(text: string) => Promise<boolean>>(() => Promise.resolve(false));
    show(declined, { onCopy });
    press(uiEn.copy);
    expect(await screen.findByText(uiEn['copy.failed'])).toBeTruthy();
    const [text] = onCopy.mock.calls[0]!;
    expect(text.split('\n')[0]).toBe(titleOf('bank-declined'));
    expect(text).toContain(`1. ${library['steps.answer-bank-alert']}`);
    expect(text).toContain(`- ${library['avoid.repeat-tries']}`);
  });
});

describe.each(Object.keys(PLAIN))('in %s', (name) => {
  it.each(['en', 'zh-CN'] as const)('every door is open, with words in %s', (tag) => {
    const missing: string[] = [];
    const onOpenSheet = vi.fn();
    const change = { view: PLAIN[name]!, muted: true, refused: true, onOpenSheet };
    const { container } = show({}, change, tag, missing);
    expect(rootOf(container).dataset.state).toBe(PLAIN[name]!.state);
    expect(container.querySelectorAll('[data-state]')).toHaveLength(1);
    const ui = WORDS[tag].ui as Record<'door.words' | 'door.read' | 'read.label' | 'back' | 'door.ask', string>;
    press(ui['door.words']);
    expect(onOpenSheet).toHaveBeenCalledExactlyOnceWith('bank');
    press(ui['door.read']);
    expect(screen.getByLabelText(ui['read.label']).tagName).toBe('TEXTAREA');
    press(ui.back);
    press(ui['door.ask']);
    expect(container.querySelector('[data-question]')).not.toBeNull();
    expect(missing).toEqual([]);
  });
});

describe('the other states', () => {
  it('say nothing twice while the knowledge is on its way', () => {
    const { container } = show({}, { view: PLAIN['no-failure']!, model: null });
    expect(container.querySelector('.doors')).toBeNull();
    expect(screen.getByText(uiEn['none.title'])).toBeTruthy();
    cleanup();
    expect(show({}, { view: { state: 'loading' }, model: null }).container.textContent).toContain(uiEn.loading);
  });

  it('ask for access in the click itself', () => {
    const onGrant = vi.fn();
    show({}, { view: PLAIN['access-withheld']!, onGrant });
    expect(screen.queryByText(uiEn['access.refused'])).toBeNull();
    press(uiEn['access.grant']);
    expect(onGrant).toHaveBeenCalledOnce();
  });

  it('try again only after an error that this can cure', () => {
    const onRetry = vi.fn();
    show({}, { view: PLAIN['error failed']!, onRetry });
    press(uiEn['error.again']);
    expect(onRetry).toHaveBeenCalledOnce();
    cleanup();
    show({}, { view: PLAIN['error bad-tab']! });
    expect(screen.queryByRole('button', { name: uiEn['error.again'] })).toBeNull();
  });

  it('check a page once, and say what came of it', async () => {
    const onCheckPage = vi.fn(() => Promise.resolve('none' as const));
    show({}, { view: PLAIN['not-alipay']!, onCheckPage });
    press(uiEn['check.button']);
    expect(await screen.findByText(uiEn['check.none'])).toBeTruthy();
    // Beside no page in sight there is nothing to take a picture of.
    expect(screen.queryByRole('button', { name: uiEn['shot.button'] })).toBeNull();
  });

  it('offer to read a picture of a page whose text says nothing, and hand it to be read', async () => {
    const shot = new File(['x'], 'page.png', { type: 'image/png' });
    const picture = vi.fn(() => <p>picture</p>);
    const props = { onCheckPage: () => Promise.resolve('none' as const), late: { picture } };
    const { container } = show({}, { view: PLAIN['not-alipay']!, ...props, onPicture: () => Promise.resolve(shot) });
    expect(screen.queryByRole('button', { name: uiEn['shot.button'] })).toBeNull();
    press(uiEn['check.button']);
    fireEvent.click(await screen.findByRole('button', { name: uiEn['shot.button'] }));
    await screen.findByText('picture');
    expect(container.querySelector('[data-screen=read]')).not.toBeNull();
    expect(picture.mock.lastCall).toEqual([[], expect.any(Function), shot]);
    // Who comes back to the box brings another.
    press(uiEn.back);
    press(uiEn['door.read']);
    expect(picture.mock.lastCall).toEqual([[], expect.any(Function), null]);
  });

  it('say so where the browser gives no picture', async () => {
    show({}, { view: PLAIN['no-failure']!, onPicture: () => Promise.resolve(null) });
    press(uiEn['shot.button']);
    expect(await screen.findByText(uiEn['shot.none'])).toBeTruthy();
  });

  it('speak of a failure that is gone, in its own words', () => {
    const { container } = show({ page: [onPage({}, false)] });
    expect(rootOf(container).dataset.state).toBe('no-failure');
    expect(container.querySelector('h1')!.textContent).toBe(titleOf('bank-declined'));
    expect(container.querySelector('.says')!.textContent).toContain(uiEn['says.gone']);
  });
});

describe('the frame around it', () => {
  it('changes both languages', () => {
    const onScreenLanguage = vi.fn();
    const onBankLanguage = vi.fn();
    show({}, { onScreenLanguage, onBankLanguage });
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
    show({}, { muted: true, onUnmute });
    press(uiEn['muted.undo']);
    expect(onUnmute).toHaveBeenCalledOnce();
    cleanup();
    const { container } = show();
    expect(within(rootOf(container)).queryByText(uiEn.muted)).toBeNull();
  });
});
