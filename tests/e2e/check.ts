/**
 * "Check this page" on pages that are not Alipay's, by a real press of the extension's button, which alone gives the right to read them; told
 * once for both browsers.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ChromiumDriver } from '../../scripts/browsers/chromium-driver.ts';
import type { ActionPopup } from '../../scripts/browsers/driver.ts';
import type { FirefoxDriver } from '../../scripts/browsers/firefox-driver.ts';
import { ROOT } from '../../scripts/cli.ts';

const picture = readFileSync(join(ROOT, 'tests', 'fixtures', 'pictures', 'plain-001.png')).toString('base64');
/** A page whose message is drawn. */
export const DRAWN = `<img style="width:400px" src="data:image/png;base64,${picture}">`;
const html = (body: string): string => `<!doctype html><title>Shop</title><main>${body}</main>`;

export interface CheckTools {
  /** Shows a page, and presses "Check this page" in a popup that knows nothing yet. */
  check(body: string): Promise<void>;
  /** Waits until an expression is true in the popup. */
  until(what: string): Promise<void>;
  popup(): ActionPopup;
}

/**
 * Declares the suite for a driven browser.
 * @param more declares what only one browser can be asked; before the last test, which leaves the site
 */
export function checkSuite(
  name: string,
  of: () => ChromiumDriver | FirefoxDriver,
  more: (tools: CheckTools) => void = () => undefined,
): void {
  const driver = of as () => ChromiumDriver;
  let page: Awaited<ReturnType<ChromiumDriver['newTab']>>;
  let popup: ActionPopup;

  beforeAll(async () => {
    page = await driver().newTab();
    await show('<h1>Our shop</h1>');
    popup = await driver().pressAction(page);
  });

  async function show(body: string): Promise<void> {
    driver().serve('shop.example', html(body));
    driver().serve('elsewhere.example', html('<p>Elsewhere</p>'));
    await page.goto('https://shop.example/checkout');
  }

  async function check(body: string): Promise<void> {
    await show(body);
    await driver().inExtension(() => chrome.storage.session.clear());
    // Chromium's right to read lasts as long as one stays at a site, Firefox's until the next page.
    if (of().kind === 'firefox') popup = await driver().pressAction(page);
    // The old popup has the button too.
    await popup.evaluate('document.body.dataset.old = "", setTimeout(() => location.reload())');
    await until(`!document.querySelector('[data-old]') && document.querySelector('.check-page button')`);
    await popup.evaluate(`document.querySelector('.check-page button').click()`);
  }

  async function until(what: string): Promise<void> {
    await expect.poll(() => popup.evaluate(`Boolean(${what})`), { timeout: 20_000, message: what }).toBe(true);
  }
  const said = (): Promise<unknown> => popup.evaluate(`document.querySelector('.check-said')?.textContent ?? ''`);
  const NONE = 'No failed payment that we know is shown on this page.';

  describe(`"Check this page" in ${name}`, () => {
    it("reads a shop's own failure once, and leaves the page as it was", async () => {
      await check(
        '<h1>Checkout</h1><div class="payment-error">Payment rejected by issuing bank. Please try with a different card or contact your bank. (DO_NOT_HONOR)</div>',
      );
      const before = await page.evaluate(() => document.documentElement.outerHTML);
      await until(`document.querySelector('.answer h1')?.textContent === 'Your bank declined the payment'`);
      expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    });

    it.each([
      ['says nothing', '<h1>Our shop</h1><p>We accept all cards.</p>', NONE],
      // Read like Alipay's own pages: what only speaks of failing is silent there, too.
      [
        'only speaks of failing',
        '<h1>Checkout</h1><div role="alert">Five wrong passwords lock your account for three hours; payments are not possible in that time.</div>',
        NONE,
      ],
      ['says that it was paid', '<h1>支付成功</h1><p>¥20.00</p>', 'This page says that the payment went through.'],
      [
        'hides its failure',
        '<h1>Checkout</h1><div style="opacity:0" role="alert">Your card was declined by the issuing bank.</div>',
        NONE,
      ],
    ])('names no failure on a page that %s', async (_, body, words) => {
      await check(body);
      await expect.poll(() => said(), { timeout: 20_000 }).toBe(words);
    });

    more({ check, until, popup: () => popup });

    it('gets a picture of the page after a press, and none after the next page', async () => {
      const shot = (): Promise<string> =>
        driver().inExtension(() => chrome.tabs.captureVisibleTab({ format: 'png' }).catch((error) => String(error)));
      await check(DRAWN);
      await page.bringToFront();
      expect((await shot()).slice(0, 22)).toBe('data:image/png;base64,');
      await page.goto('https://elsewhere.example/');
      expect(await shot()).toMatch(/permission/i);
    });
  });
}
