/** "This order has already been paid": said of the order or the payment, in the reading languages. Who reads it must not pay again. */
import { fold, pattern } from './fold.ts';
import { NOT } from './words.ts';

const ALREADY_PAID = pattern({
  whole:
    '(?:order|payment|bill|transaction|purchase|invoice|booking) (?:\\p{L}+ ){0,3}?(?:has |was |is |had )?already (?:been )?(?:paid|received|settled|made|completed|processed|successful)|(?:order|payment|bill) (?:has |was |is )(?:been )?(?:paid|settled|received) already|already (?:received|got) (?:your|the|this|a) payment|' +
    '(?:bestellung|auftrag|zahlung|rechnung|vorgang) (?:\\p{L}+ ){0,3}?(?:bereits|schon|langst) (?:\\p{L}+ )?(?:bezahlt|beglichen|eingegangen|erfolgt|ausgefuhrt|durchgefuhrt|abgeschlossen)|' +
    "(?:commande|paiement|facture|achat|reglement) (?:[\\p{L}']+ ){0,4}?deja (?:ete )?(?:payee?|reglee?|recue?|effectuee?|acquittee?)|" +
    '(?:pedido|pago|orden|compra|factura) (?:\\p{L}+ ){0,3}?ya (?:\\p{L}+ ){0,2}?(?:pagad[oa]|recibid[oa]|abonad[oa]|realizad[oa]|completad[oa])|ya (?:se )?(?:pago|recibimos|hemos recibido|se ha (?:pagado|recibido)) (?:este|esta|el|la|tu|su) (?:pedido|pago|orden|compra)|' +
    '(?:pedido|pagamento|compra|encomenda|fatura) (?:\\p{L}+ ){0,3}?ja (?:\\p{L}+ ){0,2}?(?:pag[oa]|recebid[oa]|efetuad[oa]|realizad[oa]|quitad[oa])|' +
    "(?:ordine|pagamento|acquisto) (?:[\\p{L}']+ ){0,4}?gia (?:stat[oa] )?(?:pagat[oa]|ricevut[oa]|saldat[oa]|effettuat[oa]|completat[oa])|" +
    '(?:заказ|платеж|счет|покупка|оплата) (?:\\p{L}+ ){0,3}?уже (?:был[аи]? )?(?:оплачен\\p{L}*|получен\\p{L}*|проведен\\p{L}*|прош\\p{L}+)|' +
    '(?:pesanan|pembayaran|bayaran|transaksi|tagihan) (?:\\p{L}+ ){0,3}?(?:sudah|telah)(?: pun)? (?:\\p{L}+ )?(?:dibayar\\p{L}*|diterima|lunas|dijelaskan|dilakukan|selesai)|' +
    '(?:bestelling|betaling|rekening) (?:\\p{L}+ ){0,3}?(?:al|reeds) (?:\\p{L}+ )?(?:betaald|ontvangen|voldaan|verwerkt)|(?:zamowienie|płatnosc|rachunek|transakcja) (?:\\p{L}+ ){0,3}?juz (?:\\p{L}+ )?(?:opłacon\\p{L}*|zapłacon\\p{L}*|otrzyman\\p{L}*)|(?:siparis|odeme)\\p{L}* (?:\\p{L}+ ){0,3}?(?:zaten|daha once|coktan) (?:\\p{L}+ ){0,2}?(?:oden\\p{L}*|yap[iı]l\\p{L}*|al[iı]n\\p{L}*|tamamlan\\p{L}*)|đon(?: hang)?(?: nay)? đa (?:đuoc )?thanh toan',
  anywhere:
    '已经?(?:付清|支付|付款|付过)了?(?:此|该|这|本)(?:单|笔|订单|交易)|(?:订单|交易|账单|款项)(?:已经?|早已)(?:被)?(?:支付|付款|付清|付过|缴清|缴费|收款)(?!失|不|未)|(?:注文|取引|支払い?|決済)[^。]{0,8}(?:すでに|既に)[^。]{0,10}(?:支払|決済|完了|済|受け取|入金)|(?:支払い|決済|入金)済み(?:の注文|です)|이미 ?(?:결제|지불|입금)(?:가|이)? ?(?:완료|된|되|됐|처리)|(?:الطلب|الدفع|الفاتوره|العمليه)[\\p{L} ]{0,20}(?:بالفعل|مسبقا|من قبل)|تم (?:بالفعل )?(?:دفع|سداد) (?:هذا|هذه|قيمه) (?:ال)?(?:طلب|فاتوره)|(?:คำสั่งซื้อ|ออเดอร์|รายการ)(?:นี้)?(?:ได้)?(?:ชำระเงิน|จ่ายเงิน|ชำระ|จ่าย)(?:เรียบร้อย)?แล้ว',
});
const CONDITION = pattern({
  whole:
    'if|whether|once|when|unless|until|wenn|falls|ob|sobald|si|quand|lorsque|cuando|se|quando|если|когда|jika|kalau|bila|als|jesli|eger|neu|khi',
  anywhere: '如果|若|是否|如已|后|とき|場合|れば|たら|면 |경우|اذا|لو|عند|หาก|ถ้า|เมื่อ',
});
/** So far before the words a "not" or an "if" counts. */
const BEFORE = 20;

/** The clause that says so, or null. */
export function alreadyPaidIn(text: string): string | null {
  for (const clause of text.split(/(?<=[.!。！\n])/u).slice(0, 40)) {
    const folded = fold(clause);
    const found = ALREADY_PAID.exec(folded);
    if (!found || /[?？؟]/u.test(clause)) continue;
    const before = folded.slice(Math.max(0, found.index - BEFORE), found.index);
    if (!NOT.test(before) && !NOT.test(found[0]) && !CONDITION.test(before)) return clause.trim();
  }
  return null;
}
