/**
 * The texts for the stores. What the extension says of itself stands once, in lib/i18n/locales/<tag>/promises.json, and is shown on the
 * first-run page, in the settings and here; what only the stores ask for stands in docs/store/texts.json.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALE_NAMES, LOCALES, type Locale, type Words } from '../../lib/i18n/index.ts';
import { ROOT } from '../cli.ts';

/** The pictures of a listing, in their order. */
export const SHOTS = ['page', 'popup', 'call-sheet', 'welcome', 'options'] as const;
export type Shot = (typeof SHOTS)[number];

interface OfLocale {
  /** `{menu}` is the entry of the context menu, as the browser shows it. */
  what: string[];
  headings: { what: string; honest: string };
  languages: string;
  try: string;
  /** What stands beside each picture; `tile` on the tiles, which are the same in every language. */
  pictures: Record<Shot | 'tile', string>;
}

export type StoreTexts = Record<Locale, OfLocale> & {
  'single-purpose': string;
  'limited-use': string;
  permissions: Record<string, string>;
  data: string;
  reviewer: string[];
};

const json = <T>(path: string): T => JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as T;
const wordsOf = (locale: Locale, room: 'promises' | 'welcome'): Words =>
  json(`lib/i18n/locales/${locale}/${room}.json`);
const promisesOf = (locale: Locale): Words => wordsOf(locale, 'promises');
const list = (lines: readonly string[]): string => lines.map((one) => `- ${one}`).join('\n');

/** In the order in which they are told everywhere. */
const PRIVACY = ['reads', 'reads-asked', 'never-typed', 'never-pays', 'sends', 'kept', 'spoof'];
const MADE =
  '<!-- Written by `npm run store`. Change docs/store/texts.json or lib/i18n/locales/*/promises.json instead. -->';

/** Name, summary and the entry of the context menu as the browser has them; the stores show the same. */
export function summaryOf(locale: Locale): { name: string; description: string; menu: string } {
  const words = json<Record<string, { message: string }>>(`public/_locales/${locale.replace('-', '_')}/messages.json`);
  return { name: words.name!.message, description: words.description!.message, menu: words.explain!.message };
}

/** The long text of a listing, in plain lines, because the stores show no markup. */
export function descriptionOf(locale: Locale, texts: StoreTexts): string {
  const promises = promisesOf(locale);
  const { what, headings, languages, try: tryIt } = texts[locale];
  return [
    promises.purpose,
    '',
    wordsOf(locale, 'welcome')['promises.title']!,
    list(PRIVACY.map((key) => promises[key]!)),
    '',
    headings.what,
    list(what.map((one) => one.replace('{menu}', summaryOf(locale).menu))),
    '',
    headings.honest,
    list([promises['may-be-wrong']!, promises.unofficial!, languages, tryIt]),
  ].join('\n');
}

function listing(locale: Locale, texts: StoreTexts): string {
  const { name, description } = summaryOf(locale);
  return `${MADE}\n\n# Listing: ${LOCALE_NAMES[locale]}\n\n## Name\n\n${name}\n\n## Summary (at most 132 characters)\n\n${description}\n\n## Description (plain text)\n\n\`\`\`text\n${descriptionOf(locale, texts)}\n\`\`\`\n`;
}

function permissions(texts: StoreTexts): string {
  const rows = Object.entries(texts.permissions).map(([name, why]) => `### \`${name}\`\n\n${why}\n`);
  return `${MADE}\n\n# What the stores ask\n\n## Single purpose\n\n${texts['single-purpose']}\n\n## Permissions\n\n${rows.join('\n')}\n## Data\n\n${texts.data}\n\n${texts['limited-use']}\n`;
}

function privacyPolicy(texts: StoreTexts): string {
  const en = promisesOf('en');
  return `${MADE}\n\n# Privacy policy of ${summaryOf('en').name}\n\n${en.purpose}\n\n${list(PRIVACY.map((key) => en[key]!))}\n\n${texts.data}\n\n${texts['limited-use']}\n\nEvery kind of stored thing, with how long it stays, is listed in [privacy](../privacy.md). A change of what is read, kept or sent is told in the listing and on a page of the extension before it counts.\n\n${en.unofficial}\n`;
}

function reviewerNotes(texts: StoreTexts): string {
  return `${MADE}\n\n# Notes for reviewers\n\n${list(texts.reviewer)}\n\n## Building from the sources\n\nNode 20.19, 22.13, 24 or newer with npm, on any system. Every package is pinned in \`package-lock.json\`.\n\n\`\`\`\nnpm ci\nnpm run build-for-amo\n\`\`\`\n\nwrites \`dist/\` with the zips of all stores and \`SHA256SUMS\`. The zip for Firefox is the one that was handed in, byte for byte. No code is obfuscated; the scripts are minified by the bundler (Vite). No commercial or online tool is used.\n`;
}

/** What only the stores ask for. */
export const storeTexts = (): StoreTexts => json<StoreTexts>('docs/store/texts.json');

/** The files of docs/store that are written, by name. */
export function storePages(): Record<string, string> {
  const texts = storeTexts();
  return {
    ...Object.fromEntries(LOCALES.map((locale) => [`listing.${locale}.md`, listing(locale, texts)])),
    'permissions.md': permissions(texts),
    'privacy-policy.md': privacyPolicy(texts),
    'reviewer-notes.md': reviewerNotes(texts),
  };
}
