/**
 * The compiled table as it ships: numbers in strings instead of objects, because the reader brings it into pages on cheap phones.
 * `library/pack.ts` writes what is read here.
 */
import { once } from '../privacy/once.ts';
import type { DetectTable, Family, Slot } from './table.ts';

/** A family: rule, flags ('l'ikely/'u'nsure, 'a'lone or not), rank, patterns, patterns that take it back. */
export type PackedFamily = [rule: string, flags: string, rank: number, say: string, unless: string];

export interface PackedTable extends Omit<DetectTable, 'concepts' | 'families'> {
  /** For each word its concepts in base 36 joined by '.'; words joined by ' '. */
  concepts: string;
  families: PackedFamily[];
}

/** Sign before a slot's concept, by reach. */
export const REACH_SIGNS = [',', '~', '&'] as const;

const PATTERN = /([,~&])([0-9a-z]+)/g;

function unpackPatterns(text: string): Slot[][] {
  return text
    .split('|')
    .filter(Boolean)
    .map((pattern) =>
      [...pattern.matchAll(PATTERN)].map(([, sign, concept]) => ({
        reach: REACH_SIGNS.indexOf(sign as ',') as Slot['reach'],
        concept: parseInt(concept!, 36),
      })),
    );
}

function unpackFamily([rule, flags, rank, say, unless]: PackedFamily): Family {
  return {
    rule,
    diagnosis: rule.slice(0, rule.indexOf('/')),
    certainty: flags[0] === 'l' ? 'likely' : 'unsure',
    alone: flags[1] === 'a',
    rank,
    say: unpackPatterns(say),
    unless: unpackPatterns(unless),
  };
}

/** The table that was packed. Its parts are unpacked when they are asked for. */
export function unpackTable(packed: PackedTable): DetectTable {
  const concepts = once(() =>
    packed.concepts.split(' ').map((list) => (list ? list.split('.').map((one) => parseInt(one, 36)) : [])),
  );
  const families = once(() => packed.families.map(unpackFamily));
  return {
    ...packed,
    get concepts() {
      return concepts();
    },
    get families() {
      return families();
    },
  };
}
