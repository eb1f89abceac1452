/**
 * Whether the words of a box report that this visitor's payment failed, or only speak of failing: a rule told before paying, a clause of an
 * agreement, something else that did not load. One weight for each feature of the learned reader, trained by scripts/train/belief.ts from
 * boxes in all reading languages, most of them in pairs that differ in what is really said; here it only reads.
 */
import { AROUND, type Finding, type Place } from '../../messages.ts';
import { MIDDLE, shareOf } from '../learned/model.ts';
import { type LearnedReader, NOTHING } from '../learned/reader.ts';
import type { Signs } from './signs.ts';

export interface PackedBelief {
  /** What the largest level stands for. */
  scale: number;
  bias: number;
  /** One letter for each feature: `a` … `o`, the middle one is nothing. */
  weights: string;
}

/**
 * Its own slots, four times as many as the learned reader has: what it learned from is fewer sentences with more said in each. On 3,000 boxes
 * of five hands it had not learned from, half of them put in order beside the other half: 91.7 of 100 pairs with 2^16, 92.1 with 2^17, 92.5 with
 * 2^18, which is 40 kB more.
 */
export const SLOTS = 1 << 17;
export const slotOf = (feature: number): number => feature & (SLOTS - 1);

/** A weight is stored in so many levels on each side of nothing. */
export const LEVELS = 7;

/** What the model is told of a box beside its words: where it stands. The first label of a host, without numbers: `excashier`, `mclient`. */
export const toldOf = (place: string, host: string): string[] => [
  `place ${place}`,
  `host ${host.split('.')[0]!.replace(/\d+/g, '')}`,
];

/**
 * Prepares the model.
 * @returns how likely features are those of a failure, 0 to 1
 * @throws Error when the packed weights are cut short
 */
export function unpackBelief({ scale, bias, weights }: PackedBelief): (features: Int32Array) => number {
  if (weights.length !== SLOTS) throw new Error('The model of beliefs is cut short.');
  return (features) => {
    let sum = 0;
    for (const feature of features) sum += shareOf(weights.charCodeAt(slotOf(feature)) - MIDDLE, LEVELS);
    return 1 / (1 + Math.exp(-(bias + (sum * scale) / Math.sqrt(features.length || 1))));
  };
}

/**
 * Below this chance a box only speaks of failing: a false alarm costs more than a miss. Set on the pages of three rounds (26, 28 and 29) together:
 * of 129 boxes of failures 6 lie below it, of 91 innocent ones 75.
 */
const LEAST = 0.8;
/**
 * Where money may be gone a miss costs more than a false alarm. Of 129 such boxes of hands the judge had not learned from, 1 is lost at this
 * mark and 14 at 0.4, among them "this order has been paid already".
 */
const LEAST_OF_MONEY = 0.1;
/** Something failed beside what says "paid": if it was surely no payment, all is well. */
const LEAST_BESIDE_PAID = 0.4;
const LEAST_OF_DOUBTED_MONEY = 0.7;
/**
 * How much the learned reader's own opinion counts beside, in log-odds: it has read far more sentences, but of people, who rarely tell of
 * rules. On the boxes of fourteen rounds of pages 7 instead of 14 failures of 515 were lost by it, with 57 innocent boxes of 76 silent as before.
 */
const SHARE_OF_READER = 0.3;
/** It is taken for no surer than this: a box may hold much beside its message. */
const SUREST = 0.95;

const logOdds = (chance: number): number => Math.log(chance / (1 - chance));

/** The opinion of both, in log-odds. */
const together = (belief: number, reader: number): number =>
  logOdds(belief) + SHARE_OF_READER * logOdds(Math.min(SUREST, Math.max(1 - SUREST, reader)));

/** Between the boxes of a page (detect/said.ts). */
const BOX_END = '\n\n';

/** The boxes of a page, as its lines came. */
export const boxesOf = (said: string): string[] => said.split(BOX_END);

/** The lines of a box, those around its message among them. */
export const linesOf = (box: string): string => box.replace(new RegExp(`^${AROUND}`, 'gm'), '');

/** The message of a box alone; all of it where nothing stands around one. */
export function messageOf(box: string): string {
  const lines = box.split('\n').filter((line) => !line.startsWith(AROUND));
  return lines.length ? lines.join('\n') : linesOf(box);
}

/** Places that float above the page: what stands under them is no part of their message. */
const PLACES: ReadonlySet<Place> = new Set(['toast', 'dialog']);
export const isFloating = ({ evidence }: Pick<Finding, 'evidence'>): boolean =>
  evidence[0] !== undefined && PLACES.has(evidence[0].place);

/** Those boxes of a page that report a failure. */
export type Reporting = (finding: Finding, boxes: readonly string[], doubtful?: boolean) => string[];

/**
 * Prepares the judge of boxes.
 * @param learned the learned reader: for its features, and for whether it reads a failure at all
 * @param signs how a box says what it says
 * @param money the diagnoses that say that money is or may be gone
 */
export function makeBelief(
  packed: PackedBelief,
  learned: Pick<LearnedReader, 'causes' | 'features'>,
  signs: Signs,
  money: readonly string[],
): Reporting {
  const chance = unpackBelief(packed);
  return (finding, boxes, doubtful = false) => {
    const { diagnosis, host, evidence } = finding;
    const told = toldOf(evidence[0]?.place ?? 'text', host);
    const isPlace = evidence.every(({ kind }) => kind === 'structure');
    const isMoney = money.includes(diagnosis);
    const isBeside = isPlace && evidence.some(({ rule }) => rule.startsWith(`${diagnosis}/`));
    const ofMoney = doubtful ? LEAST_OF_DOUBTED_MONEY : isBeside ? LEAST_BESIDE_PAID : LEAST_OF_MONEY;
    const least = isMoney ? ofMoney : LEAST;
    const believed = (text: string): number =>
      together(
        chance(learned.features(text, [...told, ...signs(text)])),
        1 - (learned.causes(text, []).get(NOTHING) ?? 0),
      );
    // What stands around a message (steps, rules, what is agreed to) may sound like anything: the message counts once with it and once alone,
    // and a toast or a dialog alone, because it has nothing to do with the page under it.
    return boxes.filter((box) => {
      const whole = linesOf(box);
      const message = messageOf(box);
      const alone = believed(message);
      const beside = message === whole || isFloating(finding) ? alone : believed(whole);
      return (alone + beside) / 2 >= logOdds(least);
    });
  };
}
