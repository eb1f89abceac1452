/**
 * One order, paid twice, and both payments are through: "charged TWICE, both say successful", 同一订单付了两遍，两笔都成功. That is no open question any
 * more: it is paid, and one of the two is to come back.
 */
import { fold, pattern } from './fold.ts';
import { NOT, UNREAL } from './words.ts';

const TWICE = pattern({
  whole:
    'twice|two times|2x|double[- ](?:charged?|paid|payment|billed|debited)|doppelt|zweimal|zwei ?mal|deux fois|en double|dos veces|duas vezes|em dobro|due volte|дважды|два раза|двойн\\p{L}*|hai lan|dua kali|iki (?:kez|kere|defa)|dwa razy|podwojn\\p{L}*|twee keer|dubbel (?:betaald|afgeschreven)|(?:two|2) (?:identical|separate|same)|zwei (?:identische|gleiche)|both payments|a second time',
  anywhere:
    '(?:两|二|2)(?:次|遍|笔|回)|又(?:刷|扣|付)了一|重复(?:扣|付|支付)|二重(?:に|払|請求)|(?:二|2)(?:回|度)(?:も|払|請求|引)|두 ?번|이중|مرتين|สองครั้ง|สองรอบ|(?:จ่าย|ตัด|หัก)ซ้ำ',
});
const BOTH_DONE = pattern({
  whole: [
    '(?:both|two|2|each|all two) (?:[\\p{L}\\p{N}.,¥$€£]+ ){0,7}?(?:success\\p{L}*|posted|settled|complete\\p{L}*|confirmed|paid|through|booked|statement|received|receipts?)',
    '(?:success\\p{L}*|posted|settled|complete\\p{L}*|confirmed|received) (?:[\\p{L}\\p{N}]+ ){0,4}?(?:both|twice|two)',
    '(?:beide|zwei) (?:[\\p{L}\\p{N}.,]+ ){0,6}?(?:erfolgreich\\p{L}*|gebucht|abgebucht|bestatigt|abgeschlossen|eingange?|eingegangen|durch)',
    "(?:les )?deux (?:[\\p{L}\\p{N}']+ ){0,6}?(?:reussis?|confirmes?|valides?|debites?|effectues?|passes?)",
    '(?:los |las )?(?:dos|ambos|ambas) (?:[\\p{L}\\p{N}]+ ){0,6}?(?:exitos\\p{L}*|confirmad\\p{L}*|completad\\p{L}*|cobrad\\p{L}*|realizad\\p{L}*)',
    '(?:os |as )?(?:dois|duas|ambos|ambas) (?:[\\p{L}\\p{N}]+ ){0,6}?(?:concluid\\p{L}*|aprovad\\p{L}*|confirmad\\p{L}*|fatura|debitad\\p{L}*)',
    '(?:i |le )?(?:due|entramb[ie]) (?:[\\p{L}\\p{N}]+ ){0,6}?(?:riuscit\\p{L}*|confermat\\p{L}*|complet\\p{L}*|addebitat\\p{L}*|andat\\p{L}*)',
    '(?:обе|оба|две|два) (?:[\\p{L}\\p{N}]+ ){0,6}?(?:проведен\\p{L}*|успешн\\p{L}*|прошл\\p{L}*|подтвержден\\p{L}*|списан\\p{L}*)',
    'ca hai (?:[\\p{L}]+ ){0,4}?thanh cong|ca hai (?:[\\p{L}]+ ){0,4}?đa tru',
    '(?:kedua\\p{L}*|dua-dua\\p{L}*) (?:[\\p{L}]+ ){0,4}?(?:berhasil|berjaya|sukses|selesai)',
    '(?:ikisi|her iki\\p{L}*) (?:[\\p{L}]+ ){0,4}?(?:basarili|onayla\\p{L}*|tamamlan\\p{L}*)',
    '(?:obie|oba|dwie) (?:[\\p{L}]+ ){0,5}?(?:zaksiegowan\\p{L}*|udan\\p{L}*|potwierdzon\\p{L}*|zakonczon\\p{L}*)',
    'beide(?:n)? (?:[\\p{L}]+ ){0,5}?(?:geslaagd|gelukt|afgeschreven|bevestigd)',
  ].join('|'),
  anywhere:
    '(?:两|二)(?:次|遍|笔|条|个)[^。！!?？]{0,14}(?:成功|入账|入帐|已付|到账|完成)|(?:二|2|両)(?:件|回|つ|方)(?:とも)?[^。]{0,12}(?:完了|成功|確定|引き落と)|(?:둘 ?다|두 ?(?:개|건|번))[^.!?]{0,14}(?:완료|승인|성공)|(?:완료|승인|성공)[^.!?]{0,8}(?:두 ?(?:개|건)|둘)|(?:كلا|كلتا)[^.!?]{0,20}(?:ناجح|تم|مكتمل)|(?:สำเร็จ|ได้รับ)ทั้งสอง|ทั้งสอง[^ ]{0,16}(?:สำเร็จ|ตัด)',
});
/** Money, and no mere tries: "tried twice, both cards are confirmed". */
const PAID =
  /\b(?:charged?|paid|debited|billed|deducted|receipts?)\b|zahlt|belastet|abgebucht|debit|paye|cobr|pag[ou]|pagat|addebit|спис|оплат|tru|đa|หัก|จ่าย|ตัด|potong|bayar|cekil|oden|płac|pobran|betaald|afgeschreven|付|扣|刷|払|引き落|결제|청구|خصم|دفع/u;
/** One of them may yet go. */
const OPEN = pattern({
  whole:
    'pending|process\\p{L}*|on hold|held|maybe|might|vorgemerkt|ausstehend|en attente|pendiente\\p{L}*|pendente\\p{L}*|in sospeso|в обработке|ожида\\p{L}*|menunggu|beklemede|oczekuj\\p{L}*',
  anywhere: '处理中|待入账|预授权|保留中|処理中|処理待|처리 ?중|대기|معلق|กำลังดำเนินการ',
});
/** Nothing came of either: whether the order is paid is open. */
const NOTHING_CAME = pattern({
  whole:
    "(?:received|got) (?:only|nothing|none|neither)|(?:not|never|n't) (?:received|gotten|got|arrived)|zero|nichts (?:angekommen|erhalten)|rien recu|nada (?:recibi|recebi)\\p{L}*|niente ricevuto|ничего не получ\\p{L}*|belum (?:ter|mener)ima|chua nhan",
  anywhere: '没收到|未收到|没到|なし|届いてい?ない|못 ?받|لم (?:يصل|استلم)|ไม่ได้รับ',
});
/** Longer, it tells more than one thing. */
const MOST = 600;

/** Whether a text tells that one order was paid twice and that both payments are through. */
export function isPaidTwice(text: string): boolean {
  if (text.length > MOST) return false;
  const folded = fold(text);
  if (!TWICE.test(folded) || !PAID.test(folded) || OPEN.test(folded) || NOTHING_CAME.test(folded)) return false;
  const found = BOTH_DONE.exec(folded);
  return found !== null && !NOT.test(found[0]) && !UNREAL.test(found[0]);
}
