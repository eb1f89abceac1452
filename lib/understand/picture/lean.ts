/**
 * Puts the lines of a photograph straight. A phone that is held at an angle shows lines that lean, and a camera that looks from the side makes
 * the upper ones lean otherwise than the lower ones; the engine then takes pieces of two lines for one.
 */
import type { GreyPicture } from './grey.ts';

/** How the lines lean: down to the right by `slope` in the middle, and by `fan` more towards the foot of the picture. Both as rise over run. */
export interface Lean {
  slope: number;
  fan: number;
}

/** Darker than this is ink. */
const INK = 128;
/** Points of ink that are looked at; more tell nothing new. */
const POINTS = 10_000;
const DEGREE = Math.PI / 180;
/** Largest lean that is looked for, and largest difference between the middle and the foot. */
const MOST = 7 * DEGREE;
const MOST_FAN = 4.5 * DEGREE;
/** Leans below this the engine reads as well. */
const LEAST = 0.35 * DEGREE;
/** So much sharper the lines must become, or they are left as they are. */
const GAIN = 1.12;

/** Points of ink on the left edges of strokes: as many for a thick letter as for a thin one. */
function inkOf({ width, height, pixels }: GreyPicture): { x: Float32Array; y: Float32Array; count: number } {
  const x = new Float32Array(POINTS);
  const y = new Float32Array(POINTS);
  let all = 0;
  for (let at = 1; at < pixels.length; at++) if (pixels[at]! < INK && pixels[at - 1]! >= INK) all += 1;
  const step = Math.max(1, Math.ceil(all / POINTS));
  let seen = 0;
  let count = 0;
  for (let row = 0; row < height; row++)
    for (let column = 1; column < width; column++) {
      const at = row * width + column;
      if (pixels[at]! >= INK || pixels[at - 1]! < INK || seen++ % step) continue;
      x[count] = column - width / 2;
      y[count] = row - height / 2;
      count += 1;
    }
  return { x, y, count };
}

/** How the lines of an evened picture lean; zeros where they stand straight or no lines are seen. */
export function leanOf(picture: GreyPicture): Lean {
  const { height } = picture;
  const { x, y, count } = inkOf(picture);
  if (count < 200) return { slope: 0, fan: 0 };
  const margin = height;
  const rows = new Uint16Array(Math.ceil((height + 2 * margin) / 2));
  // Rows of letters and the white between them stand out when the rows lie as the lines do.
  const sharpness = (slope: number, fan: number): number => {
    rows.fill(0);
    const part = (fan * 2) / height;
    for (let at = 0; at < count; at++) {
      const row = y[at]! - x[at]! * (slope + part * y[at]!);
      rows[(row + height / 2 + margin) >> 1]! += 1;
    }
    let sum = 0;
    for (let at = 1; at < rows.length; at++) sum += (rows[at]! - rows[at - 1]!) ** 2 + rows[at]! ** 2;
    return sum;
  };
  const straight = sharpness(0, 0);
  let best: Lean & { sharp: number } = { slope: 0, fan: 0, sharp: straight };
  const look = (slopes: [number, number, number], fans: [number, number, number]): void => {
    for (let slope = slopes[0]; slope <= slopes[1] + 1e-9; slope += slopes[2])
      for (let fan = fans[0]; fan <= fans[1] + 1e-9; fan += fans[2]) {
        const sharp = sharpness(slope, fan);
        if (sharp > best.sharp) best = { slope, fan, sharp };
      }
  };
  const coarse = 0.5 * DEGREE;
  look([-MOST, MOST, coarse], [-MOST_FAN, MOST_FAN, coarse * 1.5]);
  const fine = 0.1 * DEGREE;
  const { slope, fan } = best;
  look([slope - coarse, slope + coarse, fine], [fan - coarse, fan + coarse, fine * 2]);
  const leans = Math.abs(best.slope) >= LEAST || Math.abs(best.fan) >= LEAST;
  return leans && best.sharp > straight * GAIN ? { slope: best.slope, fan: best.fan } : { slope: 0, fan: 0 };
}

/** Where a point of the straightened picture lies in the leaning one; both as distances from the middle. */
export function leaningPoint(x: number, y: number, height: number, { slope, fan }: Lean): { x: number; y: number } {
  // Distance along the lines bends them by the fan; across them they only turn, by angles whose cosine is nearly one.
  const bent = y / (1 - x * ((fan * 2) / height));
  return { x: x - bent * slope, y: x * slope + bent };
}

/** The picture with its lines put straight, in the same size. What lay outside is as bright as the picture's edge. */
export function straightened(picture: GreyPicture, lean: Lean): GreyPicture {
  const { width, height, pixels } = picture;
  const out = new Uint8Array(pixels.length);
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const from = leaningPoint(column - width / 2, row - height / 2, height, lean);
      const x = Math.min(width - 1.001, Math.max(0, from.x + width / 2));
      const y = Math.min(height - 1.001, Math.max(0, from.y + height / 2));
      const left = x | 0;
      const top = y | 0;
      const over = x - left;
      const down = y - top;
      const at = top * width + left;
      const upper = pixels[at]! * (1 - over) + pixels[at + 1]! * over;
      const lower = pixels[at + width]! * (1 - over) + pixels[at + width + 1]! * over;
      out[row * width + column] = upper * (1 - down) + lower * down;
    }
  return { width, height, pixels: out };
}
