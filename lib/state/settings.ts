/** Preferences, the only thing in local storage. Anything unreadable falls back to a default of its own and the rest is kept. */
import browser from 'webextension-polyfill';
import { type Locale, bestLocale, isLocale } from '../i18n/index.ts';

export interface Settings {
  /** Language of the extension's own words. */
  screen: Locale;
  /** Language spoken with the bank. */
  bank: Locale;
  /** Whether hints are shown in pages at all. */
  hints: boolean;
  /** Registrable domains on which no hint is shown. */
  muted: string[];
  /** What the user said of themselves, for ways to pay and the country's card rules; absent until they did. */
  person?: PersonSettings;
}

const STAYS = ['visitor', 'resident', 'unknown'] as const;

export interface PersonSettings {
  stay: (typeof STAYS)[number];
  /** ISO 3166 code of the country or region that issued the card, or null. */
  country: string | null;
}

const KEY = 'settings';
const MAX_MUTED = 50;

function personFrom(value: unknown): PersonSettings | null {
  if (typeof value !== 'object' || value === null) return null;
  const { stay, country } = value as Record<string, unknown>;
  const isCountry = typeof country === 'string' && /^[A-Z]{2}$/.test(country);
  if (!STAYS.includes(stay as PersonSettings['stay']) || !(country === null || isCountry)) return null;
  return { stay: stay as PersonSettings['stay'], country: isCountry ? country : null };
}

/** Reads settings from anything; `languages` are the browser's, for a first start. */
export function settingsFrom(stored: unknown, languages: readonly string[]): Settings {
  const given = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  const screen = isLocale(given.screen) ? given.screen : bestLocale(languages);
  const person = personFrom(given.person);
  return {
    screen,
    bank: isLocale(given.bank) ? given.bank : 'en',
    hints: typeof given.hints === 'boolean' ? given.hints : true,
    muted: Array.isArray(given.muted)
      ? given.muted
          .filter((one): one is string => typeof one === 'string' && /^[a-z0-9.-]{1,253}$/.test(one))
          .slice(0, MAX_MUTED)
      : [],
    ...(person ? { person } : {}),
  };
}

/** The user's settings. Never rejects. */
export async function readSettings(): Promise<Settings> {
  const languages = typeof navigator === 'undefined' ? [] : (navigator.languages ?? []);
  try {
    return settingsFrom((await browser.storage.local.get(KEY))[KEY], languages);
  } catch {
    return settingsFrom(null, languages);
  }
}

/** Changes some settings and keeps the others, also those a later version may have written. */
export async function saveSettings(patch: Partial<Settings>): Promise<void> {
  const stored = (await browser.storage.local.get(KEY))[KEY];
  const before = typeof stored === 'object' && stored !== null ? stored : {};
  await browser.storage.local.set({ [KEY]: { ...before, ...patch } });
}

/**
 * Closes local storage to the page script, where the browser can (Chromium 140 and later): a compromised page process has no business with
 * preferences. Never rejects.
 */
export async function shutSettings(): Promise<void> {
  const area = browser.storage.local as { setAccessLevel?(level: { accessLevel: string }): Promise<void> };
  try {
    await area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  } catch {
    // An older browser: preferences stay readable to our own page script, which holds nothing of them against anybody.
  }
}
