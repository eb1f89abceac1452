/** What happens to a message on its way to the popup: misread by a camera, mistyped, cut, and with what stood around it. */

export type Chance = () => number;
const below = (chance: Chance, limit: number): number => Math.floor(chance() * limit);
const pick = <T>(chance: Chance, list: readonly T[]): T => list[below(chance, list.length)]!;

export const HAN = /\p{Script=Han}/u;
export const KANA = /[\u3040-\u30ff]/;
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
