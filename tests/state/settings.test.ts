import { LOCALES } from '../../lib/i18n/index.ts';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readSettings, saveSettings, settingsFrom } from '../../lib/state/settings.ts';
import { fake } from '../fake-browser.ts';

const local = fake.areas.local;
const DEFAULTS = { screen: 'en', bank: 'en', hints: true, muted: [] };

afterEach(() => vi.unstubAllGlobals());

describe('settings', () => {
  it("begin with the browser's language, English for the bank and hints on", async () => {
    expect(settingsFrom(undefined, ['xx-XX', 'zh-HK', 'en'])).toEqual({ ...DEFAULTS, screen: 'zh-TW' });
    expect(settingsFrom(null, ['xx-XX'])).toEqual(DEFAULTS);
    vi.stubGlobal('navigator', { languages: ['zh-HK'] });
    expect(await readSettings()).toEqual({ ...DEFAULTS, screen: 'zh-TW' });
    expect(local.content).toEqual({});
  });

  it('come back as they were saved, and keep what was not', async () => {
    await saveSettings({ screen: 'zh-CN', hints: false });
    await saveSettings({ bank: 'zh-CN', muted: ['alipay.com'] });
    expect(await readSettings()).toEqual({ screen: 'zh-CN', bank: 'zh-CN', hints: false, muted: ['alipay.com'] });
    expect(fake.areas.session.content).toEqual({});
  });

  it('keep what a later version wrote', async () => {
    local.content.settings = { ...DEFAULTS, theme: 'dark' };
    await saveSettings({ hints: false });
    expect(local.content.settings).toMatchObject({ theme: 'dark', hints: false });
    expect(await readSettings()).not.toHaveProperty('theme');
  });

  it.each([
    ['an unknown language', { screen: 'xx', bank: 'en-GB' }, {}],
    ['a prototype name for a language', { screen: 'constructor' }, {}],
    ['a text for a switch', { hints: 'false' }, {}],
    ['a number for a switch', { hints: 0 }, {}],
    ['a text for a list', { muted: 'alipay.com' }, {}],
    [
      'a list with other things',
      { muted: ['alipay.com', 7, null, '<b>', 'A.COM', '', 'a'.repeat(254)] },
      { muted: ['alipay.com'] },
    ],
    ['one bad field among good ones', { screen: 'zh-CN', hints: 'no' }, { screen: 'zh-CN' }],
  ])('fall back field by field: %s', (_, stored, kept) => {
    expect(settingsFrom(stored, ['en'])).toEqual({ ...DEFAULTS, ...kept });
  });

  it('never have more muted sites than fit', () => {
    expect(settingsFrom({ muted: Array.from({ length: 500 }, (_, index) => `s${index}.com`) }, []).muted).toHaveLength(
      50,
    );
  });

  it('are the defaults where storage cannot be read, and saying them fails aloud', async () => {
    local.failures.get = new Error('storage is broken');
    expect(await readSettings()).toEqual({ ...DEFAULTS, screen: (await readSettings()).screen });
    await expect(saveSettings({ hints: false })).rejects.toThrow('storage is broken');
  });

  it.each([['text'], [null], [7], [[1, 2]]])('replace what is no settings at all: %j', async (stored) => {
    local.content.settings = stored;
    await saveSettings({ hints: false });
    expect(await readSettings()).toMatchObject({ ...DEFAULTS, screen: (await readSettings()).screen, hints: false });
  });

  it('are whole and well formed, whatever is stored and whatever the browser speaks', () => {
    const nearly = fc.record(
      {
        screen: fc.anything(),
        bank: fc.anything(),
        hints: fc.anything(),
        muted: fc.oneof(fc.anything(), fc.array(fc.anything())),
        person: fc.anything(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), nearly), fc.array(fc.anything()), (stored, languages) => {
        const settings = settingsFrom(stored, languages as string[]);
        expect(
          Object.keys(settings)
            .filter((key) => key !== 'person')
            .sort(),
        ).toEqual(['bank', 'hints', 'muted', 'screen']);
        expect(LOCALES).toContain(settings.screen);
        expect(LOCALES).toContain(settings.bank);
        expect(typeof settings.hints).toBe('boolean');
        expect(settings.muted.every((one) => /^[a-z0-9.-]+$/.test(one))).toBe(true);
        expect(settingsFrom(settings, [])).toEqual(settings);
      }),
      { numRuns: 1000 },
    );
  });
});
