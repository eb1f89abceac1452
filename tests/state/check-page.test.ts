import { beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import type { Finding } from '../../lib/messages.ts';
import { checkPage } from '../../lib/state/check-page.ts';

const finding = (diagnosis: string, certainty: Finding['certainty']): Finding => ({
  diagnosis,
  certainty,
  code: '',
  evidence: [],
  host: 'shop.example',
  at: 1,
});

const frames = vi.fn();
beforeEach(() => {
  frames.mockReset();
  vi.spyOn(browser.scripting, 'executeScript').mockImplementation(frames);
});
const answers = (...results: unknown[]) => frames.mockResolvedValue(results.map((result) => ({ result })));
const found = (one: Finding, more: object = {}) => ({ type: 'found', finding: one, ...more });

describe('checking a page', () => {
  it('gives what each document told, and leaves out those that told nothing', async () => {
    const first = found(finding('unknown-failure', 'unsure'), { said: 'It did not work.', doubtful: true });
    answers(null, first, { type: 'paid', at: 5 });
    const told = { ...first, finding: { ...first.finding, at: expect.any(Number) as number } };
    expect(await checkPage(3)).toEqual({ kind: 'read', told: [told, { type: 'paid', at: 5 }] });
    expect(frames).toHaveBeenCalledWith({ target: { tabId: 3, allFrames: true }, files: ['/check-page.js'] });
  });

  it('masks again what a document says of itself', async () => {
    const one = finding('bank-declined', 'likely');
    one.evidence = [
      { kind: 'sentence', rule: 'bank-declined/declined', quote: 'Declined: 4111 1111 1111 1111', place: 'alert' },
    ];
    answers(found(one));
    expect(JSON.stringify(await checkPage(3))).not.toContain('1111 1111');
  });

  it('tells silence from refusal', async () => {
    answers(null, 'forged', { diagnosis: 1 }, { type: 'show-steps' }, found({ ...finding('x', 'exact'), host: '<b>' }));
    expect(await checkPage(3)).toEqual({ kind: 'read', told: [] });
    frames.mockRejectedValue(new Error('Cannot access contents of the page'));
    expect(await checkPage(3)).toEqual({ kind: 'refused' });
  });
});
