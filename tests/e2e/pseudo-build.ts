/**
 * A copy of the built extension that speaks a language nobody speaks: English with accents, two fifths longer, each sentence in
 * brackets. It takes the place of the German packs in the copy; nothing of it is in what ships.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locale, Namespace, Words } from '../../lib/i18n/index.ts';
import { hintTitles } from '../../lib/library/hint-titles.ts';
import { readLibrary } from '../../lib/library/read.ts';
import { packsOf } from '../words.ts';
import { OPEN, SHUT } from './inspect.ts';

/** The language whose packs are replaced: any but English, which stands in for what cannot be loaded. */
export const PSEUDO: Locale = 'de';
const ROOMS: Namespace[] = ['alternatives', 'codes', 'decline-codes', 'facts', 'hint', 'interview', 'library'];
ROOMS.push('options', 'picture', 'promises', 'script', 'sheet', 'ui', 'welcome');
const ACCENTS: Record<string, string> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  y: 'ý',
  c: 'ç',
  n: 'ñ',
  s: 'š',
  z: 'ž',
};
const LONGER = 0.4;

/** A sentence in the pseudo language; its slots stay. */
export function pseudo(text: string): string {
  const words = text.split(/(\{[^}]*\}|\s+)/).map((part) => {
    if (part.startsWith('{') || part.trim() === '') return part;
    const accented = part.replace(/[a-z]/g, (letter) => ACCENTS[letter] ?? letter);
    return accented.replace(/\p{L}+/u, (word) => word + 'é'.repeat(Math.ceil(word.length * LONGER)));
  });
  return OPEN + words.join('') + SHUT;
}

const pseudoPack = (words: Words): Words =>
  Object.fromEntries(Object.entries(words).map(([key, text]) => [key, pseudo(text)]));

/** A text of a pack as the minified file has it, to know the file by. */
const markOf = (words: Words): string =>
  Object.values(words)
    .filter((text) => !/[`\\$\n]/.test(text))
    .toSorted((a, b) => b.length - a.length)[0]!;

/**
 * Makes the copy.
 * @param built folder of the built extension
 * @returns the folder of the copy
 */
export function pseudoBuild(built: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'pseudo-'));
  cpSync(built, folder, { recursive: true });
  const chunks = join(folder, 'chunks');
  for (const room of ROOMS) {
    const packs = packsOf(room);
    const mark = markOf(packs[PSEUDO]);
    const files = readdirSync(chunks).filter((name) => name.startsWith(`${room}-`));
    const own = files.filter((name) => readFileSync(join(chunks, name), 'utf8').includes(mark));
    if (own.length !== 1) throw new Error(`${own.length} files have the words of ${room}.`);
    // The packs have no texts but these, and one name: the default.
    writeFileSync(join(chunks, own[0]!), `export default ${JSON.stringify(pseudoPack(packs.en))};`);
  }
  // The hint's words and titles stand in the background, all languages together: each text of the language is one there.
  const background = join(folder, 'background.js');
  const hint = packsOf('hint');
  const { titles } = hintTitles(readLibrary());
  const pairs = [
    ...Object.keys(hint.en).map((key) => [hint[PSEUDO][key]!, hint.en[key]!] as const),
    ...titles[PSEUDO]!.map((title, at) => [title, titles.en![at]!] as const),
  ];
  let text = readFileSync(background, 'utf8');
  for (const [own, english] of pairs) {
    const next = ['`', '"'].reduce(
      (all, mark) => all.replaceAll(mark + own + mark, JSON.stringify(pseudo(english))),
      text,
    );
    if (next === text) throw new Error(`The hint's words "${own}" were not found.`);
    text = next;
  }
  writeFileSync(background, text);
  return folder;
}
