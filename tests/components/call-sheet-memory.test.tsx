// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CallMemory } from '../../components/call-sheet/call-props.ts';
import { emptyCall } from '../../lib/state/call.ts';
import { answer, line, node, press, root, show, type } from './show-call-sheet.tsx';

afterEach(cleanup);

describe('what is remembered', () => {
  it('is every step and note, and brings the sheet back to its card', async () => {
    const { saved } = show();
    answer('next');
    type('Name of the agent', 'Ms. Li');
    type('Reference number', 'R-17');
    press('Now');
    await waitFor(() =>
      expect(Object.assign({}, ...saved)).toMatchObject({
        agent: 'Ms. Li',
        reference: 'R-17',
        callTime: expect.stringContaining('2026'),
      }),
    );
    cleanup();
    show({ memory: JSON.parse(JSON.stringify(Object.assign({ ...emptyCall() }, ...saved))) as CallMemory });
    expect(node()).toBe('see-attempt');
    expect(screen.getByLabelText<HTMLInputElement>('Name of the agent').value).toBe('Ms. Li');
  });

  it('that cannot be read starts afresh and keeps the notes', () => {
    show({
      memory: {
        ...emptyCall(),
        progress: {
          bank: { party: 'bank', path: [{ node: 'opening', answer: 'said-long-ago', to: 'gone', tells: [] }] },
        },
        text: 'until Friday',
      },
    });
    expect(node()).toBe('opening');
    expect(screen.getByLabelText<HTMLTextAreaElement>(/What was said/).value).toBe('until Friday');
  });

  it('is nothing where nothing may be kept', () => {
    const { saved } = show({ keeping: 'no' });
    answer('next');
    type('Name of the agent', 'Ms. Li');
    expect(node()).toBe('see-attempt');
    expect(saved).toEqual([]);
  });

  it('warns when it could not be saved', async () => {
    show({ onMemory: async () => false });
    type('Reference number', 'R-17');
    expect(await screen.findByText(/could not be saved/)).toBeTruthy();
  });

  it('is kept apart for each party', () => {
    const onParty = vi.fn();
    show({ onParty });
    answer('next');
    press('Alipay');
    expect(root().dataset).toMatchObject({ party: 'alipay', node: 'alipay-opening' });
    expect(screen.getByText('Me > Settings > Help Center')).toBeTruthy();
    expect(screen.getByText(/08:00–24:00 China time is 01:00–17:00/)).toBeTruthy();
    press('Bank');
    expect(node()).toBe('see-attempt');
    expect(onParty.mock.calls).toEqual([['alipay'], ['bank']]);
  });
});

describe('to take along', () => {
  it.each([
    ['Copy all', /^Call your bank\n[^]*1\. 您好/],
    ['Copy opening', /^您好/],
    ['Copy notes', /^Reference number: R-17$/],
  ])('%s copies plain text and says so', async (name, expected) => {
    const onCopy = vi.fn(async () => true);
    show({ onCopy, memory: { ...emptyCall(), reference: 'R-17' } });
    press(name);
    expect(await screen.findByText('Copied.')).toBeTruthy();
    expect(onCopy).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(expected));
  });

  it('says how to copy by hand when copying fails', async () => {
    show({ onCopy: async () => false });
    press('Copy notes');
    expect(await screen.findByText(/copy it by hand/)).toBeTruthy();
  });

  it('prints one sheet with every main line and ruled blanks', () => {
    const onPrint = vi.fn();
    show({ onPrint });
    press('Print or save as PDF');
    expect(onPrint).toHaveBeenCalledOnce();
    const sheet = document.querySelector<HTMLElement>('.print-sheet')!;
    expect(within(sheet).getAllByText(/^请问|^您好|^谢谢/)).toHaveLength(7);
    expect(within(sheet).getByText('Name of the agent').nextElementSibling!.textContent).toBe('');
    expect(sheet.textContent).toContain('Never tell anyone');
  });

  it('shows a helper the line alone, without what is about the user', () => {
    show({ memory: { ...emptyCall(), amount: 'CNY 350' }, code: 'ALIN43911' });
    expect(document.querySelector('.to-say')!.textContent).toContain('CNY 350');
    press('Large');
    const dialog = screen.getByRole('dialog');
    expect(dialog.querySelector('.helper-line')!.textContent).toMatch(/^您好/);
    expect(dialog.textContent).not.toMatch(/350|20:08|ALIN/);
    fireEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('the languages', () => {
  it('are chosen apart, and the sheet follows at once', () => {
    const chosen: string[] = [];
    const { rerender } = show({
      onScreenLanguage: (tag) => chosen.push(`screen ${tag}`),
      onBankLanguage: (tag) => chosen.push(`bank ${tag}`),
    });
    fireEvent.change(screen.getByLabelText('Your language'), { target: { value: 'zh-CN' } });
    fireEvent.change(screen.getByLabelText("The bank's language"), { target: { value: 'en' } });
    expect(chosen).toEqual(['screen zh-CN', 'bank en']);
    answer('next');
    rerender({ screen: 'zh-CN', bank: 'en' });
    expect(root().lang).toBe('zh-CN');
    expect(node()).toBe('see-attempt');
    expect(line()).toMatch(/^Do you see/);
  });

  it('in a shop the other side reads Chinese, whatever the bank speaks', () => {
    const onBankLanguage = vi.fn();
    show({ bank: 'en', party: 'shop', onBankLanguage });
    expect(line()).toMatch(/^您好！我用的是境外银行卡/);
    fireEvent.change(screen.getByLabelText("The shop's language"), { target: { value: 'en' } });
    expect(line()).toMatch(/^Hello! I pay with a foreign bank card/);
    expect(onBankLanguage).not.toHaveBeenCalled();
  });
});
