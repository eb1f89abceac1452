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

/** The picture in another size: averaged when it shrinks, so that thin strokes stay, and interpolated when it grows. */
export function resized({ width, height, pixels }: GreyPicture, factor: number): GreyPicture {
  const wide = Math.max(1, Math.round(width * factor));
  const high = Math.max(1, Math.round(height * factor));
  const out = new Uint8Array(wide * high);
  if (factor < 1) {
    for (let y = 0; y < high; y++) {
      const top = Math.floor((y * height) / high);
      const bottom = Math.max(top + 1, Math.floor(((y + 1) * height) / high));
      for (let x = 0; x < wide; x++) {
        const left = Math.floor((x * width) / wide);
        const right = Math.max(left + 1, Math.floor(((x + 1) * width) / wide));
        let sum = 0;
        for (let row = top; row < bottom; row++) for (let at = left; at < right; at++) sum += pixels[row * width + at]!;
        out[y * wide + x] = sum / ((bottom - top) * (right - left));
      }
    }
    return { width: wide, height: high, pixels: out };
  }
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
