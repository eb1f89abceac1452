/**
 * A plain linear classifier over hashed features with small whole weights. It says how likely each class is; it is trained and
 * calibrated by scripts/train.
 */
import { BITS } from './features.ts';

export interface PackedLinear {
  classes: readonly string[];
  /** What a weight of 1 stands for. */
  step: number;
  bias: readonly number[];
  /** Base64; by class: distances between features (seven bits a byte, the rest follows while the eighth is set), each with its weight. */
  weights: string;
  /** Sharpness found when it was calibrated: scores are multiplied by it. */
  sharpness: number;
}

export interface Linear {
  classes: readonly string[];
  /** The probability of each class, in their order; they add up to 1. */
  chances(features: Int32Array): Float64Array;
}

/** Weights are -7 … 7, stored with this added. */
const ZERO = 8;

/** Unpacks a classifier. About ten milliseconds; done once, when somebody types. */
export function unpackLinear({ classes, step, bias, weights, sharpness }: PackedLinear): Linear {
  const count = classes.length;
  const table = new Int8Array((1 << BITS) * count);
  const bytes = Uint8Array.from(atob(weights), (char) => char.charCodeAt(0));
  let at = 0;
  for (let one = 0; one < count; one++) {
    const listed = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16);
    at += 3;
    let feature = 0;
    for (let entry = 0; entry < listed; entry++) {
      let shift = 0;
      let byte: number;
      do {
        byte = bytes[at++]!;
        feature += (byte & 127) << shift;
        shift += 7;
      } while (byte > 127);
      table[feature * count + one] = bytes[at++]! - ZERO;
    }
  }
  return {
    classes,
    chances(features) {
      const scale = (step * sharpness) / Math.sqrt(features.length || 1);
      const scores = new Float64Array(count);
      for (const feature of features)
        for (let one = 0, from = feature * count; one < count; one++) scores[one]! += table[from + one]!;
      let highest = -Infinity;
      for (let one = 0; one < count; one++) {
        scores[one] = scores[one]! * scale + bias[one]! * sharpness;
        highest = Math.max(highest, scores[one]!);
      }
      let sum = 0;
      for (let one = 0; one < count; one++) sum += scores[one] = Math.exp(scores[one]! - highest);
      for (let one = 0; one < count; one++) scores[one]! /= sum;
      return scores;
    },
  };
}
