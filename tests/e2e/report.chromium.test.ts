/** A wrong diagnosis is reported by keyboard alone: the masked text is changed and copied, and nothing is sent. */
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { faultsOf } from './axe.ts';
import { ADDRESS, FAILING_DIAGNOSIS, FAILING_PAGE, inChromium, picture, stateOf, waitForHint } from './support.ts';

const driver = inChromium({ routes: { 'mclient.alipay.com': FAILING_PAGE, 'example.com': '<textarea></textarea>' } });

/** Presses Tab until the element is reached. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${selector} is not reached by Tab`);
}
const report = (page: Page) => page.locator('[data-report]');
/** What a person would paste somewhere. */
async function pasted(): Promise<string> {
  const page = await driver().open('https://example.com/');
  await page.locator('textarea').focus();
  await page.keyboard.press('Control+V');
  const text = await page.locator('textarea').inputValue();
  await page.close();
  return text;
}

it('is written, changed and copied by keyboard, from what the page said', async () => {
  const asked: string[] = [];
  driver().context.on('request', (request) => {
    if (/^https?:/.test(request.url())) asked.push(request.url());
  });
  const page = await driver().open(ADDRESS);
  await waitForHint(driver(), page);
  const popup = await driver().popupOf(page);
  await stateOf(popup);
  await popup.setViewportSize({ width: 410, height: 510 });
  const before = asked.length;

  await tabTo(popup, '.says summary');
  await popup.keyboard.press('Enter');
  await popup.locator('[data-signals="found"]').waitFor();
  expect(await popup.locator('[data-signals="missing"]').textContent()).toContain('an error code');

  await tabTo(popup, ':has(> [data-door="causes"])');
  await popup.keyboard.press('Enter');
  await tabTo(popup, '.causes-screen summary');
  await popup.keyboard.press('Enter');
  await expect.poll(() => report(popup).inputValue()).toContain(FAILING_DIAGNOSIS);
  const { version } = JSON.parse(
    await driver().inExtension(async () => JSON.stringify(chrome.runtime.getManifest())),
  ) as { version: string };
  const text = await report(popup).inputValue();
  expect(text).toMatch(
    new RegExp(`^Card Rescue for Alipay ${version.replaceAll('.', '\\.')} · \\d{4}-\\d\\d-\\d\\d · en\n`),
  );
  expect(text).toContain('The page says: ');

  await tabTo(popup, '[data-report]');
  await popup.keyboard.press('Control+End');
  await popup.keyboard.type('\nIt was the shop.');
  await popup.keyboard.press('Tab');
  await popup.keyboard.press('Enter');
  await popup.getByText('Copied.').waitFor();
  for (const [scheme, width] of [
    ['light', 410],
    ['dark', 360],
  ] as const) {
    await popup.emulateMedia({ colorScheme: scheme });
    await popup.setViewportSize({ width, height: 640 });
    expect(await faultsOf(driver(), popup)).toEqual([]);
    expect(await popup.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await picture(popup, `report-${scheme}`, { fullPage: true });
  }
  expect(asked.slice(before)).toEqual([]);
  expect(await pasted()).toBe(`${text}\nIt was the shop.`);
  await Promise.all([popup.close(), page.close()]);
});

it('masks what was typed', async () => {
  const popup = await driver().open(driver().extensionUrl('popup.html'));
  await stateOf(popup);
  await popup.locator('.doors button').first().click();
  const typed = 'Order 20261128200040011100430012345678 failed, card 4111 1111 1111 1111: insufficient funds';
  await popup.getByRole('textbox').first().fill(typed);
  await popup.locator('.read summary').last().click();
  await expect.poll(() => report(popup).inputValue()).toContain('Your text: Order •••• failed, card ••••');
  expect(await report(popup).inputValue()).not.toMatch(/4111|2026112820/);
  expect(await faultsOf(driver(), popup)).toEqual([]);
  await popup.close();
});
