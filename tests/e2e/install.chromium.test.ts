/** The first-run page and the settings in a real browser: looks, keyboard, what they change, and that every text is there. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { faultsOf } from './axe.ts';
import { inChromium, picture, stateOf } from './support.ts';

const driver = inChromium();
type Page = Awaited<ReturnType<ReturnType<typeof driver>['open']>>;

async function open(name: string): Promise<Page> {
  const page = await driver().open(driver().extensionUrl(`${name}.html`));
  await stateOf(page);
  return page;
}

const SIZES = [
  ['light', 1280, 800],
  ['dark', 360, 640],
] as const;

async function look(page: Page, name: string): Promise<void> {
  for (const [scheme, width, height] of SIZES) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height });
    await expect.poll(() => faultsOf(driver(), page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await picture(page, `${name}-${scheme}`, { fullPage: true });
  }
  await page.evaluate(() => (document.documentElement.dir = 'rtl'));
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await picture(page, `${name}-rtl`, { fullPage: true });
  await page.evaluate(() => (document.documentElement.dir = 'ltr'));
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  await picture(page, `${name}-forced`, { fullPage: true });
  await page.emulateMedia({ forcedColors: 'none' });
  // A key instead of a sentence is a gap in the words.
  expect(await page.locator('body').innerText()).not.toMatch(/\b(?:try|pin|told|stored|keys|person|muted)\.[a-z]/);
}

/** Presses Tab until the element has the focus; fails where it cannot be reached. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 60; step++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${selector} is not reached by Tab`);
}

const stored = () => driver().inExtension(async () => (await chrome.storage.local.get('settings')).settings);
const session = () => driver().inExtension(async () => Object.keys(await chrome.storage.session.get(null)));

describe('the settings', () => {
  it('have no accessibility fault, wide, narrow, light and dark, in both languages', async () => {
    await driver().inExtension(async () => {
      await chrome.storage.local.set({ settings: { muted: ['alipay.com'], screen: 'en' } });
      await chrome.storage.session.set({ 'call:general': {}, 'attempts:alipay.com': [1, 2], 'finding:7': {} });
    });
    const page = await open('options');
    await look(page, 'options');
    await page.locator('#screen-language').selectOption('zh-CN');
    await expect.poll(() => page.textContent('h1')).toBe('设置');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
    await look(page, 'options-zh');
    await page.locator('#screen-language').selectOption('en');
    await expect.poll(stored).toMatchObject({ screen: 'en' });
    await page.close();
  });

  it('keep what is set, by keyboard, and take a muted site back and again', async () => {
    const page = await open('options');
    await tabTo(page, '#hints-on');
    await page.keyboard.press('Space');
    await expect.poll(stored).toMatchObject({ hints: false });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(stored).toMatchObject({ muted: [] });
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Undo');
    await page.keyboard.press('Enter');
    await expect.poll(stored).toMatchObject({ muted: ['alipay.com'] });
    await page.locator('#country').selectOption('DE');
    await page.locator('#stay').selectOption('resident');
    await expect.poll(stored).toMatchObject({ person: { country: 'DE', stay: 'resident' } });
    await page.close();
  });

  it('go into a file and come back from it; another file changes nothing', async () => {
    const page = await open('options');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save to a file' }).click(),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    expect(JSON.parse(text)).toMatchObject({ 'card-rescue-preferences': 1, hints: false, muted: ['alipay.com'] });
    const give = (content: string) =>
      page
        .locator('input[type=file]')
        .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(content) });
    await give('{"hints":true}');
    await page.locator('[data-told="not-a-file"]').waitFor();
    expect(await stored()).toMatchObject({ hints: false });
    await give(text.replace('"DE"', '"FR"'));
    await page.locator('[data-told="imported"]').waitFor();
    expect(await stored()).toMatchObject({ hints: false, person: { country: 'FR' } });
    await page.close();
  });

  it('show what is stored and clear all of it, after asking once', async () => {
    const page = await open('options');
    await page.locator('[data-stored="attempts"]').waitFor();
    expect(await page.locator('[data-stored="attempts"] dt').textContent()).toMatch(/^2 failed tries/);
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await tabTo(page, '#stored button');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('Keep it');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('Clear everything');
    expect(await stored()).toBeTruthy();
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('Keep it');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('[data-told="cleared"]').waitFor();
    await page.locator('[data-stored="nothing"]').waitFor();
    expect(await stored()).toBeUndefined();
    expect(await session()).toEqual([]);
    await page.close();
  });
});

describe('the first-run page', () => {
  it('opens by itself on installation', () => {
    expect(driver().sawFirstRun).toBe(true);
  });

  it('has no accessibility fault, also with an example open', async () => {
    const page = await open('welcome');
    await look(page, 'welcome');
    for (const button of await page.locator('.example [aria-expanded]').all()) await button.click();
    await look(page, 'welcome-open');
    await page.locator('#screen-language').selectOption('zh-CN');
    await expect.poll(() => page.textContent('h1')).toMatch(/支付宝/);
    await look(page, 'welcome-zh');
    await page.locator('#screen-language').selectOption('en');
    await expect.poll(stored).toMatchObject({ screen: 'en' });
    await page.close();
  });

  it('shows an example by keyboard, puts its case where popup and call sheet look, and takes it back', async () => {
    const page = await open('welcome');
    await tabTo(page, '[data-example="no-answer"] [aria-expanded]');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('[data-example="no-answer"] figure').innerText()).toMatch(/gone through/);
    await page.keyboard.press('Tab');
    const [popup] = await Promise.all([driver().context.waitForEvent('page'), page.keyboard.press('Enter')]);
    await popup.waitForURL(/popup\.html$/);
    await stateOf(popup);
    const kept = await driver().inExtension(async () => (await chrome.storage.session.get('case:none'))['case:none']);
    expect(kept).toMatchObject({ evidence: [{ kind: 'sighting', source: 'example' }] });
    await popup.close();
    const [sheet] = await Promise.all([
      driver().context.waitForEvent('page'),
      page.locator('[data-example="no-answer"] [role="group"] button').last().click(),
    ]);
    await stateOf(sheet);
    await sheet.close();
    await page.getByRole('button', { name: 'End the example' }).click();
    await expect.poll(session).toEqual([]);
    await page.close();
  });

  it('leads to the settings', async () => {
    const page = await open('welcome');
    const [options] = await Promise.all([
      driver().context.waitForEvent('page'),
      page.getByRole('button', { name: 'Settings' }).click(),
    ]);
    await options.waitForURL(/options\.html/);
    expect((await stateOf(options)).state).toBe('ready');
    await Promise.all([options.close(), page.close()]);
  });
});
