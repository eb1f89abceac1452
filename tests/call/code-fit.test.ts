import { describe, expect, it } from 'vitest';
import { readDeclineCode } from '../../lib/call/code.ts';
import { answersThatFit } from '../../lib/call/code-fit.ts';
import words from '../../lib/i18n/locales/en/decline-codes.json';
import json from '../../lib/library/call-script.json';
import { callScript } from '../../lib/library/call-script.ts';
import codes from '../../lib/library/decline-codes.json';
import type { DeclineCode } from '../../lib/library/schema.ts';

const { answers } = callScript.parse(json).bank.nodes['read-code']!;
const fit = (typed: string, network = ''): string[] =>
  answersThatFit(answers, readDeclineCode(typed, network, codes as unknown as DeclineCode[], words).readings);

describe('the answer a code fits', () => {
  it.each([
    ['05', 'visa', ['reason-none']],
    ['05', 'mastercard', ['reason-none']],
    ['59', 'visa', ['reason-fraud']],
    ['R1', 'visa', []],
    ['R0', 'visa', []],
    ['51', 'visa', ['reason-funds']],
    ['54', 'visa', ['reason-card-status']],
    ['61', 'visa', ['reason-limit']],
  ])('%s at %s: %j', (code, network, wanted) => {
    expect(fit(code, network)).toEqual(wanted);
  });

  it('is never suspicion where the code says only "declined"', () => {
    const plain = (codes as unknown as DeclineCode[]).filter((one) => one.meaning === 'declined-no-reason');
    expect(plain.length).toBeGreaterThan(1);
    expect(plain.flatMap((one) => fit(one.code, one.scheme))).not.toContain('reason-fraud');
  });

  it('is none for a code that nobody knows', () => {
    expect(fit('Q9')).toEqual([]);
  });
});
