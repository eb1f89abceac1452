/**
 * A text that the person selected on a page and asked about ("Explain this text"), on its way to the popup. It is put under one key
 * of session storage (memory only) and read once: the popup calls `takeExplained` when it opens, gets the text and has deleted it.
 * What nobody fetches within a minute is not given out any more and deleted by the next call. Nothing from private windows: who
 * puts has to see to that (see `entrances.ts`).
 */
import { cut } from '../privacy/cut.ts';
import { getSession, keepSession, writeSession } from './session.ts';

export const EXPLAIN_KEY = 'explain';
/** A message of an error is a few lines; a whole page is not a message. In UTF-16 units. */
export const EXPLAIN_LIMIT = 4000;
const MINUTE = 60_000;

/** Hands a text over, in place of an earlier one. @returns whether it was kept: false for an empty text or a storage that refuses */
export async function putExplained(text: string, now = Date.now()): Promise<boolean> {
  const told = cut(text.trim(), EXPLAIN_LIMIT);
  return told !== '' && keepSession(EXPLAIN_KEY, { text: told, at: now });
}

/** The text that was handed over within the last minute, or null. It is gone afterwards. Never rejects. */
export async function takeExplained(now = Date.now()): Promise<string | null> {
  try {
    const stored = (await getSession(EXPLAIN_KEY)) as { text?: unknown; at?: unknown } | null | undefined;
    if (stored === undefined) return null;
    await writeSession(EXPLAIN_KEY, undefined);
    const { text, at } = stored ?? {};
    const isFresh = typeof at === 'number' && at <= now && now - at < MINUTE;
    return isFresh && typeof text === 'string' && text !== '' ? cut(text, EXPLAIN_LIMIT) : null;
  } catch {
    return null;
  }
}
