import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '../../lib/privacy/redact.ts';

const LIMIT = 80;
const masked = (text: string): string => redact(text, LIMIT);

describe('numbers', () => {
  it.each([
    '6222021234567890123',
    '6222 0212 3456 7890',
    '6222-0212-3456-7890',
    '6222.0212.3456',
    '13800138000',
    '+86 138 0013 8000',
    '+1-202-555-0143',
    '110101199003071234',
    '11010119900307123X',
    '２０８８１２３４１２３４',
    '2088\u200b1234\u200b1234',
    '20\u00ad88\u00ad12\u00ad34',
    '1*2*3*4',
    '12•34',
    '62  22  02  12',
    '6 2 2 2',
    '٤٤٤٤٤٤',
    '१२३४५६',
    '𝟼𝟸𝟸𝟸',
    '４４０２',
  ])('%j is masked', (number) => {
    const out = masked(`尾号 ${number} 的卡`);
    expect(out).toContain('••••');
    expect(out).not.toMatch(/\p{Nd}/u);
  });

  it.each(['¥ 9.60', '3%', '12:30', '3-D', '24 h', '2 天', '1,234'])('%j may stay', (number) => {
    expect(masked(`共 ${number} 元`)).toContain(number);
  });

  it('leaves no rest of a number at the end of the text', () => {
    for (let length = 60; length < 100; length++)
      expect(masked(`${'长'.repeat(length)}6222021234567890123`)).not.toMatch(/\d/);
  });
});

describe('addresses', () => {
  it.each([
    'someone@example.com',
    'a.b+c@mail.example.co.uk',
    'ann*@example.com',
    '名字@例子.中国',
    'ｓomeone＠example.com',
    'x@xn--fiqs8s.cn',
  ])('%s is masked', (mail) => {
    const out = masked(`账户 ${mail} 异常`);
    expect(out).toContain('•••@•••');
    expect(out).not.toMatch(/[^•\s]@|@[^•\s]/);
  });
});

describe('what cannot be seen', () => {
  it('is taken out, and what only breaks a line becomes a space', () => {
    expect(masked('支付\u202e失败\u2066。\u200b完\ufeff\u{e0041}')).toBe('支付失败。完');
    expect(masked('a\u0000b\u0007c\nd\te\u2800f')).toBe('a b c d e f');
  });
});

describe('length', () => {
  it('is kept, with an ellipsis where something was cut', () => {
    expect(masked('长'.repeat(80))).toBe('长'.repeat(80));
    expect(masked('长'.repeat(81))).toBe(`${'长'.repeat(79)}…`);
    expect(masked('')).toBe('');
    expect(masked('   ')).toBe('');
  });
});

/** Texts as a page may have them, with numbers, addresses and signs that hide between them. */
const hidden = fc.constantFrom(
  '\u200b',
  '\u200d',
  '\u202e',
  '\u2066',
  '\u00ad',
  '\ufeff',
  '\u061c',
  '\u0000',
  '\n',
  ' ',
  '  ',
  '-',
  '.',
  '*',
);
const digits = fc
  .array(fc.oneof(fc.constantFrom(...'0123456789０１２３４５６７８９٠١٢٣۴۵'), hidden), { maxLength: 40 })
  .map((parts) => parts.join(''));
const anyText = fc
  .array(
    fc.oneof(
      digits,
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.emailAddress(),
      hidden,
      fc.constantFrom('支付失败', '尾号', '@', '@a.b'),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('whatever the text', () => {
  it('no four digits in a row, no address, no direction mark and no control sign is left', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 120 }), (text, limit) => {
        const out = redact(text, limit);
        expect(out).not.toMatch(/\p{Nd}{4}/u);
        expect(out).not.toMatch(/\d(?:[\s.\-*•·]?\d){3}/);
        expect(out).not.toMatch(/[\p{L}\p{N}]@[\p{L}\p{N}-]+\.\p{L}{2,}/u);
        expect(out).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/);
        expect(out.length).toBeLessThanOrEqual(limit);
      }),
      { numRuns: 600 },
    );
  });

  it('masking twice is masking once', () => {
    fc.assert(
      fc.property(anyText, (text) => void expect(masked(masked(text))).toBe(masked(text))),
      { numRuns: 300 },
    );
  });
});
