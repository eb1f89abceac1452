/** What every content script of the benchmark shares: what it was given, and how it tells its answer. */
declare global {
  /** Written in front of the script by the bundler of content scripts. */
  var benchInput: unknown;
}

/** What the script was given. Shipped scripts carry their tables as strings in the same way. */
export const input = <T>(): T => globalThis.benchInput as T;

/** Tells the answer where the measuring side can read it; even the empty script does, so that all of them pay for it. */
export function leave(answer: string | number): void {
  document.documentElement.setAttribute('data-bench', String(answer));
}

/** Ids as an answer. */
export const asAnswer = (ids: Iterable<number>): string => [...ids].sort((a, b) => a - b).join(',');
