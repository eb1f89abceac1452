import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPreferences, writePreferences } from '../../lib/state/preferences.ts';
import type { Settings } from '../../lib/state/settings.ts';

const SETTINGS: Settings = {
  screen: 'zh-CN',
  bank: 'zh-CN',
  hints: false,
  muted: ['alipay.com'],
  person: { stay: 'visitor', country: 'DE' },
};

describe('preferences as a file', () => {
  it('come back as they went', () => {
    expect(readPreferences(writePreferences(SETTINGS), ['en'])).toEqual(SETTINGS);
    const { person: _person, ...few } = SETTINGS;
    expect(readPreferences(`\uFEFF${writePreferences(few)}`, ['en'])).toEqual(few);
  });

  it('hold what is set and nothing else', () => {
    const more = { ...SETTINGS, secret: 'x' } as Settings;
    expect(Object.keys(JSON.parse(writePreferences(more)) as object)).toEqual([
      'card-rescue-preferences',
      'screen',
      'bank',
      'hints',
      'muted',
      'person',
    ]);
  });

  it('are read piece by piece: what cannot be read has its default', () => {
    const text = JSON.stringify({
      'card-rescue-preferences': 9,
      screen: 'xx',
      bank: 'zh-CN',
      hints: 'no',
      muted: ['a.example', 7, '<b>'],
      person: { stay: 'king', country: 'DE' },
      __proto__: { hints: false },
    });
    expect(readPreferences(text, ['zh-SG'])).toEqual({
      screen: 'zh-CN',
      bank: 'zh-CN',
      hints: true,
      muted: ['a.example'],
    });
  });

  it('are not read from another file, however it looks', () => {
    for (const text of [
      '',
      'null',
      '[]',
      '7',
      '{}',
      '{"screen":"en"}',
      '{"card-rescue-preferences":1',
      'x'.repeat(100_001),
    ])
      expect(readPreferences(text, []), text.slice(0, 40)).toBeNull();
    expect(readPreferences(' '.repeat(100_001) + writePreferences(SETTINGS), [])).toBeNull();
  });

  it('never throw and never give anything but settings', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), fc.jsonValue(), (text, value) => {
        const framed = JSON.stringify({ 'card-rescue-preferences': 1, muted: value, person: value, screen: value });
        expect(readPreferences(text, [])).toBeNull();
        const read = readPreferences(framed, [])!;
        expect(['en', 'zh-CN']).toContain(read.screen);
        expect(read.muted.every((one) => typeof one === 'string')).toBe(true);
      }),
    );
  });
});
