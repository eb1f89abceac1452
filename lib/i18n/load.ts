import type { Locale, Namespace, Words } from './index.ts';

const packs = import.meta.glob<Words>('./locales/*/*.json', { import: 'default' });

/**
 * Loads one pack as a chunk of the extension itself (no request leaves the browser).
 * A pack that cannot be loaded falls back to English, and a missing English one to no words at all.
 */
export async function loadWords(locale: Locale, namespace: Namespace): Promise<Words> {
  const load = packs[`./locales/${locale}/${namespace}.json`] ?? packs[`./locales/en/${namespace}.json`];
  if (!load) return {};
  try {
    return await load();
  } catch {
    return locale === 'en' ? {} : loadWords('en', namespace);
  }
}
