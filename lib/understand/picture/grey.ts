/** Grey pictures: what is left of a picture once its colours are gone, and how it gets larger or smaller. */

export interface GreyPicture {
  width: number;
  height: number;
  /** One byte a pixel, 0 is black. */
  pixels: Uint8Array;
}

/** Brightness of a picture of red, green, blue and opacity; what is transparent shows white behind it. */
export function greyOf(rgba: Uint8ClampedArray | Uint8Array, width: number, height: number): GreyPicture {
  const pixels = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < pixels.length; at++, from += 4) {
    const bright = (rgba[from]! * 77 + rgba[from + 1]! * 150 + rgba[from + 2]! * 29) >> 8;
    const opaque = rgba[from + 3]!;
    pixels[at] = opaque === 255 ? bright : (bright * opaque + 255 * (255 - opaque)) / 255;
  }
  return { width, height, pixels };
}

/**
 * Every new pixel is the mean of the area it covers, with the parts of pixels at its sides. Whole pixels only would let the grid of a photographed
 * screen beat against the new one. Rows first, then columns, so that each pixel is looked at twice only.
 */
function shrunk({ width, height, pixels }: GreyPicture, wide: number, high: number): GreyPicture {
  const out = new Uint8Array(wide * high);
  const row = new Float32Array(width);
  const tall = height / high;
  const broad = width / wide;
  for (let y = 0; y < high; y++) {
    const top = y * tall;
    const bottom = Math.min(height, top + tall);
    row.fill(0);
    for (let line = Math.floor(top); line < bottom; line++) {
      const share = (Math.min(line + 1, bottom) - Math.max(line, top)) / tall;
      const base = line * width;
      for (let x = 0; x < width; x++) row[x]! += pixels[base + x]! * share;
    }
    for (let x = 0; x < wide; x++) {
      const left = x * broad;
      const right = Math.min(width, left + broad);
      let sum = 0;
      for (let at = Math.floor(left); at < right; at++)
        sum += row[at]! * (Math.min(at + 1, right) - Math.max(at, left));
      out[y * wide + x] = sum / broad + 0.5;
    }
  }
  return { width: wide, height: high, pixels: out };
}

/** The picture in another size: averaged when it shrinks, so that thin strokes stay, and interpolated when it grows. */
export function resized({ width, height, pixels }: GreyPicture, factor: number): GreyPicture {
  const wide = Math.max(1, Math.round(width * factor));
  const high = Math.max(1, Math.round(height * factor));
  const out = new Uint8Array(wide * high);
  if (factor < 1) return shrunk({ width, height, pixels }, wide, high);
  for (let y = 0; y < high; y++) {
    const fromY = Math.max(0, (y + 0.5) / factor - 0.5);
    const top = Math.min(height - 1, Math.floor(fromY));
    const bottom = Math.min(height - 1, top + 1);
    const down = fromY - top;
    for (let x = 0; x < wide; x++) {
      const fromX = Math.max(0, (x + 0.5) / factor - 0.5);
      const left = Math.min(width - 1, Math.floor(fromX));
      const right = Math.min(width - 1, left + 1);
      const over = fromX - left;
      const upper = pixels[top * width + left]! * (1 - over) + pixels[top * width + right]! * over;
      const lower = pixels[bottom * width + left]! * (1 - over) + pixels[bottom * width + right]! * over;
      out[y * wide + x] = upper * (1 - down) + lower * down;
    }
  }
  return { width: wide, height: high, pixels: out };
}

/** The picture a little out of focus: the mean of three by three pixels, which takes away grain and a screen's grid. */
export function softened({ width, height, pixels }: GreyPicture): GreyPicture {
  const out = new Uint8Array(pixels);
  const columns = new Uint16Array(width);
  for (let y = 1; y < height - 1; y++) {
    const at = y * width;
    for (let x = 0; x < width; x++) columns[x] = pixels[at - width + x]! + pixels[at + x]! + pixels[at + width + x]!;
    for (let x = 1; x < width - 1; x++) out[at + x] = (columns[x - 1]! + columns[x]! + columns[x + 1]! + 4) / 9;
  }
  return { width, height, pixels: out };
}
