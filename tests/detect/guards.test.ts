import { describe, expect, it } from 'vitest';
import { type Reader, prepareGuards } from '../../lib/detect/reasons.ts';
import { guardTable } from '../../lib/library/compile.ts';
import type { Library } from '../../lib/library/read.ts';
import { loadCases } from '../fixtures/load.ts';
import { FAMILY_TEXTS } from './family-texts.ts';
import { GUARD_SENTENCES } from './guard-sentences.ts';
import { IN_ERROR, IN_PROSE, answerTo, library, reader, verdictOn } from './shipped.ts';

const isHan = (text: string): boolean => /[\u3400-\u9fff]/.test(text);
/** One sentence, so that a frame around it covers all of it. */
const isOneSentence = (text: string): boolean => !/[。！？!?；;]|\.\s/.test(text.replace(/[.。]$/, ''));

/** What a healthy page makes of the words of a failure; {} is those words. */
const FRAMES: Readonly<Record<'han' | 'latin', Readonly<Record<string, readonly string[]>>>> = {
  han: {
    conditions: [
      '如果{}，请联系客服',
      '如{}，可致电客服',
      '若{}，款项将原路退回',
      '一旦{}，请及时联系我们',
      '当出现{}时，请联系客服',
      '万一{}可以怎么做',
    ],
    questions: ['{}怎么办？', '为什么{}', '{}是什么原因', '如何解决{}的问题', '{}了吗', '是不是{}？'],
    futures: ['之后可能{}', '即将{}', '否则会被提示{}', '这样会导致{}'],
    quotes: ['提示“{}”的说明', '页面显示「{}」', '“{}”', '看到『{}』的字样', '搜索"{}"'],
    countdowns: [
      '请在14分59秒内完成付款，否则{}',
      '请于12:00前支付，逾期{}',
      '30秒后{}',
      '倒计时结束后订单会自动关闭：{}',
    ],
    advice: ['请保持网络畅通，避免{}', '谨防{}', '例如{}', '常见提示：{}', '关于{}的说明', '不会{}'],
    lists: ['1、{}', '（二）{}', '第三条：{}'],
  },
  latin: {
    conditions: [
      'If {}, contact us',
      'In case {}, please call',
      'When {}, you get a message',
      'Unless {}, you will hear from us',
    ],
    questions: ['{}?', 'Why {}', 'What if {}', 'How to solve: {}', '{}: what to do', '{} — how do I fix it'],
    futures: ['It may be that {}', 'It might turn out that {}', 'The page will be changed: {}'],
    quotes: ['The message “{}” means', '"{}"', 'Search for "{}" in the help'],
    countdowns: [
      'Your order expires in five minutes: {}',
      'Your order will be closed: {}',
      'Orders close automatically: {}',
    ],
    advice: ['To avoid {}', 'For example {}', 'A common message: {}', 'Learn what it means: {}', 'About {}'],
    lists: [],
  },
};

const samples = Object.entries(FAMILY_TEXTS).flatMap(([rule, texts]) =>
  texts.filter(isOneSentence).map((text) => ({ rule, text: text.replace(/[.。]$/, '') })),
);
const framed = Object.keys(FRAMES.han).flatMap((kind) =>
  samples.map(
    ({ rule, text }) =>
      [
        kind,
        rule,
        text,
        FRAMES[isHan(text) ? 'han' : 'latin'][kind]!.map((frame) => frame.replace('{}', text)),
      ] as const,
  ),
);

describe('what is only talked about', () => {
  it('is tried with every family', () => {
    expect(new Set(samples.map((one) => one.rule)).size).toBe(Object.keys(FAMILY_TEXTS).length);
  });

  it.each(framed.filter(([, , , texts]) => texts.length))('%s, %s: %s', (_kind, _rule, _text, texts) => {
    const loud = texts.filter((text) => answerTo(text) !== 'nothing').map((text) => `${text} -> ${answerTo(text)}`);
    expect(loud).toEqual([]);
  });
});

const guarded = Object.entries(GUARD_SENTENCES).flatMap(([place, words]) =>
  Object.entries(words).flatMap(([word, texts]) => texts.map((text) => [place, word, text] as const)),
);
const never = /(?!)/g;
const unguarded = {
  ...reader,
  guards: { ...reader.guards, before: never, after: never, anywhere: never, doubt: never },
};

describe('sentences of healthy pages', () => {
  it.each(guarded)('say nothing (%s, %s): %s', (_place, _word, text) => {
    expect(answerTo(text)).toBe('nothing');
    expect(answerTo(text, IN_PROSE)).toBe('nothing');
  });

  it.each(guarded)('would speak without guards (%s, %s): %s', (_place, _word, text) => {
    expect(answerTo(text, IN_ERROR, unguarded)).not.toBe('nothing');
  });
});

const LISTS = ['before', 'after', 'anywhere', 'doubt'] as const;
const COUNTED = ['success', 'successAbroad', 'concrete', 'consent'] as const;
const { guards } = library;
const entriesOf = (lists: readonly (typeof LISTS | typeof COUNTED)[number][]) =>
  lists.flatMap((list) => guards[list].map((one, at) => [list, one.name, one.example, at] as const));
const without = (list: (typeof LISTS | typeof COUNTED)[number], at: number): Library['guards'] => ({
  ...guards,
  [list]: guards[list].length > 1 ? guards[list].toSpliced(at, 1) : [{ ...guards[list][0], pattern: '(?!)' }],
});
const mutantWithout = (...args: Parameters<typeof without>): Reader['guards'] =>
  prepareGuards({ guards: guardTable(without(...args)) });

describe('every guard is needed by its example', () => {
  it.each(entriesOf(LISTS))('%s, %s: %s', (list, _name, example, at) => {
    expect(answerTo(example)).toBe('nothing');
    expect(answerTo(example, IN_ERROR, { ...reader, guards: mutantWithout(list, at) })).not.toBe('nothing');
  });

  it.each(entriesOf(COUNTED))('%s, %s: %s', (list, _name, example, at) => {
    expect(reader.guards[list].test(example)).toBe(true);
    expect(mutantWithout(list, at)[list].test(example)).toBe(false);
  });

  it('has a name of its own in its list', () => {
    for (const list of [...LISTS, ...COUNTED])
      expect(new Set(guards[list].map((one) => one.name)).size, list).toBe(guards[list].length);
  });

  it('names words of a success that stand in it', () => {
    for (const { example, words } of guards.success)
      expect(
        words.some((word) => example.toLowerCase().includes(word)),
        example,
      ).toBe(true);
  });
});

describe('a failure that is told', () => {
  it.each([
    ['支付失败，请稍后再试，如有疑问请联系客服', 'unknown-failure'],
    ['支付失败，请确认余额是否充足', 'unknown-failure'],
    ['由于您的银行卡余额不足，支付失败', 'insufficient-funds'],
    ['您的订单因超时未支付已自动关闭', 'order-closed'],
    ['您的订单已被系统自动关闭', 'order-closed'],
    ['很抱歉，您的付款可能存在风险，为保障资金安全，已终止交易', 'alipay-risk-control'],
    ['支付失败，常见原因：余额不足', 'unknown-failure'],
    ['支付失败，请检查网络是否正常', 'unknown-failure'],
    ['您的账户存在风险，已限制支付功能，可在安全中心解除限制', 'alipay-risk-control'],
    ['该卡已被冻结，请联系银行解冻', 'card-blocked-by-bank'],
    ['支付密码错误，请重试或找回密码，输错5次账户会被锁定', 'verification-failed'],
    ['Payment failed. If the problem persists, contact your bank.', 'unknown-failure'],
    ['Your bank declined this payment. You may try another card', 'bank-declined'],
    ['Payment was declined by your bank, learn more about declines', 'bank-declined'],
    ['Your payment failed. You will be redirected automatically.', 'unknown-failure'],
  ])('is heard with advice behind it: %s', (text, diagnosis) => {
    expect(verdictOn(text)?.diagnosis).toBe(diagnosis);
  });

  it.each([
    ['支付失败，即将返回商户页面', 'unknown-failure'],
    ['支付失败，5秒后自动返回', 'unknown-failure'],
    ['支付失败，优惠券会自动退回', 'unknown-failure'],
    ['支付失败，请查看帮助中心', 'unknown-failure'],
    ['订单已超时自动关闭，请重新下单', 'order-closed'],
    ['支付密码错误，还可输入2次，多次错误将锁定', 'verification-failed'],
    ['Your card was declined, so your order will be cancelled', 'bank-declined'],
    ['Your payment failed and you will be returned to the shop', 'unknown-failure'],
  ])('is heard when it says what happens next: %s', (text, diagnosis) => {
    expect(verdictOn(text)?.diagnosis).toBe(diagnosis);
  });
});

/** Texts of pages that are no failure, as the fixtures have them. */
const innocent = [
  ...new Set(
    loadCases()
      .filter((one) => one.expect.diagnosis === null && ['hint', 'step', 'success', 'promo'].includes(one.kind))
      .flatMap((one) => [one.slots.hint, one.slots.title, one.slots.sub, one.slots.remark, one.slots.tail])
      .filter((text) => text !== undefined && text.length > 3),
  ),
] as string[];

describe('hints, steps and offers of the fixtures', () => {
  it('are many', () => {
    expect(innocent.length).toBeGreaterThan(60);
  });

  it('say nothing where they stand in plain text', () => {
    expect(
      innocent
        .filter((text) => answerTo(text, IN_PROSE) !== 'nothing')
        .map((text) => `${text} -> ${answerTo(text, IN_PROSE)}`),
    ).toEqual([]);
  });
});
