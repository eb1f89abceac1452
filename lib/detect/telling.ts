/** Which lines around a message say something, and which are its furniture: a label, a name, a price, a footer. */

/** Of alphabets, accented letters and blanks among them: what is no sign of East Asia, full-width or a word by itself. */
const LETTER = /[^\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/g;
/** The length of a text in Han characters: letters of alphabets say less, half of one each. */
export const hanLength = (text: string): number => text.length - (text.match(LETTER)?.length ?? 0) / 2;

/** A line as long as this is a sentence. */
const SENTENCE = 16;
/** What is said of the money counts, however short. */
const MONEY =
  /[扣划劃][款了费費走]|已[付扣支]|付了|charged|debit|deduct|\btaken\b|\bheld\b|\bpaid\b|pending|gebucht|belastet|débit|prélev|cobr|cargo|addebit|списа|خصم|سحب|引き落|請求|出金|출금|빠져|승인/i;

/** What was bought, from whom and for how much: furniture of every checkout, however long. */
const ORDER =
  /(?:\d|[•*]) ?(?:元|円|원|CNY|RMB|USD|EUR|HKD|JPY|KRW|GBP|€|₩|₽)|(?:[¥￥$€£₩]|CNY|RMB|HK\$) ?\d|^(?:order|item|merchant|seller|shop|订单|訂單|商品|商[户戶家]|收款方|注文|店舗|주문|판매자|commande|marchand|pedido|vendedor|ordine|bestellung|händler|verkäufer|заказ|продавец|магазин|sipariş|satıcı|الطلب|المتجر|đơn hàng|người bán|cửa hàng|คำสั่งซื้อ|ร้าน|pesanan|penjual|bestelling|verkoper|zamówienie|sprzedawca)(?: ?(?:no\.?|name|title|名称|編號|编号|号))?\s?[:：]|^(?:sold by|vendu par|vendid[oa] (?:por|pela?)|venduto da|verkauft von)(?!\p{L})/iu;

/** An amount in any currency. */
const PRICE = /\b[A-Z]{2,3}\$? ?[\d•]|[\d•] ?[A-Z]{3}\b/;

/** What one agrees to by paying stands on every checkout, and is no part of a message. */
const CONSENT =
  /即(?:表示|视为|視為|代表).{0,4}同意|\b(?:by (?:paying|continuing|clicking|tapping)|you (?:agree|accept))\b|mit (?:dem |ihrem )?klick|stimmen sie|en (?:payant|continuant|cliquant)|al (?:pagar|continuar|hacer clic)|ao (?:pagar|continuar|clicar)|continuando|нажимая|ことで.{0,12}同意|同意したものと|동의(?:하게|한 것|합니다)|بالمتابعة|بالضغط/i;

/** The steps of a checkout: "1 card › 2 confirm › 3 done". */
const STEPS = /^\W*1\D.{0,40}(?<!\d)2\D/;

/** An amount that is too much is no price. */
const TOO_MUCH =
  /exceed|limit|insuff|more than|超|限|不足|한도|초과|dépass|plafond|supera|límite|überschr|superior|превыш|лимит|تجاوز|الحد|vượt|melebihi|aşıyor|przekracz/i;

/** Whether a line tells of trouble or of money, or is long enough to be a sentence and no part of the order. */
export const isTelling = (line: string, trouble: RegExp): boolean =>
  !CONSENT.test(line) &&
  !STEPS.test(line) &&
  (trouble.test(line) ||
    MONEY.test(line) ||
    (hanLength(line) >= SENTENCE && (!(ORDER.test(line) || PRICE.test(line)) || TOO_MUCH.test(line))));
