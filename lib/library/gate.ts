/**
 * Makes the gate (`detect/gate.ts`): the fewest and rarest anchors without one of which nothing of the library can stand in a text. Runs
 * at build time. A pattern is caught by the words of one of its slots, so the slot is chosen whose words cost least; words, known
 * sentences and codes are then covered by anchors, greedily, the cheapest for what it newly covers first.
 */
import { type GateTable, packKeys } from '../detect/gate.ts';
import { CODE_WORDS, CROWDED } from '../detect/code-words.ts';
import { CODE_PARAMETERS } from '../detect/surroundings.ts';
import { pairKey, quadKey } from '../detect/scan.ts';
import type { DetectTable } from '../detect/table.ts';
import { foldWord, variantsOf } from './alphabet.ts';
import { type Library, LibraryError } from './read.ts';

/** Bytes that one more anchor costs when it ships. */
const ANCHOR_BYTES = 2.5;
/** What one sight in a thousand units of everyday text costs, in the same coin: rare anchors may cost some bytes more. */
const EVERYDAY = 400;
/** Two letters say so little that only words of fewer than four need them; digits alone are amounts and numbers of orders. */
const LETTER_PAIR = 40;
const NUMBER = 200;

const DIGITS = [...'0123456789'];
/** Forms of codes that are read without being known: ALI64, ALIN10146, ALIP3, ACQ.…, isv.…, aop.… */
const CODE_FORMS = [
  // "betaling" stands on every Dutch page: ALIN is told by the digit behind it.
  ...DIGITS.flatMap((digit) => [`ali${digit}`, `lin${digit}`, `lip${digit}`]),
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
  // Thai pages write the vowel am as one sign, which only the reader takes apart.
  const whole = runs.filter((run) => !run.includes('\u0e4d'));
  return whole.length ? whole : runs;
}

const keyOf = (run: string): number =>
  run.length === 2 ? pairKey(run.charCodeAt(0), run.charCodeAt(1)) : quadKey(run, 0);

/** How often runs, and what the scan takes for them, stand in everyday text, per thousand units. */
function everydayRuns(texts: readonly string[]): (run: string) => number {
  const counts = new Map<number, number>();
  let units = 0;
  for (const text of texts) {
    const folded = foldWord(text);
    units += folded.length;
    for (const size of [2, 4])
      for (let at = 0; at + size <= folded.length; at++) {
        const key = keyOf(folded.slice(at, at + size));
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
  }
  return (run) => ((counts.get(keyOf(run)) ?? 0) * 1000) / Math.max(1, units);
}

/** Prices of anchors, in bytes and in needless readings. */
export function pricesFor(everyday: readonly string[]): (run: string) => number {
  const often = everydayRuns(everyday);
  return (run) => {
    const price = ANCHOR_BYTES + (run.length === 2 && [...run].some(isLetter) ? LETTER_PAIR : 0);
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

/** Words that catch every pattern: of each pattern, those of its cheapest slot. */
function tellingWords(table: DetectTable, priceOf: (run: string) => number): Set<string> {
  const words = table.words.split('\n');
  const wordsOf = new Map<number, string[]>();
  words.forEach((word, number) => {
    for (const concept of table.concepts[number]!) wordsOf.set(concept, [...(wordsOf.get(concept) ?? []), word]);
  });
  const cheapest = new Map(words.map((word) => [word, Math.min(...runsOf(word).map(priceOf))]));
  const told = new Set<string>();
  const costOf = (concept: number): number =>
    wordsOf.get(concept)!.reduce((sum, word) => sum + (told.has(word) ? 0 : cheapest.get(word)!), 0);
  const patterns = table.families.flatMap((family) =>
    family.say.map((pattern) => [...new Set(pattern.map((slot) => slot.concept))]),
  );
  // Patterns with one slot have no choice; the others take what is there already where they can.
  for (const pattern of [...patterns].sort((a, b) => a.length - b.length)) {
    const concept = pattern.reduce((a, b) => (costOf(b) < costOf(a) ? b : a));
    for (const word of wordsOf.get(concept)!) told.add(word);
  }
  return told;
}

/** The anchors of a gate, packed. */
export function packAnchors(runs: readonly string[]): Pick<GateTable, 'variants' | 'anchors'> {
  const keys = runs.map(keyOf);
  return { variants: variantsOf([...runs]), anchors: packKeys([...new Set(keys)].sort((a, b) => a - b)) };
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
  const phrases = [...new Set([...tellingWords(table, priceOf), ...sentences, ...codes])];
  const short = phrases.find((phrase) => phrase.length < 2);
  if (short !== undefined) throw new LibraryError(`"${short}" is too short to be found in a page`);
  const parts = [
    ...table.addresses.map((rule) => rule.path ?? `[?&]${rule.query![0]}=`),
    ...CODE_PARAMETERS.map((name) => `[?&]${name}=`),
  ];
  return {
    ...packAnchors([...coverPhrases(phrases, priceOf), ...CODE_FORMS]),
    content: library.places.contentAddress.map((one) => `(?:${one})`).join('|'),
    errors: {
      only: library.places.errorOnly.join(','),
      boxes: library.places.errorBoxes.join(','),
      hint: library.places.boxHint.join('|'),
    },
    telling: [...new Set(parts.map((one) => one.replace(/\./g, '\\.')))].join('|'),
  };
}
