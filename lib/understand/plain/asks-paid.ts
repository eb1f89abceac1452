/**
 * "Did it go through?" asked and nothing else: who asks so does not know whether the money left, and must look before paying again. The
 * shapes are those of a payment that was made; questions before paying ("can I pay with …", "is there a fee") have others.
 */
import { fold, pattern } from './fold.ts';

const ASKS_PAID = pattern({
  whole:
    '(?:is|was|did|has|have|if|whether) (?:my|the|this|that|our) (?:\\p{L}+ )?(?:payment|transaction|purchase|order|charge)(?: \\p{L}+)? (?:successful|success|succeed|succeeded|go(?:ne)? through|complete|completed|made|paid|processed|ok|okay)|' +
    '(?:ist|wurde|ging|hat) (?:die|meine|das|der) (?:zahlung|bezahlung|geld|betrag)(?: \\p{L}+){0,2} (?:gelungen|geklappt|durch\\p{L}*|ausgefuhrt|erfolgreich|erfolgt|abgebucht)|' +
    '(?:le|mon) paiement (?:est[- ]il|a[- ]t[- ]il|est|a)(?: \\p{L}+)? (?:passe|effectue|reussi|accepte|abouti)|' +
    '(?:se (?:hizo|realizo|ha hecho|ha realizado)|paso|fue|ha pasado|salio) (?:el|mi) pago|(?:el|mi) pago (?:se (?:hizo|realizo|ha hecho)|paso|ha pasado|salio)|' +
    '(?:o|meu) pagamento (?:foi|passou|deu certo|caiu)(?: \\p{L}+)?|' +
    '(?:il|mio) pagamento (?:e |ha |si e )?(?:andat|passat|riuscit|funzionat|concluso|partit)\\p{L}*|' +
    '(?:прош[её]?л[аои]?|прошел) ли (?:\\p{L}+ )?(?:оплата|платеж|деньги)|(?:оплата|платеж) (?:прошла|прошел)|' +
    '(?:apakah|adakah) (?:\\p{L}+ )?(?:pembayaran|bayaran)(?: \\p{L}+)? (?:berhasil|berjaya|masuk|selesai)|(?:is|was) (?:de|mijn) betaling (?:gelukt|gedaan|geslaagd|doorgegaan|gelopen)|czy (?:\\p{L}+ )?(?:płatnosc|przelew|zapłata)(?: \\p{L}+)? (?:przeszł\\p{L}+|przeszedł|udał\\p{L}+)|odeme(?:m|niz)? (?:\\p{L}+ )?(?:oldu|gerceklesti|gecti|tamamland[iı]|yap[iı]ld[iı]) m[iıu]|thanh toan (?:\\p{L}+ )?(?:đuoc|thanh cong|xong) ?(?:chua|khong|hay chua)',
  anywhere:
    'هل (?:تمت?|نجحت?|مرت?|خصموا?|انخصم|سحبوا?)(?: \\p{L}+){0,2} ?(?:الدفع|عمليه|المبلغ|الفلوس)|(?:付款|支付|付|扣款)(?:了)?(?:成功|成|上)(?:了)?(?:吗|没有?|了没|嗎)|(?:是不是|到底|究竟)(?:已经)?(?:付|支付|付款)成?功?了|(?:決済|決济|支払い?|お支払い)(?:は|が|って)?(?:通|でき|完了|成功)[^。]{0,8}か|결제(?:가|는)? ?(?:된|됐|되었|완료|성공)[^.]{0,6}(?:까|나요|가요|건가|거예요|지)|(?:จ่าย|ชำระ)[\\p{L}\\p{M}]{0,10}(?:สำเร็จ|ผ่าน)(?:แล้ว)?(?:ไหม|มั้ย|หรือ)',
});
const MARK = /[?？؟]/u;
/** In these languages a word asks. */
const ASKING_WORD = /[吗嗎没か까ไม]|chua|khong|apakah|adakah|\bczy\b|\bm[iıu]\b|هل|ли(?!\p{L})|나요|가요|whether/u;
/** Longer, a text tells more than its question. */
const MOST = 120;

/** Whether a text is a bare question whether a payment went through. */
export function asksWhetherPaid(text: string): boolean {
  if (text.length > MOST) return false;
  const folded = fold(text);
  return ASKS_PAID.test(folded) && (MARK.test(text) || ASKING_WORD.test(folded));
}
