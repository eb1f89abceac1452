/** Which content scripts are measured cold, and on which pages. */
import type { PageScript } from './content-script.ts';
import type { PeerInput } from './page/peer-load.ts';
import { normalised } from './page/normalised.ts';
import { BUILT, type Stop } from './page-loads.ts';
import { HEALTHY_PAGES, type Material, SIZES, type Size, type Sort, fixturePage } from './page-material.ts';
import { AHO_CORASICK } from './peers/matchers.ts';
import type { BenchOptions } from './section.ts';

/** Elements of the page that targets are about, and of the one on which loading is measured. */
export const LARGE = 10_000;
export const SMALL = 600;
/** Other sizes of page, for the table of a full run. */
const OTHERS = [SMALL, 1000, 100_000];
/** Lists that are loaded without reading anything. */
export const LOADED = [1000, 10_000] as const;

/** The package that has always built fastest so far; a full run builds all, to see whether it still does. */
const FAST = 'fastscan';
export const packagesOf = (options: BenchOptions): string[] =>
  options.short ? [FAST] : AHO_CORASICK.map(({ name }) => name);
export const packageKey = (name: string, size: number): string =>
  `build-${name.replace(/[^a-z0-9]+/g, '-').replace(/^-/, '')}-${size}`;
/** Name of a page, by which it is served. */
export const pageName = (sort: Sort, elements: number): string => `${sort}-${elements}`;

function madePage(name: string): [sort: Sort, elements: number] | null {
  const parts = /^(innocent|failing|quiet)-(\d+)$/.exec(name);
  return parts && [parts[1] as Sort, Number(parts[2])];
}

/** The page of a name: a made one, or one of the fixtures. */
export function htmlOf(material: Material, name: string): string {
  const made = madePage(name);
  return made ? material.page(...made).html : fixturePage(name);
}

/** Its text, as `textContent` of its body gives it. */
export function textOf(material: Material, name: string): string {
  const made = madePage(name);
  return made
    ? material.page(...made).text
    : fixturePage(name)
        .replace(/^[^]*<body[^>]*>/, '')
        .replace(/<[^>]*>/g, '');
}

type Reader = 'gate' | 'words' | 'regexp';

/** One of the readers with a list of phrases on a page. A loop of 10,000 expressions takes so long that every other round must do. */
export function reading(material: Material, reader: Reader, size: Size, sort: Sort, elements: number): Stop {
  const answer = reader === 'gate' ? material.places(sort, elements, size) : material.answer(sort, elements, size);
  return {
    script: `${reader}-${size}`,
    page: pageName(sort, elements),
    answer,
    every: reader === 'regexp' && size === 10_000 ? 2 : 1,
  };
}

/** Spreads the built extension's page loads among the others: one site after itself would be read in a process that is warm. */
function spread(stops: readonly Stop[]): Stop[] {
  const built = stops.filter(({ script }) => script === BUILT);
  const others = stops.filter(({ script }) => script !== BUILT);
  const pace = Math.ceil(others.length / built.length);
  return built.flatMap((stop, index) => [stop, ...others.slice(index * pace, (index + 1) * pace)]);
}

/** The page loads of a run, in their order. */
export function stopsOf(material: Material, options: BenchOptions): Stop[] {
  const plain = (script: 'text' | 'walker', sort: Sort, elements: number): Stop => ({
    script,
    page: pageName(sort, elements),
    answer: String(material.page(sort, elements).text.length),
  });
  const empty = (elements: number): Stop => ({ script: 'empty', page: pageName('innocent', elements), answer: '' });
  const built = (page: string): Stop => ({ script: BUILT, page });
  const read = (reader: Reader, size: Size, elements = LARGE): Stop =>
    reading(material, reader, size, 'innocent', elements);
  const small = pageName('innocent', SMALL);
  const needed: Stop[] = [
    plain('text', 'quiet', LARGE),
    plain('walker', 'quiet', LARGE),
    built(pageName('quiet', LARGE)),
    plain('walker', 'innocent', LARGE),
    read('gate', 100),
    read('gate', 10_000),
    read('words', 1000),
    read('regexp', 1000),
    read('words', 10_000),
    read('regexp', 10_000),
    empty(SMALL),
    { script: 'packages', page: small },
    ...LOADED.flatMap((size): Stop[] => [
      { script: `load-${size}`, page: small, answer: 'passed' },
      ...packagesOf(options).map((name) => ({
        script: packageKey(name, size),
        page: small,
        answer: '0',
        every: name === FAST ? 1 : 2,
      })),
    ]),
  ];
  if (options.short) return spread([...needed, { ...built(HEALTHY_PAGES[0]!), every: 2 }]);
  return spread([
    ...needed,
    ...HEALTHY_PAGES.map(built),
    empty(LARGE),
    plain('text', 'innocent', LARGE),
    read('gate', 1000),
    read('words', 100),
    read('regexp', 100),
    built(pageName('innocent', LARGE)),
    ...OTHERS.flatMap((elements): Stop[] => {
      const stops = [
        plain('text', 'innocent', elements),
        plain('walker', 'innocent', elements),
        read('gate', 1000, elements),
        read('words', 1000, elements),
        read('regexp', 1000, elements),
        built(pageName('quiet', elements)),
      ];
      return elements > LARGE ? stops.map((stop) => ({ ...stop, every: 3 })) : stops;
    }),
  ]);
}

/** The content scripts of a run. */
export function coldScripts(material: Material, options: BenchOptions): PageScript[] {
  const probe = material.phrases[100][0]!;
  const used = new Set(stopsOf(material, options).map(({ script }) => script));
  const all: PageScript[] = [
    { key: 'empty', file: 'empty.ts' },
    { key: 'text', file: 'text-content.ts' },
    { key: 'walker', file: 'tree-walker.ts' },
    { key: 'packages', file: 'peer-load.ts', input: { name: '', probe: '', phrases: '' } satisfies PeerInput },
    ...SIZES.flatMap((size): PageScript[] => {
      const { gate, ...words } = material.tables[size];
      return [
        { key: `gate-${size}`, file: 'gate-read.ts', input: { gate } },
        { key: `words-${size}`, file: 'words-read.ts', input: words },
        { key: `regexp-${size}`, file: 'regexp-read.ts', input: material.phrases[size].join('\n') },
      ];
    }),
    ...LOADED.flatMap((size): PageScript[] => [
      { key: `load-${size}`, file: 'gate-load.ts', input: { gate: material.tables[size].gate, probe } },
      ...packagesOf(options).map((name): PageScript => {
        const input: PeerInput = {
          name,
          probe: normalised(probe),
          phrases: material.phrases[size].map(normalised).join('\n'),
        };
        return { key: packageKey(name, size), file: 'peer-load.ts', input };
      }),
    ]),
  ];
  return all.filter(({ key }) => used.has(key));
}
