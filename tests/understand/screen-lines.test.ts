import { describe, expect, it } from 'vitest';
import { messageLines } from '../../lib/understand/screen-lines.ts';

const TROUBLE = /不|冻结|declin/i;

describe('the message among the lines of a screen', () => {
  it('is what tells of trouble, and whole sentences', () => {
    const screen =
      '15:16\n5G 41%\n支付宝收银台\n\nFamily Mart\n该银行卡已被冻结\n如有需要请联系发卡银行客服进行咨询处理谢谢\n确认付款';
    expect(messageLines(screen, TROUBLE)).toBe('该银行卡已被冻结\n如有需要请联系发卡银行客服进行咨询处理谢谢');
    expect(messageLines('付款失败\n已经扣款\n返回\n订单 3', /失败/)).toBe('付款失败\n已经扣款');
    expect(messageLines('Pay\nDeclined\nVisa 4242\nOK', TROUBLE)).toBe('Declined');
  });

  it('is the whole text where that is no screen, or says nothing', () => {
    expect(messageLines('Visa\nDeclined', TROUBLE)).toBe('Visa\nDeclined');
    expect(messageLines('Pay\nVisa 4242\nStore', TROUBLE)).toBe('Pay\nVisa 4242\nStore');
    expect(messageLines('', TROUBLE)).toBe('');
  });

  it('is no button: one that offers to cancel or to close does not say that it was done', () => {
    expect(messageLines('收银台\n金额\n\n取消\n立即付款', TROUBLE)).toBe('收银台\n金额\n立即付款');
    expect(messageLines('Cancel\n\nGot it', TROUBLE)).toBe('');
    expect(messageLines('付款已取消\n\n取消\n\n确定', TROUBLE)).toBe('付款已取消');
    expect(messageLines('取消', TROUBLE)).toBe('取消');
  });
});
