import { describe, expect, it } from 'vitest';
import { lawfulEnd } from '../../lib/call/end.ts';
import json from '../../lib/library/call-script.json';
import { callScript } from '../../lib/library/call-script.ts';

const { bank, alipay, shop } = callScript.parse(json);

describe('the end that may be shown', () => {
  it('is the one the call led to while nothing speaks against it', () => {
    expect(lawfulEnd(bank, 'use-other-card', { outcome: 'not-paid', changed: false })).toBe('use-other-card');
    expect(lawfulEnd(bank, 'retry-now-once', { outcome: 'not-paid', changed: true })).toBe('retry-now-once');
  });
  it.each([
    ['maybe-paid', 'check-before-paying'],
    ['held', 'wait-for-hold'],
    ['paid', 'done-paid'],
  ] as const)('looks first while the money is %s', (outcome, end) => {
    for (const offered of ['retry-now-once', 'use-other-card', 'use-other-way', 'open-own-app-switch'])
      expect(lawfulEnd(bank, offered, { outcome, changed: true })).toBe(end);
    expect(lawfulEnd(shop, 'pay-by-cash', { outcome: 'held', changed: false })).toBe('check-before-paying');
  });
  it('leaves advice that pays nothing', () => {
    expect(lawfulEnd(bank, 'hang-up-call-again', { outcome: 'paid', changed: false })).toBe('hang-up-call-again');
    expect(lawfulEnd(alipay, 'appeal-in-app', { outcome: 'maybe-paid', changed: false })).toBe('appeal-in-app');
  });
  it('asks in writing instead of "try now" when nothing was changed', () => {
    expect(lawfulEnd(bank, 'retry-now-once', { outcome: 'not-paid', changed: false })).toBe('call-back-written');
    expect(lawfulEnd(alipay, 'retry-now-once', { outcome: 'not-paid', changed: false })).toBe('ask-in-writing');
  });
  it('lets an unknown end pass', () => {
    expect(lawfulEnd(bank, 'constructor', { outcome: 'paid', changed: false })).toBe('constructor');
  });
});
