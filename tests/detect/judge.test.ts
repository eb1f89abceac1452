import { describe, expect, it } from 'vitest';
import { type Reason, reasonsIn } from '../../lib/detect/reasons.ts';
import { QUOTE_LIMIT, readFinding } from '../../lib/messages.ts';
import { IN_PROSE, answerTo, compareReasons, judge, knownSentences, reader, reasonsFor, verdictOn } from './shipped.ts';

describe('every known sentence', () => {
  it.each(knownSentences.map(({ text, diagnosis }) => [text, diagnosis]))('%s', (text, diagnosis) => {
    expect(verdictOn(text)?.diagnosis).toBe(diagnosis);
  });

  it.each(knownSentences.map(({ text, diagnosis }) => [text, diagnosis]))(
    'is heard as the second of two: %s',
    (text, diagnosis) => {
      expect(verdictOn(`请注意以下说明。${text}`)?.diagnosis).toBe(diagnosis);
    },
  );

  it('says it exactly where the kind of failure was seen on the web, and never for a failure without a cause', () => {
    for (const { text, diagnosis, seen } of knownSentences) {
      const certainty = verdictOn(text)!.certainty;
      if (diagnosis === 'unknown-failure') expect(certainty, text).toBe('unsure');
      else if (seen === 'web') expect(certainty, text).toBe('exact');
      else expect(['exact', 'likely'], text).toContain(certainty);
    }
  });

  it('counts outside an error only when it is long enough to be no everyday word', () => {
    expect(reasonsIn('已失效', IN_PROSE, reader)).toEqual([]);
    const long = knownSentences.find(({ text }) => text.includes('发卡行拒绝'))!;
    expect(reasonsIn(long.text, IN_PROSE, reader).map((one) => one.kind)).toContain('sentence');
  });
});

/** Texts by the class in which they count; each is read as that and nothing above. */
const CLASSES = [
  ['already paid', 'already-paid', ['该订单已支付，请勿重复付款', 'This order has already been paid']],
  ['outcome unknown', 'outcome-unknown', ['支付结果未知，请稍后查询', '银行处理中，请稍后在账单中查看']],
  ['a printed code', 'merchant-integration-error', ['错误码：ALI64', '错误代码 ILLEGAL_SIGN', '（ALIN10146）']],
  ['a whole known sentence', 'bank-declined', ['发卡银行拒绝支付。', '支付被发卡行拒绝。建议换卡重试或联系发卡行。']],
  ['a phrase', 'card-not-supported', ['该银行卡类型暂不支持', 'This type of card is not supported']],
  ['a bare failure', 'unknown-failure', ['支付失败', 'Payment failed']],
] as const;

const PAIRS = CLASSES.flatMap(([above, diagnosis, strong], index) =>
  CLASSES.slice(index + 1).flatMap(([below, , weak]) =>
    strong.flatMap((first) => weak.map((second) => [above, below, first, second, diagnosis] as const)),
  ),
);

describe('the order', () => {
  it.each(PAIRS)('%s outranks %s: %s | %s', (_above, _below, strong, weak, diagnosis) => {
    const reasons = [...reasonsFor(weak), ...reasonsFor(strong)];
    expect(judge(reasons)?.diagnosis).toBe(diagnosis);
    expect(judge(reasons.toReversed())?.diagnosis).toBe(diagnosis);
  });

  it.each(PAIRS)('holds in one text: %s over %s: %s | %s', (_above, _below, strong, weak, diagnosis) => {
    expect(verdictOn(`${weak}。${strong}`)?.diagnosis).toBe(diagnosis);
    expect(verdictOn(`${strong}。${weak}`)?.diagnosis).toBe(diagnosis);
  });

  it.each([
    ['a sure phrase', '该银行卡类型暂不支持', 'a code nobody knows', '错误码：QX77120', 'card-not-supported'],
    [
      'a sure phrase',
      '该银行卡类型暂不支持',
      'an unknown code of a known family',
      '错误码：ALIN99999',
      'card-not-supported',
    ],
    [
      'an unknown code of a known family',
      '错误码：ALIN99999',
      'a bare failure',
      '支付失败',
      'merchant-integration-error',
    ],
    ['a hint at the bank', '请联系发卡行', 'a bare failure', '支付失败', 'bank-declined'],
    [
      'a known code, however unsure,',
      '错误码：ALI59',
      'a known sentence',
      '发卡银行拒绝支付。',
      'merchant-integration-error',
    ],
  ])('%s (%s) outranks %s (%s)', (_a, strong, _b, weak, diagnosis) => {
    expect(judge([...reasonsFor(weak), ...reasonsFor(strong)])?.diagnosis).toBe(diagnosis);
  });

  it('lets the more special of two phrases win', () => {
    for (const [text, diagnosis] of [
      ['您的银行卡未开通境外交易功能，发卡行已拒绝', 'bank-blocks-international'],
      ['付款失败：银行卡余额不足', 'insufficient-funds'],
      ['商户收款额度超限', 'merchant-cannot-collect'],
      ['3D验证失败，银行拒绝了交易', 'three-d-secure-failed'],
      ['本年度付款金额超过限额', 'alipay-limit-exceeded'],
      ['交易金额超过银行卡单日限额', 'bank-limit-exceeded'],
      ['支付密码错误次数过多，请明天再试', 'too-many-attempts'],
      ['商家不支持境外银行卡', 'foreign-card-not-accepted'],
    ] as const)
      expect(verdictOn(text)?.diagnosis, text).toBe(diagnosis);
  });

  it('is a total order: no two different reasons are equal, and turning a pair round turns the sign', () => {
    const all = CLASSES.flatMap(([, , texts]) => texts.flatMap((text) => reasonsFor(text)));
    for (const a of all)
      for (const b of all) {
        expect(Math.sign(compareReasons(a, b))).toBe(-Math.sign(compareReasons(b, a)) || 0);
        if (compareReasons(a, b) === 0) expect(a.rule).toBe(b.rule);
      }
  });
});

describe('certainty', () => {
  it('is exact for a code that leaves no doubt, and for a whole known sentence of the web', () => {
    expect(answerTo('错误码：ALI64')).toBe('merchant-integration-error exact');
    expect(answerTo('错误码：ALI10')).toBe('service-unavailable likely');
  });

  it('is never exact for a phrase', () => {
    expect(answerTo('该银行卡类型暂不支持')).toBe('card-not-supported likely');
  });

  it('is unsure for a bare failure, whatever else is said', () => {
    expect(answerTo('支付失败，请更换其他付款方式，请重试')).toBe('unknown-failure unsure');
  });

  it('takes the best of the reasons that agree', () => {
    expect(answerTo('商家收款账户被冻结。错误码：ACQ.SELLER_BEEN_BLOCKED')).toBe('merchant-cannot-collect exact');
  });

  it('goes down beside a code that nobody knows', () => {
    const { text, diagnosis } = knownSentences.find(
      (one) => one.seen === 'web' && one.diagnosis !== 'service-unavailable',
    )!;
    expect(verdictOn(text)).toMatchObject({ diagnosis, certainty: 'exact', code: '' });
    expect(verdictOn(`${text} 错误码：QX77120`)).toMatchObject({ diagnosis, certainty: 'likely', code: 'QX77120' });
  });

  it('says nothing of a busy sentence that covers an unknown code of the cashier', () => {
    expect(verdictOn('系统繁忙，请稍后再试。(ALIN99999)')).toMatchObject({
      diagnosis: 'merchant-integration-error',
      certainty: 'unsure',
      code: 'ALIN99999',
    });
    expect(verdictOn('系统繁忙，请稍后再试。')?.diagnosis).toBe('service-unavailable');
  });
});

describe('the verdict', () => {
  it('is null without reasons', () => {
    expect(judge([])).toBeNull();
    expect(verdictOn('请选择付款方式')).toBeNull();
    expect(verdictOn('')).toBeNull();
  });

  it('carries a code also where something else decides', () => {
    expect(verdictOn('该订单已支付，请勿重复付款。错误码：ALI64')).toMatchObject({
      diagnosis: 'already-paid',
      code: 'ALI64',
    });
  });

  it('takes a code that says nothing of its own for what it is', () => {
    expect(verdictOn('ACQ.NEW_UNKNOWN_CODE')).toMatchObject({
      diagnosis: 'unknown-failure',
      code: 'ACQ.NEW_UNKNOWN_CODE',
      certainty: 'unsure',
    });
  });

  it('has evidence that agrees with it, or is a code, each thing once and at most six', () => {
    const verdict = verdictOn(
      '支付失败。发卡银行拒绝支付。银行拒绝了交易。您的银行拒绝付款。银行拒绝交易。发卡行拒绝。错误码：QX77120。余额不足',
    )!;
    expect(verdict.evidence.length).toBeLessThanOrEqual(6);
    expect(new Set(verdict.evidence.map((one) => one.rule + one.quote)).size).toBe(verdict.evidence.length);
    for (const one of verdict.evidence)
      expect(one.rule.startsWith(verdict.diagnosis) || one.kind === 'code').toBe(true);
  });

  it('is a finding that the messages let through', () => {
    for (const { text } of knownSentences) {
      const verdict = verdictOn(`${text} 错误码：ACQ.SYSTEM_ERROR (6)`)!;
      expect(readFinding({ ...verdict, host: 'cashier.alipay.com', at: 1 }), text).toEqual({
        ...verdict,
        host: 'cashier.alipay.com',
        at: 1,
      });
    }
  });

  it('names the place of each reason', () => {
    expect(verdictOn('支付失败', { place: 'toast', errorPlace: true })!.evidence.map((one) => one.place)).toContain(
      'toast',
    );
  });
});

describe('quotes', () => {
  it('are the words that matched and an ellipsis for what stood between', () => {
    const [reason] = reasonsFor('发卡行（张三的招商银行）刚刚拒绝了').filter(
      (one) => one.rule === 'bank-declined/issuer-refused',
    );
    expect(reason!.quote).toBe('发卡行 … 拒绝了');
  });

  it('are short', () => {
    const sentence = knownSentences.reduce((longest, one) => (one.text.length > longest.text.length ? one : longest));
    for (const one of reasonsFor(sentence.text)) expect([...one.quote].length).toBeLessThanOrEqual(QUOTE_LIMIT);
  });

  it('of codes are the codes alone', () => {
    expect(
      reasonsFor('张三 错误码：ALI64 尾号 1234')
        .filter((one) => one.kind === 'code')
        .map((one) => one.quote),
    ).toEqual(['ALI64']);
  });
});

describe('codes and words', () => {
  it('does not read the letters of a code as a sentence', () => {
    for (const text of [
      '错误码：ISSUER_DECLINED',
      '错误码：SYSTEM_BUSY',
      '错误码：ACQ.BUYER_WALLET_BALANCE_NOT_ENOUGH',
    ])
      expect(
        reasonsFor(text)
          .filter((one) => one.kind === 'family')
          .map((one) => one.rule),
        text,
      ).toEqual([]);
  });

  it('reads the words beside a code', () => {
    expect(reasonsFor('余额不足，错误码：ISSUER_DECLINED').map((one) => one.rule)).toContain(
      'insufficient-funds/no-funds',
    );
  });
});

describe('places', () => {
  it('gives phrases that need an error no voice in plain text', () => {
    expect(answerTo('请更换其他付款方式', IN_PROSE)).toBe('nothing');
    expect(answerTo('支付失败', IN_PROSE)).toBe('nothing');
    expect(answerTo('该卡已挂失', IN_PROSE)).toBe('nothing');
  });

  it('lets phrases that name a failure by themselves speak', () => {
    expect(answerTo('发卡行拒绝了这笔交易', IN_PROSE)).toBe('bank-declined likely');
  });

  it('prefers the place that says more when two reasons are alike', () => {
    const at = (place: Reason['place']): Reason => ({
      kind: 'family',
      rule: `x/${place}`,
      diagnosis: 'x',
      certainty: 'likely',
      place,
      quote: '',
      code: '',
      rank: 0,
      slots: 1,
      weight: 1,
    });
    const sorted = (['address', 'text', 'result', 'toast', 'dialog', 'alert'] as const).map(at).sort(compareReasons);
    expect(sorted.map((one) => one.place)).toEqual(['alert', 'dialog', 'toast', 'result', 'text', 'address']);
  });
});
