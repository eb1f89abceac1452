/** How the hint looks: each of its states on a desktop and a phone, by axe and by its measures; and pictures of all to look at. */
import { afterEach, describe, expect, it } from 'vitest';
import { findInHint } from '../../scripts/browsers/hint-tree.ts';
import { type Locale } from '../../lib/i18n/index.ts';
import { hintFaults } from './axe.ts';
import { ADDRESS, hintSentence, inChromium, picture, waitForHint } from './support.ts';

const failing = (says: string): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>收银台</title><body><h1>确认付款</h1>
  <div style="padding-top: 40vh"><div class="adm-dialog" role="dialog"><p>${says}</p></div></div></body></html>`;
const CALM = failing('付款失败，银行拒绝了本次交易，请联系发卡行');
const MONEY = failing('付款结果未知，请勿重复支付');
const SIZES = { desktop: [1280, 720], phone: [360, 640] } as const;
/** A line and a row of buttons, or two lines and that. */
const TALLEST = 112;
const THUMB = 44;
const driver = inChromium();
afterEach(() =>
  driver().inExtension(async () => {
    await chrome.storage.session.clear();
    await chrome.storage.local.clear();
  }),
);

async function open(html: string, screen: Locale, [width, height]: readonly [number, number]) {
  await driver().inExtension((settings) => chrome.storage.local.set({ settings }), {
    screen,
    bank: screen,
    hints: true,
    muted: [] as string[],
  });
  const page = await driver().newTab();
  driver().serveTab(page, 'mclient.alipay.com', html);
  await page.setViewportSize({ width, height });
  await page.goto(ADDRESS);
  await waitForHint(driver(), page);
  await expect
    .poll(() => page.evaluate(() => getComputedStyle(document.querySelector('[data-card-rescue-hint]')!).opacity))
    .toBe('1');
  return page;
}
type Page = Awaited<ReturnType<typeof open>>;
/** Clicks until it did something: a hint counts as seen a moment after it stands. */
const press = async (page: Page, name: string, isDone: () => Promise<boolean>): Promise<void> => {
  await expect
    .poll(
      async () => {
        if (await isDone()) return true;
        await driver().clickHint(page, name);
        return isDone();
      },
      { timeout: 10_000, interval: 1200 },
    )
    .toBe(true);
};
const isOpen = async (page: Page): Promise<boolean> =>
  findInHint((await driver().hintTree(page))!, 'more')!.attributes['aria-expanded'] === 'true';
const box = (page: Page) =>
  page.evaluate(() => document.querySelector('[data-card-rescue-hint]')!.getBoundingClientRect().toJSON() as DOMRect);

describe.each(['desktop', 'phone'] as const)('on a %s', (device) => {
  it.each(['en', 'ar'] as const)('has no accessibility fault in any state, in %s', async (screen) => {
    const page = await open(CALM, screen, SIZES[device]);
    const shot = async (state: string): Promise<void> => {
      await picture(page, `hint-${device}-${screen}-${state}`);
      expect([state, ...(await hintFaults(driver(), page))]).toEqual([state]);
      await page.bringToFront();
    };
    await shot('calm');
    const said = await hintSentence(driver(), page);
    await press(page, 'more', () => isOpen(page));
    await shot('open');
    await press(page, 'mute', async () => (await hintSentence(driver(), page)) !== said);
    await shot('muted');
    await page.waitForTimeout(1100);
    await press(page, 'mute', async () => (await hintSentence(driver(), page)) === said);
    const whole = (await box(page)).width;
    await page.evaluate(() => document.querySelector('.adm-dialog')!.remove());
    await expect.poll(async () => (await box(page)).width).toBeLessThan(whole);
    await shot('pill');
    await page.close();
    const money = await open(MONEY, screen, SIZES[device]);
    expect(await hintFaults(driver(), money)).toEqual([]);
    await picture(money, `hint-${device}-${screen}-money`);
    await money.close();
  });
});

describe('on a phone', () => {
  it.each(['en', 'de', 'fr', 'ru', 'es', 'pt-BR', 'ar', 'ja'] as const)(
    'takes two lines and a row of buttons, each as large as a thumb, in %s',
    async (screen) => {
      for (const html of [CALM, MONEY]) {
        const page = await open(html, screen, SIZES.phone);
        expect((await box(page)).height).toBeLessThanOrEqual(TALLEST);
        const session = await driver().context.newCDPSession(page);
        const hint = (await driver().hintTree(page))!;
        for (const name of ['more', 'show', 'dismiss']) {
          const handle = Number(findInHint(hint, name)!.handle);
          const { model } = await session.send('DOM.getBoxModel', { backendNodeId: handle });
          expect(model.width).toBeGreaterThanOrEqual(THUMB);
          // Not more: its words stand on one line.
          expect(model.height).toBe(THUMB);
        }
        await page.close();
      }
    },
  );
});
