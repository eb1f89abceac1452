/**
 * Draws the test pictures of phone screens with the installed Chromium, from pages of our own: nothing is fetched, nobody's screenshot is kept.
 *   tsx scripts/pictures/draw.ts [FOLDER [ROUND]]     writes the pictures and list.json; without a folder into a new temporary one
 * Rounds from 1 on show other messages, surroundings, tilts and lights than the pictures (round 0) that the reading was made on.
 */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { compileDetectTable, compileLookupData } from '../../lib/library/compile.ts';
import { readLibrary } from '../../lib/library/read.ts';
import { makeLookup } from '../../lib/understand/lookup.ts';
import { ensureBrowsers } from '../browsers/find.ts';
import { isMain, runCommand } from '../cli.ts';
import { photoPage } from './photo.ts';
import { makeRandom, type Random } from './random.ts';
import { type PictureSample, pictureSamples } from './samples.ts';
import { screenPage } from './screens.ts';

export interface DrawnPicture extends PictureSample {
  file: string;
}

/** The list of samples of a round with today's library. */
export function currentSamples(round = 0): PictureSample[] {
  const library = readLibrary();
  const lookup = makeLookup(compileDetectTable(library), compileLookupData(library));
  return pictureSamples(library, (text) => lookup(text)[0]?.diagnosis, round);
}

/** A strip around the message that cuts the lines above and below it, and half a letter at a side. */
async function cutStrip(page: Page, random: Random): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = (await page.locator('.said').boundingBox())!;
  const room = page.viewportSize()!;
  const left = Math.max(0, box.x - random.between(2, 14));
  const top = Math.max(0, box.y - random.between(12, 26));
  const right = Math.min(room.width, box.x + box.width + random.between(2, 14));
  const bottom = Math.min(room.height, box.y + box.height + random.between(12, 26));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

async function drawScreen(browser: Browser, sample: PictureSample): Promise<{ type: 'png' | 'jpeg'; data: Buffer }> {
  const { way, device, screen, writing, dark, text, round } = sample;
  const random = makeRandom(sample.seed);
  const size = way === 'tiny' ? 12 : random.pick([15, 16, 17, 18]);
  const html = screenPage({ screen, writing, dark, text, size, long: way === 'long', round }, random);
  const context = await browser.newContext({
    viewport: { width: device.width, height: device.height },
    deviceScaleFactor: device.density,
  });
  try {
    const page = await context.newPage();
    await page.setContent(html);
    const type = way === 'jpeg' || way === 'tiny' ? 'jpeg' : 'png';
    const quality = way === 'jpeg' ? Math.round(random.between(12, 40)) : 70;
    const data = await page.screenshot({
      type,
      ...(type === 'jpeg' ? { quality } : {}),
      fullPage: way === 'long',
      ...(way === 'cropped' ? { clip: await cutStrip(page, random) } : {}),
    });
    return { type, data };
  } finally {
    await context.close();
  }
}

async function photograph(browser: Browser, sample: PictureSample): Promise<{ type: 'jpeg'; data: Buffer }> {
  const { type, data } = await drawScreen(browser, { ...sample, way: 'plain' });
  const random = makeRandom(sample.seed + 50_000);
  const context = await browser.newContext({ viewport: { width: 1200, height: 1600 } });
  try {
    const page = await context.newPage();
    await page.setContent(
      photoPage(`data:image/${type};base64,${data.toString('base64')}`, random, sample.round ? 6 : 4.5),
    );
    await page.waitForFunction(() => document.images[0]!.complete);
    return {
      type: 'jpeg',
      data: await page.screenshot({ type: 'jpeg', quality: Math.round(random.between(45, 75)) }),
    };
  } finally {
    await context.close();
  }
}

/** Draws one sample. */
export function drawPicture(browser: Browser, sample: PictureSample): Promise<{ type: 'png' | 'jpeg'; data: Buffer }> {
  return sample.way === 'photo' ? photograph(browser, sample) : drawScreen(browser, sample);
}

/** Draws samples into a folder and writes their list beside them. */
export async function drawPictures(
  folder: string,
  samples: readonly PictureSample[] = currentSamples(),
): Promise<DrawnPicture[]> {
  mkdirSync(folder, { recursive: true });
  const { chromium: found } = ensureBrowsers({ chromium: true });
  const browser = await chromium.launch({
    executablePath: found.path,
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--host-resolver-rules=MAP * ~NOTFOUND'],
  });
  try {
    const drawn: DrawnPicture[] = [];
    for (const sample of samples) {
      const { type, data } = await drawPicture(browser, sample);
      const file = join(folder, `${sample.id}.${type === 'jpeg' ? 'jpg' : 'png'}`);
      writeFileSync(file, data);
      drawn.push({ ...sample, file });
    }
    writeFileSync(join(folder, 'list.json'), `${JSON.stringify(drawn, null, 1)}\n`);
    return drawn;
  } finally {
    await browser.close();
  }
}

async function main(): Promise<void> {
  const folder = process.argv[2] ? resolve(process.argv[2]) : mkdtempSync(join(tmpdir(), 'card-rescue-pictures-'));
  const drawn = await drawPictures(folder, currentSamples(Number(process.argv[3] ?? 0)));
  process.stdout.write(`${drawn.length} pictures in ${folder}\n`);
}

if (isMain(import.meta.url)) await runCommand(main);
