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

const CLASS_BITS = 13;
const SHIFT = 6;
const WINDOW = (1 << (4 * SHIFT)) - 1;
const PAIR = 1 << 26;
/** Marks by the last units of the window: two of them whole, of the third what is left. */
const NEAR_BITS = 14;
const NEAR = (1 << NEAR_BITS) - 1;
/** Values of the third unit's part in such a mark. */
const THIRD = 1 << (NEAR_BITS - 2 * SHIFT);

/** A unit's place among the classes that keys are made of. Units of one class are rare neighbours, and phrases are compared whole in the end. */
export const classOf = (unit: number): number => (Math.imul(unit, 0x9e35) >>> 3) & ((1 << CLASS_BITS) - 1);

/** Key of the anchor of two folded units. */
export const pairKey = (first: number, second: number): number => PAIR | (classOf(first) << CLASS_BITS) | classOf(second);

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

/**
 * Makes the scan for some anchors.
 * @param variants pairs of units: the unit in text, then the folded unit
 * @param keys distinct keys of anchors, in the order of their numbers
 */
export function makeScan(variants: string, keys: ArrayLike<number>): Scan {
  const entries = new Uint16Array(0x10000);
  writeFolding(entries, variants, IGNORED, entryOf);
  const near = new Uint8Array(NEAR + 1);
  // Room enough that one mark in sixteen is set.
  let farBits = 10;
  while (1 << farBits < keys.length * 16 && farBits < 18) farBits++;
  const far = new Uint8Array(1 << farBits);
  const farMask = far.length - 1;
  const farPlace = (hash: number): number => (hash ^ (hash >> 11)) & farMask;

  let slotBits = 4;
  while (1 << slotBits < keys.length * 2) slotBits++;
  const slots = new Int32Array(1 << slotBits);
  const numbers = new Int32Array(1 << slotBits);
  const slotOf = (key: number): number => Math.imul(key, 0x9e3779b1) >>> (32 - slotBits);

  for (let number = 0; number < keys.length; number++) {
    const key = keys[number]!;
    let slot = slotOf(key);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = key + 1;
    numbers[slot] = number;
    if (key & PAIR) {
      const both = ((((key ^ PAIR) >> CLASS_BITS) << SHIFT) ^ (key & ((1 << CLASS_BITS) - 1))) & NEAR;
      for (let third = 0; third < THIRD; third++) near[both ^ (third << (2 * SHIFT))]! |= 2;
    } else {
      near[key & NEAR]! |= 1;
      far[farPlace(key)] = 1;
    }
  }

  function numberOf(key: number): number {
    for (let slot = slotOf(key); slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) if (slots[slot] === key + 1) return numbers[slot]!;
    return -1;
  }

  /** Raw index of the unit that stands some units before a place; -1 when the text begins later. */
  function back(text: string, from: number, units: number): number {
    let at = from;
    for (let left = units; left > 0; left--) do at--; while (at >= 0 && entries[text.charCodeAt(at)] === IGNORED);
    return at;
  }

  function look(text: string, at: number, hash: number, mark: number, visit: Visit): boolean {
    if (mark & 2) {
      const before = back(text, at, 1);
      if (before >= 0) {
        const number = numberOf(PAIR | ((entries[text.charCodeAt(before)]! >> 3) << CLASS_BITS) | (entries[text.charCodeAt(at)]! >> 3));
        if (number >= 0 && visit(number, before, at + 1) === true) return true;
      }
    }
    if (mark & 1) {
      const number = numberOf(hash);
      const start = number < 0 ? -1 : back(text, at, 3);
      if (start >= 0 && visit(number, start, at + 1) === true) return true;
    }
    return false;
  }

  return (text, visit) => {
    let hash = 0;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      let entry = entries[unit]!;
      if (entry === UNMET) entries[unit] = entry = entryOf(unit);
      hash = ((hash << (entry & SHIFT)) ^ (entry >> 3)) & WINDOW;
      const mark = near[hash & NEAR]!;
      if (mark !== 0 && (mark > 1 || far[(hash ^ (hash >> 11)) & farMask] !== 0) && entry !== IGNORED && look(text, i, hash, mark, visit)) return true;
    }
    return false;
  };
}
