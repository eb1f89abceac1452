/**
 * Makes a picture fit to be read. The engine decides once for the whole picture what is ink and what is paper, which fails where a dialog stands
 * on a darkened page, a bubble is green, or a lamp shines on the glass. So each part of the picture gets its own paper first: light, with dark ink.
 */
import { cleared } from './clear.ts';
import { type GreyPicture, resized, softened } from './grey.ts';
import { leanOf, straightened } from './lean.ts';

/** Pixels above which a picture is shrunk: screens of three device pixels a point are finer than the engine needs. */
const ENOUGH = 1_600_000;
/** Below this width a screenshot has been shrunk by somebody, and its letters are too small. */
const NARROW = 700;
/** Length of a cell's side, in parts of the shorter side of a screen. */
const CELLS = 90;
/** A cell with less contrast than this holds no text. */
const FAINT = 16;
/** Most of a screen is empty: contrast that half of all cells have is grain of the camera or the screen's grid. So much more must ink have. */
const GRAIN = 1.3;
const PAPER = 255;
/** Papers that differ by less are the same; with a smaller part of such around it a cell is an island. */
const ALIKE = 28;
const ISLAND = 0.34;
/** Brightnesses of paper whose grain is told apart, and the part of cells of one brightness that hold no ink at least. */
const SHADES = 8;
const BARE = 0.25;
const shadeOf = (paper: number): number => Math.min(SHADES - 1, paper >> 5);

/** What a part of the picture is made of: its paper, and how much brighter or darker its ink can be. */
interface Ground {
  paper: Float32Array;
  ink: Float32Array;
  wide: number;
  high: number;
  cell: number;
}

/** Cells whose paper is like hardly any around them stand in the middle of a thick letter, and take the paper of the others. */
function withoutIslands(paper: Float32Array, wide: number, high: number): Float32Array {
  const near: number[] = [];
  return paper.map((own, at) => {
    const column = at % wide;
    const line = (at - column) / wide;
    near.length = 0;
    let alike = 0;
    for (let row = Math.max(0, line - 2); row <= Math.min(high - 1, line + 2); row++)
      for (let x = Math.max(0, column - 2); x <= Math.min(wide - 1, column + 2); x++) {
        const level = paper[row * wide + x]!;
        if (Math.abs(level - own) <= ALIKE) alike += 1;
        else near.push(level);
      }
    if (alike >= (alike + near.length) * ISLAND) return own;
    return near.toSorted((a, b) => a - b)[near.length >> 1]!;
  });
}

/** The brightness that most pixels of a window have is its paper; the farther of its extremes is its ink. */
function groundOf({ width, height, pixels }: GreyPicture): Ground {
  const cell = Math.max(6, Math.round(Math.min(width, 1400) / CELLS));
  const wide = Math.ceil(width / cell);
  const high = Math.ceil(height / cell);
  const counts = new Uint16Array(wide * high * 32);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / cell) * wide;
    for (let x = 0; x < width; x++) counts[(row + Math.floor(x / cell)) * 32 + (pixels[y * width + x]! >> 3)]! += 1;
  }
  const paper = new Float32Array(wide * high);
  const lowest = new Float32Array(wide * high);
  const highest = new Float32Array(wide * high);
  const sum = new Uint32Array(32);
  for (let y = 0; y < high; y++)
    for (let x = 0; x < wide; x++) {
      // A window of three cells a side is about a line of text high.
      sum.fill(0);
      let all = 0;
      for (let row = Math.max(0, y - 1); row <= Math.min(high - 1, y + 1); row++)
        for (let at = Math.max(0, x - 1); at <= Math.min(wide - 1, x + 1); at++) {
          // The cell itself says most about its paper.
          const weight = row === y && at === x ? 3 : 1;
          for (let level = 0; level < 32; level++) {
            const found = counts[(row * wide + at) * 32 + level]! * weight;
            sum[level]! += found;
            all += found;
          }
        }
      // Its neighbours count with it; beyond the ends stands the end itself.
      const weight = (level: number): number =>
        (sum[level - 1] ?? sum[level]!) + 2 * sum[level]! + (sum[level + 1] ?? sum[level]!);
      let best = 0;
      for (let level = 1; level < 32; level++) if (weight(level) > weight(best)) best = level;
      const few = all * 0.012;
      let low = 0;
      for (let seen = sum[0]!; seen < few;) seen += sum[++low]!;
      let top = 31;
      for (let seen = sum[31]!; seen < few;) seen += sum[--top]!;
      const at = y * wide + x;
      paper[at] = best * 8 + 4;
      lowest[at] = low * 8 + 4;
      highest[at] = top * 8 + 4;
    }
  const ground = withoutIslands(paper, wide, high);
  // The farther of the extremes is the ink.
  const ink = ground.map((level, at) =>
    level - lowest[at]! >= highest[at]! - level ? lowest[at]! - level : highest[at]! - level,
  );
  return { paper: ground, ink, wide, high, cell };
}

/** Contrast of the grain, for papers of every brightness: a lit dialog shows more of it than the darkened page around it. */
function grainOf({ paper, ink }: Ground, grainy: boolean): Float32Array {
  const all = ink.map(Math.abs);
  const common = all.toSorted()[all.length >> 1]!;
  return Float32Array.from({ length: SHADES }, (_, shade) => {
    if (!grainy) return common;
    const alike = all.filter((_, at) => Math.abs(shadeOf(paper[at]!) - shade) <= 1).toSorted();
    return alike.length < 40 ? common : Math.max(common, alike[Math.floor(alike.length * BARE)]!);
  });
}

/** Light paper and dark ink everywhere. */
export function evened(picture: GreyPicture, grainy = false): GreyPicture {
  const { width, height, pixels } = picture;
  const ground = groundOf(picture);
  const { paper, ink, wide, cell } = ground;
  const grains = grainOf(ground, grainy);
  const out = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / cell) * wide;
    for (let x = 0; x < width; x++) {
      const at = row + Math.floor(x / cell);
      const reach = ink[at]!;
      const grain = grains[shadeOf(paper[at]!)]!;
      if (Math.abs(reach) < Math.max(FAINT, grain * GRAIN)) {
        out[y * width + x] = PAPER;
        continue;
      }
      const part = (pixels[y * width + x]! - paper[at]!) / reach;
      const none = Math.max(0.08, (grain * 0.8) / Math.abs(reach));
      out[y * width + x] = part <= none ? PAPER : part >= 1 ? 0 : PAPER * (1 - (part - none) / (1 - none));
    }
  }
  return { width, height, pixels: out };
}

/** The size in which the engine reads best for its time. */
export function sizeFactor({ width, height }: GreyPicture): number {
  if (width < NARROW) return Math.min(3, NARROW / width, Math.sqrt(ENOUGH / (width * height)));
  // Long pages keep the fineness of one screen.
  const screen = width * Math.min(height, width * 2.2);
  return Math.min(1, Math.sqrt(ENOUGH / screen));
}

/** A strip that somebody cut out of a screen: its paper is even, and its size tells nothing of the size of its letters. */
const isStrip = ({ width, height }: GreyPicture): boolean => height < 700 && height < width * 1.2;

/** Whether most of the picture has grain, as a camera's has and a screenshot has not. */
function isGrainy({ width, height, pixels }: GreyPicture): boolean {
  let rough = 0;
  let seen = 0;
  for (let y = 2; y < height; y += 3)
    for (let x = 2; x < width; x += 3, seen++) {
      const at = y * width + x;
      if (Math.abs(2 * pixels[at]! - pixels[at - 1]! - pixels[at - 2]!) > 2) rough += 1;
    }
  return rough > seen * 0.3;
}

/** A picture as the engine wants it. */
export function prepared(picture: GreyPicture): GreyPicture {
  if (isStrip(picture)) return picture;
  const factor = sizeFactor(picture);
  let sized = factor === 1 ? picture : resized(picture, factor);
  const grainy = isGrainy(sized);
  if (grainy) sized = softened(sized);
  const even = cleared(evened(sized, grainy));
  const lean = leanOf(even);
  if (lean.slope === 0 && lean.fan === 0) return even;
  return cleared(evened(straightened(sized, lean), grainy));
}
