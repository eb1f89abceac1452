import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lookupData } from '../../lib/generated/lookup-data.ts';
import { DIAGNOSIS_IDS } from '../../lib/library/diagnosis-ids.ts';
import {
  type Paraphrase,
  QUERY_KINDS,
  type Query,
  type QueryKind,
  editDistance,
  isRight,
  makeQueries,
  normaliseText,
  seeded,
} from '../../bench/queries.ts';
import { cut, embed, misread, mistype } from '../../bench/mistakes.ts';

const MESSAGES = [
  { diagnosis: 'card-details-wrong', text: '卡号不正确。建议换卡重试或联系发卡行。' },
  { diagnosis: 'card-not-supported', text: '卡片不支持。建议换卡重试或联系发卡行。' },
  { diagnosis: 'account-restricted', text: 'User status is abnormal. Please contact your bank.' },
  { diagnosis: 'service-unavailable', text: 'おっと,ロードされていません' },
];
const TITLES = [{ diagnosis: 'card-expired', text: 'The card has expired' }];
const PARAPHRASE: Paraphrase = {
  diagnosis: 'three-d-secure-failed',
  text: 'the push from my bank never came',
  accept: ['verification-failed'],
  lang: 'en',
};
const paraphrases = JSON.parse(
  readFileSync(new URL('../fixtures/texts/paraphrases.json', import.meta.url), 'utf8'),
) as Paraphrase[];

const ofKind = (queries: readonly Query[], kind: QueryKind): Query[] => queries.filter((one) => one.kind === kind);
const SEEDS = Array.from({ length: 40 }, (_, at) => at + 1);

describe('noise of the benchmark queries', () => {
  const text = '用户银行卡余额不足 Payment failed';

  it('is the same for the same seed and another for another', () => {
    const noisy = (seed: number): string[] => [
      misread(text, 0.28, seeded(seed)),
      mistype(text, seeded(seed)),
      cut(text, 0.6, seeded(seed)),
      embed(text, seeded(seed)),
    ];
    expect(noisy(5)).toEqual(noisy(5));
    expect(noisy(5)).not.toEqual(noisy(6));
  });

  it('misreads the asked share of letters, at least one, and leaves the rest alone', () => {
    for (const seed of SEEDS) {
      // 22 letters: 12 % of them are 3, and a misread one costs one edit, two where one sign is read as two.
      const distance = editDistance(misread(text, 0.12, seeded(seed)), text);
      expect(distance).toBeGreaterThanOrEqual(3);
      expect(distance).toBeLessThanOrEqual(6);
      expect(editDistance(misread('余额不足', 0.12, seeded(seed)), '余额不足')).toBe(1);
    }
  });

  it('mistypes with one or two slips', () => {
    for (const seed of SEEDS) {
      const distance = editDistance(mistype(text, seeded(seed)), text);
      // Two swapped letters are two edits.
      expect(distance).toBeLessThanOrEqual(4);
      expect([...mistype('余额不足', seeded(seed))].length).toBeGreaterThanOrEqual(3);
    }
  });

  it('cuts out a connected piece of about the asked length, without cutting words', () => {
    for (const seed of SEEDS) {
      const piece = cut(text, 0.6, seeded(seed));
      expect(text).toContain(piece);
      expect(piece.length).toBeGreaterThanOrEqual(Math.floor(0.6 * text.length) - 1);
      expect(piece.length).toBeLessThan(text.length);
      expect(piece.match(/[A-Za-z]+/g)?.every((word) => ['Payment', 'failed'].includes(word)) ?? true).toBe(true);
    }
  });

  it('leaves a text whole when it stands between other lines', () => {
    for (const seed of SEEDS) {
      const embedded = embed(text, seeded(seed));
      expect(embedded).toContain(text);
      expect(embedded.length).toBeGreaterThan(text.length + 5);
      expect(embedded).not.toMatch(/[{}]/);
    }
  });
});

describe('edit distance', () => {
  it.each([
    ['余额不足', '余额不足', false, 0],
    ['余不足', '余额不足', false, 1],
    ['kitten', 'sitting', false, 3],
    ['', 'abc', false, 3],
    ['不足', '买家余额不足', true, 0],
    ['不走', '买家余额不足', true, 1],
  ])('of %s and %s (inside: %s) is %i', (text, whole, inside, distance) => {
    expect(editDistance(text, whole, inside)).toBe(distance);
  });
});

describe('queries', () => {
  const queries = makeQueries(MESSAGES, TITLES, [PARAPHRASE]);

  it('are of every kind and keep the diagnosis they come from', () => {
    expect(new Set(queries.map((one) => one.kind))).toEqual(
      new Set(Object.keys(QUERY_KINDS).filter((kind) => kind !== 'paraphrase-zh')),
    );
    expect(ofKind(queries, 'exact').map(({ text, diagnosis }) => ({ diagnosis, text }))).toEqual(MESSAGES);
    expect(ofKind(queries, 'title-typos').every((one) => one.diagnosis === 'card-expired')).toBe(true);
    expect(makeQueries(MESSAGES, TITLES, [PARAPHRASE])).toEqual(queries);
  });

  it('are written in Traditional signs where there are any, with card issuers issuing', () => {
    const texts = ofKind(queries, 'traditional').map((one) => one.text);
    expect(texts).toHaveLength(2);
    expect(texts.every((one) => one.includes('發卡行'))).toBe(true);
    expect(texts.map(normaliseText)).toEqual(MESSAGES.slice(0, 2).map((one) => normaliseText(one.text)));
  });

  it('are ambiguous only where another diagnosis fits as well', () => {
    expect(ofKind(queries, 'exact').some((one) => one.ambiguous)).toBe(false);
    const twice = makeQueries([MESSAGES[0]!, { ...MESSAGES[0]!, diagnosis: 'card-expired' }], [], []);
    expect(twice.every((one) => one.ambiguous)).toBe(true);
    const advice = ofKind(
      makeQueries([MESSAGES[0]!, { diagnosis: 'bank-declined', text: '建议换卡重试或联系发卡行。不正确。' }], [], []),
      'fragment',
    ).filter((one) => /^建?议?换卡/.test(one.text));
    expect(advice.every((one) => one.ambiguous)).toBe(true);
  });

  it('accept what is honestly as good', () => {
    const [query] = ofKind(queries, 'paraphrase-en');
    expect(['three-d-secure-failed', 'verification-failed', 'card-expired'].map((one) => isRight(query!, one))).toEqual(
      [true, true, false],
    );
  });
});

describe('paraphrases', () => {
  it('are 60 in English and 60 in Chinese, ten of them Traditional, each once', () => {
    const inLanguage = (lang: string): number => paraphrases.filter((one) => one.lang === lang).length;
    expect([inLanguage('en'), inLanguage('zh-CN'), inLanguage('zh-TW')]).toEqual([60, 50, 10]);
    expect(new Set(paraphrases.map((one) => one.text)).size).toBe(paraphrases.length);
  });

  it('tell of every diagnosis and of no other', () => {
    expect(new Set(paraphrases.map((one) => one.diagnosis))).toEqual(new Set(DIAGNOSIS_IDS));
    const ids = new Set<string>(DIAGNOSIS_IDS);
    expect(paraphrases.flatMap((one) => one.accept).filter((one) => !ids.has(one))).toEqual([]);
  });

  it('are none of the known messages', () => {
    const known = new Set(lookupData.known.map((one) => normaliseText(one.text)));
    expect(paraphrases.filter((one) => known.has(normaliseText(one.text)))).toEqual([]);
  });
});
