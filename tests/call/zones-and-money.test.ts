import { describe, expect, it } from 'vitest';
import { numberIn, spokenAmount } from '../../lib/call/money.ts';
import { LOCALES } from '../../lib/i18n/index.ts';
import { placeName, zoneChoices, zoneName } from '../../lib/call/zones.ts';

const ALL = [...Intl.supportedValuesOf('timeZone'), 'UTC'];

describe('time zones', () => {
  it.each(LOCALES)('none is said as an offset or a number in %s', (tag) => {
    for (const at of [Date.UTC(2026, 0, 1), Date.UTC(2026, 6, 1)])
      for (const zone of ALL) {
        const name = zoneName(at, zone, tag);
        if (name === '' || /\p{Nd}|GMT|UTC/u.test(name)) throw new Error(`${zone} is said as "${name}"`);
      }
    expect(ALL.length).toBeGreaterThan(300);
  });

  it('are chosen by country or city', () => {
    expect(['Europe/Berlin', 'America/Los_Angeles', 'Africa/Abidjan'].map((zone) => placeName(zone, 'en'))).toEqual([
      'Germany',
      'Los Angeles',
      'Abidjan',
    ]);
    expect(placeName('Europe/Berlin', 'zh-CN')).toBe('德国');
    const choices = zoneChoices(ALL, 'Europe/Berlin', 'en');
    expect(new Set(choices.map((one) => one.name)).size).toBe(choices.length);
    expect(choices.map((one) => one.zone)).toContain('Europe/Berlin');
    expect(choices.filter((one) => /\/|_|^[A-Z]{2}T?$/.test(one.name))).toEqual([]);
  });
});

describe('amounts', () => {
  it.each([
    ['350', 350],
    ['1,234.50', 1234.5],
    ['1.234,50', 1234.5],
    ['12,5', 12.5],
    ['1 000', 1000],
    ['350 yuan', null],
    ['about 20', null],
    ['', null],
    ['1,2,3', null],
  ])('%j is the number %j', (typed, number) => {
    expect(numberIn(typed)).toBe(number);
  });

  it('are said with their currency, and words stay as they were typed', () => {
    expect(spokenAmount('350', 'CNY', 'en')).toBe('350 Chinese yuan');
    expect(spokenAmount('350', 'CNY', 'zh-CN')).toBe('350人民币');
    expect(spokenAmount('350 yuan', 'CNY', 'zh-CN')).toBe('350 yuan');
    expect(spokenAmount('45', '', 'en')).toBe('45');
  });
});
