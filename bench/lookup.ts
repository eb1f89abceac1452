/** The lookup of typed or pasted messages against search libraries: how often the right diagnosis comes first, and how fast. */
import { readFileSync } from 'node:fs';
import { createLookup } from '../lib/understand/load-readers.ts';
import { lookupData } from '../lib/generated/lookup-data.ts';
import { loadHeldOut } from '../tests/fixtures/load.ts';
import { type Search, type SearchEngine, searchPeers } from './peers/search.ts';
import { OURS, type Score, peerFigures, qualityFigures, scoreOf } from './lookup-figures.ts';
import {
  type KnownMessage,
  type Paraphrase,
  QUERY_KINDS,
  type Query,
  type QueryKind,
  isRight,
  makeQueries,
  normaliseText,
} from './queries.ts';
import { median, quantile } from './rounds.ts';
import { type RunSection, short } from './section.ts';

const KINDS = Object.keys(QUERY_KINDS) as QueryKind[];
/** Of each kind, how many queries every engine answers in short mode. Ours answers all in any mode. */
const SHORT_PER_KIND = 12;
const TIMED = { full: 400, short: 60 };
const ROUNDS = 3;
const CHUNK = 20;
/** Share of known messages an engine must find by their own words before it is timed. */
const SOUND = 0.95;

interface Runner {
  name: string;
  given: SearchEngine['given'];
  search: Search;
  buildMs: number;
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'));

function titlesIn(locale: string): KnownMessage[] {
  const words = readJson(`lib/i18n/locales/${locale}/library.json`) as Record<string, string>;
  return Object.entries(words).flatMap(([key, text]) =>
    key.startsWith('title.') ? [{ diagnosis: key.slice('title.'.length), text }] : [],
  );
}

/**
 * The queries of this benchmark and the documents that engines search, from the library as it was last generated.
 * @throws when the library was not generated yet or a file is missing
 */
export function loadMaterial(): { queries: Query[]; documents: KnownMessage[]; innocent: string[] } {
  const english = titlesIn('en');
  const chinese = titlesIn('zh-CN');
  const paraphrases = readJson('tests/fixtures/texts/paraphrases.json') as Paraphrase[];
  return {
    queries: makeQueries(lookupData.known, english, paraphrases, chinese),
    documents: [...lookupData.known, ...english, ...chinese],
    innocent: loadHeldOut().flatMap(({ diagnosis, text }) => (diagnosis === null ? [text] : [])),
  };
}

/** Our lookup as an engine of this benchmark: it knows its own messages and reads texts as they are. */
export async function ownSearch(): Promise<Search> {
  const lookup = await createLookup();
  return (query) => lookup(query).map((one) => one.diagnosis);
}

/** Every nth of a list, so that about `count` are left. */
function sample<T>(list: readonly T[], count: number): T[] {
  return list.length <= count
    ? [...list]
    : Array.from({ length: count }, (_, at) => list[Math.floor((at * list.length) / count)]!);
}

/**
 * Time of each query on each engine, in milliseconds: the median of the rounds. Each round hands a chunk of queries to every engine
 * before the next chunk, in changing order.
 */
function timeQueries(runners: readonly Runner[], queries: readonly Query[]): Map<string, number[]> {
  const times = new Map(runners.map(({ name }) => [name, queries.map((): number[] => [])]));
  const texts = { raw: queries.map((one) => one.text), normalised: queries.map((one) => normaliseText(one.text)) };
  for (let round = 0, turn = 0; round < ROUNDS; round++) {
    for (let from = 0; from < queries.length; from += CHUNK, turn++) {
      const first = turn % runners.length;
      for (const { name, given, search } of [...runners.slice(first), ...runners.slice(0, first)]) {
        for (let at = from; at < Math.min(from + CHUNK, queries.length); at++) {
          const text = texts[given][at]!;
          const started = performance.now();
          search(text);
          times.get(name)![at]!.push(performance.now() - started);
        }
      }
    }
  }
  return new Map([...times].map(([name, list]) => [name, list.map(median)]));
}

async function makeRunners(documents: readonly KnownMessage[]): Promise<Runner[]> {
  const timed = <T>(make: () => T): [T, number] => {
    const started = performance.now();
    return [make(), performance.now() - started];
  };
  const normalised = documents.map(({ diagnosis, text }) => ({ diagnosis, text: normaliseText(text) }));
  const started = performance.now();
  const own = await ownSearch();
  const ours: Runner = { name: OURS, given: 'raw', search: own, buildMs: performance.now() - started };
  const peers = searchPeers.map(({ name, given, build }): Runner => {
    const [search, buildMs] = timed(() => build(given === 'raw' ? documents : normalised));
    return { name, given, search, buildMs };
  });
  return [ours, ...peers];
}

const asGivenTo =
  ({ given }: Runner) =>
  (text: string): string =>
    given === 'raw' ? text : normaliseText(text);

/** Leaves out engines that do not find known messages by their own words, and ends the run where that is ours. */
function soundOnes(runners: readonly Runner[], queries: readonly Query[], notes: string[]): Runner[] {
  const exact = sample(
    queries.filter((one) => one.kind === 'exact'),
    60,
  );
  return runners.filter((runner) => {
    const share = scoreOf(runner.search, exact, asGivenTo(runner)).all.top1 / 100;
    if (share >= SOUND) return true;
    const why = `${runner.name} finds only ${short(100 * share)} % of known messages by their own words`;
    if (runner.name === OURS) throw new Error(why);
    notes.push(`${why}: wrong, not measured.`);
    return false;
  });
}

/** What ours gets wrong: for each kind how many, and one to look at. Paraphrases are not shown: who mends the lookup by them has seen them. */
function missedRows(search: Search, queries: readonly Query[]): string[][] {
  return KINDS.map((kind) => {
    const asked = queries.filter((one) => one.kind === kind);
    const missed = asked.filter(
      (one) =>
        !search(one.text)
          .slice(0, 1)
          .some((first) => isRight(one, first)),
    );
    const example = kind.startsWith('paraphrase') ? undefined : missed[missed.length >> 1];
    return [
      QUERY_KINDS[kind],
      `${missed.length} of ${asked.length}`,
      example
        ? `${example.text.replace(/\s+/g, ' ')} (${example.diagnosis}, not ${search(example.text)[0] ?? 'nothing'})`
        : '',
    ];
  });
}

/**
 * Target F1.
 * @throws when ours does not find known messages by their own words, or the library was not generated
 */
export const lookup: RunSection = async (options) => {
  const { queries, documents, innocent } = loadMaterial();
  const fair = queries.filter((one) => !one.ambiguous);
  const asked = options.short
    ? KINDS.flatMap((kind) =>
        sample(
          fair.filter((one) => one.kind === kind),
          kind.startsWith('paraphrase') ? Infinity : SHORT_PER_KIND,
        ),
      )
    : fair;
  const notes: string[] = [];
  const runners = soundOnes(await makeRunners(documents), fair, notes);

  const scores = new Map<string, Score>();
  for (const runner of runners) {
    options.say(`lookup: ${runner.name} answers ${asked.length} queries`);
    scores.set(runner.name, scoreOf(runner.search, asked, asGivenTo(runner)));
  }
  const ours = runners.find((one) => one.name === OURS)!;
  const timed = sample(fair, options.short ? TIMED.short : TIMED.full);
  options.say(`lookup: timing ${timed.length} queries in ${ROUNDS} rounds`);
  const times = timeQueries(runners, timed);

  const whole = options.short ? scoreOf(ours.search, fair) : scores.get(OURS)!;
  const rows = runners.map((runner) => {
    const { byKind, all } = scores.get(runner.name)!;
    const answered = innocent.filter((text) => runner.search(asGivenTo(runner)(text)).length).length;
    return [
      runner.name,
      ...KINDS.map((kind) => `${byKind.get(kind)!.top1.toFixed(0)} / ${byKind.get(kind)!.top3.toFixed(0)}`),
      `${all.top1.toFixed(1)} / ${all.top3.toFixed(1)}`,
      `${((100 * answered) / innocent.length).toFixed(0)}`,
    ];
  });
  const speed = runners.map(({ name, given, buildMs }) => {
    const list = times.get(name)!;
    const micros = (share: number): string => (1000 * quantile(list, share)).toFixed(0);
    return [
      name,
      given,
      micros(0.5),
      micros(0.99),
      `${short(quantile(list, 0.5) / quantile(times.get(OURS)!, 0.5))}×`,
      buildMs.toFixed(0),
    ];
  });
  const unclear = KINDS.map(
    (kind) => [QUERY_KINDS[kind], queries.filter((one) => one.kind === kind && one.ambiguous).length] as const,
  ).filter(([, count]) => count);

  return {
    title: 'Looking up typed and pasted messages',
    figures: [...qualityFigures(whole), ...peerFigures(scores, times)],
    tables: [
      {
        title: `Right diagnosis first / among three, in % of ${asked.length} queries; last column: % of ${innocent.length} unrelated texts that get an answer (lower is better)`,
        head: ['engine', ...KINDS.map((kind) => QUERY_KINDS[kind]), 'mean of kinds', 'unrelated'],
        rows,
      },
      {
        title: `Time of one query, µs (${timed.length} queries)`,
        head: ['engine', 'given', 'p50', 'p99', 'p50 × ours', 'build ms'],
        rows: speed,
      },
      {
        title: 'First answers of ours that are not right, with one example',
        head: ['kind', 'wrong', 'example'],
        rows: missedRows(ours.search, fair),
      },
    ],
    notes: [
      ...notes,
      'Every library searches the known messages and the English and Chinese titles of all diagnoses; ours knows its messages, patterns and words. A document found counts for its diagnosis.',
      'Engines that are given normalised texts get them in one width, case and script for free; ours pays for its own reading.',
      'Libraries have no notion of an unrelated text and run without a threshold of score; they could be given one at the price of noisy queries.',
      'The paraphrases were written from the meaning of the diagnoses only, before the library and the lookup were looked at by their writer. The learned reader has been trained on them and on the unrelated texts since, so these columns of ours tell nothing of what it does with new texts; docs/accuracy.md does.',
      `Queries that are after their noise as near to a message of another diagnosis are left out for all engines: ${unclear.map(([kind, count]) => `${kind} ${count}`).join(', ') || 'none'}.`,
      `A query's time is the median of ${ROUNDS} rounds; p50 and p99 are over queries. The quality figures of ours are over all ${fair.length} queries in any mode.`,
    ],
  };
};
