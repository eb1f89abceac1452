/**
 * Before and after everything else that is read from a text: what it says plainly of the money. Nobody may be led to pay twice by a cause that
 * is named more loudly, and nobody is warned of money that was not taken.
 */
import type { DiagnosisId } from '../library/schema.ts';
import { redactLines } from '../privacy/redact.ts';
import { bothEnds, MOST_TEXT } from './both-ends.ts';
import { LOOKUP_LIMIT, type Lookup, type LookupAnswer } from './lookup-answer.ts';
import { moneyLeftIn } from './money-left.ts';
import { alreadyPaidIn } from './plain/already-paid.ts';
import { asksWhetherPaid } from './plain/asks-paid.ts';
import { isApprovedYetFailed } from './plain/bank-approved.ts';
import { withoutDenied } from './plain/besides.ts';
import { isNothingGone, isOnlyHeld } from './plain/money.ts';
import { isPaidForNothing } from './plain/paid-for-nothing.ts';
import { isPaidTwice } from './plain/paid-twice.ts';
import { maskedClause } from './telling-clause.ts';

/** Answers are told as possibilities; more of them help nobody. */
export const MOST = 5;
/** The least score of what is said in plain words: above what a second look takes to warn of money (second-look.ts). */
export const SAID_PLAINLY = 0.85;
/** From so many characters on a text is more than one story, and what surrounds a statement is so many on each side. */
const LONG = 1000;
const AROUND = 200;

/**
 * Puts the money first. Never throws; anything but text gives no answer.
 * @param read what else a text says, of at most LOOKUP_LIMIT characters
 * @param isOthers whether a text is surely about something else
 * @param nameless the diagnosis of a failure without a named cause
 * @param money the diagnoses that say that it is paid, and that it may be
 */
export function moneyFirst(
  read: (text: string) => readonly LookupAnswer[],
  isOthers: (text: string) => boolean,
  { nameless, money: [paid, maybePaid] }: { nameless: string; money: readonly string[] },
): Lookup {
  return (input) => {
    const whole = typeof input === 'string' ? bothEnds(input, MOST_TEXT) : '';
    const answers = read(bothEnds(whole, LOOKUP_LIMIT));
    const told = answers.length ? withoutMoney(whole, answers) : (paidOrAsked(whole) ?? aroundMoney(whole));
    return headed(whole, heldOnly(whole, told));
  };

  function answer(
    diagnosis: string | undefined,
    certainty: LookupAnswer['certainty'],
    score: number,
    matched: string[],
  ): LookupAnswer {
    return { diagnosis: diagnosis as DiagnosisId, certainty, score, matched };
  }

  /** What says in plain words that it is paid is believed where nothing else is heard; who only asks is told to look before paying again. */
  function paidOrAsked(whole: string): readonly LookupAnswer[] | null {
    const said = paid ? (alreadyPaidIn(whole) ?? (isPaidTwice(whole) ? whole : null)) : null;
    if (said !== null) return [answer(paid, 'likely', SAID_PLAINLY, [maskedClause(whole, said)])];
    if (!maybePaid || !(asksWhetherPaid(whole) || isPaidForNothing(whole))) return null;
    return [answer(maybePaid, 'unsure', SAID_PLAINLY, [redactLines(whole)])];
  }

  /** Where nothing was taken, words of money are no sign that something was: what remains is read again without them. */
  function withoutMoney(whole: string, answers: readonly LookupAnswer[]): readonly LookupAnswer[] {
    const [first] = answers;
    if (!first || first.diagnosis !== maybePaid || first.certainty === 'exact' || first.code || !isNothingGone(whole))
      return answers;
    const again = read(bothEnds(withoutDenied(whole), LOOKUP_LIMIT));
    const left = (again.length ? again : answers).filter((one) => one.diagnosis !== maybePaid);
    return left.length ? left : [answer(nameless, 'unsure', first.score, [...first.matched])];
  }

  /**
   * Where a text says nothing as a whole, its plain statement that money left may: in a long one with what stands around it, in a short one
   * by itself, unless it is surely about something else.
   */
  function aroundMoney(whole: string): readonly LookupAnswer[] {
    const said = moneyLeftIn(whole);
    const at = said === null ? -1 : whole.indexOf(said);
    if (at < 0) return [];
    if (whole.length > LONG) return read(whole.slice(Math.max(0, at - AROUND), at + said!.length + AROUND));
    if (isOthers(whole.normalize('NFKC').trim())) return [];
    return [answer(nameless, 'unsure', SAID_PLAINLY, [maskedClause(whole, said!)])];
  }

  /** Money that the bank only keeps back is not paid yet; nothing that says "paid" stands beside it. */
  function heldOnly(whole: string, answers: readonly LookupAnswer[]): readonly LookupAnswer[] {
    const [first] = answers;
    if (!first || !maybePaid || first.diagnosis !== paid || first.certainty === 'exact') return answers;
    if (!isOnlyHeld(whole) || alreadyPaidIn(whole) !== null) return answers;
    const others = answers.filter(({ diagnosis }) => diagnosis !== paid && diagnosis !== maybePaid);
    return [answer(maybePaid, first.certainty, first.score, [...first.matched]), ...others];
  }

  /** Who says in plain words that money left is believed, whatever else is said loudly beside it. */
  function headed(whole: string, answers: readonly LookupAnswer[]): readonly LookupAnswer[] {
    const [first] = answers;
    const said =
      first && maybePaid
        ? (moneyLeftIn(whole) ?? (isPaidForNothing(whole) || isApprovedYetFailed(whole) ? whole : null))
        : null;
    // Nothing is open any more where one order was paid twice and both went through.
    if (first && paid && first.certainty !== 'exact' && isPaidTwice(whole)) {
      const rest = answers.filter(({ diagnosis }) => diagnosis !== paid && diagnosis !== maybePaid);
      const score = Math.max(first.score, SAID_PLAINLY);
      return [answer(paid, 'likely', score, [redactLines(whole)]), ...rest].slice(0, MOST);
    }
    if (!first || said === null) return answers;
    // Said in plain words it is worth a warning, however little else is understood.
    const score = Math.max(first.score, SAID_PLAINLY);
    if (first.diagnosis === paid || first.diagnosis === maybePaid) return [{ ...first, score }, ...answers.slice(1)];
    const certainty = first.certainty === 'unsure' ? 'unsure' : 'likely';
    const others = answers.filter((one) => one.diagnosis !== maybePaid);
    return [
      answer(maybePaid, certainty, score, [maskedClause(whole, said)]),
      ...others.map((one): LookupAnswer => ({ ...one, certainty: 'unsure' })),
    ].slice(0, MOST);
  }
}
