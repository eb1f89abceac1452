import { describe, expect, it } from 'vitest';
import { reasonGiven } from '../../../lib/understand/plain/reason-given.ts';

describe('the reason that a message gives', () => {
  it.each([
    ['Card x2281 was DECLINED for $61.20. Reason: available balance too low. Call us.', 'available balance too low'],
    ['未成功。原因:境外及线上交易开关已关闭。如需使用请登录手机银行', '境外及线上交易开关已关闭'],
    ['한빛카드 승인거절\n사유: 해외결제 차단 설정 카드\n문의 1588', '해외결제 차단 설정 카드'],
    ['Zahlung abgelehnt, Grund: Karte abgelaufen', 'Karte abgelaufen'],
    ['Motivo: tarjeta no habilitada para compras en el exterior.', 'tarjeta no habilitada para compras en el exterior'],
    ['Reason: ignored. Reason: card expired', 'card expired'],
  ])('%s', (text, said) => expect(reasonGiven(text)).toBe(said));

  it.each([
    'for some reason it failed',
    'Reason: 05',
    'Reason:',
    'Treason: a film',
    `Reason: ${'very long '.repeat(20)}`,
  ])('is not given in %j', (text) => expect(reasonGiven(text)).toBeNull());
});
