import { describe, expect, it } from 'vitest';
import { type Match, makeMatcher, makeWordSearch } from '../../lib/detect/match.ts';
import { foldingOf } from '../../lib/detect/normalise.ts';
import { foldWord, variantsOf } from '../../lib/library/alphabet.ts';
import { placeAnchors } from '../../lib/library/anchors.ts';
import { readPattern } from '../../lib/library/pattern.ts';
import { table } from './shipped.ts';

type MatcherTable = Parameters<typeof makeMatcher>[0];

/** A matcher of a few patterns of literals, compiled by hand. */
function matcherOf(families: Record<string, { say: string[]; unless?: string[] }>) {
  const words: string[] = [];
  const concepts: number[][] = [];
  const numbers = new Map<string, number>();
  const compile = (pattern: string) =>
    readPattern(pattern).map(({ literals, reach }) => {
      const key = literals.join('|');
      const concept = numbers.get(key) ?? numbers.size;
      numbers.set(key, concept);
      for (const literal of literals) {
        const word = foldWord(literal);
        if (!words.includes(word)) concepts[words.push(word) - 1] = [];
        const list = concepts[words.indexOf(word)]!;
        if (!list.includes(concept)) list.push(concept);
      }
      return { concept, reach };
    });
  const compiled = Object.entries(families).map(([rule, { say, unless = [] }]) => ({
    rule,
    diagnosis: rule,
    certainty: 'likely' as const,
    alone: true,
    rank: 0,
    say: say.map(compile),
    unless: unless.map(compile),
  }));
  return makeMatcher({
    variants: variantsOf(words),
    words: words.join('\n'),
    anchorPlaces: placeAnchors(words),
    concepts,
    families: compiled,
  } satisfies MatcherTable);
}

const quoted = (text: string, matches: Match[], matcher: ReturnType<typeof matcherOf>) => {
  const { raw, at } = matcher.fold(text);
  return matches.map(({ parts }) => parts.map(([start, end]) => raw.slice(at[start]!, at[end - 1]! + 1)));
};

describe('words', () => {
  const matcher = matcherOf({ one: { say: ['pay'] }, two: { say: ['支付'] } });
  const found = (text: string) => matcher.find(text).matches.map((match) => match.family.rule);

  it.each(['pay', 'PAY!', 'to-pay.', 'ｐａｙ', '付pay支'])('finds the whole word in %j', (text) => {
    expect(found(text)).toEqual(['one']);
  });

  it.each(['payment', 'repay', 'pay2', 'épay', 'ｐａｙｅｒ'])('finds no word inside another in %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('finds Han words anywhere, also with signs between', () => {
    expect(found('请支-付吧')).toEqual(['two']);
    expect(found('支，付')).toEqual(['two']);
  });

  it.each(['开支。付清', '开支！付清', '开支\u2028付清', 'p. ay'])(
    'finds no word over the end of a sentence in %j',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );

  it('gives a text without words no match', () => {
    expect(matcher.find('nothing here').matches).toEqual([]);
    expect(matcher.find('').matches).toEqual([]);
    expect(matcher.find('p').matches).toEqual([]);
  });
});

describe('patterns', () => {
  it('lets words that follow closely stand a few characters apart', () => {
    const matcher = matcherOf({ one: { say: ['支付 失败'] } });
    expect(matcher.find('支付12345失败').matches).toHaveLength(1);
    expect(matcher.find('支付123456失败').matches).toHaveLength(0);
    expect(matcher.find('失败支付').matches).toHaveLength(0);
  });

  it('gives alphabetic words more room', () => {
    const matcher = matcherOf({ one: { say: ['payment failed'] } });
    expect(matcher.find('payment of the 4th has failed').matches).toHaveLength(1);
    expect(matcher.find('payment was tried by many people and failed').matches).toHaveLength(0);
  });

  it('lets a gap reach through the sentence and not beyond', () => {
    const matcher = matcherOf({ one: { say: ['支付 ... 失败'] } });
    expect(matcher.find(`支付${'零'.repeat(90)}失败`).matches).toHaveLength(1);
    expect(matcher.find(`支付${'零'.repeat(91)}失败`).matches).toHaveLength(0);
    expect(matcher.find('支付。失败').matches).toHaveLength(0);
    expect(matcher.find('支付\u2028失败').matches).toHaveLength(0);
  });

  it('takes both orders where both are meant, and never one word twice', () => {
    const matcher = matcherOf({ one: { say: ['护照 & 护照号'] } });
    expect(matcher.find('护照号').matches).toHaveLength(0);
    expect(matcher.find('护照号和护照').matches).toHaveLength(1);
    expect(matcher.find('护照的护照号').matches).toHaveLength(1);
  });

  it('tries further words when the first does not fit', () => {
    const matcher = matcherOf({ one: { say: ['支付 失败'] } });
    expect(
      quoted('支付方式。请支付。支付又失败', matcher.find('支付方式。请支付。支付又失败').matches, matcher),
    ).toEqual([['支付', '失败']]);
  });

  it('shares one character between two Han words, and none between alphabetic ones', () => {
    expect(matcherOf({ one: { say: ['卡已 已过期'] } }).find('卡已过期').matches).toHaveLength(1);
    expect(matcherOf({ one: { say: ['card"d d"expired'] } }).find('cardexpired').matches).toHaveLength(0);
  });

  it('reports parts in reading order, with their number and weight', () => {
    const matcher = matcherOf({ one: { say: ['card & 失败'] } });
    const [match] = matcher.find('失败: card').matches;
    expect(match).toMatchObject({
      start: 0,
      end: 6,
      slots: 2,
      weight: 2 * 3 + 4,
      parts: [
        [0, 2],
        [2, 6],
      ],
    });
  });
});

describe('taking back', () => {
  const matcher = matcherOf({ one: { say: ['支付 失败'], unless: ['退款'] } });

  it('happens in the same sentence only', () => {
    expect(matcher.find('退款：支付失败').matches).toHaveLength(0);
    expect(matcher.find('退款。支付失败').matches).toHaveLength(1);
  });
});

describe('the shipped table', () => {
  it('has no two words alike and none too short', () => {
    const words = table.words.split('\n');
    expect(new Set(words).size).toBe(words.length);
    expect(words.filter((word) => word.length < 2)).toEqual([]);
    expect(words.length).toBeLessThan(0xffff);
  });

  it('finds each of its words alone', () => {
    const words = table.words.split('\n');
    const search = makeWordSearch(words, table.anchorPlaces, table.variants, foldingOf(table.variants));
    const lost = words.filter((word, number) => {
      const spans: string[] = [];
      search(`。${word}x`, (found, start, end) => void spans.push(`${found} ${start} ${end}`));
      return !spans.includes(`${number} 1 ${word.length + 1}`);
    });
    expect(lost).toEqual([]);
  });

  /** A text made of the first words of a pattern's slots. */
  const wordsOf = new Map<number, string[]>();
  table.words.split('\n').forEach((word, index) => {
    for (const concept of table.concepts[index]!) wordsOf.set(concept, [...(wordsOf.get(concept) ?? []), word]);
  });

  it('has no pattern that its own words cannot make', () => {
    const dead: string[] = [];
    for (const family of table.families)
      family.say.forEach((pattern, number) => {
        const alone = makeMatcher({ ...table, families: [{ ...family, say: [pattern], unless: [] }] });
        const text = pattern.map(({ concept }) => wordsOf.get(concept)!.at(-1)).join(' ');
        if (!alone.find(text).matches.length) dead.push(`${family.rule} say ${number}: ${text}`);
      });
    expect(dead).toEqual([]);
  });

  it('has no taking back that its own words cannot cause', () => {
    const dead: string[] = [];
    for (const family of table.families)
      family.unless.forEach((pattern, number) => {
        const text = [...pattern, ...family.say[0]!].map(({ concept }) => wordsOf.get(concept)!.at(-1)).join(' ');
        const without = makeMatcher({ ...table, families: [{ ...family, unless: [] }] }).find(text).matches;
        const withIt = makeMatcher({ ...table, families: [{ ...family, unless: [pattern] }] }).find(text).matches;
        if (!without.length || withIt.length) dead.push(`${family.rule} unless ${number}: ${text}`);
      });
    expect(dead).toEqual([]);
  });
});

describe('hostile texts', () => {
  /** Counts how often the folded text is looked at, so that work is bounded in steps and not in seconds. */
  function stepsFor(text: string): number {
    let steps = 0;
    const { families } = table;
    const counted = makeMatcher({
      ...table,
      concepts: new Proxy(table.concepts, {
        get(target, key) {
          steps++;
          return Reflect.get(target, key) as unknown;
        },
      }),
      families: families.map((family) => ({ ...family, say: counting(family.say), unless: counting(family.unless) })),
    });
    function counting<T extends readonly object[]>(patterns: readonly T[]): T[] {
      return patterns.map(
        (pattern) =>
          new Proxy(pattern, {
            get(target, key) {
              steps++;
              return Reflect.get(target, key) as unknown;
            },
          }),
      );
    }
    counted.find(text);
    return steps;
  }

  it.each([
    ['one word', '银行卡'],
    ['the two words of a pattern', '银行卡支付'],
    ['many words', '银行卡支付失败超过限额余额不足风险拒绝'],
    ['alphabetic words', 'bank card payment limit exceeded risk declined '],
    ['words that never meet', '银行境外。关闭。'],
    ['words of one sentence without the last', '发卡行拒绝境外'],
  ])('of %s repeated are read with a budget of steps', (_, word) => {
    const few = stepsFor(word.repeat(200));
    const many = stepsFor(word.repeat(20_000));
    expect(few).toBeGreaterThan(100);
    expect(many).toBeLessThan(60_000);
  });
});
