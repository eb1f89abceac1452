/** All that the hint can say in a language: its own few sentences, and the titles that the popup has for the diagnoses. */
import { hintTitles } from '../generated/hint-titles.ts';
import { hintPack } from '../i18n/hints.ts';
import type { Locale, Words } from '../i18n/index.ts';

/** The hint's words in a language, with the titles under the popup's own keys. */
export function wholeHintPack(locale: Locale): Words {
  const { ids, titles } = hintTitles;
  return { ...hintPack(locale), ...Object.fromEntries(ids.map((id, at) => [`title.${id}`, titles[locale][at]!])) };
}
