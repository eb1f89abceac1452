import { describe, expect, it } from 'vitest';
import { maybePaidEarlier, mayBePaid, repeatsOf, REPEAT_FACTS, tabOfAttempt } from '../../lib/case/attempts.ts';
import type { Attempt } from '../../lib/state/attempts.ts';
import { NOW } from './sample-library.ts';
import { shippedCase } from './shipped-case.ts';

const { library } = shippedCase;
const DIAGNOSES = Object.values(library.diagnoses);
const MINUTE = 60_000;
const MONEY = DIAGNOSES.filter((one) => one.outcome !== 'not-paid').map((one) => one.id);
const HARDENING = DIAGNOSES.filter((one) => one.traits.hardens).map((one) => one.id);
/** An attempt so many minutes ago; each in a tab of its own unless told otherwise. */
let tabs = 100;
const tried = (diagnosis: string, minutes: number, tab = tabs++): Attempt => ({
  diagnosis,
  certainty: 'likely',
  at: NOW - minutes * MINUTE,
  tab,
});
/** The present failure, noted as the background notes it, and those before it. */
const withPresent = (earlier: Attempt[], diagnosis: string, minutes = 0) => {
  const present = tried(diagnosis, minutes, 7);
  return [[...earlier, present].sort((a, b) => a.at - b.at), { diagnosis, tab: 7, at: present.at }] as const;
};
const earlierOf = (earlier: Attempt[], diagnosis: string, minutes = 0) =>
  maybePaidEarlier(...withPresent(earlier, diagnosis, minutes), NOW, library);
const repeats = (earlier: Attempt[], diagnosis: string) => repeatsOf(...withPresent(earlier, diagnosis), NOW, library);

it('the reasons to stop are facts that are there, with sources', () => {
  for (const id of REPEAT_FACTS) expect(library.facts[id]!.sources.length).toBeGreaterThan(0);
  expect(MONEY.length).toBeGreaterThanOrEqual(3);
  expect(MONEY.every((id) => mayBePaid(library, id))).toBe(true);
  expect(mayBePaid(library, 'constructor')).toBe(false);
});

describe('payments that may have gone through', () => {
  it.each(MONEY)('count after %s, whatever fails now', (id) => {
    for (const now of ['order-closed', 'bank-declined', 'payer-cancelled'])
      expect(earlierOf([tried(id, 12, 3)], now)).toMatchObject([
        { kind: 'sighting', diagnosis: id, live: false, at: NOW - 12 * MINUTE },
      ]);
  });

  it('count for half an hour between the two, however late one looks', () => {
    expect(earlierOf([tried('outcome-unknown', 30)], 'card-expired')).toHaveLength(1);
    expect(earlierOf([tried('outcome-unknown', 31)], 'card-expired')).toEqual([]);
    expect(earlierOf([tried('outcome-unknown', 100)], 'card-expired', 80)).toHaveLength(1);
  });

  it('count also where they were made later, in another tab, and where nothing failed now', () => {
    expect(earlierOf([tried('outcome-unknown', 2)], 'card-expired', 10)).toHaveLength(1);
    expect(maybePaidEarlier([tried('outcome-unknown', 6)], null, NOW, library)).toHaveLength(1);
    expect(maybePaidEarlier([tried('bank-declined', 6)], null, NOW, library)).toEqual([]);
  });

  it('do not count the failure that is shown', () => {
    expect(earlierOf([], 'outcome-unknown')).toEqual([]);
    // A dialog that opened again carries its first time; the note of the background is the same attempt all the same.
    const noted = [tried('outcome-unknown', 4, 7)];
    const present = { diagnosis: 'outcome-unknown', tab: 7, at: NOW - 9 * MINUTE };
    expect(maybePaidEarlier(noted, present, NOW, library)).toEqual([]);
  });

  it('name their tab', () => {
    const [one] = earlierOf([tried('outcome-unknown', 4, 3)], 'card-expired');
    expect(tabOfAttempt(one!)).toBe(3);
    expect(tabOfAttempt({ source: 'page' })).toBeNull();
  });
});

describe('repeats', () => {
  it('are enough at the third like failure in two hours', () => {
    const id = 'card-details-wrong';
    expect(repeats([tried(id, 50)], id)).toBeNull();
    expect(repeats([tried(id, 50), tried(id, 20)], id)).toEqual({ count: 3, minutesAgo: 50 });
    expect(repeats([tried(id, 121), tried(id, 20)], id)).toBeNull();
  });

  it.each(HARDENING)('are enough at the second of %s', (id) => {
    expect(repeats([tried(id, 15)], id)).toEqual({ count: 2, minutesAgo: 15 });
    expect(repeats([], id)).toBeNull();
  });

  it('count what hardens together, but no other failures with them', () => {
    expect(repeats([tried('bank-declined', 15)], 'alipay-risk-control')).toEqual({ count: 2, minutesAgo: 15 });
    expect(repeats([tried('card-expired', 15), tried('order-closed', 5)], 'bank-declined')).toBeNull();
    expect(repeats([tried('bank-declined', 15), tried('bank-declined', 5)], 'card-expired')).toBeNull();
  });

  it('are not made by cancelling, nor by payments that may have gone through', () => {
    for (const id of ['payer-cancelled', 'outcome-unknown', 'no-such-failure'])
      expect(repeats([tried(id, 9), tried(id, 6), tried(id, 3)], id)).toBeNull();
    expect(repeatsOf([tried('bank-declined', 5)], null, NOW, library)).toBeNull();
  });

  it('never says "0 minutes ago"', () => {
    expect(repeats([tried('bank-declined', 0.1)], 'bank-declined')!.minutesAgo).toBe(1);
  });
});
