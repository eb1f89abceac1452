import { describe, expect, it } from 'vitest';
import { isCodeShape, isUnknownCodeShape } from '../../lib/privacy/code-shape.ts';
import { library, reader } from '../detect/shipped.ts';

describe('the shape of a code', () => {
  it('is that of every code of the library', () => {
    expect(library.codes.codes.map((one) => one.code).filter((code) => !isCodeShape(code))).toEqual([]);
  });

  it.each([
    'ALI64',
    'ALIN10146',
    'QX77120',
    'NEW_UNKNOWN_CODE',
    'ACQ.NEW_CODE',
    'isv.something-new',
    'E0012',
    '40004',
    'C6-1011',
    'new-error',
  ])('is that of %s, which the library may not know', (code) => expect(isUnknownCodeShape(code)).toBe(true));

  it.each([
    '',
    'x'.repeat(65),
    '13800138000',
    '4000056655665556',
    '138001',
    'T200P2088123412341234',
    'E12345678',
    'AB123456',
    'evil.example',
    'www.evil.example',
    'someone@example.com',
    'john.smith',
    'ACQ.CALL_1800_5550199',
    'ISV.evil.example',
    'John',
    'Zhang_Wei',
    'John-Smith',
    'a/b',
    'a b',
    '张三',
    '<b>',
    '１３８',
    '+86',
    'SIGN',
    'ALI138001380001',
  ])('is not that of %j', (token) => expect(isUnknownCodeShape(token)).toBe(false));
});

describe('what stands behind "error code" on a page', () => {
  it.each([
    '4000 0566 5566 5556',
    '4000-0566-5566-5556',
    '138 0013 8000',
    '138-0013-8000',
    '800-555-0199',
    '1 800 555 0199',
    '(800) 555 0199',
    'john.smith@example.com',
    'john@example.com',
    'evil.example',
    'https://evil.example/a',
    'evil.example/call',
    'John Smith',
    'ZHANG WEI',
    'E12345678',
    'G12345678',
    '110101199003071234',
    '11010119900307123X',
    '6222 02',
    '４０００ ０５６６',
    'ALI138 0013 8000',
    'ISV.evil.example',
    'ACQ.CALL_1800_5550199',
    '+1 800 555 0199',
    'wei_zhang@example.com',
    'AB123456',
    'QX77120 4455',
    'user:secret',
  ])('%j is not kept as one', (text) => {
    for (const anchor of ['错误码：', 'error code: ', '返回码 '])
      expect(
        reader.codes(`${anchor}${text}`).map((one) => one.code),
        anchor,
      ).toEqual([]);
  });
});
