/**
 * Nothing happened: a receipt ("payment successful, thank you"), somebody who tells that paying simply worked, a one-time code of another
 * service. They hold the words of failures (payment, card, code) and no failure. Told by what they say and by what they lack.
 */
import { moneyWordsIn } from '../money-left.ts';
import { alreadyPaidIn } from './already-paid.ts';
import { fold, pattern } from './fold.ts';
import { RECORD_PAID } from './record-paid.ts';
import { FAILED, NOT } from './words.ts';

/** It went well, in words that are no "but", no "at last" and no "already". */
const WELL = pattern({
  whole:
    '(?:payment|transaction|purchase|order|it|this) (?:was |is |has been )?(?:successful|complete|completed|confirmed|received)|(?:payment|transaction) success(?:ful)?|paid successfully|successfully (?:paid|completed)|success|thank you for (?:your |the )?(?:payment|purchase|order|booking)|(?:works?|worked|went|goes|paid|paying|ran) (?:\\p{L}+ )?(?:fine|smoothly|perfectly|great|flawlessly|easily|instantly|like a charm|(?:the )?first (?:time|try)|straight away|right away|without (?:a |any )?(?:hitch|problem|issue|fuss|trouble)s?)|without (?:a |any )?(?:hitch|problem|issue|fuss|trouble)s?|smooth|painless|' +
    '(?:zahlung|bezahlung|kauf|transaktion) (?:war |ist |wurde )?(?:erfolgreich|abgeschlossen|eingegangen|bestatigt)|erfolgreich (?:bezahlt|abgeschlossen)|(?:vielen )?dank fur (?:ihre |deine |ihren |deinen )?(?:zahlung|einkauf|bestellung|buchung)|ohne probleme?|problemlos|reibungslos|einwandfrei|wurde bezahlt|' +
    '(?:paiement|reglement|achat|transaction) (?:est |a ete |a bien ete )?(?:reussie?|accepte|effectuee?|confirmee?|recu|valide)|bien (?:ete )?recu|merci (?:pour|de) (?:votre |ton )?(?:achat|paiement|commande|reservation)|sans (?:probleme|souci|accroc)s?|nickel|comme sur des roulettes|' +
    '(?:pago|compra|transaccion) (?:se ha |ha sido |fue )?(?:realizad[oa]|completad[oa]|exitos[oa]|confirmad[oa]|recibid[oa]|aprobad[oa])(?: con exito| correctamente)?|con exito|gracias por (?:tu|su|la) (?:compra|pago|pedido|reserva)|sin (?:problema|lio)s?|de maravilla|a la primera|' +
    '(?:pagamento|compra|transacao) (?:foi )?(?:realizad[oa]|concluid[oa]|aprovad[oa]|confirmad[oa]|efetuad[oa]|recebid[oa])(?: com sucesso)?|com sucesso|obrigad[oa] (?:pela|pelo) (?:compra|pagamento|pedido|reserva)|sem (?:problema|stress)s?|de primeira|deu (?:tudo )?certo|tudo certo|' +
    "(?:pagamento|acquisto|transazione) (?:e (?:stat[oa] )?|andat[oa] )?(?:riuscit[oa]|completat[oa]|effettuat[oa]|confermat[oa]|ricevut[oa]|a buon fine)|con successo|grazie per (?:il tuo |l'|il suo |la )?(?:acquisto|pagamento|ordine|prenotazione)|senza (?:problem[ai]|intopp[oi])|liscio|al primo colpo|" +
    '(?:оплата|платеж|покупка) (?:прош[лe]\\p{L}* )?(?:успешн\\p{L}*|завершен\\p{L}*|подтвержден\\p{L}*|принят\\p{L}*)|успешно (?:оплачен\\p{L}*|завершен\\p{L}*)|спасибо за (?:покупку|оплату|заказ|бронирование)|без (?:проблем|вопросов)|(?:прошл[оа]|прошел|сработал\\p{L}*) (?:сразу|отлично|с первого раза|гладко|без проблем)|' +
    'pembayaran (?:anda )?(?:berhasil|berjaya|selesai|diterima)|(?:lancar|mulus)(?: (?:jaya|banget|saja|aja))?|tanpa (?:masalah|kendala)|terima kasih (?:atas|telah|kerana) (?:pembelian|pembayaran|pesanan|berbelanja)\\p{L}*|' +
    'thanh toan thanh cong|suon se|ngon lanh|tron tru|cam on (?:ban|quy khach) đa (?:mua|thanh toan|đat)|(?:betaling|aankoop) (?:is |was )?(?:gelukt|geslaagd|voltooid|ontvangen)|zonder (?:problemen|gedoe)|probleemloos|soepel|bedankt voor (?:je|uw) (?:betaling|aankoop|bestelling|boeking)|' +
    '(?:płatnosc|transakcja) (?:zostala )?(?:zakonczona|zrealizowana|przyjeta|udana)\\p{L}*(?: powodzeniem| pomyslnie)?|dziekujemy za (?:zakup\\p{L}*|platnosc|zamowienie)|bez problem\\p{L}*|sorunsuz|odeme(?:niz)? (?:basar[iı]l[iı]|tamamland[iı]|al[iı]nd[iı]|basar[iı]yla)\\p{L}*|basar[iı]yla (?:odendi|tamamland[iı])',
  anywhere:
    'سهل[هة]? وسريع[هة]?|تم(?:ت)? (?:الدفع|عمليه الدفع|العمليه) بنجاح|شكرا (?:لشرائك|لدفعك|لطلبك|علي الدفع)|(?:بدون|من دون|بلا) (?:اي )?(?:مشاكل|مشكله|تعقيد)|بسهوله|سهلا|بسلاسه|والحمد لله|(?:支付|付款|交易)(?:已)?(?:成功|完成)|已完成(?:付款|支付)|成功(?:支付|付款)|感谢您的?(?:购买|支付|付款|惠顾|预订)|很?顺利|很顺|一次就过|特别方便|很方便|(?:支払い?|決済|お支払い|購入|注文)(?:手続き)?(?:が|は)?(?:正常に)?(?:完了|成功)し|ご(?:購入|注文|利用|予約)(?:いただき)?ありがとう|問題なく|すんなり|一発で(?:通|払え|使え)|スムーズ|あっさり(?:払え|使え|通)|결제가? ?(?:정상적으로 ?)?(?:완료|성공)(?:되|됐|하|했)|구매해 ?주셔서|이용해 ?주셔서|문제 ?없이|바로 ?(?:결제|됐|되|돼|영수증)|편하(?:다|네|더라)|ชำระเงิน(?:สำเร็จ|เรียบร้อย)|จ่าย(?:ผ่าน[\\p{L}\\p{M}]{0,12})?(?:เรียบร้อย|สำเร็จ|ผ่านฉลุย)|ขอบคุณที่(?:ซื้อ|ชำระ|ใช้บริการ)|(?:ราบรื่น|ง่ายมาก)',
});
/** Paying worked wherever one went, told as a thing of the past; "everywhere else" is the beginning of another story. */
const EVERYWHERE = pattern({
  whole:
    '(?:worked|paid|passed) (?:\\p{L}+ )?(?:everywhere|anywhere|every time)(?! else)|(?:scanned|tapped|added), (?:and )?paid,? (?:and )?done|(?:klappte|funktionierte|ging) (?:\\p{L}+ )?uberall(?! sonst)|(?:marchait|passait|a marche|est passe) partout(?! ailleurs)|(?:funciono|paso|pague) en tod[oa]s? (?:partes|los sitios|lados)|(?:funcionou|passou|usei) em todo (?:lugar|canto)|foi tranquilo|(?:ha funzionato|funzionava|pagato) (?:ovunque|dappertutto)|(?:везде|всюду) (?:работал\\p{L}*|принимал\\p{L}*|проход\\p{L}*|платил\\p{L}*)',
  anywhere: '到处都能[用刷付]|どこでも(?:使えた|使えました|払えた|払えました)|어디서나 (?:잘 )?됐',
});
/** "Not one decline": no failure, and by itself no success. */
const NO_REFUSAL = pattern({
  whole:
    'not (?:one|a single|even one) (?:decline|refusal|rejection|problem|error|hiccup)|without (?:a |one )?(?:single )?(?:decline|refusal|rejection)|never (?:once )?(?:got )?(?:declined|refused|rejected)|nie(?:mals)? (?:abgelehnt|verweigert)|ohne (?:eine )?(?:einzige )?ablehnung|sans (?:un |aucun )?(?:seul )?refus|sin (?:un |ningun )?(?:solo )?rechazo|sem (?:uma |nenhuma )?(?:unica )?recusa|senza (?:un |nessun )?(?:solo )?rifiuto|ни одного отказа|ни разу не (?:отклон\\p{L}*|отказ\\p{L}*)',
  anywhere:
    '(?:一次|从来|从)都?没有?(?:失败|被拒|卡住|卡过|出错)过?|一度も(?:断られ|弾かれ)|한 ?번도 (?:안 ?막|거절|실패)',
});
/** What is so now is another story than what was so then. */
const NOW = pattern({
  whole:
    "now|today|this time|here|jetzt|heute|diesmal|hier|maintenant|aujourd'hui|cette fois|ici|ahora|hoy|aqui|esta vez|agora|hoje|desta vez|adesso|oggi|qui|stavolta|сейчас|теперь|сегодня|здесь",
  anywhere: '现在|今天|这次|这里|今回|今日|ここ|이번|오늘|여기|الان|اليوم|هنا',
});
/** What makes a success one of many things: it came late, twice, before, or something stands against it. */
const TURN = pattern({
  whole:
    "pending|unpaid|owe|owing|owes|ausstehend|unbezahlt|offen|en attente|impaye*|pendiente|sin pagar|deb(?:o|iendo|es|e)|pendente|sem pagar|devo|in attesa|attende|non pagat*|ожида*|неоплач*|menunggu|belum|cho xu ly|bekliyor|oczekuje|in afwachting|but|however|although|though|except|until|yet|still|again|twice|double|already|duplicate|finally|eventually|then|aber|jedoch|obwohl|trotzdem|bis|noch|doppelt|zweimal|bereits|schon|erneut|wieder|endlich|dann|mais|pourtant|sauf|deja|encore|deux fois|double|enfin|ensuite|pero|aunque|salvo|ya|otra vez|dos veces|doble|luego|mas|porem|embora|ja|duas vezes|de novo|depois|ma|pero'|tuttavia|gia|due volte|doppi\\p{L}*|ancora|poi|но|однако|хотя|уже|дважды|два раза|снова|опять|потом|maar|echter|al|twee keer|opnieuw|dubbel|ale|jednak|juz|dwa razy|ponownie|ama|fakat|ancak|zaten|iki kez|tekrar|tapi|tetapi|namun|sudah|dua kali|lagi|nhung|roi|hai lan|lai",
  anywhere:
    '仍|还[叫让要在]|未|待|معلق|لكن|ولكن|بالفعل|مسبقا|مرتين|مره (?:اخري|ثانيه)|ثم |但|可是|不过|却|然而|已经|已支付|已付|重复|两[次回笔条]|又|再|才|后来|结果|倒|けど|のに|ただ|しかし|すでに|既に|二重|二回|2回|また|もう一度|지만|는데|이미|벌써|두 ?번|또 |다시|แต่|สองครั้ง|ซ้ำ|อีกครั้ง',
});

const CODE = pattern({
  whole:
    'code|passcode|otp|pin|codigo|codice|tan|код|kode|kod|kodu|ma (?:xac (?:thuc|minh)|otp|pin)|koda|sifre\\p{L}*|einmalpasswort',
  anywhere: 'رمز|كود|验证码|校验码|動態碼|动态码|認証|コード|인증번호|코드|รหัส',
});
/** Nobody else may see it. */
const SECRET = pattern({
  whole:
    '(?:share|forward|disclose|tell|give|anyone|anybody|nobody|no one)|teilen|weitergeben|niemand\\p{L}*|partage\\p{L}*|communique\\p{L}*|personne|compart\\p{L}*|nadie|compartilh\\p{L}*|partilh\\p{L}*|ninguem|condivid\\p{L}*|comunic\\p{L}*|nessuno|никому|сообщайте|передавайте|paylas\\p{L}*|kimse\\p{L}*|udostepn\\p{L}*|nikomu|podawaj|deel|delen|niemand|bagikan|berikan|beritahu|kongsi|sesiapa|siapa ?pun|chia se|tiet lo|cung cap|expires?|valid for|gultig|valable|valido|valid[oa]|действителен',
  anywhere:
    'لا تشارك|مشارك|لاحد|勿|不要告|泄露|泄漏|洩漏|外泄|教えない|他人|알려 ?주지|공유하지|노출|타인|ห้ามบอก|อย่าบอก|ผู้อื่น',
});
/** Somebody speaks of a code of his own. */
const TYPED = pattern({
  whole:
    'wrong|incorrect|invalid|typed|entered|falsch\\p{L}*|ungultig\\p{L}*|faux|incorrect\\p{L}*|invalid\\p{L}*|errat\\p{L}*|sbagliat\\p{L}*|неверн\\p{L}*|sai|salah|yanl[iı]s|hatal[iı]|błedn\\p{L}*|złe?y?',
  anywhere: '错误|不正确|有误|違|틀|خطا|غير صحيح|ผิด',
});
const SO_MANY_DIGITS = /(?<![\d.,])\d{4,8}(?![\d.,]*\d)/u;

/** Who asks whether it went well does not know. */
const ASKED = /[?？؟]/u;

/** "Not" in the languages that the shared list lacks. */
const NOT_ELSEWHERE = pattern({
  whole: 'niet|niets|geen|nooit|nie|nic|nigdy|tidak|tak|belum|ga|gak|nggak|ngga|bukan|khong|ko|chua|degil|yok|hayir',
  anywhere: 'ไม่|ยัง',
});

/** Longer, a text tells more than one thing. */
const MOST = 400;

/** Whether a text only hands over a one-time code. */
function isCodeSent(folded: string): boolean {
  return (
    SO_MANY_DIGITS.test(folded) &&
    CODE.test(folded) &&
    SECRET.test(folded) &&
    !FAILED.test(folded) &&
    !TYPED.test(folded)
  );
}

/**
 * Whether all that a text tells went well.
 * @param trouble what lines of errors hold (places.json)
 */
export function isAllWell(text: string, trouble: RegExp): boolean {
  if (text.length > MOST) return false;
  const folded = fold(text);
  if (isCodeSent(folded)) return true;
  if (RECORD_PAID.test(folded)) return false;
  let rest = folded.replace(NO_REFUSAL, ' ');
  let found = EVERYWHERE.test(rest) && !NOW.test(rest);
  for (let well = WELL.exec(rest); well; well = WELL.exec(rest)) {
    found = true;
    rest = `${rest.slice(0, well.index)} ${rest.slice(well.index + well[0].length)}`;
  }
  return (
    found &&
    alreadyPaidIn(text) === null &&
    ![TURN, FAILED, NOT, NOT_ELSEWHERE, ASKED, trouble].some((one) => one.test(rest)) &&
    !moneyWordsIn(rest)
  );
}
