/**
 * No regular expression of the data or the code may take long on a hostile text: none repeats a repetition, and none costs much more
 * than in proportion to the length. Times are compared within one run, as medians of rounds.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeLookup } from '../../lib/understand/lookup.ts';
import { ANCHORED } from '../../lib/detect/codes.ts';
import { preparePlaces } from '../../lib/detect/place.ts';
import { compileLookupData } from '../../lib/library/compile.ts';
import { redact } from '../../lib/privacy/redact.ts';
import { tooLong } from './growth.ts';
import { gateTable, library, reader, reasonsFor, table } from './shipped.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** Parts of a source in which something unbounded is repeated without bound. */
function nestedRepeats(source: string): string[] {
  const found: string[] = [];
  const groups: { start: number; repeats: boolean }[] = [{ start: 0, repeats: false }];
  let inClass = false;
  for (let i = 0; i < source.length; i++) {
    const sign = source[i]!;
    if (sign === '\\') i++;
    else if (inClass) inClass = sign !== ']';
    else if (sign === '[') inClass = true;
    else if (sign === '(') groups.push({ start: i, repeats: false });
    else if (sign === ')') {
      const { start, repeats } = groups.pop()!;
      const unbounded = /^(?:[*+]|\{\d+,\})/.test(source.slice(i + 1));
      if (repeats && unbounded) found.push(source.slice(start, i + 2));
      if (repeats || unbounded) groups.at(-1)!.repeats = true;
    } else if (sign === '*' || (sign === '+' && i > 0) || /^\{\d+,\}/.test(source.slice(i)))
      groups.at(-1)!.repeats = true;
  }
  return found;
}

const dataSources = [
  ...Object.entries(table.guards).map(([name, source]) => [`guards.${name}`, source as string] as const),
  ...Object.entries(table.places)
    .filter(([name]) => name !== 'excluded' && name !== 'errorOnly')
    .map(([name, source]) => [`places.${name}`, source as string] as const),
  ...Object.entries(library.topics).map(([name, list]) => [`topics.${name}`, list.join('|')] as const),
  ['detect/codes.ts, ANCHORED', ANCHORED.source] as const,
  ...library.codes.families.map((one) => [`codes.families.${one.id}`, one.pattern] as const),
];

/** Regular expressions written out in the code that reads texts of strangers. */
const LITERAL =
  /(?<=[=(,:?&|!\s]|return )\/(?![*/\s])((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/[dgimsuvy]*(?=[;,.)\s])/g;
const codeSources = readdirSync(join(ROOT, 'lib'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.startsWith('generated'))
  .flatMap((name) =>
    [...readFileSync(join(ROOT, 'lib', name), 'utf8').matchAll(LITERAL)].map(
      (found) => [`lib/${name.replaceAll('\\', '/')}`, found[1]!] as const,
    ),
  );

describe('the check itself', () => {
  it('sees a repeated repetition', () => {
    expect(nestedRepeats('a(?:b+)*c')).toHaveLength(1);
    expect(nestedRepeats('(?:(?:a|b*)c)+')).toHaveLength(1);
    expect(nestedRepeats('(?:a{2,})+')).toHaveLength(1);
    expect(nestedRepeats('a(?:b{1,3})*[(+)*]c+')).toHaveLength(0);
  });

  it('finds the expressions of the code', () => {
    expect(codeSources.length).toBeGreaterThan(40);
    expect(codeSources.some(([file, source]) => file === 'lib/detect/codes.ts' && source.includes('ACQ|ISV'))).toBe(
      true,
    );
  });
});

/** Harmless, because a sign that the inner part cannot hold must stand between two rounds. */
const SEPARATED = ['(?:[a-z0-9-]+\\.)*', '(?:-[a-z]+)+', '(?:_[A-Z0-9]+)+', '(?:[.,:/-][0-9٠-٩]+)*'];

describe('no repetition is repeated', () => {
  it.each(dataSources)('in %s', (_, source) => {
    expect(nestedRepeats(source).filter((part) => !SEPARATED.includes(part))).toEqual([]);
  });

  it('in the code', () => {
    expect(
      codeSources.flatMap(([file, source]) =>
        nestedRepeats(source)
          .filter((part) => !SEPARATED.includes(part))
          .map((part) => `${file}: ${part}`),
      ),
    ).toEqual([]);
  });
});

describe('four times the text costs about four times the work', () => {
  it.each(dataSources)('in %s', (_, source) => {
    const expression = new RegExp(source, 'gi');
    expect(tooLong((text) => void [...text.matchAll(expression)], 3000)).toEqual([]);
  });

  it('when codes are read', () => {
    expect(tooLong((text) => void reader.codes(text), 1000)).toEqual([]);
    expect(tooLong((text) => void reader.codes(text, { typed: true }), 1000)).toEqual([]);
  });

  it('when a text is judged', () => {
    expect(tooLong((text) => void reasonsFor(text), 1000)).toEqual([]);
  });

  it('when a quote is masked', () => {
    expect(tooLong((text) => void redact(text, 80), 100_000)).toEqual([]);
  });

  it('when the lookup answers', () => {
    const lookup = makeLookup(table, compileLookupData(library));
    expect(tooLong((text) => void lookup(text), 1200)).toEqual([]);
  });

  it('when the names of an element are read', () => {
    const rules = preparePlaces(table.places);
    expect(
      tooLong(
        (text) =>
          [
            rules.merchant,
            rules.prose,
            rules.alert,
            rules.result,
            rules.dialog,
            rules.toast,
            new RegExp(gateTable.content, 'i'),
            new RegExp(gateTable.telling),
          ].forEach((one) => one.test(text)),
        5000,
      ),
    ).toEqual([]);
  });
});
