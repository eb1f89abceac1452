/**
 * How long a picture takes and how much memory, in the built extension in an installed browser: the figures of docs/pictures.md.
 *   tsx scripts/pictures/measure.ts FILE [ROUNDS] [firefox]
 * Prints one line of JSON: milliseconds of the first (cold) and of the next (warm) readings, wall time and processor time, and megabytes.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { launchChromium } from '../browsers/chromium.ts';
import type { ChromiumDriver } from '../browsers/chromium-driver.ts';
import { launchFirefox } from '../browsers/firefox.ts';
import { buildExtension } from '../build.ts';
import { isMain, runCommand } from '../cli.ts';

/** The worker ends so many milliseconds after the last picture; then its memory must be free. */
const LEFT = 22_000;
/** Ticks of the processor's clock in a second, as Linux counts them for programs. */
const TICKS = 100;

interface Process {
  id: number;
  /** Seconds of processor time so far. */
  cpu: number;
  /** Megabytes that it has in memory for itself; what it shares with the browser's other processes is not counted. */
  memory: number;
}

const read = (id: number, file: string): string => {
  try {
    return readFileSync(`/proc/${id}/${file}`, 'utf8');
  } catch {
    // It has ended meanwhile.
    return '';
  }
};

/** The browser's processes that pages live in. */
function pageProcesses(): Process[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({
      id: Number(name),
      stat: read(Number(name), 'stat')
        .replace(/^.*\) /, '')
        .split(' '),
    }));
  const parents = new Map(all.map(({ id, stat }) => [id, Number(stat[1])]));
  const isOurs = (id: number): boolean => id === process.pid || (parents.has(id) && isOurs(parents.get(id)!));
  return all
    .filter(({ id }) => isOurs(id) && /--type=renderer|-contentproc/.test(read(id, 'cmdline')))
    .map(({ id, stat }) => ({
      id,
      cpu: (Number(stat[11]) + Number(stat[12])) / TICKS,
      memory: Math.round(Number(/RssAnon:\s+(\d+)/.exec(read(id, 'status'))?.[1] ?? 0) / 1024),
    }));
}

/** Gives the picture to the open popup, and waits until it is read; milliseconds. */
async function readingOf(popup: Awaited<ReturnType<ChromiumDriver['open']>>, base64: string): Promise<number> {
  return popup.evaluate(async (encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (sign) => sign.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([bytes], 'a.png', { type: 'image/png' }));
    const box = document.querySelector<HTMLElement>('[data-picture]')!;
    const input = document.querySelector<HTMLInputElement>('[data-role="picture-file"]')!;
    input.files = data.files;
    const began = performance.now();
    input.dispatchEvent(new Event('change', { bubbles: true }));
    // Once for the beginning, once for the end.
    for (const wanted of [/reading/, /read$|failed/])
      while (!wanted.test(box.dataset.picture!)) await new Promise((done) => setTimeout(done, 4));
    return performance.now() - began;
  }, base64);
}

async function main(): Promise<void> {
  const [, , name, count = '5', browser = 'chromium'] = process.argv;
  const base64 = readFileSync(resolve(name!)).toString('base64');
  const { chrome, firefox } = await buildExtension();
  const routes = { 'shop.example': '<!doctype html><title>shop</title><p>Shop</p>' };
  const started =
    browser === 'firefox'
      ? await launchFirefox({ extensionDir: firefox, routes })
      : await launchChromium({ extensionDir: chrome, routes });
  const driver = started as ChromiumDriver;
  try {
    const popup = await driver.popupOf(await driver.open('https://shop.example/'));
    await popup.waitForSelector('nav.doors button');
    await popup.evaluate(() => document.querySelector<HTMLElement>('nav.doors button')!.click());
    await popup.waitForSelector('[data-picture]');
    const before = new Map(pageProcesses().map(({ id, memory }) => [id, memory]));
    const most = new Map(before);
    const watch = setInterval(() => {
      for (const { id, memory } of pageProcesses()) most.set(id, Math.max(most.get(id) ?? 0, memory));
    }, 50);
    const readings: { wall: number; processor: number }[] = [];
    let busiest = 0;
    for (let round = 0; round <= Number(count); round++) {
      const start = new Map(pageProcesses().map(({ id, cpu }) => [id, cpu]));
      const wall = await readingOf(popup, base64);
      const [first] = pageProcesses()
        .map(({ id, cpu }) => ({ id, spent: cpu - (start.get(id) ?? 0) }))
        .toSorted((a, b) => b.spent - a.spent);
      busiest = first!.id;
      readings.push({ wall: Math.round(wall), processor: Math.round(first!.spent * 1000) });
    }
    clearInterval(watch);
    const now = (): number => pageProcesses().find(({ id }) => id === busiest)?.memory ?? 0;
    const after = now();
    await pause(LEFT);
    const middle = (list: number[]): number => list.toSorted((a, b) => a - b)[list.length >> 1]!;
    const warm = readings.slice(1);
    process.stdout.write(
      `${JSON.stringify({
        cold: readings[0],
        warm: { wall: middle(warm.map(({ wall }) => wall)), processor: middle(warm.map((one) => one.processor)) },
        megabytes: { before: before.get(busiest), most: most.get(busiest), after, released: now() },
      })}\n`,
    );
  } finally {
    await driver.close();
  }
}

if (isMain(import.meta.url)) await runCommand(main);
