/** The pictures for the stores have exactly the sizes that the stores ask for, in a language, right to left too. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../scripts/cli.ts';
import { takePictures } from '../../scripts/store-pictures.ts';

/** Width and height as the header of a PNG tells them. */
const sizeOf = (png: Buffer): string => `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;

it('pictures have the sizes in their names, and no two are the same', async () => {
  const pictures = await takePictures(['en', 'ar']);
  expect([...pictures.keys()].filter((name) => name.startsWith('en-'))).toHaveLength(5);
  expect([...pictures.keys()].filter((name) => name.startsWith('ar-'))).toHaveLength(5);
  for (const name of ['tile-small-440x280.png', 'tile-large-1400x560.png', 'logo-300x300.png'])
    expect([...pictures.keys()]).toContain(name);
  for (const [name, png] of pictures) expect(name).toContain(`-${sizeOf(png)}.png`);
  expect(new Set([...pictures.values()].map((png) => png.toString('base64'))).size).toBe(pictures.size);
  expect(sizeOf(readFileSync(join(ROOT, 'public', 'icon', '128.png')))).toBe('128x128');
});
