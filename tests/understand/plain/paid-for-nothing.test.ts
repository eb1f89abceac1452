/** One side was paid and the other has nothing: never "not paid", in the reading languages; and the receipts that sound like it. */
import { describe, expect, it } from 'vitest';
import { isPaidForNothing } from '../../../lib/understand/plain/paid-for-nothing.ts';
import { shippedReaders } from '../../../scripts/shipped-readers.ts';

const { lookup } = shippedReaders();
/** What stops a person from paying again. */
const WARNS = ['outcome-unknown', 'already-paid'];

const TOLD = [
  'Payment successful but shop has no money',
  'Thank you for your payment, said the bank. The shop shows unpaid.',
  'Zahlung erfolgreich, das Geschäft hat nichts bekommen',
  'Paiement réussi mais la boutique ne voit rien',
  'El pago se realizó con éxito pero no hay pedido',
  'Pagamento riuscito ma il negozio non vede niente',
  'Оплата прошла успешно, магазин денег не видит',
  'تم الدفع بنجاح لكن المتجر لم يستلم',
  '付款成功，商家说没收到',
  '決済は完了しましたが、お店に届いていません',
];

describe('one side was paid, the other has nothing', () => {
  it.each(TOLD)('%s', (text) => {
    expect(isPaidForNothing(text)).toBe(true);
    expect(WARNS).toContain(lookup(text)[0]?.diagnosis);
  });

  it.each([
    'Payment successful. The shop will ship your order on Monday.',
    'Payment successful! Refunds are not possible.',
    'If the payment was successful the shop has received it',
    'Zahlung erfolgreich. Vielen Dank für Ihre Bestellung!',
    '付款成功，商家将尽快发货',
    'The shop has no card reader',
  ])('is not told by: %s', (text) => {
    expect(isPaidForNothing(text)).toBe(false);
    expect(WARNS).not.toContain(lookup(text)[0]?.diagnosis);
  });
});
