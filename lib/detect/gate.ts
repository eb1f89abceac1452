/**
 * The cheap question asked of every changed text: can anything in it matter? The gate knows anchors only, no words: a text without any
 * of them holds no pattern, no known sentence and no code of the library. It is all that the script on every page carries of the library;
 * the words come when a text has passed and can be seen (see `survey.ts`).
 */
import { type ErrorSelectors, makeErrorPlaces } from './error-places.ts';
import { PAIR, makeScan } from './scan.ts';

/**
 * Anchors by their keys: those of two folded units and those of four, each list as the distances between the keys in Rice code, six bits a
 * letter, their number and a colon before.
 */
export type PackedKeys = [pairs: string, quads: string];

/** The gate as it ships. `library/gate.ts` makes it. */
export interface GateTable {
  /** Pairs of units: the unit in text, then the folded unit; only of units that stand in anchors. */
  variants: string;
  /** One of these in a text makes it worth reading. */
  strong: PackedKeys;
  /** Anchors of everyday words: it takes two of them, or one and … */
  everyday: PackedKeys;
  /** … one of these. */
  beside: PackedKeys;
  /** Source of the expression for addresses (host and path) where Alipay explains, documents or lists: not read at all. */
  content: string;
  /** Source of the expression for addresses (path and query) that may tell of a failure themselves. */
  telling: string;
  /** Where a sentence that nobody knows may tell of a failure. */
  errors: ErrorSelectors;
}

/** Where an anchor stands in a text: raw indices, end exclusive. */
export type Span = readonly [start: number, end: number];

export interface Gate {
  /** Whether a text may hold something of the library. */
  touches(text: string): boolean;
  /** Where in the text such a thing may stand, in the order of the ends; at most `limit` places. */
  spansIn(text: string, limit: number): Span[];
  /** Elements in and around a part of the page whose text may tell of a failure in words that nobody knows. */
  errorPlaces(part: Element): Element[];
}

const BITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
/** Bits of the keys of anchors of two and of four units. */
const PAIR_KEY = 26;
const QUAD_KEY = 24;
/** Fixed bits of each distance: set so that some hundred to some thousand anchors cost least. */
const riceBits = (count: number, width: number): number =>
  Math.max(0, Math.floor(Math.log2(2 ** width / (count + 1))) - 1);

/**
 * Packs ascending keys (integers below 2^width) as distances in Rice code.
 * @returns the number of keys, a colon, and the code
 */
export function packKeys(keys: readonly number[], width = QUAD_KEY): string {
  const fixed = riceBits(keys.length, width);
  let bits = '';
  let last = -1;
  for (const key of keys) {
    const distance = key - last - 1;
    bits +=
      '1'.repeat(distance >> fixed) +
      '0' +
      (fixed ? (distance & ((1 << fixed) - 1)).toString(2).padStart(fixed, '0') : '');
    last = key;
  }
  let letters = '';
  for (let at = 0; at < bits.length; at += 6) letters += BITS[parseInt(bits.slice(at, at + 6).padEnd(6, '0'), 2)];
  return `${keys.length}:${letters}`;
}

/** The keys that were packed, in their order. */
export function unpackKeys(packed: string, width = QUAD_KEY): Int32Array {
  const count = parseInt(packed, 10) || 0;
  const keys = new Int32Array(count);
  const values = new Uint8Array(128);
  for (let value = 0; value < BITS.length; value++) values[BITS.charCodeAt(value)] = value;
  const fixed = riceBits(count, width);
  let at = packed.indexOf(':') + 1;
  // Bits read and not used yet: at most 29, so that they stay one small number.
  let held = 0;
  let left = 0;
  let key = -1;
  for (let number = 0; number < count; number++) {
    let distance = 0;
    for (;;) {
      if (left === 0) [held, left] = [values[packed.charCodeAt(at++)]!, 6];
      const isOne = (held >> --left) & 1;
      held &= (1 << left) - 1;
      if (!isOne || at > packed.length) break;
      distance++;
    }
    while (left < fixed) {
      held = (held << 6) | values[packed.charCodeAt(at++)]!;
      left += 6;
    }
    left -= fixed;
    keys[number] = key += ((distance << fixed) | (held >> left)) + 1;
    held &= (1 << left) - 1;
  }
  return keys;
}

/** Makes the gate of a table. Costs a fraction of a millisecond; still, only when there is a text to ask about. */
export function makeGate(
  table: Pick<GateTable, 'variants' | 'strong' | 'everyday' | 'beside'> & Partial<Pick<GateTable, 'errors'>>,
): Gate {
  const keys = keysOf(table.strong);
  const strong = keys.length;
  keys.push(...keysOf(table.everyday));
  const everyday = keys.length;
  keys.push(...keysOf(table.beside));
  const scan = makeScan(table.variants, keys);
  return {
    touches(text) {
      // Ends of the first anchor of either kind. Two words of a pattern may share one unit and no more.
      let everydayEnd = Infinity;
      let besideEnd = Infinity;
      return scan(text, (anchor, start, end) => {
        if (anchor < strong || start >= everydayEnd - 1) return true;
        if (anchor >= everyday) besideEnd = Math.min(besideEnd, end);
        else if (start >= besideEnd - 1) return true;
        else everydayEnd = Math.min(everydayEnd, end);
        return false;
      });
    },
    spansIn(text, limit) {
      const spans: Span[] = [];
      scan(text, (anchor, start, end) => anchor < everyday && spans.push([start, end]) >= limit);
      return spans;
    },
    errorPlaces: makeErrorPlaces(table.errors),
  };
}

/** The keys of a list of anchors, packed by length. */
export const packAnchorKeys = (pairs: readonly number[], quads: readonly number[]): PackedKeys => [
  packKeys(
    pairs.map((key) => key - PAIR),
    PAIR_KEY,
  ),
  packKeys(quads),
];

/** The keys of packed anchors, in no particular order. */
export function keysOf([pairs, quads]: PackedKeys): number[] {
  const keys = [...unpackKeys(quads)];
  for (const key of unpackKeys(pairs, PAIR_KEY)) keys.push(key + PAIR);
  return keys;
}
