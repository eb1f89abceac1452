import { describe, expect, it } from 'vitest';
import { checkedKind } from '../../../lib/understand/picture/kind.ts';
import { PictureProblem, reasonOf } from '../../../lib/understand/picture/problem.ts';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const bytes = (...parts: (number[] | string)[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((sign) => sign.charCodeAt(0)) : part)),
  );
const four = (value: number): number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
const png = (width: number, height: number, ...more: (number[] | string)[]): Uint8Array =>
  bytes(
    [0x89],
    'PNG\r\n',
    [0x1a, 0x0a],
    four(13),
    'IHDR',
    four(width),
    four(height),
    [8, 2, 0, 0, 0],
    four(0),
    ...more,
  );

function reasonFor(file: Uint8Array): string {
  try {
    return `read as ${checkedKind(file).kind}`;
  } catch (error) {
    expect(error).toBeInstanceOf(PictureProblem);
    return reasonOf(error);
  }
}

describe('the kind of a file', () => {
  it('is told by its bytes', () => {
    expect(checkedKind(png(1170, 2532))).toEqual({ kind: 'png', width: 1170, height: 2532, moving: false });
    const jpeg = bytes([0xff, 0xd8, 0xff, 0xe1, 0, 4, 1, 2, 0xff, 0xc0, 0, 17, 8, 0x03, 0x20, 0x01, 0x90, 3, 1]);
    expect(checkedKind(jpeg)).toMatchObject({ kind: 'jpeg', width: 400, height: 800 });
    const webp = bytes('RIFF', four(0), 'WEBPVP8X', four(0), [0, 0, 0, 0], [99, 0, 0], [199, 0, 0]);
    expect(checkedKind(webp)).toMatchObject({ kind: 'webp', width: 100, height: 200 });
    expect(checkedKind(bytes(four(24), 'ftypheic', four(0)))).toMatchObject({ kind: 'heif', width: null });
    expect(
      checkedKind(
        bytes('BM', [...four(0), ...four(0), ...four(0), ...four(0)], [90, 0, 0, 0], [0x9c, 0xff, 0xff, 0xff]),
      ),
    ).toMatchObject({
      kind: 'bmp',
      width: 90,
      height: 100,
    });
  });

  it.each([
    ['not-a-picture', text('Dear diary')],
    ['not-a-picture', text('<!doctype html><p>svg')],
    ['not-a-picture', new Uint8Array()],
    // An expression that tries every way to divide these takes for ever.
    ['not-a-picture', text('<!---->'.repeat(140))],
    ['drawing', text('<?xml version="1.0"?>\n<!-- a -->\n<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['too-large', png(10_000, 5_000)],
    ['too-large', png(4_000_000_000, 1)],
    ['too-small', png(1, 1)],
    ['too-small', png(2000, 3)],
    ['broken', png(0, 20)],
    ['animated', png(300, 300, four(8), 'acTL', four(3), four(0), four(0))],
    ['animated', bytes('RIFF', four(0), 'WEBPVP8X', four(0), [2, 0, 0, 0], [99, 0, 0], [199, 0, 0])],
  ])('refuses: %s', (reason, file) => {
    expect(reasonFor(file)).toBe(reason);
  });

  it('tells a moving GIF from a still one', () => {
    const image = [0x2c, 0, 0, 0, 0, 40, 0, 40, 0, 0, 2, 1, 9, 0];
    const head = bytes('GIF89a', [40, 0, 40, 0, 0x80, 0, 0], [0, 0, 0, 9, 9, 9], [0x21, 0xf9, 1, 0, 0]);
    expect(reasonFor(bytes([...head], image, [0x3b]))).toBe('read as gif');
    expect(reasonFor(bytes([...head], image, image, [0x3b]))).toBe('animated');
  });

  it('never hangs or throws anything else, whatever the bytes are', () => {
    let seed = 7;
    const next = (): number => (seed = (seed * 16807) % 2147483647);
    for (const head of [[0xff, 0xd8, 0xff], [0x47, 0x49, 0x46, 0x38, 0x39, 0x61], [...png(50, 50)], [0x42, 0x4d]])
      for (let round = 0; round < 200; round++) {
        const file = Uint8Array.from([...head, ...Array.from({ length: 60 }, () => next() & 255)]);
        expect(reasonFor(file)).not.toBe('engine');
      }
  });
});

describe('the reason behind an error', () => {
  it.each([
    ['memory', new RangeError('Array buffer allocation failed')],
    ['memory', new Error('Aborted(OOM). Build with …')],
    ['memory', new Error('memory access out of bounds')],
    ['aborted', new DOMException('stopped', 'AbortError')],
    ['engine', new Error('unreachable')],
    ['engine', undefined],
    ['broken', new PictureProblem('broken')],
  ])('%s', (reason, error) => {
    expect(reasonOf(error)).toBe(reason);
  });
});
