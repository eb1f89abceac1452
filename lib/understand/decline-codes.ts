/**
 * What a decline code means, found from what a bank's agent reads out on the phone: "05", "zero five", "code 1A",
 * "MAC 03", "do not honour", "代码05".
 *
 * Own code on purpose: a text-search library knows neither that "5", "05" and "zero five" are one code nor that one number
 * means different things at different networks, and the table is so small that one pass over it needs no index.
 * Meanings and the rule on 76 to 89 are those of the table's sources (Visa Core Rules, ISO 8583 and others).
 */
import type { Words } from '../i18n/index.ts';
import type { DeclineCode } from '../library/schema.ts';

export interface DeclineCodeHit {
  entry: DeclineCode;
  /** 'code': the code itself was named; 'words': only its meaning was. */
  by: 'code' | 'words';
  /** The code says different things at different networks and the query names none: ask which network it is. */
  ambiguous: boolean;
}

/** The networks to offer when a hit is ambiguous; asking again with the network's name in front settles it. */
export const CARD_NETWORKS = ['visa', 'mastercard', 'amex'] as const;

/** Nobody reads out more than this; longer input is not a query. */
const QUERY_LIMIT = 200;
const HIT_LIMIT = 24;

const ISSUER_LISTS = ['visa', 'mastercard', 'amex', 'iso8583'];
const ADVICE = 'mastercard-advice';

/** How a network or shop system is named, the longer name first, because a name is taken out of the query once found. */
const NAMES: readonly (readonly [scheme: string, name: RegExp])[] = [
  ['stripe-advice', /\bstripe advice\b/g],
  [ADVICE, /\bmac\b|\b(?:merchant )?advice\b|(?:商户)?建议代?码/g],
  ['visa', /\bvisa\b|维萨/g],
  ['mastercard', /\bmaster ?card\b|\bmc\b|万事达卡?/g],
  ['amex', /\bamex\b|\bamerican express\b|(?:美国)?运通卡?/g],
  ['iso8583', /\biso(?: ?8583)?\b/g],
  ['stripe', /\bstripe\b/g],
  ['adyen', /\badyen\b/g],
  ['checkout-com', /\bcheckout(?:\.com)?\b/g],
];

const UNITS = 'zero one two three four five six seven eight nine'.split(' ');
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
/** Spelling words for the letters that occur in codes. */
const SPELLED = new Map(
  Object.entries({
    oh: '0',
    nought: '0',
    alpha: 'a',
    alfa: 'a',
    charlie: 'c',
    golf: 'g',
    november: 'n',
    papa: 'p',
    romeo: 'r',
    zulu: 'z',
  }),
);
UNITS.forEach((word, value) => SPELLED.set(word, String(value)));
TEENS.forEach((word, value) => SPELLED.set(word, String(value + 10)));

/** Words that say nothing about which code is meant. */
const EMPTY_WORDS = new Set(
  (
    'a an and as by code codes error for from he her his i is issuer it its me message my number of on our reads response said says she ' +
    'shows tells that the their they this to was with you your'
  ).split(' '),
);
const EMPTY_HAN = /(?:银行|对方|客服)?(?:说是|说|显示|提示)|(?:响应|拒绝|返回|错误|原因)?(?:代码|码)|原因是|我的|这张/g;
const HAN_DIGITS = '零一二三四五六七八九';

/** A text as it is compared: one width and case, one spelling, digits for Chinese numerals. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/honour/g, 'honor')
    .replace(/authoris/g, 'authoriz')
    .replace(/\b(?:de|field|bit) ?39\b/g, ' ')
    .replace(/\b(mac|mc|rc|visa|amex)(?=\d)/g, '$1 ')
    .replace(/[零〇一二三四五六七八九]{2,3}/g, (run) =>
      [...run].map((one) => HAN_DIGITS.indexOf(one.replace('〇', '零'))).join(''),
    );
}

/** Splits into words and codes; spoken and spelled-out codes come out as one: "zero five" as "05", "R-zero" as "r0". */
function atomsOf(text: string): string[] {
  const spoken: string[] = [];
  const tokens = text.match(/[a-z0-9]+|\p{Script=Han}+/gu) ?? [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const ten = TENS.indexOf(token) + 2;
    const unit = UNITS.indexOf(tokens[at + 1] ?? '');
    if (ten > 1 && unit > 0) at++;
    if (ten > 1) spoken.push(`${ten}${Math.max(unit, 0)}`);
    else spoken.push(SPELLED.get(token) ?? token.replace(/^o(?=\d$)/, '0'));
  }
  // single characters that follow each other and look like a code are one code; "a" alone is an article
  return spoken
    .join(' ')
    .replace(/(?<=^| )(?:[nrz] |o (?=\d))?\d(?: [\dacgpo](?= |$))*(?= |$)/g, (run) =>
      run.replace(/ /g, '').replace(/o/g, '0'),
    )
    .split(' ')
    .filter(Boolean);
}

/** Whether a piece of a query has the form of a code. */
export const isCode = (atom: string): boolean => /^(?=.*\d)[a-z0-9]{1,5}$/.test(atom);

/** Whether a row carries the code; "5" and "05" are the same, "100" and "0100" are not. */
function carries(row: DeclineCode, code: string): boolean {
  const printed = row.code.toLowerCase();
  if (printed === code) return true;
  return /^\d{1,2}$/.test(printed) && /^\d{1,2}$/.test(code) && Number(printed) === Number(code);
}

/** The row for numbers that each network uses as it likes (76 to 89), if the code is one of them. */
function privateRange(code: string, codes: readonly DeclineCode[]): DeclineCode | undefined {
  if (!/^\d{2}$/.test(code)) return undefined;
  return codes.find((row) => {
    const [first, last] = row.code.split('-');
    return /^\d{2}-\d{2}$/.test(row.code) && code >= first! && code <= last!;
  });
}

function byCode(code: string, named: ReadonlySet<string>, codes: readonly DeclineCode[]): DeclineCodeHit[] {
  const rows = codes.filter((row) => carries(row, code));
  const from = (schemes: Iterable<string>): DeclineCode[] => {
    const wanted = new Set(schemes);
    return rows.filter((row) => wanted.has(row.scheme));
  };
  const sure = (found: DeclineCode[]): DeclineCodeHit[] =>
    found.map((entry) => ({ entry, by: 'code', ambiguous: false }));

  const own = from(named);
  if (own.length > 0) return sure(own);
  const range = privateRange(code, codes);
  if (named.has('mastercard') && from([ADVICE]).length > 0) return sure(from([ADVICE]));
  if (named.has('visa') || named.has('mastercard')) return sure(from(['iso8583']));
  if (named.size > 0 && !named.has('iso8583')) return [];

  if (range) return [{ entry: range, by: 'code', ambiguous: true }];
  const issuers = from(ISSUER_LISTS);
  // advice codes and shop systems' numbers are not what an agent means by a bare number: only where no bank list has it
  const found = issuers.length > 0 ? issuers : rows;
  const bare = issuers.length === 0 && /^\d{1,2}$/.test(code);
  const ambiguous = bare || new Set(found.map((row) => row.meaning)).size > 1;
  return found.map((entry) => ({ entry, by: 'code', ambiguous }));
}

/** How much of a term is in a text: Latin words by their beginning, Chinese (without spaces) by its pairs of characters. */
function share(term: string, text: string): number {
  if (!/\p{Script=Han}/u.test(term))
    return text.includes(` ${term.length > 4 ? term.replace(/s$/, '') : term}`) ? 1 : 0;
  if (text.includes(term)) return 1;
  const signs = [...term];
  const pairs = signs.slice(1).map((sign, at) => signs[at]! + sign);
  return pairs.filter((pair) => text.includes(pair)).length / Math.max(1, pairs.length);
}

/** 2: the terms stand as a phrase; 0.5 to 1: at least so much of each term stands somewhere; 0: they do not fit. */
function fit(terms: readonly string[], text: string): number {
  if (text.includes(` ${terms.join(' ')} `)) return 2;
  const least = Math.min(...terms.map((term) => share(term, text)));
  return least >= 0.5 ? least : 0;
}

function byWords(
  terms: readonly string[],
  named: ReadonlySet<string>,
  codes: readonly DeclineCode[],
  words: readonly Words[],
): DeclineCodeHit[] {
  if (!terms.some((term) => /[a-z]{3}|\p{Script=Han}{2}|[a-z]\d/u.test(term))) return [];
  const fitOf = (text: string | undefined): number =>
    typeof text === 'string' ? fit(terms, ` ${atomsOf(plain(text)).join(' ')} `) : 0;
  // many rows share a meaning, so each is read once
  const fitOfMeaning = new Map<string, number>();
  const fits = codes.flatMap((entry) => {
    if (named.size > 0 && !named.has(entry.scheme)) return [];
    const meaning =
      fitOfMeaning.get(entry.meaning) ?? Math.max(0, ...words.map((pack) => fitOf(pack[`meaning.${entry.meaning}`])));
    fitOfMeaning.set(entry.meaning, meaning);
    return [{ entry, fit: Math.max(meaning, fitOf(entry.code)) }];
  });
  const best = Math.max(...fits.map((one) => one.fit));
  return fits
    .filter((one) => one.fit > 0 && one.fit === best)
    .map(({ entry }) => ({ entry, by: 'words', ambiguous: false }));
}

/** A query in its pieces: the networks and shop systems it names, and its words and codes without those that say nothing. */
export function takeApart(query: string): { named: ReadonlySet<string>; atoms: readonly string[] } {
  let text = plain(query.replace(/_/g, ' '));
  const named = new Set<string>();
  for (const [scheme, name] of NAMES) {
    const rest = text.replace(name, ' ');
    if (rest !== text) named.add(scheme);
    text = rest;
  }
  // "Mastercard advice 03" is an advice code, not Mastercard's response code 03
  if (named.has(ADVICE)) named.delete('mastercard');
  return { named, atoms: atomsOf(text.replace(EMPTY_HAN, ' ')).filter((atom) => !EMPTY_WORDS.has(atom)) };
}

/**
 * Looks up what an agent read out. A network or shop system named in the query ("Visa 57", "MAC 03", "Adyen 5") narrows the
 * search to it; without one, the bank's own lists come first, and where they disagree every reading is given with
 * `ambiguous`. Numbers 76 to 89 are private to each network and are not decoded without it. A code wins over words.
 *
 * @param query what was heard or typed, in any form; anything that is no short text gives no hits
 * @param codes the table
 * @param words packs with the meanings' sentences (`meaning.<id>`) in the languages in which words may be searched
 * @returns the hits, those of the bank's own lists first; none when nothing fits. Never throws.
 */
export function findDeclineCodes(
  query: string,
  codes: readonly DeclineCode[],
  ...words: readonly Words[]
): DeclineCodeHit[] {
  if (typeof query !== 'string' || query.length > QUERY_LIMIT) return [];
  const { named, atoms } = takeApart(query);
  const coded = atoms.filter(isCode).flatMap((code) => byCode(code, named, codes));
  const hits = coded.length > 0 ? coded : byWords(atoms, named, codes, words);
  const fromBankList = (hit: DeclineCodeHit): boolean => ISSUER_LISTS.includes(hit.entry.scheme);
  return [...hits.filter(fromBankList), ...hits.filter((hit) => !fromBankList(hit))].slice(0, HIT_LIMIT);
}
