/** Takes away what is no writing: frames of dialogs and bubbles, lines between rows, edges of a phone, and the specks of a camera's grain. */
import type { GreyPicture } from './grey.ts';

/** Darker than this counts as ink. */
const INK = 170;
/** Longest sides of a letter, or of letters that a blur has grown together, in parts of the picture's width. */
const TALLEST = 1 / 11;
const WIDEST = 1 / 3;
/** Sides of the largest speck, in pixels. */
const SPECK = 2;

/** Thickest line that separates, and shortest one: a dash or a stroke of a letter is shorter. */
const THICK = 7;
const LONG = 56;
const isLine = (wide: number, high: number): boolean =>
  (wide >= LONG && high <= THICK) || (high >= LONG && wide <= THICK);
/** Smallest frame or corner of one, and the part of its box that is ink at most: letters are fuller. What is higher than lines of text may be fuller. */
const FRAME_WIDE = 44;
const FRAME_HIGH = 30;
const HOLLOW = 0.16;
const BUBBLE_HIGH = 50;
const BUBBLE_HOLLOW = 0.26;
const isFrame = (wide: number, high: number, ink: number): boolean =>
  wide >= FRAME_WIDE && high >= FRAME_HIGH && ink < wide * high * (high < BUBBLE_HIGH ? HOLLOW : BUBBLE_HOLLOW);

/** Pieces of ink that touch each other are one; each row's stretches are joined with those of the row above. */
interface Stretches {
  row: number[];
  from: number[];
  to: number[];
  parent: number[];
}

function rootOf(parent: number[], at: number): number {
  let root = at;
  while (parent[root] !== root) root = parent[root]!;
  while (parent[at] !== root) [at, parent[at]] = [parent[at]!, root];
  return root;
}

function stretchesOf({ width, height, pixels }: GreyPicture): Stretches {
  const found: Stretches = { row: [], from: [], to: [], parent: [] };
  let above = 0;
  for (let y = 0; y < height; y++) {
    const own = found.row.length;
    let near = above;
    for (let x = 0; x < width; x++) {
      if (pixels[y * width + x]! >= INK) continue;
      const from = x;
      while (x < width && pixels[y * width + x]! < INK) x++;
      const at = found.row.push(y) - 1;
      found.from.push(from);
      found.to.push(x);
      found.parent.push(at);
      while (near < own && found.to[near]! < from) near++;
      for (let other = near; other < own && found.from[other]! <= x; other++)
        found.parent[rootOf(found.parent, other)] = rootOf(found.parent, at);
    }
    above = own;
  }
  return found;
}

/** The picture without them. Changes it in place, which spares memory, and gives it back. */
export function cleared(picture: GreyPicture): GreyPicture {
  const { width, pixels } = picture;
  const { row, from, to, parent } = stretchesOf(picture);
  const left = new Int32Array(row.length).fill(width);
  const right = new Int32Array(row.length);
  const top = new Int32Array(row.length).fill(2 ** 30);
  const bottom = new Int32Array(row.length);
  for (let at = 0; at < row.length; at++) {
    const root = rootOf(parent, at);
    left[root] = Math.min(left[root]!, from[at]!);
    right[root] = Math.max(right[root]!, to[at]!);
    top[root] = Math.min(top[root]!, row[at]!);
    bottom[root] = Math.max(bottom[root]!, row[at]! + 1);
  }
  const ink = new Int32Array(row.length);
  for (let at = 0; at < row.length; at++) ink[rootOf(parent, at)]! += to[at]! - from[at]!;
  const tallest = Math.max(40, width * TALLEST);
  const widest = Math.max(120, width * WIDEST);
  for (let at = 0; at < row.length; at++) {
    const root = rootOf(parent, at);
    const high = bottom[root]! - top[root]!;
    const wide = right[root]! - left[root]!;
    const isLetter = high <= tallest && wide <= widest && (high > SPECK || wide > SPECK);
    if (isLetter && !isLine(wide, high) && !isFrame(wide, high, ink[root]!)) continue;
    // With the paler pixels at both ends, or a shadow of it would stay.
    const base = row[at]! * width;
    pixels.fill(255, base + Math.max(0, from[at]! - 1), base + Math.min(width, to[at]! + 1));
  }
  return picture;
}
