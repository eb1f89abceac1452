/**
 * Words on screen. Each locale has the same files, one per room (hint, ui, library, script, codes, decline-codes, facts);
 * a page loads the ones it shows, in the languages it shows. The browser's own `_locales` serves only the manifest,
 * because it follows the browser's language and cannot serve a second one.
 */

/** The languages there are packs for. The screen's and the bank's language are both chosen from here, apart. */
export const LOCALES = ['en', 'zh-CN', 'zh-TW', 'ja', 'ko', 'fr', 'de', 'es', 'pt-BR', 'ru', 'ar'] as const;
export type Locale = (typeof LOCALES)[number];

export type Namespace =
  | 'hint'
  | 'ui'
  | 'library'
  | 'script'
  | 'sheet'
  | 'codes'
  | 'decline-codes'
  | 'facts'
  | 'interview'
  | 'alternatives'
  | 'picture'
  | 'promises'
  | 'options'
  | 'welcome';

/**
 * One loaded file: flat keys, each a sentence with `{slots}`. A sentence that is inflected as a whole has its forms as `key.one`,
 * `key.other`, …; a noun that is inflected inside of one is `{slot:noun}`, with the forms `form.noun.one`, … about `{n}`.
 * Each language has the forms that it needs, also where English has none.
 */
export type Words = Readonly<Record<string, string>>;

/** Values for the slots of a sentence. */
export type Slots = Readonly<Record<string, string | number>>;

const RTL_LANGUAGES = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'dv', 'yi', 'ckb', 'sd', 'ug']);

/** Writing direction of a language tag. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  return RTL_LANGUAGES.has(tag.split('-')[0]!.toLowerCase()) ? 'rtl' : 'ltr';
}

/** Chinese that is written in Traditional characters. */
const TRADITIONAL = /^zh-(?:hant|tw|hk|mo)\b/;

/**
 * The best locale for a list of wanted language tags (as `navigator.languages` gives them), or English.
 * Chinese maps to the pack in its script; other tags match by language.
 */
export function bestLocale(wanted: readonly unknown[], locales: readonly Locale[] = LOCALES): Locale {
  for (const tag of wanted) {
    if (typeof tag !== 'string') continue;
    const lower = tag.toLowerCase().replace(/_/g, '-');
    const exact = locales.find((one) => one.toLowerCase() === lower);
    if (exact) return exact;
    const traditional = TRADITIONAL.test(lower)
      ? locales.find((one) => TRADITIONAL.test(one.toLowerCase()))
      : undefined;
    if (traditional) return traditional;
    const language = lower.split('-')[0];
    const near = locales.find((one) => one.toLowerCase().split('-')[0] === language);
    if (near) return near;
  }
  return 'en';
}

/** Whether a value is the tag of a pack; for stored settings and messages. */
export function isLocale(value: unknown): value is Locale {
  return LOCALES.includes(value as Locale);
}

/** The number that decides the plural form: `count`, else the only number among the slots. */
function pluralNumber(slots: Slots): number | null {
  if (typeof slots.count === 'number') return slots.count;
  const numbers = Object.values(slots).filter((one) => typeof one === 'number');
  return numbers.length === 1 ? numbers[0]! : null;
}

/** The sentence, or of its plural forms the one that a number asks for. */
function formOf(words: Words, key: string, number: number | null, tag: string): string | undefined {
  const plural = number === null ? undefined : words[`${key}.${new Intl.PluralRules(tag).select(number)}`];
  return plural ?? (number === null ? undefined : words[`${key}.other`]) ?? words[key] ?? words[`${key}.other`];
}

/**
 * A sentence with its slots filled in. Numbers are written as the language writes them; years and other digits that are no amount
 * come as text. With one number the plural form `key.<category>` is taken where there is one; `{days:day}` is the number with its
 * noun, from `form.day.<category>`. `{menu.x}` is a path in Alipay's app, kept once in the same file under that key. A missing
 * sentence gives the key itself, so that a gap is seen and never hides a page.
 */
export function say(words: Words, key: string, slots: Slots = {}, tag = 'en'): string {
  const sentence = formOf(words, key, pluralNumber(slots), tag) ?? key;
  return sentence.replace(
    /\{([\w.-]+)(?::([\w-]+))?\}(?=(\.)?)/g,
    (slot, name: string, noun?: string, stop?: string) => {
      if (Object.hasOwn(slots, name)) {
        const value = slots[name]!;
        // A date may end with a full stop ("2026 г."), and so may the sentence that it ends.
        if (typeof value !== 'number') return stop && value.endsWith('.') ? value.slice(0, -1) : value;
        const written = new Intl.NumberFormat(tag).format(value);
        return noun ? (formOf(words, `form.${noun}`, value, tag)?.replace('{n}', written) ?? written) : written;
      }
      return name.startsWith('menu.') ? (words[name] ?? slot) : slot;
    },
  );
}

/** Sentences as one running text: with a space between them where the language has spaces. */
export function running(sentences: readonly string[], tag: string): string {
  return sentences.join(/^(?:zh|ja)\b/.test(tag) ? '' : ' ');
}

/** The name of a language in itself ("English", "简体中文"). */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = {
  en: 'English',
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
  ja: '日本語',
  ko: '한국어',
  fr: 'Français',
  de: 'Deutsch',
  es: 'Español',
  'pt-BR': 'Português (Brasil)',
  ru: 'Русский',
  ar: 'العربية',
};
