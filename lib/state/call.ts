/**
 * What is remembered of a call while the browser runs: the answers, the notes, the facts the user typed. Session storage by
 * the tab that failed; the background deletes the key with the tab. Nothing of a private window is stored (`keep` false).
 *
 * The progress is kept as it comes and read by `call/script.ts`, which knows its form.
 */
import { PARTIES } from '../messages.ts';
import { cut } from '../privacy/cut.ts';
import { keepSession, readSession } from './session.ts';

/** All texts are as the user typed them, cut to `CALL_LIMITS`. */
export interface CallRecord {
  /** Progress by party, as `readProgress` takes it. */
  progress: Readonly<Record<string, unknown>>;
  amount: string;
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
}

const TEXTS = ['amount', 'zone', 'declineCode', 'agent', 'reference', 'callTime', 'text'] as const;

/** Longest text of each field, in UTF-16 units. */
export const CALL_LIMITS: Readonly<Record<(typeof TEXTS)[number], number>> = {
  amount: 30,
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
    zone: '',
    at: null,
    declineCode: '',
    agent: '',
    reference: '',
    callTime: '',
    text: '',
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

/**
 * Stores the call of a tab. Gives whether it is stored: false when it must not be (`keep` false) or the storage refused.
 * Never rejects.
 */
export async function saveCall(tabId: number | null, record: CallRecord, keep: boolean): Promise<boolean> {
  return keep && keepSession(callKey(tabId), readCallRecord(record));
}
