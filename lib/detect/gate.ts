/**
 * The cheap question asked of every changed text: can anything in it matter? The gate knows anchors only, no words: a text without any
 * of them holds no pattern, no known sentence and no code of the library. It is all that the script on every page carries of the library;
 * the words come when a text has passed and can be seen (see `survey.ts`).
 */
import { type ErrorSelectors, makeErrorPlaces } from './error-places.ts';
import { makeScan, pairKey } from './scan.ts';

/** Anchors: those of two folded units, one after the other; and the keys of those of four, see packKeys. */
export type PackedKeys = [pairs: string, quads: string];

/** The gate as it ships. `library/gate.ts` makes it. */
export interface GateTable {
  /** Pairs of units: the unit in text, then the folded unit; only of units that stand in anchors. */
  variants: string;
  /** One of these in a text makes it worth reading. */
  anchors: PackedKeys;
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

/** The largest distance of three digits: there is no key yet, the next distance goes on from it. */
const MORE = 'zzz';
const FAR = 36 ** 3 - 1;

/** Packs ascending keys as their distances in base 36, each of three digits: spaces between would cost more than the zeros. */
export function packKeys(keys: readonly number[]): string {
  return keys
    .map((key, at) => {
      const distance = key - (keys[at - 1] ?? 0);
      return MORE.repeat(Math.floor(distance / FAR)) + (distance % FAR).toString(36).padStart(3, '0');
    })
    .join('');
}

/** The keys that were packed, in their order. */
export function unpackKeys(packed: string): number[] {
  let key = 0;
  return (packed.match(/.../g) ?? []).flatMap((digits) => {
    key += parseInt(digits, 36);
    return digits === MORE ? [] : key;
  });
}

/** Makes the gate of a table. Costs a fraction of a millisecond; still, only when there is a text to ask about. */
export function makeGate({
  variants,
  anchors: [pairs, quads],
  errors,
}: Pick<GateTable, 'variants' | 'anchors' | 'errors'>): Gate {
  const keys = unpackKeys(quads);
  for (let at = 0; at + 1 < pairs.length; at += 2) keys.push(pairKey(pairs.charCodeAt(at), pairs.charCodeAt(at + 1)));
  const scan = makeScan(variants, keys);
  return {
    touches: (text) => scan(text, () => true),
    spansIn(text, limit) {
      const spans: Span[] = [];
      scan(text, (_anchor, start, end) => spans.push([start, end]) >= limit);
      return spans;
    },
    errorPlaces: makeErrorPlaces(errors),
  };
}
