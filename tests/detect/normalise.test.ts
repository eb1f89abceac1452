import { describe, expect, it } from 'vitest';
import { LINE_END, isWordUnit, plainSentence, sentenceHash } from '../../lib/detect/normalise.ts';
import { knownSentences, reader } from './shipped.ts';

const { fold } = reader.matcher;

/** The folded units as text. */
function read(text: string): string {
  const { units, length } = fold(text);
  return [...units.slice(0, length)].map((unit) => String.fromCharCode(unit)).join('');
}

describe('folding', () => {
  it.each([
    ['full width', 'ＰＡＹＭＥＮＴ　ＦＡＩＬＥＤ', 'paymentfailed'],
    ['case', 'PayMent FaiLed', 'paymentfailed'],
    ['spaces and punctuation', ' 支 付-失，败。', '支付失败'],
    ['Traditional', '餘額不足，銀行卡無法付款', '余额不足银行卡无法付款'],
    ['the polite you', '您已取消支付', '你已取消支付'],
    ['zero-width signs', '支\u200b付\ufeff失\u00ad败\u2060', '支付失败'],
    ['direction marks', '\u202e支付\u202c失败', '支付失败'],
    ['control signs', '支付\u0000\u0007失败\t\n', '支付失败'],
  ])('%s does not matter', (_, text, folded) => {
    expect(read(text)).toBe(folded);
  });

  it('keeps what no pattern uses as it is, so that distances stay true', () => {
    expect(read('支付🙂失败')).toBe('支付🙂失败');
    expect(read('支付龘失败')).toBe('支付龘失败');
  });

  it('knows where each unit stood', () => {
    const text = '　支\u200b付 (ＦＡＩＬ)';
    const { at, length, raw } = fold(text);
    expect([...at.slice(0, length)].map((index) => raw[index])).toEqual(['支', '付', 'Ｆ', 'Ａ', 'Ｉ', 'Ｌ']);
  });

  it.each(['。', '！', '？', '；', '!', '?', ';', '｡', LINE_END, '. ', '.\n'])('ends a sentence at %j', (end) => {
    const { sentence, length } = fold(`支付${end}失败`);
    expect([...sentence.slice(0, length)]).toEqual([0, 0, 1, 1]);
  });

  it.each(['3.5', 'ACQ.ERROR', 'a.b.c', '，', '、', ':', ' ', '\n', '…', '/'])(
    'does not end a sentence inside or at %j',
    (inner) => {
      const { sentence, length } = fold(`支付${inner}失败`);
      expect(new Set(sentence.slice(0, length))).toEqual(new Set([0]));
    },
  );

  it('takes lone surrogates and an empty text', () => {
    expect(read('')).toBe('');
    expect(read('\ud800支\udc00')).toBe('\ud800支\udc00');
  });
});

describe('word units', () => {
  it.each(['a', 'Z', '0', 'é', 'Ａ', '９', 'ſ'])('%s belongs to a word', (sign) => {
    expect(isWordUnit(sign.charCodeAt(0))).toBe(true);
  });

  it.each(['支', ' ', '-', '。', 'я', '가', '\u200b'])('%j does not', (sign) => {
    expect(isWordUnit(sign.charCodeAt(0))).toBe(false);
  });

  it('has no word before a text or after it', () => {
    expect(isWordUnit(Number.NaN)).toBe(false);
  });
});

describe('whole sentences', () => {
  it('are the same without width, case, spaces and punctuation', () => {
    expect(plainSentence(' Ｂａｎｋ　declined! ')).toBe('bankdeclined');
    expect(sentenceHash('Bank declined')).toBe(sentenceHash('ＢＡＮＫ-declined。'));
  });

  it('stay apart in Traditional and Simplified', () => {
    expect(sentenceHash('餘額不足')).not.toBe(sentenceHash('余额不足'));
  });

  it('have names of their own: no two known ones share a hash', () => {
    const byHash = new Map<string, string>();
    for (const { text } of knownSentences) {
      const plain = plainSentence(text);
      expect(byHash.get(sentenceHash(text)) ?? plain, text).toBe(plain);
      byHash.set(sentenceHash(text), plain);
    }
    expect(byHash.size).toBeGreaterThan(200);
  });

  it('change their name with every letter', () => {
    const text = '支付被发卡行拒绝';
    const names = [...text].map((_, index) => sentenceHash([...text].toSpliced(index, 1).join('')));
    expect(new Set([...names, sentenceHash(text), sentenceHash(`${text}了`)]).size).toBe(text.length + 2);
  });
});
