/** Texts in which nothing failed, and those that sound like them and are not. */
import { describe, expect, it } from 'vitest';
import { readLibrary } from '../../../lib/library/read.ts';
import { isAllWell } from '../../../lib/understand/plain/all-well.ts';

const trouble = new RegExp(readLibrary().places.trouble.join('|'), 'iu');

describe('all went well', () => {
  it.each([
    'Thank you for your purchase! Your receipt is attached.',
    'Paid for the noodles, worked perfectly, the old lady smiled.',
    'Vielen Dank für Ihren Einkauf! Die Rechnung finden Sie im Anhang.',
    'Merci pour votre achat, votre règlement a bien été reçu.',
    'Pago realizado con éxito. El recibo está en tus pedidos.',
    'Pagamento riuscito! Trovi la ricevuta nella sezione ordini.',
    'Deu tudo certo com o pagamento, agora é só esperar.',
    'Оплата прошла успешно. Спасибо за покупку!',
    'تم الدفع بنجاح. شكراً لاستخدامك علي باي.',
    '付款成功，感谢您的购买',
    '訂單已完成付款，預計週四出貨，取貨期限七天。',
    '決済が完了しました。ご利用ありがとうございます。',
    '결제가 완료되었습니다. 영수증은 주문 내역에서 확인하실 수 있습니다.',
    'Thanh toán thành công. Cảm ơn bạn đã mua hàng.',
    'Three weeks in Yunnan, my Amex worked everywhere. Not one decline the whole trip.',
    'Two stars less for the colours. Scanned, paid, done.',
    'Em Xangai paguei tudo com o celular e foi tranquilo.',
    'ชำระเงินสำเร็จ ขอบคุณที่ใช้บริการ',
    'Transakcja zakończona powodzeniem. Zamówienie zapisaliśmy.',
  ])('%s', (text) => expect(isAllWell(text, trouble)).toBe(true));

  it.each([
    'Your code for the ride is 4417. Do not share it with anyone.',
    '【滴滴】验证码 882913，请勿泄露给他人',
    'رمز التحقق الخاص بك في تطبيق كريم هو 4417. لا تشاركه مع أي شخص.',
    'รหัสยืนยันสำหรับเข้าสู่ระบบ LINE ของคุณคือ 720518 ห้ามบอกผู้อื่น',
  ])('a code of another service: %s', (text) => expect(isAllWell(text, trouble)).toBe(true));
});

describe('not all went well', () => {
  it.each([
    'Payment successful at the bank, but the shop says unpaid',
    'The payment was successful and then it was charged twice',
    'Is my payment successful?',
    'The second try worked fine, the first one failed',
    'This order has already been paid successfully',
    '付款成功，但是商家没收到',
    '支付成功了吗？',
    'Zahlung erfolgreich, Betrag aber doppelt abgebucht',
    'no problem with the balance, the card was declined',
    'El pago no se ha realizado con éxito',
    '결제가 완료되었는데 또 결제하라고 나와요',
    'the code 4417 I typed was wrong, I told nobody',
    'The code expires in 5 minutes',
    'we went to the park',
    'La carte marche partout ailleurs, il veut une photo de mon passeport',
    'It worked everywhere last year, now the app asks for my passport',
    'The card was never refused; the app says the account is in restricted mode',
    'El SMS dice compra aprobada. La pantalla dice que sigo debiendo.',
    'weet niet of de betaling gelukt is',
    '红叉是假的，账单显示支付成功',
    '帳單顯示交易成功，頁面卻還叫我付',
  ])('%s', (text) => expect(isAllWell(text, trouble)).toBe(false));

  it('a long text tells more than one thing', () =>
    expect(isAllWell(`Payment successful. ${'We went on. '.repeat(50)}`, trouble)).toBe(false));
});
