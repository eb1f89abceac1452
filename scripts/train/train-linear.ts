/** Trains a linear classifier (softmax, adaptive steps), prunes it, trains what is left again, and packs it into small whole weights. */
import { BITS } from '../../lib/understand/learned/features.ts';
import type { PackedLinear } from '../../lib/understand/learned/linear.ts';

export interface Example {
  features: Int32Array;
  /** Number of its class. */
  label: number;
  weight: number;
}

interface Options {
  epochs: number;
  rate: number;
  decay: number;
  /** How many weights are kept. */
  keep: number;
  seed: number;
}

const DEFAULTS: Options = { epochs: 9, rate: 0.5, decay: 1e-4, keep: 120_000, seed: 1 };

/** A small seeded generator (mulberry32): the same weights on every run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

class Trainer {
  readonly weights: Float32Array;
  readonly bias: Float32Array;
  private readonly seen: Float32Array;
  private mask: Uint8Array | null = null;

  constructor(
    private readonly classes: number,
    private readonly options: Options,
  ) {
    this.weights = new Float32Array((1 << BITS) * classes);
    this.seen = new Float32Array((1 << BITS) * classes).fill(1e-4);
    this.bias = new Float32Array(classes);
  }

  run(examples: readonly Example[], epochs: number): void {
    const random = seeded(this.options.seed);
    const order = examples.map((_, at) => at);
    for (let epoch = 0; epoch < epochs; epoch++) {
      for (let at = order.length - 1; at > 0; at--) {
        const other = Math.floor(random() * (at + 1));
        [order[at], order[other]] = [order[other]!, order[at]!];
      }
      const rate = this.options.rate * (1 - epoch / (epochs + 1));
      for (const at of order) this.step(examples[at]!, rate);
    }
  }

  private step({ features, label, weight }: Example, rate: number): void {
    const { classes, weights, seen, bias, mask } = this;
    const scale = 1 / Math.sqrt(features.length || 1);
    const scores = new Float32Array(classes);
    for (const feature of features)
      for (let one = 0, from = feature * classes; one < classes; one++) scores[one]! += weights[from + one]!;
    let highest = -Infinity;
    for (let one = 0; one < classes; one++) {
      scores[one] = scores[one]! * scale + bias[one]!;
      highest = Math.max(highest, scores[one]!);
    }
    let sum = 0;
    for (let one = 0; one < classes; one++) sum += scores[one] = Math.exp(scores[one]! - highest);
    for (let one = 0; one < classes; one++) {
      scores[one] = (scores[one]! / sum - (one === label ? 1 : 0)) * weight;
      bias[one]! -= 0.01 * scores[one]!;
    }
    for (const feature of features)
      for (let one = 0, from = feature * classes; one < classes; one++) {
        if (mask && !mask[from + one]) continue;
        const slope = scores[one]! * scale + this.options.decay * weights[from + one]!;
        if (slope < 1e-4 && slope > -1e-4) continue;
        seen[from + one]! += slope * slope;
        weights[from + one]! -= (rate * slope) / Math.sqrt(seen[from + one]!);
      }
  }

  /** Keeps the largest weights only. */
  prune(): void {
    const sizes = Float32Array.from(this.weights, Math.abs).sort();
    const least = sizes[Math.max(0, sizes.length - this.options.keep)]!;
    this.mask = Uint8Array.from(this.weights, (one) => (Math.abs(one) >= least && one !== 0 ? 1 : 0));
    this.weights.forEach((_, at) => {
      if (!this.mask![at]) this.weights[at] = 0;
    });
    this.seen.fill(1e-2);
  }
}

/** Trains and packs. The result is the same for the same input. */
export function trainLinear(
  classes: readonly string[],
  examples: readonly Example[],
  change: Partial<Options> = {},
): PackedLinear {
  const options = { ...DEFAULTS, ...change };
  const trainer = new Trainer(classes.length, options);
  trainer.run(examples, options.epochs);
  trainer.prune();
  trainer.run(examples, 4);
  return pack(classes, trainer);
}

function pack(classes: readonly string[], { weights, bias }: Trainer): PackedLinear {
  const sizes = Float32Array.from(weights, Math.abs)
    .filter((one) => one > 0)
    .sort();
  // The few largest are cut to seven steps: what they say is said enough.
  const step = (sizes[Math.floor(sizes.length * 0.985)] ?? 1) / 7;
  const bytes: number[] = [];
  for (let one = 0; one < classes.length; one++) {
    const entries: number[] = [];
    let count = 0;
    let last = 0;
    for (let feature = 0; feature < 1 << BITS; feature++) {
      const value = Math.max(-7, Math.min(7, Math.round(weights[feature * classes.length + one]! / step)));
      if (value === 0) continue;
      count++;
      let gap = feature - last;
      last = feature;
      for (; gap > 127; gap >>= 7) entries.push((gap & 127) | 128);
      entries.push(gap, value + 8);
    }
    bytes.push(count & 255, (count >> 8) & 255, count >> 16);
    for (const byte of entries) bytes.push(byte);
  }
  return {
    classes,
    step: Number(step.toFixed(5)),
    bias: [...bias].map((one) => Number(one.toFixed(4))),
    weights: Buffer.from(bytes).toString('base64'),
    sharpness: 1,
  };
}
