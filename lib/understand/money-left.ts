/**
 * Whether somebody says in plain words that money left: "declined, but I was charged", 可是钱被扣了. What is learned may overhear it beside a
 * cause that is named loudly, and nobody may be led to pay twice, so these words are listed. Asked of a clause, because what is denied,
 * feared, asked or set as a condition is said in the same one.
 */
import { clausesOf } from './learned/clauses.ts';

const LEFT = new RegExp(
  [
    // Chinese: the money, the card or the balance was taken from; taken so many times.
    '(?:钱|錢|款|余额|餘額|卡(?:里|上|裡)?|账户|帳戶|银行|銀行)[^，。]{0,5}?(?:扣|划|劃)(?:了|掉|走|款了|[两二三四兩]|\\d)',
    '(?:被|已经?|已經|又|还|還)(?:扣|划走|劃走)(?:了|款|费|費|钱|錢|[两二三兩]|\\d)|扣了(?:我|钱|錢|款|费|費|[一两二三兩]|\\d)|(?:重复|重複|多)扣|(?:卡|账户|帳戶|余额|餘額)(?:里|上|裡)?[^，。]{0,4}少了|(?:银行|銀行)[^，。]{0,4}(?:转|轉|付|打|划|劃)(?:出去|走|给支付宝|給支付寶)',
    // English
    "\\b(?:i|we|he|she|my (?:card|account)|card|account|money|amount|funds?)(?: was| were| is| has been| have been| had been| got| did get|['’]ve been|['’]s been)(?: already| also| still| even)? (?:double |twice )?(?:charged|debited|deducted|taken|withdrawn|billed|gone)\\b",
    '\\b(?:bank|they|it|alipay|app) (?:still |also |already |has |have |did )?(?:charged|debited|deducted|billed) (?:me|my|us|the)\\b|\\b(?:charged|billed|debited) (?:me |us )?(?:twice|two times|double|three times)\\b',
    '\\b(?:two|2|three|double|duplicate) (?:identical |separate |pending |same )?(?:charges|debits|deductions|withdrawals)\\b',
    '\\b\\d[\\d.,]* ?(?:yuan|rmb|cny|usd|eur|euros?|dollars?|pounds?|quid|hkd|won|yen) (?:is |are |was |were )?gone\\b',
    '\\b(?:bank|they|it|alipay|app) (?:took|withdrew|has taken|have taken) (?:my |the |our )?money\\b|\\bmoney (?:left|is gone|has left|went out)\\b',
    '\\b(?:bank|they) (?:says?|said|tells? me|told me|confirms?|confirmed)\\b[^,.]{0,25}\\b(?:went out|has gone out|left (?:my|the) account|was sent (?:out )?to alipay|has been paid out)\\b',
    // German, French, Spanish, Portuguese, Italian, Dutch, Polish
    '\\b(?:wurde|ist|sind|wurden|hat|haben)\\b[^,.]{0,30}\\b(?:abgebucht|belastet|abgezogen|abgegangen)\\b|\\bgeld ist (?:weg|raus|ab(?:gegangen)?)\\b',
    "(?:été|suis|a été|ai été) débité|m['’]a (?:été )?(?:débité|prélevé)|argent (?:est|a été) (?:parti|prélevé|débité)|(?:débité|prélevé)e?s? (?:deux|2|trois|3) fois",
    'me (?:han |ha )?cobr(?:aron|ó|ado)|me descontaron|(?:dinero|saldo) (?:se )?(?:fue|salió|ha salido)|fui cobrad[oa]|(?:dos|2) (?:cargos|cobros)|cargo de \\d|(?:foi|fui) debitad[oa]|(?:me )?cobraram|dinheiro (?:saiu|foi)|mi hanno addebitato|soldi (?:sono stati|sono) (?:presi|addebitati|usciti)',
    'geld is (?:afgeschreven|weg)|(?:is|wel|toch) afgeschreven|pieniądze (?:zostały )?(?:pobrane|zeszły|pobrano)|pobrano (?:mi )?(?:pieniądze|środki)|(?:bank|konta)\\b[^,.]{0,20}\\b(?:pobrał|ściągnął|zeszło)|para (?:çekil|git)(?:di|miş|ti)|blokad[aęy] (?:na )?\\d',
    // Russian, Arabic, Japanese, Korean, Vietnamese, Thai, Indonesian, Malay
    '(?:деньги|сумм[ау]|средства)[^,.]{0,15}(?:списал|сняли|ушли|списан)|списали (?:деньги|дважды|два раза)|(?:деньги|сумма|средства)[^,.]{0,10}(?:спис|уш|снял)[а-я]*сь|(?:تم|انخصم|خُصم|خصم(?:وا|ت)?) ?(?:خصم )?(?:المبلغ|الفلوس|المال)|البنك (?:قد )?(?:خصم|سحب)|(?:خصم|سحب)(?:وا|ت)? (?:البنك )?(?:مني )?\\d|引き落とされ(?:た|て)|請求され(?:た|て)(?!い?ま?せん)',
    // Taken twice
    '(?:두|2) ?번 ?(?:이나 ?)?(?:결제|승인|출금|청구)(?:가|이)? ?(?:됐|되었|됨|된|완료)|(?:deux|2|trois) fois (?:été )?(?:débité|prélevé)|(?:дважды|(?:два|2) раза) (?:списал|сняли)|(?:2|二)回(?:も)?(?:引き落と|請求さ|決済さ)',
    '(?:短信|簡訊|通知)[^，。]{0,4}(?:说|說|显示|顯示|写|寫)[^，。]{0,4}(?:刷|扣|付)(?:了|款)',
    '(?:duit|wang)[^,.]{0,12}(?:tolak|potong|ditolak|dipotong)|(?:báo|bị) trừ (?:mất )?\\d|ca[ií]u d[oa] (?:limite|conta|cartão|saldo)',
    '^(?:ちゃんと|しっかり|なぜか)?(?:お金が?|口座から|カードから)?(?:引き落とされ|引かれ)(?:た|ました|てい|てま|てる)',
    '(?:돈|금액|잔액)이? ?(?:빠져|빠졌|출금됐|출금되었|나갔)|tiền (?:đã )?bị trừ|đã trừ tiền|(?:ngân hàng|thẻ|tài khoản) (?:đã |vẫn |bị |đã bị )trừ|(?:bị|đã) trừ (?:mất )?\\d|(?:เงิน|ยอด)(?:ถูก|โดน)?(?:ตัด|หัก)|(?:ตัด|หัก)(?:เงิน|ยอด)(?:ไป|แล้ว|จาก)|(?:uang|saldo)(?:nya)? (?:sudah )?(?:terpotong|kepotong|dipotong)|(?:duit|wang) (?:dah |sudah )?(?:kena )?(?:potong|ditolak)',
  ].join('|'),
  'iu',
);

/** What denies it, doubts it, fears it, asks it, or sets a condition. */
const NOT_SO = new RegExp(
  [
    '没|沒|未|不(?!过|過|足|够|夠)|会|會|怕|担心|是否|如果|若|吗|嗎|呢|[?？]|退回|退了|退还|才',
    "\\b(?:not|never|nothing|no|without|if|unless|will|would|could|may|might|afraid|worried|hope|whether|before|until|refund(?:ed)?|reversed|came back|returned)\\b|n['’]t\\b",
    '\\b(?:nicht|nichts|kein|keine|ob|wenn|falls|nie|zurück\\w*)\\b|\\b(?:pas|rien|aucun\\w*|jamais|si)\\b|\\b(?:no|nada|nunca|ningún|si|não|nunca|se|non|niente|mai)\\b|\\b(?:niet|niets|geen|nie|nic|of|czy)\\b',
    '(?<!\\p{L})(?:не|ли|если|ничего)(?!\\p{L})|(?<!\\p{L})(?:لم|لا|ما|إذا|هل)(?!\\p{L})|ない|ません|なかった|たら|안 |않|없|면|không|chưa|nếu|ไม่|หาก|ถ้า|\\b(?:tidak|belum|tak|jika|kalau)\\b',
  ].join('|'),
  'iu',
);

/** It was taken back: the charge was another one, or misread. */
const TAKEN_BACK =
  /看错|看錯|记错|記錯|(?:是|那)[^，。]{0,6}另一?[笔筆]|\b(?:was|were|is) (?:actually |just )?(?:for )?(?:another|a different|some other) (?:purchase|payment|charge|order|transaction)\b|\bmisread\b|war (?:das |aber |nur )?(?:für )?ein\w* ander\w+ (?:kauf|zahlung|buchung|abbuchung)|verlesen|(?:était|c['’]est) (?:pour )?une? autre (?:achat|paiement|débit|commande)|(?:ai )?mal lu|era (?:de )?otr[ao] (?:compra|operación|pago|cargo)|leí mal|era (?:de )?outr[ao] (?:compra|cobrança|pagamento)|li (?:mal|errado)|era (?:di )?un altr[oa]? ?(?:acquisto|pagamento|addebito)|letto male|это (?:был[аои]? )?друг(?:ая|ой|ое) (?:покупк|плат[её]ж|списани)|(?:別|他)の(?:買い物|支払い|決済|購入)(?:でした|だった)|見間違|다른 (?:결제|구매)(?:였|이었)|잘못 ?봤|كانت? (?:عملية|دفعة) أخرى/iu;
/** So many clauses later somebody may take it back. */
const LATER = 2;

/** Whether a clause takes back what was said shortly before. */
export const isTakenBack = (clause: string): boolean => TAKEN_BACK.test(clause);

/** Whether a clause says that money left, and takes nothing of it back. */
export const saysMoneyLeft = (clause: string): boolean => LEFT.test(clause) && !NOT_SO.test(clause);

/** Whether words of a charge stand in a clause, whatever is said of it. */
export const moneyWordsIn = (clause: string): boolean => LEFT.test(clause);

/** So many clauses are looked at: the whole of any text that a person has. */
const MOST_CLAUSES = 4_000;

/** The clause of a text that says so, and in which and after which nothing takes it back; or null. */
export function moneyLeftIn(text: string): string | null {
  const clauses = clausesOf(text, MOST_CLAUSES);
  const at = clauses.findIndex(
    (clause, place) => saysMoneyLeft(clause) && !clauses.slice(place, place + 1 + LATER).some(isTakenBack),
  );
  return clauses[at] ?? null;
}
