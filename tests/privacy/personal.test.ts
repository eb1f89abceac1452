import { describe, expect, it } from 'vitest';
import { maskedFinding } from '../../lib/state/masked.ts';
import { redact } from '../../lib/privacy/redact.ts';
import { FRAMES, PERSONAL, personalIn } from '../hostile/personal.ts';

describe('the search for personal data', () => {
  it.each(PERSONAL)('finds $name where it stands', (one) => {
    for (const frame of FRAMES) expect(personalIn(frame(one.text)).join()).toContain(one.name);
  });

  it('finds none in the words around, in times and in masks', () => {
    for (const frame of FRAMES) expect(personalIn(frame(`•••• ${Date.now()}`))).toEqual([]);
  });
});

describe('masking', () => {
  it.each(PERSONAL)('hides $name', ({ text }) => {
    for (const frame of FRAMES)
      for (const limit of [40, 80, 500]) expect(personalIn(redact(frame(text), limit))).toEqual([]);
  });

  it.each(PERSONAL)('hides $name at the place where a text is cut', ({ text }) => {
    for (let before = 0; before < text.length + 4; before++)
      expect(personalIn(redact(`${'长'.repeat(78 - before)} ${text}`, 80))).toEqual([]);
  });

  it.each(PERSONAL)('hides $name in what a compromised page process tells', ({ text }) => {
    const told = maskedFinding(
      {
        diagnosis: 'bank-declined',
        certainty: 'unsure',
        code: text,
        host: text,
        at: 1,
        evidence: FRAMES.map((frame) => ({
          kind: 'structure' as const,
          rule: `unknown-failure/${text}`,
          quote: frame(text).slice(0, 81),
          place: 'alert' as const,
        })),
      },
      'mclient.alipay.com',
      1,
    );
    expect(personalIn(JSON.stringify(told))).toEqual([]);
  });

  it.each([
    '付款失败，该银行卡不支持此交易，请更换其他银行卡',
    '尊敬的用户，您的账户存在风险',
    '请持卡人联系发卡银行',
    'Your bank declined the payment. Please contact your card issuer.',
    'Dear customer, try again in 24 h.',
    '系统繁忙，请稍后再试（SYSTEM_ERROR）',
    'isv.invalid-signature',
    '单笔限额 5,000 元，3 天后再试',
    '先生您好，付款失败',
  ])('leaves the words of a message: %s', (text) => {
    expect(redact(text, 200)).toBe(text.normalize('NFKC'));
  });

  it('takes a long text in a short time', () => {
    const started = performance.now();
    for (const part of ['a', '长', '1 ', 'a1', 'A-', '*', 'a.', '姓名:', 'https://', '路', 'Mr A ', '(', 'a=', 'DE89 '])
      redact(part.repeat(1_000_000 / part.length), 500);
    expect(performance.now() - started).toBeLessThan(1500);
  });
});
