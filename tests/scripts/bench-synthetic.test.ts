import { describe, expect, it } from 'vitest';
import { foldWord } from '../../lib/library/alphabet.ts';
import { makeCallersFold } from '../../bench/peers/callers-fold.ts';
import {
  ATTACKS,
  DISGUISES,
  adversarial,
  disguised,
  oneForEachDisguise,
  pageText,
  phrases,
} from '../../bench/synthetic.ts';

const list = phrases(3000);
const words = list.map(foldWord);
const hits = oneForEachDisguise(phrases(100));

const found = (text: string): number[] => {
  const folded = foldWord(text);
  return words.flatMap((word, id) => (folded.includes(word) ? [id] : []));
};

describe('synthetic phrases', () => {
  it('shorter lists are beginnings of longer ones', () => {
    expect(phrases(100)).toEqual(list.slice(0, 100));
  });

  it('are long enough to be told apart, and all differ when folded', () => {
    expect(words.filter((word) => word.length < 4)).toEqual([]);
    expect(new Set(words).size).toBe(words.length);
  });

  it('are of every kind and of many characters', () => {
    const share = (of: RegExp): number => list.filter((phrase) => of.test(phrase)).length / list.length;
    expect(share(/^[a-z][a-z0-9 ]+$/)).toBeGreaterThan(0.1);
    expect(share(/^[A-Z0-9_]+$/)).toBeGreaterThan(0.06);
    expect(share(/\p{Script=Han}/u)).toBeGreaterThan(0.65);
    expect(new Set(list.join('').match(/\p{Script=Han}/gu)).size).toBeGreaterThan(1500);
  });
});

describe('disguises', () => {
  it.each(DISGUISES)('%s reads as the same', (disguise) => {
    expect(list.filter((phrase) => foldWord(disguised(phrase, disguise)) !== foldWord(phrase))).toEqual([]);
    expect(list.some((phrase) => disguised(phrase, disguise) !== phrase)).toBe(disguise !== 'plain');
  });
});

describe('synthetic pages', () => {
  it.each([1000, 20_000])('of %i units hold the given phrases, and the same ones in every disguise', (units) => {
    const plain = pageText(units, hits);
    expect(plain).toHaveLength(units);
    const ids = hits.map((phrase) => list.indexOf(phrase));
    expect(found(plain)).toEqual(expect.arrayContaining(ids));
    for (const disguise of [...DISGUISES, 'mixed'] as const) {
      const text = pageText(units, hits, disguise);
      expect(text).toHaveLength(units);
      expect(found(text)).toEqual(expect.arrayContaining(ids));
    }
    expect(hits.filter((phrase) => pageText(units, hits, 'mixed').includes(phrase)).length).toBeLessThan(hits.length);
  });

  it('say when there is no room', () => {
    expect(() => pageText(10, hits)).toThrow('do not fit');
  });

  it.each(ATTACKS)('hostile: %s', (attack) => {
    expect(adversarial(attack, 5000, list)).toHaveLength(5000);
  });
});

describe('folding around packages', () => {
  it('gives what the library gives', () => {
    const fold = makeCallersFold();
    for (const disguise of DISGUISES)
      expect(fold(pageText(20_000, hits, disguise))).toBe(foldWord(pageText(20_000, hits, disguise)));
    expect(fold('①㈱…ＡＢＣ 銀行')).toBe(foldWord('①㈱…ＡＢＣ 銀行'));
  });
});
