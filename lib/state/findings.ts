/**
 * What was found, by tab, in session storage: memory only, gone with the browser, and deleted with the tab. The background writes,
 * popup and call sheet read, so that killing the background loses nothing. Private windows are never stored.
 */
import browser from 'webextension-polyfill';
import { type Finding, readFinding } from '../messages.ts';
import { readSession, writeSession } from './session.ts';

interface Stored {
  finding: Finding;
  /** Frame of the tab that showed the failure; 0 is the page itself. */
  frameId: number;
}

const findingKey = (tabId: number): string => `finding:${tabId}`;
const dismissedKey = (tabId: number): string => `dismissed:${tabId}`;

async function readStored(tabId: number): Promise<Stored | null> {
  const stored = (await readSession(findingKey(tabId))) as Partial<Stored> | null | undefined;
  const finding = readFinding(stored?.finding);
  return finding ? { finding, frameId: Number.isInteger(stored?.frameId) ? stored!.frameId! : 0 } : null;
}

/** The finding of a tab, or null where there is none or it cannot be read. */
export async function readFindingOf(tabId: number): Promise<Finding | null> {
  return (await readStored(tabId))?.finding ?? null;
}

/** The frame in which a tab's finding was made, or null. */
export async function readFrameOf(tabId: number): Promise<number | null> {
  return (await readStored(tabId))?.frameId ?? null;
}

/** Keeps a tab's finding. Rejects only when the browser refuses to store. */
export async function saveFinding(tabId: number, frameId: number, finding: Finding): Promise<void> {
  await writeSession(findingKey(tabId), { finding, frameId } satisfies Stored);
}

export async function dropFinding(tabId: number): Promise<void> {
  await writeSession(findingKey(tabId), undefined);
}

/** Which failure's hint the user dismissed in a tab ('' for none). */
export async function readDismissed(tabId: number): Promise<string> {
  const value = await readSession(dismissedKey(tabId));
  return typeof value === 'string' ? value : '';
}

export async function saveDismissed(tabId: number, key: string): Promise<void> {
  await writeSession(dismissedKey(tabId), key);
}

/** Forgets everything of a closed tab. `more` names keys that others keep for it (the call's notes). */
export async function forgetTab(tabId: number, more: readonly string[] = []): Promise<void> {
  await browser.storage.session.remove([findingKey(tabId), dismissedKey(tabId), ...more]);
}
