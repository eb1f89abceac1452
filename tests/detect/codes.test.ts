import { describe, expect, it } from 'vitest';
import { type CodeFound, makeCodeReader } from '../../lib/detect/codes.ts';
import { library, reader, verdictOn } from './shipped.ts';

const { codes, families, noFailures } = library.codes;
const read = (text: string, typed = false): CodeFound[] => reader.codes(text, { typed });
const codesIn = (text: string, typed = false): string[] => read(text, typed).map((one) => one.code);

/** Bracketed marks such as (6) are no word that could stand behind a colon. */
const printable = codes.filter(({ code }) => /^[A-Za-z0-9]/.test(code) && code.length > 1);

describe('every code of the library', () => {
  it.each(printable.map(({ code, diagnosis, certainty }) => [code, diagnosis, certainty]))(
    '错误码：%s',
    (code, diagnosis, certainty) => {
      const text = `错误码：${code}`;
      expect(read(text)).toEqual([{ code, diagnosis, certainty, known: true }]);
      const verdict = verdictOn(text);
      expect(verdict).toMatchObject({ diagnosis, code });
      expect(verdict!.certainty).toBe(diagnosis === 'unknown-failure' ? 'unsure' : certainty);
      expect(verdict!.evidence[0]).toMatchObject({ kind: 'code', rule: `code/${code}`, quote: code });
    },
  );

  it('is nearly all of them', () => {
    expect(codes.filter((one) => !printable.includes(one)).map((one) => one.code)).toEqual(['4', '(6)']);
    expect(codesIn('人气太旺啦，稍候再试 (6)')).toEqual(['(6)']);
    expect(codesIn('共 (6) 件')).toEqual([]);
  });

  it.each([
    ['错误代码 {}'],
    ['错误码:{}'],
    ['错误码：「{}」'.replace(/[「」]/g, '')],
    ['錯誤碼：{}'],
    ['错误码（{}）'],
    ['error code: {}'],
    ['Error Code {}'],
    ['errorCode={}'],
    ['"errorCode": "{}"'],
    ['error_code: {}'],
    ['返回码为{}'],
    ['响应码是{}'],
    ['sub_code: {}'],
    ['reason code - {}'],
    ['错误码 ：  {}。'],
  ])('is read in %j', (form) => {
    const missed = printable.filter(({ code }) => !codesIn(form.replace('{}', code)).includes(code));
    expect(missed.map((one) => one.code)).toEqual([]);
  });

  it('is read typed alone, in any case, with spaces or hyphens for joints', () => {
    const bare = (code: string) => code.replace(/^ACQ\./, '');
    const isOwn = (code: string) => code === bare(code) || !codes.some((one) => one.code === bare(code));
    const forms = (code: string) => [
      code,
      code.toLowerCase(),
      ` ${code}. `,
      `(${code})`,
      code.replace(/_/g, ' '),
      ...(isOwn(code) ? [bare(code).toLowerCase().replace(/_/g, ' ')] : []),
    ];
    const sameDiagnosis = (form: string, diagnosis: string) =>
      read(form, true).some((one) => one.diagnosis === diagnosis);
    const missed = printable.flatMap(({ code, diagnosis }) =>
      forms(code)
        .filter((form) => !sameDiagnosis(form, diagnosis))
        .map((form) => `${code}: ${form}`),
    );
    expect(missed).toEqual([]);
  });
});

describe('cashier codes', () => {
  it.each([
    ['ALI64', 'ALI64'],
    ['ALI 64', 'ALI64'],
    ['ALI-64', 'ALI64'],
    ['ＡＬＩ６４', 'ALI64'],
    ['(ali64)', 'ALI64'],
    ['（ali64）', 'ALI64'],
    ['【ali 64】', 'ALI64'],
    ['错误码：ali64', 'ALI64'],
    ['ALIN10146', 'ALIN10146'],
    ['ALIN1O146', 'ALIN10146'],
    ['ALIN lOl46', 'ALIN10146'],
    ['ALIN-10146', 'ALIN10146'],
    ['人气太旺啦，稍候再试。(ALIN10146)', 'ALIN10146'],
    ['系统有点忙(ALI38173)', 'ALI38173'],
  ])('%s reads as %s', (printed, code) => {
    expect(codesIn(printed)).toEqual([code]);
    expect(read(printed)[0]!.known).toBe(true);
  });

  it.each([
    ['AL164', 'ALI64'],
    ['A1I64', 'ALI64'],
    ['ALl64', 'ALI64'],
    ['[al164]', 'ALI64'],
    ['A1IN10I46', 'ALIN10146'],
  ])('%s was misread from a screenshot and reads as %s; a page prints it right', (misread, code) => {
    expect(codesIn(misread, true)).toContain(code);
    expect(codesIn(misread)).toEqual([]);
  });

  it.each(['ali64', 'alin 1O146', 'al164', 'Ali64'])('%s counts when it was typed', (typed) => {
    expect(codesIn(typed, true)).toHaveLength(1);
    expect(read(typed, true)[0]!.known).toBe(true);
  });

  it.each(['ali64', '联系 ali64 客服', 'my name is ali 64'])('%s may be a name where it stands in a text', (text) => {
    expect(codesIn(text)).toEqual([]);
  });

  it.each(['ALIPAY', 'ALIEXPRESS', 'ALIBABA 2024', 'XALI64', 'ALI64X', 'ALIOOO', 'ALI 2024 年', 'ALL1', 'AIL'])(
    '%s is none',
    (text) => {
      const found = read(text).filter((one) => one.known);
      expect(found).toEqual([]);
    },
  );
});

describe('unknown codes', () => {
  it('of a known family are unsure at most, and are shown', () => {
    for (const [code, diagnosis] of [
      ['ACQ.BUYER_WALLET_BALANCE_NOT_ENOUGH', 'insufficient-funds'],
      ['ALIN99999', 'merchant-integration-error'],
      ['isv.something-new', 'merchant-integration-error'],
      ['isp.something-new', 'service-unavailable'],
      ['ACQ.ORDER_HAS_PAID', 'already-paid'],
      ['CARD_IS_FROZEN', 'card-blocked-by-bank'],
    ] as const) {
      const text = `错误码：${code}`;
      expect(read(text), code).toEqual([{ code, diagnosis, certainty: 'unsure', known: false }]);
      expect(verdictOn(text), code).toMatchObject({ diagnosis, certainty: 'unsure', code });
    }
  });

  it('of no family are an unknown failure with the code', () => {
    expect(read('错误码：QX77120')).toEqual([{ code: 'QX77120', diagnosis: null, certainty: 'unsure', known: false }]);
    expect(verdictOn('错误码：QX77120')).toMatchObject({
      diagnosis: 'unknown-failure',
      certainty: 'unsure',
      code: 'QX77120',
    });
  });

  it('have families that are all unsure', () => {
    expect(families.filter((one) => one.certainty !== 'unsure').map((one) => one.id)).toEqual([]);
  });

  it('count only behind an anchor or as what only Alipay prints', () => {
    expect(codesIn('QX77120')).toEqual([]);
    expect(codesIn('NEW_UNKNOWN_CODE')).toEqual([]);
    expect(codesIn('(QX77120)')).toEqual([]);
    expect(codesIn('ACQ.NEW_UNKNOWN_CODE')).toEqual(['ACQ.NEW_UNKNOWN_CODE']);
    expect(codesIn('ALI777777')).toEqual(['ALI777777']);
  });

  it('are not words of a sentence about codes', () => {
    for (const text of [
      'Error code list',
      'error code is shown below',
      'the error code and its meaning',
      '错误码 说明',
      '错误代码见下表',
      'Error code or message',
    ])
      expect(codesIn(text), text).toEqual([]);
  });
});

describe('what is no failure', () => {
  it.each(noFailures)('%s gives nothing', (code) => {
    for (const text of [`错误码：${code}`, `resultStatus=${code}`, `error code: ${code.toUpperCase()}`, `(${code})`]) {
      expect(codesIn(text), text).toEqual([]);
      expect(verdictOn(text), text).toBeNull();
    }
    expect(codesIn(code, true)).toEqual([]);
  });
});

describe('what is personal', () => {
  const personal = [
    '2026112222001412341234567890',
    '13800138000',
    '+8613800138000',
    '6222021234567890123',
    '110101199003071234',
    'someone@example.com',
    '4000056655665556',
    'T200P2088123412341234',
    '20881234123412341',
    '1234567',
  ];

  it.each(personal)('%s is never taken for a code', (token) => {
    for (const text of [
      `错误码：${token}`,
      `错误码 ${token}`,
      `error code: ${token}`,
      `(${token})`,
      `订单号 ${token}`,
      `交易号：${token}`,
      token,
    ]) {
      for (const typed of [false, true]) expect(codesIn(text, typed), text).toEqual([]);
    }
  });

  it('is never part of a code either', () => {
    for (const text of [
      'errorCode=ERR2026112222001412341234',
      '错误码：ORDER_2026112222001412',
      'error code: user.2088123412341234',
      '错误码：a@example.com',
    ])
      expect(codesIn(text).join(' '), text).not.toMatch(/\d{9}|@/);
  });

  it('leaves card tails in brackets alone', () => {
    for (const text of ['Visa (4402)', '信用卡（7735）', '银行卡 [1234]', '尾号(5000)', '余额(6001)'])
      expect(codesIn(text), text).toEqual([]);
  });
});

describe('the reader', () => {
  it('gives each code once, in the order of its kinds, and reads no farther than a message goes', () => {
    expect(codesIn('错误码：ALI64，再次 ALI64 (ALI64)')).toEqual(['ALI64']);
    expect(codesIn(`${'x '.repeat(2500)}错误码：ALI64`)).toEqual([]);
  });

  it('prefers the longer code of two that begin alike', () => {
    expect(codesIn('错误码：ACQ.BUYER_BANKCARD_BALANCE_NOT_ENOUGH')).toEqual(['ACQ.BUYER_BANKCARD_BALANCE_NOT_ENOUGH']);
    expect(codesIn('错误码：ALIN10146')).toEqual(['ALIN10146']);
  });

  it('does not keep the joints of a sentence', () => {
    expect(codesIn('错误码：SYSTEM_ERROR.')).toEqual(['SYSTEM_ERROR']);
    expect(codesIn('Error code: ILLEGAL_SIGN- please')).toEqual(['ILLEGAL_SIGN']);
  });

  it('works from any table', () => {
    const own = makeCodeReader({
      codes: { 'likely card-expired': 'X1|Y2' },
      codeFamilies: [{ pattern: '^Z', diagnosis: 'order-closed', certainty: 'unsure' }],
      noFailures: ['OK1'],
    });
    expect(
      own('错误码：X1 错误码：Y2 错误码：Z9 错误码：OK1').map(({ code, diagnosis }) => `${code} ${diagnosis}`),
    ).toEqual(['X1 card-expired', 'Y2 card-expired', 'Z9 order-closed']);
  });
});
