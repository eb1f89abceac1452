import { Converter } from 'opencc-js/cn2t';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCases, loadHeldOut } from '../fixtures/load.ts';
import { FAMILY_TEXTS } from '../detect/family-texts.ts';
import { answerTo, compareReasons, judge, knownSentences, reader, reasonsFor, verdictOn } from '../detect/shipped.ts';

const toTraditional = Converter({ from: 'cn', to: 't' });
const toTaiwan = Converter({ from: 'cn', to: 'tw' });
const isHan = (text: string): boolean => /[\u3400-\u9fff]/.test(text);

/** Messages by the diagnosis they have, known sentences and phrases of families alike. */
const messages = [...knownSentences.map((one) => one.text), ...Object.values(FAMILY_TEXTS).flat()].map((text) => ({
  text,
  diagnosis: verdictOn(text)!.diagnosis,
}));
const han = messages.filter(({ text }) => isHan(text));
const message = fc.constantFrom(...messages);
const hanMessage = fc.constantFrom(...han);

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => (/[.!?;]/.test(sign) ? sign : String.fromCharCode(sign.charCodeAt(0) + 0xfee0)));
const INVISIBLE = ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad'];
/** Puts signs between the characters of a text where the numbers say so. */
const between = (text: string, signs: readonly string[], where: readonly number[]): string => {
  const characters = [...text];
  return characters
    .map((character, index) => character + (where.includes(index % 17) ? signs[index % signs.length] : ''))
    .join('');
};
const places = fc.uniqueArray(fc.nat({ max: 16 }), { maxLength: 8 });

describe('a message keeps its diagnosis', () => {
  it('in full-width letters, digits and punctuation', () => {
    for (const { text, diagnosis } of messages)
      expect(verdictOn(fullWidth(text))?.diagnosis, fullWidth(text)).toBe(diagnosis);
  });

  it('in capitals, in small letters and in a mixture of both', () => {
    fc.assert(
      fc.property(message, fc.infiniteStream(fc.boolean()), ({ text, diagnosis }, capitals) => {
        // Capitals are not changed where they make a code.
        const mixed = text.replace(/\b[A-Za-z][a-z']*\b/g, (word) =>
          [...word].map((sign) => (capitals.next().value ? sign.toUpperCase() : sign.toLowerCase())).join(''),
        );
        expect(verdictOn(mixed)?.diagnosis, mixed).toBe(diagnosis);
      }),
      { numRuns: 500 },
    );
  });

  it('in Traditional characters', () => {
    const lost = (texts: typeof han) =>
      texts.flatMap(({ text, diagnosis }) =>
        [toTraditional(text), toTaiwan(text)]
          .filter((form) => verdictOn(form)?.diagnosis !== diagnosis)
          .map((form) => `${text} -> ${form}: ${answerTo(form)}, not ${diagnosis}`),
      );
    const isKnown = ({ text }: { text: string }) => knownSentences.some((one) => one.text === text);
    expect(lost(han.filter((one) => !isKnown(one)))).toEqual([]);
    // A known sentence in other characters is read by its phrases alone, and a few have none of their own.
    const known = lost(han.filter(isKnown));
    expect(known.length / (2 * han.filter(isKnown).length), known.join('\n')).toBeLessThan(0.1);
  });

  it('with invisible signs anywhere', () => {
    fc.assert(
      fc.property(
        message,
        places,
        ({ text, diagnosis }, where) =>
          void expect(verdictOn(between(text, INVISIBLE, where))?.diagnosis).toBe(diagnosis),
      ),
      { numRuns: 500 },
    );
  });

  it('with spaces between Han characters', () => {
    fc.assert(
      fc.property(
        hanMessage,
        places,
        fc.constantFrom(' ', '\u3000', '\u00a0', '  ', '\n', '\t'),
        ({ text, diagnosis }, where, space) => {
          const spaced = [...text]
            .map(
              (sign, index, all) =>
                sign + (where.includes(index % 17) && isHan(sign) && isHan(all[index + 1] ?? '') ? space : ''),
            )
            .join('');
          expect(verdictOn(spaced)?.diagnosis, spaced).toBe(diagnosis);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('with other punctuation around it', () => {
    fc.assert(
      fc.property(
        message,
        fc.constantFrom(
          '【{}】',
          '{}。',
          '{}！',
          '{}!',
          '{}……',
          '* {}',
          '- {}',
          '（{}）',
          '[{}]',
          '✕ {}',
          '⚠️ {}',
          '{} 👎',
          '> {}',
          '  {}  ',
          '\n{}\n',
          '{}。。。',
        ),
        ({ text, diagnosis }, frame) => {
          const framed = frame.replace('{}', text);
          expect(verdictOn(framed)?.diagnosis, framed).toBe(diagnosis);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('in a known sentence also with other punctuation inside', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...knownSentences),
        fc.constantFrom('，', ',', '、', ' ', ''),
        ({ text, diagnosis }, comma) => {
          const other = text.replace(/[，,、]/g, comma);
          expect(verdictOn(other)?.diagnosis, other).toBe(diagnosis);
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** Prose without any word of a pattern, as pages have it around a message. */
const PROSE = [
  ...loadCases().flatMap((one) => [
    one.slots.seller,
    one.slots.order,
    one.slots.amount,
    one.slots.section,
    one.slots.nav,
  ]),
  ...loadHeldOut()
    .filter((one) => one.diagnosis === null)
    .map((one) => one.text),
  '今天天气很好',
  '公园里有很多花',
  '第三个房间在左边',
  'The garden is lovely today',
  'Two cups of tea',
  '12:30',
  '¥ 28.00',
  '好的',
  'Berlin',
].filter(
  (text): text is string =>
    text !== undefined &&
    text !== '' &&
    reader.matcher.find(text).matches.length === 0 &&
    reader.codes(text).length === 0 &&
    answerTo(text) === 'nothing',
);
const quiet = PROSE.filter((text) => {
  // No word of any pattern, so that it can lend none to a phrase beside it.
  const { units, length } = reader.matcher.fold(text);
  return (
    length > 0 &&
    !/[?？"“「『]/.test(text) &&
    [...reader.table.words.split('\n')].every((word) => !String.fromCharCode(...units.slice(0, length)).includes(word))
  );
});
const prose = fc.array(fc.constantFrom(...quiet), { maxLength: 3 }).map((parts) => parts.join('。'));

describe('a message in an error place', () => {
  it('keeps its diagnosis among other sentences', () => {
    expect(quiet.length).toBeGreaterThan(20);
    fc.assert(
      fc.property(
        message,
        prose,
        prose,
        fc.constantFrom('。', '！', '\u2028', '. '),
        ({ text, diagnosis }, before, after, stop) => {
          const whole = [before, text, after].filter(Boolean).join(stop);
          expect(verdictOn(whole)?.diagnosis, whole).toBe(diagnosis);
        },
      ),
      { numRuns: 800 },
    );
  });

  it('is nothing when it is left out', () => {
    fc.assert(
      fc.property(prose, prose, (before, after) => void expect(verdictOn(`${before}。${after}`)).toBeNull()),
      { numRuns: 200 },
    );
  });
});

describe('the order of reasons', () => {
  const pool = messages.flatMap(({ text }) => reasonsFor(text));
  const some = fc.array(fc.constantFrom(...pool), { minLength: 1, maxLength: 12 });

  it('never changes the verdict', () => {
    fc.assert(
      fc.property(
        some.chain((reasons) =>
          fc.tuple(fc.constant(reasons), fc.shuffledSubarray(reasons, { minLength: reasons.length })),
        ),
        ([reasons, shuffled]) => {
          const [one, other] = [judge(reasons)!, judge(shuffled)!];
          expect({ ...other, evidence: other.evidence.length }).toEqual({ ...one, evidence: one.evidence.length });
        },
      ),
      { numRuns: 800 },
    );
  });

  it('is a ranking: what comes first against each of two comes first against both', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pool), fc.constantFrom(...pool), fc.constantFrom(...pool), (a, b, c) => {
        if (compareReasons(a, b) <= 0 && compareReasons(b, c) <= 0) expect(compareReasons(a, c)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('lets a further reason that agrees never lower the certainty', () => {
    const RANK = { unsure: 0, likely: 1, exact: 2 };
    fc.assert(
      fc.property(some, (reasons) => {
        const verdict = judge(reasons)!;
        const more = pool.filter((one) => one.diagnosis === verdict.diagnosis && one.kind !== 'code').slice(0, 3);
        for (const one of more) {
          const next = judge([...reasons, one])!;
          expect(next.diagnosis).toBe(verdict.diagnosis);
          expect(RANK[next.certainty]).toBeGreaterThanOrEqual(RANK[verdict.certainty]);
        }
      }),
      { numRuns: 400 },
    );
  });
});
