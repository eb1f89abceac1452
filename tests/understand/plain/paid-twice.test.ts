/** Paid twice and both through is paid; one that is pending, refused or never arrived leaves it open. */
import { describe, expect, it } from 'vitest';
import { isPaidTwice } from '../../../lib/understand/plain/paid-twice.ts';
import { shippedReaders } from '../../../scripts/shipped-readers.ts';

const { lookup } = shippedReaders();

describe('one order, paid twice', () => {
  it.each([
    'charged twice for one ticket, Alipay lists two successful payments and both are on my statement',
    '同一个订单付了两遍，账单里两笔都是成功',
    '同じ注文で二重に払ってしまい、2件とも完了になっています',
    '같은 주문을 두번 결제했어요 둘 다 승인이에요',
    'Doppelt bezahlt für eine Bestellung, beide Zahlungen sind gebucht',
    'Débité deux fois, les deux paiements sont confirmés',
    'Me cobraron dos veces, los dos pagos salen exitosos',
    'Paguei duas vezes, os dois pagamentos foram concluídos',
    'Pagato due volte, entrambi i pagamenti sono riusciti',
    'Списали дважды, обе операции проведены',
    'Bị trừ hai lần, cả hai đều báo thành công',
    'จ่ายซ้ำ ขึ้นสำเร็จทั้งสองรายการ',
  ])('is paid: %s', (text) => {
    expect(isPaidTwice(text)).toBe(true);
    expect(lookup(text)[0]).toMatchObject({ diagnosis: 'already-paid' });
  });

  it.each([
    'charged twice, one payment is successful, the other pending',
    'declined twice, both cards were fine',
    'I am afraid that both would be successful if I pay twice',
    'charged two times, both posted, but the shop has received nothing',
    '付款失败了两次',
    'I bought two tickets and both are confirmed',
    'Both payments failed twice',
    'booked a double room, two nights confirmed, card declined',
    'tried twice, both cards are confirmed fine by my bank',
  ])('is not told by: %s', (text) => expect(isPaidTwice(text)).toBe(false));
});
