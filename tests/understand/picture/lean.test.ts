import { describe, expect, it } from 'vitest';
import type { GreyPicture } from '../../../lib/understand/picture/grey.ts';
import { type Lean, leanOf, straightened } from '../../../lib/understand/picture/lean.ts';
import { makeRandom } from '../../../scripts/pictures/random.ts';
import { prepared } from '../../../lib/understand/picture/prepare.ts';

const WIDTH = 800;
const HEIGHT = 1200;
const DEGREE = Math.PI / 180;

/** Lines of small boxes, as letters stand, that lean by `slope`, and more so towards the foot. */
function leaning({ slope, fan }: Lean): GreyPicture {
  const pixels = new Uint8Array(WIDTH * HEIGHT).fill(255);
  for (let line = 150; line < HEIGHT - 150; line += 60)
    for (let x = 60; x < WIDTH - 60; x += 26 + ((x * line) % 7)) {
      const over = x - WIDTH / 2;
      const y = line - HEIGHT / 2;
      const top = Math.round(line + over * (slope + (fan * 2 * y) / HEIGHT));
      for (let row = top; row < top + 20; row++)
        for (let column = x; column < x + 16; column++)
          if (row % 6 < 3 || column - x < 4) pixels[row * WIDTH + column] = 0;
    }
  return { width: WIDTH, height: HEIGHT, pixels };
}

/** Rows of a picture without any ink: straight lines leave many. */
const emptyRows = ({ width, height, pixels }: GreyPicture): number =>
  Array.from({ length: height }, (_, y) =>
    pixels.subarray(y * width, (y + 1) * width).every((one) => one > 127),
  ).filter(Boolean).length;

describe('lines that lean', () => {
  it.each([
    [-6, 0],
    [-2.5, 0],
    [1, 0],
    [6, 0],
    [3, 2],
    [-2, -3],
    [0, 3],
  ])('are seen and put straight: %d degrees, %d more at the foot', (turn, fan) => {
    const picture = leaning({ slope: turn * DEGREE, fan: fan * DEGREE });
    const lean = leanOf(picture);
    expect(Math.abs(lean.slope - turn * DEGREE)).toBeLessThan(0.4 * DEGREE);
    expect(Math.abs(lean.fan - fan * DEGREE)).toBeLessThan(0.8 * DEGREE);
    const straight = straightened(picture, lean);
    expect(emptyRows(straight)).toBeGreaterThan(emptyRows(picture) + 100);
    expect(leanOf(straight)).toEqual({ slope: 0, fan: 0 });
  });

  it('that stand straight are left alone, and so is a picture without lines', () => {
    expect(leanOf(leaning({ slope: 0, fan: 0 }))).toEqual({ slope: 0, fan: 0 });
    expect(leanOf({ width: 300, height: 300, pixels: new Uint8Array(90_000).fill(255) })).toEqual({ slope: 0, fan: 0 });
    const random = makeRandom(7);
    const noise = Uint8Array.from({ length: 360_000 }, () => random.next() * 256);
    expect(leanOf({ width: 600, height: 600, pixels: noise })).toEqual({ slope: 0, fan: 0 });
  });

  it('are straight in the picture that the engine gets', () => {
    const tilted = leaning({ slope: 5 * DEGREE, fan: 0 });
    expect(emptyRows(prepared(tilted))).toBeGreaterThan(emptyRows(tilted) + 100);
  });
});
