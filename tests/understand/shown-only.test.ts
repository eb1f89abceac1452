/** Pages that show failures without reporting one, and words that only choose, wait or tell what would be. */
import { describe, expect, it } from 'vitest';
import { isNotYet, isShownOnly, isSomebodyElses } from '../../lib/understand/shown-only.ts';
import { readBlocks } from '../../scripts/train/belief.ts';

describe('samples, articles, accounts and the shares of friends', () => {
  it.each([
    '支付失败\n银行卡余额不足\n失败状态示例',
    'Card declined\nExamples only; replace the text.',
    'Payment failed\nDesign guideline 4.2',
    '「银行拒绝交易」怎么办\n更新于 2 月 · 3.2 万人看过',
    'Why was my card declined?\nUpdated in May, 4 min read',
    '付款失败 17 笔\n今日交易',
    'Failure rate 3.9 %\nMost frequent: card declined',
    '这些“付款失败”是骗子发的',
    '责任免除:余额不足、卡片过期',
    '红包用不了\n这个红包只能在使用余额付款时抵扣,境外卡付款暂不支持',
    'Promo code WELCOME10 can’t be used on this order',
    'Gutschein ungültig',
    'Não coberto\nFalta de saldo e cartão vencido.',
  ])('are shown only: %s', (said) => expect(isShownOnly(said)).toBe(true));

  it.each([
    '付款失败,请按示例格式填写有效期',
    'Payment failed. If it fails again, read our article.',
    '已通知商户,付款失败',
    '付款失败 请换一张卡',
    '阅读协议后重试,付款失败',
    '对方冒充客服,付款已拦截',
    '红包付款失败,请换一种方式',
    'Payment failed. Your coupon was returned.',
  ])('are not: %s', (said) => expect(isShownOnly(said)).toBe(false));
});

describe("somebody else's failure, and what was done on purpose", () => {
  it.each([
    'Marco 的付款没成功,已通知他换卡再付。',
    '小林的付款没有成功:他的银行卡被发卡行拒绝了',
    'Pierre 支付未成功 发卡行未批准\n您(团长) 已付款 ¥120',
    'JCB 已冻结\n您在 5 月 3 日自己停用了这张卡',
    'Paiement refusé\nProposez un autre lien à votre client.',
    'Payment failed. Your customer should use another card.',
    '付款未成功,请提醒买家更换银行卡',
  ])('are told from a report: %s', (said) => expect(isSomebodyElses(said)).toBe(true));

  it.each([
    '您的银行卡被发卡行拒绝,请联系客户服务',
    'Payment failed. Please contact customer service.',
    'Your payment failed. The customer service can help.',
    'No pudimos cobrar; contacta con atención al cliente.',
    '您已付过这笔水费，不必再交',
    '对方的账户无法收款',
    '买家付款失败',
    'Payment declined\nThe customer card was refused by the issuer',
    '客户银行卡被拒',
    '参数有误,请咨询您的客户经理',
  ])('are none: %s', (said) => expect(isSomebodyElses(said)).toBe(false));
});

describe('words in which nothing failed yet', () => {
  it.each([
    '选择付款方式\n账户余额不足以支付',
    'Choose a payment method\nThis shop does not take Discover',
    '请勿关闭页面\n否则付款会失败',
    'Ne fermez pas cette page : le paiement serait interrompu.\nNous contactons votre banque',
    '画面を閉じないでください\n決済が失敗することがあります',
    'Se a loja disser que o pagamento falhou, não pague de novo.',
    '如果付款失败,请联系客服',
    '很遗憾,没有抽中',
  ])('choose, wait or tell of a case: %s', (said) => expect(isNotYet(said)).toBe(true));

  it.each([
    '该卡已过期,请选择其他付款方式',
    'Payment failed. Choose another payment method',
    '付款失败,请不要关闭',
    '抽签门票订单\n付款没成功',
    'The payment failed. If it fails again, call your bank.',
    'Wenn Sie wollen. Die Zahlung wurde abgelehnt.',
  ])('are none: %s', (said) => expect(isNotYet(said)).toBe(false));
});

it('hardly ever put aside a box that reports a failure', () => {
  const failing = readBlocks().filter((one) => one.failed);
  const lost = failing.filter(({ text }) => isShownOnly(text) || isSomebodyElses(text) || isNotYet(text));
  expect(failing.length).toBeGreaterThan(8000);
  expect(lost.length / failing.length).toBeLessThan(0.001);
});
