/** Bare questions whether a payment went through, in the languages people ask in, and what is asked before paying. */
import { describe, expect, it } from 'vitest';
import { asksWhetherPaid } from '../../../lib/understand/plain/asks-paid.ts';
import { shippedReaders } from '../../../scripts/shipped-readers.ts';

const { lookup } = shippedReaders();

const ASKED = [
  'Is my payment successful?',
  'Did the payment go through?',
  'Ist die Zahlung durchgegangen?',
  'Le paiement est-il passé ?',
  '¿Se hizo el pago?',
  'o pagamento foi feito?',
  'il pagamento è andato?',
  'Прошла ли оплата?',
  'هل تم الدفع؟',
  '我的付款成功了吗？',
  '決済は通りましたか',
  '결제가 된 건가요?',
  'thanh toán được chưa?',
  'จ่ายสำเร็จไหม',
  'apakah pembayaran berhasil?',
  'is de betaling gelukt?',
  'czy płatność przeszła?',
  'ödeme gerçekleşti mi?',
];

describe('whether it went through', () => {
  it.each(ASKED)('is asked: %s', (text) => {
    expect(asksWhetherPaid(text)).toBe(true);
    // Who does not know must look before paying again.
    expect(lookup(text)[0]).toMatchObject({ diagnosis: 'outcome-unknown' });
  });

  it.each([
    'Can I pay with Visa?',
    'Is there a fee for the payment?',
    'Wird eine Gebühr berechnet?',
    '¿Puedo hacer el pago con Amex?',
    '怎么付款？',
    '手数料はかかりますか？',
    'My payment is successful.',
    `Is my payment successful? ${'I wonder. '.repeat(20)}`,
  ])('is not: %s', (text) => expect(asksWhetherPaid(text)).toBe(false));
});
