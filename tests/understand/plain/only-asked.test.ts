/** Questions before paying report nothing; questions about a failure do. */
import { describe, expect, it } from 'vitest';
import { isOnlyAsked, isOnlyBlame } from '../../../lib/understand/plain/only-asked.ts';
import { readLibrary } from '../../../lib/library/read.ts';
import { compileDetectTable } from '../../../lib/library/compile.ts';
import { shippedReaders } from '../../../scripts/shipped-readers.ts';

const trouble = new RegExp(compileDetectTable(readLibrary()).places.trouble, 'i');
const { lookup } = shippedReaders();

const BEFORE = [
  'Cara verifikasi paspor di Alipay gimana ya? Belum berangkat, mau siap-siap dulu',
  'What is the monthly limit for foreign cards on Alipay?',
  'Do I have to verify my passport before my trip?',
  '请问用支付宝前要不要先认证护照？',
  '外国银行卡一年能付多少钱？下个月去上海旅游',
  'アリペイの1回の限度額はいくらですか。来月旅行に行きます。',
  '여행 전에 알리페이 본인 인증을 해야 하나요?',
  'Faut-il vérifier son passeport avant de partir ?',
  'Muss ich vor der Reise meinen Pass bestätigen?',
  '¿Qué tarjetas acepta Alipay? Viajo en mayo.',
  'Какой годовой лимит у иностранной карты?',
  'هل يجب توثيق جواز السفر قبل السفر؟',
  'ต้องยืนยันตัวตนก่อนไปจีนเดือนหน้าไหมคะ',
];
const AFTER = [
  'Why does it want my passport now?',
  'My payment is stuck on pending, should I pay again?',
  'alipay says I used up my yearly quota???',
  'it wants me to verify my passport b4 i can pay??',
  '卡里多了一笔待入账，要再付吗',
  '支付宝说要实名，怎么办？',
  '限度額を超えましたと出ました。どうすればいいですか',
  'No pasa, ¿qué hago?',
  'Zahlung abgelehnt, liegt das an der Bank?',
  'payment declined. What limit is that?',
];

describe('a question before anything was paid', () => {
  it.each(BEFORE)('reports nothing: %s', (text) => {
    expect(isOnlyAsked(text, trouble)).toBe(true);
    expect(lookup(text)).toEqual([]);
  });

  it.each(AFTER)('is none where something happened: %s', (text) => {
    expect(isOnlyAsked(text, trouble)).toBe(false);
  });

  it('is none where a printed code is asked about', () => {
    expect(lookup('What does ALIN10146 mean?').length).toBeGreaterThan(0);
  });
});

describe('a guess at who is to blame', () => {
  it.each([
    "I think it's my bank's fault.",
    'Ich glaube, die Bank ist schuld',
    '我觉得是银行的问题',
    'думаю, виноват банк',
  ])('is no report: %s', (text) => expect(isOnlyBlame(text)).toBe(true));
  it.each(["I think it's my bank's limit", 'The bank says it is my fault: the card is blocked', 'Payment failed'])(
    'is none: %s',
    (text) => expect(isOnlyBlame(text)).toBe(false),
  );
});
