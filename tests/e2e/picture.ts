/** Reading a picture in the built extension, told once for both browsers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ChromiumDriver } from '../../scripts/browsers/chromium-driver.ts';
import type { FirefoxDriver } from '../../scripts/browsers/firefox-driver.ts';
import { ROOT } from '../../scripts/cli.ts';
import { stateOf } from './support.ts';

const FIXTURES = join(ROOT, 'tests', 'fixtures', 'pictures');
interface PictureFixture {
  file: string;
  diagnosis: string | null;
  /** Signs that must stand in the text read. */
  says: string;
}
export const PICTURES = JSON.parse(readFileSync(join(FIXTURES, 'index.json'), 'utf8')) as PictureFixture[];

/** Reading takes a second; a busy machine takes its time. */
const TIME = 60_000;
const SHOP = 'https://shop.example/';
export const PICTURE_ROUTES = { 'shop.example': '<!doctype html><title>shop</title><p>Shop</p>' };

type Page = Awaited<ReturnType<ChromiumDriver['open']>>;

interface Given {
  files: { base64: string; type: string }[];
  how: 'paste' | 'drop' | 'choose';
}

/** Hands files to the box as a person's paste, drop or choice does. */
async function give(page: Page, given: Given): Promise<void> {
  await page.waitForSelector('[data-picture]');
  await page.evaluate(({ files, how }: Given) => {
    const data = new DataTransfer();
    for (const { base64, type } of files) {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      // A name that says nothing true: only the bytes count.
      data.items.add(new File([bytes], 'notes.txt', { type }));
    }
    const input = document.querySelector<HTMLInputElement>('[data-role="picture-file"]')!;
    if (how === 'choose') {
      input.files = data.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    } else if (how === 'drop')
      document
        .querySelector('[data-picture]')!
        .dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    else {
      // Firefox lets no script put files on a clipboard event, so the event carries them itself.
      const event = new Event('paste', { bubbles: true, cancelable: true });
      Object.defineProperty(event, 'clipboardData', { value: data });
      document.dispatchEvent(event);
    }
  }, given);
}

const fixture = (file: string): string => readFileSync(join(FIXTURES, file)).toString('base64');
const text = (content: string): string => Buffer.from(content).toString('base64');

async function outcome(page: Page): Promise<{ state: string; reason: string; text: string }> {
  await page.waitForFunction(
    () => ['read', 'failed'].includes(document.querySelector<HTMLElement>('[data-picture]')!.dataset.picture!),
    undefined,
    { timeout: TIME },
  );
  return page.evaluate(() => {
    const box = document.querySelector<HTMLElement>('[data-picture]')!;
    return {
      state: box.dataset.picture!,
      reason: box.dataset.reason ?? '',
      text: box.querySelector('textarea')?.value ?? '',
    };
  });
}

/** Declares the suite for a driven browser. */
export function pictureSuite(name: string, of: () => ChromiumDriver | FirefoxDriver): void {
  const driver = of as () => ChromiumDriver;

  async function openPopup(): Promise<{ popup: Page; shop: Page }> {
    const shop = await driver().open(SHOP);
    const popup = await driver().popupOf(shop);
    await stateOf(popup);
    // The box stands behind the door "read", the first and main one where no answer is; it comes after the first paint.
    await popup.waitForSelector('nav.doors button');
    await popup.evaluate(() => document.querySelector<HTMLElement>('nav.doors button')!.click());
    await popup.waitForSelector('[data-picture]');
    return { popup, shop };
  }

  describe(`reading a picture in ${name}`, () => {
    it(
      'gives its text and the answer, by paste, drop and choice, without a request',
      async () => {
        const { popup, shop } = await openPopup();
        const asked = driver().requests.length;
        const hows = ['paste', 'drop', 'choose'] as const;
        for (const [at, { file, diagnosis, says }] of PICTURES.entries()) {
          await give(popup, { files: [{ base64: fixture(file), type: 'text/plain' }], how: hows[at % 3]! });
          const { state, text: read } = await outcome(popup);
          expect({ file, state }).toEqual({ file, state: 'read' });
          expect(read.replace(/\s/g, ''), file).toContain(says.replace(/\s/g, ''));
          await expect
            .poll(() =>
              popup.evaluate(() => document.querySelector<HTMLElement>('[data-answer]')?.dataset.answer ?? ''),
            )
            .toBe(diagnosis ?? '');
        }
        expect(driver().requests.slice(asked)).toEqual([]);
        const kept = await driver().inExtension(async () => ({
          local: await chrome.storage.local.get(null),
          session: await chrome.storage.session.get(null),
          databases: (await indexedDB.databases()).length,
          caches: (await caches.keys()).length,
        }));
        expect(JSON.stringify(kept)).not.toMatch(/[\u4e00-\u9fff]{4}/);
        expect(kept).toMatchObject({ databases: 0, caches: 0 });
        await Promise.all([popup.close(), shop.close()]);
      },
      TIME * 4,
    );

    it(
      'says in a sentence why a file cannot be read, and reads the next one',
      async () => {
        const { popup, shop } = await openPopup();
        const png = readFileSync(join(FIXTURES, PICTURES[0]!.file));
        const bad: [reason: string, base64: string][] = [
          ['not-a-picture', text('Dear diary')],
          ['drawing', text('<svg xmlns="http://www.w3.org/2000/svg"><text y="20">付款失败</text></svg>')],
          ['broken', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('damaged')]).toString('base64')],
          ['too-small', 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'],
        ];
        for (const [reason, base64] of bad) {
          await give(popup, { files: [{ base64, type: 'image/png' }], how: 'choose' });
          await expect
            .poll(() => popup.evaluate(() => document.querySelector<HTMLElement>('[data-picture]')!.dataset.reason), {
              timeout: TIME,
            })
            .toBe(reason);
          expect(
            await popup.evaluate(() => document.querySelector('.picture-problem')!.textContent!.length),
          ).toBeGreaterThan(20);
        }
        await give(popup, { files: [{ base64: png.toString('base64'), type: '' }], how: 'choose' });
        expect((await outcome(popup)).text.length).toBeGreaterThan(3);
        await Promise.all([popup.close(), shop.close()]);
      },
      TIME * 3,
    );
  });
}
