/** Which pictures there are: what each shows, how it was taken, and what the lookup must say of it. */
import type { Library } from '../../lib/library/read.ts';
import { loadHeldOut } from '../../tests/fixtures/load.ts';
import { scriptOf } from '../accuracy/samples.ts';
import { makeRandom, shuffled } from './random.ts';
import { FAILING_SCREENS, INNOCENT_SCREENS, type Screen } from './screens.ts';
import type { Writing } from './words.ts';

/** How the picture came about. All but `photo` belong to the drawn set. */
export const WAYS = ['plain', 'jpeg', 'tiny', 'cropped', 'long', 'photo'] as const;
export type Way = (typeof WAYS)[number];

export interface Device {
  name: string;
  width: number;
  height: number;
  density: number;
}

export const DEVICES: readonly Device[] = [
  { name: 'small', width: 320, height: 568, density: 2 },
  { name: 'android-2x', width: 360, height: 780, density: 2 },
  { name: 'android-3x', width: 360, height: 800, density: 3 },
  { name: 'ios', width: 390, height: 844, density: 3 },
  { name: 'pixel', width: 412, height: 915, density: 2.625 },
  { name: 'large', width: 430, height: 932, density: 3 },
];
/** A screenshot that a messenger has shrunk. */
const SHRUNK: Device = { name: 'shrunk', width: 360, height: 780, density: 1 };

export interface PictureSample {
  id: string;
  seed: number;
  way: Way;
  screen: Screen;
  writing: Writing;
  dark: boolean;
  device: Device;
  text: string;
  /** 0 are the pictures that the reading was made on; the others were drawn afterwards. */
  round: number;
  /** The diagnosis, or null where the lookup must say nothing. */
  expected: string | null;
  accept: readonly string[];
}

const COUNTS: Readonly<Record<Way, number>> = { plain: 96, jpeg: 20, tiny: 14, cropped: 14, long: 8, photo: 60 };
const FIRST_ROUND = Object.values(COUNTS).reduce((sum, count) => sum + count, 0);
const INNOCENT: Readonly<Record<'plain' | 'photo', number>> = { plain: 50, photo: 10 };

/** A message before it is known to be one that a screen can show. */
interface Candidate {
  text: string;
  writing: string;
  expected: string | null;
  accept: readonly string[];
}

interface Message extends Candidate {
  writing: Writing;
  expected: string;
}

function isWriting(lang: string): lang is Writing {
  return lang === 'en' || lang === 'zh-CN' || lang === 'zh-Hant';
}

/**
 * Messages as screens show them: the held-out ones first, then sentences of the library. What the lookup cannot answer when it is typed is left
 * out, because the pictures measure the reading; how many that are is for `texts` of docs/accuracy.md to tell.
 */
function messages(library: Library, answers: (text: string) => string | undefined): Message[] {
  const heldOut = loadHeldOut()
    .filter(({ kind }) => kind === 'message')
    .map(({ text, lang, diagnosis, accept }): Candidate => ({ text, writing: lang, expected: diagnosis, accept }));
  const sentences = library.diagnoses.flatMap(({ id, signals }) =>
    signals.flatMap((signal): Candidate[] => {
      if (signal.kind !== 'sentence') return [];
      const writing = scriptOf(signal.text) === 'Latin script' ? 'en' : scriptOf(signal.text);
      return [{ text: signal.text, writing, expected: id, accept: [] }];
    }),
  );
  const fit = [...shuffled(heldOut, 11), ...shuffled(sentences, 12)].filter(
    (one): one is Message =>
      one.expected !== null &&
      isWriting(one.writing) &&
      (one.writing === 'en' ? one.text.length >= 16 : one.text.length >= 5) &&
      one.text.length <= 160 &&
      [one.expected, ...one.accept].includes(answers(one.text) ?? ''),
  );
  return [...new Map(fit.map((one) => [one.text, one])).values()];
}

/** How many pictures a round has of everything, in parts of the first one: enough to tell, few enough to be drawn in a minute or two. */
const SHARE = 0.5;

/**
 * The list of pictures, always the same for the same library.
 * @param answers the first diagnosis of the lookup for a typed text
 * @param round 0 for the pictures that the reading was made on; every other number gives other messages, surroundings, phones, tilts and lights
 */
export function pictureSamples(
  library: Library,
  answers: (text: string) => string | undefined,
  round = 0,
): PictureSample[] {
  const shift = round * 100_000;
  const share = round === 0 ? 1 : SHARE;
  const pool = messages(library, answers);
  // Six of ten pictures are Simplified, as in life; the others share the rest.
  const byWriting = (writing: Writing): Message[] => pool.filter((one) => one.writing === writing);
  const queues = { 'zh-CN': byWriting('zh-CN'), en: byWriting('en'), 'zh-Hant': byWriting('zh-Hant') };
  const order: Writing[] = ['zh-CN', 'en', 'zh-CN', 'zh-Hant', 'zh-CN', 'en', 'zh-CN', 'zh-Hant', 'zh-CN', 'zh-CN'];
  // A round begins where the one before it ended.
  const used = { 'zh-CN': 0, en: 0, 'zh-Hant': 0 };
  if (round > 0) for (const writing of order) used[writing] += Math.round(FIRST_ROUND / order.length) + round * 11;
  const samples: PictureSample[] = [];
  let count = 0;
  for (const way of WAYS)
    for (let at = 0; at < COUNTS[way] * share; at++, count++) {
      const random = makeRandom(1000 + count + shift);
      const writing = order[count % order.length]!;
      const message = queues[writing][used[writing]++ % queues[writing].length]!;
      const screens = way === 'long' ? (['result', 'record', 'page'] as const) : FAILING_SCREENS;
      samples.push({
        id: `${way}-${String(at).padStart(3, '0')}`,
        seed: 5000 + count + shift,
        round,
        way,
        screen: screens[at % screens.length]!,
        writing,
        dark: random.next() < 0.35,
        device: way === 'tiny' ? SHRUNK : random.pick(DEVICES),
        text: message.text,
        expected: message.expected,
        accept: message.accept,
      });
    }
  for (const way of ['plain', 'photo'] as const)
    for (let at = 0; at < INNOCENT[way] * share; at++, count++) {
      const random = makeRandom(1000 + count + shift);
      samples.push({
        id: `innocent-${way}-${String(at).padStart(3, '0')}`,
        seed: 5000 + count + shift,
        round,
        way,
        screen: INNOCENT_SCREENS[at % INNOCENT_SCREENS.length]!,
        writing: order[at % order.length]!,
        dark: random.next() < 0.35,
        device: random.pick(DEVICES),
        text: '',
        expected: null,
        accept: [],
      });
    }
  return samples;
}
