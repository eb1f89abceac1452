/** Alipay's own record says that it was paid: then it was, whatever a shop's page says. */
import { describe, expect, it } from 'vitest';
import { plainFactsIn } from '../../../lib/understand/plain/plain-facts.ts';
import { statementsOf } from '../../../lib/understand/plain/statements.ts';
import { readLibrary } from '../../../lib/library/read.ts';
import { caseReport, loadCaseData, loadUnderstand } from '../../../scripts/case.ts';

const saysPaid = (text: string): boolean =>
  plainFactsIn(statementsOf(text)).some(({ fact }) => fact === 'payment-record=paid');

describe("Alipay's record", () => {
  it.each([
    '支付宝账单里这笔显示交易成功',
    '支付宝里查到已付款',
    'Alipay bills show it as successful',
    'It shows up as paid in my Alipay bills',
    'In Alipay it shows as completed but the hotel got nothing',
    'In Alipay steht die Zahlung als erfolgreich',
    'Dans Alipay le paiement apparaît comme réussi',
    'En Alipay sale como pagado',
    'Alipay mostra como pago',
    'Su Alipay risulta pagato',
    'В истории показано: оплачено',
    'アリペイの取引履歴では支払い済みになっている',
    '알리페이 거래 내역에는 결제 완료로 나와요',
    'في علي باي يظهر أن الدفع ناجح',
  ])('says paid: %s', (text) => {
    expect(saysPaid(text)).toBe(true);
  });

  it.each([
    '账单里没有显示支付成功',
    'Alipay does not show it as paid',
    'Does Alipay show it as paid?',
    'If Alipay shows it as paid, wait',
    'Alipay shows my card as added',
    'Dans Alipay rien n’apparaît comme payé',
    'В алипей не показано, что оплачено',
  ])('does not: %s', (text) => {
    expect(saysPaid(text)).toBe(false);
  });

  it('outranks what the shop shows, whichever is told first', () => {
    const told = ['商家页面提示：支付失败，请重新支付', '支付宝账单里这笔显示交易成功'];
    const library = readLibrary();
    const data = loadCaseData(library);
    const understand = loadUnderstand(library, data);
    for (const texts of [told, told.toReversed()])
      expect(caseReport({ texts }, data, understand)).toMatchObject({ outcome: 'paid', ways: [] });
  });
});
