/** "Don't show on this site", and its undo in the hint itself. */
import { readSettings, saveSettings } from './settings.ts';

/** The undo stands for some seconds; a background that was ended in between knows of none, and the settings page has another. */
const UNDOABLE = 30_000;

/** The document whose wish can still be taken back: what mutes can be forged, but nobody turns hints on again that a person turned off before. */
let last = { document: '', until: 0 };

/** Mutes a site. Gives whether hints are off there from now on. */
export async function muteSite(site: string, document: string, now: number): Promise<true> {
  const { muted } = await readSettings();
  if (!muted.includes(site)) {
    await saveSettings({ muted: [...muted, site] });
    last = { document, until: now + UNDOABLE };
  }
  return true;
}

/** Takes back what the same document muted a moment before. */
export async function unmuteSite(site: string, document: string, now: number): Promise<null> {
  if (last.document !== document || now >= last.until) return null;
  last = { document: '', until: 0 };
  const { muted } = await readSettings();
  await saveSettings({ muted: muted.filter((one) => one !== site) });
  return null;
}
