import { describe, expect, it } from 'vitest';
import { adviceFor, isStale } from '../../lib/case/advice.ts';
import { findingOfAnswer } from '../../lib/understand/lookup-answer.ts';
import { QUOTE_LIMIT, readFinding } from '../../lib/messages.ts';
import { NOW, sampleCodes, sampleDiagnosis, sampleFinding, sampleLibrary } from './sample-library.ts';

const DAY = 86_400_000;

describe('adviceFor', () => {
  it('carries the entry of the library and what was seen', () => {
    const finding = sampleFinding({ certainty: 'exact' });
    expect(adviceFor(finding, sampleLibrary, NOW)).toMatchObject({
      diagnosis: 'bank-declined',
      certainty: 'exact',
      fixers: ['bank', 'payer'],
      outcome: 'not-paid',
      steps: ['answer-alert', 'open-switches', 'call-bank'],
      avoid: ['repeat'],
      retry: { when: 'after-bank' },
      party: 'bank',
      alternatives: { visitor: ['cash'], resident: ['local-account'] },
      facts: [sampleLibrary.facts.fee],
      evidence: finding.evidence,
      host: 'excashier.alipay.com',
      at: NOW,
      code: null,
      stale: false,
    });
  });

  it.each(['no-such-diagnosis', 'constructor', '__proto__', 'toString', ''])('knows nothing of %j', (diagnosis) => {
    expect(adviceFor(sampleFinding({ diagnosis }), sampleLibrary, NOW)).toBeNull();
  });

  it('puts looking first where money may have moved, and only there', () => {
    const first = (diagnosis: string) => adviceFor(sampleFinding({ diagnosis }), sampleLibrary, NOW)?.checkFirst;
    expect([first('outcome-unknown'), first('already-paid'), first('bank-declined')]).toEqual([true, true, false]);
  });

  it('lets the printed code say who can fix it, when it says somebody else', () => {
    const fixers = (fixer: 'bank' | 'shop' | 'nobody' | 'unknown') =>
      adviceFor(sampleFinding({ code: 'BANK_NO' }), sampleLibrary, NOW, { BANK_NO: { ...sampleCodes.BANK_NO!, fixer } })
        ?.fixers;
    expect(fixers('shop')).toEqual(['shop']);
    expect(fixers('nobody')).toEqual(['nobody']);
    expect(fixers('bank')).toEqual(['bank', 'payer']);
    expect(fixers('unknown')).toEqual(['bank', 'payer']);
  });

  it('resolves the sources of the diagnosis, the code and the facts, each once', () => {
    const advice = adviceFor(sampleFinding({ code: 'BANK_NO' }), sampleLibrary, NOW, sampleCodes);
    expect(advice?.sources.map((one) => one.id)).toEqual(['guide', 'code-list', 'fee-page']);
    expect(advice?.sources[0]).toMatchObject({ title: 'A guide', checked: '2026-11-02' });
  });

  it('leaves out sources and facts the library lacks', () => {
    const library = {
      ...sampleLibrary,
      diagnoses: {
        'bank-declined': sampleDiagnosis('bank-declined', {
          facts: ['gone', 'valueOf'],
          sources: ['gone', 'toString', 'guide'],
        }),
      },
    };
    const advice = adviceFor(sampleFinding(), library, NOW);
    expect(advice?.facts).toEqual([]);
    expect(advice?.sources.map((one) => one.id)).toEqual(['guide']);
  });

  it('tells what a printed code means once the table is there', () => {
    const finding = sampleFinding({ code: 'BANK_NO' });
    expect(adviceFor(finding, sampleLibrary, NOW)?.code).toEqual({ text: 'BANK_NO', meaning: null, certainty: null });
    expect(adviceFor(finding, sampleLibrary, NOW, sampleCodes)?.code).toEqual({
      text: 'BANK_NO',
      meaning: 'bank-said-no',
      certainty: 'likely',
    });
  });

  it('shows an unknown code without a meaning, inherited names included', () => {
    for (const code of ['NOT_LISTED', 'constructor']) {
      expect(adviceFor(sampleFinding({ code }), sampleLibrary, NOW, sampleCodes)?.code).toEqual({
        text: code,
        meaning: null,
        certainty: null,
      });
    }
  });
});

describe('isStale', () => {
  it('turns old only after the same day a year later', () => {
    const anniversary = Date.UTC(2025, 10, 2);
    expect(isStale('2024-11-02', anniversary)).toBe(false);
    expect(isStale('2024-11-02', anniversary + 1)).toBe(true);
    expect(isStale('2024-11-02', anniversary - DAY)).toBe(false);
  });

  it('keeps a leap day until the end of February', () => {
    expect(isStale('2024-02-29', Date.UTC(2025, 1, 28, 23))).toBe(false);
    expect(isStale('2024-02-29', Date.UTC(2025, 2, 1, 1))).toBe(true);
  });

  it('counts a day that cannot be read as old', () => {
    expect(isStale('soon', NOW)).toBe(true);
  });

  it('marks the advice', () => {
    const library = {
      ...sampleLibrary,
      diagnoses: { 'bank-declined': sampleDiagnosis('bank-declined', { checked: '2025-11-01' }) },
    };
    expect(adviceFor(sampleFinding(), library, NOW)?.stale).toBe(true);
  });
});

describe('findingOfAnswer', () => {
  const answer = { diagnosis: 'bank-declined', certainty: 'likely', score: 0.8 } as const;

  it('gives a finding that gets the same advice', () => {
    const finding = findingOfAnswer({ ...answer, matched: ['发卡行拒绝'] }, NOW);
    expect(finding.evidence).toEqual([{ kind: 'family', rule: 'typed', quote: '发卡行拒绝', place: 'typed' }]);
    expect(adviceFor(finding, sampleLibrary, NOW)).toMatchObject({
      diagnosis: 'bank-declined',
      certainty: 'likely',
      host: '',
      code: null,
    });
  });

  it('names a code as a code', () => {
    const finding = findingOfAnswer({ ...answer, matched: ['BANK_NO', 'refused'], code: 'BANK_NO' }, NOW);
    expect(finding.evidence.map((one) => one.kind)).toEqual(['code', 'family']);
    expect(adviceFor(finding, sampleLibrary, NOW, sampleCodes)?.code?.meaning).toBe('bank-said-no');
  });

  it('keeps quotes few and short, so that it is a finding like any other', () => {
    const finding = findingOfAnswer({ ...answer, matched: Array.from({ length: 9 }, () => '😀'.repeat(200)) }, NOW);
    expect(finding.evidence).toHaveLength(3);
    expect([...finding.evidence[0]!.quote].length).toBeLessThanOrEqual(QUOTE_LIMIT);
    expect(
      readFinding({ ...finding, evidence: [{ ...finding.evidence[0], quote: 'x'.repeat(QUOTE_LIMIT) }] }),
    ).not.toBeNull();
  });
});
