/**
 * Takes every rule out, one at a time, and looks whether any answer changes: a rule that nothing notices is either dead or untested.
 * Known sentences are switched off, so that their texts test the phrases too.
 */
import { describe, expect, it } from 'vitest';
import type { DetectTable, Family } from '../../lib/detect/table.ts';
import { loadCases, loadHeldOut, wordsOf } from '../fixtures/load.ts';
import { alternativesOf } from './alternatives.ts';
import { FAMILY_TEXTS } from './family-texts.ts';
import { GUARD_SENTENCES } from './guard-sentences.ts';
import {
  IN_ERROR,
  IN_PROSE,
  answerTo,
  knownSentences,
  library,
  reader,
  readerOf,
  reasonsFor,
  table,
} from './shipped.ts';

/** Families that no text needs, each with the reason why it may stay. */
const NOT_NEEDED: Readonly<Record<string, string>> = {};

/** Parts of guards that another part of the same list covers; they stay because they are what a reader looks for. */
const COVERED: readonly string[] = ['倘若', '將導致', '将导致', '或将'];

const slotTexts = loadCases().flatMap((one) =>
  Object.values(one.slots).flatMap((slot) => [wordsOf(slot), ...slot.split(/<[^>]+>/).map(wordsOf)]),
);
const guardTexts = Object.values(GUARD_SENTENCES).flatMap((byWord) => Object.values(byWord).flat());
const TEXTS = [
  ...new Set([
    ...knownSentences.map((one) => one.text),
    ...slotTexts,
    ...loadHeldOut().map((one) => one.text),
    ...Object.values(FAMILY_TEXTS).flat(),
    ...guardTexts,
  ]),
].filter((text) => text.length > 1 && text.length < 400);

const withoutSentences: DetectTable = { ...table, sentences: {} };
const plain = readerOf(withoutSentences);

/** The texts in which each family speaks once nothing takes it back. */
const textsOf = new Map<string, string[]>();
const open = readerOf({ ...withoutSentences, families: table.families.map((family) => ({ ...family, unless: [] })) });
for (const text of TEXTS)
  for (const rule of new Set(reasonsFor(text, IN_ERROR, open).map((one) => one.rule)))
    textsOf.set(rule, [...(textsOf.get(rule) ?? []), text]);

const answers = new Map<string, string>();
function answerBefore(text: string): string {
  let answer = answers.get(text);
  if (answer === undefined) answers.set(text, (answer = answerTo(text, IN_ERROR, plain)));
  return answer;
}

const replaced = (family: Family, by: readonly Family[]): DetectTable => ({
  ...withoutSentences,
  families: table.families.flatMap((one) => (one === family ? by : [one])),
});

describe('the texts', () => {
  it('are many and of all kinds', () => {
    expect(TEXTS.length).toBeGreaterThan(1500);
  });
});

describe('without a family', () => {
  it.each(table.families.map((family) => [family.rule, family] as const))('%s some answer changes', (rule, family) => {
    const mutant = readerOf(replaced(family, []));
    const changed = (textsOf.get(rule) ?? []).some((text) => answerTo(text, IN_ERROR, mutant) !== answerBefore(text));
    expect(changed, `nothing notices when ${rule} is gone`).toBe(!(rule in NOT_NEEDED));
  });

  it('has no excuse for a family that is gone', () => {
    expect(Object.keys(NOT_NEEDED).filter((rule) => !table.families.some((one) => one.rule === rule))).toEqual([]);
  });
});

/** Ranks that decide nothing in these texts, because the order of kinds and certainties already does. */
const IDLE_RANKS = [-4, -3, -2, -1, 4];

describe('without its rank', () => {
  const contested = TEXTS.filter(
    (text) => new Set(reasonsFor(text, IN_ERROR, plain).map((one) => one.diagnosis)).size > 1,
  );

  it.each(
    [...new Set(table.families.map((one) => one.rank))]
      .filter((rank) => rank !== 0 && !IDLE_RANKS.includes(rank))
      .map((rank) => [rank] as const),
  )('%d some answer changes', (rank) => {
    const mutant = readerOf({
      ...withoutSentences,
      families: table.families.map((one) => (one.rank === rank ? { ...one, rank: 0 } : one)),
    });
    expect(contested.some((text) => answerTo(text, IN_ERROR, mutant) !== answerBefore(text))).toBe(true);
  });
});

const never = '(?!)';
const LISTS = ['before', 'after', 'anywhere'] as const;
const flags = { before: 'gi', after: 'i', anywhere: 'i' } as const;

/** The texts that some guard takes back. */
const unguarded = readerOf({ ...table, guards: { ...table.guards, before: never, after: never, anywhere: never } });
const guarded = TEXTS.flatMap((text) =>
  [IN_ERROR, IN_PROSE].map((stance) => ({ text, stance, answer: answerTo(text, stance) })),
).filter(({ text, stance, answer }) => answerTo(text, stance, unguarded) !== answer);

const guardParts = LISTS.flatMap((list) =>
  library.guards[list].flatMap(({ pattern: source }, entry) =>
    alternativesOf(source).map((part, index, parts) => [list, part, entry, parts.toSpliced(index, 1)] as const),
  ),
);

describe('without a part of a guard', () => {
  it('parts are taken out of whole guards', () => {
    expect(guardParts.length).toBeGreaterThan(120);
    for (const list of LISTS)
      for (const { pattern: source } of library.guards[list])
        expect(() => alternativesOf(source).forEach((part) => new RegExp(part)), source).not.toThrow();
  });

  it.each(guardParts)('%s %s some answer changes', (list, part, entry, rest) => {
    const source = library.guards[list]
      .map((one, index) => `(?:${index === entry ? rest.join('|') || never : one.pattern})`)
      .join('|');
    const mutant = { ...reader, guards: { ...reader.guards, [list]: new RegExp(source, flags[list]) } };
    const changed = guarded.some(({ text, stance, answer }) => answerTo(text, stance, mutant) !== answer);
    expect(changed, `nothing notices when "${part}" is gone`).toBe(!COVERED.includes(part));
  });

  it('has no excuse for a part that is gone', () => {
    expect(COVERED.filter((part) => !guardParts.some(([, one]) => one === part))).toEqual([]);
  });
});
