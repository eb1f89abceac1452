/**
 * Notes of calls that the user asked to keep until they delete them: the only thing about payments in local storage, and only
 * after the user said so. Kept as text; nothing of a private window, and never the card's digits (they are not in the notes' text).
 */
import browser from 'webextension-polyfill';

const KEY = 'calls';
/** More kept calls than this nobody reads; the oldest goes. */
export const MOST_KEPT = 30;
const TEXT_LIMIT = 6000;

export interface KeptCall {
  id: string;
  /** When it was last changed: milliseconds since 1970, UTC. */
  at: number;
  /** Notes, what was said and where it ended, in the words of the day it was kept: readable without the script. */
  text: string;
}

function readKept(value: unknown): KeptCall | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, at, text } = value as Record<string, unknown>;
  if (typeof id !== 'string' || !/^[\w-]{1,40}$/.test(id)) return null;
  if (typeof at !== 'number' || !Number.isFinite(at) || Math.abs(at) > 8.64e15) return null;
  // A nought below nought does not survive being stored.
  return { id, at: at || 0, text: typeof text === 'string' ? text.slice(0, TEXT_LIMIT) : '' };
}

/** Kept calls from anything stored, the newest first. */
export function keptFrom(value: unknown): KeptCall[] {
  if (!Array.isArray(value)) return [];
  return value
    .flatMap((one) => readKept(one) ?? [])
    .sort((a, b) => b.at - a.at)
    .slice(0, MOST_KEPT);
}

/** The kept calls. Never rejects. */
export async function readKeptCalls(): Promise<KeptCall[]> {
  try {
    return keptFrom((await browser.storage.local.get(KEY))[KEY]);
  } catch {
    return [];
  }
}

/** One change after the other: each reads what the last one wrote. */
let last: Promise<unknown> = Promise.resolve();

function change(to: (kept: KeptCall[]) => KeptCall[]): Promise<KeptCall[] | null> {
  const done = last.then(async () => {
    try {
      const next = keptFrom(to(await readKeptCalls()));
      if (next.length === 0) await browser.storage.local.remove(KEY);
      else await browser.storage.local.set({ [KEY]: next });
      return next;
    } catch {
      return null;
    }
  });
  last = done;
  return done;
}

/** Keeps a call, or its newer notes; gives all kept calls, or null where the storage refused. */
export const keepCall = (call: KeptCall): Promise<KeptCall[] | null> =>
  change((kept) => [call, ...kept.filter((one) => one.id !== call.id)]);

/** Deletes a kept call; gives what is left, as `keepCall`. */
export const deleteKeptCall = (id: string): Promise<KeptCall[] | null> =>
  change((kept) => kept.filter((one) => one.id !== id));
