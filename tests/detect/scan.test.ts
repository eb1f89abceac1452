import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classOf, makeScan, pairKey, quadKey } from '../../lib/detect/scan.ts';
import { foldWord, variantsOf } from '../../lib/library/alphabet.ts';
import { table } from './shipped.ts';

/** What a scan for some anchors tells of a text: the anchor and the raw text it stands in. */
function scanFor(anchors: string[]): (text: string) => string[] {
  const keys = anchors.map((one) =>
    one.length === 2 ? pairKey(one.charCodeAt(0), one.charCodeAt(1)) : quadKey(one, 0),
  );
  const scan = makeScan(variantsOf(anchors), keys);
  return (text) => {
    const found: string[] = [];
    scan(text, (anchor, start, end) => void found.push(`${anchors[anchor]} ${text.slice(start, end)}`));
    return found;
  };
}

describe('a scan', () => {
  const found = scanFor(['余额不足', '拒绝', 'decl', '失败']);

  it('finds anchors of four units and of two, in order of their ends', () => {
    expect(found('银行卡余额不足，银行拒绝')).toEqual(['余额不足 余额不足', '拒绝 拒绝']);
  });

  it.each([
    ['Traditional', '餘額不足', ['余额不足 餘額不足']],
    ['full width and case', 'ＤＥcl', ['decl ＤＥcl']],
    ['spaces and signs', '余 额·不\n足', ['余额不足 余 额·不\n足']],
    ['zero-width signs', '拒\u200b\u200b绝', ['拒绝 拒\u200b\u200b绝']],
  ])('folds %s on the way', (_, text, anchors) => {
    expect(found(`。${text}a`)).toEqual(anchors);
  });

  it.each(['', '余', '余额不', '额不足', '绝拒', '余额很不足', 'dec l'.repeat(0), 'de1cl'])(
    'finds nothing in %j',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );

  it('tells each place once, also when signs follow', () => {
    expect(found('拒绝！！！ 拒绝 ')).toEqual(['拒绝 拒绝', '拒绝 拒绝']);
    expect(found('失败失败')).toEqual(['失败 失败', '失败 失败']);
  });

  it('ends where the visit wants it to', () => {
    let visits = 0;
    const scan = makeScan('', [pairKey(0x62d2, 0x7edd)]);
    expect(scan('拒绝拒绝', () => ++visits === 1)).toBe(true);
    expect(visits).toBe(1);
    expect(scan('拒绝拒绝', () => void visits++)).toBe(false);
    expect(visits).toBe(3);
  });

  it('of no anchors finds none', () => {
    expect(makeScan('', [])('余额不足', () => true)).toBe(false);
  });

  it('keeps its numbers small enough to stay unboxed in browsers', () => {
    for (let unit = 0; unit < 0x10000; unit += 7) expect(classOf(unit)).toBeLessThan(1 << 12);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 8, maxLength: 8 }), (text) => {
        expect(quadKey(text, 0)).toBeLessThan(1 << 24);
        expect(pairKey(text.charCodeAt(0), text.charCodeAt(1))).toBeLessThan(1 << 30);
      }),
    );
  });
});

describe('against plain search in folded text', () => {
  const letters = fc.constantFrom(...new Set(table.words.split('\n').slice(0, 60).join('') + ' ，。ＡaB1餘額\u200b'));
  const text = fc.string({ unit: letters, maxLength: 200 });
  const anchor = fc
    .string({ unit: letters, minLength: 2, maxLength: 9 })
    .map(foldWord)
    .filter((one) => one.length >= 2)
    .map((one) => one.slice(0, one.length < 4 ? 2 : 4));

  it('misses nothing, and what it finds is there but for rare look-alikes', () => {
    let told = 0;
    let wrong = 0;
    fc.assert(
      fc.property(
        text,
        fc.uniqueArray(anchor, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 0, max: 200 }),
        (one, others, at) => {
          const folded = foldWord(one);
          const own = [folded.slice(at, at + 4), folded.slice(at + 3, at + 5)].filter(
            (run) => run.length === 4 || run.length === 2,
          );
          const anchors = [...new Set([...others, ...own])];
          const found = new Set(scanFor(anchors)(one).map((line) => line.split(' ')[0]!));
          expect(anchors.filter((run) => folded.includes(run) && !found.has(run))).toEqual([]);
          told += found.size;
          for (const run of found) if (!folded.includes(run)) wrong++;
        },
      ),
      { numRuns: 1000 },
    );
    expect(told).toBeGreaterThan(20);
    expect(wrong / told).toBeLessThan(0.01);
  });
});
