/** Whatever a page has between and around the words of a failure, none of it leaves the page: only words the library knows are quoted. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Finding, readFinding } from '../../lib/messages.ts';
import { FAMILY_TEXTS } from '../detect/family-texts.ts';
import { judge, knownSentences, library, reasonsFor, table } from '../detect/shipped.ts';

const words = table.words.split('\n');
const wordsOf = new Map<number, string[]>();
words.forEach((word, index) => {
  for (const concept of table.concepts[index]!) wordsOf.set(concept, [...(wordsOf.get(concept) ?? []), word]);
});

/** What a payment page may show of a person. */
const SECRETS = [
  '张伟明',
  '欧阳小娟',
  'Zoë Quimby',
  '4402',
  '尾号7735',
  '6222021234567890',
  '138-0013-8765',
  '+49 151 23456789',
  'zoe.quimby@example.org',
  '2026112222001412341234',
  '￥3,218.47',
  '110101199003071234',
  'ZQ-99812',
  '雨花石工艺店',
  '琉璃盏',
];
const secret = fc.constantFrom(...SECRETS);
/** Their pieces that can only come from them: "org" also stands in the library's own "vorgang". */
const PIECES = SECRETS.flatMap((one) => one.split(/[\s@.,-]+/)).filter(
  (piece) => piece.length > 1 && !/^\d{1,3}$/.test(piece) && !words.some((word) => word.includes(piece)),
);

const findingIn = (text: string): Finding | null => {
  const verdict = judge(reasonsFor(text));
  return verdict && { ...verdict, host: 'cashier.alipay.com', at: 1_790_000_000_000 };
};

function expectNoSecret(finding: Finding, text: string): void {
  const json = JSON.stringify(finding.evidence) + finding.code;
  for (const piece of PIECES) expect(json, text).not.toContain(piece);
  expect(json, text).not.toMatch(/\p{Nd}{4}/u);
  expect(readFinding(finding), text).toEqual(finding);
}

/** Patterns with a gap, and the words for their slots. */
const gapped = table.families.flatMap((family) =>
  family.say
    .filter((pattern) => pattern.length > 1 && pattern.some((slot) => slot.reach > 0))
    .map((pattern) => [family.rule, pattern] as const),
);

it('nearly every secret has a piece of its own', () => {
  const own = SECRETS.filter((one) => PIECES.some((piece) => one.includes(piece)));
  expect(own.length).toBeGreaterThan(SECRETS.length * 0.9);
});

describe('between the words of a phrase', () => {
  it('there is room for names and numbers in many phrases', () => {
    expect(gapped.length).toBeGreaterThan(150);
  });

  it('nothing of them is in the finding', () => {
    let found = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...gapped),
        fc.infiniteStream(fc.nat()),
        fc.infiniteStream(secret),
        ([, pattern], numbers, secrets) => {
          const text = pattern
            .map(({ concept }) => {
              const list = wordsOf.get(concept)!;
              return `${list[numbers.next().value % list.length]}（${secrets.next().value}）`;
            })
            .join(' ');
          const finding = findingIn(text);
          if (!finding) return;
          found++;
          expectNoSecret(finding, text);
        },
      ),
      { numRuns: 1500 },
    );
    expect(found).toBeGreaterThan(500);
  });
});

describe('around a message', () => {
  const texts = [
    ...knownSentences.map((one) => one.text),
    ...Object.values(FAMILY_TEXTS).flat(),
    ...library.codes.codes.map(({ code }) => `错误码：${code}`),
  ];

  it('nothing of it is in the finding', () => {
    let found = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        secret,
        secret,
        fc.constantFrom('，', '。', ' ', '：', '（', '\u2028'),
        (text, before, after, sign) => {
          const whole = `${before}${sign}${text}${sign}${after}`;
          const finding = findingIn(whole);
          if (!finding) return;
          found++;
          for (const piece of PIECES) expect(JSON.stringify(finding.evidence), whole).not.toContain(piece);
          expect(readFinding(finding), whole).toEqual(finding);
        },
      ),
      { numRuns: 1500 },
    );
    expect(found).toBeGreaterThan(700);
  });
});

describe('in place of a code', () => {
  it('numbers and addresses of a person are no code', () => {
    const personal = fc.oneof(
      fc.bigInt({ min: 10n ** 8n, max: 10n ** 20n }).map(String),
      fc
        .tuple(fc.constantFrom('T200P', 'ORDER', 'PAY_', 'user.', 'A'), fc.bigInt({ min: 10n ** 9n, max: 10n ** 20n }))
        .map(([prefix, number]) => prefix + String(number)),
      fc.emailAddress({ size: 'small' }),
    );
    fc.assert(
      fc.property(
        personal,
        fc.constantFrom('错误码：', 'error code: ', '返回码=', '(', '订单号 ', 'sub_code: '),
        (number, anchor) => {
          const finding = findingIn(`${anchor}${number} 支付失败`);
          expect(finding?.code ?? '').not.toMatch(/\d{7}|@/);
          expect(JSON.stringify(finding?.evidence ?? [])).not.toMatch(/\d{7}|@/);
        },
      ),
      { numRuns: 800 },
    );
  });
});

describe('quotes', () => {
  it('have no letter that the library does not know, apart from known sentences and codes', () => {
    const letters = new Set(words.join(''));
    const { fold } = { fold: (text: string) => text.normalize('NFKC').toLowerCase() };
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(FAMILY_TEXTS).flat()),
        fc.string({ unit: 'grapheme', maxLength: 6 }),
        fc.nat({ max: 12 }),
        (text, noise, at) => {
          const whole = text.slice(0, at) + noise + text.slice(at);
          for (const reason of reasonsFor(whole)) {
            if (reason.kind !== 'family') continue;
            const strange = [...fold(reason.quote)].filter(
              (sign) => /\p{L}|\p{Nd}/u.test(sign) && !letters.has(sign) && !table.variants.includes(sign),
            );
            expect(strange, whole).toEqual([]);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
