/**
 * Trains the model of lib/understand/belief: boxes of pages that report a failed payment (F) and that only speak of failing (N), from
 * scripts/train/blocks/*.tsv: kind, place, first label of the host, and the lines of the box with ` / ` between them. `fixtures.tsv` is what the
 * page script says of the fixture pages; blind rounds stay out.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readLibrary } from '../../lib/library/read.ts';
import { PLACES } from '../../lib/messages.ts';
import { LEVELS, type PackedBelief, SLOTS, slotOf, toldOf } from '../../lib/understand/belief/belief.ts';
import { MIDDLE, POWER } from '../../lib/understand/learned/model.ts';
import type { Signs } from '../../lib/understand/belief/signs.ts';
import { ROOT, UserError } from '../cli.ts';
import { seeded } from './train-model.ts';

/** A box with what is known of it. */
export interface Block {
  failed: boolean;
  place: string;
  host: string;
  text: string;
  weight: number;
}

const FOLDER = join(ROOT, 'scripts', 'train', 'blocks');
/** The fixtures hold hundreds of failures and few innocent boxes. */
const FIXTURE = { F: 1, N: 3 };
const EPOCHS = 12;
const RATE = 0.5;
const DECAY = 1e-5;
/** A feature met less often is left out: it was never learned, only remembered. */
const LEAST_OFTEN = 2;

/** @throws UserError naming the file and line that cannot be read */
export function readBlocks(): Block[] {
  const blocks = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .flatMap((file) =>
      readFileSync(join(FOLDER, file), 'utf8')
        .split('\n')
        .flatMap((line, at): Block[] => {
          if (line.trim() === '') return [];
          const [kind, place, host, text, ...more] = line.split('\t');
          if ((kind !== 'F' && kind !== 'N') || !PLACES.includes(place as 'text') || !host || !text || more.length)
            throw new UserError(`${file}:${at + 1}: a block is "F or N, place, host, text" with tabs between`);
          const weight = file === 'fixtures.tsv' ? FIXTURE[kind] : 1;
          return [{ failed: kind === 'F', place: place!, host, text: text.replaceAll(' / ', '\n'), weight }];
        }),
    );
  const known = readLibrary().diagnoses.flatMap(({ signals }) =>
    signals.flatMap((one): Block[] =>
      one.kind === 'sentence'
        ? [{ failed: true, place: 'alert', host: 'cashier', text: one.text, weight: FIXTURE.F }]
        : [],
    ),
  );
  return [...blocks, ...known];
}

/** Logistic regression with adaptive steps; the same model for the same input. */
export function trainBelief(
  blocks: readonly Block[],
  featuresOf: (text: string, told: readonly string[]) => Int32Array,
  signs: Signs,
): PackedBelief {
  const examples = blocks.map(({ text, place, host, failed, weight }) => ({
    features: featuresOf(text, [...toldOf(place, host), ...signs(text)]).map(slotOf),
    label: Number(failed),
    weight,
  }));
  const count = new Uint32Array(SLOTS);
  for (const { features } of examples) for (const feature of features) count[feature]!++;
  const weights = new Float64Array(SLOTS);
  const seen = new Float64Array(SLOTS).fill(1e-3);
  let bias = 0;
  const random = seeded(1);
  const order = examples.map((_, at) => at);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [order[at], order[other]] = [order[other]!, order[at]!];
    }
    const rate = RATE * (1 - epoch / EPOCHS);
    for (const at of order) {
      const { features, label, weight } = examples[at]!;
      const kept = features.filter((feature) => count[feature]! >= LEAST_OFTEN);
      const scale = 1 / Math.sqrt(features.length || 1);
      let score = bias;
      for (const feature of kept) score += weights[feature]! * scale;
      const slope = (1 / (1 + Math.exp(-score)) - label) * weight;
      bias -= 0.01 * slope;
      for (const feature of kept) {
        const step = slope * scale + DECAY * weights[feature]!;
        seen[feature]! += step * step;
        weights[feature]! -= (rate * step) / Math.sqrt(seen[feature]!);
      }
    }
  }
  return pack(weights, bias);
}

const round = (value: number): number => Number(value.toFixed(3));

function pack(weights: Float64Array, bias: number): PackedBelief {
  const scale = weights.reduce((most, one) => Math.max(most, Math.abs(one)), 1e-9);
  const letters = Array.from(weights, (one) => {
    const level = Math.round((Math.abs(one) / scale) ** (1 / POWER) * LEVELS);
    return String.fromCharCode(MIDDLE + Math.sign(one) * level);
  });
  return { scale: round(scale), bias: round(bias), weights: letters.join('') };
}
