/** Packs the compiled table for shipping; `detect/packed.ts` reads it. */
import { type PackedFamily, type PackedTable, REACH_SIGNS } from '../detect/packed.ts';
import type { DetectTable, Family, Slot } from '../detect/table.ts';

const packPatterns = (patterns: readonly (readonly Slot[])[]): string =>
  patterns
    .map((pattern) => pattern.map((slot) => REACH_SIGNS[slot.reach] + slot.concept.toString(36)).join(''))
    .join('|');

/** A family in fewer bytes. */
export const packFamily = (one: Family): PackedFamily => [
  one.rule,
  (one.certainty === 'likely' ? 'l' : 'u') + (one.alone ? 'a' : '-'),
  one.rank,
  packPatterns(one.say),
  packPatterns(one.unless),
];

/** The same table in fewer bytes. */
export function packTable(table: DetectTable): PackedTable {
  return {
    ...table,
    concepts: table.concepts.map((list) => list.map((one) => one.toString(36)).join('.')).join(' '),
    families: table.families.map(packFamily),
  };
}
