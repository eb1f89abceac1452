/** D1, and M4 of the full pipeline: from the page to the ids of the phrases in it, in one page that stays open, all code compiled. */
import type { ChromiumDriver } from '../scripts/browsers/chromium-driver.ts';
import { bundle } from './content-script.ts';
import type { HotLibrary } from './page/hot.ts';
import { type Material, SIZES, type Size } from './page-material.ts';
import { AHO_CORASICK } from './peers/matchers.ts';
import { type BenchOptions, type Section, figure, short } from './section.ts';

const ELEMENTS = 10_000;
const HOST = 'bench-hot.example';
/** Without these the page's clock ticks in tenths of a millisecond. */
const ISOLATED = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };

/** The two packages that read fastest; a full run asks all that bear a text of this length. */
const FASTEST = ['fastscan', '@monyone/aho-corasick/fast'];
const packagesOf = (options: BenchOptions): string[] =>
  options.short ? FASTEST : AHO_CORASICK.map(({ name }) => name).filter((name) => !name.startsWith('modern'));

/** @returns median milliseconds by contestant, see `makeHotBench` */
async function race(
  driver: ChromiumDriver,
  material: Material,
  options: BenchOptions,
): Promise<Record<string, number>> {
  driver.serve(HOST, { body: material.page('failing', ELEMENTS).html, headers: ISOLATED });
  const page = await driver.context.newPage();
  try {
    await page.goto(`https://${HOST}/`);
    if (!(await page.evaluate(() => crossOriginIsolated))) throw new Error('the page has no fine clock');
    await page.addScriptTag({ content: await bundle('hot.ts') });
    const libraries: HotLibrary[] = SIZES.map((size) => ({
      phrases: material.phrases[size],
      table: material.tables[size],
      alone: size === 100,
    }));
    await page.evaluate((given) => makeHotBench(given.libraries, given.packages), {
      libraries,
      packages: packagesOf(options),
    });
    for (const [name, answer] of Object.entries(await page.evaluate(() => hotBench.check()))) {
      const right = material.answer('failing', ELEMENTS, Number(/\d+$/.exec(name)![0]) as Size);
      if (answer !== right) throw new Error(`${name} found the phrases ${answer || 'none'} instead of ${right}`);
    }
    return await page.evaluate((rounds) => hotBench.time(rounds), options.short ? 9 : 40);
  } finally {
    await page.close();
  }
}

/** Measures the hot pipeline. */
export async function hotPipeline(
  driver: ChromiumDriver,
  material: Material,
  options: BenchOptions,
): Promise<Pick<Section, 'figures' | 'tables'>> {
  options.say('pages: reading while everything is warm');
  const times = await race(driver, material, options);
  const time = (name: string): number => times[name]!;
  const walker = time('TreeWalker');
  const figures = (
    [
      [1000, 2.5, 8],
      [10_000, 3.5, 70],
    ] as const
  ).flatMap(([size, floor, loop]) => {
    const ours = time(`ours ${size}`);
    const peer = packagesOf(options).reduce((a, b) => (time(`${b} ${size}`) < time(`${a} ${size}`) ? b : a));
    const many = size.toLocaleString('en');
    return [
      figure(
        'D1',
        `page to ids, ${many} phrases, against a TreeWalker's reading of all text`,
        'at most',
        floor,
        ours / walker,
        '×',
      ),
      figure(
        'D1',
        `speed against a loop of ${many} expressions`,
        'at least',
        loop,
        time(`RegExp loop ${size}`) / ours,
        '×',
      ),
      figure(
        'D1',
        `speed against the fastest Aho-Corasick package (${peer}), its normalisation included, ${many} phrases`,
        'at least',
        2.5,
        time(`${peer} ${size}`) / ours,
        '×',
      ),
    ];
  });
  figures.push(
    figure(
      'M4',
      'page to ids, growth from 100 to 10,000 phrases',
      'at most',
      2.5,
      time('ours 10000') / time('ours 100'),
      '×',
    ),
  );
  const rows = [...new Set(Object.keys(times).map((name) => name.replace(/ \d+$/, '')))].map((name) => [
    name,
    ...SIZES.map((size) => times[`${name} ${size}`] ?? (size === 1000 ? times[name] : undefined)).map((one) =>
      one === undefined ? '' : short(one),
    ),
    short((times[`${name} 1000`] ?? times[name]!) / walker),
  ]);
  const head = [
    'reader',
    ...SIZES.map((size) => `${size.toLocaleString('en')} phrases, ms`),
    '1,000 phrases, × TreeWalker',
  ];
  return {
    figures,
    tables: [{ title: 'A page of 10,000 elements with five failures, read again and again', head, rows }],
  };
}
