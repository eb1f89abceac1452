/** Lives of a page in a real browser: left and come back to, and one of twenty that fail at once. */
import { describe, expect, it } from 'vitest';
import { inChromium, waitForHint } from './support.ts';

const page = (says: string) => `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><body>${says}</body></html>`;
const BANK = page('<div class="error-tip" role="alert"><p>付款失败，银行拒绝了本次交易，请联系发卡行</p></div>');
const driver = inChromium({
  routes: {
    'mclient.alipay.com': ({ url }) => (url.pathname === '/healthy' ? page('<h1>订单</h1><p>¥ 35.00</p>') : BANK),
  },
});
const HINTS = '[data-card-rescue-hint]';
const TABS = 20;

describe('a page that failed', () => {
  it('says so again when one comes back to it, and nothing on the page in between', async () => {
    const tab = await driver().open('https://mclient.alipay.com/bank');
    await waitForHint(driver(), tab);
    await tab.goto('https://mclient.alipay.com/healthy');
    await expect.poll(() => driver().badgeOf(tab)).toBe('');
    expect(await tab.locator(HINTS).count()).toBe(0);
    await tab.goBack();
    await waitForHint(driver(), tab);
    expect(await tab.locator(HINTS).count()).toBe(1);
    const popup = await driver().popupOf(tab);
    await popup.waitForSelector('[data-state="diagnosis"][data-diagnosis="bank-declined"]');
    await Promise.all([popup.close(), tab.close()]);
  });
});

describe('twenty pages that fail at once', () => {
  it('are each known, and leave nothing behind when they are closed', async () => {
    const tabs = await Promise.all(
      Array.from({ length: TABS }, (_, at) => driver().open(`https://mclient.alipay.com/bank?no=${at}`)),
    );
    const ids = await Promise.all(tabs.map((tab) => driver().tabIdOf(tab)));
    const keysOf = (of: readonly number[]): Promise<string[]> =>
      driver().inExtension(
        async (wanted) =>
          Object.keys(await chrome.storage.session.get(null)).filter((key) =>
            wanted.some((id) => key.endsWith(`:${id}`)),
          ),
        of,
      );
    await expect
      .poll(async () => (await keysOf(ids)).filter((key) => key.startsWith('findings:')).length, { timeout: 20_000 })
      .toBe(TABS);
    await Promise.all(tabs.map((tab) => tab.close()));
    await expect.poll(() => keysOf(ids), { timeout: 10_000 }).toEqual([]);
  });
});
