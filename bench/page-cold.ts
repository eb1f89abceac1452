/** D2 to D4, and M4 of the cold content script: what a reading costs a page that has just been loaded. */
import type { ChromiumDriver } from '../scripts/browsers/chromium-driver.ts';
import type { PageScript, ScriptExtension } from './content-script.ts';
import { BUILT, type Cost, type Stop, checkStops, measureStops, stopKey } from './page-loads.ts';
import { FAILED_PAGE, type Material, type Size } from './page-material.ts';
import { LARGE, SMALL, htmlOf, packageKey, packagesOf, pageName, reading, stopsOf, textOf } from './page-stops.ts';
import { AHO_CORASICK } from './peers/matchers.ts';
import { type BenchOptions, type Figure, type Section, type Table, figure, short } from './section.ts';

/** Serves the pages by name to all hosts of the benchmark and to Alipay's. */
function servePages(driver: ChromiumDriver, material: Material): void {
  for (const pattern of ['*.example', '*.alipay.com'])
    driver.serve(pattern, ({ url, kind }) =>
      kind === 'document' ? htmlOf(material, url.pathname.split('/').at(-1)!) : null,
    );
}

/** Sees that every reader finds what stands in a failing page, the built extension included, before anything is timed. */
async function check(
  driver: ChromiumDriver,
  extension: ScriptExtension,
  material: Material,
  scripts: readonly PageScript[],
): Promise<void> {
  const readers = scripts.map(({ key }) => /^(gate|words|regexp)-(\d+)$/.exec(key)).filter((found) => found !== null);
  await checkStops(
    driver,
    extension,
    readers.map(([, reader, size]) => reading(material, reader as 'gate', Number(size) as Size, 'failing', 1000)),
  );
  const failed = await driver.open(`https://excashier.alipay.com/standard/${FAILED_PAGE}`);
  const patience = Date.now() + 10_000;
  while (!(await driver.findingOf(failed))) {
    if (Date.now() > patience) throw new Error(`the built extension found nothing on ${FAILED_PAGE}`);
    await failed.waitForTimeout(50);
  }
  await failed.close();
}

function figuresOf(cost: (script: string, page: string) => Cost, options: BenchOptions): Figure[] {
  const median = (script: string, page = pageName('innocent', LARGE)): number => cost(script, page).median;
  const quiet = pageName('quiet', LARGE);
  const small = pageName('innocent', SMALL);
  const built = median(BUILT, quiet);
  const load = (size: number): number => median(`load-${size}`, small) - median('empty', small);
  const build = (name: string, size: number): number =>
    median(packageKey(name, size), small) - median('packages', small);
  return [
    figure(
      'D2',
      'the built extension on a healthy page of 10,000 elements, its reading included, against taking textContent only',
      'at most',
      2,
      built / median('text', quiet),
      '×',
    ),
    figure('D2', 'the same against a TreeWalker that only reads', 'at most', 0.6, built / median('walker', quiet), '×'),
    figure(
      'D3',
      'cold reading with the first stage of 10,000 phrases against a TreeWalker that only reads',
      'at most',
      1.8,
      median('gate-10000') / median('walker'),
      '×',
    ),
    figure(
      'D3',
      'speed of the second stage against a loop of 1,000 expressions, cold',
      'at least',
      2,
      median('regexp-1000') / median('words-1000'),
      '×',
    ),
    figure(
      'D3',
      'speed of the second stage against a loop of 10,000 expressions, cold',
      'at least',
      15,
      median('regexp-10000') / median('words-10000'),
      '×',
    ),
    ...(
      [
        [1000, 1.5, 5],
        [10_000, 4, 15],
      ] as const
    ).flatMap(([size, limit, times]) => {
      const peer = packagesOf(options).reduce((a, b) => (build(b, size) < build(a, size) ? b : a));
      const many = size.toLocaleString('en');
      return [
        figure('D4', `loading the first stage of ${many} phrases, cold`, 'at most', limit, load(size), ' ms'),
        figure(
          'D4',
          `speed against building the fastest-building Aho-Corasick package (${peer}), ${many} phrases`,
          'at least',
          times,
          build(peer, size) / load(size),
          '×',
        ),
      ];
    }),
    figure(
      'M4',
      'cold content script, first stage, growth from 100 to 10,000 phrases',
      'at most',
      2,
      median('gate-10000') / median('gate-100'),
      '×',
    ),
  ];
}

const TITLES: Record<string, string> = {
  empty: 'empty',
  text: 'textContent only',
  walker: 'TreeWalker, reads only',
  packages: 'the packages, none built',
  [BUILT]: 'the built extension',
  gate: 'ours, first stage',
  words: 'ours, second stage',
  regexp: 'RegExp loop',
  load: 'ours, first stage, only loaded',
};

function titleOf(script: string): string {
  const [, name, size] = /^(.+?)(?:-(\d+))?$/.exec(script)!;
  const peer = AHO_CORASICK.find((one) => packageKey(one.name, Number(size)) === script);
  return `${peer ? `${peer.name}, only built` : TITLES[name!]}${size ? `, ${Number(size).toLocaleString('en')} phrases` : ''}`;
}

function tableOf(stops: readonly Stop[], costs: ReadonlyMap<string, Cost>, material: Material): Table {
  const pages = [...new Set(stops.map(({ page }) => page))];
  const rows = pages
    .flatMap((page) => stops.filter((stop) => stop.page === page))
    .map((stop) => {
      const { median, least, evaluated, later } = costs.get(stopKey(stop))!;
      const isBuilt = stop.script === BUILT;
      const passes = isBuilt && material.passes(textOf(material, stop.page)) ? ' (passes the gate)' : '';
      return [
        stop.page + passes,
        titleOf(stop.script),
        short(median),
        short(least),
        isBuilt ? `${short(evaluated)} + ${short(later)}` : '',
      ];
    });
  return {
    title: 'Cold content scripts',
    head: ['page', 'script', 'median, ms', 'least, ms', 'at the start + later, ms'],
    rows,
  };
}

/** Measures cold reading. */
export async function coldReading(
  driver: ChromiumDriver,
  extension: ScriptExtension,
  material: Material,
  scripts: readonly PageScript[],
  options: BenchOptions,
): Promise<Pick<Section, 'figures' | 'tables'>> {
  servePages(driver, material);
  options.say('pages: checking the content scripts');
  await check(driver, extension, material, scripts);
  options.say('pages: reading pages that have just been loaded');
  const stops = stopsOf(material, options);
  const costs = await measureStops(driver, extension, stops, options.short ? 3 : 7);
  return {
    figures: figuresOf((script, page) => costs.get(stopKey({ script, page }))!, options),
    tables: [tableOf(stops, costs, material)],
  };
}
