import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Locale, type Namespace, say } from '../../lib/i18n/index.ts';

afterEach(() => {
  vi.doUnmock('../../lib/i18n/locales/zh-CN/hint.json');
  vi.doUnmock('../../lib/i18n/locales/en/hint.json');
  vi.resetModules();
});

/** The loader, with packs that cannot be loaded. */
async function loaderWithout(...broken: string[]): Promise<(locale: Locale, name: Namespace) => Promise<object>> {
  vi.resetModules();
  for (const tag of broken)
    vi.doMock(`../../lib/i18n/locales/${tag}/hint.json`, () => {
      throw new Error('the chunk is gone');
    });
  return (await import('../../lib/i18n/load.ts')).loadWords;
}

describe('a pack of words', () => {
  it('is that of the language', async () => {
    const load = await loaderWithout();
    const [en, zh] = await Promise.all([load('en', 'hint'), load('zh-CN', 'hint')]);
    expect(Object.keys(zh)).toEqual(Object.keys(en));
    expect(zh).not.toEqual(en);
  });

  it('is the English one where the language has none', async () => {
    const load = await loaderWithout();
    expect(await load('xx' as Locale, 'hint')).toEqual(await load('en', 'hint'));
    expect(await load('xx' as Locale, 'nothing' as Namespace)).toEqual({});
  });

  it('is the English one where it cannot be loaded', async () => {
    const load = await loaderWithout('zh-CN');
    const words = await load('zh-CN', 'hint');
    expect(words).toEqual(await load('en', 'hint'));
    expect(Object.keys(words).length).toBeGreaterThan(3);
  });

  it('is empty where not even that can be', async () => {
    const load = await loaderWithout('zh-CN', 'en');
    expect(await load('zh-CN', 'hint')).toEqual({});
    expect(await load('en', 'hint')).toEqual({});
  });
});

describe('a sentence with a count', () => {
  const words = { 'tries.one': '{count} try', 'tries.other': '{count} tries', days: '{count} d' };

  it('has the plural form of its language', () => {
    expect(say(words, 'tries', { count: 1 })).toBe('1 try');
    expect(say(words, 'tries', { count: 2 })).toBe('2 tries');
  });

  it('has the usual form where its own is not written, and the plain one where there is none', () => {
    expect(say({ 'tries.other': '{count} tries' }, 'tries', { count: 1 })).toBe('1 tries');
    expect(say(words, 'tries')).toBe('{count} tries');
    expect(say(words, 'days', { count: 1 })).toBe('1 d');
  });
});
