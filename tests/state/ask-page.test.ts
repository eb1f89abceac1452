import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Finding, READING } from '../../lib/messages.ts';
import { askDocuments, listensIn } from '../../lib/state/ask-page.ts';
import { changeTabFindings } from '../../lib/state/findings.ts';
import { fake } from '../fake-browser.ts';

const finding: Finding = {
  diagnosis: 'bank-declined',
  certainty: 'likely',
  code: '',
  host: 'cashier.alipay.com',
  at: 1,
  evidence: [],
};

/** What is said of the tab as a whole. */
async function askPage(tabId: number) {
  const { live, unheard } = await askDocuments(tabId);
  return live[0] ? { kind: 'finding', finding: live[0].finding } : { kind: unheard ?? 'none' };
}

afterEach(() => {
  vi.useRealTimers();
});

describe('asking a page', () => {
  it('gives the finding that stands there', async () => {
    fake.addTab({ id: 7 });
    const asked: unknown[] = [];
    fake.pageScripts.set(7, (message, options) => {
      asked.push([message, options]);
      return finding;
    });
    expect(await askPage(7)).toEqual({ kind: 'finding', finding });
    expect(asked).toEqual([[{ type: 'ask' }, {}]]);
  });

  it('asks the frame that told of it', async () => {
    fake.addTab({ id: 7 });
    const one = (frameId: number, live: boolean) => ({ document: `${frameId}`, frameId, finding, live });
    await changeTabFindings(7, () => [one(4, true), one(5, true), one(6, false)]);
    const frames: unknown[] = [];
    fake.pageScripts.set(7, (_, options) => (frames.push(options), options?.frameId === 5 ? finding : null));
    expect(await askPage(7)).toEqual({ kind: 'finding', finding });
    expect(frames).toEqual([{ frameId: 4 }, { frameId: 5 }]);
    fake.pageScripts.set(7, () => null);
    expect(await askPage(7)).toEqual({ kind: 'none' });
  });

  it('keeps what was kept of a document that is still being read, and of no other', async () => {
    fake.addTab({ id: 7 });
    fake.pageScripts.set(7, () => READING);
    expect(await askPage(7)).toEqual({ kind: 'none' });
    await changeTabFindings(7, () => [{ document: 'a', frameId: 0, finding, live: true }]);
    expect(await askPage(7)).toEqual({ kind: 'finding', finding });
    expect(await listensIn(7, 0)).toBe(true);
    fake.pageScripts.set(7, () => null);
    expect(await askPage(7)).toEqual({ kind: 'none' });
    expect(await listensIn(7, 0)).toBe(false);
  });

  it('gives what stands in each document, the gravest first', async () => {
    fake.addTab({ id: 7 });
    const one = (frameId: number) => ({ document: `${frameId}`, frameId, finding, live: true });
    await changeTabFindings(7, () => [one(4), one(5), one(6)]);
    fake.pageScripts.set(7, (_, options) => (options?.frameId === 5 ? null : finding));
    expect(await askDocuments(7)).toEqual({ live: [one(4), one(6)], unheard: null });
  });

  it.each([[undefined], [null], ['x'], [{ ...finding, certainty: 'certain' }], [[finding]]])(
    'takes %j for nothing',
    async (answer) => {
      fake.addTab({ id: 7 });
      fake.pageScripts.set(7, () => answer);
      expect(await askPage(7)).toEqual({ kind: 'none' });
    },
  );

  it('knows a page where nobody listens, and one that refuses', async () => {
    fake.addTab({ id: 7 });
    expect(await askPage(7)).toEqual({ kind: 'unreachable' });
    expect(await askPage(8)).toEqual({ kind: 'unreachable' });
    fake.pageScripts.set(7, () => Promise.reject(new Error('The message port closed before a response was received.')));
    expect(await askPage(7)).toEqual({ kind: 'unreachable' });
  });

  it('knows a page that is read and never needed to listen', async () => {
    fake.addTab({ id: 7 });
    fake.frames.set('7 0', { result: true });
    expect(await askPage(7)).toEqual({ kind: 'none' });
  });

  it('brings the script into a page that has none', async () => {
    fake.addTab({ id: 7 });
    fake.frames.set('7 0', { result: false });
    expect(await askPage(7)).toEqual({ kind: 'unreachable' });
    expect(fake.injected).toContain('7 0 /detector.js');
  });

  it('believes its own store about host and time, and nothing that is not masked', async () => {
    fake.addTab({ id: 7 });
    await changeTabFindings(7, () => [{ document: 'a', frameId: 0, finding, live: true }]);
    const quote = 'call +1 800 555 0199';
    fake.pageScripts.set(7, () => ({
      ...finding,
      host: 'evil.example',
      at: 99,
      evidence: [{ kind: 'family', rule: 'code/5550199', quote, place: 'text' }],
    }));
    expect(await askPage(7)).toEqual({
      kind: 'finding',
      finding: { ...finding, evidence: [{ kind: 'family', rule: '', quote: 'call ••••', place: 'text' }] },
    });
  });

  it('does not wait for ever', async () => {
    vi.useFakeTimers();
    fake.addTab({ id: 7 });
    fake.pageScripts.set(7, () => new Promise(() => undefined));
    const answer = askPage(7);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await answer).toEqual({ kind: 'silent' });
  });

  it('keeps what a page showed that does not answer in time: on a busy phone that is no sign that it is over', async () => {
    fake.addTab({ id: 7 });
    const one = (frameId: number, live: boolean) => ({ document: `${frameId}`, frameId, finding, live });
    await changeTabFindings(7, () => [one(4, true), one(6, false)]);
    vi.useFakeTimers();
    fake.pageScripts.set(7, () => new Promise(() => undefined));
    const answer = askDocuments(7);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await answer).toEqual({ live: [one(4, true)], unheard: null });
  });

  it('asks the page itself where storage cannot be read', async () => {
    fake.areas.session.failures.get = new Error('storage is broken');
    fake.pageScripts.set(7, () => finding);
    expect(await askPage(7)).toEqual({ kind: 'finding', finding });
  });
});
