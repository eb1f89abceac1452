/**
 * One pass over folded text that finds every word of every pattern, and the patterns those words make up.
 *
 * Own code, because this is what the product is: the page script may cost neither bytes nor time, phrases are families of
 * words with gaps rather than sentences, and a match must tell where it stood. No library does the three together.
 */
import { once } from './once.ts';
import type { DetectTable, Family, Slot } from './table.ts';
import { type Fold, type Folded, isWordUnit, makeFold } from './normalise.ts';

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
  /** Whether any word of any pattern stands in the text: the cheap question asked of every changed part of a page. */
  touches(text: string): boolean;
  /** All families found in the text, in no particular order. */
  find(text: string): { folded: Folded; matches: Match[] };
}

/** Farthest distances between two words, in folded units: following closely, and anywhere in the sentence. */
const NEAR_HAN = 5;
const NEAR_LATIN = 18;
const FAR = 90;
const MAX_HITS = 2000;
/** Word combinations tried per text, so that a hostile text of repeated words costs little. */
const MAX_TRIES = 20_000;
const HASH_BITS = 12;

const hash = (first: number, second: number): number => ((first * 31) ^ (second * 7)) & ((1 << HASH_BITS) - 1);

/** Builds the matcher of a compiled table. Cheap enough to do on a page that is about to be read (one pass over the words). */
export function makeMatcher(table: Pick<DetectTable, 'variants' | 'words' | 'concepts' | 'families' | 'triggers'>): Matcher {
  const wordList = once(() => table.words.split('\n'));
  const folding = once(() => makeFold(table.variants));
  const all = once(() => chainWords(wordList(), wordList().keys()));
  const triggers = once(() => chainWords(wordList(), table.triggers));
  const fold: Fold = (text) => folding()(text);

  function standsAt(folded: Folded, word: string, start: number, whole: boolean): boolean {
    const end = start + word.length;
    if (end > folded.length) return false;
    for (let i = 0; i < word.length; i++) if (folded.units[start + i] !== word.charCodeAt(i)) return false;
    if (!whole) return true;
    const { raw, at, sentence } = folded;
    // "… 换卡。已到账" has no "卡已" in it.
    if (sentence[start] !== sentence[end - 1]) return false;
    if (isWordUnit(word.charCodeAt(0)) && isWordUnit(raw.charCodeAt(at[start]! - 1))) return false;
    return !(isWordUnit(word.charCodeAt(word.length - 1)) && isWordUnit(raw.charCodeAt(at[end - 1]! + 1)));
  }

  function scan(folded: Folded, { heads, chain }: Chains, limit: number, whole: boolean): Hit[] {
    const hits: Hit[] = [];
    const words = wordList();
    for (let start = 0; start + 1 < folded.length; start++) {
      let next = heads[hash(folded.units[start]!, folded.units[start + 1]!)]!;
      while (next) {
        const number = next - 1;
        const word = words[number]!;
        if (standsAt(folded, word, start, whole)) {
          hits.push({ word: number, start, end: start + word.length });
          if (hits.length >= limit) return hits;
        }
        next = chain[next]!;
      }
    }
    return hits;
  }

  return {
    fold,
    // Not only whole words: the text of a part of a page has no space between one element's words and the next's.
    touches: (text) => scan(fold(text), triggers(), 1, false).length > 0,
    find(text) {
      const folded = fold(text);
      const hits = scan(folded, all(), MAX_HITS, true);
      if (!hits.length) return { folded, matches: [] };
      const byConcept = new Map<number, Hit[]>();
      for (const hit of hits)
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
      return { folded, matches: matches.filter((match) => !takenBack(match, byConcept, folded, budget)) };
    },
  };
}

interface Chains {
  heads: Uint16Array;
  chain: Uint16Array;
}

/** Words chained by the hash of their first two units; heads and links hold word number + 1. */
function chainWords(words: readonly string[], numbers: Iterable<number>): Chains {
  const heads = new Uint16Array(1 << HASH_BITS);
  const chain = new Uint16Array(words.length + 1);
  for (const number of numbers) {
    const word = words[number]!;
    const slot = hash(word.charCodeAt(0), word.charCodeAt(1));
    chain[number + 1] = heads[slot]!;
    heads[slot] = number + 1;
  }
  return { heads, chain };
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

function takenBack(match: Match, byConcept: ReadonlyMap<number, Hit[]>, folded: Folded, budget: { tries: number }): boolean {
  return match.family.unless.some((pattern) => {
    const found = findPattern(pattern, byConcept, folded, match.family, budget);
    return found !== null && folded.sentence[found.start] === folded.sentence[match.start];
  });
}
