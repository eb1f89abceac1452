// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PlainSheet } from '../../components/call-sheet/plain-sheet.tsx';
import type { Locale } from '../../lib/i18n/index.ts';
import en from '../../lib/i18n/locales/en/script.json';
import type { Evidence } from '../../lib/case/evidence.ts';
import { emptyCall } from '../../lib/state/call.ts';
import { answer, heading, line, node, press, root, shopPlans, show, sighting, type } from './show-call-sheet.tsx';

afterEach(cleanup);

describe('the sheet', () => {
  it('says where it stands on its root', () => {
    show();
    expect(document.querySelectorAll('[data-state]')).toHaveLength(1);
    expect(root().dataset).toMatchObject({ state: 'ready', party: 'bank', node: 'opening' });
    expect(root().lang).toBe('en');
  });

  it.each(['loading', 'error'] as const)('is never blank: %s', (state) => {
    render(<PlainSheet state={state} t={(key) => (en as Record<string, string>)[key] ?? key} />);
    expect(root().dataset.state).toBe(state);
    expect(screen.getByRole(state === 'error' ? 'alert' : 'status').textContent).toMatch(/call sheet/);
  });

  it.each(['en', 'zh-CN'] as Locale[])('has words for everything in %s', (tag) => {
    const { container } = show({
      screen: tag,
      bank: tag,
      remarks: ['check-first', 'general', 'private', 'tab-closed'],
      failedAt: null,
    });
    for (const party of ['alipay', 'shop', 'bank']) {
      fireEvent.click(document.querySelector(`[data-to-party="${party}"]`)!);
      expect(container.textContent).not.toMatch(/\{\w+\}|\b(?:sheet|say|note|topic|answer|never)\.[a-z]/);
    }
  });

  it('tells plainly when it is the general script or nothing is kept', () => {
    show({ remarks: ['tab-closed', 'general'], keeping: 'no' });
    expect([...document.querySelectorAll('[data-remark]')].map((one) => (one as HTMLElement).dataset.remark)).toEqual([
      'tab-closed',
      'general',
    ]);
    expect(screen.getByText(/Not kept: copy them/)).toBeTruthy();
  });
});

describe('a card', () => {
  it('has the line in the bank’s language, marked as such, and the user’s below', () => {
    show();
    expect(line()).toMatch(/^您好/);
    expect(document.querySelector('.line [lang]')!.getAttribute('lang')).toBe('zh-CN');
    expect(document.querySelector('.line-own')!.textContent).toMatch(/^Hello/);
  });

  it('has the line once when both speak the same language', () => {
    show({ bank: 'en' });
    expect(line()).toMatch(/^Hello/);
    expect(document.querySelector('.line-own')).toBeNull();
  });

  it('gives the answers in both languages', () => {
    show();
    answer('next');
    const button = document.querySelector('[data-answer="sees-nothing"]')!;
    expect(button.querySelector('[lang="zh-CN"]')!.textContent).toBe('我们没有看到任何记录');
    expect(button.textContent).toContain('We see nothing');
  });

  it('moves the focus to the new heading, and leaves it alone at first', () => {
    show();
    expect(document.activeElement).not.toBe(heading());
    answer('next');
    expect(node()).toBe('see-attempt');
    expect(document.activeElement).toBe(heading());
    expect(heading().textContent).toBe('Is the payment on file?');
  });

  it('tells the progress politely, and Back takes it back', () => {
    show();
    const progress = document.querySelector('[aria-live="polite"]')!;
    expect(progress.textContent).toBe('1 of 7');
    expect(document.querySelector<HTMLButtonElement>('.call-top .bar-button')!.disabled).toBe(true);
    answer('next');
    expect(progress.textContent).toBe('2 of 7');
    fireEvent.click(document.querySelector('.call-top .bar-button')!);
    expect([node(), progress.textContent]).toEqual(['opening', '1 of 7']);
  });

  it('answers an interruption and comes back', () => {
    show();
    answer('next');
    answer('must-verify');
    expect([node(), heading().textContent]).toEqual(['verify-me', 'They check who you are']);
    answer('verified');
    expect(node()).toBe('see-attempt');
    // They may ask again: it is offered as often as they do.
    expect(document.querySelector('[data-answer="must-verify"]')).not.toBeNull();
  });

  it('keeps the never list in sight on every card', () => {
    show();
    for (const step of ['next', 'sees-declined', 'reason-limit', 'limit-stays', 'some-left']) {
      if (step === 'next') answer('next');
      else answer(step);
      expect(screen.getByRole('complementary').textContent).toMatch(
        /one-time code.*PIN.*security code.*password.*full card number/,
      );
    }
  });

  it('ends in one thing to do, and can start again', () => {
    show();
    answer('next');
    answer('sees-nothing');
    answer('still-nothing');
    answer('card-is-open');
    answer('next');
    expect(node()).toBe('end-go-to-alipay');
    expect(heading().textContent).toBe('Go on with Alipay');
    expect(document.querySelector('.said')!.textContent).toContain('We see nothing');
    press('Start this call again');
    expect(node()).toBe('opening');
  });
});

describe('the facts', () => {
  it('show the failure on both clocks', () => {
    show();
    expect(document.querySelector('[data-clock="china"]')!.textContent).toBe('Nov 22 20:08 in China');
    expect(document.querySelector('[data-clock="own"]')!.textContent).toBe('13:08 Germany');
  });

  it('take the amount into the line and keep it', async () => {
    const { saved } = show({ bank: 'en' });
    type('Amount in yuan', '350');
    expect(document.querySelector('.line-fact')!.textContent).toContain('The amount was 350 Chinese yuan.');
    await waitFor(() => expect(saved.at(-1)!.amount).toBe('350'));
  });

  it('follow the zone the user chooses', () => {
    show();
    fireEvent.change(screen.getByLabelText(/Where your bank is/), { target: { value: 'Asia/Kolkata' } });
    expect(document.querySelector('[data-clock="own"]')!.textContent).toBe('17:38 India');
  });

  it('take the time from the user where the page did not tell', async () => {
    const { saved } = show({ failedAt: null });
    expect(screen.getByText(/Time not known/)).toBeTruthy();
    fireEvent.change(screen.getByLabelText(/Date and time/), { target: { value: '2026-11-22T13:08' } });
    await waitFor(() => expect(saved.at(-1)!.at).toBe(new Date('2026-11-22T13:08').getTime()));
    expect(document.querySelector('[data-clock="china"]')).not.toBeNull();
  });

  it('name what the bank sees, and to Alipay the code on the page', () => {
    show({ code: 'ALIN43911' });
    const facts = screen.getByRole('region', { name: 'Facts of the payment' });
    expect(facts.textContent).not.toContain('ALIN43911');
    expect(line()).not.toContain('ALIN43911');
    expect(document.querySelector('.to-say')!.textContent).toContain('Singapore');
    press('Alipay');
    expect(facts.textContent).toContain('ALIN43911');
    expect(facts.textContent).not.toContain('Singapore');
  });
});

describe('the fields of the payment', () => {
  it('say yuan and the home currency by name in the language that is spoken, and only four digits of the card', () => {
    const { saved } = show();
    type('Amount in yuan', '350');
    type('In your currency', '45');
    fireEvent.change(screen.getByLabelText('Currency'), { target: { value: 'EUR' } });
    type('Last four digits of the card', '4111 1111 1111 1234');
    const said = document.querySelector('.to-say')!.textContent!;
    expect(said).toMatch(/350人民币.*45欧元/);
    expect(said).toContain('350 Chinese yuan, about 45 euros');
    expect(said).toContain('4111');
    expect(saved.at(-1)).toEqual({ lastFour: '4111' });
  });

  it('offer places, not the names of a database or offsets', () => {
    show({ zones: ['America/Los_Angeles', 'Africa/Abidjan', 'UTC'] });
    const names = [...document.querySelectorAll('#bank-zone option')].map((one) => one.textContent);
    expect(names).toEqual(['Abidjan', 'Germany', 'Los Angeles', 'UTC']);
    cleanup();
    show({ zone: 'UTC' });
    expect(document.querySelector('.to-say')!.textContent).not.toMatch(/GMT|[+-]\d\d:\d\d/);
  });

  it('look empty where they are', () => {
    const { container } = show();
    expect(container.querySelector('[placeholder]')).toBeNull();
  });
});

describe('the keyboard', () => {
  const key = (digit: string, on: Element = document.body) => fireEvent.keyDown(on, { key: digit });

  it('chooses answers by their digits, but not while one types', () => {
    show();
    key('1', screen.getByLabelText('Name of the agent'));
    expect(node()).toBe('opening');
    key('1');
    expect(node()).toBe('read-code');
  });

  it('leaves digits alone when the user says so', () => {
    show();
    fireEvent.click(screen.getByLabelText(/Number keys/));
    key('1');
    expect(node()).toBe('opening');
  });
});

describe('a card for a shop', () => {
  it('has nothing private on it', () => {
    show({ party: 'shop', memory: { ...emptyCall(), lastFour: '1234', amount: '350' }, code: 'ALIN43911' });
    const page = document.querySelector('.call')!.textContent!;
    expect(page).not.toMatch(/13:08|1234|Never|Germany|Central European/);
  });

  it('keeps amount, time and code in large letters, and has pinyin where there is some', () => {
    show({
      party: 'shop',
      plans: shopPlans('tell-the-shop'),
      memory: { ...emptyCall(), amount: '350' },
      code: 'ALIN43911',
      pinyin: { 'say.shop-tell': 'nín hǎo' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Large' }));
    const held = screen.getByRole('dialog').textContent!;
    expect(held).toMatch(/ALIN43911/);
    expect(held).toMatch(/350人民币/);
    expect(held).toContain('nín hǎo');
    expect(held).not.toMatch(/13:08|欧洲/);
  });

  it('is a message to copy where the shop is online', () => {
    const host: Evidence = { ...sighting('unknown-failure'), host: 'mclient.alipay.com' };
    show({ party: 'shop' }, [host]);
    expect(screen.getByText('Write to the shop')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Large' })).toBeNull();
  });
});

describe('reading aloud', () => {
  it('is offered only where a voice of that language is on the device', () => {
    const onSpeak = vi.fn();
    show({ onSpeak, voices: ['en'] });
    expect(screen.queryByRole('button', { name: 'Play' })).toBeNull();
    cleanup();
    show({ onSpeak, voices: ['zh-CN'] });
    press('Play');
    expect(onSpeak).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/^您好/), 'zh-CN');
  });

  it('has each line of a chat with a copy of its own', async () => {
    const onCopy = vi.fn(async () => true);
    show({ party: 'alipay', onCopy });
    const lines = screen.getAllByRole('button', { name: /^Copy ?: / });
    expect(lines.length).toBeGreaterThan(1);
    fireEvent.click(lines[1]!);
    expect(onCopy).toHaveBeenCalledWith(expect.stringMatching(/^时间/));
  });
});

describe('the end', () => {
  it('says what the case says: held money is looked for, and nothing is offered', () => {
    const onFound = vi.fn();
    show({ onFound });
    answer('sees-approved');
    answer('only-held');
    answer('next');
    expect(heading().textContent).toBe('Money is held. Do not pay again yet.');
    expect(root().dataset.outcome).toBe('held');
    fireEvent.click(document.querySelector('[data-found="pending"]')!);
    expect(onFound).toHaveBeenCalledExactlyOnceWith('pending');
  });

  it('asks whether it worked where an attempt was advised', () => {
    show();
    answer('was-it-you');
    answer('hold-removed');
    answer('try-now');
    answer('cannot-stay');
    answer('next');
    expect([...document.querySelectorAll('[data-found]')].map((one) => (one as HTMLElement).dataset.found)).toEqual([
      'paid',
      'failed',
      'pending',
    ]);
  });
});

describe('other notes', () => {
  it('of an earlier call are offered, not taken', () => {
    const onEarlier = vi.fn();
    show({ onEarlier, earlier: [{ tabId: 3, at: Date.UTC(2026, 10, 22), host: 'shop.example' }] });
    expect(document.querySelector('[data-remark="earlier"]')!.textContent).toContain('shop.example');
    press('Go on with them');
    expect(onEarlier).toHaveBeenCalledOnce();
  });

  it('are kept when the user says so, and deleted one by one', () => {
    const onKeep = vi.fn();
    const onDelete = vi.fn();
    show({ onKeep, onDelete, memory: { ...emptyCall(), reference: 'R-17', lastFour: '1234' } });
    expect(onKeep).not.toHaveBeenCalled();
    fireEvent.click(screen.getByLabelText('Keep until I delete them'));
    expect(onKeep).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('R-17'));
    expect(onKeep.mock.calls[0]![0]).not.toContain('1234');
    cleanup();
    show({ onDelete, kept: [{ id: 'a', at: 1, text: 'Reference number: R-9' }] });
    press('Delete');
    expect(onDelete).toHaveBeenCalledExactlyOnceWith('a');
  });

  it('written in a second sheet of the tab appear here', () => {
    const { rerender } = show();
    type('Name of the agent', 'Ms. Li');
    rerender({ memory: { ...emptyCall(), agent: 'Ms. Li', reference: 'R-17' } });
    expect(screen.getByLabelText<HTMLInputElement>('Reference number').value).toBe('R-17');
    expect(screen.getByLabelText<HTMLInputElement>('Name of the agent').value).toBe('Ms. Li');
  });
});

describe('the decline code', () => {
  const reading = {
    id: 'visa 61',
    scheme: 'Visa',
    code: '61',
    meaning: 'Over the limit.',
    action: 'Raise it.',
    retry: 'Once.',
    means: 'amount-limit-reached',
    diagnosis: 'bank-limit-exceeded' as const,
  };

  it('is looked up, explained, and marks the answer it fits', async () => {
    const lookUp = vi.fn((typed: string, network: string) => ({
      readings: typed === '61' ? [{ ...reading, meaning: `${reading.meaning}${network}` }] : [],
      networks: [{ id: 'visa', name: 'Visa' }],
    }));
    const { saved } = show({ lookUp });
    answer('next');
    answer('sees-declined');
    type('Decline code they read out', '61');
    expect(screen.getByText('Over the limit.')).toBeTruthy();
    expect(document.querySelector('[data-answer="reason-limit"]')!.textContent).toContain('fits the code');
    expect(document.querySelectorAll('.answer-fits')).toHaveLength(1);
    fireEvent.click(screen.getByLabelText('Visa'));
    expect(screen.getByText('Over the limit.visa')).toBeTruthy();
    await waitFor(() => expect(saved.at(-1)!.declineCode).toBe('61'));
  });

  it('that is not known is said to be so', () => {
    show();
    answer('next');
    answer('sees-declined');
    expect(screen.queryByText(/not in our list/)).toBeNull();
    type('Decline code they read out', 'Q9');
    expect(screen.getByText(/not in our list/)).toBeTruthy();
  });
});
