// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PlainSheet } from '../../components/call-sheet/plain-sheet.tsx';
import type { Locale } from '../../lib/i18n/index.ts';
import en from '../../lib/i18n/locales/en/script.json';
import { answer, heading, line, node, press, root, show, type } from './show-call-sheet.tsx';

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
    press(/^Next/);
    const button = document.querySelector('[data-answer="sees-nothing"]')!;
    expect(button.querySelector('[lang="zh-CN"]')!.textContent).toBe('我们没有看到任何记录');
    expect(button.textContent).toContain('We see nothing');
  });

  it('moves the focus to the new heading, and leaves it alone at first', () => {
    show();
    expect(document.activeElement).not.toBe(heading());
    press(/^Next/);
    expect(node()).toBe('see-attempt');
    expect(document.activeElement).toBe(heading());
    expect(heading().textContent).toBe('Is the payment on file?');
  });

  it('tells the progress politely, and Back takes it back', () => {
    show();
    const progress = document.querySelector('[aria-live="polite"]')!;
    expect(progress.textContent).toBe('1 of 7');
    expect(screen.queryByRole('button', { name: 'Back' })).toBeNull();
    press(/^Next/);
    expect(progress.textContent).toBe('2 of 7');
    press('Back');
    expect([node(), progress.textContent]).toEqual(['opening', '1 of 7']);
  });

  it('answers an interruption and comes back', () => {
    show();
    press(/^Next/);
    answer('must-verify');
    expect([node(), heading().textContent]).toEqual(['verify-me', 'They check who you are']);
    answer('verified');
    expect(node()).toBe('see-attempt');
    expect(document.querySelector('[data-answer="must-verify"]')).toBeNull();
  });

  it('keeps the never list in sight on every card', () => {
    show();
    for (const step of ['next', 'sees-declined', 'reason-limit', 'limit-stays', 'some-left']) {
      if (step === 'next') press(/^Next/);
      else answer(step);
      expect(screen.getByRole('complementary').textContent).toMatch(
        /one-time code.*PIN.*security code.*password.*full card number/,
      );
    }
  });

  it('ends in one thing to do, and can start again', () => {
    show();
    press(/^Next/);
    answer('sees-nothing');
    answer('still-nothing');
    answer('card-is-open');
    press(/^Next/);
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
    expect(document.querySelector('[data-clock="china"]')!.textContent).toBe('Nov 22, 2026, 20:08 China time');
    expect(document.querySelector('[data-clock="own"]')!.textContent).toBe('13:08 Central European Time');
  });

  it('take the amount into the line and keep it', async () => {
    const { saved } = show({ bank: 'en' });
    type('Amount', 'CNY 350');
    expect([...document.querySelectorAll('.line')].map((one) => one.textContent)).toContain('The amount was CNY 350.');
    await waitFor(() => expect(saved.at(-1)!.amount).toBe('CNY 350'));
  });

  it('follow the zone the user chooses', () => {
    show();
    fireEvent.change(screen.getByLabelText(/Second clock/), { target: { value: 'Asia/Kolkata' } });
    expect(document.querySelector('[data-clock="own"]')!.textContent).toBe('17:38 India Standard Time');
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
    expect(facts.textContent).toContain('“Alipay…” China or Singapore');
    press('Alipay');
    expect(facts.textContent).toContain('ALIN43911');
    expect(facts.textContent).not.toContain('Singapore');
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
    diagnosis: 'bank-limit-exceeded' as const,
  };

  it('is looked up, explained, and marks the answer it fits', async () => {
    const lookUp = vi.fn((typed: string, network: string) => ({
      readings: typed === '61' ? [{ ...reading, meaning: `${reading.meaning}${network}` }] : [],
      networks: [{ id: 'visa', name: 'Visa' }],
    }));
    const { saved } = show({ lookUp });
    press(/^Next/);
    answer('sees-declined');
    type('Code they read out', '61');
    expect(screen.getByText('Over the limit.')).toBeTruthy();
    expect(document.querySelector('[data-answer="reason-limit"]')!.textContent).toContain('fits the code');
    expect(document.querySelectorAll('.answer-fits')).toHaveLength(1);
    fireEvent.click(screen.getByLabelText('Visa'));
    expect(screen.getByText('Over the limit.visa')).toBeTruthy();
    await waitFor(() => expect(saved.at(-1)!.declineCode).toBe('61'));
  });

  it('that is not known is said to be so', () => {
    show();
    press(/^Next/);
    answer('sees-declined');
    expect(screen.queryByText(/not in our list/)).toBeNull();
    type('Code they read out', 'Q9');
    expect(screen.getByText(/not in our list/)).toBeTruthy();
  });
});
