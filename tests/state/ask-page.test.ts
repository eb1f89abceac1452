import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Finding } from '../../lib/messages.ts';
import { askPage } from '../../lib/state/ask-page.ts';
import { saveFinding } from '../../lib/state/findings.ts';
import { fake } from '../fake-browser.ts';

const finding: Finding = {
  diagnosis: 'bank-declined',
  certainty: 'likely',
  code: '',
  host: 'cashier.alipay.com',
  at: 1,
  evidence: [],
};

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
    await saveFinding(7, 4, finding);
    const frames: unknown[] = [];
    fake.pageScripts.set(7, (_, options) => void frames.push(options));
    expect(await askPage(7)).toEqual({ kind: 'none' });
    expect(frames).toEqual([{ frameId: 4 }]);
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

  it('does not wait for ever', async () => {
    vi.useFakeTimers();
    fake.addTab({ id: 7 });
    fake.pageScripts.set(7, () => new Promise(() => undefined));
    const answer = askPage(7);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await answer).toEqual({ kind: 'none' });
  });

  it('asks the page itself where storage cannot be read', async () => {
    fake.areas.session.failures.get = new Error('storage is broken');
    fake.pageScripts.set(7, () => finding);
    expect(await askPage(7)).toEqual({ kind: 'finding', finding });
  });
});
