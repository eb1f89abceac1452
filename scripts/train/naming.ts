/**
 * People who ask name Alipay, whatever failed; sentences written for training rarely do, and those that do tell of Alipay's own checks. From
 * them alone the name would be learned as a sign of these. So some sentences are learned a second time, with the name beside them.
 */
import type { Sentence } from './material.ts';

const NAMES: Readonly<Record<string, readonly string[]>> = {
  zh: ['支付宝', 'alipay'],
  'zh-CN': ['支付宝', 'alipay'],
  'zh-TW': ['支付寶', 'alipay'],
  ja: ['アリペイ', 'Alipay'],
  ko: ['알리페이', 'alipay'],
  ru: ['алипей', 'alipay', 'алипэй'],
  ar: ['علي باي', 'alipay'],
  th: ['alipay', 'อาลีเพย์'],
};
const LATIN = ['alipay', 'Alipay'];
const IS_NAMED = /ali ?pay|支付[宝寶]|アリペイ|알리페이|алип[эе]й|علي ?باي|اليباي|อาลีเพย์/iu;
/** Longer ones are stories, in which names stand where they belong. */
const MOST = 90;
const SHARE = 0.4;

/**
 * Copies of some sentences that name Alipay, before or after what they say.
 * @param random gives 0 to below 1; the same sequence gives the same copies
 */
export function namingAlipay(sentences: readonly Sentence[], random: () => number): Sentence[] {
  return sentences
    .filter(({ text }) => text.length <= MOST && !IS_NAMED.test(text))
    .filter(() => random() < SHARE)
    .map((one) => {
      const names = NAMES[one.lang] ?? LATIN;
      const name = names[Math.floor(random() * names.length)]!;
      const said = one.text.replace(/[\s.。!！,，]+$/u, '');
      const ways = [`${name} ${said}`, `${name}: ${said}`, `${said} ${name}`, `${said}, ${name}`];
      return { ...one, text: ways[Math.floor(random() * ways.length)]! };
    });
}
