/** What is measured with one number of phrases: engines made and checked, texts read. Runs in a process of its own, see matching-process.ts. */
import { foldWord } from '../lib/library/alphabet.ts';
import { once } from '../lib/privacy/once.ts';
import type { Engine, Prepared } from './engine.ts';
import { own } from './own.ts';
import { flat, makeCallersFold } from './peers/callers-fold.ts';
import { nativeFold, readEveryUnit } from './peers/floors.ts';
import { AHO_CORASICK, FAST_PACKAGE, LOOPS } from './peers/matchers.ts';
import { type Contestant, median, race } from './rounds.ts';
import { ATTACKS, DISGUISES, adversarial, oneForEachDisguise, pageText, phrases } from './synthetic.ts';

export const OWN = own.name;
export const FLOOR = 'charCodeAt loop, finds nothing';
export const NATIVE_FOLD = 'NFKC, lower case, no spaces, finds nothing';
export const folding = (name: string): string => `${name} + folding`;
/** All numbers of phrases begin with the same hundred, and the phrases that stand in the texts are among them. */
export const LARGEST = 10_000;
const SMALLEST = 100;

/** What cannot be asked without waiting for minutes. */
const PATIENCE: Readonly<Record<string, (units: number, count: number) => boolean>> = {
  'modern-ahocorasick': (units) => units <= 20_000,
  'modern-ahocorasick/fast': (units) => units <= 20_000,
  'one alternation /gi': (units, count) => units * count <= 200_000_000,
};

const bears = (name: string, units: number, count: number): boolean => PATIENCE[name]?.(units, count) ?? true;

/** A text with its right answer. */
interface Probe {
  text: string;
  folded: string;
  right: string;
  what: string;
}

export interface Work {
  /** Makes every engine that can read one of the texts in time. Gives milliseconds, once, cold. */
  prepare(lengths: readonly number[]): Record<string, number>;
  /** Median milliseconds on a page's text, and engines that found other phrases than the reference: they are not timed. */
  race(units: number, rounds: number, short: boolean): { times: Record<string, number>; wrong: string[] };
  /** Median milliseconds of a few runs of ours, so that numbers of phrases can be interleaved. */
  own(units: number): number;
  /** Median milliseconds of ours on hostile texts and on a typical one. */
  attacks(units: number, rounds: number): Record<string, number>;
}

const answerOf = (ids: Iterable<number>): string => [...ids].sort((a, b) => a - b).join();

function timed(run: () => unknown): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

/**
 * Every contestant twice in a row, and only the second time counts: after the others' runs the processor's caches hold nothing of its own, which
 * would cost the packages with the largest tables most.
 */
function raceHot(contestants: readonly Contestant[], rounds: number): Record<string, number> {
  const asideOf = ({ name }: Contestant): string => `${name}, before`;
  const asides = new Set(contestants.map(asideOf));
  const times = race(
    contestants.flatMap((one) => [{ ...one, name: asideOf(one) }, one]),
    rounds,
    0,
  );
  return Object.fromEntries([...times].filter(([name]) => !asides.has(name)));
}

/** Quick code is run until it is compiled; how long its last run took tells how often a slow one can be asked. */
function warmUp(run: () => unknown): number {
  let last = timed(run);
  for (let spent = last, runs = 1; runs < 30 && spent < 200; runs++) spent += last = timed(run);
  return last;
}

/** @throws Error from `race` and `attacks` when ours finds other phrases than the reference */
export function makeWork(count: number): Work {
  const list = phrases(count);
  const words = list.map(foldWord);
  const engines = new Map<string, { given: Engine['given']; prepared: Prepared }>();
  const callersFold = makeCallersFold();
  const typical = (units: number): string => pageText(units, oneForEachDisguise(phrases(SMALLEST)), 'mixed');
  const ours = (): Prepared => engines.get(OWN)!.prepared;

  const probe = (text: string, what: string): Probe => {
    const folded = flat(foldWord(text));
    return { text, folded, right: answerOf(words.flatMap((word, id) => (folded.includes(word) ? [id] : []))), what };
  };
  // Some of all the phrases in every disguise, made once for all engines.
  const hits = list.filter((_, id) => id % Math.ceil(count / 7) === 3);
  const probes = once(() => DISGUISES.map((disguise) => probe(pageText(6000, hits, disguise), disguise)));

  /** @returns whether an engine finds what a plain search finds. @throws Error when ours does not */
  function isRight(name: string, { text, folded, right, what }: Probe): boolean {
    const { given, prepared } = engines.get(name)!;
    const is = answerOf(prepared.ids(given === 'raw' ? text : folded)) === right;
    if (!is && name === OWN)
      throw new Error(`our matcher finds other phrases than a plain search: ${count} phrases, ${what} text`);
    return is;
  }

  return {
    prepare(lengths) {
      const built: Record<string, number> = {};
      for (const engine of [own, ...LOOPS, ...AHO_CORASICK].filter(({ name }) =>
        lengths.some((units) => bears(name, units, count)),
      ))
        built[engine.name] = timed(() =>
          engines.set(engine.name, {
            given: engine.given,
            prepared: engine.build(engine.given === 'raw' ? list : words),
          }),
        );
      return built;
    },

    race(units, rounds, short) {
      const page = probe(typical(units), `a page's`);
      const { text, folded } = page;
      if (callersFold(text) !== folded) throw new Error('the folding given to packages is wrong');
      const wrong: string[] = [];
      const contestants: Contestant[] = [];
      const add = (name: string, run: () => unknown): void => {
        const last = warmUp(run);
        contestants.push({ name, run, every: last > 100 ? 4 : 1 });
      };
      add(FLOOR, () => readEveryUnit(text));
      add(NATIVE_FOLD, () => nativeFold(text).length);
      for (const [name, { given, prepared }] of engines) {
        if (!bears(name, units, count)) continue;
        if (![page, ...probes()].every((one) => isRight(name, one))) {
          wrong.push(name);
          continue;
        }
        add(name, () => prepared.ids(given === 'raw' ? text : folded).size);
        const isFolding = name === FAST_PACKAGE || (!short && AHO_CORASICK.some((one) => one.name === name));
        if (isFolding) add(folding(name), () => prepared.ids(callersFold(text)).size);
      }
      return { times: raceHot(contestants, rounds), wrong };
    },

    own(units) {
      const text = typical(units);
      return median(Array.from({ length: 5 }, () => timed(() => ours().ids(text))));
    },

    attacks(units, rounds) {
      const texts = [
        ['typical', typical(units)],
        ...ATTACKS.map((attack) => [attack, adversarial(attack, units, list)]),
      ] as [string, string][];
      const contestants = texts.map(([name, text]): Contestant => {
        isRight(OWN, probe(text, name));
        const run = (): number => ours().ids(text).size;
        warmUp(run);
        return { name, run };
      });
      return raceHot(contestants, rounds);
    },
  };
}
