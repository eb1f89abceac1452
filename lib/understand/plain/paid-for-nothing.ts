/**
 * "Payment successful, and the shop has nothing": one side says that it was paid, the other that nothing came. Whoever is right, the money may be
 * gone, and nobody should pay again before looking. The words of a receipt alone are no such thing.
 */
import { fold, pattern } from './fold.ts';
import { CONDITION, NOT } from './words.ts';

const WAS_PAID = pattern({
  whole:
    '(?:payment|transaction|purchase) (?:was |is |has been )?(?:successful|complete|completed|confirmed|approved|went through)|paid successfully|thank you for (?:your |the )?payment|(?:zahlung|bezahlung|transaktion)(?: \\p{L}+)? (?:erfolgreich|abgeschlossen|bestatigt|durchgegangen)|(?:paiement|transaction)(?: \\p{L}+){0,2} (?:reussie?|accepte|effectuee?|confirmee?|valide|passe)|pago(?: \\p{L}+){0,2} (?:realizo|realizado|exitoso|completado|confirmado|aprobado)|pagamento(?: \\p{L}+){0,2} (?:realizado|concluido|aprovado|confirmado|efetuado|riuscito|completato|effettuato|confermato|andato)|(?:оплата|платеж)(?: \\p{L}+)? (?:успешн\\p{L}*|прош\\p{L}+|подтвержден\\p{L}*)|pembayaran (?:\\p{L}+ )?(?:berhasil|berjaya)|thanh toan thanh cong|betaling (?:is |was )?(?:gelukt|geslaagd)|płatnosc (?:\\p{L}+ )?(?:zakonczona|zrealizowana|przyjeta|udana)|odeme(?:niz)? basar[iı]l[iı]',
  anywhere:
    'تم(?:ت)? (?:الدفع|عمليه الدفع) بنجاح|(?:支付|付款|交易)(?:已)?(?:成功|完成)|(?:支払い?|決済|决済)(?:は|が)?(?:正常に)?(?:完了|成功)|결제(?:는|가)? ?(?:완료|성공)|ชำระเงิน(?:สำเร็จ|เรียบร้อย)',
});
/** The other side of the payment. */
const SIDE = pattern({
  whole:
    'shop|store|seller|merchant|vendor|hotel|driver|restaurant|order|ticket|booking|website|geschaft|laden|handler|verkaufer|bestellung|boutique|magasin|vendeur|commercant|commande|tienda|vendedor|comercio|pedido|loja|vendedor|encomenda|negozio|venditore|ordine|магазин\\p{L}*|продав\\p{L}+|заказ\\p{L}*|toko|penjual|kedai|peniaga|cua hang|nguoi ban|winkel|verkoper|sklep\\p{L}*|sprzedawc\\p{L}*|magaza|satici',
  anywhere:
    'المتجر|البائع|التاجر|الطلب|商家|店家|商户|老板|卖家|订单|店|販売|注文|가게|매장|판매자|주문|ร้าน|คนขาย|ออเดอร์',
});
/** What did not come. */
const CAME = pattern({
  whole:
    'receiv\\p{L}*|got|gets?|sees?|saw|shows?|has|have|finds?|arrived|money|payment|paid|bekommen|erhalten|sieht|gesehen|eingegangen|angekommen|geld|recu|voit|trouve|argent|recib\\p{L}*|ve|llega\\p{L}*|hay|aparece|dinero|receb\\p{L}*|chegou|aparece|dinheiro|consta|ricevut\\p{L}*|vede|arrivat\\p{L}*|soldi|risulta|получ\\p{L}+|вид\\p{L}+|пришл\\p{L}+|денег|деньги|menerima|terima|masuk|uang|duit|nhan|thay|ontvangen|ziet|geld|otrzyma\\p{L}*|dostał\\p{L}*|widzi|gormuyor|almad\\p{L}*|gelmed\\p{L}*',
  anywhere: 'يستلم|تصل|يصل|استلم|المال|收到|看到|到账|查到|显示|届|受け取|入金|確認|들어|받|확인|ได้รับ|เข้า|เห็น',
});
const UNPAID = pattern({
  whole:
    'unpaid|unbezahlt|offen|impayee?|impagad[oa]|pendiente|nao pago|non pagato|неоплачен\\p{L}*|belum|onbetaald|nieopłacon\\p{L}*|odenmed\\p{L}*',
  anywhere: '未付|未支付|没付|未払い|미결제|غير مدفوع',
});
/** Longer, a text tells more than this. */
const MOST = 400;
const PARTS = /[.!?;,。！？；，、؛،\n]+\s*|(?<=が)、|\s(?=but |pero |mas |ma |mais |aber |но |maar |ale |لكن |và )/u;

/** Whether a text says that one side was paid and the other got nothing. */
export function isPaidForNothing(text: string): boolean {
  if (text.length > MOST) return false;
  const parts = fold(text).split(PARTS);
  // By its first word: within a sentence some of these are others (Spanish "se").
  const plain = parts.filter((one) => !CONDITION.test(one.trim().split(' ')[0]!));
  if (!plain.some((one) => WAS_PAID.test(one) && !NOT.test(one.slice(0, WAS_PAID.exec(one)!.index)))) return false;
  return plain.some((one) => {
    const rest = one.replace(WAS_PAID, ' ');
    return SIDE.test(rest) && (UNPAID.test(rest) || (NOT.test(rest) && CAME.test(rest)));
  });
}
