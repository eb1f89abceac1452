/** Reads picture files on the command line with the engine and the data that the extension ships. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { type MakeCore, startEngine } from '../../lib/understand/picture/engine.ts';
import { greyOf, type GreyPicture } from '../../lib/understand/picture/grey.ts';
import { checkedKind, checkSize, MOST_BYTES } from '../../lib/understand/picture/kind.ts';
import { prepared } from '../../lib/understand/picture/prepare.ts';
import { PictureProblem } from '../../lib/understand/picture/problem.ts';
import { textOfWords } from '../../lib/understand/picture/recognised.ts';
import { LANGUAGES } from '../../lib/understand/picture/serve.ts';
import { engineBytes, engineFiles } from '../vite/picture-engine.ts';

/** The core's own decoder, which is used here because Node has none: any of its formats comes back as PNG. */
interface DecodingCore {
  FS: { writeFile(path: string, data: Uint8Array): void; readFile(path: string): Uint8Array };
  TessBaseAPI: new () => {
    Init(path: null, languages: string, mode: number): number;
    SetImageFile(orientation: number, angle: number): number;
    /** Writes what it holds to a file that is always called so: /image.png */
    WriteImage(kind: number): void;
  };
}

const fileOf = (end: string) => engineFiles().find(({ to }) => to.endsWith(end))!;

/** Reads one file after the other. @throws PictureProblem with the reason, as in the extension */
export async function makeFileReader(): Promise<(file: string) => string> {
  const make = createRequire(import.meta.url)(fileOf('.js').from) as MakeCore;
  const data = (name: string) => ({ name, data: gunzipSync(engineBytes(fileOf(`/${name}.traineddata.gz`))) });
  const engine = await startEngine(make, LANGUAGES.map(data));
  const quiet = { print: () => undefined, printErr: () => undefined };
  const core = (await make(quiet)) as unknown as DecodingCore;
  core.FS.writeFile('eng.traineddata', data('eng').data);
  const decoder = new core.TessBaseAPI();
  decoder.Init(null, 'eng', 1);

  function decode(bytes: Uint8Array): GreyPicture {
    const { kind } = checkedKind(bytes);
    if (kind === 'heif') throw new PictureProblem('unsupported');
    try {
      let file = bytes;
      if (kind !== 'png') {
        core.FS.writeFile('/input', bytes);
        if (decoder.SetImageFile(1, 0) !== 0) throw new PictureProblem('broken');
        decoder.WriteImage(0);
        file = core.FS.readFile('/image.png');
      }
      const { data: pixels, width, height } = PNG.sync.read(Buffer.from(file));
      checkSize(width, height);
      return greyOf(pixels, width, height);
    } catch (error) {
      throw error instanceof PictureProblem ? error : new PictureProblem('broken');
    }
  }

  return (file) => {
    const bytes = readFileSync(file);
    if (bytes.length > MOST_BYTES) throw new PictureProblem('too-large');
    const text = textOfWords(engine.read(prepared(decode(bytes))));
    if (text.trim() === '') throw new PictureProblem('no-text');
    return text;
  };
}
