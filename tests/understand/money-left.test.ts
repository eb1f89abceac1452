/** Words that say that money left, in the reading languages: they outrank whatever is named beside them, because nobody may pay twice. */
import { describe, expect, it } from 'vitest';
import { moneyLeftIn } from '../../lib/understand/money-left.ts';
import { shippedReaders } from '../../scripts/shipped-readers.ts';

const { lookup } = shippedReaders();

const SAID = [
  '付款失败，银行拒绝了交易，可是钱被扣了',
  '银行卡余额不足，但是钱已经扣了两次',
  '订单已关闭但是钱扣了',
  'Your card was declined but I was charged',
  'Insufficient balance but money was deducted from my card',
  'It says order closed, yet my bank took the money',
  'Card expired it says. I got charged twice anyway',
  'Zahlung abgelehnt, aber das Geld ist abgebucht',
  "Paiement refusé mais j'ai été débité",
  'Pago rechazado pero me cobraron igual',
  'Pagamento recusado mas o dinheiro saiu da conta',
  'Pagamento rifiutato ma mi hanno addebitato 20 euro',
  'Оплата не прошла, но деньги списали',
  'فشل الدفع لكن تم خصم المبلغ',
  '決済失敗と出たのに引き落とされた',
  '決済エラーなのに引き落とされました',
  'The page says failed, two charges on my card',
  '결제 실패인데 돈이 빠져나갔어요',
  'báo lỗi nhưng tiền đã bị trừ',
  'ขึ้นว่าไม่สำเร็จแต่เงินถูกตัดไปแล้ว',
  'katanya gagal tapi saldo sudah terpotong',
  'ödeme reddedildi ama para çekilmiş',
  'mam blokadę 89,40 zł od Alipay, a strona pisze że odrzucona',
  '같은 주문이 두 번 결제됐어요, 카드 문자도 두 개',
  'Deux fois débité pour le même billet',
  'дважды списали за один заказ',
];

describe('money that left', () => {
  it.each(SAID)('is heard, and comes before every other cause: %s', (text) => {
    expect(moneyLeftIn(text)).not.toBeNull();
    expect(['outcome-unknown', 'already-paid']).toContain(lookup(text)[0]?.diagnosis);
  });

  it.each([
    '두 번 결제 시도했는데 다 실패',
    '付款失败，钱没有被扣',
    '付款失败，会不会扣两次钱',
    '如果钱被扣了怎么办',
    '支付失败，款项已经退回来了',
    'My card was declined and I was not charged',
    'Declined. Will I be charged twice if I retry?',
    'I am afraid I was charged',
    'Payment failed, nothing was debited',
    'Zahlung abgelehnt, es wurde nichts abgebucht',
    "Paiement refusé, je n'ai pas été débité",
    'Pago rechazado, no me cobraron',
    'Оплата не прошла, деньги не списали',
    '決済失敗、引き落とされていません',
    'The bank declined it',
    '扣款失败',
  ])('is not heard where it is denied, feared, asked or a condition: %s', (text) => {
    expect(moneyLeftIn(text)).toBeNull();
  });

  it('makes no failure of a text that tells of none', () => {
    expect(lookup('Lunch was lovely, they charged me for two coffees')).toEqual([]);
  });
});
