import { describe, expect, it } from 'vitest';
import { FIRST_PLACE, anchorLength } from '../../lib/detect/match.ts';
import { placeAnchors } from '../../lib/library/anchors.ts';
import { coverPhrases, pricesFor } from '../../lib/library/gate.ts';

describe('the places of anchors', () => {
  const runs = (words: string[]): string[] =>
    [...placeAnchors(words)].map((letter, index) =>
      words[index]!.slice(letter.charCodeAt(0) - FIRST_PLACE).slice(0, anchorLength(words[index]!)),
    );

  it('lie inside their words', () => {
    expect(runs(['支付', '银行卡', '余额不足', 'abcdefg'.repeat(20)]).map((run) => run.length)).toEqual([2, 2, 4, 4]);
  });

  it('are what few words share', () => {
    for (const run of runs(['银行卡余额不足', '银行卡余额太少', '信用卡余额不足']))
      expect(['行卡余额', '卡余额不', '余额不足']).not.toContain(run);
    const crowded = ['支付失败甲', '支付失败乙', '支付失败丙'];
    expect(new Set(runs(crowded)).size).toBe(3);
  });

  it('lead to no more than a few words each, where words leave a choice', () => {
    const words = Array.from(
      { length: 300 },
      (_, index) => `付款失败请稍候${String.fromCharCode(0x4e00 + index * 3)}${String.fromCharCode(0x5e00 + index)}`,
    );
    const crowds = new Map<string, number>();
    for (const run of runs(words)) crowds.set(run, (crowds.get(run) ?? 0) + 1);
    expect(Math.max(...crowds.values())).toBeLessThanOrEqual(8);
  });
});

describe('the cover of phrases', () => {
  it('holds an anchor of each, and prefers what covers many', () => {
    const phrases = ['发卡行拒绝', '银行拒绝', '商户拒绝收款', '余额不足', 'insufficient funds'.replace(' ', '')];
    const anchors = coverPhrases(phrases, pricesFor([]));
    expect(phrases.filter((phrase) => !anchors.some((run) => phrase.includes(run)))).toEqual([]);
    expect(anchors).toContain('拒绝');
    expect(anchors.length).toBe(3);
  });

  it('avoids what healthy pages say where it can', () => {
    const everyday = ['拒绝还是同意', '请选择同意或者拒绝'];
    expect(coverPhrases(['银行拒绝付款'], pricesFor(everyday))).not.toContain('拒绝');
    expect(coverPhrases(['拒绝'], pricesFor(everyday))).toEqual(['拒绝']);
  });
});
