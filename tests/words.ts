/** The words that ship, of every language, for tests that go through all of them. */
import { LOCALES, type Locale, type Namespace, type Words } from '../lib/i18n/index.ts';

const files = import.meta.glob<Words>('../lib/i18n/locales/*/*.json', { import: 'default', eager: true });

/** The packs of one room by language. */
export function packsOf(room: Namespace): Record<Locale, Words> {
  const read = (locale: Locale): Words => files[`../lib/i18n/locales/${locale}/${room}.json`]!;
  return Object.fromEntries(LOCALES.map((locale) => [locale, read(locale)])) as Record<Locale, Words>;
}
