/** The titles that the hint says, in every language: those of the popup, gathered from the words on screen. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LOCALES } from '../i18n/index.ts';
import { LibraryError, type Library } from './read.ts';

const PACKS = join(dirname(fileURLToPath(import.meta.url)), '..', 'i18n', 'locales');

/**
 * The diagnoses that the hint names, and their titles by language in the same order. Of money that may be gone, and of a failure that
 * names no cause, it says other words.
 * @throws LibraryError where a language has no title for one
 */
export function hintTitles({ diagnoses }: Pick<Library, 'diagnoses'>): {
  ids: string[];
  titles: Record<string, string[]>;
} {
  const ids = diagnoses
    .filter(({ outcome, traits }) => outcome === 'not-paid' && !traits?.standsFor && !traits?.nameless)
    .map(({ id }) => id);
  const titles = LOCALES.map((locale) => {
    const words = JSON.parse(readFileSync(join(PACKS, locale, 'library.json'), 'utf8')) as Record<string, string>;
    const missing = ids.find((id) => !words[`title.${id}`]);
    if (missing) throw new LibraryError(`${locale}/library.json: the title of "${missing}" is missing`);
    return [locale, ids.map((id) => words[`title.${id}`]!)] as const;
  });
  return { ids, titles: Object.fromEntries(titles) };
}
