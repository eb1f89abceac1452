/** The laws of the case hold for every single piece of evidence, every pair of pieces, and long random cases, on the shipped data. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerCase } from '../../lib/case/answer.ts';
import { type Evidence, NOBODY, withEvidence } from '../../lib/case/evidence.ts';
import { hintKey } from '../../lib/case/hint-words.ts';
import { moneyOf } from '../../lib/case/outcome.ts';
import { makeTabHint } from '../../lib/case/tab-hint.ts';
import { hintTable } from '../../lib/generated/hints.ts';
import { OUTCOMES } from '../../lib/library/case-schema.ts';
import { caseOf, everyPiece, isLook } from './every-evidence.ts';
import { brokenLaws } from './laws.ts';
import { shippedCase as data } from './shipped-case.ts';

const pieces = everyPiece(data);
const describePiece = (piece: Evidence): string => JSON.stringify(piece).slice(0, 120);
const check = (...evidence: Evidence[]): string[] =>
  brokenLaws(answerCase(caseOf(...evidence), data), data).map(
    (law) => `${law}: ${evidence.map(describePiece).join(' + ')}`,
  );
const rank = (...evidence: Evidence[]): number => OUTCOMES.indexOf(moneyOf(evidence, data).outcome);

describe('the laws of the case', () => {
  it('hold for no evidence and for every single piece', () => {
    expect(pieces.length).toBeGreaterThan(250);
    expect([...check(), ...pieces.flatMap((piece) => check(piece))]).toEqual([]);
  });

  it('hold for the hint: it warns of the money exactly where the case does', () => {
    for (const piece of pieces.filter((one) => one.kind === 'sighting')) {
      const warns = ['hint.paid', 'hint.check-first'].includes(hintKey(piece, hintTable)!);
      expect(warns, describePiece(piece)).toBe(answerCase(caseOf(piece), data).outcome !== 'not-paid');
    }
    // Of a tab of which more is known, it reads the same case as the popup.
    const says = makeTabHint(hintTable);
    const now = 1_790_000_100_000;
    for (const piece of pieces) {
      const parts = { tab: 1, page: [], paid: null, stored: [piece], attempts: [], person: NOBODY };
      const warns = ['hint.paid', 'hint.check-first'].includes(says(parts, now));
      expect(warns, describePiece(piece)).toBe(answerCase(caseOf(piece), data).outcome !== 'not-paid');
    }
  });

  it('hold for texts of which the second reading is of another cause, the money among them', () => {
    const ids = Object.keys(data.library.diagnoses);
    const sighting = (diagnosis: string) => ({ diagnosis, certainty: 'unsure' as const, code: '' });
    const texts = ids.flatMap((first) =>
      ids.map((second): Evidence => {
        const sightings = [sighting(first), sighting(second)];
        return { kind: 'text', sightings, facts: [], quotes: [], at: 1_790_000_000_000 };
      }),
    );
    expect(texts.flatMap((text) => check(text)).slice(0, 5)).toEqual([]);
  });

  it('hold for every pair of pieces that touches the money, in both orders', () => {
    // Pieces that say nothing of the money behave alike in pairs; the random cases below mix them too.
    const touching = pieces.filter((piece) => rank(piece) > 0 || isLook(piece, data));
    const broken = touching.flatMap((one) => pieces.flatMap((other) => [...check(one, other), ...check(other, one)]));
    expect(broken.slice(0, 5)).toEqual([]);
  }, 300_000);

  it('hold for long random cases, and nothing but a look lowers the outcome', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), (evidence) => {
        expect(check(...evidence)).toEqual([]);
        evidence.forEach((piece, at) => {
          if (!isLook(piece, data))
            expect(rank(...evidence.slice(0, at + 1))).toBeGreaterThanOrEqual(rank(...evidence.slice(0, at)));
        });
      }),
      { numRuns: 400 },
    );
  }, 120_000);

  it('what is said exactly is not talked away by answers', () => {
    const exact = pieces.filter((piece) => piece.kind === 'sighting' && piece.certainty === 'exact');
    const answers = pieces.filter((piece) => piece.kind === 'answer' && rank(piece) === 0 && !isLook(piece, data));
    fc.assert(
      fc.property(
        fc.constantFrom(...exact),
        fc.array(fc.constantFrom(...answers), { maxLength: 10 }),
        (page, given) => {
          const nameless =
            page.kind === 'sighting' && data.library.diagnoses[page.diagnosis as never]!['traits']['nameless'];
          fc.pre(!nameless);
          const told = given.some(
            (piece) => piece.kind === 'answer' && `${piece.question}/${piece.answer}` in data.sameTell,
          );
          fc.pre(!told);
          expect(answerCase(caseOf(page, ...given), data).head).toBe(page.kind === 'sighting' && page.diagnosis);
        },
      ),
      { numRuns: 400 },
    );
  }, 120_000);

  it('"I don\'t know" changes nothing', () => {
    for (const { id } of data.model.questions) {
      const { next: _next, ...bare } = answerCase(caseOf(), data);
      const { next: _other, ...told } = answerCase(
        caseOf({ kind: 'answer', question: id, answer: 'dont-know', at: 1 }),
        data,
      );
      expect(told).toEqual(bare);
    }
  });

  it('all "I don\'t know" names no cause', () => {
    const unknown = data.model.questions.map(({ id }): Evidence => ({
      kind: 'answer',
      question: id,
      answer: 'dont-know',
      at: 1,
    }));
    const answer = answerCase(caseOf(...unknown), data);
    expect(data.library.diagnoses[answer.head]!.traits.nameless).toBe(true);
    expect(answer.next).toBeNull();
  });

  it('a payment made is over whatever was said before', () => {
    for (const piece of pieces) {
      const paid = withEvidence(caseOf(piece), { kind: 'result', result: 'paid', at: 9e9 });
      expect(answerCase(paid, data).outcome).toBe('paid');
    }
  });

  it("money that is gone is lowered by Alipay's records and the bank together, by neither alone", () => {
    const gone: Evidence = { kind: 'told', id: 'bank-held', from: '', at: 1 };
    const alipay: Evidence = { kind: 'answer', question: 'payment-record', answer: 'not-there', at: 2 };
    const bank: Evidence = { kind: 'told', id: 'bank-reversed', from: '', at: 3 };
    expect(moneyOf([gone, alipay], data).outcome).toBe('held');
    expect(moneyOf([gone, bank], data).outcome).toBe('held');
    expect(moneyOf([gone, alipay, bank], data).outcome).toBe('not-paid');
    expect(moneyOf([gone, bank, alipay], data).outcome).toBe('not-paid');
    // A new try makes the looks stale: they were about the one before.
    const again: Evidence = { kind: 'result', result: 'pending', at: 4 };
    expect(moneyOf([gone, alipay, again, bank], data).outcome).toBe('held');
    expect(moneyOf([gone, alipay, bank, again], data).outcome).toBe('maybe-paid');
  });
});
