/**
 * What is known of a payment, in session storage: one case a tab, and one for "no page". Memory only, gone with the browser and
 * the tab. The pieces are kept as they come and read by `case/stored.ts`, which knows their form. Nothing of a private window.
 */
import browser from 'webextension-polyfill';

/** Where a tab's case is stored; null is the case without a page. For the background, which deletes it with the tab. */
export function caseKey(tabId: number | null): string {
  return `case:${tabId ?? 'none'}`;
}

/** A stored case is some kilobytes; more is not ours. */
const LIMIT = 200_000;

/** What is stored, unread. Never rejects. */
export async function readStoredCase(tabId: number | null): Promise<unknown> {
  try {
    const key = caseKey(tabId);
    return (await browser.storage.session.get(key))[key] ?? null;
  } catch {
    return null;
  }
}

/** Changes read before they write, so that two pages (popup and call sheet) cannot lose each other's pieces: each waits for the last. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Changes a stored case.
 * @param to gets what is stored and gives what to store; null deletes it
 * @returns whether it was kept; a storage that refuses costs only that it is asked again
 */
export function changeStoredCase(tabId: number | null, to: (stored: unknown) => unknown): Promise<boolean> {
  const key = caseKey(tabId);
  const done = last.then(async () => {
    const next = to(await readStoredCase(tabId));
    if (next === null || JSON.stringify(next).length > LIMIT) await browser.storage.session.remove(key);
    else await browser.storage.session.set({ [key]: next });
    return true;
  });
  last = done.catch(() => false);
  return last as Promise<boolean>;
}

/** Tells when a tab's case changed, wherever it was changed (another page of the extension). Gives a function that stops. */
export function onCaseChanged(tabId: number | null, hear: (stored: unknown) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    const change = area === 'session' ? changes[caseKey(tabId)] : undefined;
    if (change) hear(change.newValue ?? null);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** Tells which tab's case changed, wherever it was changed. For the background, which lives as long as the browser lets it. */
export function onCases(hear: (tabId: number) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area !== 'session') return;
    for (const key of Object.keys(changes)) {
      const tab = /^case:(\d{1,15})$/.exec(key);
      if (tab) hear(Number(tab[1]));
    }
  });
}
