/** Takes the pictures for the stores of the built extension, at the exact sizes that the stores ask for. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from 'playwright-core';
import type { ChromiumDriver } from './browsers/chromium-driver.ts';
import { launchChromium } from './browsers/chromium.ts';
import { readPage } from './browsers/reading.ts';
import { buildExtension } from './build.ts';
import { fromUsersFolder, isMain, optionsOf, ROOT, runCommand } from './cli.ts';
import { ADDRESS, pageOf } from './demo.ts';
import { type Locale, LOCALES } from '../lib/i18n/index.ts';
import { SHOTS, type Shot, storeTexts, summaryOf } from './store/pages.ts';
import { logoPage, shotPage, SIZES, tilePage } from './store/picture-pages.ts';

type Size = readonly [width: number, height: number];

/** How large each page of the extension is before it is put beside its sentence. */
const VIEWS: Readonly<Record<Shot, { size: Size; shape: 'wide' | 'tall' }>> = {
  page: { size: [1080, 640], shape: 'wide' },
  popup: { size: [410, 680], shape: 'tall' },
  'call-sheet': { size: [1080, 640], shape: 'wide' },
  welcome: { size: [1080, 640], shape: 'wide' },
  options: { size: [1080, 640], shape: 'wide' },
};

const ready = (page: Page): Promise<unknown> =>
  page.waitForSelector('[data-state]:not([data-state=""]):not([data-state="loading"])', { state: 'attached' });

async function take(page: Page, [width, height]: Size): Promise<Buffer> {
  await page.setViewportSize({ width, height });
  await page.bringToFront();
  return page.screenshot({ animations: 'disabled', type: 'png' });
}

/** The pages of the extension in one language, with a failure on the checkout page. */
async function openAll(driver: ChromiumDriver, locale: Locale): Promise<Record<Shot, Page>> {
  await driver.inExtension(async (screen) => {
    // The failures of the pictures before are none of this reader's.
    await chrome.storage.session.clear();
    await chrome.storage.local.set({ settings: { screen, bank: 'en', hints: true, muted: [] } });
  }, locale);
  const page = await driver.open(ADDRESS);
  await readPage(driver, page);
  const shown = {
    page,
    popup: await driver.popupOf(page),
    'call-sheet': await driver.callSheetOf(page),
    welcome: await driver.open(driver.extensionUrl('welcome.html#try')),
    options: await driver.open(driver.extensionUrl('options.html')),
  };
  await Promise.all(SHOTS.filter((shot) => shot !== 'page').map((shot) => ready(shown[shot])));
  await shown.welcome.locator('.example [aria-expanded]').first().click();
  await shown.welcome.mouse.move(0, 0);
  return shown;
}

/**
 * Takes the pictures.
 * @param locales the languages they are taken in
 * @returns them by the name of their file
 */
export async function takePictures(locales: readonly Locale[] = LOCALES): Promise<Map<string, Buffer>> {
  const { chrome: extensionDir } = await buildExtension();
  const driver = await launchChromium({ extensionDir, routes: { 'mclient.alipay.com': pageOf('bank') } });
  const pictures = new Map<string, Buffer>();
  try {
    const texts = storeTexts();
    const canvas = await driver.context.newPage();
    const draw = async (html: string, size: Size): Promise<Buffer> => {
      await canvas.setViewportSize({ width: size[0], height: size[1] });
      await canvas.setContent(html, { waitUntil: 'load' });
      return take(canvas, size);
    };
    for (const locale of locales) {
      const pages = await openAll(driver, locale);
      for (const [at, shot] of SHOTS.entries()) {
        const { size, shape } = VIEWS[shot];
        await pages[shot].setViewportSize({ width: size[0], height: size[1] });
        if (shot === 'welcome') await pages.welcome.locator('#try').evaluate((part) => part.scrollIntoView());
        const html = shotPage(locale, texts[locale].pictures[shot], await take(pages[shot], size), shape);
        pictures.set(`${locale}-${at + 1}-${shot}-1280x800.png`, await draw(html, SIZES.screenshot));
      }
      await Promise.all(Object.values(pages).map((page) => page.close()));
    }
    const { name } = summaryOf('en');
    for (const kind of ['tile-small', 'tile-large'] as const)
      pictures.set(
        `${kind}-${SIZES[kind].join('x')}.png`,
        await draw(tilePage(name, texts.en.pictures.tile), SIZES[kind]),
      );
    pictures.set(`logo-${SIZES.logo.join('x')}.png`, await draw(logoPage(), SIZES.logo));
    return pictures;
  } finally {
    await driver.close().catch(() => undefined);
  }
}

async function main(): Promise<void> {
  const { values } = optionsOf(
    'npm run store-pictures -- [--out folder]    takes the pictures for the stores, into dist/pictures by default',
    { out: 'string' },
  );
  const folder = values.out ? fromUsersFolder(values.out) : join(ROOT, 'dist', 'pictures');
  const pictures = await takePictures();
  mkdirSync(folder, { recursive: true });
  for (const [name, png] of pictures) writeFileSync(join(folder, name), png);
  process.stdout.write(`${pictures.size} pictures written to ${relative(process.cwd(), folder)}.\n`);
}

if (isMain(import.meta.url)) await runCommand(main);
