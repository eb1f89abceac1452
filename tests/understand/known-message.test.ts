import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesInside, makeCopyFinder } from '../../lib/understand/known-message.ts';

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const known = [
  { diagnosis: 'funds', text: '银行卡余额不足，请更换银行卡' },
  { diagnosis: 'closed', text: '订单已关闭，请重新下单' },
  { diagnosis: 'limit', text: '超过单笔限额，请更换银行卡' },
  { diagnosis: 'bank', text: 'The payment was rejected by the issuing bank' },
];
const copiesOf = makeCopyFinder(known, plain, new Set(known.map((one) => plain(one.text)).join('') + '充'));
const first = (text: string) => copiesOf(text)[0];

describe('changes that turn a text into a part of another', () => {
  it.each([
    ['', 'abc', 0],
    ['abc', 'abc', 0],
    ['b', 'abc', 0],
    ['bc', 'abcd', 0],
    ['axc', 'abcd', 1],
    ['ac', 'abcd', 1],
    ['abxcd', 'abcd', 1],
    ['bacd', 'abcd', 1],
    ['xyz', 'abcd', 3],
    ['abc', '', 3],
  ])('%j in %j: %i', (short, long, changes) => {
    expect(changesInside(short, long)).toBe(changes);
  });

  it('are never more than the text is long, and none for any piece', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 30 }),
        fc.string({ maxLength: 40 }),
        fc.nat(40),
        fc.nat(40),
        (short, long, from, length) => {
          expect(changesInside(short, long)).toBeLessThanOrEqual(short.length);
          expect(changesInside(long.slice(from, from + length), long)).toBe(0);
        },
      ),
    );
  });

  it('are counted no further than asked, and rightly until there', () => {
    const few = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 14 });
    fc.assert(
      fc.property(few, few, fc.nat(6), (short, long, most) => {
        const [all, bounded] = [changesInside(short, long), changesInside(short, long, most)];
        if (all <= most) expect(bounded).toBe(all);
        else expect(bounded).toBeGreaterThan(most);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a copy', () => {
  it.each([
    ['misread', '银行卡佘额不足，请更换银衍卡', 'funds'],
    ['mistyped', '订单关已闭请重新下单', 'closed'],
    ['cut', '闭，请重新下', 'closed'],
    ['inside more text', '刚才付款的时候说订单已关闭，请重新下单，怎么办啊', 'closed'],
    ['of letters', 'teh payment was rejectd by issuing bank', 'bank'],
  ])('is found: %s', (_, text, diagnosis) => {
    expect(first(text)?.diagnosis).toBe(diagnosis);
  });

  it.each(['', '卡', '请更换', '今天天气很好我们去公园散步', 'the quick brown fox jumps over the dog', '银行'])(
    'is not found in %j',
    (text) => {
      expect(copiesOf(text)).toEqual([]);
    },
  );

  it('cut from what several messages say may be of any of them', () => {
    expect(
      copiesOf('请更换银行卡')
        .map((one) => one.diagnosis)
        .sort(),
    ).toEqual(['funds', 'limit']);
  });

  it('with a word of another meaning is marked', () => {
    expect(first('银行卡余额充足，请更换银行卡')).toMatchObject({ diagnosis: 'funds', otherwise: true });
    expect(first('银行卡余额丕足，请更换银行卡')).toMatchObject({ diagnosis: 'funds', otherwise: false });
  });

  it('is judged in a bounded number of steps', () => {
    expect(() => copiesOf('银行卡余额不足'.repeat(2000))).not.toThrow();
  });
});
