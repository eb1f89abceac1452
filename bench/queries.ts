/**
 * Noisy queries for measuring the lookup: known messages as people hand them in (copied with what stood around them, photographed,
 * mistyped, cut, in Traditional signs), titles with typing errors, and descriptions in own words. The same seed gives the same queries.
 */
import { Converter as fromSimplified } from 'opencc-js/cn2t';
import { Converter as toSimplified } from 'opencc-js/t2cn';
import { type Chance, HAN, KANA, cut, embed, misread, mistype } from './mistakes.ts';

export const QUERY_KINDS = {
  exact: 'exact',
  embedded: 'embedded',
  'ocr-12': 'OCR 12 %',
  'ocr-28': 'OCR 28 %',
  typos: 'typos',
  fragment: '60 % fragment',
  traditional: 'Traditional',
  'title-typos': 'EN title typos',
  'paraphrase-en': 'EN paraphrase',
  'paraphrase-zh': 'ZH paraphrase',
} as const;

export type QueryKind = keyof typeof QUERY_KINDS;

export interface KnownMessage {
  diagnosis: string;
  text: string;
}

export interface Paraphrase extends KnownMessage {
  /** Diagnoses that are honestly as good an answer. */
  accept: string[];
  lang: string;
}

export interface Query {
  kind: QueryKind;
  text: string;
  diagnosis: string;
  accept: readonly string[];
  /** After the noise the text is as near to a message of another diagnosis: no engine can know, so nobody is judged by it. */
  ambiguous: boolean;
}

/** A small seeded generator (xorshift) of numbers from 0 up to, not including, 1. */
export function seeded(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
}

const simplify = toSimplified({ from: 't', to: 'cn' });
const taiwan = fromSimplified({ from: 'cn', to: 'tw' });
const hongKong = fromSimplified({ from: 'cn', to: 'hk' });

/** A text in Traditional signs as Taiwan or Hong Kong writes them. The converter reads 发卡 (issuing a card) as hair and card. */
const traditionalOf = (text: string, place: 'tw' | 'hk'): string =>
  (place === 'tw' ? taiwan : hongKong)(text).replaceAll('髮卡', '發卡');

/** The reading every engine but the default ones is given for free: one width, case and script, punctuation as single spaces. */
export function normaliseText(text: string): string {
  return simplify(text.normalize('NFKC').toLowerCase())
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}

/**
 * Fewest single-sign edits that turn one text into another.
 * @param inside compare with the best-fitting piece of `whole` instead of all of it
 */
export function editDistance(text: string, whole: string, inside = false): number {
  let row = new Uint16Array(whole.length + 1);
  let next = new Uint16Array(whole.length + 1);
  if (!inside) for (let j = 1; j <= whole.length; j++) row[j] = j;
  for (let i = 1; i <= text.length; i++) {
    const unit = text.charCodeAt(i - 1);
    let before = i;
    next[0] = i;
    for (let j = 1; j <= whole.length; j++) {
      const change = row[j - 1]! + (unit === whole.charCodeAt(j - 1) ? 0 : 1);
      const other = (before < row[j]! ? before : row[j]!) + 1;
      next[j] = before = change < other ? change : other;
    }
    [row, next] = [next, row];
  }
  return inside ? row.reduce((least, one) => Math.min(least, one)) : row[row.length - 1]!;
}

/**
 * Makes all queries.
 * @param messages known messages with their diagnoses
 * @param titles English titles of diagnoses
 * @param paraphrases texts in own words
 * @param others further texts that engines search in; a query as near to one of another diagnosis is ambiguous
 */
export function makeQueries(
  messages: readonly KnownMessage[],
  titles: readonly KnownMessage[],
  paraphrases: readonly Paraphrase[],
  others: readonly KnownMessage[] = [],
): Query[] {
  const tight = (text: string): string => normaliseText(text).replaceAll(' ', '');
  const documents = [...messages, ...titles, ...others].map(({ diagnosis, text }) => ({
    diagnosis,
    text: tight(text),
  }));
  const isAmbiguous = (core: string, { diagnosis, text }: KnownMessage, inside: boolean): boolean => {
    const query = tight(core);
    const own = editDistance(query, tight(text), inside);
    return documents.some(
      (one) =>
        one.diagnosis !== diagnosis &&
        (inside || Math.abs(one.text.length - query.length) <= own) &&
        editDistance(query, one.text, inside) <= own,
    );
  };
  const queries: Query[] = [];
  const add = (kind: QueryKind, from: KnownMessage, core: string, text = core): void => {
    queries.push({
      kind,
      text,
      diagnosis: from.diagnosis,
      accept: [],
      ambiguous: isAmbiguous(core, from, kind === 'fragment'),
    });
  };
  // Each kind has its own numbers, so that a new message changes only the queries after it.
  const chances = Object.fromEntries(
    Object.keys(QUERY_KINDS).map((kind, at) => [kind, seeded(7919 * (at + 1))]),
  ) as Record<QueryKind, Chance>;
  messages.forEach((one, index) => {
    add('exact', one, one.text);
    add('embedded', one, one.text, embed(one.text, chances.embedded));
    add('ocr-12', one, misread(one.text, 0.12, chances['ocr-12']));
    add('ocr-28', one, misread(one.text, 0.28, chances['ocr-28']));
    add('typos', one, mistype(one.text, chances.typos));
    add('fragment', one, cut(one.text, 0.6, chances.fragment));
    const traditional = traditionalOf(one.text, index % 2 ? 'tw' : 'hk');
    if (HAN.test(one.text) && !KANA.test(one.text) && traditional !== one.text) add('traditional', one, traditional);
  });
  for (const one of titles)
    for (let turn = 0; turn < 3; turn++) add('title-typos', one, mistype(one.text, chances['title-typos']));
  for (const { text, diagnosis, accept, lang } of paraphrases)
    queries.push({
      kind: lang === 'en' ? 'paraphrase-en' : 'paraphrase-zh',
      text,
      diagnosis,
      accept,
      ambiguous: false,
    });
  return queries;
}

/** Whether an answer is right for a query. */
export const isRight = (query: Query, diagnosis: string): boolean =>
  diagnosis === query.diagnosis || query.accept.includes(diagnosis);
