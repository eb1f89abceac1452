/** A page that changes ten thousand times a second, and one that never pauses: what it costs to watch it, and whether toasts are found. */
import type { ChromiumDriver } from '../scripts/browsers/chromium-driver.ts';
import { buildExtension } from '../scripts/build.ts';
import { bundle } from './content-script.ts';
import { samplePage } from './sample-page.ts';
import { type BenchOptions, type Figure, type RunSection, type Table, figure } from './section.ts';
import type { StormOrder } from './storm-page.ts';
import { type StormResult, type Toast, runStormAt } from './storm-run.ts';
import { GAP, HEAD, LIFE, foundIn, late, rowOf } from './storm-table.ts';
import { phrases } from './synthetic.ts';
import { launchWith, makeThrowaway, type Throwaway } from './throwaway.ts';

const OURS = 'https://mclient.alipay.com/h5pay/cashierPreConfirm/index.html';
const NAIVE_HOST = 'naive.example';
const NAIVE = `https://${NAIVE_HOST}/checkout`;
const NOBODY = 'https://nobody.example/checkout';

const RATE = 10_000;
/**
 * What a toast said holds after it has passed, and the first of these outweighs the others; so each is another finding than the one that
 * holds when it is put up, and is told anew.
 */
const FIRST: Toast = { text: '银行卡余额不足，无法付款', diagnosis: 'insufficient-funds' };
const OTHERS: readonly Toast[] = [
  { text: '发卡银行拒绝了这笔付款', diagnosis: 'bank-declined' },
  { text: '付款失败，该银行卡不支持此交易，请更换其他银行卡', diagnosis: 'card-not-supported' },
];
const toastsFor = (count: number): Toast[] =>
  Array.from({ length: count }, (_, index) => (index ? OTHERS[index % OTHERS.length]! : FIRST));

/** A thousand failure messages, ours among them. */
export function naivePhrases(): string[] {
  const ours = [FIRST, ...OTHERS].map(({ text }) => text);
  return [...phrases(1000 - ours.length), ...ours];
}

interface Bench {
  driver: ChromiumDriver;
  throwaway: Throwaway;
  script: string;
  options: BenchOptions;
}

/** How long the first reading of a page takes at most, with the rest after it; the naive script has none. */
const settleFor = (address: string, elements: number): number =>
  address !== OURS ? 300 : elements > 20_000 ? 4000 : 1200;

function stormOf(
  { driver, throwaway, options }: Bench,
  what: string,
  address: string,
  elements: number,
  place: StormOrder['place'],
  toasts: number,
  life = LIFE,
): Promise<StormResult> {
  options.say(what);
  const owner = address === NAIVE ? throwaway.url('') : driver.extensionUrl('');
  return runStormAt(
    driver,
    address,
    toastsFor(toasts),
    { place, rate: RATE, life, gap: GAP },
    settleFor(address, elements),
    owner,
  );
}

/** The page for the storm, at all three addresses. */
function serve({ driver, script }: Bench, elements: number): void {
  const html = samplePage('innocent', elements).html.replace(
    '</body>',
    () => `<script>${script.replaceAll('</', '<\\/')}</script></body>`,
  );
  for (const address of [OURS, NAIVE, NOBODY]) driver.serve(new URL(address).host, html);
}

interface Part {
  figures: Figure[];
  table: Table;
}

/** Targets S1 (10,000 elements) and S2 (100,000). */
async function storms(
  bench: Bench,
  id: string,
  elements: number,
  limits: { cpu: number; time: number },
): Promise<Part> {
  const { short: isShort } = bench.options;
  const large = elements > 20_000;
  serve(bench, elements);
  const size = `${elements / 1000} k elements`;
  const count = isShort ? 5 : 20;
  const ours = await stormOf(bench, `${size}, one noisy box`, OURS, elements, 'box', count);
  const rows = [rowOf('ours, one noisy box', ours)];
  if (!isShort && !large) {
    rows.push(
      rowOf(
        'ours, toasts beside the noisy box',
        await stormOf(bench, `${size}, toasts beside the box`, OURS, elements, 'sibling', 6),
      ),
    );
    rows.push(
      rowOf(
        'ours, changes all over the page',
        await stormOf(bench, `${size}, changes everywhere`, OURS, elements, 'spread', 6),
      ),
    );
  }
  const naive = await stormOf(
    bench,
    `${size}, naive script`,
    NAIVE,
    elements,
    'box',
    isShort ? 1 : 3,
    isShort ? 1500 : LIFE,
  );
  rows.push(rowOf('naive script, one noisy box', naive));
  const nobody = await stormOf(bench, `${size}, no extension`, NOBODY, elements, 'box', 1, isShort ? 800 : LIFE);
  if (nobody.own > 0) throw new Error('a page without the extension shows scripts of the extension in its trace');
  rows.push(rowOf('no extension, one noisy box', { ...nobody, fates: [] }));
  return {
    figures: [
      figure(id, `own script in a storm, ${size}`, 'at most', limits.cpu, ours.own, ' % of a core'),
      figure(id, 'toasts found', 'at least', count, foundIn(ours.fates), ` of ${count}`),
      figure(id, 'from the toast to the finding, p95', 'at most', limits.time, late(ours.fates, 'found'), ' ms'),
      ...(large ? [] : [figure(id, 'less time than the naive script', 'at least', 20, naive.own / ours.own, ' times')]),
    ],
    table: { title: `${RATE.toLocaleString('en')} changes a second, ${size}`, head: HEAD, rows },
  };
}

/** Target S3. */
async function busyPage(bench: Bench): Promise<Part> {
  const elements = 2000;
  serve(bench, elements);
  const [count, life] = bench.options.short ? [3, 1000] : [8, LIFE];
  const ours = await stormOf(bench, 'a page that never pauses', OURS, elements, 'nowhere', count, life);
  return {
    figures: [
      figure(
        'S3',
        'from the toast to the finding on a page without pauses, p95',
        'at most',
        300,
        late(ours.fates, 'found'),
        ' ms',
      ),
      figure('S3', 'toasts found', 'at least', count, foundIn(ours.fates), ` of ${count}`),
    ],
    table: {
      title: 'Tasks of 5 ms without a pause, 2 k elements (changes: such tasks)',
      head: HEAD,
      rows: [rowOf('ours', ours)],
    },
  };
}

/**
 * Measures a built extension; see `storm`.
 * @param built its folder
 */
export async function measureStorms(
  built: string,
  options: BenchOptions,
): Promise<{ figures: Figure[]; tables: Table[]; browser: string }> {
  const naive = `globalThis.benchInput=${JSON.stringify(naivePhrases())};\n${await bundle('../naive-script.ts')}`;
  const throwaway = makeThrowaway({ scripts: [{ host: NAIVE_HOST, code: naive }] });
  try {
    const driver = await launchWith(built, throwaway);
    try {
      const bench: Bench = { driver, throwaway, script: await bundle('../storm-page.ts'), options };
      const parts = [await storms(bench, 'S1', 10_000, { cpu: 1, time: 250 })];
      if (!options.short) parts.push(await storms(bench, 'S2', 100_000, { cpu: 1.5, time: 1000 }));
      parts.push(await busyPage(bench));
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

/** Targets S1 to S3. */
export const storm: RunSection = async (options) => {
  options.say('building the extension');
  const { figures, tables, browser } = await measureStorms((await buildExtension()).chrome, options);
  return {
    title: 'Storms of changes',
    figures,
    tables,
    notes: [
      `${browser}, without a window. Shares are of one processor, by the thread's own clock where the trace has it, from just before the storm to its end; toasts stand ${LIFE / 1000} seconds.`,
      "Own script: everything the browser called of the extension in the page, with what it did to prepare the call; noting a change for an observer happens inside the page's own script and is part of that column, so compare it with the row without an extension.",
      'A finding\'s time is the one it carries, by the clock of the page; "+ stored" and "+ hint" are what the background adds until it has written the finding down and until the hint stands in the page (medians).',
      'The background runs in a process of its own, and the trace does not name its scripts: its time is not in the table.',
      'The first toast also waits for the large part of the page script; it counts like the others. A missed toast counts as found when the next one came.',
      'The naive script observes everything, waits 150 ms, takes innerText and tries 1,000 expressions; the page is the same one on another host.',
      ...(options.short
        ? [
            'Short run: S2 (100,000 elements), toasts beside the noisy box and changes all over the page were left out; with 5 toasts the 95th percentile is the slowest.',
          ]
        : []),
    ],
  };
};
