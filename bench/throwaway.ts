/** A throw-away extension beside the built one, in the same browser: what ours is compared with. Its folder is temporary. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChromiumDriver } from '../scripts/browsers/chromium-driver.ts';
import { launchChromium } from '../scripts/browsers/chromium.ts';

export interface ThrowawayParts {
  /** Body of its popup; none when not given. */
  popup?: string;
  /** Classic scripts, each on the pages of a host. */
  scripts?: readonly { host: string; code: string }[];
}

export interface Throwaway {
  folder: string;
  id: string;
  /** Address of a page of it; `manifest.json` is one that runs nothing. */
  url(path: string): string;
  remove(): void;
}

export const POPUP = 'popup.html';
/** Any bytes: the browser makes the id of them, so it is the same on every machine and known beforehand. */
const KEY = Buffer.from('the key of the throw-away extension of the benchmark');

/** The id that the browser makes of a key: the first half of its hash in the letters a to p. */
export function idOfKey(key: Buffer): string {
  const half = createHash('sha256').update(key).digest('hex').slice(0, 32);
  return [...half].map((digit) => String.fromCharCode(97 + parseInt(digit, 16))).join('');
}

/** Writes the extension to a temporary folder; `remove` deletes it. */
export function makeThrowaway({ popup, scripts = [] }: ThrowawayParts): Throwaway {
  const folder = mkdtempSync(join(tmpdir(), 'card-rescue-throwaway-'));
  const id = idOfKey(KEY);
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const manifest = {
      manifest_version: 3,
      name: 'Throw-away',
      version: '1',
      key: KEY.toString('base64'),
      action: popup === undefined ? {} : { default_popup: POPUP },
      content_scripts: scripts.map(({ host }, index) => ({
        matches: [`https://${host}/*`],
        js: [`script-${index}.js`],
        run_at: 'document_idle',
      })),
    };
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
    if (popup !== undefined)
      writeFileSync(join(folder, POPUP), `<!doctype html><meta charset="utf-8"><title></title>${popup}`);
    scripts.forEach(({ code }, index) => writeFileSync(join(folder, `script-${index}.js`), code));
    return { folder, id, url: (path) => `chrome-extension://${id}/${path}`, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/**
 * Starts a Chromium with the built extension and the throw-away one.
 * @param built folder of the built extension
 * @throws UserError when there is no browser or it refuses the built extension
 */
export function launchWith(built: string, throwaway: Throwaway): Promise<ChromiumDriver> {
  // It has no background that could be taken for ours.
  return launchChromium({ extensionDir: built, others: [throwaway.folder] });
}
