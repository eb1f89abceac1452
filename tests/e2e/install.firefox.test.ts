/** The first-run page and the settings in Firefox: they show their words, take no complaint, and do what they say. */
import { describe, expect, it } from 'vitest';
import { inFirefox, stateOf } from './support.ts';

const driver = inFirefox();
const open = async (name: string) => {
  const page = await driver().open(driver().extensionUrl(`${name}.html`));
  expect((await stateOf(page)).state).toBe('ready');
  return page;
};

describe('in Firefox', () => {
  it('the settings keep what is set', async () => {
    const page = await open('options');
    expect(await page.evaluate(() => document.querySelector('h1')!.textContent)).toBe('Settings');
    expect(await page.evaluate(() => document.querySelectorAll('[data-command]').length)).toBe(3);
    await page.click('#hints-on');
    await expect
      .poll(() =>
        driver().inExtension(
          async () => ((await chrome.storage.local.get('settings')).settings as { hints?: boolean } | undefined)?.hints,
        ),
      )
      .toBe(false);
    await page.close();
  });

  it('the first-run page shows an example and the way to pin the icon here', async () => {
    const page = await open('welcome');
    await page.click('[data-example="shop-fault"] [aria-expanded]');
    await page.waitForSelector('[data-example="shop-fault"] figure');
    expect(await page.evaluate(() => document.querySelector('#icon')!.textContent)).toMatch(/toolbar/i);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.close();
  });
});
