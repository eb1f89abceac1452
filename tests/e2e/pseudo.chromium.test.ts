/** Every surface in a language nobody speaks: what stands outside its brackets is not translated, what is cut has no room. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ChromiumDriver } from '../../scripts/browsers/chromium-driver.ts';
import { launchChromium } from '../../scripts/browsers/chromium.ts';
import { buildExtension } from '../../scripts/build.ts';
import { inspectHint, inspectPage, type Found } from './inspect.ts';
import { PSEUDO, pseudo, pseudoBuild } from './pseudo-build.ts';
import { picture } from './support.ts';
import { goThrough, SURFACE_ROUTES } from './surfaces.ts';

const dates = (options: Intl.DateTimeFormatOptions) =>
  Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat(PSEUDO, { ...options, timeZone: 'UTC' })
      .formatToParts(new Date(Date.UTC(2026, month, 1)))
      .map((part) => part.value),
  ).flat();
/** Names, and what Intl writes: the same words in every pack, or none of a pack. */
const TERMS = [
  ...['Card Rescue', 'alipay.com', 'alipay.cn', 'UTC', 'i'],
  ...dates({ month: 'short' }),
  ...dates({ month: 'long' }),
  ...dates({ timeZoneName: 'long' }),
  ...new Intl.ListFormat(PSEUDO).formatToParts(['1', '2', '3']).map((part) => part.value.trim()),
].filter((term) => /\p{L}/u.test(term));

let driver: ChromiumDriver;
let folder: string;
beforeAll(async () => {
  folder = pseudoBuild((await buildExtension()).chrome);
  driver = await launchChromium({ extensionDir: folder, routes: SURFACE_ROUTES });
});
afterAll(async () => {
  await driver?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

it('is longer, accented and in brackets', () => {
  expect(pseudo('Ask {name} again.')).toBe('⟦Aškéé {name} ágáíñéé.⟧');
});

it('has nothing outside the brackets and nothing cut at 360 pixels', async () => {
  const found: Record<string, Found> = {};
  await goThrough(driver, PSEUDO, PSEUDO, true, async (surface, name, page) => {
    const asked = { lang: PSEUDO, terms: TERMS };
    found[name] = surface === 'hint' ? await inspectHint(driver, page, asked) : await inspectPage(page, asked);
    await picture(page, `pseudo-${name}`, { fullPage: surface !== 'hint' });
  });
  const wrong = Object.entries(found).flatMap(([name, { outside, clipped }]) =>
    [...outside, ...clipped].map((one) => `${name}: ${one}`),
  );
  expect(Object.keys(found).length).toBeGreaterThan(12);
  expect(wrong).toEqual([]);
}, 180_000);
