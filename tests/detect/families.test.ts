import { describe, expect, it } from 'vitest';
import { plainSentence } from '../../lib/detect/normalise.ts';
import { FAMILY_TEXTS } from './family-texts.ts';
import { IN_PROSE, answerTo, knownSentences, reasonsFor, table, verdictOn } from './shipped.ts';

const texts = Object.entries(FAMILY_TEXTS).flatMap(([rule, list]) => list.map((text) => [rule, text] as const));

describe('the families', () => {
  it('have texts of their own, each of them', () => {
    expect(table.families.map((one) => one.rule).filter((rule) => !FAMILY_TEXTS[rule]?.length)).toEqual([]);
    expect(Object.keys(FAMILY_TEXTS).filter((rule) => !table.families.some((one) => one.rule === rule))).toEqual([]);
  });

  it('have texts that are no known sentences', () => {
    const known = new Set(knownSentences.map((one) => plainSentence(one.text)));
    expect(texts.filter(([, text]) => known.has(plainSentence(text)))).toEqual([]);
  });

  it.each(texts)('%s reads: %s', (rule, text) => {
    expect(reasonsFor(text).map((one) => one.rule)).toContain(rule);
    expect(verdictOn(text)?.diagnosis).toBe(rule.split('/')[0]);
  });

  it('are as sure as the library says, and never exact', () => {
    for (const [rule, text] of texts) {
      const family = table.families.find((one) => one.rule === rule)!;
      expect(reasonsFor(text).find((one) => one.rule === rule)!.certainty, text).toBe(family.certainty);
      expect(verdictOn(text)!.certainty, text).not.toBe('exact');
    }
  });

  it('speak in plain text only where they name a failure by themselves', () => {
    for (const [rule, text] of texts) {
      const family = table.families.find((one) => one.rule === rule)!;
      const rules = reasonsFor(text, IN_PROSE).map((one) => one.rule);
      if (family.alone) expect(rules, text).toContain(rule);
      else expect(rules, text).not.toContain(rule);
    }
  });

  it('say nothing on what healthy pages say', () => {
    const healthy = [
      '请选择付款方式',
      '支付宝收银台',
      '确认付款',
      '请输入支付密码',
      '付款给：小店',
      '订单金额 128.00 元',
      '信用卡（7735）',
      '推荐使用国际银行卡付款',
      '含国际卡服务费 ¥9.60（交易金额的3%）',
      '支付成功',
      '付款成功',
      '已完成支付',
      '请在手机上确认',
      '正在跳转',
      '返回商户',
      '下一步',
      '同意协议并付款',
      'Confirm payment',
      'Choose a payment method',
      'Enter your payment password',
      'Payment successful',
      'Total amount',
      'Back to merchant',
    ];
    for (const text of healthy) expect(answerTo(text), text).toBe('nothing');
  });
});
