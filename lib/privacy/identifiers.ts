/** What identifies a person or device without being a long number: names of accounts at their labels, secrets, addresses of machines, plates. */

import { once } from './once.ts';

/** An e-mail as people write it for people: `me (at) example (dot) org`, `me @ example.org`, `"my name"@example.org`, `me@[192.0.2.1]`. */
const DOMAIN = '[\\p{L}\\p{N}-]+';
const AT = '\\s?[(\\[{]\\s?at\\s?[)\\]}]\\s?';
const EMAIL = once(
  () =>
    new RegExp(
      `(?:"[^"]{1,64}"|[\\p{L}\\p{N}._%+*!#$&'/^\`{|}~-]{1,64})(?:@\\[[\\p{N}\\p{L}:.]+\\]|(?:@|${AT}|\\s?@\\s?(?=${DOMAIN}\\.)|\\sat\\s(?=${DOMAIN}\\sdot\\s))${DOMAIN}(?:(?:\\.|\\s(?:dot)\\s|${AT.replace('at', 'dot')})${DOMAIN})*)`,
      'giu',
    ),
);
const MAY_HOLD_EMAIL = /@|\bat\b/i;
/** Four groups or more, which no time of day has: IPv6, MAC. */
const MACHINE = /(?<!\w)(?:[0-9a-f]{1,4}:{1,2}){3,7}[0-9a-f]{0,4}(?!\w)/gi;
/** Links of apps, with what they carry. */
const APP_LINK = /\b[a-z][a-z+.-]{2,20}:\/\/[^\s\p{sc=Han},，。;；"'<>]{2,}/giu;
/** The lines of a passport that machines read, also spaced out or copied with another sign. */
const MACHINE_LINE = /(?<![A-Za-z0-9<‹])(?=[A-Za-z0-9\s<‹]{0,60}[<‹]{2})[A-Za-z0-9](?:\s?[A-Za-z0-9<‹]){13,}/g;
/** Name and value in data that somebody copied. */
const DATA =
  /("[\w.-]{0,30}(?:name|logon|login|user|buyer|payer|mail|phone|mobile|addr|token|session|cert)[\w.-]{0,30}"\s?:\s?)"[^"]+"/gi;
/** Names of accounts and numbers of orders, at their labels. */
const LABELS = [
  '微信号|支付宝账[号户]|支付宝帐[号户]|登录名|登录账号|订座编号|(?:订单编?|交易|流水)号|訂單編?號|车牌号?',
  'log[io]n\\s?(?:id|name)|user\\s?(?:id|name)|session\\s?id|account\\s(?:id|name)|PNR|booking\\s(?:reference|code|no\\.?|number)|(?:order|trade|transaction)\\s(?:id|no\\.?|number)|(?:out_)?trade_no|(?:licen[cs]e|number)\\splate|plate|Kennzeichen',
].join('|');
const LABELLED = once(
  () =>
    new RegExp(
      `(?<!\\p{L})((?:\\p{sc=Han}{0,4}(?:${LABELS}))(?:\\s?[:#：]\\s?|\\s(?=[A-Z-]{0,20}\\d[A-Z\\d-]{2})))(?![•\\s])[\\w.@+·-]{3,60}(?:\\s[A-Z0-9]{2,4}(?![\\w]))?`,
      'giu',
    ),
);
const PLATES =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领][A-Z][·•.\s]?(?=[A-Z]{0,5}\d)[A-Z0-9]{5,6}(?![A-Za-z0-9])|(?<=[Pp]late\s|Kennzeichen\s)[A-Z]{1,3}[A-Z0-9]{0,2}[\s-]?[A-Z0-9]{1,4}(?:\s\d{1,4})?(?![A-Za-z0-9])/gu;
/** Secrets are short: told by their label alone. A word that says what is wrong with one ("incorrect") is none. */
const SECRET =
  /((?<![A-Za-z])(?:CVV2?|CVC2?|CVN|CID|PIN|安全码|安全碼)(?:\s?码|\scode)?\s?(?:is|是|:|=|：)?\s?)\d{3,8}|((?:[Pp]assword|[Pp]asscode|PASSWORD|密码|密碼)\s?(?:is|是|:|=|：)\s?)(?=\S*[\dA-Z!#$%^&+_@-])[!-~]{4,40}/gu;
/** A session's secret at its label; a word that says what is wrong with it is none. */
const KEY = /(?<!\p{L})((?:[Tt]oken|[Ss]ession)\s?[:=]\s?)(?=\S*\d|[A-Za-z]*[a-z][A-Z])[\w~+/=.-]{6,}/gu;
/** Numbers in words: nobody says seven digits in a row of anything else. */
const HAN_DIGITS = '零〇一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖';
const DIGIT = 'zero|oh|one|two|three|four|five|six|seven|eight|nine';
const SPOKEN = once(
  () =>
    new RegExp(
      `(?=(?:\\p{Nd}[\\s-]?){0,12}[${HAN_DIGITS}])[\\p{Nd}${HAN_DIGITS}](?:[\\s-]?[\\p{Nd}${HAN_DIGITS}]){6,}|(?<!\\p{L})(?:(?:${DIGIT}|double|triple)[\\s,-]{1,2}){5,}(?:${DIGIT})(?!\\p{L})`,
      'giu',
    ),
);
/** Documents and references with letters between few digits: `NXRB3L8K4`. Codes have none behind a digit. */
const LACED =
  /(?<![A-Za-z0-9])(?=(?:[A-Z]{0,8}\d){3})(?=[A-Z0-9]*\d[A-Z]+\d)(?=[A-Z0-9]*[A-Z]{2})[A-Z0-9]{8,}(?![A-Za-z0-9])/g;
/** Behind a number that is masked already. */
const EXTENSION = /(•\s?(?:ext(?:ension|n)?\.?|分机|轉|转)\s?)\d{1,6}/gi;

/** A text whose compatibility forms are folded, without what identifies somebody by its label or shape. */
export function maskIdentifiers(text: string): string {
  const linked = text.replace(APP_LINK, '•••');
  // Most texts hold no e-mail, and every word of one may be the beginning of one.
  return (MAY_HOLD_EMAIL.test(linked) ? linked.replace(EMAIL(), '•••@•••') : linked)
    .replace(DATA, '$1"•••"')
    .replace(LABELLED(), '$1••••')
    .replace(SECRET, '$1$2••••')
    .replace(KEY, '$1••••')
    .replace(MACHINE_LINE, '••••')
    .replace(MACHINE, '••••')
    .replace(PLATES, '••••')
    .replace(SPOKEN(), '••••')
    .replace(LACED, '••••');
}

/** What belongs to numbers that are masked by now: their extensions. */
export const maskExtensions = (text: string): string => text.replace(EXTENSION, '$1••••');
