/** Decodes a picture with the browser's own decoder, in the worker: pixels and nothing else. A picture that lies on its side is put upright by the browser. */
import { greyOf, type GreyPicture } from './grey.ts';
import { checkedKind, checkSize, MOST_BYTES } from './kind.ts';
import { PictureProblem } from './problem.ts';

/** Bytes of the head; enough to pass the notes of a camera before the size of a JPEG. */
const HEAD = 262_144;

/** Brightness of the pixels of a picture. @throws PictureProblem */
export async function decodePicture(source: Blob): Promise<GreyPicture> {
  // Moving pictures tell of themselves late in the file; the others in their head.
  if (source.size > MOST_BYTES) throw new PictureProblem('too-large');
  const head = new Uint8Array(await source.slice(0, HEAD).arrayBuffer());
  const isGif = head[0] === 0x47;
  const { kind } = checkedKind(isGif ? new Uint8Array(await source.arrayBuffer()) : head);
  let bitmap: ImageBitmap;
  try {
    // Without a name or a type of its own, only the bytes decide.
    bitmap = await createImageBitmap(new Blob([source]));
  } catch {
    throw new PictureProblem(kind === 'heif' ? 'unsupported' : 'broken');
  }
  try {
    const { width, height } = bitmap;
    checkSize(width, height);
    const canvas = new OffscreenCanvas(width, height);
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    if (!pen) throw new PictureProblem('memory');
    pen.drawImage(bitmap, 0, 0);
    const { data } = pen.getImageData(0, 0, width, height);
    // Gives the canvas' memory back before the engine takes its own.
    canvas.width = canvas.height = 0;
    return greyOf(data, width, height);
  } finally {
    bitmap.close();
  }
}
