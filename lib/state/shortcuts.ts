/** The keyboard commands as the browser has them now, and the way to change them, which only the browser itself can. */
import browser from 'webextension-polyfill';

export interface Shortcut {
  name: string;
  /** As the browser writes it, '' where none is set. */
  keys: string;
}

/** The commands in the order of the manifest; null where the browser has none (phones). Never rejects. */
export async function readShortcuts(): Promise<Shortcut[] | null> {
  try {
    const all = await browser.commands?.getAll();
    return all?.map(({ name, shortcut }) => ({ name: name ?? '', keys: shortcut ?? '' })) ?? null;
  } catch {
    return null;
  }
}

/** Opens the browser's own page for shortcuts. @returns false where it has to be found by hand */
export async function openShortcutSettings(): Promise<boolean> {
  try {
    if (typeof browser.commands.openShortcutSettings === 'function') await browser.commands.openShortcutSettings();
    else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
    return true;
  } catch {
    return false;
  }
}
