/** The payment glossary as it is written, and what its compiler refuses. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { foldWord } from '../../lib/library/alphabet.ts';
import { compileGlossary, glossaryFile, type GlossaryFile, termsOf } from '../../lib/library/glossary.ts';

const text = readFileSync(new URL('../../lib/library/payment-glossary.json', import.meta.url), 'utf8');
const file = glossaryFile.parse(JSON.parse(text)) as GlossaryFile;

describe('the payment glossary', () => {
  it('has at least 800 terms with short English words', () => {
    expect(termsOf(file).length).toBeGreaterThanOrEqual(800);
    for (const [term, meaning] of termsOf(file)) expect(meaning.split(' ').length, term).toBeLessThanOrEqual(8);
  });

  it('writes no term twice, also not in another group or as a variant', () => {
    // JSON keeps the last of two equal keys and says nothing, so the text itself is counted.
    const written = [...text.matchAll(/"(\p{Script=Han}+)"/gu)].map((one) => foldWord(one[1]!));
    expect(written.length).toBe(termsOf(file).length + file.silent.length);
    expect(new Set(written).size).toBe(written.length);
  });

  it('is refused with terms that read as the same, in other letters, or too few', () => {
    expect(() => compileGlossary({ silent: [], bare: { 账户: 'account' }, more: { 帳戶: 'account' } })).toThrow(
      'payment-glossary.json: 账户 and 帳戶 read as the same',
    );
    expect(glossaryFile.safeParse({ ...file, more: { abc: 'account' } }).success).toBe(false);
    expect(glossaryFile.safeParse({ ...file, more: { 某某: '<b>' } }).success).toBe(false);
    expect(glossaryFile.safeParse({ silent: [], bare: { 失败: 'failed' } }).success).toBe(false);
  });
});
