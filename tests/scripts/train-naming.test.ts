import { describe, expect, it } from 'vitest';
import { namingAlipay } from '../../scripts/train/naming.ts';
import { seeded } from '../../scripts/train/train-model.ts';

const sentence = (text: string, lang = 'en') => ({ lang, label: 'bank-declined', text });

describe('sentences that are learned a second time, with the name', () => {
  const many = Array.from({ length: 200 }, (_, at) => sentence(`the bank said no, time ${at}`));

  it('are some, each with its label and the name before or after its own words', () => {
    const named = namingAlipay(many, seeded(1));
    expect(named.length).toBeGreaterThan(40);
    expect(named.length).toBeLessThan(140);
    for (const one of named) {
      expect(one.text).toMatch(/^(?:alipay:? the bank said no, time \d+|the bank said no, time \d+,? alipay)$/i);
      expect(one).toMatchObject({ lang: 'en', label: 'bank-declined' });
    }
    expect(new Set(named.map(({ text }) => text.indexOf('the bank') > 0)).size).toBe(2);
  });

  it('are the same on every run', () => {
    expect(namingAlipay(many, seeded(1))).toEqual(namingAlipay(many, seeded(1)));
  });

  it('bear the name that people write in that language', () => {
    const named = namingAlipay([sentence('银行拒绝了', 'zh-CN'), sentence('العملية مرفوضة', 'ar')], () => 0);
    expect(named.map(({ text }) => text)).toEqual(['支付宝 银行拒绝了', 'علي باي العملية مرفوضة']);
  });

  it.each(['Alipay says no', '支付宝说不行', 'word '.repeat(30)])('are not made of %j', (text) => {
    expect(namingAlipay([sentence(text)], () => 0)).toEqual([]);
  });
});
