/** Starts the extension's own worker that reads pictures; nothing else can be started from here. */
import type { ReadingWorker } from './read-picture.ts';

const WORKER = '/picture-worker.js';

interface TrustedTypesFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ): { createScriptURL(address: string): string };
}

const own = (address: string): string => {
  if (address !== WORKER) throw new TypeError('not our own worker');
  return address;
};

/** Older Firefox has no trusted types; there the CSP alone keeps workers to the extension's own files. */
let policy: { createScriptURL(address: string): string } | undefined;

/** A new worker. It loads nothing before a picture comes. */
export function startPictureWorker(): ReadingWorker {
  const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes;
  policy ??= factory?.createPolicy('card-rescue-picture-worker', { createScriptURL: own });
  return new Worker(policy ? policy.createScriptURL(WORKER) : own(WORKER)) as unknown as ReadingWorker;
}
