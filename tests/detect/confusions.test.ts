import { describe, expect, it } from 'vitest';
import { IN_PROSE, answerTo, verdictOn } from './shipped.ts';

/** Sentences whose words belong to two diagnoses, with the one they mean. */
const MEANT = [
  ['3D验证未完成，身份验证失败', 'three-d-secure-failed'],
  ['验证失败：支付密码不正确', 'verification-failed'],
  ['签名验证失败', 'merchant-integration-error'],
  ['发卡行因此类商户拒绝了交易', 'bank-blocks-merchant-category'],
  ['发卡行拒绝：超出限额', 'bank-limit-exceeded'],
  ['发卡行拒绝了交易，余额不足', 'insufficient-funds'],
  ['发卡行拒绝了境外交易', 'bank-blocks-international'],
  ['支付宝拒绝了本次付款，与您的银行无关', 'alipay-risk-control'],
  ['银行返回失败：余额不足', 'insufficient-funds'],
  ['银行返回失败：超出限额', 'bank-limit-exceeded'],
  ['银行返回失败：卡已过期', 'card-expired'],
  ['银行验证失败', 'three-d-secure-failed'],
  ['Payment was declined because of suspected fraud', 'alipay-risk-control'],
  ['Payment declined by Alipay', 'alipay-risk-control'],
  ['Payment declined: insufficient funds', 'insufficient-funds'],
  ['International payment declined by your bank', 'bank-blocks-international'],
  ['境外交易限额已用完，银行卡超限', 'bank-limit-exceeded'],
  ['商家不支持该卡', 'foreign-card-not-accepted'],
  ['此卡不支持此类商户', 'bank-blocks-merchant-category'],
  ['3D验证不支持该卡', 'three-d-secure-failed'],
  ['当前地区不支持使用该卡', 'card-not-supported'],
  ['绑定失败，卡号错误', 'card-details-wrong'],
  ['护照有效期错误', 'document-expired-or-mismatched'],
  ['银行卡有效期已过期', 'card-expired'],
  ['请核对有效期，卡已过期', 'card-expired'],
  ['护照已过期，请更换', 'document-expired-or-mismatched'],
  ['订单已过期', 'order-closed'],
  ['验证码已过期', 'verification-failed'],
  ['支付密码已失效', 'verification-failed'],
  ['商户已被冻结', 'merchant-cannot-collect'],
  ['账户已锁定', 'account-restricted'],
  ['密码已锁定', 'verification-failed'],
  ['商户收款限额已超', 'merchant-cannot-collect'],
  ['支付宝限额已用完', 'alipay-limit-exceeded'],
  ['本年度商户收款已达上限', 'merchant-cannot-collect'],
  ['密码错误次数已达上限', 'too-many-attempts'],
  ['您的银行拒绝了支付宝的付款请求', 'bank-declined'],
  ['您的卡不支持在该国家使用', 'card-not-supported'],
  ['商户不支持国际卡', 'foreign-card-not-accepted'],
  ['商户参数错误', 'merchant-integration-error'],
  ['请联系商户，订单已关闭', 'order-closed'],
  ['短信验证码错误，请求参数有误', 'verification-failed'],
  ['网络参数异常', 'service-unavailable'],
  ['支付页面已过期', 'order-closed'],
  ['账户已注销', 'account-restricted'],
  ['订单已支付，页面已过期', 'already-paid'],
  ['支付结果未知，订单超时', 'outcome-unknown'],
  ['余额支付功能已关闭', 'account-restricted'],
  ['付款失败，未扣款', 'unknown-failure'],
  ['Payment failed. You have not been charged.', 'unknown-failure'],
  ['Your payment failed. No money was taken.', 'unknown-failure'],
  ['支付环境异常，系统繁忙', 'alipay-risk-control'],
  ['该卡暂时无法使用，请稍后再试', 'card-not-supported'],
  ['账户异常，请稍后再试', 'account-restricted'],
  ['余额账户受限：余额不足', 'insufficient-funds'],
  ['卡号与账户信息不一致', 'card-details-wrong'],
  ['护照信息与账户信息不一致', 'document-expired-or-mismatched'],
  ['支付密码输入次数超限', 'too-many-attempts'],
  ['实名信息校验失败', 'identity-unverified'],
  ['证件校验未通过', 'document-expired-or-mismatched'],
  ['设备校验失败', 'alipay-risk-control'],
  ['卡信息校验失败', 'card-details-wrong'],
  ['Your card is not supported in your region', 'card-not-supported'],
  ['This card cannot be used in your country', 'card-not-supported'],
  ['该地区暂不支持此卡付款', 'card-not-supported'],
  ['No money has left your account. Payment failed.', 'unknown-failure'],
  ['There is no money on the card', 'insufficient-funds'],
  ['订单已被商家取消', 'order-closed'],
  ['订单已被系统取消', 'order-closed'],
  ['This order was cancelled by the seller', 'order-closed'],
] as const;

/** Sentences in the words of a failure that are none, or none of a payment. */
const NONE = [
  '请联系您的银行客服',
  '二维码已过期，请刷新',
  '退款账户余额不足',
  '商户余额不足，无法退款',
  '上传文件超过限制',
  '投资有风险，付款需谨慎',
  '请谨防交易风险',
  '为了您的账户安全，请输入短信验证码',
  '您正在不常用的环境登录，请完成安全校验',
  '该商品不支持配送到您所在的地区',
  '活动已结束',
  '该商品已下架',
  '如您已付款，请勿重复支付',
  '订单已支付，等待发货',
  '订单已支付成功，即将跳转',
  '退款结果未知',
  '登录账户异常',
  '登录密码错误',
  '确定要取消付款吗',
  '您还可以更换其他付款方式',
  '无法退款',
  '支付后无法撤销',
];

describe('a sentence in the words of two failures', () => {
  it.each(MEANT)('%s: %s', (text, diagnosis) => {
    expect(verdictOn(text)?.diagnosis).toBe(diagnosis);
  });

  it('says the same without its commas and colons', () => {
    for (const [text, diagnosis] of MEANT)
      expect(verdictOn(text.replace(/[，,：:]/g, ' '))?.diagnosis, text).toBe(diagnosis);
  });
});

describe('a sentence in the words of a failure that is none', () => {
  it.each(NONE)('%s', (text) => {
    expect(answerTo(text)).toBe('nothing');
    expect(answerTo(text, IN_PROSE)).toBe('nothing');
  });
});
