/** The words of the nine further languages against docs/glossary.md: what it says is said, and what it refuses is nowhere. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale, type Namespace } from '../../lib/i18n/index.ts';
import { packsOf } from '../words.ts';

const ROOMS: Namespace[] = ['alternatives', 'codes', 'decline-codes', 'facts', 'hint', 'interview', 'library'];
ROOMS.push('options', 'picture', 'promises', 'script', 'sheet', 'ui', 'welcome');
const packs = ROOMS.map(packsOf);
const textsOf = (locale: Locale): string[] =>
  packs.flatMap((room) => Object.values(room[locale])).map((text) => text.toLowerCase());

/** The tables by language: rows of a thing, its words and the words that it is not called. */
const glossary = readFileSync(new URL('../../docs/glossary.md', import.meta.url), 'utf8');
const tables = new Map(
  [...glossary.matchAll(/^### .*\(`([\w-]+)`\)$([^#]*)/gm)].map(([, locale, text]) => [
    locale as Locale,
    [...text!.matchAll(/^\|(.+)\|(.+)\|(.*)\|$/gm)].slice(2).map((row) => row.slice(1).map((cell) => cell.trim())),
  ]),
);
/** Single words of a cell, without the remarks in brackets; "(3-D Secure)" is part of a name. */
const wordsOf = (cell: string): string[] =>
  cell
    .replace(/[（(](?!3)[^）)]*[）)]/g, '')
    .split(/[,;]/)
    .map((one) => one.trim().toLowerCase())
    .filter(Boolean);

describe('the glossary', () => {
  it('has a table for each language but the first two, with the same things', () => {
    expect([...tables.keys()].sort()).toEqual(LOCALES.filter((one) => !['en', 'zh-CN'].includes(one)).sort());
    const things = [...tables.values()].map((rows) => rows.map((row) => row[0]));
    for (const one of things) expect(one).toEqual(things[0]);
    expect(things[0]!.length).toBeGreaterThanOrEqual(15);
  });

  it.each([...tables])('%s has the words that stand there, and none that is refused', (locale, rows) => {
    const texts = textsOf(locale);
    for (const [thing, words, refused] of rows) {
      expect(wordsOf(words!).length, thing).toBeGreaterThan(0);
      for (const word of wordsOf(words!))
        expect(
          texts.some((text) => text.includes(word)),
          `${thing}: ${word}`,
        ).toBe(true);
      for (const word of wordsOf(refused!))
        expect(
          texts.filter((text) => text.includes(word)),
          thing,
        ).toEqual([]);
    }
  });
});
