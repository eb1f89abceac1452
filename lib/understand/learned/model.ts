/**
 * The learned reader's model: each feature of a text has a short vector, the text's vector is their sum, and two heads read it: one
 * says which cause a text tells, one which fact a clause states. Vectors are shared by all languages and both heads. It is trained
 * and calibrated by scripts/train; here it only reads.
 */
import { BITS } from './features.ts';

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
  /** One letter for each number of each feature's vector, feature by feature: `a` … `o`, the middle one is nothing. */
  vectors: string;
  causes: PackedHead;
  facts: PackedHead;
}

/** The numbers of a vector are stored in so many levels on each side of nothing. */
export const LEVELS = 7;
/** Levels lie closer near nothing, where most numbers are: a level stands for its share to this power. */
export const POWER = 2;
/** The letter of nothing. */
export const MIDDLE = 'h'.charCodeAt(0);

/** What a level stands for, as a share of its scale. */
export const shareOf = (level: number): number => Math.sign(level) * (Math.abs(level) / LEVELS) ** POWER;

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
  weights.forEach((row, one) => row.forEach((weight, place) => (scores[one]! += weight * vector[place]!)));
  const highest = Math.max(...scores);
  let sum = 0;
  scores.forEach((score, one) => (sum += scores[one] = Math.exp(score - highest)));
  return { classes, of: scores.map((score) => score / sum) };
}

/** Unpacks a model; some milliseconds, done once when somebody types. */
export function unpackModel({ size, scales, vectors, causes, facts }: PackedModel): Model {
  const shares = Float64Array.from({ length: 2 * LEVELS + 1 }, (_, at) => shareOf(at - LEVELS));
  const lowest = MIDDLE - LEVELS;
  if (vectors.length !== size << BITS) throw new Error('The learned model is cut short.');
  const vectorOf = (features: Int32Array): Float64Array => {
    const vector = new Float64Array(size);
    for (const feature of features) {
      const from = feature * size;
      for (let place = 0; place < size; place++) vector[place]! += shares[vectors.charCodeAt(from + place) - lowest]!;
    }
    const scale = 1 / Math.sqrt(features.length || 1);
    return vector.map((value, place) => value * scales[place]! * scale);
  };
  return {
    causes: (features) => read(causes, vectorOf(features)),
    facts: (features) => read(facts, vectorOf(features)),
  };
}
