/**
 * The cheap question asked of every changed text: can anything in it matter? The gate knows anchors only, no words: a text without any
 * of them holds no pattern, no known sentence and no code of the library. It is all that the script on every page carries of the library;
 * the words come when a text has passed and can be seen (see `survey.ts`).
 */
import { makeScan, pairKey } from './scan.ts';

/**
 * Anchors: those of two folded units, one after the other; and the keys of those of four, as the distances between them in Rice code, in
 * base 64, their number and a colon before.
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
}

/** Where an anchor stands in a text: raw indices, end exclusive. */
export type Span = readonly [start: number, end: number];

export interface Gate {
  /** Whether a text may hold something of the library. */
  touches(text: string): boolean;
  /** Where in the text such a thing may stand, in the order of the ends; at most `limit` places. */
  spansIn(text: string, limit: number): Span[];
}

/** Fixed bits of each distance: set so that keys of 24 bits and some hundred to some thousand anchors cost least. */
const riceBits = (count: number): number => Math.max(0, Math.floor(Math.log2(2 ** 24 / (count + 1))) - 1);

/**
 * Packs ascending keys (integers below 2^24) as distances in Rice code.
 * @returns the number of keys, a colon, and the code
 */
export function packKeys(keys: readonly number[]): string {
  const fixed = riceBits(keys.length);
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
  let bytes = '';
  for (let at = 0; at < bits.length; at += 8)
    bytes += String.fromCharCode(parseInt(bits.slice(at, at + 8).padEnd(8, '0'), 2));
  return `${keys.length}:${btoa(bytes)}`;
}

/** The keys that were packed, in their order. */
export function unpackKeys(packed: string): Int32Array {
  const count = parseInt(packed, 10) || 0;
  const keys = new Int32Array(count);
  const bytes = atob(packed.slice(packed.indexOf(':') + 1));
  const fixed = riceBits(count);
  let at = 0;
  // Bits read and not used yet: at most 29, so that they stay one small number.
  let held = 0;
  let left = 0;
  let key = -1;
  for (let number = 0; number < count; number++) {
    let distance = 0;
    for (;;) {
      if (left === 0) [held, left] = [bytes.charCodeAt(at++), 8];
      const isOne = (held >> --left) & 1;
      held &= (1 << left) - 1;
      if (!isOne || at > bytes.length) break;
      distance++;
    }
    while (left < fixed) {
      held = (held << 8) | bytes.charCodeAt(at++);
      left += 8;
    }
    left -= fixed;
    keys[number] = key += ((distance << fixed) | (held >> left)) + 1;
    held &= (1 << left) - 1;
  }
  return keys;
}

/** Makes the gate of a table. Costs a fraction of a millisecond; still, only when there is a text to ask about. */
export function makeGate(table: Pick<GateTable, 'variants' | 'strong' | 'everyday' | 'beside'>): Gate {
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
  };
}

function keysOf([pairs, quads]: PackedKeys): number[] {
  const keys = [...unpackKeys(quads)];
  for (let at = 0; at + 1 < pairs.length; at += 2) keys.push(pairKey(pairs.charCodeAt(at), pairs.charCodeAt(at + 1)));
  return keys;
}
