/**
 * The learned reader's model: each feature of a text has a short vector, the text's vector is their sum, and two heads read it: one
 * says which cause a text tells, one which fact a clause states. Vectors are shared by all languages and both heads. It is trained
 * and calibrated by scripts/train; here it only reads.
 */
import { SLOTS, unpackPrints } from './slots.ts';

export interface PackedHead {
  classes: readonly string[];
  /** By class: one number for each place of the vector. */
  weights: readonly (readonly number[])[];
  bias: readonly number[];
}

export interface PackedModel {
  /** Length of the vectors. */
  size: number;
  /** What the largest level stands for, by place of the vector. */
  scales: readonly number[];
  /** One letter for each number of each slot's vector, slot by slot: `d` … `l`, the middle one is nothing. */
  vectors: string;
  /** Whose vectors they are (slots.ts). */
  prints: string;
  causes: PackedHead;
  facts: PackedHead;
}

/** The numbers of a vector are stored in so many levels on each side of nothing. */
export const LEVELS = 4;
/** Levels lie closer near nothing, where most numbers are: a level stands for its share to this power. */
export const POWER = 2;
/** The letter of nothing. */
export const MIDDLE = 'h'.charCodeAt(0);

/** What a level of so many on each side stands for, as a share of its scale. */
export const shareOf = (level: number, levels: number): number =>
  Math.sign(level) * (Math.abs(level) / levels) ** POWER;

export interface Chances {
  classes: readonly string[];
  /** In the order of the classes; they add up to 1. */
  of: Float64Array;
}

export interface Model {
  causes(features: Int32Array): Chances;
  facts(features: Int32Array): Chances;
}

function read({ classes, weights, bias }: PackedHead, vector: Float64Array): Chances {
  const scores = Float64Array.from(bias);
  weights.forEach((row, one) => row.forEach((weight, at) => (scores[one]! += weight * vector[at]!)));
  const highest = Math.max(...scores);
  let sum = 0;
  scores.forEach((score, one) => (sum += scores[one] = Math.exp(score - highest)));
  return { classes, of: scores.map((score) => score / sum) };
}

/** Unpacks a model; some milliseconds, done once when somebody types. */
export function unpackModel({ size, scales, vectors, prints, causes, facts }: PackedModel): Model {
  const shares = Float64Array.from({ length: 2 * LEVELS + 1 }, (_, at) => shareOf(at - LEVELS, LEVELS));
  const lowest = MIDDLE - LEVELS;
  if (vectors.length !== size * SLOTS) throw new Error('The learned model is cut short.');
  const slotOf = unpackPrints(prints);
  const vectorOf = (features: Int32Array): Float64Array => {
    const vector = new Float64Array(size);
    for (const feature of features) {
      const slot = slotOf(feature);
      if (slot < 0) continue;
      const from = slot * size;
      for (let at = 0; at < size; at++) vector[at]! += shares[vectors.charCodeAt(from + at) - lowest]!;
    }
    // Of all features, those not learned among them: the more of a text is new, the less sure of it one may be.
    const scale = 1 / Math.sqrt(features.length || 1);
    return vector.map((value, at) => value * scales[at]! * scale);
  };
  return {
    causes: (features) => read(causes, vectorOf(features)),
    facts: (features) => read(facts, vectorOf(features)),
  };
}
