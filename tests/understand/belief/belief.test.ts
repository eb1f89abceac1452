import { describe, expect, it } from 'vitest';
import { AROUND, type Finding } from '../../../lib/messages.ts';
import { boxesOf, linesOf, makeBelief, unpackBelief } from '../../../lib/understand/belief/belief.ts';
import { compileDetectTable } from '../../../lib/library/compile.ts';
import { readLibrary } from '../../../lib/library/read.ts';
import packed from '../../../lib/understand/belief/boxes.json';
import { makeSigns } from '../../../lib/understand/belief/signs.ts';
import { shippedReaders } from '../../../scripts/shipped-readers.ts';

const library = readLibrary();
const table = compileDetectTable(library);
const { learned } = shippedReaders(library);
const signs = makeSigns(table, learned);
const reporting = makeBelief(packed, learned, signs, ['outcome-unknown', 'already-paid']);
const reports = (one: Finding, said: string): boolean => reporting(one, boxesOf(said)).length > 0;
const finding = (more: Partial<Finding> = {}): Finding => ({
  diagnosis: 'verification-failed',
  certainty: 'likely',
  code: '',
  host: 'mclient.alipay.com',
  at: 1,
  evidence: [{ kind: 'family', rule: 'x/y', quote: 'x', place: 'dialog' }],
  ...more,
});

/** What reports a failure, and what only speaks of one in much the same words. None of them is a training sentence. */
const PAIRS: [fails: string, speaks: string][] = [
  ['支付密码已连续输错5次，密码被锁定，请3小时后再试', '一天内输错5次支付密码，密码将被锁定3小时'],
  ['订单已超时关闭，未能付款', '超过15分钟未付款，订单将自动关闭，确定离开？'],
  ['银行系统维护中，本次付款失败', '公告：12月5日凌晨银行系统维护，届时可能无法付款'],
  ['您的银行卡余额不足，付款失败', '温馨提示：余额不足时将自动使用花呗付款'],
  ['付款未完成，网络异常，请重试', '优惠券加载失败，请刷新重试，不影响付款'],
  [
    'Your card was declined by the bank. The payment was not made.',
    'Why was my card declined? Read what the most common reasons are.',
  ],
  ['This order has expired and can no longer be paid.', 'Leave this page? Unpaid orders expire after 15 minutes.'],
  ['Zahlung abgelehnt: Ihre Karte ist gesperrt.', 'Nach fünf falschen Eingaben wird Ihre Karte gesperrt.'],
];

/** Of this the model is in two minds. */
const UNCLEAR = '您取消了这一步';

describe('the words of a box', () => {
  it.each(PAIRS)('report a failure: %s', (fails) => {
    expect(reports(finding(), fails)).toBe(true);
  });

  it.each(PAIRS.map(([, speaks]) => speaks))('only speak of one: %s', (speaks) => {
    expect(reports(finding(), speaks)).toBe(false);
  });

  it('count once alone and once with what stands around them', () => {
    const around = ['第一步填写卡号,第二步验证信息,第三步付款', '优惠券加载失败,请刷新重试,不影响付款'].map(
      (line) => `${AROUND}${line}`,
    );
    for (const [fails, speaks] of PAIRS.slice(0, 4)) {
      expect(reports(finding(), [fails, ...around].join('\n')), fails).toBe(true);
      expect(reports(finding(), [speaks, ...around].join('\n')), speaks).toBe(false);
    }
    expect(linesOf(`a\n${AROUND}b`)).toBe('a\nb');
    // A box of nothing but what stands around is read as it is.
    expect(reporting(finding(), [`${AROUND}${PAIRS[3]![0]}`])).toHaveLength(1);
  });

  it('report one when any box of the page does', () => {
    const [fails, speaks] = PAIRS[0]!;
    expect(reports(finding(), `${speaks}\n\n${fails}`)).toBe(true);
    // What only speaks of failing beside it is left out.
    expect(reporting(finding(), boxesOf(`${speaks}\n\n${fails}`))).toEqual([fails]);
  });

  it('are believed sooner where money may be gone', () => {
    const chance = unpackBelief(packed);
    const texts = PAIRS.flat();
    const kept = (more: Partial<Finding>) => texts.filter((text) => reports(finding(more), text));
    expect(texts.every((text) => Number.isFinite(chance(learned.features(text, []))))).toBe(true);
    expect(kept({ diagnosis: 'outcome-unknown' })).toEqual(expect.arrayContaining(kept({})));
  });

  it('are believed sooner where the learned reader hears a failure too', () => {
    const kept = (nothing: number): string[] => {
      const causes = (): Map<string, number> => new Map([['none', nothing]]);
      const asked = makeBelief(packed, { ...learned, causes }, signs, []);
      return [...PAIRS.flat(), UNCLEAR].filter((text) => asked(finding(), [text]).length > 0);
    };
    expect(kept(0)).toEqual(expect.arrayContaining(kept(1)));
    expect(kept(0).length).toBeGreaterThan(kept(1).length);
  });

  it('never make it throw', () => {
    for (const text of ['', '\n\n', '\u0000', '付'.repeat(500), '🙂', '\ud800'])
      expect(typeof reports(finding({ evidence: [], host: '' }), text)).toBe('boolean');
  });

  it('need whole weights', () => {
    expect(() => unpackBelief({ ...packed, weights: 'h' })).toThrow('cut short');
  });
});
