import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeGate, packKeys, unpackKeys } from '../../lib/detect/gate.ts';
import { packAnchors } from '../../lib/library/gate.ts';
import { gate, gateTable, library, reader } from './shipped.ts';

describe('packed keys', () => {
  it('come out as they went in', () => {
    const keys = fc
      .uniqueArray(fc.integer({ min: 0, max: (1 << 25) - 1 }), { maxLength: 300 })
      .map((list) => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(keys, (list) => void expect(unpackKeys(packKeys(list))).toEqual(list)),
      { numRuns: 300 },
    );
    const many = [...Array(5000).keys()].map((key) => key * 3 + (key % 2));
    expect(unpackKeys(packKeys(many))).toEqual(many);
  });

  it('of none are none', () => {
    expect(unpackKeys(packKeys([]))).toEqual([]);
  });
});

describe('a gate', () => {
  const one = makeGate({ ...gateTable, ...packAnchors(['拒绝', '余额不足', 'decl']) });

  it.each(['银行拒绝', '餘 額 不 足', 'DECLINED', '已拒 绝'])('lets %j through', (text) => {
    expect(one.touches(text)).toBe(true);
  });

  it.each(['', '关闭', '拒', '余额', 'dec', 'a'])('keeps %j out', (text) => {
    expect(one.touches(text)).toBe(false);
  });

  it('tells where anchors stand, and no more places than asked for', () => {
    const text = '关闭 或 拒绝 余额 不足';
    expect(one.spansIn(text, 9).map(([start, end]) => text.slice(start, end))).toEqual(['拒绝', '余额 不足']);
    expect(one.spansIn('拒绝'.repeat(100), 7)).toHaveLength(7);
  });

  it('has each anchor once', () => {
    expect(packAnchors(['拒绝', 'decl', '拒绝', 'decl']).anchors).toEqual(packAnchors(['拒绝', 'decl']).anchors);
  });
});

describe('the shipped gate', () => {
  it('keeps most of what healthy pages say out', () => {
    const through = library.everyday.filter((text) => gate.touches(text));
    expect(through.length, through.join(' | ')).toBeLessThan(library.everyday.length / 15);
  });

  it('lets each code through, as the page prints it', () => {
    const lost = library.codes.codes.map(({ code }) => code).filter((code) => !gate.touches(`错误码：${code}`));
    expect(lost).toEqual([]);
  });

  it.each([
    '错误码',
    '错误代码',
    '錯誤碼',
    '錯誤代碼',
    '异常码',
    '異常碼',
    '返回码',
    '响应码',
    '状态码',
    '原因码',
    '错误编号',
    'Error code',
    'error codes',
    'errorCode',
    'err_code',
    'error-code',
    'reason code',
    'ReasonCode',
    'resultStatus',
    'bizErrorCode',
    'causeCode',
    'sub_code',
    'subCode',
  ])('lets an unknown code through behind %j, as the code reader does', (words) => {
    const text = `${words}：QX77_ZZ`;
    expect(reader.codes(text).map((one) => one.code)).toEqual(['QX77_ZZ']);
    expect(gate.touches(text)).toBe(true);
  });

  it.each([
    'ALI98765',
    'ALIN98765',
    'ALIP7',
    'ACQ.QUITE_UNKNOWN',
    'isv.quite-unknown',
    'aop.unknown-thing',
    'aop.missing-thing',
    'isp.system-busy',
    'isp.internal-error',
    '(ALI 77)',
    'ＡＬＩＮ１２３４',
  ])('lets the unknown code %j through by its form', (text) => {
    expect(reader.codes(text)).toHaveLength(1);
    expect(gate.touches(text)).toBe(true);
  });

  it('has no anchor twice', () => {
    const all = unpackKeys(gateTable.anchors);
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(500);
  });
});
