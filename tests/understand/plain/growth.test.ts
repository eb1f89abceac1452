/** Long hostile texts cost the plain lists about as much more as they are longer; what only looks for a word does not look again and again. */
import { describe, expect, it } from 'vitest';
import { moneyLeftIn } from '../../../lib/understand/money-left.ts';
import { ownWords } from '../../../lib/understand/own-words.ts';
import { isAllWell } from '../../../lib/understand/plain/all-well.ts';
import { alreadyPaidIn } from '../../../lib/understand/plain/already-paid.ts';
import { asksWhetherPaid } from '../../../lib/understand/plain/asks-paid.ts';
import { withoutDenied } from '../../../lib/understand/plain/besides.ts';
import { isNothingGone, moneyFactsIn } from '../../../lib/understand/plain/money.ts';
import { isOnlyAsked, isOnlyBlame } from '../../../lib/understand/plain/only-asked.ts';
import { isPaidForNothing } from '../../../lib/understand/plain/paid-for-nothing.ts';
import { plainFactsIn } from '../../../lib/understand/plain/plain-facts.ts';
import { retriesIn } from '../../../lib/understand/plain/retry.ts';
import { statedIn } from '../../../lib/understand/plain/stated.ts';
import { statementsOf } from '../../../lib/understand/plain/statements.ts';
import { tooLong } from '../../detect/growth.ts';

/** Beginnings of what the lists hold, which never end. */
const BEGINNINGS = [
  'payment was ',
  'thank you for your ',
  'the bank says it was not ',
  'la banque ne me ',
  'nicht mehr ohne ',
  'на карте не было ',
  'no ha sido ',
  '钱没有',
  '银行说不是',
  'お支払いが',
  '결제가 ',
  'لم يتم ',
  'เงินไม่',
  'but 200 ',
];
const TROUBLE = /failed|失败/i;

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  moneyLeftIn,
  ownWords: (text) => ownWords(text, 'Payment was declined by your bank, 支付失败。'),
  isAllWell: (text) => isAllWell(text.slice(0, 400), TROUBLE),
  alreadyPaidIn,
  asksWhetherPaid,
  withoutDenied,
  isNothingGone,
  isOnlyAsked: (text) => isOnlyAsked(text, TROUBLE),
  isOnlyBlame,
  isPaidForNothing,
  statements: (text) => {
    const statements = statementsOf(text);
    return [plainFactsIn(statements), moneyFactsIn(statements), retriesIn(statements), statedIn(statements)];
  },
};

describe('four times the text costs about four times the work', () => {
  it.each(Object.entries(READERS))('%s', (_, read) => {
    expect(tooLong((text) => void read(text), 1000, BEGINNINGS)).toEqual([]);
  });
});
