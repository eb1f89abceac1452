/** What must work in every browser, told once: `smoke.chromium` and `smoke.firefox` run it. */
import { describe, expect, it } from 'vitest';
import type { Driver } from '../../scripts/browsers/driver.ts';
import {
  ADDRESS,
  FAILING_DIAGNOSIS,
  FAILING_PAGE,
  HEALTHY_PAGE,
  hintSentence,
  provokeFailure,
  stateOf,
  waitForHint,
} from './support.ts';

/** Where the suite's pages stand. */
export const SMOKE_ROUTES = {
  'mclient.alipay.com': FAILING_PAGE,
  'excashier.alipay.com': HEALTHY_PAGE,
  'shop.example': FAILING_PAGE,
  'render.alipay.com':
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>收银台</title></head><body><h1>收银台</h1><pay-status></pay-status></body></html>',
};
const HEALTHY = ADDRESS.replace('mclient', 'excashier');

/** Declares the suite for a driven browser. */
export function smokeSuite(name: string, driver: () => Driver): void {
  describe(`the built extension in ${name}`, () => {
    it('says in the page, on the icon and in the popup what failed', async () => {
      const page = await driver().open(ADDRESS);
      expect((await waitForHint(driver(), page)).length).toBeGreaterThan(10);
      await expect.poll(() => driver().badgeOf(page)).toBe('!');
      const popup = await driver().popupOf(page);
      expect(await stateOf(popup)).toMatchObject({ state: 'diagnosis', diagnosis: FAILING_DIAGNOSIS, code: '' });
      expect(await popup.evaluate(() => document.querySelector('h1')!.textContent.length)).toBeGreaterThan(5);
      await Promise.all([popup.close(), page.close()]);
    });

    it('shows nothing on a healthy page, whose hidden sentence is not shown either', async () => {
      const page = await driver().open(HEALTHY);
      const popup = await driver().popupOf(page);
      expect((await stateOf(popup)).state).toBe('no-failure');
      await page.bringToFront();
      expect(await hintSentence(driver(), page)).toBeNull();
      expect(await driver().badgeOf(page)).toBe('');
      // The same page does get a hint once something fails: it was read, and silence was the verdict.
      await provokeFailure(page);
      await waitForHint(driver(), page);
      await Promise.all([popup.close(), page.close()]);
    });

    it('reads what a web component shows, also one that is made late', async () => {
      const page = await driver().open(ADDRESS.replace('mclient', 'render'));
      await page.evaluate(() => {
        class Status extends HTMLElement {
          connectedCallback(): void {
            const root = this.attachShadow({ mode: 'open' });
            root.innerHTML = '<div role="alert"><p>请核对订单</p></div>';
          }
        }
        customElements.define('pay-status', Status);
      });
      const say = (words: string) =>
        page.evaluate(
          (text) => (document.querySelector('pay-status')!.shadowRoot!.querySelector('p')!.textContent = text),
          words,
        );
      await say('银行卡余额不足，付款失败');
      await waitForHint(driver(), page);
      await say('请核对订单');
      await expect.poll(() => hintSentence(driver(), page), { timeout: 10_000 }).toBeNull();
      await page.close();
    });

    it('does not look at pages of other hosts', async () => {
      const page = await driver().open('https://shop.example/pay');
      const popup = await driver().popupOf(page);
      expect((await stateOf(popup)).state).toBe('not-alipay');
      expect(await hintSentence(driver(), page)).toBeNull();
      await Promise.all([popup.close(), page.close()]);
    });

    it("takes the hint away on the user's click and leaves the page as it was", async () => {
      const page = await driver().open(ADDRESS);
      const before = FAILING_PAGE.match(/<div id="root">[^]*<\/div>(?=<\/body>)/)![0];
      await waitForHint(driver(), page);
      // A click before the browser has said that nothing covers the hint does nothing; a person clicks again.
      const sentenceAfterClick = async (): Promise<string | null> => {
        await driver().clickHint(page, 'dismiss');
        return hintSentence(driver(), page);
      };
      await expect.poll(sentenceAfterClick, { timeout: 10_000, interval: 500 }).toBeNull();
      expect(await page.evaluate(() => document.getElementById('root')!.outerHTML)).toBe(before);
      await page.close();
    });

    it('keeps what it found when the browser stops its background', async () => {
      const page = await driver().open(ADDRESS);
      await waitForHint(driver(), page);
      await driver().stopBackground();
      const popup = await driver().popupOf(page);
      expect(await stateOf(popup)).toMatchObject({ state: 'diagnosis', diagnosis: FAILING_DIAGNOSIS });
      await page.bringToFront();
      await page.reload();
      await waitForHint(driver(), page);
      await Promise.all([popup.close(), page.close()]);
    });

    it('asks the network for nothing', () => {
      const served = driver().requests.filter(({ url }) => !url.endsWith('/favicon.ico'));
      expect(served.length).toBeGreaterThan(3);
      expect(served.filter(({ served: wasServed, kind }) => !wasServed || kind !== 'document')).toEqual([]);
    });
  });
}
