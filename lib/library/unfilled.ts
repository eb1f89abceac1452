/**
 * Looks for places a scaffold left open (`npm run new-diagnosis` writes them), so that none is ever shipped. Most of them break
 * the schema by themselves; sentences would not. Runs at build time and in tests, never in the page.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LibraryError } from './read.ts';

/** Stands where a person has something to fill in, followed by what. */
export const OPEN = 'FILL-IN';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
/** Folders with data that a scaffold writes to. */
const FOLDERS = [join('lib', 'library'), join('lib', 'i18n', 'locales'), join('tests', 'fixtures')];

export interface OpenPlace {
  /** Path from the project's folder, with forward slashes. */
  file: string;
  line: number;
  /** The line as it stands there. */
  text: string;
}

/** The open places in the JSON files of a project, in the order of files and lines. Folders that are missing have none. */
export function openPlaces(root: string = ROOT): OpenPlace[] {
  return FOLDERS.flatMap((folder) => {
    const files = filesBelow(join(root, folder)).filter((name) => name.endsWith('.json'));
    return files.flatMap((path) => {
      const lines = readFileSync(path, 'utf8').split('\n');
      const file = relative(root, path).split(sep).join('/');
      return lines.flatMap((text, at) => (text.includes(OPEN) ? [{ file, line: at + 1, text: text.trim() }] : []));
    });
  });
}

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name))
      .sort();
  } catch {
    return [];
  }
}

/**
 * Refuses a library with open places.
 * @throws LibraryError that names the first and counts the rest
 */
export function refuseOpenPlaces(root?: string): void {
  const [first, ...rest] = openPlaces(root);
  if (!first) return;
  const more = rest.length > 0 ? `\n${rest.length} more places are open.` : '';
  throw new LibraryError(`${first.file}, line ${first.line}: not filled in yet:\n  ${first.text}${more}`);
}
