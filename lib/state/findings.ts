/**
 * What was found, by tab, in session storage: memory only, gone with the browser, and deleted with the tab. A tab has several documents (its
 * frames, and those that were left), each with a finding of its own. The background writes, popup and call sheet read, so that killing the
 * background loses nothing. Private windows are never stored.
 */
import browser from 'webextension-polyfill';
import { type Finding, readFinding } from '../messages.ts';
import { keepSession, onSessionChanged, readSession, writeSession } from './session.ts';

/** What one document of a tab showed. */
export interface TabFinding {
  /** The browser's id of the document, or the frame's where it has none. */
  document: string;
  /** Frame of the tab that showed the failure; 0 is the page itself. */
  frameId: number;
  finding: Finding;
  /** Whether it still stands there; else it is something of the past ("earlier"). */
  live: boolean;
}

/** No page has more frames that fail, and no person reads more of the past. */
const MOST = 8;

const findingsKey = (tabId: number): string => `findings:${tabId}`;
const dismissedKey = (tabId: number): string => `dismissed:${tabId}`;
const paidKey = (tabId: number): string => `paid:${tabId}`;

function readTabFinding(value: unknown): TabFinding | null {
  if (typeof value !== 'object' || value === null) return null;
  const { document, frameId, finding, live } = value as Record<string, unknown>;
  const known = readFinding(finding);
  if (!known || typeof document !== 'string' || document.length > 100) return null;
  return {
    document,
    frameId: Number.isInteger(frameId) ? (frameId as number) : 0,
    finding: known,
    live: live === true,
  };
}

/**
 * What the documents of a tab showed: first what still stands, the gravest first, then what is of the past, the latest first. Never rejects.
 */
export async function readTabFindings(tabId: number): Promise<TabFinding[]> {
  const stored = await readSession(findingsKey(tabId));
  if (!Array.isArray(stored)) return [];
  return Array.from(stored.slice(0, MOST), readTabFinding).filter((one) => one !== null);
}

/** The frame that shows the finding a tab is spoken of by, or null. */
export async function readFrameOf(tabId: number): Promise<number | null> {
  return (await readTabFindings(tabId))[0]?.frameId ?? null;
}

/**
 * How grave a finding is; more is graver. What may cost money twice goes before everything, then what is known best.
 * @param standsForMoney whether a diagnosis says that money was or may have been taken
 */
export function gravityOf({ diagnosis, certainty }: Finding, standsForMoney: (diagnosis: string) => boolean): number {
  const sure = { exact: 3, likely: 2, unsure: 1 }[certainty];
  return standsForMoney(diagnosis) && certainty !== 'unsure' ? sure + 3 : sure;
}

/** Findings in the order in which `readTabFindings` gives them, and no more of them than are kept. */
export function inOrder(list: readonly TabFinding[], gravity: (finding: Finding) => number): TabFinding[] {
  const rank = (one: TabFinding): number => (one.live ? gravity(one.finding) : 0);
  return list.toSorted((a, b) => rank(b) - rank(a) || b.finding.at - a.finding.at).slice(0, MOST);
}

/** A tab that is closed still tells that its page is left; nothing may be kept of it any more. */
const isOpen = (tabId: number): Promise<boolean> =>
  browser.tabs.get(tabId).then(
    () => true,
    () => false,
  );

/** Changes read before they write, and the frames of one page report at once: each waits for the one before it. */
let last: Promise<unknown> = Promise.resolve();
/** The storage refused the last change: what it holds is not what is so. */
let refused = false;

/**
 * Changes what is kept of a tab.
 * @returns what is kept now; also where the storage refuses to keep it
 */
export function changeTabFindings(tabId: number, change: (list: TabFinding[]) => TabFinding[]): Promise<TabFinding[]> {
  const key = findingsKey(tabId);
  const done = last.then(async () => {
    const list = change(await readTabFindings(tabId));
    // Asked in the queue, for which `forgetTab` waits: what is written before it is removed, and nothing is written after.
    if (!list.length || (await isOpen(tabId))) refused = !(await keepSession(key, list.length ? list : undefined));
    return list;
  });
  last = done.catch(() => undefined);
  return done;
}

/** What is kept of a tab when all changes so far are done; the list itself where the storage refused it. Never rejects. */
export async function findingsNow(tabId: number, list: readonly TabFinding[]): Promise<readonly TabFinding[]> {
  await last;
  return refused ? list : readTabFindings(tabId);
}

/** Forgets what the documents of a tab showed. Never rejects. */
export async function dropFindings(tabId: number): Promise<void> {
  await changeTabFindings(tabId, () => []).catch(() => undefined);
}

/** When a payment of this tab went through after a failure (milliseconds since 1970, UTC), or null. Never rejects. */
export async function readTabPaid(tabId: number): Promise<number | null> {
  const at = await readSession(paidKey(tabId));
  return typeof at === 'number' && Number.isFinite(at) && at >= 0 ? at : null;
}

/** Tells when a tab shows something else than before. Gives a function that stops. */
export function onTabFindings(tabId: number, hear: () => void): () => void {
  return onSessionChanged([findingsKey(tabId), paidKey(tabId)], hear);
}

/** Notes that a payment of this tab went through. Stays when another one fails: the times tell which was first. Never rejects. */
export async function noteTabPaid(tabId: number, at: number): Promise<void> {
  if (await isOpen(tabId)) await keepSession(paidKey(tabId), at);
}

/** Which failure's hint the user dismissed in a tab ('' for none). */
export async function readDismissed(tabId: number): Promise<string> {
  const value = await readSession(dismissedKey(tabId));
  return typeof value === 'string' ? value : '';
}

export async function saveDismissed(tabId: number, key: string): Promise<void> {
  await writeSession(dismissedKey(tabId), key);
}

/** Everything that is kept of a tab has a key that ends in its id. */
async function keptOf(tabId: number): Promise<Record<string, unknown>> {
  const all = await browser.storage.session.get(null);
  return Object.fromEntries(Object.entries(all).filter(([key]) => new RegExp(`^[a-z-]+:${tabId}$`).test(key)));
}

/** Forgets everything of a closed tab, whoever kept it (findings, the call's notes, answers). */
export async function forgetTab(tabId: number): Promise<void> {
  await last;
  await browser.storage.session.remove(Object.keys(await keptOf(tabId)));
}

/** A tab that was put to sleep comes back under another id: what is kept of it goes along. */
export async function moveTab(from: number, to: number): Promise<void> {
  await last;
  const kept = await keptOf(from);
  const names = Object.keys(kept);
  if (!names.length) return;
  await browser.storage.session.set(
    Object.fromEntries(names.map((key) => [`${key.slice(0, key.lastIndexOf(':'))}:${to}`, kept[key]])),
  );
  await browser.storage.session.remove(names);
}
