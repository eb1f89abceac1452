/** Numbers in sentences: each language has all forms that its rules know, and the right one is taken. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale, say, type Words } from '../../lib/i18n/index.ts';
import facts from '../../lib/library/facts.json';

const ROOT = new URL('../../lib/i18n/locales/', import.meta.url);
const read = (locale: Locale, file: string): Words =>
  JSON.parse(readFileSync(new URL(`${locale}/${file}`, ROOT), 'utf8')) as Words;
const FILES = readdirSync(new URL('en/', ROOT)).sort();
const PACKS = LOCALES.flatMap((locale) => FILES.map((file) => ({ locale, file, words: read(locale, file) })));
const FORM = /\.(zero|one|two|few|many|other)$/;
const NOUN = /\{[\w.-]+:([\w-]+)\}/g;
const nounsIn = (words: Words): string[] =>
  Object.values(words).flatMap((text) => [...text.matchAll(NOUN)].map((match) => match[1]!));
const VALUES = (facts as { id: string; values?: Record<string, string | number> }[]).flatMap(({ id, values }) =>
  Object.entries(values ?? {}).map(([name, value]) => ({ id, name, value })),
);
/** Slots that are given numbers; those of the facts are in the data. */
const NUMBERS = new Set([
  ...['count', 'number', 'minutes', 'step', 'of', 'at', 'causes'],
  ...VALUES.filter((one) => typeof one.value === 'number').map((one) => one.name),
]);

describe('plural forms', () => {
  it.each(LOCALES)('of %s are all there, and no other', (locale) => {
    const categories = [...new Intl.PluralRules(locale).resolvedOptions().pluralCategories].sort();
    for (const { words, file } of PACKS.filter((one) => one.locale === locale)) {
      const inflected = Object.keys(words).filter((key) => key.endsWith('.other') && /\{\w+\}/.test(words[key]!));
      const nouns = new Set(nounsIn(words));
      for (const key of inflected.map((one) => one.replace(FORM, ''))) {
        const has = Object.keys(words).filter((one) => FORM.test(one) && one.replace(FORM, '') === key);
        expect(has.map((one) => one.slice(key.length + 1)).sort(), `${file} ${key}`).toEqual(categories);
        expect(words, 'one way only').not.toHaveProperty([key]);
      }
      const written = Object.keys(words).filter((key) => key.startsWith('form.'));
      expect(new Set(written.map((key) => key.split('.')[1])), `${file}: nouns used`).toEqual(nouns);
      for (const key of written) expect(words[key]!.match(/\{\w+\}/g) ?? ['{n}'], key).toEqual(['{n}']);
    }
  });

  it.each(['ru', 'ar'] as const)('stand wherever a number has a noun beside it in %s', (locale) => {
    // Said without a noun: "3 of 9", "2 more".
    const alone = /^(?:из|на|من|على|في|أخرى|تستدعي|تكون|لل.+)$/u;
    const bare = PACKS.filter((one) => one.locale === locale).flatMap(({ words, file }) =>
      Object.entries(words).flatMap(([key, text]) =>
        [...(FORM.test(key) ? '' : text).matchAll(/\{(\w+)\}\s+([\p{Script=Cyrillic}\p{Script=Arabic}]+)/gu)]
          .filter(
            ([, name, next]) => NUMBERS.has(name!) && !alone.test(next!) && typeof valueOf(key, name!) !== 'string',
          )
          .map(([found]) => `${file} ${key}: ${found}`),
      ),
    );
    expect(bare).toEqual([]);
  });

  it('are not needed for a fact in the languages that have but one and more than one', () => {
    const single = VALUES.filter(({ value }) => typeof value === 'number' && value <= 1);
    expect(single).toEqual([]);
  });
});

/** The value of a slot in the data, when the sentence is a fact. */
function valueOf(key: string, name: string): string | number | undefined {
  return VALUES.find((one) => one.id === key && one.name === name)?.value;
}

const TRIED = [0, 1, 2, 3, 5, 11, 21, 22, 25, 101];
const told = (locale: Locale, file: string, key: string, slot: string, rest = {}): string[] =>
  TRIED.map((value) => say(read(locale, file), key, { ...rest, [slot]: value }, locale));

describe('real numbers', () => {
  it.each(LOCALES)('leave no gap in %s', (locale) => {
    for (const { words } of PACKS.filter((one) => one.locale === locale))
      for (const key of new Set(Object.keys(words).map((one) => one.replace(FORM, '')))) {
        const text = words[key] ?? words[`${key}.other`] ?? '';
        const slots = [...text.matchAll(/\{(\w+)(?::[\w-]+)?\}/g)].map((one) => one[1]!);
        if (!slots.some((one) => NUMBERS.has(one)) || key.startsWith('form.')) continue;
        for (const value of TRIED) {
          const filled = say(words, key, Object.fromEntries(slots.map((one) => [one, value])), locale);
          expect(filled.replace(/\{menu\.[\w-]+\}/g, ''), `${key} ${value}`).not.toMatch(/[{}]|undefined/);
        }
      }
  });

  it('take the right form in Russian', () => {
    const wallets = ['0 кошельков', '1 кошелька', '2 кошельков', '3 кошельков', '5 кошельков', '11 кошельков'];
    wallets.push('21 кошелька', '22 кошельков', '25 кошельков', '101 кошелька');
    expect(told('ru', 'facts.json', 'home-wallets', 'count', { places: 13 })).toEqual(
      wallets.map((one) => expect.stringContaining(` более ${one} из 13 стран и регионов.`) as string),
    );
    const minutes = ['0 минут', '1 минуты', '2 минут', '3 минут', '5 минут', '11 минут'];
    minutes.push('21 минуты', '22 минут', '25 минут', '101 минуты');
    expect(told('ru', 'library.json', 'retry.after-wait', 'minutes').map((one) => one.split(',')[0])).toEqual(
      minutes.map((one) => `Подождите около ${one}`),
    );
    expect(told('ru', 'facts.json', 'fee.wrong', 'threshold').map((one) => one.split(' часто')[0])).toEqual([
      ...['0 юаней', '1 юань', '2 юаня', '3 юаня', '5 юаней', '11 юаней', '21 юань', '22 юаня', '25 юаней', '101 юань'],
    ]);
    expect(told('ru', 'options.json', 'stored.failures', 'count').map((one) => one.split(' о ')[0])).toEqual([
      ...['0 заметок', '1 заметка', '2 заметки', '3 заметки', '5 заметок', '11 заметок'],
      ...['21 заметка', '22 заметки', '25 заметок', '101 заметка'],
    ]);
  });

  it('take the right form in Arabic', () => {
    expect(told('ar', 'library.json', 'retry.after-wait', 'minutes').map((one) => one.split('،')[0])).toEqual(
      [
        ...['0 دقيقة', 'دقيقة واحدة', 'دقيقتين', '3 دقائق', '5 دقائق', '11 دقيقة'],
        ...['21 دقيقة', '22 دقيقة', '25 دقيقة', '101 دقيقة'],
      ].map((one) => `الانتظار نحو ${one}`),
    );
    expect(told('ar', 'facts.json', 'network-repeats', 'days', { visa: 20, mastercard: 10, hours: 24 })).toEqual(
      ['0 يوم', 'يوم واحد', 'يومين', '3 أيام', '5 أيام', '11 يومًا', '21 يومًا', '22 يومًا', '25 يومًا', '101 يوم'].map(
        (one) => expect.stringContaining(`خلال ${one}،`) as string,
      ),
    );
    expect(told('ar', 'options.json', 'stored.attempts', 'count').map((one) => one.split('،')[0])).toEqual([
      ...['لا محاولات فاشلة', 'محاولة فاشلة واحدة', 'محاولتان فاشلتان', '3 محاولات فاشلة', '5 محاولات فاشلة'],
      ...['11 محاولة فاشلة', '21 محاولة فاشلة', '22 محاولة فاشلة', '25 محاولة فاشلة', '101 محاولة فاشلة'],
    ]);
  });

  it('count each noun of a sentence for itself', () => {
    const words = { a: '{n:day} of {m:day}', 'form.day.one': '{n} day', 'form.day.other': '{n} days' };
    expect(say(words, 'a', { n: 1, m: 2000 })).toBe('1 day of 2,000 days');
    expect(say({ a: '{n:day}' }, 'a', { n: 3 })).toBe('3');
    expect(say(words, 'a', { n: 'one', m: 2 })).toBe('one of 2 days');
  });
});
