/**
 * The failures of this browser session at one site, so that the popup can say that an earlier payment may have gone through, or
 * that enough was tried. Session storage: memory only, gone with the browser, never from a private window. Kept is which
 * failure, how certain, when and in which tab; no text, no address, no amount.
 */
import { CERTAINTIES, type Certainty } from '../messages.ts';
import { getSession, onSessionChanged, readSession, writeSession } from './session.ts';

export interface Attempt {
  diagnosis: string;
  certainty: Certainty;
  /** When the background heard of it: milliseconds since 1970, UTC. */
  at: number;
  tab: number;
}

const DAY = 24 * 60 * 60_000;
/** The same failure in the same tab within this time is the same attempt, shown again. */
const SHOWN_AGAIN = 60_000;
/** Nobody pays twice in this time: a page that says something else so soon was still being put together. */
const SETTLING = 5_000;
const MOST = 20;

/** Where the attempts at a site are stored. */
export const attemptsKey = (site: string): string => `attempts:${site}`;

function readAttempt(value: unknown): Attempt | null {
  if (typeof value !== 'object' || value === null) return null;
  const { diagnosis, certainty, at, tab } = value as Record<string, unknown>;
  if (typeof diagnosis !== 'string' || !/^[a-z][a-z0-9-]{0,59}$/.test(diagnosis)) return null;
  if (!CERTAINTIES.includes(certainty as Certainty) || typeof at !== 'number' || !Number.isFinite(at)) return null;
  return Number.isInteger(tab) ? { diagnosis, certainty: certainty as Certainty, at, tab: tab as number } : null;
}

/**
 * Reads attempts from anything: those of the last 24 hours, the oldest first, at most 20. What cannot be read, and what lies in
 * the future because a clock was changed, is left out. Never throws.
 */
export function readAttemptList(value: unknown, now: number): Attempt[] {
  if (!Array.isArray(value)) return [];
  return value
    .map(readAttempt)
    .filter((one) => one !== null && one.at > now - DAY && one.at <= now)
    .map((one) => one!)
    .sort((a, b) => a.at - b.at)
    .slice(-MOST);
}

/** The attempts with one more, or with a better known one where it is only shown again. */
export function withAttempt(attempts: readonly Attempt[], attempt: Attempt): Attempt[] {
  const isSame = (one: Attempt): boolean =>
    one.tab === attempt.tab && attempt.at - one.at < (one.diagnosis === attempt.diagnosis ? SHOWN_AGAIN : SETTLING);
  const same = attempts.findLast(isSame);
  if (!same) return [...attempts, attempt].slice(-MOST);
  return attempts.map((one) => (one === same ? { ...attempt, at: one.at } : one));
}

/** Changes read before they write, and the frames of one page report at once: each waits for the one before it. */
let last: Promise<unknown> = Promise.resolve();

function change(site: string, now: number, to: (attempts: Attempt[]) => Attempt[]): Promise<void> {
  const key = attemptsKey(site);
  const done = last.then(async () => {
    const attempts = to(readAttemptList(await getSession(key), now));
    await writeSession(key, attempts.length > 0 ? attempts : undefined);
  });
  // A storage that refuses costs a later warning, and nothing else may fail for it.
  last = done.catch(() => undefined);
  return last as Promise<void>;
}

/** Notes a failure that was shown in a tab. Not for private windows. Never rejects. */
export function noteAttempt(site: string, attempt: Attempt): Promise<void> {
  return change(site, attempt.at, (attempts) => withAttempt(attempts, attempt));
}

/** Tells when the attempts at a site change. Gives a function that stops. */
export function onAttempts(site: string, hear: () => void): () => void {
  return onSessionChanged([attemptsKey(site)], hear);
}

/** The attempts at a site, the oldest first. Never rejects. */
export async function readAttempts(site: string, now: number): Promise<Attempt[]> {
  return readAttemptList(await readSession(attemptsKey(site)), now);
}

/** Forgets the attempts at a site: all of them, or those with these diagnoses. Never rejects. */
export function forgetAttempts(site: string, diagnoses?: readonly string[]): Promise<void> {
  return change(site, Date.now(), (attempts) =>
    diagnoses ? attempts.filter((one) => !diagnoses.includes(one.diagnosis)) : [],
  );
}
