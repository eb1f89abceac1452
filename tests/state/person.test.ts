import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSettings, saveSettings, settingsFrom } from '../../lib/state/settings.ts';
import { fake } from '../fake-browser.ts';

describe('what the user said of themselves', () => {
  it('is absent until it is said, comes back as it was, and leaves the rest alone', async () => {
    expect(await readSettings()).not.toHaveProperty('person');
    await saveSettings({ bank: 'zh-CN' });
    await saveSettings({ person: { stay: 'visitor', country: 'IN' } });
    expect(await readSettings()).toMatchObject({ bank: 'zh-CN', person: { stay: 'visitor', country: 'IN' } });
    expect(fake.areas.session.content).toEqual({});
  });

  it.each([
    ['a text', 'IN'],
    ['a stay of a later version', { stay: 'student', country: 'IN' }],
    ['no stay', { country: 'IN' }],
    ['a country that is none', { stay: 'visitor', country: 'India' }],
    ['no country', { stay: 'visitor' }],
    ['a list', ['visitor', 'IN']],
  ])('counts as not said where it cannot be read: %s', (_, person) => {
    expect(settingsFrom({ screen: 'zh-CN', person }, [])).toEqual({
      screen: 'zh-CN',
      bank: 'en',
      hints: true,
      muted: [],
    });
  });

  it('keeps only what belongs to it', () => {
    expect(settingsFrom({ person: { stay: 'unknown', country: null, name: 'Mo' } }, []).person).toEqual({
      stay: 'unknown',
      country: null,
    });
  });

  it('never breaks the settings around it', () => {
    fc.assert(
      fc.property(fc.anything(), (person) => {
        const read = settingsFrom({ bank: 'zh-CN', person }, []);
        expect(read.bank).toBe('zh-CN');
        expect(settingsFrom(read, [])).toEqual(read);
      }),
    );
  });
});
