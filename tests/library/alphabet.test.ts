import { Converter } from 'opencc-js/cn2t';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldingOf, makeFold } from '../../lib/detect/normalise.ts';
import { foldWord, variantsOf } from '../../lib/library/alphabet.ts';
import { compileDetectTable } from '../../lib/library/compile.ts';
import { readLibrary } from '../../lib/library/read.ts';

const toTraditional = Converter({ from: 'cn', to: 't' });
const table = compileDetectTable(readLibrary());
const words = table.words.split('\n');

describe('a word of the table', () => {
  it.each([
    ['Card Declined', 'carddeclined'],
    ["couldn't", 'couldnt'],
    ['3-D Secure', '3dsecure'],
    ['ＶＩＳＡ', 'visa'],
    ['餘額不足', '余额不足'],
    ['您已取消', '你已取消'],
    ['支付宝 账户', '支付宝账户'],
    ['帐户', '账户'],
    ['échec', 'échec'],
    ['결제 실패', '결제실패'],
    ['app_id', 'appid'],
    ['カード', 'カード'],
    ['!!!', ''],
    ['', ''],
  ])('%j is %j', (word, folded) => {
    expect(foldWord(word)).toBe(folded);
  });

  it('stays the same when it is folded again', () => {
    // Of the letters that the library's words have in any form; rare ones may take two steps.
    const letter = fc.constantFrom(...new Set(table.variants + words.join('')));
    fc.assert(
      fc.property(fc.string({ unit: letter }), (text) => void expect(foldWord(foldWord(text))).toBe(foldWord(text))),
      { numRuns: 500 },
    );
  });
});

/** The units of a text as the page script folds them. */
function foldedOnPage(text: string, variants = table.variants): string {
  const { units, length } = makeFold(foldingOf(variants))(text);
  return [...units.slice(0, length)].map((unit) => String.fromCharCode(unit)).join('');
}

describe('the variants', () => {
  it('are pairs, of characters that the words use and of no others', () => {
    expect(table.variants.length % 2).toBe(0);
    const used = new Set(words.join(''));
    for (let i = 0; i < table.variants.length; i += 2)
      expect(used.has(table.variants[i + 1]!), table.variants.slice(i, i + 2)).toBe(true);
    const froms = [...Array(table.variants.length / 2).keys()].map((index) => table.variants[index * 2]!);
    expect(new Set(froms).size).toBe(froms.length);
  });

  it('make the page read each word as the library does', () => {
    expect(words.filter((word) => foldedOnPage(word) !== word)).toEqual([]);
  });

  it('make the page read Traditional, full-width and capital forms alike', () => {
    const failed = words.filter((word) => {
      const forms = [
        toTraditional(word),
        word.toUpperCase(),
        word.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
      ];
      return forms.some((form) => form.length === word.length && foldedOnPage(form) !== word);
    });
    expect(failed).toEqual([]);
  });

  it('know only what is asked for', () => {
    expect(foldedOnPage('帳Ａ', variantsOf(['支付']))).toBe('帳a');
    expect(foldedOnPage('帳', variantsOf(['账户']))).toBe('账');
    expect(variantsOf([])).toBe('');
  });
});
