import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PictureProblem } from '../../../lib/understand/picture/problem.ts';
import {
  makePictureReader,
  type ReadingWorker,
  type ReadRequest,
} from '../../../lib/understand/picture/read-picture.ts';

class FakeWorker implements ReadingWorker {
  asked: ReadRequest[] = [];
  ended = false;
  onmessage: ReadingWorker['onmessage'] = null;
  onerror: ReadingWorker['onerror'] = null;
  onmessageerror: ReadingWorker['onmessageerror'] = null;
  postMessage(message: ReadRequest): void {
    this.asked.push(message);
  }
  terminate(): void {
    this.ended = true;
  }
  say(reply: object): void {
    this.onmessage?.({ data: { id: this.asked.at(-1)!.id, ...reply } } as MessageEvent);
  }
}

const PICTURE = new Blob(['picture']);
let workers: FakeWorker[];
const newReader = () =>
  makePictureReader(() => {
    workers.push(new FakeWorker());
    return workers.at(-1)!;
  });
const reasonOfFailure = (reading: Promise<unknown>): Promise<unknown> =>
  reading.then(
    () => 'read',
    (error: unknown) => (error instanceof PictureProblem ? error.reason : error),
  );

beforeEach(() => {
  workers = [];
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

/** Lets what was promised so far come true. */
const settle = () => vi.advanceTimersByTimeAsync(0);

describe('the reader of pictures', () => {
  it('starts no worker before a picture comes, and ends it a while after the last one', async () => {
    const reader = newReader();
    expect(workers).toEqual([]);
    const parts: number[] = [];
    const reading = reader.readPicture(PICTURE, { onProgress: (part) => parts.push(part) });
    await settle();
    workers[0]!.say({ kind: 'progress', part: 0.5 });
    workers[0]!.onmessage?.({ data: { id: 99, kind: 'text', text: 'of another picture' } } as MessageEvent);
    workers[0]!.say({ kind: 'text', text: '付款失败' });
    expect(await reading).toEqual({ text: '付款失败' });
    expect(parts).toEqual([0.5]);
    const next = reader.readPicture(PICTURE);
    await settle();
    workers[0]!.say({ kind: 'text', text: 'a' });
    await next;
    expect(workers).toHaveLength(1);
    expect(workers[0]!.ended).toBe(false);
    await vi.advanceTimersByTimeAsync(25_000);
    expect(workers[0]!.ended).toBe(true);
  });

  it.each([
    ['engine', (worker: FakeWorker) => worker.onerror?.({ message: 'x', preventDefault() {} } as ErrorEvent)],
    [
      'memory',
      (worker: FakeWorker) => worker.onerror?.({ message: 'out of memory', preventDefault() {} } as ErrorEvent),
    ],
    ['engine', (worker: FakeWorker) => worker.onmessageerror?.({} as MessageEvent)],
    ['memory', (worker: FakeWorker) => worker.say({ kind: 'problem', reason: 'memory' })],
    ['engine', (worker: FakeWorker) => worker.say({ kind: 'problem', reason: 'a made-up one' })],
    ['engine', () => void vi.advanceTimersByTime(61_000)],
  ])('tells a worker that failed (%s), ends it, and reads the next picture with another', async (reason, fail) => {
    const reader = newReader();
    const reading = reasonOfFailure(reader.readPicture(PICTURE));
    await settle();
    fail(workers[0]!);
    expect(await reading).toBe(reason);
    expect(workers[0]!.ended).toBe(true);
    const next = reader.readPicture(PICTURE);
    await settle();
    workers[1]!.say({ kind: 'text', text: 'b' });
    expect((await next).text).toBe('b');
  });

  it('keeps the worker after a bad picture', async () => {
    const reader = newReader();
    const reading = reasonOfFailure(reader.readPicture(PICTURE));
    await settle();
    workers[0]!.say({ kind: 'problem', reason: 'broken' });
    expect(await reading).toBe('broken');
    expect(workers[0]!.ended).toBe(false);
  });

  it('stops when it is told to, before, while and by release', async () => {
    const reader = newReader();
    const early = AbortSignal.abort();
    expect(await reasonOfFailure(reader.readPicture(PICTURE, { signal: early }))).toBe('aborted');
    expect(workers).toEqual([]);
    const stop = new AbortController();
    const reading = reasonOfFailure(reader.readPicture(PICTURE, { signal: stop.signal }));
    await settle();
    stop.abort();
    expect(await reading).toBe('aborted');
    expect(workers[0]!.ended).toBe(true);
    const last = reasonOfFailure(reader.readPicture(PICTURE));
    await settle();
    reader.release();
    expect(await last).toBe('aborted');
    expect(workers[1]!.ended).toBe(true);
  });

  it('says so when no worker can be started', async () => {
    const reader = makePictureReader(() => {
      throw new TypeError('refused');
    });
    expect(await reasonOfFailure(reader.readPicture(PICTURE))).toBe('engine');
  });
});
