/**
 * What a file is, by its first bytes and never by its name: kind, size and whether it moves. Known before anything is decoded, so that a file
 * made to be huge costs nothing. Places of the numbers as in the formats' specifications; EXIF and other notes are passed over.
 */
import { PictureProblem } from './problem.ts';

export interface PictureKind {
  kind: 'png' | 'jpeg' | 'webp' | 'gif' | 'bmp' | 'heif';
  /** Pixels, where the head tells them. */
  width: number | null;
  height: number | null;
  moving: boolean;
}

/** Pixels beyond which a phone may run out of memory while it decodes. */
export const MOST_PIXELS = 40_000_000;
/** Bytes beyond which no screenshot is. */
export const MOST_BYTES = 40_000_000;
/** Below this a side holds no line of text. */
export const LEAST_SIDE = 12;

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)));

const numberAt = (bytes: Uint8Array, at: number, count: number, little = false): number => {
  let value = 0;
  for (let i = 0; i < count; i++) value = value * 256 + (bytes[little ? at + count - 1 - i : at + i] ?? 0);
  return value;
};

function png(bytes: Uint8Array): PictureKind {
  // The chunk that announces an animation stands before the first image data.
  let moving = false;
  for (let at = 8; at + 12 <= bytes.length; at += 12 + numberAt(bytes, at, 4)) {
    const name = ascii(bytes, at + 4, at + 8);
    if (name === 'acTL') moving = numberAt(bytes, at + 8, 4) > 1;
    if (name === 'IDAT' || moving) break;
  }
  return { kind: 'png', width: numberAt(bytes, 16, 4), height: numberAt(bytes, 20, 4), moving };
}

function jpeg(bytes: Uint8Array): PictureKind {
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) break;
    const mark = bytes[at + 1]!;
    if (mark === 0xff) {
      at += 1;
      continue;
    }
    // Frame headers, but not the tables between them.
    if (mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark))
      return {
        kind: 'jpeg',
        height: numberAt(bytes, at + 5, 2),
        width: numberAt(bytes, at + 7, 2),
        moving: false,
      };
    at += 2 + numberAt(bytes, at + 2, 2);
  }
  return { kind: 'jpeg', width: null, height: null, moving: false };
}

function webp(bytes: Uint8Array): PictureKind {
  const form = ascii(bytes, 12, 16);
  if (form === 'VP8X')
    return {
      kind: 'webp',
      width: numberAt(bytes, 24, 3, true) + 1,
      height: numberAt(bytes, 27, 3, true) + 1,
      moving: (bytes[20]! & 2) !== 0,
    };
  if (form === 'VP8L') {
    const packed = numberAt(bytes, 21, 4, true);
    return { kind: 'webp', width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1, moving: false };
  }
  return {
    kind: 'webp',
    width: numberAt(bytes, 26, 2, true) & 0x3fff,
    height: numberAt(bytes, 28, 2, true) & 0x3fff,
    moving: false,
  };
}

function gif(bytes: Uint8Array): PictureKind {
  const table = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let images = 0;
  let at = 13 + table(bytes[10]!);
  while (at < bytes.length && images < 2) {
    if (bytes[at] === 0x2c) {
      images += 1;
      at += 11 + table(bytes[at + 9] ?? 0);
    } else if (bytes[at] === 0x21) at += 2;
    else break;
    // Blocks of data, each with its length before it; an empty one ends them.
    while ((bytes[at] ?? 0) > 0) at += 1 + bytes[at]!;
    at += 1;
  }
  return {
    kind: 'gif',
    width: numberAt(bytes, 6, 2, true),
    height: numberAt(bytes, 8, 2, true),
    moving: images > 1,
  };
}

function kindOf(bytes: Uint8Array): PictureKind {
  const start = ascii(bytes, 0, 16);
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return png(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return jpeg(bytes);
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return webp(bytes);
  if (/^GIF8[79]a/.test(start)) return gif(bytes);
  if (start.startsWith('BM'))
    return {
      kind: 'bmp',
      width: numberAt(bytes, 18, 4, true),
      // A negative height says that the rows stand from top to bottom.
      height: Math.abs(numberAt(bytes, 22, 4, true) | 0),
      moving: false,
    };
  if (/^ftyp(?:heic|heix|hevc|hevx|heim|heis|mif1|msf1|avif|avis)/.test(start.slice(4)))
    return { kind: 'heif', width: null, height: null, moving: false };
  const text = new TextDecoder().decode(bytes.subarray(0, 1000)).trimStart();
  throw new PictureProblem(
    /^(?=<(?:\?xml|!--|!doctype svg|svg))[\s\S]*<svg\b/i.test(text) ? 'drawing' : 'not-a-picture',
  );
}

/** Refuses a size that cannot be read. @throws PictureProblem */
export function checkSize(width: number, height: number): void {
  if (width * height > MOST_PIXELS) throw new PictureProblem('too-large');
  if (width < LEAST_SIDE || height < LEAST_SIDE) throw new PictureProblem('too-small');
}

/** The kind of a file. @throws PictureProblem when it is none that can be read */
export function checkedKind(bytes: Uint8Array): PictureKind {
  const found = kindOf(bytes);
  if (found.width !== null && found.height !== null) {
    if (found.width === 0 || found.height === 0) throw new PictureProblem('broken');
    checkSize(found.width, found.height);
  }
  if (found.moving) throw new PictureProblem('animated');
  return found;
}
