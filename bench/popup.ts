/** What a person waits for: the popup with the diagnosis, against a popup with nothing in it; and what the hint costs a large page. */
import type { ChromiumDriver } from '../scripts/browsers/chromium-driver.ts';
import { buildExtension } from '../scripts/build.ts';
import { bundle } from './content-script.ts';
import type { Inserted, InsertionTimes } from './hint-page.ts';
import { type Opening, openInTurns, openPopupFrom } from './popup-paint.ts';
import { median } from './rounds.ts';
import { samplePage } from './sample-page.ts';
import { type BenchOptions, type Figure, type RunSection, type Table, figure, short } from './section.ts';
import { launchWith, makeThrowaway, POPUP, type Throwaway } from './throwaway.ts';

const FAILING = 'https://mclient.alipay.com/h5pay/cashierPreConfirm/index.html';
const FAILING_PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>收银台</title><body><div class="adm-center-popup-wrap">
  <div role="dialog" aria-modal="true" class="adm-dialog"><div class="adm-auto-center-content">付款失败，该银行卡不支持此交易，请更换其他银行卡</div><button>我知道了</button></div></div></body></html>`;
const LARGE = 'https://large.example/page';
/** Only a page on its own gets a clock finer than a tenth of a millisecond. */
const ALONE = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };
const FOUND_PATIENCE = 10_000;

interface Part {
  figures: Figure[];
  table: Table;
}

async function failingPage(driver: ChromiumDriver): Promise<Awaited<ReturnType<ChromiumDriver['open']>>> {
  driver.serve(new URL(FAILING).host, FAILING_PAGE);
  const page = await driver.open(FAILING);
  await page.bringToFront();
  for (const end = Date.now() + FOUND_PATIENCE; (await driver.badgeOf(page)) === ''; await page.waitForTimeout(100))
    if (Date.now() > end) throw new Error('nothing was found on the failing page');
  return page;
}

/** Target P1. */
async function popupPaint(
  driver: ChromiumDriver,
  throwaway: Throwaway,
  { short: isShort, say }: BenchOptions,
): Promise<Part> {
  const rounds = isShort ? 3 : 12;
  say(`popup, ${rounds} rounds`);
  const page = await failingPage(driver);
  // Both extensions have a page open, so that neither has to start a process first.
  const [own, empty] = [await driver.context.newPage(), await driver.context.newPage()];
  await own.goto(driver.extensionUrl('manifest.json'));
  await empty.goto(throwaway.url('manifest.json'));
  const openers = [
    {
      address: driver.extensionUrl(POPUP),
      open: () => openPopupFrom(own),
      selector: '[data-state="diagnosis"] main',
      state: 'diagnosis',
    },
    { address: throwaway.url(POPUP), open: () => openPopupFrom(empty), selector: 'p', state: '' },
  ];
  const [ours, theirs] = (await openInTurns(driver, page, openers, rounds)) as [Opening[], Opening[]];
  const whole = ({ document, painted }: Opening): number => document + painted;
  const middle = (list: readonly Opening[], of: (one: Opening) => number): number => median(list.map(of));
  const row = (name: string, list: Opening[]): string[] => [
    name,
    ...[whole, (one: Opening) => one.document, (one: Opening) => one.first, (one: Opening) => one.painted].map((of) =>
      short(middle(list, of)),
    ),
  ];
  await Promise.all([own.close(), empty.close(), page.close()]);
  return {
    figures: [
      figure(
        'P1',
        'popup from opening to the painted diagnosis, against an empty popup',
        'at most',
        1.1,
        middle(ours, whole) / middle(theirs, whole),
        ' times',
      ),
    ],
    table: {
      title: `Real popups, medians of ${rounds} openings in turns, ms`,
      head: ['', 'opening to paint', 'opening to document', 'document to any paint', 'document to paint'],
      rows: [row('ours, with the diagnosis', ours), row('empty', theirs)],
    },
  };
}

/** Target P2. */
async function hintCost(driver: ChromiumDriver, { short: isShort, say }: BenchOptions): Promise<Part> {
  const [elements, rounds] = isShort ? [10_000, 3] : [100_000, 5];
  say(`hint, ${rounds} rounds on ${elements / 1000} k elements`);
  const script = await bundle('../hint-page.ts');
  const body = samplePage('innocent', elements).html.replace(
    '</body>',
    () => `<script>${script.replaceAll('</', '<\\/')}</script></body>`,
  );
  driver.serve(new URL(LARGE).host, { headers: ALONE, body });
  const kinds: readonly Inserted[] = ['hint', 'banner'];
  const times: Record<Inserted, { cold: InsertionTimes[]; warm: InsertionTimes[] }> = {
    hint: { cold: [], warm: [] },
    banner: { cold: [], warm: [] },
  };
  for (let round = 0; round < rounds; round++)
    for (const kind of round % 2 ? kinds.toReversed() : kinds) {
      const page = await driver.open(LARGE);
      await page.bringToFront();
      times[kind].cold.push(await page.evaluate((what) => globalThis.insertInto(what), kind));
      for (let again = 0; again < 3; again++)
        times[kind].warm.push(await page.evaluate((what) => globalThis.insertInto(what), kind));
      await page.close();
    }
  const whole = ({ inserted, sentence }: InsertionTimes): number => inserted + sentence;
  const row = (name: string, list: readonly InsertionTimes[]): string[] => [
    name,
    ...[whole, (one: InsertionTimes) => one.inserted, (one: InsertionTimes) => one.sentence].map((of) =>
      short(median(list.map(of))),
    ),
  ];
  return {
    figures: [
      figure(
        'P2',
        `hint put in and laid out, ${elements / 1000} k elements`,
        'at most',
        3,
        median(times.hint.cold.map(whole)),
        ' ms',
      ),
    ],
    table: {
      title: `Putting it in and laying it out, ${elements / 1000} k elements, medians, ms`,
      head: ['', 'together', 'put in', 'sentence'],
      rows: [
        row('hint, first in a page', times.hint.cold),
        row('hint, again', times.hint.warm),
        row('banner at the top of the body, first in a page', times.banner.cold),
        row('banner at the top of the body, again', times.banner.warm),
      ],
    },
  };
}

/**
 * Measures a built extension; see `popup`.
 * @param built its folder
 */
export async function measurePopup(
  built: string,
  options: BenchOptions,
): Promise<{ figures: Figure[]; tables: Table[]; browser: string }> {
  const throwaway = makeThrowaway({ popup: '<p>Empty</p>' });
  try {
    const driver = await launchWith(built, throwaway);
    try {
      const parts = [await popupPaint(driver, throwaway, options), await hintCost(driver, options)];
      return {
        figures: parts.flatMap((part) => part.figures),
        tables: parts.map((part) => part.table),
        browser: `${driver.found.name} ${driver.version}`,
      };
    } finally {
      await driver.close();
    }
  } finally {
    throwaway.remove();
  }
}

/** Targets P1 and P2. */
export const popup: RunSection = async (options) => {
  options.say('building the extension');
  const { figures, tables, browser } = await measurePopup((await buildExtension()).chrome, options);
  return {
    title: 'Popup and hint',
    figures,
    tables,
    notes: [
      `${browser}, without a window. The popup is the real one, opened by the extension over a page with a failure; it is asked for its paints after it has painted.`,
      'The empty popup holds one word and belongs to an extension of its own; both extensions have a page open, so neither has to start a process.',
      'The diagnosis counts as painted with the first content that still stands in its part of the popup; the browser tells of a content when it is the largest so far.',
      "The hint is measured as it ships, in the page's own world, with its sentence, which it writes a moment after it was put in; the first time in a page counts.",
      ...(options.short ? ['Short run: the hint is put into 10,000 elements and not into 100,000.'] : []),
    ],
  };
};
