/** How long the background, which carries the learned reader, keeps the first message waiting after it was stopped. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium } from '../scripts/browsers/chromium.ts';
import { gzipped } from '../scripts/budgets.ts';
import { buildExtension } from '../scripts/build.ts';
import { median, quantile } from './rounds.ts';
import { type RunSection, figure, short } from './section.ts';
import { idOfKey } from './throwaway.ts';

const FILE = 'background.js';
/** What the learned reader has learned: the vectors and prints of its slots, the long strings of few letters and digits. */
const VECTORS = /(["'`])[a-o0-9]{50000,}\1/g;
/** The browser says when a worker has stopped a little before it has. */
const STOPPED = 400;

/** Times of the first message of each page's extension, in turns, each time with all workers stopped. */
async function firstMessages(pages: readonly Page[], rounds: number): Promise<number[][]> {
  const times: number[][] = pages.map(() => []);
  const session = await pages[0]!.context().newCDPSession(pages[0]!);
  await session.send('ServiceWorker.enable');
  for (let round = 0; round < rounds; round++)
    for (let turn = 0; turn < pages.length; turn++) {
      const index = (turn + round) % pages.length;
      await session.send('ServiceWorker.stopAllWorkers');
      await pages[index]!.waitForTimeout(STOPPED);
      times[index]!.push(
        await pages[index]!.evaluate(async () => {
          const started = performance.now();
          // Nobody answers it; it settles when the background has heard it.
          await chrome.runtime.sendMessage({ type: 'bench' }).catch(() => null);
          return performance.now() - started;
        }),
      );
    }
  await session.send('ServiceWorker.disable');
  await session.detach();
  // A browser that is closed with stopped workers waits for them for ever.
  for (const page of pages) await page.evaluate(() => chrome.runtime.sendMessage({ type: 'bench' }).catch(() => null));
  return times;
}

/** Target B1. */
export const background: RunSection = async (options) => {
  const { chrome: built } = await buildExtension();
  const home = mkdtempSync(join(tmpdir(), 'card-rescue-background-'));
  try {
    const script = readFileSync(join(built, FILE), 'utf8');
    const light = script.replace(VECTORS, '""');
    if (gzipped(Buffer.from(light)) > gzipped(Buffer.from(script)) / 2)
      throw new Error(`${FILE} does not hold what the learned reader has learned`);
    const variants = [
      { name: 'ours', code: null },
      { name: 'ours without what the learned reader has learned', code: light },
      { name: 'a background that only listens', code: 'chrome.runtime.onMessage.addListener(() => undefined);' },
    ];
    const folders = variants.map(({ name, code }, index) => {
      const folder = join(home, String(index));
      cpSync(built, folder, { recursive: true });
      const path = join(folder, 'manifest.json');
      const key = Buffer.from(name).toString('base64');
      writeFileSync(path, JSON.stringify({ ...(JSON.parse(readFileSync(path, 'utf8')) as object), key }));
      if (code !== null) writeFileSync(join(folder, FILE), code);
      return folder;
    });
    const ids = variants.map(({ name }) => idOfKey(Buffer.from(name)));
    const [own, ...others] = folders as [string, ...string[]];
    const driver = await launchChromium({ extensionDir: own, others, extensionId: ids[0]! });
    try {
      const pages: Page[] = [];
      for (const id of ids) {
        const page = await driver.context.newPage();
        await page.goto(`chrome-extension://${id}/manifest.json`);
        pages.push(page);
      }
      const rounds = options.short ? 12 : 20;
      options.say(`${rounds} rounds`);
      const times = await firstMessages(pages, rounds);
      const middle = times.map(median) as [number, number, number];
      return {
        title: 'Start of the background',
        figures: [
          figure(
            'B1',
            'until the first message is heard, more than without what the learned reader has learned',
            'at most',
            30,
            middle[0] - middle[1],
            ' ms',
          ),
        ],
        tables: [
          {
            title: `From a stopped background to the first message heard, ${rounds} rounds in turns, ms`,
            head: ['', 'median', 'p95', 'script, kB gzip'],
            rows: variants.map(({ name, code }, index) => [
              name,
              short(middle[index]!),
              short(quantile(times[index]!, 0.95)),
              short(gzipped(Buffer.from(code ?? script)) / 1000),
            ]),
          },
        ],
        notes: [
          'The same build three times, with another background each: as it is, with the vectors of the learned reader taken out, and with one that only listens. The learned reader is not made before a failure asks for it.',
        ],
      };
    } finally {
      await driver.close();
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
};
