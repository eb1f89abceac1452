/** Trains the model of lib/understand/learned/model.ts: vectors shared by two heads (softmax, adaptive steps), then packed into levels. */
import { LEVELS, MIDDLE, POWER, type PackedHead, type PackedModel } from '../../lib/understand/learned/model.ts';
import { packPrints, SLOTS, printOf } from '../../lib/understand/learned/slots.ts';
import { type Labelled, ownersOf, slotsIn } from './owners.ts';

/** A sentence as the steps see it: its features by their places, and how many it had. */
interface Example extends Labelled {
  total: number;
}

export const SIZE = 20;
const RATE = 0.25;
/** Of a text's features this share is left out at each step: no single one may decide. On 3,130 texts of ten rounds it mended 20 net. */
const DROPPED = 0.3;
/** Numbers beyond this share of all are cut to the largest level. */
const CUT = 0.9999;

/** A small seeded generator (mulberry32): the same model on every run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

interface Head {
  classes: readonly string[];
  weights: Float32Array;
  seen: Float32Array;
  bias: Float32Array;
}

function makeHead(classes: readonly string[]): Head {
  const count = classes.length;
  return {
    classes,
    weights: new Float32Array(count * SIZE),
    seen: new Float32Array(count).fill(1e-3),
    bias: new Float32Array(count),
  };
}

/** Trains and packs. The result is the same for the same input. */
export function trainModel(
  causes: readonly string[],
  facts: readonly string[],
  examples: readonly Labelled[],
  epochs = 24,
): PackedModel {
  const random = seeded(5);
  const owners = ownersOf(examples, causes.length, facts.length);
  const vectors = new Float32Array(SIZE * SLOTS);
  for (let at = 0; at < vectors.length; at++) vectors[at] = (random() - 0.5) / SIZE;
  const seen = new Float32Array(SLOTS).fill(1e-3);
  const heads = { causes: makeHead(causes), facts: makeHead(facts) };
  const kept = examples.map((one): Example => ({
    ...one,
    features: slotsIn(one.features, owners),
    total: one.features.length,
  }));

  const order = kept.map((_, at) => at);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [order[at], order[other]] = [order[other]!, order[at]!];
    }
    const rate = RATE * (1 - epoch / epochs);
    for (const at of order) {
      const one = kept[at]!;
      const features = one.features.filter(() => random() >= DROPPED);
      step({ ...one, features, total: one.total * (1 - DROPPED) }, heads[one.head], vectors, seen, rate);
    }
  }
  for (let place = 0; place < SLOTS; place++)
    if (owners[place] === undefined) vectors.fill(0, place * SIZE, (place + 1) * SIZE);
  const prints = packPrints(owners.map((key) => (key === undefined ? 0 : printOf(key))));
  return { ...pack(vectors, heads.causes, heads.facts), prints };
}

const text = new Float32Array(SIZE);
const slopes = new Float32Array(SIZE);

function step(
  { features, total, label, weight }: Example,
  head: Head,
  vectors: Float32Array,
  seen: Float32Array,
  rate: number,
): void {
  const scale = 1 / Math.sqrt(total || 1);
  const { weights, bias } = head;
  const classes = bias.length;
  text.fill(0);
  for (const feature of features)
    for (let place = 0, from = feature * SIZE; place < SIZE; place++) text[place]! += vectors[from + place]!;
  const scores = new Float32Array(classes);
  let highest = -Infinity;
  for (let one = 0; one < classes; one++) {
    let score = bias[one]!;
    for (let place = 0, from = one * SIZE; place < SIZE; place++)
      score += text[place]! * scale * weights[from + place]!;
    scores[one] = score;
    highest = Math.max(highest, score);
  }
  let sum = 0;
  for (let one = 0; one < classes; one++) sum += scores[one] = Math.exp(scores[one]! - highest);
  slopes.fill(0);
  for (let one = 0; one < classes; one++) {
    const slope = (scores[one]! / sum - (one === label ? 1 : 0)) * weight;
    const from = one * SIZE;
    let square = 0;
    for (let place = 0; place < SIZE; place++) {
      slopes[place]! += slope * weights[from + place]!;
      square += (slope * text[place]! * scale) ** 2;
    }
    head.seen[one]! += square / SIZE;
    const by = (rate * slope * scale) / Math.sqrt(head.seen[one]!);
    for (let place = 0; place < SIZE; place++) weights[from + place]! -= by * text[place]!;
    bias[one]! -= 0.02 * slope;
  }
  let square = 0;
  for (let place = 0; place < SIZE; place++) square += slopes[place]! ** 2;
  square = (square * scale * scale) / SIZE;
  for (const feature of features) {
    seen[feature]! += square;
    const by = (rate * scale) / Math.sqrt(seen[feature]!);
    for (let place = 0, from = feature * SIZE; place < SIZE; place++) vectors[from + place]! -= by * slopes[place]!;
  }
}

const round = (value: number): number => Number(value.toFixed(3));

function packHead({ classes, weights, bias }: Head): PackedHead {
  const rows = classes.map((_, one) => Array.from(weights.subarray(one * SIZE, (one + 1) * SIZE), round));
  return { classes, weights: rows, bias: Array.from(bias, round) };
}

function pack(vectors: Float32Array, causes: Head, facts: Head): Omit<PackedModel, 'prints'> {
  const scales = Array.from({ length: SIZE }, (_, place) => {
    const sizes: number[] = [];
    for (let at = place; at < vectors.length; at += SIZE) if (vectors[at] !== 0) sizes.push(Math.abs(vectors[at]!));
    sizes.sort((a, b) => a - b);
    return round(sizes[Math.floor(sizes.length * CUT)] ?? 1);
  });
  const letters: string[] = [];
  for (let at = 0; at < vectors.length; at++) {
    const share = Math.min(1, Math.abs(vectors[at]!) / scales[at % SIZE]!) ** (1 / POWER);
    letters.push(String.fromCharCode(MIDDLE + Math.sign(vectors[at]!) * Math.round(share * LEVELS)));
  }
  return { size: SIZE, scales, vectors: letters.join(''), causes: packHead(causes), facts: packHead(facts) };
}
