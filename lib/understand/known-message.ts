/**
 * Noisy copies of known messages: misread from a screenshot, mistyped, cut, or quoted inside a longer text. The typed text is laid along each
 * known message that shares rare pieces with it, and the differences are counted (edit distance with free ends). That says more than shared
 * pieces alone: a message that was cut in half shares half of its pieces with its whole, and no letter of the half differs.
 */
import type { KnownText } from './similar.ts';

export interface Copy {
  diagnosis: string;
  /** 0 to 1: which part of the shorter text stands in the longer one without a difference. */
  match: number;
  /** 0 to 1: how much of the longer text the shorter one is. */
  part: number;
  text: string;
  /** How much the typed text says, in letters. */
  weight: number;
  /** What differs may mean something else: 余额充足 is no misread 余额不足, nor "sufficient" a cut "insufficient". */
  otherwise: boolean;
}

/** A Han character says about as much as three letters. */
const HAN_WEIGHT = 3;
/** The more a text says, the more of it may differ: chance makes short texts alike. By weight, the part that must be the same. */
const NEEDED: readonly (readonly [weight: number, match: number])[] = [
  [36, 0.62],
  [24, 0.7],
  [15, 0.76],
  [11, 0.8],
];
/** What says less than this is a copy of a whole message, or of none. */
const LITTLE = 15;
const NEARLY_WHOLE = 0.75;
/** Messages laid along a text: those that share most with it. */
const MAX_LAID = 24;
const MAX_LENGTH = 400;

/** What a text must have in common with a message to be a copy of it; more than 1 where it says too little. */
const neededFor = (weight: number): number => NEEDED.find(([least]) => weight >= least)?.[1] ?? 2;

const weightOf = (text: string): number => {
  let weight = 0;
  for (let i = 0; i < text.length; i++) weight += text.charCodeAt(i) < 0x2e80 ? 1 : HAN_WEIGHT;
  return weight;
};

/**
 * Fewest changes that turn a text into some part of another: units changed, added, left out, or two neighbours swapped.
 * @param most more than so many are not counted: from one sign of the short text to the next the fewest never become fewer
 * @returns their number, or some number above `most`
 */
export function changesInside(short: string, long: string, most = Infinity): number {
  let earlier = new Uint16Array(long.length + 1);
  let before = new Uint16Array(long.length + 1);
  let row = new Uint16Array(long.length + 1);
  let fewestBefore = 0;
  for (let i = 1; i <= short.length; i++) {
    row[0] = i;
    const unit = short.charCodeAt(i - 1);
    let fewest = i;
    for (let j = 1; j <= long.length; j++) {
      const same = long.charCodeAt(j - 1) === unit;
      let least = Math.min(before[j - 1]! + (same ? 0 : 1), before[j]! + 1, row[j - 1]! + 1);
      if (
        !same &&
        i > 1 &&
        j > 1 &&
        long.charCodeAt(j - 2) === unit &&
        long.charCodeAt(j - 1) === short.charCodeAt(i - 2)
      )
        least = Math.min(least, earlier[j - 2]! + 1);
      row[j] = least;
      if (least < fewest) fewest = least;
    }
    // Two rows, because two swapped neighbours are counted from the row before the last.
    if (fewest > most && fewestBefore > most) return fewest;
    fewestBefore = fewest;
    [earlier, before, row] = [before, row, earlier];
  }
  return Math.min(...before);
}

/**
 * Prepares known messages.
 * @param plain brings a text to folded letters without spaces and signs
 * @param used characters that messages are made of: where one of these differs, it was hardly misread
 * @returns a function that gives the messages a text may be a copy of, best first, one for each diagnosis
 */
export function makeCopyFinder(
  known: readonly KnownText[],
  plain: (text: string) => string,
  used: ReadonlySet<string>,
): (text: string) => Copy[] {
  const messages = known.map((one) => ({ ...one, letters: plain(one.text).slice(0, MAX_LENGTH) }));
  const holders = new Map<string, number[]>();
  messages.forEach(({ letters }, index) => {
    for (const piece of piecesOf(letters)) {
      const list = holders.get(piece);
      if (list) list.push(index);
      else holders.set(piece, [index]);
    }
  });

  return (text) => {
    const letters = plain(text).slice(0, MAX_LENGTH);
    if (neededFor(weightOf(letters)) > 1) return [];
    const shared = new Map<number, number>();
    for (const piece of piecesOf(letters))
      for (const index of holders.get(piece) ?? [])
        shared.set(index, (shared.get(index) ?? 0) + 1 / holders.get(piece)!.length);
    const nearest = [...shared].sort((a, b) => b[1] - a[1]).slice(0, MAX_LAID);
    const best = new Map<string, Copy>();
    for (const [index] of nearest) {
      const message = messages[index]!;
      const [short, long] =
        letters.length <= message.letters.length ? [letters, message.letters] : [message.letters, letters];
      const part = short.length / long.length;
      const weight = weightOf(short);
      if (weight < LITTLE && part < NEARLY_WHOLE) continue;
      const needed = neededFor(weight);
      const match = 1 - changesInside(short, long, (1 - needed) * short.length) / short.length;
      if (match < needed) continue;
      const copy = {
        diagnosis: message.diagnosis,
        match,
        part,
        text: message.text,
        weight,
        otherwise: meansOtherwise(letters, message.letters),
      };
      const other = best.get(message.diagnosis);
      if (!other || closeness(copy) > closeness(other)) best.set(message.diagnosis, copy);
    }
    return [...best.values()].sort((a, b) => closeness(b) - closeness(a));
  };

  function meansOtherwise(letters: string, message: string): boolean {
    if (letters.length > message.length * 1.5) return false;
    return [...letters].some((letter) => letter < '\u2e80' || (used.has(letter) && !message.includes(letter)));
  }
}

/** Fewer differences first; among equals the text that is more of the whole. */
export const closeness = (copy: Copy): number => copy.match + copy.part / 20;

/** Pairs of Han text, runs of three of other letters. */
function piecesOf(letters: string): Set<string> {
  const pieces = new Set<string>();
  for (let i = 0; i + 1 < letters.length; i++)
    pieces.add(letters.charCodeAt(i) < 0x2e80 ? letters.slice(i, i + 3) : letters.slice(i, i + 2));
  return pieces;
}
