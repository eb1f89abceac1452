/** That an order is paid already, said of it in plain words; and what only sounds so. */
import { describe, expect, it } from 'vitest';
import { alreadyPaidIn } from '../../../lib/understand/plain/already-paid.ts';
import { shippedReaders } from '../../../scripts/shipped-readers.ts';

const { lookup } = shippedReaders();

describe('an order that is paid already', () => {
  it.each([
    'This order has already been paid.',
    'Your payment was already received. You need not pay again.',
    'Die Bestellung wurde bereits bezahlt.',
    'Cette commande a déjà été réglée.',
    'Este pedido ya está pagado.',
    'Este pedido já foi pago.',
    "Il pagamento di quest'ordine è già stato ricevuto. Torna al negozio",
    'Заказ уже оплачен',
    'Pesanan ini telah pun dibayar. Anda tidak perlu membayar sekali lagi.',
    'Deze bestelling is al betaald',
    'To zamówienie zostało już opłacone',
    '该订单已支付，请勿重复付款',
    '이미 결제된 주문입니다',
    'คำสั่งซื้อนี้ชำระเงินแล้ว',
    'Đơn hàng này đã được thanh toán',
  ])('%s', (text) => {
    expect(alreadyPaidIn(text)).not.toBeNull();
    expect(lookup(text)[0]).toMatchObject({ diagnosis: 'already-paid' });
  });

  it.each([
    'If this order has already been paid, close the page',
    'Has the order already been paid?',
    'The order has not already been paid',
    'I already paid my rent',
    'Wenn die Bestellung bereits bezahlt ist, melden Sie sich',
    '如果订单已支付，请关闭页面',
    'Payment failed',
  ])('is not told by: %s', (text) => expect(alreadyPaidIn(text)).toBeNull());
});
