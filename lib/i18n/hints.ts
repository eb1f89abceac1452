/** The hint's words in every language: a few sentences each, so the background has them without loading anything. */
import type { Locale, Words } from './index.ts';

const packs = import.meta.glob<Words>('./locales/*/hint.json', { import: 'default', eager: true });

/** The words of a language, or English where it has none. */
export const hintPack = (locale: Locale): Words =>
  packs[`./locales/${locale}/hint.json`] ?? packs['./locales/en/hint.json']!;
