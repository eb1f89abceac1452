import type { Locale } from '../i18n/index.ts';

/** Titles by language, in the order of the diagnoses they belong to. */
export interface HintTitles {
  ids: readonly string[];
  titles: Readonly<Record<Locale, readonly string[]>>;
}
