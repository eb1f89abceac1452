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

describe('checking a page', () => {
  it('prefers a frame that names a cause to one that only says that it failed', async () => {
    answers(null, finding('unknown-failure', 'unsure'), finding('bank-declined', 'likely'));
    expect(await checkPage(3)).toMatchObject({ kind: 'finding', finding: { diagnosis: 'bank-declined' } });
    expect(frames).toHaveBeenCalledWith({ target: { tabId: 3, allFrames: true }, files: ['/check-page.js'] });
  });

  it('takes what is not sure where nothing is', async () => {
    answers(null, finding('unknown-failure', 'unsure'));
    expect(await checkPage(3)).toMatchObject({ kind: 'finding', finding: { diagnosis: 'unknown-failure' } });
  });

  it('tells silence from refusal', async () => {
    answers(null, 'forged', { diagnosis: 1 });
    expect(await checkPage(3)).toEqual({ kind: 'none' });
    frames.mockRejectedValue(new Error('Cannot access contents of the page'));
    expect(await checkPage(3)).toEqual({ kind: 'refused' });
  });
});
