import { describe, expect, it } from 'vitest';
import { isApprovedYetFailed } from '../../../lib/understand/plain/bank-approved.ts';

describe('the bank approved a payment that failed all the same', () => {
  it.each([
    "Bank text: 'CNY 455.00 at ALIPAY*DIDI approved'. The app: 'Payment unsuccessful, try another card'.",
    'my bank says they approved the transaction but alipay declined it',
    'Bank-SMS: 455,00 CNY bei ALIPAY genehmigt. App: Zahlung fehlgeschlagen',
    'SMS del banco: compra de 455 CNY aprobada. Alipay: pago rechazado',
    'СМС от банка: покупка 455 CNY одобрена. Алипей: ошибка',
    '银行短信：您的卡消费 455 元已批准。支付宝：支付失败',
    '銀行のSMS: 455元の利用が承認されました。アリペイ: 支払い失敗',
    '은행 문자: 455위안 승인. 알리페이: 결제 실패',
  ])('%s', (text) => expect(isApprovedYetFailed(text)).toBe(true));
});

describe('no such approval', () => {
  it.each([
    'Bank approved 3-D Secure for 455 CNY, then payment failed',
    'The bank approved foreign transactions on my card and it still failed',
    'The bank did not approve the payment of 455 CNY. Alipay: payment failed',
    'Bank text: 455 CNY approved. Everything arrived.',
    'Bank text: 455 CNY approved. Alipay: payment failed. An hour later the hold was released.',
    'Would the bank have approved the payment if Alipay had not failed?',
    'Alipay approved my passport, then the payment of 455 CNY failed',
    '',
  ])('%s', (text) => expect(isApprovedYetFailed(text)).toBe(false));
});
