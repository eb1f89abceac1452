/**
 * "My bank's message says approved, the checkout says failed": an approval holds the money back although the shop has nothing, so it has to be
 * looked for before paying again. Told by who says it (the bank or its message), an amount or a payment, and the word itself.
 */
import { pattern } from './fold.ts';
import { APPROVED } from './guards.ts';
import { MESSAGE } from './money.ts';
import { GIVEN_BACK, NOTHING_TAKEN } from './plain-facts.ts';
import { statementsOf } from './statements.ts';
import { BANK, FAILED, NOT, UNREAL } from './words.ts';

const AMOUNT =
  /(?:[¥￥$€£₩]|\b(?:cny|rmb|usd|eur|gbp|hkd)|元|円) ?\d|\d[\d.,]* ?(?:[¥￥$€£₩]|(?:cny|rmb|usd|eur|gbp|hkd|yuan|euros?|pounds?|dollars?)\b|元|块|塊|円|위안|юан|يوان)/i;
const PAYMENT = pattern({
  whole:
    '(?:the|this|my|that|diese|die|der|den|meine|la|le|cette|mon|el|este|mi|o|a|este|minha|il|lo|questa) (?:transaction|payment|charge|purchase|zahlung|buchung|transaktion|kauf|paiement|achat|pago|compra|cargo|transaccion|pagamento|acquisto|transazione|transacao)|платеж|покупк[уи]|операци[юя]',
  anywhere:
    '这笔(?:交易|付款|支付|消费)|(?:取引|支払い|決済)(?:は|を|が)|(?:결제|거래)(?:는|은|를|을|가)|العمليه|الدفعه',
});
/** What is approved besides a payment: a card's use abroad, a limit, who somebody is. */
const OTHERWISE =
  /3-?d|secure|\bcodes?\b|\botp\b|abroad|international|foreign|overseas|limit|ausland|étranger|extranjero|exterior|estero|границ|海外|境外|国外|해외|الخارج|验证|認証/i;

/** Whether a text says that the bank approved this payment, and that it failed all the same. */
export function isApprovedYetFailed(text: string): boolean {
  const statements = statementsOf(text);
  const approved = statements.findIndex(
    ({ folded, words, asked }) =>
      !asked &&
      APPROVED.test(folded) &&
      (BANK.test(folded) || MESSAGE.test(folded)) &&
      (AMOUNT.test(words) || PAYMENT.test(folded)) &&
      !OTHERWISE.test(words) &&
      !NOT.test(folded) &&
      !UNREAL.test(folded),
  );
  if (approved < 0) return false;
  const others = statements.filter((_, at) => at !== approved);
  return (
    others.some(({ folded }) => FAILED.test(folded)) &&
    !others.some(({ folded }) => GIVEN_BACK.test(folded) || NOTHING_TAKEN.test(folded))
  );
}
