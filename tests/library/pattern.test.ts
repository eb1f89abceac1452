import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPattern } from '../../lib/library/pattern.ts';
import { readLibrary } from '../../lib/library/read.ts';

const word = (literal: string, reach = 0) => ({ concept: null, literals: [literal], reach });

describe('a pattern', () => {
  it.each([
    ['支付', [word('支付')]],
    ['支付 失败', [word('支付'), word('失败')]],
    ['支付失败', [word('支付失败')]],
    ['"card was declined"', [word('card was declined')]],
    ['{card}', [{ concept: 'card', literals: [], reach: 0 }]],
    [
      '{card}{failed}',
      [
        { concept: 'card', literals: [], reach: 0 },
        { concept: 'failed', literals: [], reach: 0 },
      ],
    ],
    ['(a1|b2 c3|"d4")', [{ concept: null, literals: ['a1', 'b2 c3', '"d4"'], reach: 0 }]],
    [
      '{card} ... {failed}',
      [
        { concept: 'card', literals: [], reach: 0 },
        { concept: 'failed', literals: [], reach: 1 },
      ],
    ],
    [
      '{card}...{failed}',
      [
        { concept: 'card', literals: [], reach: 0 },
        { concept: 'failed', literals: [], reach: 1 },
      ],
    ],
    ['{card} & 失败', [{ concept: 'card', literals: [], reach: 0 }, word('失败', 2)]],
    ['  a1   b2  ', [word('a1'), word('b2')]],
    ['( a1 | b2 )', [{ concept: null, literals: ['a1', 'b2'], reach: 0 }]],
  ])('%j is read', (pattern, slots) => {
    expect(readPattern(pattern)).toEqual(slots);
  });

  it.each([
    ['', 'ends without a word'],
    ['   ', 'ends without a word'],
    ['... 失败', '"..." needs a word before it'],
    ['& 失败', '"&" needs a word before it'],
    ['支付 ...', 'ends without a word'],
    ['支付 &', 'ends without a word'],
    ['支付 ... ... 失败', '"..." needs a word before it'],
    ['支付 ... & 失败', '"&" needs a word before it'],
    ['(a1||b2)', 'empty alternative'],
    ['(a1|)', 'empty alternative'],
    ['( )', 'empty alternative'],
    ['{card', 'cannot read "{card"'],
    ['card}', 'cannot read "}"'],
    ['{Card}', 'cannot read'],
    ['(a1|b2', 'cannot read'],
    ['a1)', 'cannot read'],
    ['"a1', 'cannot read'],
    ['((a1|b2))', 'cannot read'],
    ['()', 'cannot read'],
  ])('%j is refused, with the pattern and the reason', (pattern, reason) => {
    expect(() => readPattern(pattern)).toThrow(reason);
    expect(() => readPattern(pattern)).toThrow(`pattern "${pattern}"`);
  });

  it('is read or refused with a sentence, whatever it is', () => {
    const part = fc.oneof(
      fc.constantFrom('{card}', '(a|b)', '"a b"', '...', '&', ' ', '支付', '{', '}', '(', ')', '|', '"', '.'),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const pattern = parts.join('');
        try {
          const slots = readPattern(pattern);
          expect(slots.length).toBeGreaterThan(0);
          expect(slots[0]!.reach).toBe(0);
          for (const { concept, literals } of slots)
            expect(concept === null ? literals.length > 0 && !literals.includes('') : literals.length === 0).toBe(true);
        } catch (error) {
          expect((error as Error).message).toMatch(/^pattern "/);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the patterns of the library', () => {
  const patterns = readLibrary().diagnoses.flatMap(({ id, signals }) =>
    signals.flatMap((one) =>
      one.kind === 'family'
        ? [...one.say, ...(one.unless ?? [])].map((pattern) => [`${id}/${one.id}`, pattern] as const)
        : [],
    ),
  );

  it('are many, and all are read', () => {
    expect(patterns.length).toBeGreaterThan(400);
    for (const [rule, pattern] of patterns)
      expect(readPattern(pattern).length, `${rule}: ${pattern}`).toBeGreaterThan(0);
  });

  it('do not lose a full stop at the end of a word to a gap', () => {
    for (const [rule, pattern] of patterns)
      for (const { literals } of readPattern(pattern))
        for (const literal of literals) expect(literal, rule).not.toMatch(/\.{2,}/);
  });
});
