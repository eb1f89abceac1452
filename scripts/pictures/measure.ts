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

/** Megabytes of a process that are in memory and its own, and the most there have been. */
function memoryOf(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kilobytes = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0);
  return { now: Math.round(kilobytes('RssAnon') / 1024), peak: Math.round(kilobytes('VmHWM') / 1024) };
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
    const memoryBefore = new Map(before.map(({ id }) => [id, memoryOf(id).now]));
    const readings: { wall: number; processor: number }[] = [];
    let pid = 0;
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
        const until = (wanted: (state: string) => boolean): Promise<void> =>
          new Promise((done) => {
            const look = (): void => {
              if (wanted(box.dataset.picture!)) return done();
              setTimeout(look, 4);
            };
            look();
          });
        await until((state) => state === 'reading');
        await until((state) => state === 'read' || state === 'failed');
        return performance.now() - began;
      }, base64);
      const spent = (await processes()).map(({ id, cpuTime }) => ({ id, spent: cpuTime - (start.get(id) ?? 0) }));
      const busiest = spent.toSorted((a, b) => b.spent - a.spent)[0]!;
      pid = busiest.id;
      readings.push({ wall: Math.round(wall), processor: Math.round(busiest.spent * 1000) });
    }
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
          after: after.now,
          peakOfProcess: after.peak,
          released: memoryOf(pid).now,
        },
      })}\n`,
    );
  } finally {
    await driver.close();
  }
}

if (isMain(import.meta.url)) await runCommand(main);
