import { describe, expect, it } from 'vitest';
import { CARD_COUNTRIES } from '../../lib/pay/countries.ts';
import type { InterviewData } from '../../lib/case/interview-data.ts';
import { habitOf } from '../../lib/case/issuer-habit.ts';
import en from '../../lib/i18n/locales/en/facts.json';
import zh from '../../lib/i18n/locales/zh-CN/facts.json';
import { readLibrary } from '../../lib/library/read.ts';

const library = readLibrary();
const data: InterviewData = { questions: library.questions, issuers: library.issuers };

describe("the habit of a country's banks", () => {
  it("is its own before its group's", () => {
    expect(habitOf('IN', data)).toMatchObject({ id: 'IN', confidence: 'high', checked: '2026-11-22' });
    expect(habitOf('DE', data)?.id).toBe('DE');
    expect(habitOf('es', data)?.id).toBe('EU');
  });

  it('is null where none is known, and a group is no country', () => {
    for (const country of ['BT', 'EU', 'constructor', '', '__proto__']) expect(habitOf(country, data)).toBeNull();
  });

  it('has words in both languages and sources for every country that can be chosen', () => {
    for (const country of CARD_COUNTRIES) {
      const habit = habitOf(country, data);
      if (!habit) continue;
      for (const part of ['default', 'do'])
        for (const words of [en, zh]) expect(words).toHaveProperty([`issuer.${habit.id}.${part}`]);
      for (const id of habit.sources) expect(library.sources).toHaveProperty([id]);
    }
  });
});

describe('the countries to choose from', () => {
  it('are each there once, with a name in both languages', () => {
    expect(new Set(CARD_COUNTRIES).size).toBe(CARD_COUNTRIES.length);
    for (const tag of ['en', 'zh-CN']) {
      const names = new Intl.DisplayNames([tag], { type: 'region', fallback: 'none' });
      expect(CARD_COUNTRIES.filter((code) => !names.of(code))).toEqual([]);
    }
  });

  it('hold every country there is a habit or a wallet for, and not mainland China', () => {
    const known = [
      ...Object.keys(library.issuers).filter((id) => !(id in library.questions.countryGroups)),
      ...library.alternatives.wallets.list.flatMap((one) => one.countries),
    ];
    expect(known.filter((code) => !CARD_COUNTRIES.includes(code))).toEqual([]);
    expect(CARD_COUNTRIES).not.toContain('CN');
  });
});
