/** What a person would feel of it: the extension beside others that people run, on the same healthy pages, in one browser and in turns. */
import { makeGate } from '../../lib/detect/gate.ts';
import { gateTable } from '../../lib/generated/gate.ts';
import { launchChromium } from '../../scripts/browsers/chromium.ts';
import type { ChromiumDriver } from '../../scripts/browsers/chromium-driver.ts';
import { buildExtension } from '../../scripts/build.ts';
import { bundle } from '../content-script.ts';
import { fixturePage } from '../page-material.ts';
import { median } from '../rounds.ts';
import { samplePage } from '../sample-page.ts';
import { type Figure, type RunSection, type Table, figure, short } from '../section.ts';
import { traced, visitsOf } from '../trace.ts';
import { EMPTY, type Guest, inviteGuests, NOBODY, OURS } from './extensions.ts';
import { makeVisitor, type Visit } from './visit.ts';

interface HealthyPage {
  key: string;
  what: string;
  html: string;
  storm: boolean;
}

const LARGE = 10_000;

async function pagesOf(): Promise<HealthyPage[]> {
  const large = samplePage('innocent', LARGE).html;
  const gate = makeGate(gateTable);
  const quiet = samplePage('innocent', LARGE, [], (text) => gate.spansIn(text, 1).length > 0).html;
  const storm = `<script>${(await bundle('../storm-page.ts')).replaceAll('</', '<\\/')}</script></body>`;
  const desktop = { key: 'desktop', what: 'desktop cashier', html: fixturePage('desktop-cashier-full'), storm: false };
  const elements = { key: 'large', what: '10,000 elements', html: large, storm: false };
  return [
    desktop,
    { key: 'h5', what: 'H5 cashier', html: fixturePage('h5-many-dialogs-closed'), storm: false },
    elements,
    { key: 'quiet', what: '10,000 elements, no word of failures', html: quiet, storm: false },
    { key: 'storm', what: '10,000 elements in a storm', html: large.replace('</body>', () => storm), storm: true },
  ];
}

/** Medians over the rounds; `script` is the guest's own, from the trace. */
type Cost = Visit & { script: number };
const KEYS = ['script', 'busy', 'laidOut', 'layouts', 'heap', 'paint'] as const;

/** Visits every page with every guest, in turns. */
async function visitAll(
  driver: ChromiumDriver,
  guests: readonly Guest[],
  pages: readonly HealthyPage[],
  rounds: number,
): Promise<Map<string, Cost>> {
  for (const { host } of guests)
    driver.serve(host, ({ url, kind }) =>
      kind === 'document' ? (pages.find(({ key }) => url.pathname === `/${key}`)?.html ?? null) : null,
    );
  const stops = pages.flatMap((page) => guests.map((guest) => ({ page, guest, visits: [] as Visit[] })));
  const made: (typeof stops)[number][] = [];
  const tab = await driver.context.newPage();
  await tab.bringToFront();
  const visitor = await makeVisitor(tab);
  const events = await traced(driver.context.browser()!, async () => {
    for (let round = 0; round < rounds; round++) {
      // One page after the other; who comes first changes. No host is visited twice in a row, so each gets a new process.
      for (const page of pages) {
        const row = stops.filter((stop) => stop.page === page);
        for (const stop of [...row.slice(round % row.length), ...row.slice(0, round % row.length)]) {
          stop.visits.push(await visitor.visit(`https://${stop.guest.host}/${page.key}`, page.storm));
          made.push(stop);
        }
      }
    }
  });
  await visitor.close();
  await tab.close();
  const scripts = new Map<(typeof stops)[number], number[]>(stops.map((stop) => [stop, []]));
  for (const guest of guests) {
    const of = made.filter((stop) => stop.guest === guest);
    const found = guest.script ? visitsOf(events, guest.script, (url) => url.startsWith(guest.home)) : [];
    if (guest.script && found.length !== of.length)
      throw new Error(`the trace has ${found.length} runs of ${guest.name}, not ${of.length}`);
    of.forEach((stop, index) => scripts.get(stop)!.push(found[index]?.total ?? 0));
  }
  return new Map(
    stops.map((stop) => {
      const middle = (key: keyof Visit): number => median(stop.visits.map((visit) => visit[key]));
      const [busy, laidOut, layouts, heap, paint] = (['busy', 'laidOut', 'layouts', 'heap', 'paint'] as const).map(
        middle,
      ) as [number, number, number, number, number];
      return [
        `${stop.page.key} ${stop.guest.name}`,
        { script: median(scripts.get(stop)!), busy, laidOut, layouts, heap, paint },
      ];
    }),
  );
}

function tablesOf(costs: ReadonlyMap<string, Cost>, guests: readonly Guest[], pages: readonly HealthyPage[]): Table[] {
  return pages.map(({ key, what }) => {
    const alone = costs.get(`${key} ${NOBODY}`)!;
    return {
      title: `Added to a healthy page: ${what}`,
      head: [
        '',
        'own script, ms',
        'main thread, ms',
        'style and layout, ms',
        'styles and layouts',
        'memory, kB',
        'first paint, ms',
      ],
      rows: guests.map(({ name }) => {
        const cost = costs.get(`${key} ${name}`)!;
        return [
          name === NOBODY ? 'the page itself, in full' : name,
          ...KEYS.map((one) =>
            short(name === NOBODY ? cost[one] : one === 'script' ? cost.script : cost[one] - alone[one]),
          ),
        ];
      }),
    };
  });
}

/** Who adds what, in one table. */
function firstTable(costs: ReadonlyMap<string, Cost>, guests: readonly Guest[], pages: readonly HealthyPage[]): Table {
  return {
    title: 'Script time that an extension adds to a healthy page, ms (memory added, kB)',
    head: ['', ...pages.map(({ what }) => what)],
    rows: guests
      .filter(({ name }) => name !== NOBODY)
      .map(({ name }) => [
        name,
        ...pages.map(({ key }) => {
          const cost = costs.get(`${key} ${name}`)!;
          return `${short(cost.script)} (${short(cost.heap - costs.get(`${key} ${NOBODY}`)!.heap)})`;
        }),
      ]),
  };
}

function figuresOf(
  costs: ReadonlyMap<string, Cost>,
  guests: readonly Guest[],
  pages: readonly HealthyPage[],
): Figure[] {
  const script = (page: HealthyPage, name: string): number => costs.get(`${page.key} ${name}`)!.script;
  const others = guests.map(({ name }) => name).filter((name) => ![NOBODY, EMPTY, OURS].includes(name));
  return pages.flatMap((page) => {
    const least = others.reduce((a, b) => (script(page, b) < script(page, a) ? b : a));
    return [
      figure(
        'R1',
        `script time on ${page.what}, against the lightest of the others (${least})`,
        'at most',
        1,
        script(page, OURS) / script(page, least),
        '×',
      ),
      ...(['desktop', 'h5'].includes(page.key)
        ? [
            figure(
              'R2',
              `script time on the ${page.what}, against an empty script of WXT`,
              'at most',
              1.5,
              script(page, OURS) / script(page, EMPTY),
              '×',
            ),
          ]
        : []),
    ];
  });
}

/** Targets R1 and R2. */
export const beside: RunSection = async (options) => {
  const guests = await inviteGuests((await buildExtension()).chrome);
  try {
    const [own, ...others] = guests.folders as [string, ...string[]];
    const driver = await launchChromium({ extensionDir: own, others, extensionId: guests.ownId });
    try {
      const pages = await pagesOf();
      options.say(`${guests.all.length} extensions on ${pages.length} pages`);
      const costs = await visitAll(driver, guests.all, pages, options.short ? 3 : 7);
      return {
        title: 'Beside other extensions',
        figures: figuresOf(costs, guests.all, pages),
        first: firstTable(costs, guests.all, pages),
        tables: tablesOf(costs, guests.all, pages),
        notes: [
          `${driver.found.name} ${driver.version}, without a window. All stand in one browser, each on the pages of one host; the same pages are visited in turns, each visit in a new process, medians of the rounds.`,
          "Own script: compiling, running and collecting garbage, from the trace. The other columns are what the process did (by the thread's own clock) or holds in all, less the same of the page without an extension; a small minus is noise.",
          "Autoconsent is the extension that its makers build, with its rules. Ghostery's is its watcher of pages with a background that knows no filter for them, so without the cost of hiding anything. Dark Reader is its engine with the usual theme; it does change the page. The empty script is the context that WXT gives every content script.",
        ],
      };
    } finally {
      await driver.close();
    }
  } finally {
    guests.remove();
  }
};
