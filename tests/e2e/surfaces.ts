/** Every surface of the extension on a phone's width, one after the other, in one language. */
import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import type { ChromiumDriver } from '../../scripts/browsers/chromium-driver.ts';
import type { Locale } from '../../lib/i18n/index.ts';
import { ADDRESS, stateOf, waitForHint } from './support.ts';

export const WIDTH = 360;
const HEIGHT = 640;
const failing = (says: string) =>
  `<!doctype html><html lang="zh-CN"><meta name="viewport" content="width=device-width"><meta charset="utf-8"><body><div class="error-tip" role="alert"><p>${says}</p></div></body></html>`;
/** What is served, by host: a bank's refusal, a page without a reason, one that may have taken the money, a healthy one. */
export const SURFACE_ROUTES = {
  'mclient.alipay.com': failing('付款失败，银行拒绝了本次交易，请联系发卡行'),
  'excashier.alipay.com': failing('付款失败'),
  'mrexcashier.alipay.com': failing('付款结果未知，请勿重复支付'),
  'render.alipay.com': '<!doctype html><meta charset="utf-8"><p>订单确认</p>',
};
const PRICED = ['outcome-unknown', 'bank', 'bare'] as const;
type Failing = (typeof PRICED)[number];
const HOSTS: Record<Failing, string> = { bank: 'mclient', bare: 'excashier', 'outcome-unknown': 'mrexcashier' };

export type Surface = 'hint' | 'popup' | 'call-sheet' | 'welcome' | 'options';
/** Called on each surface; `name` tells its state too. */
type Visit = (surface: Surface, name: string, page: Page) => Promise<void>;

const narrow = (page: Page): Promise<void> => page.setViewportSize({ width: WIDTH, height: HEIGHT });
const close = (...pages: Page[]): Promise<unknown> => Promise.all(pages.map((page) => page.close()));

/** Waits until nothing more comes: what a page loads late stands in it too. */
async function settle(page: Page): Promise<void> {
  await stateOf(page);
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const quiet = 300;
        let timer = setTimeout(done, quiet);
        new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(done, quiet);
        }).observe(document, { subtree: true, childList: true, characterData: true });
      }),
  );
}

async function openOwn(driver: ChromiumDriver, path: string): Promise<Page> {
  const page = await driver.open(driver.extensionUrl(path));
  await narrow(page);
  await settle(page);
  return page;
}

/** Settings as if the person had chosen the languages, and nothing of an earlier failure. */
async function choose(driver: ChromiumDriver, screen: Locale, bank: Locale): Promise<void> {
  await driver.inExtension(
    async (settings) => {
      await chrome.storage.session.clear();
      await chrome.storage.local.clear();
      await chrome.storage.local.set({ settings });
    },
    { screen, bank, hints: true, muted: ['alipay.cn'] },
  );
}

async function visitPopup(popup: Page, name: string, visit: Visit, isDeep: boolean): Promise<void> {
  await narrow(popup);
  await settle(popup);
  await visit('popup', name, popup);
  if (!isDeep) return;
  await popup.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
  await settle(popup);
  await visit('popup', `${name}-open`, popup);
}

async function visitSheet(sheet: Page, visit: Visit, isDeep: boolean): Promise<void> {
  await narrow(sheet);
  await settle(sheet);
  const node = () => sheet.evaluate(() => document.querySelector<HTMLElement>('[data-node]')?.dataset.node ?? '');
  await visit('call-sheet', 'call-sheet', sheet);
  if (!isDeep) return;
  await sheet.locator('.call-menu').click();
  await visit('call-sheet', 'call-sheet-menu', sheet);
  await sheet.locator('.call-menu').click();
  for (let step = 0; step < 30 && !(await node()).startsWith('end'); step++) {
    const now = await node();
    const answer = sheet.locator('[data-answer]:visible').first();
    if (!(await answer.count())) break;
    await answer.focus();
    await sheet.keyboard.press('Enter');
    await expect.poll(node).not.toBe(now);
    await visit('call-sheet', `call-sheet-${step + 1}`, sheet);
  }
}

/**
 * Goes through all surfaces.
 * @param isDeep with everything unfolded, questions, a whole call and an empty popup; else each surface once
 */
export async function goThrough(driver: ChromiumDriver, screen: Locale, bank: Locale, isDeep: boolean, visit: Visit) {
  for (const failure of isDeep ? PRICED : (['bank'] as const)) {
    await choose(driver, screen, bank);
    const page = await driver.newTab();
    await narrow(page);
    await page.goto(ADDRESS.replace('mclient', HOSTS[failure]));
    await waitForHint(driver, page);
    // It comes in without a colour of its own; a picture taken sooner would show nothing.
    await expect
      .poll(() => page.evaluate(() => getComputedStyle(document.querySelector('[data-card-rescue-hint]')!).opacity))
      .toBe('1');
    await visit('hint', `hint-${failure}`, page);
    const popup = await driver.popupOf(page);
    await visitPopup(popup, `popup-${failure}`, visit, isDeep);
    if (failure === 'bank') {
      const sheet = await driver.callSheetOf(page);
      await visitSheet(sheet, visit, isDeep);
      await close(sheet);
    }
    await close(popup, page);
  }
  await choose(driver, screen, bank);
  if (isDeep) {
    const healthy = await driver.open(ADDRESS.replace('mclient', 'render'));
    await visitPopup(await driver.popupOf(healthy), 'popup-none', visit, true);
    const popup = await driver.popupOf(healthy);
    await narrow(popup);
    await stateOf(popup);
    await popup.locator('.doors button').first().click();
    await popup.getByRole('textbox').first().fill('ALIN10146 insufficient funds');
    await popup.locator('[data-answer]').first().waitFor();
    await popup.locator('.read summary').last().click();
    await visit('popup', 'popup-read', popup);
    await close(popup, healthy);
  }
  const welcome = await openOwn(driver, 'welcome.html');
  await welcome.locator('.example [aria-expanded]').first().click();
  await visit('welcome', 'welcome', welcome);
  await driver.inExtension(() => chrome.storage.session.set({ 'call:general': {}, 'attempts:alipay.com': [1, 2] }));
  const options = await openOwn(driver, 'options.html');
  await visit('options', 'options', options);
  await close(welcome, options);
}
