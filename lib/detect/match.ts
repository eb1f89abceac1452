/**
 * Finds every word of every pattern in a text, and the patterns those words make up.
 *
 * Own code, because this is what the product is: phrases are families of words with gaps rather than sentences, a match must tell where
 * it stood, and the cost may not grow with the library. No library does the three together (docs/benchmark.md has the peers).
 */
import { once } from '../privacy/once.ts';
import type { DetectTable, Family, Slot } from './table.ts';
import { type Fold, type Folded, endsSentence, foldingOf, isWordUnit, makeFold, spanOf } from './normalise.ts';
import { makeScan, pairKey, quadKey } from './scan.ts';

/** A word found: its number and where it stands, in folded units (end exclusive). */
export interface Hit {
  word: number;
  start: number;
  end: number;
}

/** A family found in a text. */
export interface Match {
  family: Family;
  /** Folded units, end exclusive. */
  start: number;
  end: number;
  /** Number of word slots and folded length of the words in them: how specific the match is. */
  slots: number;
  weight: number;
  /** Where each word stood, in reading order. */
  parts: [start: number, end: number][];
}

export interface Matcher {
  fold: Fold;
  /**
   * All families found in the text, in no particular order.
   * @param takenBack hears of those that their own `unless` takes back
   */
  find(text: string, takenBack?: (match: Match, unless: number) => void): { folded: Folded; matches: Match[] };
}

/** Farthest distances between two words, in folded units: following closely, and anywhere in the sentence. */
const NEAR_HAN = 5;
const NEAR_LATIN = 18;
const FAR = 90;
const MAX_HITS = 2000;
/** Word combinations tried per text, so that a hostile text of repeated words costs little. */
const MAX_TRIES = 20_000;

/** What is told of a word in a text, in raw indices (end exclusive). True ends the search. */
export type WordVisit = (word: number, start: number, end: number) => boolean | void;

/** Lengths of a word's anchor: four units, or two where the word is shorter. */
export const anchorLength = (word: string): 2 | 4 => (word.length < 4 ? 2 : 4);
/** Places of anchors are letters from here on. */
export const FIRST_PLACE = 0x30;

/**
 * Makes the search for words in raw text, wherever they stand.
 * @param words folded words of at least two units
 * @param places for each word a letter that says where in it its anchor begins (`library/anchors.ts` chooses rare ones)
 * @param folding see `foldingOf`
 */
export function makeWordSearch(
  words: readonly string[],
  places: string,
  variants: string,
  folding: Uint16Array,
): (text: string, visit: WordVisit) => void {
  const keys: number[] = [];
  const numbers = new Map<number, number>();
  // Words of one anchor are chained: the first of each anchor, and for each word the next; word number + 1, 0 for none.
  const first: number[] = [];
  const next = new Int32Array(words.length);
  for (let number = 0; number < words.length; number++) {
    const word = words[number]!;
    const place = places.charCodeAt(number) - FIRST_PLACE;
    const key = word.length < 4 ? pairKey(word.charCodeAt(place), word.charCodeAt(place + 1)) : quadKey(word, place);
    let anchor = numbers.get(key);
    if (anchor === undefined) {
      numbers.set(key, (anchor = keys.length));
      keys.push(key);
      first.push(0);
    }
    next[number] = first[anchor]!;
    first[anchor] = number + 1;
  }
  const scan = makeScan(variants, keys);
  return (text, visit) => {
    scan(text, (anchor, _start, end) => {
      for (let link = first[anchor]!; link; link = next[link - 1]!) {
        const word = words[link - 1]!;
        const span = spanOf(word, places.charCodeAt(link - 1) - FIRST_PLACE + anchorLength(word), end, text, folding);
        if (span && visit(link - 1, span[0], span[1]) === true) return true;
      }
      return false;
    });
  };
}

/** Whether raw text from one place to another is a whole word: alphabetic words end at their bounds, and no word stands over the end of a sentence. */
function isWhole(text: string, start: number, end: number): boolean {
  if (isWordUnit(text.charCodeAt(start)) && isWordUnit(text.charCodeAt(start - 1))) return false;
  if (isWordUnit(text.charCodeAt(end - 1)) && isWordUnit(text.charCodeAt(end))) return false;
  // "… 换卡。已到账" has no "卡已" in it.
  for (let at = start + 1; at < end - 1; at++) if (endsSentence(text, at)) return false;
  return true;
}

/** Builds the matcher of a compiled table; its parts are made when they are first needed. */
export function makeMatcher(
  table: Pick<DetectTable, 'variants' | 'words' | 'anchorPlaces' | 'concepts' | 'families'>,
): Matcher {
  const folding = once(() => foldingOf(table.variants));
  const folder = once(() => makeFold(folding()));
  const search = once(() => makeWordSearch(table.words.split('\n'), table.anchorPlaces, table.variants, folding()));
  const fold: Fold = (text) => folder()(text);

  return {
    fold,
    find(text, heard) {
      const spans: Hit[] = [];
      search()(text, (word, start, end) => {
        if (isWhole(text, start, end)) spans.push({ word, start, end });
        return spans.length >= MAX_HITS;
      });
      const folded = fold(text);
      if (!spans.length) return { folded, matches: [] };
      const byConcept = new Map<number, Hit[]>();
      for (const hit of inFolded(spans, folded))
        for (const concept of table.concepts[hit.word]!) {
          const list = byConcept.get(concept);
          if (list) list.push(hit);
          else byConcept.set(concept, [hit]);
        }
      const budget = { tries: MAX_TRIES };
      const matches: Match[] = [];
      for (const family of table.families) {
        for (const pattern of family.say) {
          const match = findPattern(pattern, byConcept, folded, family, budget);
          if (match) matches.push(match);
        }
      }
      return { folded, matches: matches.filter((match) => !takenBack(match, byConcept, folded, budget, heard)) };
    },
  };
}

/** The same words by folded units instead of raw indices, in the order in which they begin. */
function inFolded(spans: readonly Hit[], folded: Folded): Hit[] {
  const unitAt = new Int32Array(folded.raw.length);
  for (let unit = 0; unit < folded.length; unit++) unitAt[folded.at[unit]!] = unit;
  return spans
    .map(({ word, start, end }) => ({ word, start: unitAt[start]!, end: unitAt[end - 1]! + 1 }))
    .sort((a, b) => a.start - b.start || b.word - a.word);
}

/** The first way a pattern's words stand in the text, or null. */
function findPattern(
  pattern: readonly Slot[],
  byConcept: ReadonlyMap<number, Hit[]>,
  folded: Folded,
  family: Family,
  budget: { tries: number },
): Match | null {
  if (pattern.some((slot) => !byConcept.has(slot.concept))) return null;

  const extend = (index: number, chosen: Hit[]): Hit[] | null => {
    if (index === pattern.length) return chosen;
    const slot = pattern[index]!;
    for (const hit of byConcept.get(slot.concept)!) {
      if (--budget.tries < 0) return null;
      if (index > 0 && !fits(chosen, hit, slot.reach, folded)) continue;
      const found = extend(index + 1, [...chosen, hit]);
      if (found) return found;
    }
    return null;
  };

  const chosen = extend(0, []);
  if (!chosen) return null;
  return {
    family,
    start: Math.min(...chosen.map((hit) => hit.start)),
    end: Math.max(...chosen.map((hit) => hit.end)),
    slots: chosen.length,
    weight: chosen.reduce((sum, hit) => sum + wordWeight(hit, folded), 0),
    parts: chosen.map((hit): [number, number] => [hit.start, hit.end]).sort((a, b) => a[0] - b[0]),
  };
}

/** A Han character says about as much as three letters. */
function wordWeight(hit: Hit, folded: Folded): number {
  return (hit.end - hit.start) * (folded.units[hit.start]! < 0x2e80 ? 1 : 3);
}

function fits(chosen: readonly Hit[], hit: Hit, reach: Slot['reach'], folded: Folded): boolean {
  const before = chosen[chosen.length - 1]!;
  if (folded.sentence[before.start] !== folded.sentence[hit.start]) return false;
  if (reach === 2) {
    const apart = chosen.every((one) => hit.start >= one.end || one.start >= hit.end);
    return apart && Math.abs(hit.start - before.start) <= FAR;
  }
  const gap = hit.start - before.end;
  // Two Han words may share the character between them (卡已 + 已过期).
  if (gap < (folded.units[hit.start]! < 0x2e80 ? 0 : -1) || hit.start <= before.start) return false;
  if (reach === 1) return gap <= FAR;
  const latin = folded.units[before.end - 1]! < 0x2e80 || folded.units[hit.start]! < 0x2e80;
  return gap <= (latin ? NEAR_LATIN : NEAR_HAN);
}

function takenBack(
  match: Match,
  byConcept: ReadonlyMap<number, Hit[]>,
  folded: Folded,
  budget: { tries: number },
  heard?: (match: Match, unless: number) => void,
): boolean {
  return match.family.unless.some((pattern, at) => {
    const found = findPattern(pattern, byConcept, folded, match.family, budget);
    const isBack = found !== null && folded.sentence[found.start] === folded.sentence[match.start];
    if (isBack) heard?.(match, at);
    return isBack;
  });
}
