/** Preferences as a file that a person can keep, read and take to another browser. Nothing of any payment is in it. */
import { type Settings, settingsFrom } from './settings.ts';

/** Names the form of the file; a later form has another number and is still read piece by piece. */
const MARK = 'card-rescue-preferences';
const FORM = 1;
/** A file of preferences is some hundred characters; more is another file. */
const MOST = 100_000;

export const PREFERENCES_FILE = 'card-rescue-preferences.json';

/** The text of the file. */
export function writePreferences({ screen, bank, hints, muted, person }: Settings): string {
  return `${JSON.stringify({ [MARK]: FORM, screen, bank, hints, muted, ...(person ? { person } : {}) }, null, 2)}\n`;
}

/**
 * Preferences from any text: what cannot be read has its default, as in storage, and a text that is no such file gives null. Never
 * throws.
 * @param languages the browser's, for a screen language that is not there
 */
export function readPreferences(text: string, languages: readonly string[]): Settings | null {
  if (text.length > MOST) return null;
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, MARK)) return null;
  return settingsFrom(value, languages);
}
