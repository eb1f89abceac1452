/**
 * One pass over raw text that finds anchors: runs of two or four folded units that some phrase cannot stand without. Width, case,
 * Traditional forms, spaces and signs are folded on the way, through one table, so that no second text is made.
 *
 * Own code, because it runs on every change of every Alipay page, always cold. A rolling hash of the last four units asks a small table
 * of byte marks at each unit; only where that says "maybe" is a key made and looked up. Cost hardly grows with the number of phrases.
 * All numbers stay below 2^30: browsers keep only 31-bit integers unboxed.
 */
import { writeFolding } from './normalise.ts';

/**
 * What is told of an anchor in a text.
 * @param anchor its number in the list of keys
 * @param start raw index of its first unit
 * @param end raw index after its last unit
 * @returns true to end the scan
 */
export type Visit = (anchor: number, start: number, end: number) => boolean | void;

/** Scans a text; gives whether a visit ended it. */
export type Scan = (text: string, visit: Visit) => boolean;

const CLASS_BITS = 12;
const SHIFT = 6;
const WINDOW = (1 << (4 * SHIFT)) - 1;
/** Marks the keys of anchors of two units; they follow those of four in one list, as close to each other. */
export const PAIR = 1 << (2 * CLASS_BITS);
/** Marks by the last units of the window: two of them whole, of the third what is left. */
const NEAR_BITS = 17;
const NEAR = (1 << NEAR_BITS) - 1;
/** The last two units of the window: all that an anchor of two says of such a mark. */
const LAST_BITS = 2 * SHIFT;
const LAST = (1 << LAST_BITS) - 1;

/** A unit's place among the classes that keys are made of. Units of one class are rare neighbours, and phrases are compared whole in the end. */
export const classOf = (unit: number): number => (Math.imul(unit, 0x9e35) >>> 3) & ((1 << CLASS_BITS) - 1);

/** Key of the anchor of two folded units. */
export const pairKey = (first: number, second: number): number =>
  PAIR | (classOf(first) << CLASS_BITS) | classOf(second);

const roll = (hash: number, unitClass: number): number => ((hash << SHIFT) ^ unitClass) & WINDOW;

/** Key of the anchor of four folded units that begin at a place. */
export function quadKey(folded: string, at: number): number {
  let hash = 0;
  for (let i = at; i < at + 4; i++) hash = roll(hash, classOf(folded.charCodeAt(i)));
  return hash;
}

/** An entry of the table of units: the class, and a shift of the window (`SHIFT`, or none for what reads as nothing). */
const entryOf = (folded: number): number => (classOf(folded) << 3) | SHIFT;
const IGNORED = 1;
/** Not met yet. Made at its first sight: a page shows some hundred different units of 65,536. */
const UNMET = 0;

const mark = (marks: Uint8Array, place: number): void => void (marks[place >> 3]! |= 1 << (place & 7));
const isMarked = (marks: Uint8Array, place: number): number => (marks[place >> 3]! >> (place & 7)) & 1;

/**
 * Makes the scan for some anchors.
 * @param variants pairs of units: the unit in text, then the folded unit
 * @param keys distinct keys of anchors, in the order of their numbers
 */
export function makeScan(variants: string, keys: ArrayLike<number>): Scan {
  const entries = new Uint16Array(0x10000);
  writeFolding(entries, variants, IGNORED, entryOf);
  // Marks are single bits, so that all that is asked at every unit stays in the processor's nearest memory. `near` is asked first; where it
  // says yes, `both` and `far` (marks by the whole window, one in sixteen set) say for which kind of anchor.
  const near = new Uint8Array((NEAR + 1) >> 3);
  const both = new Uint8Array((LAST + 1) >> 3);
  let bits = 4;
  while (1 << bits < keys.length * 2) bits++;
  const far = new Uint8Array(1 << bits);
  const farPlace = (hash: number): number => (hash ^ (hash >> 11)) & (far.length * 8 - 1);
  // Keys plus one, in open addressing, and their numbers.
  const slots = new Int32Array(1 << bits);
  const numbers = new Int32Array(1 << bits);
  const slotMask = slots.length - 1;
  /** The slot that holds a key, or the free one where it belongs. */
  const slotOf = (key: number): number => {
    let slot = (Math.imul(key, 0x9e3779b1) >>> 12) & slotMask;
    while (slots[slot] !== 0 && slots[slot] !== key + 1) slot = (slot + 1) & slotMask;
    return slot;
  };

  for (let number = 0; number < keys.length; number++) {
    const key = keys[number]!;
    const slot = slotOf(key);
    slots[slot] = key + 1;
    numbers[slot] = number;
    if (key & PAIR) mark(both, (((key >> CLASS_BITS) << SHIFT) ^ key) & LAST);
    else mark(far, farPlace(key));
  }
  // Whatever the third unit is, an anchor of two may end there: its marks are the same in every part of `near`.
  for (let part = 0; part < near.length; part += both.length) near.set(both, part);
  for (let number = 0; number < keys.length; number++) if (keys[number]! < PAIR) mark(near, keys[number]! & NEAR);

  /** Raw index of the unit that stands some units before a place; -1 when the text begins later. */
  function back(text: string, from: number, units: number): number {
    let at = from;
    for (let left = units; left > 0; left--)
      do at--;
      while (at >= 0 && entries[text.charCodeAt(at)] === IGNORED);
    return at;
  }

  /** Tells of an anchor that ends at a place, if its key is one; gives whether the visit ended the scan. */
  function tell(text: string, at: number, key: number, units: number, visit: Visit): boolean {
    const slot = slotOf(key);
    const start = slots[slot] === 0 ? -1 : back(text, at, units);
    return start >= 0 && visit(numbers[slot]!, start, at + 1) === true;
  }

  function look(text: string, at: number, hash: number, visit: Visit): boolean {
    if (isMarked(both, hash & LAST)) {
      const first = entries[text.charCodeAt(back(text, at, 1))]!;
      if (tell(text, at, PAIR | ((first >> 3) << CLASS_BITS) | (entries[text.charCodeAt(at)]! >> 3), 1, visit))
        return true;
    }
    return isMarked(far, farPlace(hash)) === 1 && tell(text, at, hash, 3, visit);
  }

  return (text, visit) => {
    let hash = 0;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      let entry = entries[unit]!;
      if (entry === UNMET) entries[unit] = entry = entryOf(unit);
      hash = ((hash << (entry & SHIFT)) ^ (entry >> 3)) & WINDOW;
      if (isMarked(near, hash & NEAR) && entry !== IGNORED && look(text, i, hash, visit)) return true;
    }
    return false;
  };
}
