/**
 * The engine that reads: Tesseract's LSTM core as WebAssembly, driven directly. The same code runs in the extension's worker and on the
 * command line; only the way its files are fetched differs, so those come as parameters.
 */
import type { GreyPicture } from './grey.ts';
import { PictureProblem } from './problem.ts';
import { type RecognisedWord, wordsOfTable } from './recognised.ts';

/** What is used of the core; `api.Get…` give text in memory of the core already copied out. */
interface CoreApi {
  Init(path: null, languages: string, mode: number): number;
  SetVariable(name: string, value: string): boolean;
  SetImageFile(orientation: number, angle: number): number;
  Recognize(monitor: null): number;
  GetTSVText(page: number): string;
  Clear(): void;
  End(): void;
}
export interface Core {
  FS: { writeFile(path: string, data: Uint8Array): void; unlink(path: string): void };
  TessBaseAPI: new () => CoreApi;
}
/** Makes the core; Emscripten's own form. */
export type MakeCore = (options: {
  wasmBinary?: ArrayBufferLike;
  TesseractProgress?: (percent: number) => void;
  print: (line: string) => void;
  printErr: (line: string) => void;
}) => Promise<Core>;

export interface LanguageData {
  name: string;
  /** The unpacked `.traineddata`. */
  data: Uint8Array;
}

export interface PictureEngine {
  /** Reads a prepared picture. `onProgress` gets 0 to 1. @throws PictureProblem */
  read(picture: GreyPicture, onProgress?: (part: number) => void): RecognisedWord[];
}

/** Neural networks only; the old recogniser is not in the core that is shipped. */
const LSTM_ONLY = 1;
const INPUT = '/input';

/** A picture in the simplest format the core decodes: a line of text and the bytes of the pixels. */
function asPgm({ width, height, pixels }: GreyPicture): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const file = new Uint8Array(head.length + pixels.length);
  file.set(head);
  file.set(pixels, head.length);
  return file;
}

/**
 * Starts the engine.
 * @param makeCore the core's factory
 * @param languages data of the languages, the main one first
 * @throws PictureProblem when it does not start
 */
export async function startEngine(
  makeCore: MakeCore,
  languages: readonly LanguageData[],
  wasmBinary?: ArrayBufferLike,
): Promise<PictureEngine> {
  let report: ((part: number) => void) | undefined;
  // What the core prints are notes on parameters that this build of it does not have.
  const quiet = (): void => undefined;
  const core = await makeCore({
    ...(wasmBinary ? { wasmBinary } : {}),
    TesseractProgress: (percent) => report?.(Math.min(1, percent / 100)),
    print: quiet,
    printErr: quiet,
  });
  for (const { name, data } of languages) core.FS.writeFile(`${name}.traineddata`, data);
  const api = new core.TessBaseAPI();
  if (api.Init(null, languages.map(({ name }) => name).join('+'), LSTM_ONLY) !== 0) throw new PictureProblem('engine');
  // The engine holds the data now.
  for (const { name } of languages) core.FS.unlink(`${name}.traineddata`);

  return {
    read(picture, onProgress) {
      report = onProgress;
      try {
        core.FS.writeFile(INPUT, asPgm(picture));
        if (api.SetImageFile(1, 0) !== 0) throw new PictureProblem('engine');
        if (api.Recognize(null) !== 0) throw new PictureProblem('engine');
        return wordsOfTable(api.GetTSVText(0));
      } finally {
        report = undefined;
        api.Clear();
        core.FS.writeFile(INPUT, new Uint8Array());
      }
    },
  };
}
