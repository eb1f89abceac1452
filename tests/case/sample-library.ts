import type { AdviceLibrary } from '../../lib/case/advice.ts';
import type { CodeTable } from '../../lib/case/code-table.ts';
import type { Diagnosis, DiagnosisId } from '../../lib/library/schema.ts';
import type { Finding } from '../../lib/messages.ts';

/** The day of the samples: 22 November 2026, 06:05 UTC. */
export const NOW = Date.UTC(2026, 10, 22, 6, 5);

type Entry = Omit<Diagnosis, 'signals'>;

/** A made-up entry in the shape of the generated library. */
export function sampleDiagnosis(id: DiagnosisId, change: Partial<Entry> = {}): Entry {
  return {
    id,
    fixers: ['bank', 'payer'],
    outcome: 'not-paid',
    retry: { when: 'after-bank' },
    traits: {
      nameless: false,
      coversUnknownCode: false,
      unexplained: false,
      hardens: false,
      refusal: true,
      asksIssuerCountry: false,
      wording: 'own',
    },
    steps: ['answer-alert', 'open-switches', 'call-bank'],
    avoid: ['repeat'],
    party: 'bank',
    script: [],
    facts: ['fee'],
    alternatives: { visitor: ['cash'], resident: ['local-account'] },
    sources: ['guide'],
    checked: '2026-11-02',
    ...change,
  };
}

/** A library of a few entries, unlike the real one, so that a change of advice there breaks no test here. */
export const sampleLibrary: AdviceLibrary = {
  diagnoses: {
    'bank-declined': sampleDiagnosis('bank-declined'),
    'card-not-supported': sampleDiagnosis('card-not-supported', { party: 'none' }),
    'alipay-risk-control': sampleDiagnosis('alipay-risk-control', { party: 'alipay' }),
    'foreign-card-not-accepted': sampleDiagnosis('foreign-card-not-accepted', { party: 'shop' }),
    'identity-unverified': sampleDiagnosis('identity-unverified', {
      steps: ['one', 'two', 'three', 'four', 'five', 'six'],
    }),
    'outcome-unknown': sampleDiagnosis('outcome-unknown', { outcome: 'unknown', retry: { when: 'check-first' } }),
    'already-paid': sampleDiagnosis('already-paid', { outcome: 'paid', retry: { when: 'never' } }),
    'too-many-attempts': sampleDiagnosis('too-many-attempts', { retry: { when: 'after-wait', waitMinutes: 60 } }),
    'unknown-failure': sampleDiagnosis('unknown-failure', { fixers: ['unknown'], party: 'none' }),
  },
  sources: {
    guide: { title: 'A guide', where: 'https://example.com/guide', date: '2024-04-24', checked: '2026-11-02' },
    'fee-page': { title: 'A page on fees', where: '', date: '', checked: '2026-10-01' },
    'code-list': { title: 'A list of codes', where: 'javascript:alert(1)', date: '2025-03', checked: '2026-10-01' },
  },
  facts: {
    fee: {
      id: 'fee',
      values: { percent: 3 },
      confidence: 'medium',
      correctsCommonAdvice: true,
      sources: ['fee-page', 'guide'],
      checked: '2026-10-01',
    },
  },
};

export const sampleCodes: CodeTable = {
  BANK_NO: {
    diagnosis: 'bank-declined',
    meaning: 'bank-said-no',
    fixer: 'bank',
    certainty: 'likely',
    source: 'code-list',
  },
};

/** A finding as the page script sends it. */
export function sampleFinding(change: Partial<Finding> = {}): Finding {
  return {
    diagnosis: 'bank-declined',
    certainty: 'likely',
    code: '',
    evidence: [{ kind: 'family', rule: 'bank-declined/refused', quote: '发卡行拒绝交易', place: 'dialog' }],
    host: 'excashier.alipay.com',
    at: NOW,
    ...change,
  };
}
