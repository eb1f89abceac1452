/** Extensions people run, from their packages, each wrapped so that it stands on the pages of one host only; ours and an empty one among them. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../scripts/cli.ts';
import { bundle } from '../content-script.ts';
import { idOfKey } from '../throwaway.ts';

/** Someone whose cost is asked for. */
export interface Guest {
  name: string;
  /** Where its pages are served. */
  host: string;
  /** Its file on pages and the beginning of its addresses; none for the page by itself. */
  script: string | null;
  home: string;
}

export interface Guests {
  all: readonly Guest[];
  /** Folders to load. Ours is the first. */
  folders: readonly string[];
  ownId: string;
  remove(): void;
}

export const OURS = 'Card Rescue';
export const EMPTY = 'empty script of WXT';
export const NOBODY = 'no extension';
const OWN_HOST = 'excashier.alipay.com';
const AUTOCONSENT = join(ROOT, 'bench', 'node_modules', '@duckduckgo', 'autoconsent', 'dist', 'addon-mv3');

interface Manifest {
  content_scripts: { matches: string[]; js: string[]; run_at: string; [key: string]: unknown }[];
  [key: string]: unknown;
}

const keyOf = (name: string): Buffer => Buffer.from(`the key of "${name}" in the benchmark`);

/** Makes the guests' folders in a temporary one; `remove` deletes them. */
export async function inviteGuests(built: string): Promise<Guests> {
  const home = mkdtempSync(join(tmpdir(), 'card-rescue-guests-'));
  const remove = (): void => rmSync(home, { recursive: true, force: true });
  const folders: string[] = [];

  function settle(name: string, host: string, folder: string, manifest: Manifest): Guest {
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, key: keyOf(name).toString('base64') }));
    folders.push(folder);
    const address = `chrome-extension://${idOfKey(keyOf(name))}/`;
    return { name, host, script: address + manifest.content_scripts[0]!.js[0]!, home: address };
  }

  /** A whole extension as it was built by its makers. */
  function whole(name: string, from: string, host: string): Guest {
    const folder = join(home, `${folders.length}`);
    cpSync(from, folder, { recursive: true });
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
    if (name === OURS) return settle(name, host, folder, manifest);
    for (const one of manifest.content_scripts) one.matches = [`https://${host}/*`];
    return settle(name, host, folder, { ...manifest, host_permissions: [`https://${host}/*`] });
  }

  /** One script of a package with nothing around it but a background that hears and says nothing. */
  async function wrapped(name: string, file: string, host: string, runAt = 'document_start'): Promise<Guest> {
    const folder = mkdtempSync(join(home, 'wrapped-'));
    writeFileSync(join(folder, 'script.js'), await bundle(file));
    writeFileSync(join(folder, 'background.js'), 'chrome.runtime.onMessage.addListener(() => false);');
    return settle(name, host, folder, {
      manifest_version: 3,
      name,
      version: '1',
      background: { service_worker: 'background.js' },
      content_scripts: [{ matches: [`https://${host}/*`], js: ['script.js'], run_at: runAt, all_frames: true }],
    });
  }

  try {
    // The first folder is what the driver takes for its own.
    const ours = whole(OURS, built, OWN_HOST);
    const all: Guest[] = [
      { name: NOBODY, host: 'nobody.example', script: null, home: '' },
      // Framework default: it comes when the page is there.
      await wrapped(EMPTY, 'wxt-empty.ts', 'wxt.example', 'document_idle'),
      ours,
      whole('DuckDuckGo autoconsent', AUTOCONSENT, 'autoconsent.example'),
      await wrapped('Ghostery adblocker-content', 'ghostery.ts', 'ghostery.example'),
      await wrapped('Dark Reader', 'dark-reader.ts', 'darkreader.example'),
    ];
    return { all, folders, ownId: idOfKey(keyOf(OURS)), remove };
  } catch (error) {
    remove();
    throw error;
  }
}
