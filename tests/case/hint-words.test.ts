import { describe, expect, it } from 'vitest';
import { type HintTable, hintKey, hintKeyOf, hintSentence, hintWords } from '../../lib/case/hint-words.ts';
import { hintTable } from '../../lib/generated/hints.ts';
import { wholeHintPack } from '../../lib/case/hint-pack.ts';
import { LOCALES, directionOf } from '../../lib/i18n/index.ts';
import { OUTCOMES } from '../../lib/library/case-schema.ts';
import { hintTitles } from '../../lib/library/hint-titles.ts';
import type { DiagnosisId } from '../../lib/library/schema.ts';
import { CERTAINTIES, readHintOrder } from '../../lib/messages.ts';
import { library } from '../detect/shipped.ts';

const table = Object.fromEntries(
  library.diagnoses.map(({ id, fixers, outcome, traits }) => [id, [fixers[0], outcome, traits.standsFor]]),
) as unknown as HintTable;
const all = library.diagnoses.flatMap(({ id }) =>
  CERTAINTIES.map((certainty) => ({ diagnosis: id as string, certainty })),
);
const popups = import.meta.glob<Record<string, string>>('../../lib/i18n/locales/*/library.json', {
  import: 'default',
  eager: true,
});
const popupTitle = (locale: string, id: string) =>
  popups[`../../lib/i18n/locales/${locale}/library.json`]![`title.${id}`]!;
const says = (finding: (typeof all)[number], locale: (typeof LOCALES)[number]) =>
  hintSentence(hintKey(finding, table)!, wholeHintPack(locale));

describe('what the hint says of a finding', () => {
  it.each(LOCALES)('has words for every diagnosis and certainty in %s', (locale) => {
    for (const finding of all)
      expect(says(finding, locale), JSON.stringify(finding)).not.toMatch(/[{}]|\w\.\w|^\w+-\w+$/);
  });

  it.each(LOCALES)(
    'is the title of the popup in %s where the cause is exact, and holds it where it is likely',
    (locale) => {
      const { ids } = hintTitles(library);
      expect(ids.length).toBeGreaterThan(20);
      for (const diagnosis of ids) {
        const title = popupTitle(locale, diagnosis);
        expect(says({ diagnosis, certainty: 'exact' }, locale)).toBe(title);
        const likely = says({ diagnosis, certainty: 'likely' }, locale);
        expect(likely.endsWith(title) && likely.length > title.length + 2, likely).toBe(true);
      }
    },
  );

  it('speaks of the money first', () => {
    for (const certainty of CERTAINTIES) {
      expect(hintKey({ diagnosis: 'already-paid', certainty }, table)).toBe('hint.paid');
      expect(hintKey({ diagnosis: 'outcome-unknown', certainty }, table)).toBe('hint.check-first');
    }
    for (const { id, outcome } of library.diagnoses)
      for (const certainty of CERTAINTIES)
        expect(/^hint\.(?:paid|check-first)$/.test(hintKey({ diagnosis: id, certainty }, table)!), id).toBe(
          outcome !== 'not-paid',
        );
  });

  it('names no cause of a case whose money may be gone', () => {
    for (const outcome of OUTCOMES.filter((one) => one !== 'not-paid'))
      for (const { id } of library.diagnoses)
        for (const certainty of CERTAINTIES)
          expect(hintKeyOf({ outcome, head: id, certainty }, table)).toBe(
            outcome === 'paid' ? 'hint.paid' : 'hint.check-first',
          );
  });

  it('names no cause where it is unsure, or where the failure has none', () => {
    for (const { diagnosis } of all)
      expect(hintKey({ diagnosis, certainty: 'unsure' }, table)).toMatch(/^hint\.(?:unknown|check-first|paid)$/);
    for (const certainty of CERTAINTIES)
      expect(hintKey({ diagnosis: 'unknown-failure', certainty }, table)).toBe('hint.unknown');
    expect(hintSentence('hint.unknown', wholeHintPack('en'))).toBe('This payment failed. The page gives no reason.');
  });

  it('says as much as is certain, of a case as of a finding', () => {
    for (const certainty of ['exact', 'likely'] as const) {
      const key = `${certainty}.bank-declined`;
      expect(hintKey({ diagnosis: 'bank-declined', certainty }, table)).toBe(key);
      expect(hintKeyOf({ outcome: 'not-paid', head: 'bank-declined', certainty }, table)).toBe(key);
    }
    expect(hintSentence('exact.bank-declined', wholeHintPack('en'))).toBe('Your bank declined the payment');
    expect(hintSentence('likely.bank-declined', wholeHintPack('en'))).toBe(
      'Looks like: Your bank declined the payment',
    );
  });

  it('is none for a name that is no diagnosis', () => {
    for (const diagnosis of ['', 'no-such', 'constructor', '__proto__', 'toString', 'hasOwnProperty'])
      expect(hintKey({ diagnosis, certainty: 'exact' }, table)).toBeNull();
    expect(hintKeyOf({ outcome: 'not-paid', head: 'constructor' as DiagnosisId, certainty: 'exact' }, table)).toBe(
      'hint.unknown',
    );
  });

  it('is chosen by the table that is shipped', () => {
    for (const finding of all) expect(hintKey(finding, hintTable)).toBe(hintKey(finding, table));
  });

  it('has a title for each diagnosis it names, or is not built', () => {
    const nameless = {
      ...library.diagnoses[0]!,
      id: 'no-such' as DiagnosisId,
      outcome: 'not-paid' as const,
      traits: {},
    };
    expect(() => hintTitles({ diagnoses: [nameless as never] })).toThrow(/en\/library\.json: the title of "no-such"/);
  });
});

describe('the words of the hint', () => {
  it.each(LOCALES)('in %s are an order that the page takes', (locale) => {
    for (const finding of all) {
      const order = {
        type: 'show-hint',
        key: 'k',
        words: hintWords(hintKey(finding, table)!, wholeHintPack(locale), locale),
      };
      expect(readHintOrder(order)).toEqual(order);
      expect(order.words.sentence.length).toBeLessThan(130);
    }
    expect(hintWords('hint.unknown', wholeHintPack(locale), locale)).toMatchObject({
      lang: locale,
      dir: directionOf(locale),
      tone: 'calm',
    });
  });

  it('promise nothing and say no code, amount or name', () => {
    for (const locale of LOCALES)
      for (const finding of all) expect(says(finding, locale)).not.toMatch(/\{|guarantee|certainly|always|保证|一定/);
  });
});
