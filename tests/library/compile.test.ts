import { describe, expect, it } from 'vitest';
import { unpackTable } from '../../lib/detect/packed.ts';
import { sentenceHash } from '../../lib/detect/normalise.ts';
import { compileDetectTable, compileLookupData } from '../../lib/library/compile.ts';
import { generatedFiles } from '../../lib/library/generate.ts';
import { packTable } from '../../lib/library/pack.ts';
import { type Library, LibraryError, readLibrary } from '../../lib/library/read.ts';
import type { Signal } from '../../lib/library/schema.ts';

const library = readLibrary();
const table = compileDetectTable(library);

/** The library with one more signal of a diagnosis. */
function withSignal(id: string, signal: Partial<Signal> & { kind: Signal['kind'] }): Library {
  const full = { source: 'expected-wording', certainty: 'likely', strength: 'context', rank: 0, ...signal } as Signal;
  return {
    ...library,
    diagnoses: library.diagnoses.map((one) => (one.id === id ? { ...one, signals: [...one.signals, full] } : one)),
  };
}
const family = (say: string[], unless?: string[]) =>
  withSignal('bank-declined', { kind: 'family', id: 'mine', say, unless } as never);

describe('the compiled table', () => {
  it('has every family of the library, in its order, with its rank and strength', () => {
    const signals = library.diagnoses.flatMap(({ id, signals: list }) =>
      list.flatMap((one) =>
        one.kind === 'family'
          ? [
              {
                rule: `${id}/${one.id}`,
                diagnosis: id,
                rank: one.rank,
                alone: one.strength === 'alone',
                certainty: one.certainty,
              },
            ]
          : [],
      ),
    );
    expect(
      table.families.map(({ rule, diagnosis, rank, alone, certainty }) => ({
        rule,
        diagnosis,
        rank,
        alone,
        certainty,
      })),
    ).toEqual(signals);
    expect(new Set(signals.map((one) => one.rule)).size).toBe(signals.length);
  });

  it('has every sentence, code and address', () => {
    const sentences = library.diagnoses.flatMap((one) => one.signals.filter((signal) => signal.kind === 'sentence'));
    expect(Object.keys(table.sentences)).toHaveLength(new Set(sentences.map((one) => sentenceHash(one.text))).size);
    expect(Object.values(table.codes).flatMap((list) => list.split('|'))).toHaveLength(library.codes.codes.length);
    for (const { code, diagnosis, certainty } of library.codes.codes)
      expect(table.codes[`${certainty} ${diagnosis}`]!.split('|'), code).toContain(code);
    expect(table.addresses.length + table.structures.length).toBeGreaterThan(3);
  });

  it('joins no two codes by the sign between them', () => {
    expect(library.codes.codes.filter((one) => /[|\s]/.test(one.code))).toEqual([]);
  });

  it('uses each concept and word it names', () => {
    const words = table.words.split('\n');
    expect(table.concepts).toHaveLength(words.length);
    const concepts = new Set(table.concepts.flat());
    const used = new Set(
      table.families.flatMap((one) =>
        [...one.say, ...one.unless].flatMap((pattern) => pattern.map((slot) => slot.concept)),
      ),
    );
    expect([...used].filter((one) => !concepts.has(one))).toEqual([]);
    expect([...concepts].filter((one) => !used.has(one))).toEqual([]);
  });

  it('comes out the same from the same library', () => {
    expect(compileDetectTable(readLibrary())).toEqual(table);
    expect(generatedFiles(readLibrary())).toEqual(generatedFiles(library));
  });

  it('is the same after it was packed for shipping', () => {
    const unpacked = unpackTable(JSON.parse(JSON.stringify(packTable(table))) as never);
    for (const key of Object.keys(table) as (keyof typeof table)[]) expect(unpacked[key], key).toEqual(table[key]);
  });

  it('holds no words for the screen', () => {
    expect(JSON.stringify(packTable(table))).not.toContain('steps');
    expect(
      Object.keys(generatedFiles(library)['detect-table.ts']!.match(/"(?:steps|avoid|alternatives|facts)"/) ?? []),
    ).toEqual([]);
  });
});

describe('a rule that cannot work', () => {
  it.each([
    ['a pattern nobody can read', family(['支付 ...']), 'family "mine": pattern "支付 ..."'],
    ['a concept that is not there', family(['{no-such}']), 'no concept "{no-such}" in lexicon.json'],
    ['a concept in what takes it back', family(['支付'], ['{no-such}']), 'no concept "{no-such}"'],
    ['a word of one character', family(['付']), 'the word "付" is too short'],
    ['a word of punctuation', family(['支付 "!!"']), 'the word "!!" is too short'],
    [
      'a source that is not there',
      withSignal('bank-declined', { kind: 'family', id: 'mine', say: ['支付'], source: 'no-such' } as never),
      'no source "no-such" in sources.json',
    ],
    [
      'a sentence of another diagnosis',
      withSignal('bank-declined', {
        kind: 'sentence',
        text: library.diagnoses
          .find((one) => one.id === 'card-expired')!
          .signals.find((one) => one.kind === 'sentence')!.text,
        seen: 'web',
      } as never),
      'already belongs to',
    ],
  ])('is refused with its file: %s', (_, bad, reason) => {
    expect(() => compileDetectTable(bad)).toThrow(LibraryError);
    expect(() => compileDetectTable(bad)).toThrow(/^diagnoses\/[a-z-]+\.json/);
    expect(() => compileDetectTable(bad)).toThrow(reason);
  });

  it('may be said twice by the same diagnosis', () => {
    const own = library.diagnoses
      .find((one) => one.id === 'card-expired')!
      .signals.find((one) => one.kind === 'sentence')!;
    expect(() => compileDetectTable(withSignal('card-expired', { ...own }))).not.toThrow();
  });
});

describe('how sure a known sentence is', () => {
  const certaintyOf = (id: string, seen: string, others: string[] = []) => {
    const diagnoses = library.diagnoses.map((one) =>
      one.id === id
        ? {
            ...one,
            signals: [
              { kind: 'sentence', text: '一句从来没有见过的话', seen, source: 'expected-wording' },
              ...others.map((other, index) => ({
                kind: 'sentence',
                text: `另一句${index}从来没有见过的话`,
                seen: other,
                source: 'expected-wording',
              })),
            ] as Signal[],
          }
        : one,
    );
    return compileDetectTable({ ...library, diagnoses }).sentences[sentenceHash('一句从来没有见过的话')]![2];
  };

  it.each([
    ['web', [], 'exact'],
    ['app', [], 'likely'],
    ['api', [], 'likely'],
    ['shop', [], 'likely'],
    ['library', [], 'likely'],
    ['app', ['web'], 'exact'],
    ['api', ['web'], 'exact'],
    ['shop', ['web'], 'likely'],
    ['library', ['web'], 'likely'],
  ])('seen in %s, others in %j: %s', (seen, others, certainty) => {
    expect(certaintyOf('bank-declined', seen, others)).toBe(certainty);
  });

  it('is never sure of a failure without a cause', () => {
    expect(certaintyOf('unknown-failure', 'web')).toBe('unsure');
  });
});

describe('the data of the lookup', () => {
  const data = compileLookupData(library);

  it('is every known sentence, and words long enough to repair', () => {
    expect(data.known).toHaveLength(
      library.diagnoses.flatMap((one) => one.signals.filter((signal) => signal.kind === 'sentence')).length,
    );
    expect(data.spoken.filter((word) => !/^[a-z]{5,}$/.test(word))).toEqual([]);
    expect(data.spoken).toEqual([...new Set(data.spoken)].sort());
  });

  it('has expressions that can be read', () => {
    for (const source of [data.topic, data.elsewhere, data.ordinary])
      expect(() => new RegExp(source, 'i')).not.toThrow();
  });
});
