/**
 * What is remembered of a call while the browser runs: the answers, the notes, the facts the user typed. Session storage by
 * the tab that failed; the background deletes the key with the tab. Nothing of a private window is stored (`keep` false).
 * Two sheets of one tab change only the fields that were changed in them.
 *
 * The progress is kept as it comes and read by `call/script.ts`, which knows its form.
 */
import browser from 'webextension-polyfill';
import { PARTIES } from '../messages.ts';
import { cut } from '../privacy/cut.ts';
import { readSession } from './session.ts';

/** All texts are as the user typed them, cut to `CALL_LIMITS`. */
export interface CallRecord {
  /** Progress by party, as `readProgress` takes it. */
  progress: Readonly<Record<string, unknown>>;
  /** In yuan unless it names another currency. */
  amount: string;
  /** The same amount on the card's side, and its currency (ISO 4217), '' where not chosen. */
  home: string;
  currency: string;
  /** The card's last four digits: session storage only, never among the calls that are kept. */
  lastFour: string;
  /** The bank's time zone, or '' for the browser's own. */
  zone: string;
  /** When it failed, where the page did not tell: milliseconds since 1970, UTC. */
  at: number | null;
  /** The decline code the agent read out. */
  declineCode: string;
  agent: string;
  reference: string;
  callTime: string;
  text: string;
  /** The host whose payment failed, to find a call again after its tab is gone; '' where unknown. */
  host: string;
  /** Id among the calls that the user keeps (kept-calls.ts), '' where they do not. */
  kept: string;
  /** When it was last changed, 0 for never. */
  changed: number;
}

const TEXTS = [
  'amount',
  'home',
  'currency',
  'lastFour',
  'zone',
  'declineCode',
  'agent',
  'reference',
  'callTime',
  'text',
  'host',
  'kept',
] as const;

/** Longest text of each field, in UTF-16 units. */
export const CALL_LIMITS: Readonly<Record<(typeof TEXTS)[number], number>> = {
  amount: 30,
  home: 30,
  currency: 3,
  lastFour: 4,
  host: 253,
  kept: 40,
  zone: 60,
  declineCode: 24,
  agent: 80,
  reference: 60,
  callTime: 40,
  text: 2000,
};
/** A stored course of a call is some kilobytes; more is not ours. */
const PROGRESS_LIMIT = 20_000;

/** Where a tab's call is stored; without a tab the general sheet's. For the background, which deletes it with the tab. */
export function callKey(tabId: number | null): string {
  return `call:${tabId ?? 'general'}`;
}

/** A call that has not begun. */
export function emptyCall(): CallRecord {
  return {
    progress: {},
    amount: '',
    home: '',
    currency: '',
    lastFour: '',
    zone: '',
    at: null,
    declineCode: '',
    agent: '',
    reference: '',
    callTime: '',
    text: '',
    host: '',
    kept: '',
    changed: 0,
  };
}

function sizeOf(value: unknown): number {
  try {
    return JSON.stringify(value)?.length ?? 0;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** Reads what is stored, field by field: what cannot be read is empty, the rest is kept. Takes anything, never throws. */
export function readCallRecord(value: unknown): CallRecord {
  const record = emptyCall();
  if (typeof value !== 'object' || value === null) return record;
  const stored = value as Record<string, unknown>;
  for (const name of TEXTS) {
    const text = stored[name];
    if (typeof text === 'string') record[name] = cut(text, CALL_LIMITS[name]);
  }
  if (typeof stored.at === 'number' && Number.isFinite(stored.at) && Math.abs(stored.at) < 8.64e15)
    record.at = stored.at;
  if (typeof stored.changed === 'number' && Number.isFinite(stored.changed) && stored.changed > 0)
    record.changed = stored.changed;
  const { progress } = stored;
  if (typeof progress === 'object' && progress !== null) {
    const kept = PARTIES.filter((party) => Object.hasOwn(progress, party)).map(
      (party) => [party, (progress as Record<string, unknown>)[party]] as const,
    );
    record.progress = Object.fromEntries(kept.filter(([, one]) => sizeOf(one) <= PROGRESS_LIMIT));
  }
  return record;
}

/** The stored call of a tab (null: of the general sheet), or an empty one. Never rejects. */
export async function readCall(tabId: number | null, keep: boolean): Promise<CallRecord> {
  return keep ? readCallRecord(await readSession(callKey(tabId))) : emptyCall();
}

/** What changed in a call; of the progress only the parties that are named. */
export type CallChange = Partial<CallRecord>;

/** A call with some of its fields changed. */
export function withChange(call: CallRecord, change: CallChange): CallRecord {
  return readCallRecord({ ...call, ...change, progress: { ...call.progress, ...change.progress } });
}

let last: Promise<unknown> = Promise.resolve();

/** Reading and writing are one step: within a page each waits for the last, between pages by a lock where the browser has them. */
function alone<T>(key: string, run: () => Promise<T>): Promise<T> {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  const done = last.then(() => (locks ? locks.request(key, run) : run()));
  last = done.catch(() => undefined);
  return done as Promise<T>;
}

/**
 * Stores what changed in the call of a tab and leaves the other fields as another sheet may have written them. Gives whether it is
 * stored: false when it must not be (`keep` false) or the storage refused. Never rejects.
 */
export async function changeCall(tabId: number | null, change: CallChange, keep: boolean): Promise<boolean> {
  if (!keep) return false;
  const key = callKey(tabId);
  try {
    await alone(key, async () => {
      const stored = readCallRecord((await browser.storage.session.get(key))[key]);
      await browser.storage.session.set({ [key]: withChange(stored, change) });
    });
    return true;
  } catch {
    return false;
  }
}

/** Stores a whole call in place of what stood there; gives and takes as `changeCall`. */
export async function saveCall(tabId: number | null, record: CallRecord, keep: boolean): Promise<boolean> {
  if (!keep) return false;
  const key = callKey(tabId);
  try {
    await alone(key, () => browser.storage.session.set({ [key]: readCallRecord(record) }));
    return true;
  } catch {
    return false;
  }
}

/** What one stored form of a call changed against another. */
export function changeBetween(before: CallRecord, after: CallRecord): CallChange {
  const differs = (name: keyof CallRecord): boolean => JSON.stringify(before[name]) !== JSON.stringify(after[name]);
  const names = (Object.keys(after) as (keyof CallRecord)[]).filter((name) => name !== 'progress' && differs(name));
  const parties = Object.keys(after.progress).filter(
    (party) => JSON.stringify(before.progress[party]) !== JSON.stringify(after.progress[party]),
  );
  return {
    ...Object.fromEntries(names.map((name) => [name, after[name]])),
    ...(parties.length > 0
      ? { progress: Object.fromEntries(parties.map((party) => [party, after.progress[party]])) }
      : {}),
  };
}

/** Tells what was changed in a tab's call, by whatever page, with its `changed`. Gives a function that stops. */
export function onCallChanged(tabId: number | null, hear: (change: CallChange) => void): () => void {
  const listener = (changes: Record<string, { oldValue?: unknown; newValue?: unknown }>, area: string): void => {
    const change = area === 'session' ? changes[callKey(tabId)] : undefined;
    // A call that was deleted with its tab stays on the screen of an open sheet.
    if (change?.newValue) hear(changeBetween(readCallRecord(change.oldValue), readCallRecord(change.newValue)));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** A call of a tab that may be gone. */
export interface FoundCall {
  tabId: number | null;
  call: CallRecord;
}

const KEY = /^call:(general|[1-9]\d{0,9})$/;
const hasNotes = (call: CallRecord): boolean =>
  Object.keys(call.progress).length > 0 ||
  [call.agent, call.reference, call.text, call.amount].some((one) => one !== '');

/** All calls of this session that hold something, the newest first. Never rejects. */
export async function findCalls(): Promise<FoundCall[]> {
  try {
    const all = await browser.storage.session.get(null);
    return Object.entries(all)
      .flatMap(([key, value]) => {
        const named = KEY.exec(key)?.[1];
        return named ? [{ tabId: named === 'general' ? null : Number(named), call: readCallRecord(value) }] : [];
      })
      .filter(({ call }) => hasNotes(call))
      .sort((a, b) => b.call.changed - a.call.changed);
  } catch {
    return [];
  }
}
