import { afterEach, describe, expect, it, vi } from 'vitest';
import type { HintOrder } from '../../lib/messages.ts';
import type { TabFinding } from '../../lib/state/findings.ts';
import { tellTop } from '../../lib/state/tell-top.ts';
import { fake } from '../fake-browser.ts';

const show: HintOrder = { type: 'show-hint', key: 'a', words: {} as never };
const found = (frameId: number, document: string, live = true): TabFinding => ({
  document,
  frameId,
  live,
  finding: { diagnosis: 'x', certainty: 'likely', code: '', host: 'cashier.alipay.com', at: 1, evidence: [] },
});

/** To whom an order went. */
async function addressed(order: HintOrder, list: TabFinding[]): Promise<unknown> {
  const heard: unknown[] = [];
  fake.addTab({ id: 7 });
  fake.pageScripts.set(7, (_, options) => void heard.push(options));
  await tellTop(7, order, list);
  expect(heard).toHaveLength(1);
  return heard[0];
}

afterEach(() => vi.unstubAllGlobals());

describe('an order for the hint', () => {
  it('of a failure of the page goes to that document and to no other', async () =>
    expect(await addressed(show, [found(4, 'OLD', false), found(0, '5F3A')])).toEqual({ documentId: '5F3A' }));

  it('of a failure in a frame goes to the page around it', async () =>
    expect(await addressed(show, [found(4, '5F3A')])).toEqual({ frameId: 0 }));

  it('to hide goes to whatever page stands there', async () =>
    expect(await addressed({ type: 'hide-hint' }, [found(0, '5F3A')])).toEqual({ frameId: 0 }));

  it('goes to the frame where the browser names no document, and in Firefox', async () => {
    expect(await addressed(show, [found(0, 'frame 0')])).toEqual({ frameId: 0 });
    vi.stubGlobal('location', new URL('moz-extension://0b7c/_generated_background_page.html'));
    expect(await addressed(show, [found(0, '5F3A')])).toEqual({ frameId: 0 });
  });

  it('to a page that is gone does not reject', async () => {
    fake.addTab({ id: 7 });
    fake.pageScripts.set(7, () => Promise.reject(new Error('no receiver')));
    await expect(tellTop(7, show, [found(0, '5F3A')])).resolves.toBeUndefined();
  });
});
