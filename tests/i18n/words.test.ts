/** What holds for the words of every language: the same keys and slots everywhere, plain sentences, one text for a menu. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LOCALES, say } from '../../lib/i18n/index.ts';
import notes from '../../lib/i18n/notes.json';
import pinyin from '../../lib/i18n/pinyin.json';
import facts from '../../lib/library/facts.json';
import issuers from '../../lib/library/issuers.json';
import { pinyinFile } from '../../scripts/pinyin.ts';

const ROOT = new URL('../../lib/i18n/', import.meta.url);
const read = (path: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(path, ROOT), 'utf8')) as Record<string, string>;
const FILES = readdirSync(new URL('locales/en/', ROOT)).sort();
const PACKS = FILES.flatMap((file) =>
  LOCALES.map((locale) => ({ file, locale, words: read(`locales/${locale}/${file}`) })),
);
const packOf = (locale: string, file: string) => PACKS.find((one) => one.locale === locale && one.file === file)!.words;

/** The form of a plural is the language's own affair. */
const PLURAL = /\.(zero|one|two|few|many|other)$/;
const base = (words: Record<string, string>, key: string): string => {
  const plain = key.replace(PLURAL, '');
  return PLURAL.test(key) && (`${plain}.other` in words || plain in words) ? plain : key;
};
const keysOf = (words: Record<string, string>): string[] =>
  [...new Set(Object.keys(words).map((key) => base(words, key)))].filter((key) => !key.startsWith('form.')).sort();
/** A noun that is counted (`{days:day}`) is the language's own affair too. */
const slotsOf = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{([\w.-]+)(?::[\w-]+)?\}/g)].map((one) => `{${one[1]}}`))].sort();

/** Words of a sentence; a slot counts as one. */
const wordsIn = (sentence: string): number => sentence.split(/\s+/).filter((one) => /[A-Za-z0-9{]/.test(one)).length;
const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?])["”’)]*\s+/);
/** Files this rule holds for; the other rooms' files have tests beside their pages. */
const PLAIN = ['alternatives', 'codes', 'decline-codes', 'facts', 'interview', 'library', 'script'];

describe('every language', () => {
  it.each(FILES)('%s has the same keys', (file) => {
    const [first, ...rest] = LOCALES.map((locale) => keysOf(packOf(locale, file)));
    for (const one of rest) expect(one).toEqual(first);
  });

  it.each(FILES)('%s has the same slots in each sentence', (file) => {
    for (const locale of LOCALES)
      for (const [key, text] of Object.entries(packOf(locale, file))) {
        if (key.startsWith('form.')) continue;
        const english = packOf('en', file);
        const wanted = english[key] ?? english[`${base(english, key)}.other`] ?? english[base(english, key)]!;
        // A plural form may leave the number out ("one try").
        if (!PLURAL.test(key)) expect(slotsOf(text), `${locale} ${key}`).toEqual(slotsOf(wanted));
        for (const slot of slotsOf(text)) expect(slotsOf(wanted), `${locale} ${key}`).toContain(slot);
      }
  });

  it('writes a menu of the app in one way', () => {
    for (const locale of LOCALES) {
      const seen = new Map<string, string>();
      for (const { words } of PACKS.filter((one) => one.locale === locale))
        for (const [key, text] of Object.entries(words)) {
          if (key.startsWith('menu.')) expect(text, key).toBe(seen.get(key) ?? text);
          if (key.startsWith('menu.')) seen.set(key, text);
          for (const slot of slotsOf(text).filter((one) => one.startsWith('{menu.')))
            expect(words, `${key} names ${slot}`).toHaveProperty([slot.slice(1, -1)]);
        }
      expect(seen.size).toBe(7);
    }
  });

  it('names menus by slots only, so that a renamed menu is one change', () => {
    expect(PLAIN.map((one) => `${one}.json`).filter((one) => !FILES.includes(one))).toEqual([]);
    for (const { file, locale, words } of PACKS.filter((one) => PLAIN.includes(one.file.replace('.json', ''))))
      for (const [key, text] of Object.entries(words))
        if (!key.startsWith('menu.'))
          expect(text, `${locale} ${file} ${key}`).not.toMatch(/Settings >|设置 >|我的 >|Me >/);
  });
});

describe('plain words', () => {
  it.each(PLAIN)('%s: no sentence of more than 22 words, no said line of more than 18', (file) => {
    for (const [key, text] of Object.entries(packOf('en', `${file}.json`))) {
      if (key.startsWith('menu.')) continue;
      const most = /^(say|add)\./.test(key) ? 18 : 22;
      for (const sentence of sentencesOf(text))
        expect(wordsIn(sentence), `${key}: ${sentence}`).toBeLessThanOrEqual(most);
    }
  });

  it('speaks to the reader as 你 and to others as 您', () => {
    expect(packOf('zh-CN', 'script.json')['say.opening']).toContain('您');
    for (const file of PLAIN) {
      for (const [key, text] of Object.entries(packOf('zh-CN', `${file}.json`)))
        if (file !== 'script' || /^(note|end|topic|sheet)\./.test(key))
          expect(text, `${file} ${key}`).not.toContain('您');
    }
  });

  it.each([
    ['店家', '商家'],
    ['通话稿', '通话单'],
    ['话术', '通话单'],
    ['响应码', '拒绝代码'],
    ['错误代码', '错误码'],
    ['人脸', '刷脸'],
    ['解绑', '删除'],
    ['先享后付', '先用后付'],
  ])('has one name for a thing: not %s but %s', (other) => {
    for (const file of PLAIN)
      for (const [key, text] of Object.entries(packOf('zh-CN', `${file}.json`)))
        expect(text, `${file} ${key}`).not.toContain(other);
  });
});

describe('numbers', () => {
  it('of the facts are numbers; only years, telephone numbers and opening hours are text', () => {
    expect(facts.length).toBeGreaterThan(50);
    for (const { id, values } of facts as { id: string; values?: Record<string, string | number> }[])
      for (const [name, value] of Object.entries(values ?? {}))
        if (
          typeof value === 'string' &&
          name !== 'number' &&
          name !== 'local' &&
          name !== 'company' &&
          name !== 'hours'
        )
          expect(value, `${id}.${name}`).toMatch(/^20\d\d$/);
  });
  it('are written as the language writes them, with the plural form of the only number', () => {
    expect(say({ a: 'USD {single}' }, 'a', { single: 5000 })).toBe('USD 5,000');
    expect(say({ a: '{n}' }, 'a', { n: 5000 }, 'de')).toBe('5.000');
    const tries = { 'a.one': '{n} day', 'a.other': '{n} days' };
    expect([1, 3].map((n) => say(tries, 'a', { n }))).toEqual(['1 day', '3 days']);
    expect(say({ 'a.few': '{n} dny', 'a.other': '{n} dní' }, 'a', { n: 3 }, 'cs')).toBe('3 dny');
    expect(say({ a: '{n} of {m}' }, 'a', { n: 1, m: 2 })).toBe('1 of 2');
  });
  it('end a sentence with one full stop, also behind a date that has one', () => {
    expect(say({ a: 'am {date}. Und' }, 'a', { date: '27. Nov.' })).toBe('am 27. Nov. Und');
    expect(say({ a: 'am {date}, {day}.' }, 'a', { date: 'Nov.', day: 'Fr' })).toBe('am Nov., Fr.');
  });
  it('leave what is no number alone, and fill in a menu', () => {
    expect(say({ a: 'since {year}' }, 'a', { year: '2025' })).toBe('since 2025');
    expect(say({ a: 'Open {menu.x}.', 'menu.x': 'Me > X' }, 'a')).toBe('Open Me > X.');
    expect(say({ a: '{menu.y} {constructor}' }, 'a')).toBe('{menu.y} {constructor}');
  });
});

describe('what stands beside the words', () => {
  it('translator notes are about keys that exist', () => {
    const keys = PACKS.filter((one) => one.locale === 'en').flatMap(({ words }) => Object.keys(words));
    for (const note of Object.keys(notes)) {
      const wanted = new RegExp(`^${note.replaceAll('.', '\\.').replaceAll('*', '.+')}$`);
      expect(
        keys.some((key) => wanted.test(key)),
        note,
      ).toBe(true);
    }
  });
  it('pinyin is there for every line of the shop and of Alipay, and is up to date (npm run pinyin)', () => {
    expect(readFileSync(new URL('pinyin.json', ROOT), 'utf8')).toBe(pinyinFile());
    for (const [key, text] of Object.entries(pinyin)) {
      expect(text, key).not.toMatch(/\p{Script=Han}/u);
      expect(slotsOf(text), key).toEqual(slotsOf(packOf('zh-CN', 'script.json')[key]!));
    }
    expect(pinyin['say.shop-scan-me']).toBe(
      'nín hǎo! wǒ yòng de shì jìng wài yín háng kǎ, má fán nín sǎo yí xià wǒ de fù kuǎn mǎ, kě yǐ ma?',
    );
  });
  it('what the banks of a country call it stands in the words of that country, in both languages', () => {
    expect(Object.keys(issuers).length).toBeGreaterThanOrEqual(25);
    for (const locale of LOCALES) {
      const words = packOf(locale, 'facts.json');
      for (const [country, { terms }] of Object.entries(issuers))
        for (const term of terms)
          expect(
            `${words[`issuer.${country}.default`]} ${words[`issuer.${country}.do`]}`.toLowerCase(),
            country,
          ).toContain(term.toLowerCase());
    }
  });
});
