/** Session storage: memory only, gone with the browser. */
import browser from 'webextension-polyfill';

/** What is stored under a key, as it is; undefined where nothing is. Rejects where the browser refuses: for changes, which must not overwrite what they could not read. */
export async function getSession(key: string): Promise<unknown> {
  return (await browser.storage.session.get(key))[key];
}

/** The same for readers: storage that refuses is like an empty one. Never rejects. */
export async function readSession(key: string): Promise<unknown> {
  return getSession(key).catch(() => undefined);
}

/** Tells when anything under one of some keys changed, whoever changed it. Gives a function that stops. */
export function onSessionChanged(keys: readonly string[], hear: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'session' && keys.some((key) => Object.hasOwn(changes, key))) hear();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** Stores a value; undefined takes the key away. Rejects where the browser refuses. */
export async function writeSession(key: string, value: unknown): Promise<void> {
  await (value === undefined ? browser.storage.session.remove(key) : browser.storage.session.set({ [key]: value }));
}

/** Stores a value. Never rejects. @returns whether it is stored */
export async function keepSession(key: string, value: unknown): Promise<boolean> {
  try {
    await writeSession(key, value);
    return true;
  } catch {
    return false;
  }
}
