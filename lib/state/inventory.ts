/** What is stored now, counted by kind, so that a person can see it; and the way to be rid of all of it. */
import browser from 'webextension-polyfill';

/** Kinds of stored things in the order they are told. `other` is what another version left. */
export const STORED_KINDS = [
  'failures',
  'cases',
  'calls',
  'attempts',
  'handed',
  'kept-calls',
  'settings',
  'other',
] as const;
export type StoredKind = (typeof STORED_KINDS)[number];
export type Inventory = Readonly<Record<StoredKind, number>>;

/** Beginnings of the keys in session storage. */
const SESSION: Readonly<Record<string, StoredKind>> = {
  finding: 'failures',
  findings: 'failures',
  dismissed: 'failures',
  paid: 'failures',
  case: 'cases',
  interview: 'cases',
  example: 'cases',
  call: 'calls',
  attempts: 'attempts',
  explain: 'handed',
};
const LOCAL: Readonly<Record<string, StoredKind>> = { settings: 'settings', calls: 'kept-calls' };

const sizeOf = (value: unknown): number => (Array.isArray(value) ? value.length : 1);

function kindOf(kinds: Readonly<Record<string, StoredKind>>, key: string): StoredKind {
  const start = key.split(':', 1)[0]!;
  return Object.hasOwn(kinds, start) ? kinds[start]! : 'other';
}

/** Counts what is stored; lists count by their length. A storage that cannot be read counts as empty. Never rejects. */
export async function takeInventory(): Promise<Inventory> {
  const counts = Object.fromEntries(STORED_KINDS.map((kind) => [kind, 0])) as Record<StoredKind, number>;
  const areas = [
    [browser.storage.session, SESSION],
    [browser.storage.local, LOCAL],
  ] as const;
  for (const [area, kinds] of areas)
    for (const [key, value] of Object.entries(await area.get(null).catch(() => ({}))))
      counts[kindOf(kinds, key)] += sizeOf(value);
  return counts;
}

/** Deletes everything the extension has stored. @returns whether the browser did it */
export async function clearEverything(): Promise<boolean> {
  const done = await Promise.allSettled([browser.storage.session.clear(), browser.storage.local.clear()]);
  return done.every(({ status }) => status === 'fulfilled');
}

/** Tells when anything stored changes. Gives a function that stops. */
export function onStoredChanged(hear: () => void): () => void {
  const listener = (): void => hear();
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
