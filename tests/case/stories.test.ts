/** Laws of cases that are told in words: what somebody says in a sentence counts as what he says by a button. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerCase } from '../../lib/case/answer.ts';
import { isLook, speaksOfMoney } from '../../lib/case/case-data.ts';
import { type Evidence } from '../../lib/case/evidence.ts';
import { readCase } from '../../lib/case/read-case.ts';
import { makeStoryReader } from '../../lib/understand/story.ts';
import { shippedReaders } from '../../scripts/shipped-readers.ts';
import { caseOf } from './every-evidence.ts';
import { brokenLaws } from './laws.ts';
import { shippedCase as data } from './shipped-case.ts';

const { lookup, learned } = shippedReaders();
const understand = makeStoryReader(
  lookup,
  learned,
  (question, answer) => isLook(question, answer, data),
  (one) => speaksOfMoney(one, data),
);
const answerTo = (value: object) => answerCase(readCase(value, data, understand).case, data);
const ids = Object.keys(data.library.diagnoses);

const WORKED = [
  'I tried again and it worked.',
  'Beim zweiten Versuch hat es geklappt.',
  '再试了一次，成功了',
  'Попробовал ещё раз, и платёж прошёл.',
  'もう一度試したら成功しました。',
];
const LIFTED = ['The bank has lifted the block.', 'Die Bank hat die Sperre aufgehoben.', '银行已经解除了限制。'];
const FAILED = [
  'I tried again and it failed again.',
  'Ich habe es nochmal versucht, wieder abgelehnt.',
  '又试了一次，还是失败。',
];

describe('stories keep the laws', () => {
  it('a retry that worked is a payment made, whatever the page showed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ids), fc.constantFrom(...WORKED), (diagnosis, text) => {
        const answer = answerTo({ page: { diagnosis, certainty: 'exact' }, texts: [text] });
        expect([answer.outcome, answer.retry.when, answer.ways]).toEqual(['paid', 'never', []]);
        expect(brokenLaws(answer, data)).toEqual([]);
      }),
    );
  });

  it('a lift is worth one try, and the try that failed uses it up; the order is that of telling', () => {
    const page = { diagnosis: 'bank-declined', certainty: 'exact' };
    LIFTED.forEach((lift, at) => {
      expect(answerTo({ page, texts: [lift] }).main.action).toBe('retry');
      expect(answerTo({ page, texts: [`${lift} ${FAILED[at]}`] }).main.action).not.toBe('retry');
      expect(answerTo({ page, texts: [lift, FAILED[at]] }).main.action).not.toBe('retry');
      expect(answerTo({ page, texts: [`${FAILED[at]} ${lift}`] }).money.changedBy).toBe('bank-lifted');
    });
  });

  it('a change is one only for the causes it mends, where the cause was named', () => {
    const changes: Evidence[] = [
      ...['bank-lifted', 'alipay-lifted'].map((id): Evidence => ({ kind: 'told', id, from: '', at: 2 })),
      ...['switch-on', 'detail-corrected', 'money-added', 'waited', 'new-order'].map((answer): Evidence => ({
        kind: 'answer',
        question: 'changed',
        answer,
        at: 2,
      })),
    ];
    const curesOf = (piece: Evidence): readonly string[] =>
      (piece.kind === 'told'
        ? data.tellMarks[piece.id]!
        : data.answerMarks[`changed/${(piece as { answer: string }).answer}`]!
      ).cures!;
    let tries = 0;
    for (const diagnosis of ids)
      for (const change of changes) {
        const page: Evidence = {
          kind: 'sighting',
          diagnosis,
          certainty: 'exact',
          code: '',
          source: 'page',
          live: true,
          quotes: [],
          host: '',
          at: 1,
        };
        const answer = answerCase(caseOf(page, change), data);
        expect(brokenLaws(answer, data)).toEqual([]);
        if (answer.main.action !== 'retry') continue;
        tries++;
        const isNamed = answer.causes[0]!.certainty !== 'unsure';
        expect(!isNamed || curesOf(change).includes(answer.head), `${diagnosis} + ${JSON.stringify(change)}`).toBe(
          true,
        );
      }
    expect(tries).toBeGreaterThan(15);
    for (const diagnosis of ['foreign-card-not-accepted', 'merchant-integration-error', 'card-expired'])
      expect(answerTo({ page: { diagnosis, certainty: 'exact' }, told: ['bank-lifted'] }).main.action).not.toBe(
        'retry',
      );
  });

  it('money at the end of a long text counts, and in the middle of a longer one', () => {
    const filler = 'The cashier scanned my code, and I waited at the till.\n';
    const money = 'The payment failed but my card was charged by the bank.\n';
    for (const text of [filler.repeat(120) + money, filler.repeat(300) + money + filler.repeat(300)])
      expect(answerTo({ texts: [text] }).outcome).not.toBe('not-paid');
  });

  it('of many texts the newest are kept, and what was cut is named', () => {
    const texts = Array.from({ length: 200 }, (_, at) => `hello there ${at}`);
    const read = readCase({ texts: [...texts, '支付失败，但是银行卡已经扣款了'] }, data, understand);
    expect(answerCase(read.case, data).outcome).not.toBe('not-paid');
    expect(read.ignored.join()).toContain('older');
    const told = ['bank-held', ...Array.from({ length: 100 }, () => 'bank-lifted')];
    expect(answerTo({ told }).outcome).toBe('held');
  });
});
