/** M1 to M5: finding which of many phrases stand in a text, in Node, everything warm, against what else there is. */
import { type Away, workAway } from './matching-process.ts';
import { FLOOR, LARGEST, OWN, folding } from './matching-work.ts';
import { FAST_PACKAGE, isPackage } from './peers/matchers.ts';
import { median } from './rounds.ts';
import { type BenchOptions, type Figure, type RunSection, type Table, figure, short } from './section.ts';

const COUNTS = [100, 1000, LARGEST] as const;
type Count = (typeof COUNTS)[number];
const LONG = 200_000;
const REGEXP_LOOP = 'RegExp loop /i';

type Times = Readonly<Record<string, number>>;
interface Measured {
  /** By length of the text, then number of phrases. */
  races: Map<number, Map<Count, Times>>;
  built: Map<Count, Times>;
  /** Ours on the long text, rounds interleaved over the numbers of phrases. */
  growth: Map<Count, number>;
  attacks: Times;
  wrong: Set<string>;
}

const inMany = (count: number): string => count.toLocaleString('en');

/** Ours with each number of phrases in turn: only rounds of the same minute can be compared. */
async function growth(away: ReadonlyMap<Count, Away>, rounds: number): Promise<Map<Count, number>> {
  const all = new Map<Count, number[]>(COUNTS.map((count) => [count, []]));
  for (let round = 0; round < rounds; round++)
    for (const count of COUNTS) all.get(count)!.push(await away.get(count)!.own(LONG));
  return new Map([...all].map(([count, list]) => [count, median(list)]));
}

async function measure(away: ReadonlyMap<Count, Away>, options: BenchOptions): Promise<Measured> {
  const result: Measured = { races: new Map(), built: new Map(), growth: new Map(), attacks: {}, wrong: new Set() };
  const rounds = options.short ? 5 : 25;
  const lengths = options.short ? [LONG] : [1000, 20_000, LONG];
  for (const [count, process] of away) {
    options.say(`matching: making engines with ${inMany(count)} phrases`);
    result.built.set(count, await process.prepare(lengths));
  }
  for (const units of lengths) {
    const at = new Map<Count, Times>();
    for (const [count, process] of away) {
      options.say(`matching: ${inMany(units)} units, ${inMany(count)} phrases`);
      const { times, wrong } = await process.race(units, rounds, options.short);
      at.set(count, times);
      for (const name of wrong) result.wrong.add(`${name} (${inMany(count)} phrases)`);
    }
    result.races.set(units, at);
  }
  options.say('matching: growth and hostile texts');
  result.growth = await growth(away, rounds * 2);
  result.attacks = await away.get(LARGEST)!.attacks(LONG, rounds);
  return result;
}

function figuresOf({ races, growth: grown, attacks }: Measured): Figure[] {
  const at = (count: Count): Times => races.get(LONG)!.get(count)!;
  const slower = (name: string, count: Count): number => at(count)[name]! / at(count)[OWN]!;
  const best = Object.keys(at(1000))
    .filter(isPackage)
    .reduce((a, b) => (at(1000)[b]! < at(1000)[a]! ? b : a));
  const { typical = NaN, ...hostile } = attacks;
  const worst = Object.keys(hostile).reduce((a, b) => (hostile[b]! > hostile[a]! ? b : a));
  return [
    figure(
      'M1',
      '200 KB, 10,000 phrases: speed against a loop of expressions that is given folded text',
      'at least',
      100,
      slower(REGEXP_LOOP, LARGEST),
      '×',
    ),
    figure(
      'M1',
      `the same against ${FAST_PACKAGE}, given folded text`,
      'at least',
      3,
      slower(FAST_PACKAGE, LARGEST),
      '×',
    ),
    figure(
      'M1',
      `the same against ${FAST_PACKAGE} with folding`,
      'at least',
      5,
      slower(folding(FAST_PACKAGE), LARGEST),
      '×',
    ),
    figure(
      'M2',
      '200 KB, 1,000 phrases: speed against a loop of expressions that is given folded text',
      'at least',
      30,
      slower(REGEXP_LOOP, 1000),
      '×',
    ),
    figure(
      'M2',
      `the same against the fastest Aho-Corasick package (${best}), given folded text`,
      'at least',
      6,
      slower(best, 1000),
      '×',
    ),
    figure(
      'M3',
      '200 KB, 1,000 phrases, against a loop that only reads every unit',
      'at most',
      4,
      1 / slower(FLOOR, 1000),
      '×',
    ),
    figure('M3', 'the same with 10,000 phrases', 'at most', 7, 1 / slower(FLOOR, LARGEST), '×'),
    figure(
      'M4',
      'growth of ours from 100 to 10,000 phrases, 200 KB',
      'at most',
      3.5,
      grown.get(LARGEST)! / grown.get(100)!,
      '×',
    ),
    figure(
      'M5',
      `worst hostile text (${worst}) against a typical one, 200 KB, 10,000 phrases`,
      'at most',
      12,
      hostile[worst]! / typical,
      '×',
    ),
    figure('M5', 'the same in milliseconds', 'at most', 50, hostile[worst]!, ' ms'),
  ];
}

function tablesOf({ races, built, growth: grown, attacks }: Measured): Table[] {
  const names = (list: Iterable<Times>): string[] => [...new Set([...list].flatMap((one) => Object.keys(one)))];
  const cell = (value: number | undefined): string => (value === undefined ? '–' : short(value));
  const heads = COUNTS.map((count) => `${inMany(count)} phrases`);
  return [
    ...[...races].map(([units, at]): Table => ({
      title: `A text of ${inMany(units)} units: milliseconds, and how many times ours`,
      head: ['engine', ...heads.map((head) => `${head}, ms`), ...heads.map((head) => `${head}, × ours`)],
      rows: names(at.values()).map((name) => [
        name,
        ...COUNTS.map((count) => cell(at.get(count)![name])),
        ...COUNTS.map((count) =>
          cell(name in at.get(count)! ? at.get(count)![name]! / at.get(count)![OWN]! : undefined),
        ),
      ]),
    })),
    {
      title: 'Ours with more phrases, the same text of 200,000 units, in turn',
      head: ['phrases', 'ms', '× 100 phrases'],
      rows: COUNTS.map((count) => [inMany(count), cell(grown.get(count)), cell(grown.get(count)! / grown.get(100)!)]),
    },
    {
      title: 'Hostile texts of 200,000 units, ours with 10,000 phrases',
      head: ['text', 'ms', '× typical'],
      rows: Object.entries(attacks).map(([name, ms]) => [name, cell(ms), cell(ms / attacks.typical!)]),
    },
    {
      title: 'Making an engine, ms, once, cold',
      head: ['engine', ...heads],
      rows: names(built.values()).map((name) => [name, ...COUNTS.map((count) => cell(built.get(count)![name]))]),
    },
  ];
}

/** Runs the section; every number of phrases in a process of its own. */
export const matching: RunSection = async (options) => {
  const away = new Map<Count, Away>(COUNTS.map((count) => [count, workAway(count)]));
  try {
    const measured = await measure(away, options);
    return {
      title: 'Matching (Node, warm)',
      figures: figuresOf(measured),
      tables: tablesOf(measured),
      notes: [
        'Ours takes a text as it stands in the page, five phrases in it each in another disguise; all others are given folded text and phrases for free, and once more with the quickest folding we know ("+ folding").',
        'Each number of phrases has a process of its own, as a page has one matcher; × ours is within one process and the same rounds, and growth goes from process to process in turn.',
        'Making ours includes choosing anchors, which the extension does when it is built; what a page pays is told with the pages.',
        'The last hostile text is made with knowledge of our matcher.',
        ...(measured.wrong.size
          ? [`Found other phrases than a plain search and were not timed: ${[...measured.wrong].join(', ')}.`]
          : []),
      ],
    };
  } finally {
    for (const one of away.values()) one.stop();
  }
};
