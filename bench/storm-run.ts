/** One storm in a page of the driven browser: what was found, when, and what it cost. */
import type { Page } from 'playwright-core';
import { type Finding, readFinding } from '../lib/messages.ts';
import type { ChromiumDriver } from '../scripts/browsers/chromium-driver.ts';
import type { StormLog, StormOrder } from './storm-page.ts';
import { scriptTime, threadOfPage } from './script-time.ts';
import { traced } from './trace.ts';

/** A sentence to put up, and the diagnosis it must lead to. */
export interface Toast {
  text: string;
  diagnosis: string;
}

/** Something told at a time (milliseconds since 1970). */
export interface Told {
  what: string;
  at: number;
}

/** How a toast fared; times in milliseconds from when it was put up. */
export interface Fate {
  found: number | null;
  /** When the background had written the finding down, so that popup and icon know of it. */
  stored: number | null;
  hint: number | null;
}

export interface StormResult {
  log: StormLog;
  fates: Fate[];
  /** Shares of one processor, in hundredths. */
  own: number;
  /** The page's own scripts, what they wait for in the browser included. */
  page: number;
  /** The whole main thread. */
  busy: number;
  /** How often the script was called, a second. */
  calls: number;
}

/** What was told first of something within a time, or null. */
const firstIn = (told: readonly Told[], what: string | null, from: number, to: number): Told | null =>
  told.find((one) => (what === null || one.what === what) && one.at >= from && one.at < to) ?? null;

/**
 * Says of each toast when it was found: a finding counts for the toast that says it, until the next one is put up.
 * @param toasts what each must lead to and when it was put up
 * @param found findings by the clock of the page
 * @param stored the same findings when they were written down
 * @param hints when hints came
 * @param end when the page was left
 */
export function fatesOf(
  toasts: readonly Told[],
  found: readonly Told[],
  stored: readonly Told[],
  hints: readonly number[],
  end: number,
): Fate[] {
  return toasts.map(({ what, at }, index) => {
    const next = toasts[index + 1]?.at ?? end;
    const first = firstIn(found, what, at, next);
    const since = (one: Told | null): number | null => one && one.at - at;
    const shown = hints.map((time): Told => ({ what, at: time }));
    return {
      found: since(first),
      stored: first && since(firstIn(stored, what, first.at, next)),
      hint: first && since(firstIn(shown, what, first.at, next)),
    };
  });
}

/** Listens to what the background writes down of findings; nothing is asked of the page. */
async function listen(driver: ChromiumDriver): Promise<void> {
  await driver.inExtension(() => {
    const scope = globalThis as { benchHeard?: unknown[] };
    if (scope.benchHeard) return;
    scope.benchHeard = [];
    chrome.storage.session.onChanged.addListener((changes) => {
      for (const [key, { newValue }] of Object.entries(changes))
        if (key.startsWith('findings:')) scope.benchHeard!.push({ at: Date.now(), stored: newValue });
    });
  });
}

/** What was heard since the last time: every finding once, when it was first written down. */
async function heard(driver: ChromiumDriver): Promise<{ at: number; finding: Finding }[]> {
  const all = await driver.inExtension(() =>
    (globalThis as { benchHeard?: { at: number; stored?: { finding?: unknown }[] }[] }).benchHeard!.splice(0),
  );
  const known = new Set<string>();
  return all.flatMap(({ at, stored }) =>
    (stored ?? []).flatMap((one) => {
      const finding = readFinding(one.finding);
      const key = `${finding?.diagnosis} ${finding?.at}`;
      if (!finding || known.has(key)) return [];
      known.add(key);
      return [{ at, finding }];
    }),
  );
}

async function busySeconds(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async (): Promise<number> =>
    (await session.send('Performance.getMetrics')).metrics.find((one) => one.name === 'TaskDuration')?.value ?? NaN;
  const before = await read();
  return async () => {
    const after = await read();
    await session.detach();
    return after - before;
  };
}

/**
 * Opens a page and storms it.
 * @param settle milliseconds in which the page's first reading ends
 * @param owner beginning of the addresses of the scripts whose time is asked for
 * @throws Error when the page or its script was not to be seen
 */
export async function runStormAt(
  driver: ChromiumDriver,
  address: string,
  toasts: readonly Toast[],
  order: Omit<StormOrder, 'toasts'>,
  settle: number,
  owner: string,
): Promise<StormResult> {
  await listen(driver);
  const page = await driver.open(address);
  try {
    await page.bringToFront();
    await page.waitForTimeout(settle);
    await heard(driver);
    const busy = await busySeconds(page);
    let log!: StormLog;
    const events = await traced(driver.context.browser()!, async () => {
      log = await page.evaluate((given) => globalThis.runStorm(given), {
        ...order,
        toasts: toasts.map(({ text }) => text),
      });
    });
    const thread = threadOfPage(events, address);
    if (log.hidden || thread === null)
      throw new Error('the page of the storm was not in front, or its script left no trace');
    const findings = await heard(driver);
    const share = (time: number): number => time / log.seconds / 10;
    const own = scriptTime(events, thread, (url) => url.startsWith(owner));
    const found = findings.map(({ finding }) => ({ what: finding.diagnosis, at: finding.at }));
    const naive = log.told.map(([phrase, at]) => ({
      what: toasts.find(({ text }) => text === phrase)?.diagnosis ?? '',
      at,
    }));
    const put = log.toasts.map((at, index) => ({ what: toasts[index]!.diagnosis, at }));
    const stored = findings.map(({ at, finding }) => ({ what: finding.diagnosis, at }));
    return {
      log,
      fates: fatesOf(put, [...found, ...naive], stored, log.hints, Infinity),
      own: share(own.time),
      page: share(scriptTime(events, thread, (url) => url.startsWith(address)).time),
      busy: share((await busy()) * 1000),
      calls: own.calls / log.seconds,
    };
  } finally {
    await page.close();
  }
}
