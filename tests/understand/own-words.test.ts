import { describe, expect, it } from 'vitest';
import { ownWords } from '../../lib/understand/own-words.ts';

const KNOWN = 'Payment rejected by issuing bank. Please try with a different card or contact your bank.';

describe('the words of a text that decided', () => {
  it('are those of a known message that stand in it, and none that do not', () => {
    const text = 'It said: payment rejected by  issuing bank. Please try with a different card, and that was all';
    expect(ownWords(text, KNOWN)).toBe('payment rejected by issuing bank. Please try with a different card');
  });

  it('are whole words where words are set apart', () => {
    expect(ownWords('my payment reject by bank', KNOWN)).toBe('payment reject');
    expect(ownWords('刚才提示银行卡余额不足了', '您的银行卡余额不足，请更换')).toBe('银行卡余额不足');
  });

  it('are the whole text where it has next to nothing of the message', () => {
    expect(ownWords('Zahlung fehlgeschlagen', '支付失败')).toBe('Zahlung fehlgeschlagen');
    expect(ownWords('', KNOWN)).toBe('');
  });

  it('stay as they are where they were put together, and a long text takes no long time', () => {
    expect(ownWords('您的银行卡在此不支持', '银行卡 … 不支持')).toBe('银行卡 … 不支持');
    expect(ownWords('x'.repeat(5000), KNOWN)).toBe('x'.repeat(5000));
  });
});
