/**
 * Makes the gate (`detect/gate.ts`): the fewest and rarest anchors without one of which nothing of the library can stand in a text. Runs
 * at build time. A pattern is caught by the words of one of its slots, so the slot is chosen whose words cost least; words, known
 * sentences and codes are then covered by anchors, greedily, the cheapest for what it newly covers first.
 */
import { type GateTable, type PackedKeys, packAnchorKeys } from '../detect/gate.ts';
import { CODE_WORDS, CROWDED } from '../detect/code-words.ts';
import { CODE_PARAMETERS } from '../detect/surroundings.ts';
import { pairKey, quadKey } from '../detect/scan.ts';
import type { DetectTable } from '../detect/table.ts';
import { foldWord, variantsOf } from './alphabet.ts';
import { type Library, LibraryError } from './read.ts';

/** Bytes that one more anchor costs when it ships. */
const QUAD_BYTES = 2;
const PAIR_BYTES = 2.5;
/** What one sight in a thousand units of everyday text costs, in the same coin: rare anchors may cost some bytes more. */
const EVERYDAY = 100;
/** Two letters say so little that only words of fewer than four need them; digits alone are amounts and numbers of orders. */
const LETTER_PAIR = 40;
const NUMBER = 200;

const DIGITS = [...'0123456789'];
/** Forms of codes that are read without being known: ALI64, ALIN10146, ALIP3, ACQ.…, isv.…, aop.… */
const CODE_FORMS = [
  'alin',
  ...DIGITS.flatMap((digit) => [`ali${digit}`, `lip${digit}`]),
  'cq',
  'sv',
  'ispu',
  'isps',
  'ispi',
  'aopi',
  'aopu',
  'aopa',
  'aopm',
  'aops',
];

const isLetter = (unit: string): boolean => unit < '\u2e80';

/** All runs of a folded phrase that may be its anchor. */
function runsOf(phrase: string): string[] {
  const runs: string[] = [];
  for (let at = 0; at + 4 <= phrase.length; at++) runs.push(phrase.slice(at, at + 4));
  for (let at = 0; at + 2 <= phrase.length; at++) {
    const pair = phrase.slice(at, at + 2);
    if (phrase.length < 4 || ![...pair].some(isLetter)) runs.push(pair);
  }
  return runs;
}

/** How often runs stand in everyday text, per thousand units. */
function everydayRuns(texts: readonly string[]): (run: string) => number {
  const counts = new Map<string, number>();
  let units = 0;
  for (const text of texts) {
    const folded = foldWord(text);
    units += folded.length;
    for (const size of [2, 4])
      for (let at = 0; at + size <= folded.length; at++)
        counts.set(folded.slice(at, at + size), (counts.get(folded.slice(at, at + size)) ?? 0) + 1);
  }
  return (run) => ((counts.get(run) ?? 0) * 1000) / Math.max(1, units);
}

/** Prices of anchors, in bytes and in needless readings. */
export function pricesFor(everyday: readonly string[]): (run: string) => number {
  const often = everydayRuns(everyday);
  return (run) => {
    const price = run.length === 4 ? QUAD_BYTES : PAIR_BYTES + ([...run].some(isLetter) ? LETTER_PAIR : 0);
    return price + (/^\d+$/.test(run) ? NUMBER : 0) + EVERYDAY * often(run);
  };
}

/**
 * Covers phrases with anchors: each phrase holds one of the runs that come back.
 * @param phrases folded, at least two units each
 * @param priceOf what a run costs as an anchor
 */
export function coverPhrases(phrases: readonly string[], priceOf: (run: string) => number): string[] {
  const holders = new Map<string, Set<string>>();
  for (const phrase of phrases)
    for (const run of runsOf(phrase)) {
      const list = holders.get(run);
      if (list) list.add(phrase);
      else holders.set(run, new Set([phrase]));
    }
  const prices = new Map([...holders.keys()].map((run) => [run, priceOf(run)]));
  const runs = new Map(phrases.map((phrase) => [phrase, runsOf(phrase)]));
  const open = new Set(phrases);
  // A run's worth only falls while others are taken, so an old order is good enough until its head has fallen.
  const worth = (run: string): number => holders.get(run)!.size / prices.get(run)!;
  const queue = [...holders.keys()]
    .map((run) => ({ run, worth: worth(run) }))
    .sort((a, b) => b.worth - a.worth || (a.run < b.run ? -1 : 1));
  const chosen: string[] = [];
  while (open.size) {
    let best = queue.shift()!;
    for (let now = worth(best.run); now < best.worth; now = worth(best.run)) {
      // Put back where it belongs now.
      best = { run: best.run, worth: now };
      let low = 0;
      let high = queue.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (queue[middle]!.worth >= now) low = middle + 1;
        else high = middle;
      }
      queue.splice(low, 0, best);
      best = queue.shift()!;
    }
    const covered = [...holders.get(best.run)!];
    if (!covered.length) continue;
    chosen.push(best.run);
    for (const phrase of covered) {
      open.delete(phrase);
      for (const run of runs.get(phrase)!) holders.get(run)!.delete(phrase);
    }
  }
  return chosen;
}

/** Words that catch every pattern. */
interface Telling {
  /** One of these alone makes a text worth reading. */
  strong: Set<string>;
  /** Everyday words that some pattern cannot do without ("close", "contact"): beside one of these … */
  everyday: Set<string>;
  /** … it takes another, or a word that stands with them in a pattern. */
  beside: Set<string>;
}

/** Of each pattern the words of its cheapest slot, and where everyday words are among them, those of its second slot beside them. */
function tellingWords(table: DetectTable, priceOf: (run: string) => number): Telling {
  const words = table.words.split('\n');
  const wordsOf = new Map<number, string[]>();
  words.forEach((word, number) => {
    for (const concept of table.concepts[number]!) wordsOf.set(concept, [...(wordsOf.get(concept) ?? []), word]);
  });
  const cheapest = new Map(words.map((word) => [word, Math.min(...runsOf(word).map(priceOf))]));
  const isEveryday = (word: string): boolean => cheapest.get(word)! > LETTER_PAIR + PAIR_BYTES;
  const told = { strong: new Set<string>(), everyday: new Set<string>(), beside: new Set<string>() };
  const costOf = (concept: number): number =>
    wordsOf.get(concept)!.reduce((sum, word) => sum + (told.strong.has(word) ? 0 : cheapest.get(word)!), 0);
  const patterns = table.families.flatMap((family) =>
    family.say.map((pattern) => [...new Set(pattern.map((slot) => slot.concept))]),
  );
  // Patterns with one slot have no choice; the others take what is there already where they can.
  for (const pattern of [...patterns].sort((a, b) => a.length - b.length)) {
    if (pattern.some((concept) => wordsOf.get(concept)!.every((word) => told.strong.has(word)))) continue;
    const [first, ...others] = pattern
      .map((concept) => [concept, costOf(concept)] as const)
      .sort((a, b) => a[1] - b[1]);
    const missing = ([concept]: readonly [number, number]): number =>
      wordsOf.get(concept)!.filter((word) => !told.strong.has(word) && !told.beside.has(word)).length;
    const second = others.sort((a, b) => missing(a) - missing(b))[0];
    const everyday = second ? wordsOf.get(first![0])!.filter(isEveryday) : [];
    for (const word of wordsOf.get(first![0])!) if (!everyday.includes(word)) told.strong.add(word);
    if (!everyday.length) continue;
    for (const word of everyday) told.everyday.add(word);
    for (const word of wordsOf.get(second![0])!) told.beside.add(word);
  }
  return told;
}

type PackedAnchors = Pick<GateTable, 'variants' | 'strong' | 'everyday' | 'beside'>;

/** The packed anchors of a gate; each is a strong one, an everyday one or one beside those, in this order. */
export function packAnchors(
  strong: readonly string[],
  everyday: readonly string[] = [],
  beside: readonly string[] = [],
): PackedAnchors {
  const seen = new Set<number>();
  const pack = (runs: readonly string[]): PackedKeys => {
    const keyOf = (run: string): number =>
      run.length === 4 ? quadKey(run, 0) : pairKey(run.charCodeAt(0), run.charCodeAt(1));
    const fresh = [...new Set(runs)].filter((run) => !seen.has(keyOf(run)) && seen.add(keyOf(run)));
    const keys = (length: number): number[] =>
      fresh
        .filter((run) => run.length === length)
        .map(keyOf)
        .sort((a, b) => a - b);
    return packAnchorKeys(keys(2), keys(4));
  };
  return {
    variants: variantsOf([...strong, ...everyday, ...beside]),
    strong: pack(strong),
    everyday: pack(everyday),
    beside: pack(beside),
  };
}

/**
 * Compiles the gate.
 * @throws LibraryError when a rule cannot be caught
 */
export function compileGate(library: Library, table: DetectTable): GateTable {
  const priceOf = pricesFor(library.everyday);
  const sentences = library.diagnoses.flatMap((one) =>
    one.signals.flatMap((signal) => (signal.kind === 'sentence' ? [foldWord(signal.text)] : [])),
  );
  // A number is a code only behind a word that introduces it; by itself it is an amount.
  const codes = [
    ...library.codes.codes.map((one) => foldWord(one.code)).filter((code) => code.length >= 4 && /[a-z]/.test(code)),
    ...CODE_WORDS.map(foldWord),
    foldWord(CROWDED.words),
  ];
  const telling = tellingWords(table, priceOf);
  const phrases = [...telling.strong, ...sentences, ...codes];
  const short = [...phrases, ...telling.everyday, ...telling.beside].find((phrase) => phrase.length < 2);
  if (short !== undefined) throw new LibraryError(`"${short}" is too short to be found in a page`);
  const strong = [...new Set([...coverPhrases([...new Set(phrases)], priceOf), ...CODE_FORMS])];
  const uncovered = (words: ReadonlySet<string>): string[] =>
    [...words].filter((word) => !strong.some((run) => word.includes(run)));
  const parts = [
    ...table.addresses.map((rule) => rule.path ?? `[?&]${rule.query![0]}=`),
    ...CODE_PARAMETERS.map((name) => `[?&]${name}=`),
  ];
  return {
    ...packAnchors(
      strong,
      coverPhrases(uncovered(telling.everyday), priceOf),
      coverPhrases(uncovered(telling.beside), priceOf),
    ),
    content: library.places.contentAddress.map((one) => `(?:${one})`).join('|'),
    errors: {
      only: library.places.errorOnly.join(','),
      boxes: library.places.errorBoxes.join(','),
      hint: library.places.boxHint.join('|'),
    },
    telling: [...new Set(parts.map((one) => one.replace(/\./g, '\\.')))].join('|'),
  };
}
