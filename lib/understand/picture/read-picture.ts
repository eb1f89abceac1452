/**
 * Reads the text of a picture, on this device. All the work is done in a worker of the extension, which is started when a picture comes and
 * ended when nobody needs it any more; its memory goes with it. Nothing of the picture is stored, and its name is never looked at.
 */
import { isPictureReason, PictureProblem, type PictureReason } from './problem.ts';

export interface PictureText {
  /** Lines as a person would type them, an empty line between blocks. */
  text: string;
}

export interface ReadOptions {
  /** Gets 0 to 1. */
  onProgress?: (part: number) => void;
  signal?: AbortSignal;
}

/** Reads pictures one after the other. */
export interface PictureReader {
  /** @throws PictureProblem with the reason that a person can be told */
  readPicture(source: Blob, options?: ReadOptions): Promise<PictureText>;
  /** Ends the worker now and gives its memory back; the next picture starts another. */
  release(): void;
}

/** What the page says to the worker, and what it hears from it. */
export interface ReadRequest {
  id: number;
  picture: Blob;
}
export type ReadReply =
  | { id: number; kind: 'progress'; part: number }
  | { id: number; kind: 'text'; text: string }
  | { id: number; kind: 'problem'; reason: PictureReason };

/** The part of a worker that is used; tests give their own. */
export interface ReadingWorker {
  postMessage(message: ReadRequest): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<unknown>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}

/** Milliseconds for which the worker stays after a picture, so that the next one of several need not load the engine again. */
const STAYS = 20_000;
/** Milliseconds without a sign of life after which the worker counts as stuck. */
const PATIENCE = 60_000;

function isReply(value: unknown, id: number): value is ReadReply {
  return typeof value === 'object' && value !== null && (value as { id?: unknown }).id === id;
}

/**
 * Makes a reader.
 * @param startWorker starts the worker; called when a picture comes and none is running
 */
export function makePictureReader(startWorker: () => ReadingWorker): PictureReader {
  let worker: ReadingWorker | null = null;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let count = 0;
  const waiting = new Set<(reason: PictureReason) => void>();

  function end(): void {
    clearTimeout(leaving);
    worker?.terminate();
    worker = null;
  }

  function readNow(picture: Blob, { onProgress, signal }: ReadOptions): Promise<PictureText> {
    const id = ++count;
    return new Promise<PictureText>((done, failed) => {
      let patience: ReturnType<typeof setTimeout> | undefined;
      const settle = (act: () => void): void => {
        clearTimeout(patience);
        signal?.removeEventListener('abort', abort);
        waiting.delete(fail);
        act();
      };
      // A worker that failed or was stopped in the middle is of no more use.
      const fail = (reason: PictureReason): void => {
        end();
        settle(() => failed(new PictureProblem(reason)));
      };
      const abort = (): void => fail('aborted');
      const wait = (): void => {
        clearTimeout(patience);
        patience = setTimeout(() => fail('engine'), PATIENCE);
      };
      if (signal?.aborted) return failed(new PictureProblem('aborted'));
      signal?.addEventListener('abort', abort);
      waiting.add(fail);
      try {
        clearTimeout(leaving);
        worker ??= startWorker();
      } catch {
        return fail('engine');
      }
      worker.onerror = (event) => {
        event.preventDefault();
        fail(/memory|allocat/i.test(event.message) ? 'memory' : 'engine');
      };
      worker.onmessageerror = () => fail('engine');
      worker.onmessage = ({ data }) => {
        if (!isReply(data, id)) return;
        if (data.kind === 'progress') {
          wait();
          onProgress?.(data.part);
        } else if (data.kind === 'text') {
          leaving = setTimeout(end, STAYS);
          settle(() => done({ text: data.text }));
        } else {
          const reason = isPictureReason(data.reason) ? data.reason : 'engine';
          // Out of memory or broken inside, it must not read the next one; a bad picture leaves it as it was.
          if (reason === 'memory' || reason === 'engine') return fail(reason);
          leaving = setTimeout(end, STAYS);
          settle(() => failed(new PictureProblem(reason)));
        }
      };
      wait();
      worker.postMessage({ id, picture });
    });
  }

  return {
    readPicture(source, options = {}) {
      const reading = last.then(() => readNow(source, options));
      last = reading.catch(() => undefined);
      return reading;
    },
    release() {
      for (const stop of [...waiting]) stop('aborted');
      end();
    },
  };
}
