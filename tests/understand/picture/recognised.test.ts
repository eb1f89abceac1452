import { describe, expect, it } from 'vitest';
import { textOfWords, wordsOfTable } from '../../../lib/understand/picture/recognised.ts';

/** A row of the engine's table: where a word stands and what it says. */
const row = (line: number, left: number, top: number, width: number, text: string, height = 20, sure = 90): string =>
  ['5', '1', '1', '1', line, '1', left, top, width, height, sure, text].join('\t');
const textOf = (...rows: string[]): string => textOfWords(wordsOfTable(rows.join('\n')));

describe('the text of a picture', () => {
  it('has Chinese without the blanks of the engine, and English with them', () => {
    expect(textOf(row(1, 0, 0, 40, '付款'), row(1, 44, 0, 40, '失败'), row(1, 88, 0, 9, '，'))).toBe('付款失败，');
    expect(textOf(row(1, 0, 0, 60, 'Card'), row(1, 66, 0, 60, 'declined'))).toBe('Card declined');
  });

  it('puts a sentence of two lines together, and keeps apart what stands apart', () => {
    const rows = [
      row(1, 100, 0, 200, '订单信息'),
      row(2, 100, 100, 200, '暂不支持'),
      row(3, 110, 130, 180, '该银行卡'),
    ];
    expect(textOf(...rows)).toBe('订单信息\n\n暂不支持\n该银行卡');
  });

  it('keeps the name of a field and its value apart, and a message that lies over them together', () => {
    const rows = [
      row(1, 0, 0, 80, '金额'),
      row(1, 200, 0, 200, '付款失败请'),
      row(1, 600, 0, 90, '¥12.00'),
      row(2, 200, 32, 200, '更换银行卡'),
    ];
    expect(textOf(...rows)).toContain('付款失败请\n更换银行卡');
    expect(textOf(...rows)).toContain('金额\n\n');
  });

  it('keeps a word of the dictionary beside believed ones, and no short piece of doubtful ones', () => {
    expect(textOf(row(1, 0, 0, 200, '身份验证未'), row(1, 204, 0, 40, '完成', 20, 6))).toBe('身份验证未完成');
    expect(textOf(row(1, 0, 0, 200, '身份验证未'), row(1, 204, 0, 40, '一一', 20, 6))).toBe('身份验证未');
    const specks = [row(1, 0, 0, 9, '人', 20, 45), row(1, 12, 0, 9, '1', 20, 53), row(1, 24, 0, 9, '』', 20, 60)];
    expect(textOf(...specks, row(2, 0, 26, 200, '二级商户账户异常'))).toBe('二级商户账户异常');
  });

  it('leaves out specks and words that the engine does not believe', () => {
    expect(textOf(row(1, 0, 0, 9, '|'), row(2, 0, 90, 60, '失败'), row(3, 0, 300, 60, 'MEHR', 20, 5))).toBe('失败');
    expect(textOf('4\t1\t1\t1\t1\t0\t0\t0\t9\t9\t-1\t', '')).toBe('');
  });
});
