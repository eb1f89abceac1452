import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HARDENING, MAYBE_PAID, REPEAT_FACTS, weighAttempts, type PresentFailure } from '../../lib/case/attempts.ts';
import { readLibrary } from '../../lib/library/read.ts';
import type { Attempt } from '../../lib/state/attempts.ts';
import { NOW } from './sample-library.ts';

const MINUTE = 60_000;
/** An attempt so many minutes ago; each in a tab of its own unless told otherwise. */
let tabs = 100;
const tried = (diagnosis: string, minutes: number, tab = tabs++): Attempt => ({
  diagnosis,
  certainty: 'likely',
  at: NOW - minutes * MINUTE,
  tab,
});
/** The present failure, noted as the background notes it. */
const weigh = (earlier: Attempt[], diagnosis: string, minutes = 0) => {
  const present = tried(diagnosis, minutes, 7);
  return weighAttempts(
    [...earlier, present].sort((a, b) => a.at - b.at),
    { diagnosis, tab: 7, at: present.at },
    NOW,
  );
};

describe('the lists', () => {
  const library = readLibrary();

  it('name exactly the diagnoses after which the money may be gone', () => {
    expect([...MAYBE_PAID].sort()).toEqual(
      library.diagnoses
        .filter((one) => one.outcome !== 'not-paid')
        .map((one) => one.id)
        .sort(),
    );
  });

  it('name all that a bank refuses for its own reasons', () => {
    const ofBanks = library.diagnoses.filter(({ fixers }) => fixers[0] === 'bank').map(({ id }) => id);
    expect(HARDENING).toEqual(expect.arrayContaining(ofBanks));
  });

  it('stand on facts that are there, with sources', () => {
    for (const id of REPEAT_FACTS)
      expect(library.facts.find((one) => one.id === id)?.sources.length).toBeGreaterThan(0);
  });
});

describe('a payment that may have gone through', () => {
  it.each(['outcome-unknown', 'already-paid', 'service-unavailable'])(
    'warns after %s, whatever fails now',
    (earlier) => {
      for (const now of ['order-closed', 'bank-declined', 'outcome-unknown', 'payer-cancelled'])
        expect(weigh([tried(earlier, 12)], now)).toEqual({ warning: 'unknown-recently', count: 1, minutesAgo: 12 });
    },
  );

  it('warns for half an hour between the two, however late one looks', () => {
    expect(weigh([tried('outcome-unknown', 30)], 'card-expired').warning).toBe('unknown-recently');
    expect(weigh([tried('outcome-unknown', 31)], 'card-expired').warning).toBeNull();
    expect(weigh([tried('outcome-unknown', 100)], 'card-expired', 80)).toEqual({
      warning: 'unknown-recently',
      count: 1,
      minutesAgo: 100,
    });
  });

  it('comes before the warning of repeats, and names the latest', () => {
    const earlier = [tried('outcome-unknown', 25), tried('outcome-unknown', 5), tried('bank-declined', 3)];
    expect(weigh(earlier, 'bank-declined')).toEqual({ warning: 'unknown-recently', count: 2, minutesAgo: 5 });
  });

  it('warns also where the other payment was made later, in another tab', () => {
    expect(weigh([tried('outcome-unknown', 2)], 'card-expired', 10).warning).toBe('unknown-recently');
  });

  it('does not take the failure that is shown for an earlier one', () => {
    expect(weigh([], 'outcome-unknown').warning).toBeNull();
    // A dialog that opened again carries its first time; the note of the background is the same attempt all the same.
    const noted = [tried('outcome-unknown', 4, 7)];
    expect(
      weighAttempts(noted, { diagnosis: 'outcome-unknown', tab: 7, at: NOW - 9 * MINUTE }, NOW).warning,
    ).toBeNull();
  });

  it('warns where nothing failed now, because somebody may be about to pay again', () => {
    expect(weighAttempts([tried('outcome-unknown', 6)], null, NOW)).toEqual({
      warning: 'unknown-recently',
      count: 1,
      minutesAgo: 6,
    });
    expect(weighAttempts([tried('outcome-unknown', 31), tried('bank-declined', 1)], null, NOW).warning).toBeNull();
  });

  it('never says "0 minutes ago"', () => {
    expect(weigh([tried('outcome-unknown', 0.1)], 'card-expired').minutesAgo).toBe(1);
  });
});

describe('repeats', () => {
  it('are enough at the third like failure in two hours', () => {
    expect(weigh([tried('card-details-wrong', 50)], 'card-details-wrong')).toEqual({
      warning: null,
      count: 2,
      minutesAgo: 50,
    });
    expect(weigh([tried('card-details-wrong', 50), tried('card-details-wrong', 20)], 'card-details-wrong')).toEqual({
      warning: 'repeated',
      count: 3,
      minutesAgo: 50,
    });
    expect(
      weigh([tried('card-details-wrong', 121), tried('card-details-wrong', 20)], 'card-details-wrong').warning,
    ).toBeNull();
  });

  it.each(HARDENING)('are enough at the second of %s', (diagnosis) => {
    expect(weigh([tried(diagnosis, 15)], diagnosis)).toEqual({ warning: 'repeated', count: 2, minutesAgo: 15 });
    expect(weigh([], diagnosis).warning).toBeNull();
  });

  it('count refusals of the bank and stops of Alipay together, but no other failures with them', () => {
    expect(weigh([tried('bank-declined', 15)], 'alipay-risk-control')).toMatchObject({ warning: 'repeated', count: 2 });
    expect(weigh([tried('card-expired', 15), tried('order-closed', 5)], 'bank-declined')).toMatchObject({
      warning: null,
      count: 1,
    });
    expect(weigh([tried('bank-declined', 15), tried('bank-declined', 5)], 'card-expired')).toMatchObject({
      warning: null,
      count: 1,
    });
  });

  it('are not made by cancelling', () => {
    expect(
      weigh([tried('payer-cancelled', 9), tried('payer-cancelled', 6), tried('payer-cancelled', 3)], 'payer-cancelled')
        .warning,
    ).toBeNull();
  });

  it('count the present failure once, noted or not', () => {
    const present: PresentFailure = { diagnosis: 'bank-declined', tab: 7, at: NOW };
    expect(weighAttempts([], present, NOW).count).toBe(1);
    expect(weighAttempts([tried('bank-declined', 0, 7)], present, NOW).count).toBe(1);
    expect(weighAttempts([tried('bank-declined', 10)], present, NOW)).toMatchObject({ warning: 'repeated', count: 2 });
  });
});

it('takes any list and never says a time in the future', () => {
  const any = fc.record({
    diagnosis: fc.constantFrom(...HARDENING, ...MAYBE_PAID, 'order-closed', 'made-up'),
    certainty: fc.constant('likely' as const),
    at: fc.integer({ min: NOW - 1e8, max: NOW }),
    tab: fc.integer({ min: 1, max: 3 }),
  });
  fc.assert(
    fc.property(fc.array(any), fc.option(any), (attempts, present) => {
      const { warning, count, minutesAgo } = weighAttempts(attempts, present, NOW);
      expect(minutesAgo).toBeGreaterThanOrEqual(1);
      expect(count).toBeLessThanOrEqual(attempts.length + 1);
      if (warning === 'repeated') expect(count).toBeGreaterThanOrEqual(2);
    }),
  );
});
