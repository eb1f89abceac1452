/**
 * Noisy queries for measuring the lookup: known messages as people hand them in (copied with what stood around them, photographed,
 * mistyped, cut, in Traditional signs), titles with typing errors, and descriptions in own words. The same seed gives the same queries.
 */
import { Converter as fromSimplified } from 'opencc-js/cn2t';
import { Converter as toSimplified } from 'opencc-js/t2cn';

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

type Chance = () => number;
const below = (chance: Chance, limit: number): number => Math.floor(chance() * limit);
const pick = <T>(chance: Chance, list: readonly T[]): T => list[below(chance, list.length)]!;

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

const HAN = /\p{Script=Han}/u;
const KANA = /[\u3040-\u30ff]/;
const LETTER = /[\p{L}\p{N}]/u;

/** Signs that a photographed text is misread for; none of them turns a message into another one's words (no 买 for 卖). */
const LOOK_ALIKES = new Map(
  (
    '已己 未末 户戸 余佘 额颔 不丕 足促 银根 行仃 卡咔 支攴 付伃 失矢 败贩 交父 易昜 关夫 闭闲 商啇 家冢 限跟 订汀 单単 系糸 统绕 繁敏 忙忱 请清 稍梢 后舌 再冉 试拭 ' +
    '风凤 险俭 证讧 码玛 密蜜 账賬 冻东 结洁 过迂 期斯 无旡 法怯 网冈 络骆 超赵 时吋 参叁 数敉 错措 误悮 金全 用甩 服报 务夯 接按 口囗 签答 名各 信佶 息恖 状伏 态恣 异导 常賞 ' +
    '收枚 款敦 受爱 能熊 持待 次欠 日曰 月日 人入 认议 为力 在左 有宥 可司 理埋 换唤 方万 式弍 重童 新斩 间问 处外 拒柜 绝艳 发友 开升 通逋 权杈 定疋 保呆 查杳 验騐 消悄 取聚 ' +
    'l1 i! o0 s5 ec ao ce gq bh tf uv nr yv d6 hb I1 O0 S5 B8 Z2 G6 T7 A4 mn wv'
  )
    .split(' ')
    .map((pair) => [pair[0]!, pair.slice(1)] as const),
);

/** Signs that one types for others, sounding alike. */
const SOUND_ALIKES = new Map(
  '支知 付负 失时 败拜 已以 的得 在再 单但 限现 账帐 码吗 订定 银赢 卡咖 期其 易意 关管 闭必 请轻 试是 行形 家加 户护'
    .split(' ')
    .map((pair) => [pair[0]!, pair[1]!] as const),
);
const KEY_ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

function neighbourKey(chance: Chance, letter: string): string {
  const row = KEY_ROWS.find((one) => one.includes(letter.toLowerCase()));
  if (!row) return letter + letter;
  const at = row.indexOf(letter.toLowerCase());
  return row[at === 0 ? 1 : at === row.length - 1 ? at - 1 : at + (chance() < 0.5 ? -1 : 1)]!;
}

/** A text with a share of its letters (at least one) misread for a look-alike, or lost where there is none. */
export function misread(text: string, share: number, chance: Chance): string {
  const signs = [...text];
  const places = signs.flatMap((sign, at) => (LETTER.test(sign) ? [at] : []));
  for (let left = Math.max(1, Math.round(share * places.length)); left > 0 && places.length > 1; left--) {
    const [at] = places.splice(below(chance, places.length), 1);
    signs[at!] = LOOK_ALIKES.get(signs[at!]!) ?? LOOK_ALIKES.get(signs[at!]!.toLowerCase()) ?? '';
  }
  return signs.join('');
}

/** A text with one or two slips of the hand: a letter swapped with the next, left out, doubled, or another one in its place. */
export function mistype(text: string, chance: Chance): string {
  const signs = [...text];
  const edits = signs.length > 8 && chance() < 0.5 ? 2 : 1;
  for (let edit = 0; edit < edits; edit++) {
    const places = signs.flatMap((sign, at) => (at > 0 && LETTER.test(sign) ? [at] : []));
    if (!places.length) break;
    const at = pick(chance, places);
    const sign = signs[at]!;
    const slip = below(chance, 4);
    if (slip === 0) signs.splice(at - 1, 2, sign, signs[at - 1]!);
    else if (slip === 1) signs.splice(at, 1);
    else if (slip === 2) signs.splice(at, 1, sign, sign);
    else signs[at] = HAN.test(sign) ? (SOUND_ALIKES.get(sign) ?? sign + sign) : neighbourKey(chance, sign);
  }
  return signs.join('');
}

/** A connected piece of a text, about this share of its signs long; words of alphabetic scripts are not cut. */
export function cut(text: string, share: number, chance: Chance): string {
  const pieces = text.match(/[\p{Script=Latin}\p{N}'_.]+|\s+|[^]/gu) ?? [];
  const wanted = Math.ceil(share * text.length);
  let last = pieces.length;
  for (let left = wanted; last > 0 && left > 0;) left -= pieces[--last]!.length;
  const first = below(chance, last + 1);
  let out = '';
  for (let at = first; at < pieces.length && out.trim().length < wanted; at++) out += pieces[at];
  return out.trim();
}

const BEFORE_HAN = [
  '订单号 {n}\n',
  '支付宝 {t}\n收银台\n',
  '刚才在火车票网站付款，跳出来：',
  '截图里写着：',
  '¥ {m}\n',
  'I got this: ',
];
const AFTER_HAN = ['\n2026-11-20 {t}', '\n返回商家', '，怎么办', '\n我知道了', ' what does it mean', '\n订单号 {n}'];
const BEFORE_OTHER = [
  'Order {n}\n',
  '{t} Checkout\n',
  'Hi, I was buying a train ticket and then it said: ',
  'CNY {m}\n',
  '订单号 {n}\n',
  'Screen says "',
];
const AFTER_OTHER = ['\n2026-11-20 {t}', '\nBack', ' What should I do', '\nOK', '\nOrder {n}', '" and I am lost'];

/** A text between lines of the screen or words of the person who hands it in. */
export function embed(text: string, chance: Chance): string {
  const digits = (count: number): string => Array.from({ length: count }, () => below(chance, 10)).join('');
  const filled = (line: string): string =>
    line.replace(/\{(.)\}/g, (_, slot: string) =>
      slot === 'n'
        ? digits(14)
        : slot === 'm'
          ? `${1 + below(chance, 900)}.${digits(2)}`
          : `${10 + below(chance, 14)}:${10 + below(chance, 50)}`,
    );
  const [before, after] = HAN.test(text) ? [BEFORE_HAN, AFTER_HAN] : [BEFORE_OTHER, AFTER_OTHER];
  return filled(pick(chance, before)) + text + filled(pick(chance, after));
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
