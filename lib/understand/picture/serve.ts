/** The worker's side of reading: takes pictures, answers with text or with the reason why there is none. */
import { decodePicture } from './decode.ts';
import { type MakeCore, type PictureEngine, startEngine } from './engine.ts';
import { prepared } from './prepare.ts';
import { PictureProblem, reasonOf } from './problem.ts';
import type { ReadReply, ReadRequest } from './read-picture.ts';
import { textOfWords } from './recognised.ts';

/** The languages that are read, the main one first; each needs its data in the extension. */
export const LANGUAGES = ['chi_sim', 'chi_tra', 'eng'] as const;

/** Where the engine's files come from. */
export interface EngineFiles {
  core(): Promise<MakeCore>;
  wasm(): Promise<ArrayBuffer>;
  /** Unpacked data of a language. */
  language(name: string): Promise<Uint8Array>;
}

interface Scope {
  postMessage(reply: ReadReply): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ReadRequest>) => void): void;
}

async function load(files: EngineFiles): Promise<PictureEngine> {
  const [core, wasm, ...data] = await Promise.all([
    files.core(),
    files.wasm(),
    ...LANGUAGES.map((name) => files.language(name)),
  ]);
  return startEngine(
    core,
    LANGUAGES.map((name, at) => ({ name, data: data[at]! })),
    wasm,
  );
}

/** Waits for pictures. The engine is loaded with the first one. */
export function serveReading(scope: Scope, files: EngineFiles): void {
  let engine: Promise<PictureEngine> | null = null;

  async function read({ id, picture: source }: ReadRequest): Promise<void> {
    try {
      // A picture that cannot be read is told before anything is loaded for it.
      const picture = prepared(await decodePicture(source));
      scope.postMessage({ id, kind: 'progress', part: 0.05 });
      const { read: readPicture } = await (engine ??= load(files));
      scope.postMessage({ id, kind: 'progress', part: 0.2 });
      const words = readPicture(picture, (part) => scope.postMessage({ id, kind: 'progress', part: 0.2 + 0.8 * part }));
      const text = textOfWords(words);
      if (text.trim() === '') throw new PictureProblem('no-text');
      scope.postMessage({ id, kind: 'text', text });
    } catch (error) {
      scope.postMessage({ id, kind: 'problem', reason: reasonOf(error) });
    }
  }

  scope.addEventListener('message', ({ data }) => void read(data));
}
