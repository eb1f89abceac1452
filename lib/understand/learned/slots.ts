/**
 * Where the numbers of a feature stand in a model. There are far more features than slots, so every slot belongs to one of them, the one
 * that tells most (scripts/train/owners.ts), and keeps a print of it. A feature that was not learned finds no slot of its own and counts for
 * nothing: without prints it took the numbers of a stranger, and a text in new words was read as something, and surely.
 */

/** A model has two to this power of slots. */
export const BITS = 15;
export const SLOTS = 1 << BITS;
const PRINTS = 256;

/** The two slots a feature may have. */
export const firstSlot = (key: number): number => key & (SLOTS - 1);
export const secondSlot = (key: number): number => Math.imul(key ^ 0x5bd1e995, 0x2545f491) >>> (32 - BITS);
/** What tells a feature from the others that fall into the same slot; one in 256 strangers has the same. */
export const printOf = (key: number): number => (key >>> BITS) % PRINTS;

/** Packs the prints of all slots, two digits each. */
export const packPrints = (prints: readonly number[]): string =>
  prints.map((print) => print.toString(16).padStart(2, '0')).join('');

/**
 * Unpacks prints.
 * @returns what says of a feature's key where its numbers stand, or -1 where it was not learned
 * @throws Error when they are cut short
 */
export function unpackPrints(packed: string): (key: number) => number {
  if (packed.length !== 2 * SLOTS) throw new Error('The prints of the learned model are cut short.');
  const prints = Uint8Array.from({ length: SLOTS }, (_, slot) => parseInt(packed.slice(2 * slot, 2 * slot + 2), 16));
  return (key) => {
    const print = printOf(key);
    const first = firstSlot(key);
    if (prints[first] === print) return first;
    const second = secondSlot(key);
    return prints[second] === print ? second : -1;
  };
}
