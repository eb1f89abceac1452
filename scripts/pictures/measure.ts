/**
 * How long a picture takes and how much memory, in the built extension in the installed Chromium: the figures of docs/pictures.md.
 *   tsx scripts/pictures/measure.ts FILE [ROUNDS]
 * Prints one line of JSON: milliseconds of the first (cold) and of the next (warm) readings, wall time and processor time, and megabytes.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { launchChromium } from '../browsers/chromium.ts';
import { buildExtension } from '../build.ts';
import { isMain, runCommand } from '../cli.ts';

interface ProcessInfo {
  id: number;
  type: string;
  cpuTime: number;
}

/** The worker ends so many milliseconds after the last picture; then its memory must be free. */
const LEFT = 22_000;

/** Megabytes that a process has in memory for itself; what it shares with the browser's other processes is not counted. */
function memoryOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/RssAnon:\s+(\d+)/.exec(status)![1]) / 1024);
}

async function main(): Promise<void> {
  const file = resolve(process.argv[2]!);
  const rounds = Number(process.argv[3] ?? 5);
  const { chrome } = await buildExtension();
  const driver = await launchChromium({
    extensionDir: chrome,
    routes: { 'shop.example': '<!doctype html><title>shop</title><p>Shop</p>' },
  });
  try {
    const shop = await driver.open('https://shop.example/');
    const popup = await driver.popupOf(shop);
    await popup.waitForSelector('nav.doors button');
    await popup.evaluate(() => document.querySelector<HTMLElement>('nav.doors button')!.click());
    await popup.waitForSelector('[data-picture]');
    const session = await driver.context.browser()!.newBrowserCDPSession();
    const processes = async (): Promise<ProcessInfo[]> =>
      ((await session.send('SystemInfo.getProcessInfo')) as { processInfo: ProcessInfo[] }).processInfo.filter(
        ({ type }) => type === 'renderer',
      );
    const base64 = readFileSync(file).toString('base64');
    const before = await processes();
    const memoryBefore = new Map(before.map(({ id }) => [id, memoryOf(id)]));
    const readings: { wall: number; processor: number }[] = [];
    let pid = 0;
    const most = new Map(memoryBefore);
    const watch = setInterval(() => {
      for (const [id, megabytes] of most) most.set(id, Math.max(megabytes, memoryOf(id)));
    }, 20);
    for (let round = 0; round <= rounds; round++) {
      const start = new Map((await processes()).map(({ id, cpuTime }) => [id, cpuTime]));
      const wall = await popup.evaluate(async (encoded) => {
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
      const spent = (await processes()).map(({ id, cpuTime }) => ({ id, spent: cpuTime - (start.get(id) ?? 0) }));
      const busiest = spent.toSorted((a, b) => b.spent - a.spent)[0]!;
      pid = busiest.id;
      readings.push({ wall: Math.round(wall), processor: Math.round(busiest.spent * 1000) });
    }
    clearInterval(watch);
    const after = memoryOf(pid);
    await pause(LEFT);
    const middle = (list: number[]): number => list.toSorted((a, b) => a - b)[list.length >> 1]!;
    const warm = readings.slice(1);
    process.stdout.write(
      `${JSON.stringify({
        cold: readings[0],
        warm: { wall: middle(warm.map(({ wall }) => wall)), processor: middle(warm.map((one) => one.processor)) },
        megabytes: {
          before: memoryBefore.get(pid),
          most: most.get(pid),
          after,
          released: memoryOf(pid),
        },
      })}\n`,
    );
  } finally {
    await driver.close();
  }
}

if (isMain(import.meta.url)) await runCommand(main);
