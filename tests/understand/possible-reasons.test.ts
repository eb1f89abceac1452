/** Lists of possible reasons and reminders name no cause of this failure. */
import { describe, expect, it } from 'vitest';
import { withoutPossible } from '../../lib/understand/possible-reasons.ts';

describe('the lines of a message', () => {
  it.each([
    ['付款没成功\n常见原因:\n余额不足\n超过限额', '付款没成功'],
    ['Payment not completed. Possible reasons: no funds, card expired', 'Payment not completed.'],
    ['Zahlung nicht ausgeführt\nMögliche Gründe sind: Karte gesperrt', 'Zahlung nicht ausgeführt'],
    ['這次沒有付成\n溫馨提示:入園請帶護照', '這次沒有付成'],
    ['Оплата не прошла\nВозможные причины: лимит', 'Оплата не прошла'],
  ])('end where possible reasons begin, and have no reminders: %s', (lines, left) =>
    expect(withoutPossible(lines)).toBe(left),
  );

  it.each([
    '温馨提示:您的卡已过期',
    '温馨提示\n您的银行卡余额不足',
    'Your card has expired.\nUse another card.',
    '原因:余额不足\n请换卡',
    'Possible reasons: no funds',
    '',
  ])('stay as they are: %s', (lines) => expect(withoutPossible(lines)).toBe(lines));
});
