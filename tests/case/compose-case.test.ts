import { describe, expect, it } from 'vitest';
import { answerCase } from '../../lib/case/answer.ts';
import { chosenCause, composeCase, namelessOf, type PageFinding } from '../../lib/case/compose-case.ts';
import { type Evidence, NOBODY, type ResultEvidence, type SightingEvidence } from '../../lib/case/evidence.ts';
import { DONT_KNOW } from '../../lib/case/interview-model.ts';
import { MOST_ANSWERS, shownAnswers } from '../../lib/case/shown-answers.ts';
import { NOW, sampleFinding } from './sample-library.ts';
import { caseOf } from './every-evidence.ts';
import { shippedCase as data } from './shipped-case.ts';

const page = (diagnosis: string, at = NOW, live = true): PageFinding => ({
  document: `document-${diagnosis}`,
  finding: sampleFinding({ diagnosis, certainty: 'exact', at }),
  live,
});
const other: SightingEvidence = {
  kind: 'sighting',
  diagnosis: 'outcome-unknown',
  certainty: 'likely',
  code: '',
  source: 'attempt:3:1',
  live: false,
  quotes: [],
  host: '',
  at: NOW - 60_000,
};
const compose = (parts: {
  page?: PageFinding[];
  paid?: ResultEvidence;
  stored?: Evidence[];
  others?: SightingEvidence[];
}) => composeCase({ page: [], stored: [], others: [], person: NOBODY, ...parts }, data.library);
const answer = (parts: Parameters<typeof compose>[0]) => answerCase(compose(parts), data);
const looked = (found: string, at: number): Evidence => ({ kind: 'answer', question: 'looked', answer: found, at });

describe('a composed case', () => {
  it('stands in the order of time, so that a look answers only what was before it', () => {
    expect(answer({ page: [page('outcome-unknown')], stored: [looked('not-paid', NOW + 1)] }).outcome).toBe('not-paid');
    expect(answer({ page: [page('outcome-unknown')], stored: [looked('not-paid', NOW - 1)] }).outcome).toBe(
      'maybe-paid',
    );
  });

  it('puts a payment of another tab before what fails here, until somebody looked', () => {
    const parts = { page: [page('bank-declined')], others: [other] };
    expect(answer(parts)).toMatchObject({ outcome: 'maybe-paid', head: 'outcome-unknown' });
    expect(answer({ ...parts, stored: [looked('not-paid', NOW + 1)] })).toMatchObject({
      outcome: 'not-paid',
      head: 'bank-declined',
    });
  });
});

describe('a payment that went through after a failure', () => {
  const paid: ResultEvidence = { kind: 'result', result: 'paid', at: NOW + 1 };

  it('ends what was told and seen before it', () => {
    expect(answer({ page: [page('bank-declined', NOW, false)], paid }).outcome).toBe('paid');
    expect(answer({ stored: [chosenCause('card-expired', NOW)], paid }).outcome).toBe('paid');
  });

  it('says nothing alone, nor of what came after it', () => {
    expect(compose({ paid }).evidence).toEqual([]);
    expect(compose({ stored: [chosenCause('card-expired', NOW + 2)], paid }).evidence).toHaveLength(1);
  });
});

describe('"That\'s not it"', () => {
  const denied = (at: number): Evidence => chosenCause(namelessOf(data.library), at);

  it('takes the page at its word no more, and a chosen cause instead', () => {
    const parts = { page: [page('bank-declined')] };
    expect(answer({ ...parts, stored: [denied(NOW + 1)] }).head).toBe(namelessOf(data.library));
    expect(answer({ ...parts, stored: [chosenCause('card-expired', NOW + 1)] }).head).toBe('card-expired');
  });

  it('does not outlive the next failure on the page', () => {
    expect(answer({ page: [page('bank-declined', NOW + 2)], stored: [denied(NOW + 1)] }).head).toBe('bank-declined');
  });

  it('never talks away that money may be gone', () => {
    for (const { id, outcome } of Object.values(data.library.diagnoses)) {
      const stored = [chosenCause('card-expired', NOW + 1)];
      const text: Evidence = {
        kind: 'text',
        sightings: [{ diagnosis: id, certainty: 'exact', code: '' }],
        facts: [],
        quotes: [],
        at: NOW,
      };
      const isGone = outcome !== 'not-paid';
      expect(answer({ page: [page(id)], stored }).checkFirst).toBe(isGone);
      expect(answer({ stored: [text, ...stored] }).checkFirst).toBe(isGone);
    }
  });
});

describe('the answers shown at once', () => {
  it('are at most five and the rest, together all but "I don\'t know", in the order of the data', () => {
    for (const { id, answers } of data.model.questions) {
      const { shown, more } = shownAnswers(caseOf(), { looked: false }, id, data);
      const all = answers.map((one) => one.id).filter((one) => one !== DONT_KNOW);
      expect(shown.length).toBeLessThanOrEqual(MOST_ANSWERS);
      expect([...shown, ...more].sort()).toEqual([...all].sort());
      expect(all.filter((one) => shown.includes(one))).toEqual(shown);
    }
  });

  it('are the likeliest, by all that is known', () => {
    const told: Evidence = { kind: 'told', id: 'alipay-restricted', from: '', at: NOW };
    const ids = (one: Evidence[]) => shownAnswers(caseOf(...one), { looked: false }, 'message-words', data).shown;
    expect(ids([told])).toContain('names-account');
    expect(ids([])).not.toEqual(ids([told]));
  });

  it('know nothing of a question that is not there', () => {
    expect(shownAnswers(caseOf(), { looked: false }, 'constructor', data)).toEqual({ shown: [], more: [] });
  });
});
