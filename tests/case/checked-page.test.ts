import { describe, expect, it } from 'vitest';
import { checkedFinding } from '../../lib/case/checked-page.ts';
import type { Certainty, Finding, PageMessage } from '../../lib/messages.ts';
import type { SecondLook } from '../../lib/understand/second-look.ts';
import { shippedCase as data } from './shipped-case.ts';

const finding = (diagnosis: string, certainty: Certainty): Finding => ({
  diagnosis,
  certainty,
  code: '',
  evidence: [],
  host: 'shop.example',
  at: 1,
});
const found = (diagnosis: string, certainty: Certainty, more: object = {}): PageMessage => ({
  type: 'found',
  finding: finding(diagnosis, certainty),
  ...more,
});
const says =
  (diagnosis: string, certainty: Certainty = 'likely'): SecondLook =>
  () => ({ diagnosis, certainty });
const headOf = (told: PageMessage[], look: SecondLook | null = null) => checkedFinding(told, look, data)?.diagnosis;

describe('a page that was checked', () => {
  it('prefers a document that names a cause to one that only says that it failed', () => {
    expect(headOf([found('unknown-failure', 'unsure'), found('bank-declined', 'likely')])).toBe('bank-declined');
    expect(headOf([found('unknown-failure', 'unsure')])).toBe('unknown-failure');
  });

  it('lets what says that money may be gone speak first, however sure the others are', () => {
    expect(headOf([found('bank-declined', 'exact'), found('outcome-unknown', 'unsure')])).toBe('outcome-unknown');
  });

  it('is looked at a second time, as the hint is', () => {
    const told = [found('unknown-failure', 'unsure', { said: 'words' })];
    expect(headOf(told, says('card-expired'))).toBe('card-expired');
    // Its words only speak of failing.
    expect(headOf(told, says('', 'unsure'))).toBeUndefined();
    expect(headOf(told, () => null)).toBe('unknown-failure');
    // What the page script is sure of is not asked about.
    expect(headOf([found('bank-declined', 'exact')], says(''))).toBe('bank-declined');
  });

  it('is no failure where only a second look could tell one and did not', () => {
    const told = [found('unknown-failure', 'unsure', { said: 'words', doubtful: true })];
    expect(headOf(told, null)).toBeUndefined();
    expect(headOf(told, () => null)).toBeUndefined();
    expect(headOf(told, says('card-expired'))).toBe('card-expired');
  });

  it('never makes less of the money than the page, and takes no diagnosis that nobody knows', () => {
    const told = [found('outcome-unknown', 'likely', { said: 'words' })];
    expect(headOf(told, says('card-expired'))).toBe('outcome-unknown');
    expect(headOf([found('no-such-thing', 'exact'), { type: 'paid', at: 1 }])).toBeUndefined();
    expect(headOf([found('card-expired', 'likely', { said: 'words' })], says('no-such-thing'))).toBe('card-expired');
  });
});
