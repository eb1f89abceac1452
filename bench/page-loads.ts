/**
 * Cold reading: scripts are loaded into pages as a browser loads them, one page after the other, and their cost is taken from the trace.
 * Every page load begins in a new process with nothing compiled, so this is what people get; only the second reading is a warm one.
 */
import type { Page } from 'playwright-core';
import type { ChromiumDriver } from '../scripts/browsers/chromium-driver.ts';
import type { ScriptExtension } from './content-script.ts';
import { median } from './rounds.ts';
import { type Visit, traced, visitsOf } from './trace.ts';

/** The key of the built extension's own script. */
export const BUILT = 'built';

/** A page load that is measured. */
export interface Stop {
  /** The script, see PageScript; BUILT for the built extension at an address of Alipay's. */
  script: string;
  /** The served page. */
  page: string;
  /** What the script must answer; unknown for the built extension. */
  answer?: string;
  /** Measured in every nth round only. */
  every?: number;
}

/** What the visits of one stop cost, in milliseconds. */
export interface Cost {
  median: number;
  least: number;
  /** Medians of what was spent when the script was evaluated, and afterwards. */
  evaluated: number;
  later: number;
}

/** How long the built extension is given to read a page to its end, which nothing on a healthy page shows. It rests 0.9 s at most. */
const READING_TIME = 1100;

/** How long a script of the benchmark is waited for. */
const ANSWER_TIME = 30_000;

export const stopKey = ({ script, page }: Pick<Stop, 'script' | 'page'>): string => `${script} ${page}`;

function addressOf({ script, page }: Stop, extension: ScriptExtension): string {
  return script === BUILT
    ? `https://excashier.alipay.com/standard/${page}`
    : `https://${extension.hostOf(script)}/${page}`;
}

/** Loads a page and waits until its script has done its work. Throws when the script answers wrongly. */
async function load(tab: Page, stop: Stop, extension: ScriptExtension): Promise<void> {
  await tab.goto(addressOf(stop, extension), { waitUntil: 'load' });
  if (stop.script === BUILT) {
    await tab.waitForTimeout(READING_TIME);
    return;
  }
  // Nearly always there at the first look; Playwright's own waiting takes a tenth of a second more.
  let answer: string | null = null;
  for (const patience = Date.now() + ANSWER_TIME; answer === null && Date.now() < patience;)
    answer = await tab.evaluate(() => document.documentElement.getAttribute('data-bench'));
  if (answer === null) throw new Error(`${stopKey(stop)} did not answer`);
  if (stop.answer !== undefined && answer !== stop.answer)
    throw new Error(`${stopKey(stop)} answered "${answer}" instead of "${stop.answer}"`);
}

/** Loads pages without measuring, to see that every script answers rightly. */
export async function checkStops(
  driver: ChromiumDriver,
  extension: ScriptExtension,
  stops: readonly Stop[],
): Promise<void> {
  const tab = await driver.context.newPage();
  for (const stop of stops) await load(tab, stop, extension);
  await tab.close();
}

/**
 * Measures page loads in turns.
 * @returns their cost by `stopKey`
 * @throws Error when a script answers wrongly, or the trace has not every visit in it
 */
export async function measureStops(
  driver: ChromiumDriver,
  extension: ScriptExtension,
  stops: readonly Stop[],
  rounds: number,
): Promise<Map<string, Cost>> {
  const own = `chrome-extension://${driver.extensionId}/`;
  const tab = await driver.context.newPage();
  const made: Stop[] = [];
  // One trace for all: ending one takes seconds.
  const events = await traced(driver.context.browser()!, async () => {
    for (let round = 0; round < rounds; round++) {
      const turn = Math.round((round * stops.length) / rounds);
      for (const stop of [...stops.slice(turn), ...stops.slice(0, turn)]) {
        if (round % (stop.every ?? 1)) continue;
        await load(tab, stop, extension);
        made.push(stop);
      }
    }
  });
  const visits = new Map<string, Visit[]>(stops.map((stop) => [stopKey(stop), []]));
  for (const script of new Set(made.map((stop) => stop.script))) {
    const of = made.filter((stop) => stop.script === script);
    const file = own + (script === BUILT ? extension.builtFile : extension.fileOf(script));
    // Whatever the built extension brings besides is its own cost too; scripts of the benchmark stand on other pages.
    const found = visitsOf(events, file, (url) => script === BUILT && url.startsWith(own));
    if (found.length !== of.length)
      throw new Error(`the trace has ${found.length} runs of ${script}, not ${of.length}`);
    if (script === BUILT && found.some((visit) => visit.calls === 0))
      throw new Error('the built extension has not read a page');
    of.forEach((stop, index) => visits.get(stopKey(stop))!.push(found[index]!));
  }
  await tab.close();
  return new Map([...visits].map(([key, list]) => [key, costOf(list)]));
}

function costOf(visits: readonly Visit[]): Cost {
  const total = visits.map((visit) => visit.total);
  return {
    median: median(total),
    least: Math.min(...total),
    evaluated: median(visits.map((visit) => visit.evaluated)),
    later: median(visits.map((visit) => visit.later)),
  };
}
