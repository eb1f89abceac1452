/** Changes of the settings: at once here, then in the store. */
import type { PersonSettings, Settings } from '../../lib/state/settings.ts';
import { saveSettings } from '../../lib/state/settings.ts';
import { shown } from './shown.ts';

let saving: Promise<void> = Promise.resolve();

/**
 * Keeps a setting. A full or broken storage must not take it from this popup, so it is applied here first. Saving reads before
 * it writes, so two changes wait for each other, or the second would write back what the first had just replaced.
 */
export function keep(change: Partial<Settings>, draw: () => void): Promise<void> {
  shown.settings = { ...shown.settings, ...change };
  draw();
  saving = saving.then(() => saveSettings(change)).catch(() => undefined);
  return saving;
}

/** What the user says of themselves counts at once for what is asked and shown; from a private window it is not kept. */
export function keepPerson(person: PersonSettings, draw: () => void): void {
  if (shown.mayKeep) return void keep({ person }, draw);
  shown.settings = { ...shown.settings, person };
  draw();
}
