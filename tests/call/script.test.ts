import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerCall,
  backCall,
  beginCall,
  chooseParty,
  currentNode,
  fitProgress,
  outcomesTold,
  planCall,
  progressOf,
  readProgress,
  topicsFor,
  type CallPlan,
  type CallProgress,
} from '../../lib/call/script.ts';
import json from '../../lib/library/call-script.json';
import { callScript } from '../../lib/library/call-script.ts';

const SCRIPT = callScript.parse(json);
const BANK = planCall(SCRIPT.bank, []);

/** Follows answers from the start; fails where a card does not offer one. */
function call(plan: CallPlan, ...answers: string[]): CallProgress {
  return answers.reduce((progress, answer) => {
    const next = answerCall(plan, progress, answer);
    expect(next, `${currentNode(plan, progress).id} offers ${answer}`).not.toBe(progress);
    return next;
  }, beginCall(plan));
}
const cardAfter = (plan: CallPlan, ...answers: string[]) => currentNode(plan, call(plan, ...answers));

describe('planCall', () => {
  it('asks "do you see it?" first, then what the diagnosis names, then the core', () => {
    expect(planCall(SCRIPT.bank, ['funds', 'limits', 'when-retry']).topics).toEqual([
      'see-attempt',
      'funds',
      'limits',
      'read-code',
      'fraud-hold',
    ]);
  });
  it('leaves out what belongs to another place: no scanner in an online shop', () => {
    expect(planCall(SCRIPT.shop, [], 'shop').topics).toEqual(['scan-my-code', 'merchant-code', 'card-or-cash']);
    expect(planCall(SCRIPT.shop, [], 'unknown').topics).toEqual(planCall(SCRIPT.shop, [], 'shop').topics);
    expect(planCall(SCRIPT.shop, [], 'online')).toMatchObject({ topics: ['other-method'], start: 'shop-other-method' });
    const broken = topicsFor(SCRIPT.shop, { id: 'merchant-integration-error', script: [] });
    expect(planCall(SCRIPT.shop, broken, 'online').topics).toEqual(['tell-the-shop', 'other-method']);
  });
  it('asks the usual questions when nothing is known', () => {
    expect(BANK.topics).toEqual(SCRIPT.bank.usual);
    expect(planCall(SCRIPT.bank, ['no-such-topic', 'constructor']).topics).toEqual(SCRIPT.bank.usual);
  });
  it('is trimmed and the same each time', () => {
    const all = Object.keys(SCRIPT.bank.topics);
    expect(planCall(SCRIPT.bank, [...all, ...all]).topics).toEqual(all.slice(0, 8));
    expect(planCall(SCRIPT.bank, ['limits'])).toEqual(planCall(SCRIPT.bank, ['limits']));
  });
  it('starts a shop card with what the diagnosis needs', () => {
    const topics = topicsFor(SCRIPT.shop, { id: 'already-paid', script: [] });
    expect(planCall(SCRIPT.shop, topics)).toMatchObject({ start: 'shop-check-paid', topics: ['check-paid'] });
  });
  it('takes the script of the file before the graph’s own', () => {
    expect(topicsFor(SCRIPT.alipay, { id: 'identity-unverified', script: ['limits', 'funds'] })).toEqual(['limits']);
    expect(topicsFor(SCRIPT.alipay, { id: 'identity-unverified', script: [] })).toEqual(['identity']);
    expect(topicsFor(SCRIPT.bank, null)).toEqual([]);
  });
});

describe('the course of a call', () => {
  it('goes from the opening to the reason the bank names and to one try', () => {
    const plan = planCall(SCRIPT.bank, ['see-attempt', 'read-code', 'fraud-hold', 'limits']);
    const answers = ['next', 'sees-declined', 'reason-limit', 'limit-raised', 'try-now', 'cannot-stay', 'next'];
    const progress = call(plan, ...answers);
    expect(progress.path.map((step) => step.to)).toEqual([
      'see-attempt',
      'read-code',
      'limits',
      'when-retry',
      'try-now',
      'reference',
      'end-retry-now-once',
    ]);
    expect(currentNode(plan, progress)).toMatchObject({ outcome: 'retry-now-once', answers: [], next: null });
    expect(outcomesTold(progress)).toEqual(['bank-saw-attempt', 'bank-limit', 'bank-lifted']);
  });

  it('asks a topic the plan left out when it is the reason', () => {
    expect(cardAfter(planCall(SCRIPT.bank, ['see-attempt']), 'next', 'sees-declined', 'reason-funds').id).toBe('funds');
  });

  it('sends to Alipay when the bank has nothing on file', () => {
    const plan = planCall(SCRIPT.bank, []);
    const progress = call(plan, 'next', 'sees-nothing', 'still-nothing', 'card-is-open', 'next');
    expect(currentNode(plan, progress)).toMatchObject({ outcome: 'go-to-alipay', opens: 'alipay' });
    expect(outcomesTold(progress)).toEqual(['bank-saw-nothing']);
  });

  it.each([
    ['cannot-discuss', 'card-can-pay', 'let-one-through'],
    ['what-is-alipay', 'understood', 'see-attempt'],
    ['cannot-whitelist', 'let-through', 'when-retry'],
    ['must-visit-branch', 'goes-on-now', 'see-attempt'],
    ['call-back-tomorrow', 'names-time', 'reference'],
    ['please-hold', 'back-on-line', 'see-attempt'],
    ['asks-full-number', 'type-on-keypad', 'see-attempt'],
    ['asks-password-letters', 'verified', 'see-attempt'],
    ['must-verify', 'verified', 'see-attempt'],
    ['call-alipay', 'still-nothing', 'reference'],
    ['shop-must-fix', 'shop-refused', 'reference'],
    ['wait-24-hours', 'opened-sooner', 'when-retry'],
    ['cannot-lift', 'connected', 'see-attempt'],
    ['other-department', 'connected', 'see-attempt'],
    ['will-call-back', 'goes-on-now', 'see-attempt'],
    ['asks-for-code', 'checks-otherwise', 'see-attempt'],
  ])('%s is answered, then %s leads to %s', (interruption, answer, node) => {
    expect(cardAfter(BANK, 'next', interruption, answer).id).toBe(node);
  });

  it('breaks off at once when somebody insists on a code', () => {
    expect(cardAfter(BANK, 'next', 'asks-for-code', 'insists-on-code').outcome).toBe('hang-up-call-again');
  });

  it('offers an interruption until its card was seen, and those that can come always on every card', () => {
    const offered = (...answers: string[]) => cardAfter(BANK, ...answers).interruptions.map((one) => one.id);
    expect(offered('next')).toContain('must-verify');
    expect(offered('next', 'must-verify')).toEqual([]);
    expect(offered('next', 'must-verify', 'verified')).toContain('must-verify');
    expect(offered('next', 'sees-nothing')).toContain('please-hold');
    expect(offered('next', 'sees-nothing')).not.toContain('cannot-discuss');
    expect(offered('next', 'call-alipay', 'found-now')).not.toContain('call-alipay');
    expect(offered('next', 'call-alipay', 'found-now')).not.toContain('shop-must-fix');
  });

  it('an answer to the opening makes "do you see it?" needless', () => {
    expect(cardAfter(BANK, 'sees-declined').id).toBe('read-code');
    expect(cardAfter(BANK, 'sees-declined', 'next', 'next').id).toBe('international-online');
    expect(cardAfter(BANK, 'was-it-you').id).toBe('it-was-me');
    expect(outcomesTold(call(BANK, 'was-it-you'))).toEqual(['bank-saw-attempt', 'bank-fraud-hold']);
    expect(cardAfter(BANK, 'was-it-you', 'next').id).toBe('international-online');
  });

  it('says "try now" only after something was changed', () => {
    const plan = planCall(SCRIPT.bank, ['see-attempt']);
    const unchanged = ['sees-declined', 'next', 'next', 'next', 'next'];
    expect(cardAfter(plan, ...unchanged.slice(0, -2)).id).toBe('let-one-through');
    expect(cardAfter(plan, ...unchanged, 'next').outcome).toBe('call-back-written');
    expect(cardAfter(plan, ...unchanged.slice(0, -1), 'try-now').id).toBe('what-changed');
    expect(cardAfter(plan, ...unchanged.slice(0, -1), 'try-now', 'marked-genuine', 'next', 'next').outcome).toBe(
      'retry-now-once',
    );
    const again = ['was-it-you', 'hold-removed', 'try-now', 'payment-failed-again', 'refused-again', 'next'];
    expect(cardAfter(plan, ...again).outcome).toBe('use-other-card');
    const alipay = planCall(SCRIPT.alipay, ['card-product']);
    expect(cardAfter(alipay, 'next', 'next', 'next', 'next', 'next', 'next').outcome).toBe('ask-in-writing');
  });

  it('a payment that was approved and then cancelled is asked about, not paid again', () => {
    const progress = call(BANK, 'sees-approved', 'reversed', 'next');
    expect(currentNode(BANK, progress).outcome).toBe('alipay-cancelled');
    expect(outcomesTold(progress)).toEqual(['bank-approved', 'bank-reversed']);
  });

  it('counts stations: side cards do not move it, a named reason shortens it', () => {
    const at = (...answers: string[]) => progressOf(BANK, call(BANK, ...answers));
    expect(at()).toEqual({ step: 1, of: 11 });
    expect(at('next')).toEqual({ step: 2, of: 11 });
    expect(at('next', 'must-verify')).toEqual({ step: 2, of: 11 });
    expect(at('next', 'sees-declined')).toEqual({ step: 3, of: 11 });
    expect(at('next', 'sees-declined', 'reason-limit')).toEqual({ step: 4, of: 6 });
    expect(at('next', 'sees-declined', 'reason-limit', 'within-limits')).toEqual({ step: 5, of: 11 });
  });

  it('goes back one card, and takes back what that answer told', () => {
    const progress = call(BANK, 'next', 'sees-declined', 'reason-funds');
    expect(currentNode(BANK, backCall(progress)).id).toBe('read-code');
    expect(outcomesTold(backCall(progress))).toEqual(['bank-saw-attempt']);
    expect(backCall(beginCall(BANK))).toEqual(beginCall(BANK));
  });

  it('ignores an answer the card does not have, and changes nothing it is given', () => {
    const progress = call(BANK, 'next');
    const copy = structuredClone(progress);
    expect(answerCall(BANK, progress, 'try-now')).toBe(progress);
    answerCall(BANK, progress, 'sees-nothing');
    expect(progress).toEqual(copy);
  });

  it('chooses the sheet asked for, else the diagnosis’ own, else the bank’s', () => {
    expect(chooseParty('shop', 'alipay')).toBe('shop');
    expect(chooseParty('police', 'alipay')).toBe('alipay');
    expect(chooseParty(null, 'none')).toBe('bank');
    expect(chooseParty(undefined, undefined)).toBe('bank');
  });
});

describe('stored progress', () => {
  it('is read back as it was', () => {
    const progress = call(
      BANK,
      'next',
      'must-verify',
      'verified',
      'sees-declined',
      'reason-limit',
      'limit-stays',
      'some-left',
    );
    expect(readProgress(JSON.parse(JSON.stringify(progress)))).toEqual(progress);
    expect(fitProgress(BANK, progress)).toEqual(progress);
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'bank'],
    ['another party', { party: 'police', path: [] }],
    ['a path of something else', { party: 'bank', path: 'next' }],
    [
      'too many steps',
      { party: 'bank', path: Array.from({ length: 81 }, () => ({ node: 'a', answer: 'a', to: 'a', tells: [] })) },
    ],
    ['a step with a strange id', { party: 'bank', path: [{ node: '<b>', answer: 'a', to: 'a', tells: [] }] }],
    [
      'steps that do not follow',
      {
        party: 'bank',
        path: [
          { node: 'a', answer: 'b', to: 'c', tells: [] },
          { node: 'd', answer: 'b', to: 'c', tells: [] },
        ],
      },
    ],
  ])('%s is none', (_name, value) => {
    expect(readProgress(value)).toBeNull();
  });

  it('is total: anything gives null or a progress that every function takes', () => {
    const id = fc.constantFrom(
      'opening',
      'see-attempt',
      'next',
      'reference',
      'end-done-paid',
      'end-nothing',
      'constructor',
      'x',
    );
    const step = fc.record({
      node: id,
      answer: id,
      to: id,
      tells: fc.array(id, { maxLength: 2 }),
      end: fc.option(id, { nil: undefined }),
    });
    const likely = fc.record({ party: fc.constantFrom('bank', 'shop', 'x'), path: fc.array(step, { maxLength: 4 }) });
    fc.assert(
      fc.property(fc.oneof(fc.anything(), likely), (value) => {
        const progress = readProgress(value);
        if (!progress) return;
        const plan = planCall(SCRIPT[progress.party], []);
        expect(currentNode(plan, progress).id).toBeTypeOf('string');
        expect(progressOf(plan, progress).step).toBeGreaterThan(0);
        const fitted = fitProgress(plan, progress);
        expect(fitProgress(plan, fitted)).toEqual(fitted);
      }),
    );
  });

  it('of an older script is kept up to the first card that is no more', () => {
    const progress = call(BANK, 'next', 'sees-declined', 'reason-limit');
    const older = { ...progress, path: progress.path.with(1, { ...progress.path[1]!, answer: 'said-something-old' }) };
    expect(fitProgress(BANK, older).path).toHaveLength(1);
    expect(fitProgress(planCall(SCRIPT.bank, ['funds']), progress).path).toHaveLength(3);
    expect(fitProgress(planCall(SCRIPT.alipay, []), progress).path).toEqual([]);
    expect(fitProgress(planCall(SCRIPT.shop, []), progress)).toEqual({ party: 'shop', path: [] });
  });
});
