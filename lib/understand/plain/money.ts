/** What a text says plainly of where the money is: that it left, or that somebody looked on both sides and found nothing. */
import { isTakenBack, saysMoneyLeft } from '../money-left.ts';
import { pattern } from './fold.ts';
import { isOpenEnd } from './open-end.ts';
import { isNothingTaken, plainFactsIn, type PlainFact } from './plain-facts.ts';
import { type Statement, statementsOf } from './statements.ts';
import { UNREAL } from './words.ts';

/** The bank wrote it. */
export const MESSAGE = pattern({
  whole:
    'sms|texts?|texted|messages?|notification|push|e-?mail*|alert|nachricht|benachrichtigung|meldung|message|notif\\p{L}*|mensaje|aviso|mensagem|messaggio|avviso|смс*|сообщени*|уведомлени*|пуш*|powiadomieni*|tin nhan|bildirim',
  anywhere: 'رساله|اشعار|短信|通知|メール|メッセージ|문자|알림|nhắn|ข้อความ',
});

/** So many statements later it may be taken back. */
const LATER = 2;

/** Statements that money left, as facts. */
export function moneyFactsIn(statements: readonly Statement[]): PlainFact[] {
  return statements.flatMap((one, at) => {
    if (one.asked || UNREAL.test(one.folded) || !saysMoneyLeft(one.words)) return [];
    if (statements.slice(at, at + 1 + LATER).some(({ words }) => isTakenBack(words))) return [];
    const fact = MESSAGE.test(one.folded) ? 'bank-message=charged' : 'bank-record=charged';
    return [{ fact, words: one.words, at }];
  });
}

/** Facts that say that money is or may be gone. */
const GONE = /^(?:bank-record=(?:charged|held)|bank-message=charged|payment-record=(?:paid|pending))$/;

/** Whether a text says plainly that the bank keeps money back, and no record that it was paid. */
export function isOnlyHeld(text: string): boolean {
  const facts = plainFactsIn(statementsOf(text)).map(({ fact }) => fact);
  return facts.includes('bank-record=held') && !facts.includes('payment-record=paid');
}

/** Whether a text says plainly that nothing was taken, and nothing that leaves it open or says otherwise: then it is about a failure, and no money. */
export function isNothingGone(text: string): boolean {
  const statements = statementsOf(text);
  return (
    statements.some(isNothingTaken) &&
    !statements.some(({ folded, words }) => isOpenEnd(folded) || saysMoneyLeft(words)) &&
    !plainFactsIn(statements).some(({ fact }) => GONE.test(fact))
  );
}

/**
 * "In Alipay there is no payment, and my bank shows none either": who found nothing on both sides has looked, and it was not paid
 * (design of the case). Not where the end is said to be open, or money is said to be gone as well.
 */
export function lookedIn(facts: readonly PlainFact[], statements: readonly Statement[]): PlainFact[] {
  const last = (fact: string): PlainFact | undefined => facts.findLast((one) => one.fact === fact);
  const [alipay, bank] = [last('payment-record=not-there'), last('bank-record=nothing')];
  if (!alipay || !bank || facts.some(({ fact }) => GONE.test(fact))) return [];
  if (statements.some(({ folded }) => isOpenEnd(folded))) return [];
  const later = alipay.at > bank.at ? alipay : bank;
  return [{ fact: 'looked=not-paid', words: later.words, at: later.at }];
}
