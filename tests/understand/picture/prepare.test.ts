import { describe, expect, it } from 'vitest';
import { cleared } from '../../../lib/understand/picture/clear.ts';
import { greyOf, type GreyPicture, resized, softened } from '../../../lib/understand/picture/grey.ts';
import { evened, prepared } from '../../../lib/understand/picture/prepare.ts';

/** A picture of one brightness with rectangles of others. */
function painted(
  width: number,
  height: number,
  paper: number,
  ...boxes: [number, number, number, number, number][]
): GreyPicture {
  const pixels = new Uint8Array(width * height).fill(paper);
  for (const [left, top, wide, high, bright] of boxes)
    for (let y = top; y < top + high; y++) pixels.fill(bright, y * width + left, y * width + left + wide);
  return { width, height, pixels };
}
const at = ({ width, pixels }: GreyPicture, x: number, y: number): number => pixels[y * width + x]!;

describe('a prepared picture', () => {
  it.each([
    ['dark on light', 240, 30],
    ['light on dark', 20, 220],
    ['under a veil', 95, 40],
    ['light on a button', 120, 255],
  ])('has dark ink on light paper: %s', (_name, paper, ink) => {
    const even = evened(painted(720, 1560, paper, [300, 400, 4, 20, ink], [310, 400, 4, 20, ink]));
    expect(at(even, 301, 410)).toBeLessThan(40);
    expect(at(even, 330, 410)).toBe(255);
    expect(at(even, 100, 1200)).toBe(255);
  });

  it('loses frames and specks, and keeps letters', () => {
    const frame: [number, number, number, number, number][] = [
      [100, 100, 500, 2, 0],
      [100, 100, 2, 300, 0],
      [100, 400, 502, 2, 0],
      [600, 100, 2, 302, 0],
    ];
    const clear = cleared(painted(720, 800, 255, ...frame, [200, 200, 20, 24, 0], [300, 300, 2, 2, 0]));
    expect(at(clear, 350, 100)).toBe(255);
    expect(at(clear, 300, 300)).toBe(255);
    expect(at(clear, 210, 210)).toBe(0);
  });

  it('loses lines and bubbles that are as high as letters', () => {
    const bubble: [number, number, number, number, number][] = [
      [100, 100, 200, 4, 0],
      [100, 100, 4, 60, 0],
      [100, 160, 200, 4, 0],
      [296, 100, 4, 60, 0],
    ];
    const clear = cleared(painted(860, 800, 255, ...bubble, [400, 300, 90, 5, 0], [500, 400, 30, 4, 0]));
    expect(at(clear, 200, 101)).toBe(255);
    expect(at(clear, 440, 302)).toBe(255);
    // As long and thin as the sign for one.
    expect(at(clear, 510, 401)).toBe(0);
  });

  it('keeps thick strokes whole, whose middle is wider than a cell', () => {
    const even = evened(painted(720, 1560, 240, [300, 400, 18, 18, 20], [360, 400, 18, 18, 20]));
    for (const x of [302, 309, 315, 362, 369, 375]) expect(at(even, x, 409)).toBeLessThan(40);
    expect(at(even, 340, 409)).toBe(255);
  });

  it('loses the grid of a photographed screen, and keeps the letters on it', () => {
    const picture = painted(860, 1400, 200, [300, 400, 5, 30, 40], [320, 400, 5, 30, 40]);
    for (let one = 0; one < picture.pixels.length; one++)
      if (Math.floor(one / 860) % 3 === 0 || (one % 860) % 3 === 0) picture.pixels[one]! -= 36;
    const clear = prepared(picture);
    expect(at(clear, 302, 415)).toBeLessThan(90);
    expect(clear.pixels.filter((one) => one < 170).length).toBeLessThan(500);
    expect(at(softened(painted(30, 30, 200, [10, 10, 1, 1, 20])), 10, 10)).toBe(180);
  });

  it('comes in the size in which it is read, and a strip as it is', () => {
    expect(prepared(painted(360, 780, 255)).width).toBe(700);
    expect(prepared(painted(1290, 2796, 255)).width).toBeLessThan(1000);
    expect(prepared(painted(900, 200, 255)).width).toBe(900);
    expect(prepared(painted(1080, 9000, 255)).width).toBeGreaterThan(700);
  });

  it('shrinks and grows without moving what it shows', () => {
    const picture = painted(100, 100, 255, [40, 40, 20, 20, 0]);
    expect(at(resized(picture, 0.5), 25, 25)).toBe(0);
    expect(at(resized(picture, 2), 100, 100)).toBe(0);
    expect(at(resized(picture, 2), 20, 20)).toBe(255);
  });

  it('shows white where it is transparent', () => {
    expect([...greyOf(Uint8Array.from([0, 0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 255]), 3, 1).pixels]).toEqual([
      255, 255, 0,
    ]);
  });
});
