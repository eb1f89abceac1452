/**
 * Which feature each slot of the learned model belongs to. Sentences have many times more features than there are slots; those that tell
 * most of what their sentences mean get one, by what they gain: how far the classes of the sentences that have a feature differ from those
 * of all (the G statistic, summed over both heads).
 */
import { firstSlot, SLOTS, printOf, secondSlot } from '../../lib/understand/learned/slots.ts';

/** What is known of one sentence. */
export interface Labelled {
  /** Keys of its features. */
  features: Int32Array;
  head: 'causes' | 'facts';
  /** Number of its class. */
  label: number;
  weight: number;
}

/** A feature met less often was never learned, only remembered. */
const LEAST_OFTEN = 2;

/** The features met often enough, each with what it gains. */
function gainsOf(examples: readonly Labelled[], causes: number, facts: number): [key: number, gain: number][] {
  const count = new Map<number, number>();
  for (const { features } of examples) for (const key of features) count.set(key, (count.get(key) ?? 0) + 1);
  const rows = new Map([...count.keys()].filter((key) => count.get(key)! >= LEAST_OFTEN).map((key, row) => [key, row]));
  const classes = causes + facts;
  const table = new Float64Array(rows.size * classes);
  const whole = new Float64Array(classes);
  for (const { features, head, label, weight } of examples) {
    const column = head === 'causes' ? label : causes + label;
    whole[column]! += weight;
    for (const key of features) {
      const row = rows.get(key);
      if (row !== undefined) table[row * classes + column]! += weight;
    }
  }
  const sum = (list: Float64Array): number => list.reduce((all, one) => all + one, 0);
  return [...rows].map(([key, row]) => {
    let gain = 0;
    for (const [from, to] of [
      [0, causes],
      [causes, classes],
    ] as const) {
      const [of, all] = [table.subarray(row * classes + from, row * classes + to), whole.subarray(from, to)];
      const expected = sum(of) / sum(all);
      of.forEach((weight, label) => (gain += weight && weight * Math.log(weight / (expected * all[label]!))));
    }
    return [key, gain];
  });
}

/**
 * Gives the slots to features, those that gain most first.
 * @param causes how many classes the head of causes has
 * @param facts how many the other has
 * @returns the key each slot belongs to; undefined where it stays empty
 */
export function ownersOf(examples: readonly Labelled[], causes: number, facts: number): (number | undefined)[] {
  const owners = Array.from({ length: SLOTS }, (): number | undefined => undefined);
  const sorted = gainsOf(examples, causes, facts).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  for (const [key] of sorted) {
    const [first, second] = [firstSlot(key), secondSlot(key)];
    if (owners[first] === undefined) owners[first] = key;
    // With the print of the one at its first slot it would be taken for that one.
    else if (owners[second] === undefined && printOf(owners[first]) !== printOf(key)) owners[second] = key;
  }
  return owners;
}

/** The slots of those features of a text that have one. */
export function slotsIn(features: Int32Array, owners: readonly (number | undefined)[]): Int32Array {
  return Int32Array.from(
    Array.from(features).flatMap((key) =>
      [firstSlot(key), secondSlot(key)].filter((slot) => owners[slot] === key).slice(0, 1),
    ),
  );
}
