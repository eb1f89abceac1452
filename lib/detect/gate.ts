/**
 * The cheap question asked of every changed text: can anything in it matter? The gate knows anchors only, no words: a text without any
 * of them holds no pattern, no known sentence and no code of the library. It is all that the script on every page carries of the library;
 * the words come when a text has passed and can be seen (see `survey.ts`).
 */
import { type ErrorSelectors, makeErrorPlaces } from './error-places.ts';
import { makeScan } from './scan.ts';

/** The gate as it ships. `library/gate.ts` makes it. */
export interface GateTable {
  /** Pairs of units: the unit in text, then the folded unit; only of units that stand in anchors. */
  variants: string;
  /** One of these in a text makes it worth reading. Keys of the scan, see packKeys. */
  anchors: string;
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

/** Digits are this many signs from the first one on: all that need no escape, because each sign more makes the others rarer. */
const BASE = 52;
const ZERO = 0x28;
/** The largest distance of three digits: there is no key yet, the next distance goes on from it. */
const FAR = BASE ** 3 - 1;

/** Packs ascending keys as their distances, each of three digits: a sign between them would cost more than the zeros. */
export function packKeys(keys: readonly number[]): string {
  const digits = (distance: number): string =>
    String.fromCharCode(
      ...[distance / BASE ** 2, (distance / BASE) % BASE, distance % BASE].map((digit) => ZERO + Math.floor(digit)),
    );
  return keys
    .map((key, at) => {
      const distance = key - (keys[at - 1] ?? 0);
      return digits(FAR).repeat(Math.floor(distance / FAR)) + digits(distance % FAR);
    })
    .join('');
}

/** The keys that were packed, in their order. */
export function unpackKeys(packed: string): number[] {
  const keys: number[] = [];
  let key = 0;
  for (let at = 0; at < packed.length;) {
    let distance = 0;
    for (let digit = 0; digit < 3; digit++) distance = distance * BASE + packed.charCodeAt(at++) - ZERO;
    key += distance;
    if (distance < FAR) keys.push(key);
  }
  return keys;
}

/** Makes the gate of a table. Costs a fraction of a millisecond; still, only when there is a text to ask about. */
export function makeGate({ variants, anchors, errors }: Pick<GateTable, 'variants' | 'anchors' | 'errors'>): Gate {
  const scan = makeScan(variants, unpackKeys(anchors));
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
