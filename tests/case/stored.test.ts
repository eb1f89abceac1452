import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerCase } from '../../lib/case/answer.ts';
import { MOST_EVIDENCE, NOBODY } from '../../lib/case/evidence.ts';
import { readStoredEvidence, storedCase } from '../../lib/case/stored.ts';
import { everyPiece } from './every-evidence.ts';
import { brokenLaws } from './laws.ts';
import { shippedCase as data } from './shipped-case.ts';

describe('a stored case', () => {
  it('comes back as it was', () => {
    const pieces = everyPiece(data).slice(0, MOST_EVIDENCE);
    expect(readStoredEvidence(JSON.parse(JSON.stringify(storedCase(pieces))))).toEqual(pieces);
  });

  it('is read piece by piece: a broken piece is left out and the rest is kept', () => {
    const good = { kind: 'answer', question: 'vpn', answer: 'yes', at: 1 };
    const broken = [
      null,
      7,
      'x',
      {},
      { kind: 'future', at: 1 },
      { kind: 'answer', question: '<b>', answer: 'x', at: 1 },
    ];
    const also = [
      { ...good, at: Number.NaN },
      { kind: 'result', result: 'perhaps', at: 1 },
      { kind: 'told', id: 4, at: 2 },
    ];
    expect(readStoredEvidence({ version: 9, evidence: [...broken, good, ...also] })).toEqual([good]);
    for (const value of [null, undefined, 1, 'a', {}, { evidence: 5 }]) expect(readStoredEvidence(value)).toEqual([]);
  });

  it('keeps the signs of a page that was checked, and no others', () => {
    const signals = [{ kind: 'family', rule: 'bank-declined/refused', place: 'dialog' } as const];
    const checked = { kind: 'sighting', diagnosis: 'bank-declined', certainty: 'likely', code: '', at: 1 } as const;
    const odd = [...signals, null, { kind: 'spell', rule: 'x', place: 'dialog' }, { kind: 'code', place: 'nowhere' }];
    expect(readStoredEvidence([{ ...checked, signals: odd }])).toMatchObject([{ signals }]);
    expect(readStoredEvidence([{ ...checked, signals: 'all' }])[0]).not.toHaveProperty('signals');
  });

  it('of unknown ids, of names that every object has, and of thousands of pieces gives an answer that keeps the laws', () => {
    const odd = ['constructor', 'proto', 'no-such-thing', 'to-string'].flatMap((id, at) => [
      { kind: 'told', id, at },
      { kind: 'answer', question: id, answer: id, at },
      { kind: 'answer', question: 'how-far', answer: id, at },
      { kind: 'sighting', diagnosis: id, certainty: 'exact', code: 'constructor', source: id, at },
    ]);
    const many = Array.from({ length: 5000 }, (_, at) => odd[at % odd.length]);
    const evidence = readStoredEvidence(many);
    expect(evidence.length).toBe(MOST_EVIDENCE);
    const answer = answerCase({ evidence, person: NOBODY }, data);
    expect(brokenLaws(answer, data)).toEqual([]);
    expect(data.library.diagnoses[answer.head]!.traits.nameless).toBe(true);
  });

  it('never throws, whatever was stored', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const evidence = readStoredEvidence(value);
        expect(brokenLaws(answerCase({ evidence, person: NOBODY }, data), data)).toEqual([]);
      }),
    );
  });
});
