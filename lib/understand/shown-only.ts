/**
 * Pages that show failures of payments without reporting one: samples of a design, articles, the accounts of a shop, a
 * friend's share, what an insurance covers, coupons, warnings of cheats. The judge of boxes hears
 * the failure in them, because the words are those of one; what gives them away stands around it.
 */
import { fold } from './plain/fold.ts';
import { FAILED } from './plain/words.ts';

const SAMPLE =
  /(?:组件|組件|文案|效果|代码|状态|狀態|样式|页面|界面)(?:[^。\n]{0,4})(?:示例|演示|示意)|[仅僅](?:作|供|为)?(?:示例|演示|示意)|示例 ?\d|サンプル(?:表示|文言|です)|表示例|예시(?:입니다|용| ?화면)|examples? only|\bspecimens?\b|\bfor illustration|\bdesign (?:guidelines?|system|tokens?)\b|\bstorybook\b|\bfigma\b|\bcomponent (?:library|gallery|states?)\b|nur (?:ein )?beispiel|beispieltexte?\b|à titre d[’']exemple|a modo de ejemplo|a titolo (?:di esempio|esemplificativo)|apenas (?:um )?exemplo|для примера|только пример/iu;
const ARTICLE =
  /[万萬]? ?人(?:看过|看過|阅读|閱讀|浏览|瀏覽)|(?:阅读|閱讀|浏览|瀏覽)(?:量|数|數|时长) ?[:：]?\s*\d|\bmin(?:utes?|s)?\.? (?:read|de lecture|de lectura|de leitura|di lettura|lesezeit)\b|\blesezeit\b|мин(?:ут[аы]?)?\.? (?:чтения|на чтение)|分で読め|この記事は|was this (?:article|answer|page) (?:helpful|useful)|是否解决了?(?:你|您)的(?:问题|疑问)|war dieser artikel|cet article vous|te (?:ha )?result(?:ó|ado) útil este artículo|questo articolo/iu;
const ACCOUNTS =
  /(?:失败|失敗)(?:率|笔数|筆數|订单数|訂單數| ?\d+ ?[笔筆单單])|失败原因(?:分布|占比|排行|统计)|\b(?:failure|decline) rate\b|\bfailed (?:payments|transactions|orders) ?[:：]? ?\d|失敗率|실패율|fehlerquote|taux d[’'](?:échec|refus)|tasa de (?:rechazo|fallos)|taxa de (?:recusa|falha)|tasso di (?:rifiuto|errore)|доля (?:отказов|ошибок)/iu;
/** A bill that is shared, a purchase that a friend asks for: somebody else's card; and a card that its owner switched off. */
const OTHERS =
  /已(?:经)?(?:通知|提醒|叫)(?:了)?(?:他|她|TA)(?![的们])|(?:他|她)的(?:银行卡|銀行卡|信用卡|卡|付款|支付)|(?:^|\n)[^\p{L}]*(?:您|你|我)(?:[（(][^\n)）]{1,6}[)）])? ?已(?:付款|支付)(?![过過])|[您你](?:在[^\n]{0,14})?自己(?:停用|关闭|冻结|解绑)|\bwe(?:['’]ve| have) (?:told|notified|asked|reminded) (?:him|her)\b|\b(?:his|her) (?:card|bank|payment) (?:was|has|did)/iu;
/** A shop is told of its customer's payment. Alone, "customer" and 买家 are what gateways call the payer. */
const CUSTOMERS =
  /提醒(?:顾客|客户|买家|買家)|[您你]的(?:顾客|客户(?!经理)|买家|買家)|\byour (?:customer|buyer)['’]?s? (?!service|care|support)|(?<!\p{L})(?:à|de) votre client(?!\p{L})|\bihr(?:em|es|e|en)? kund(?:e|en|in)(?!\p{L})|\b(?:su|tu) cliente\b|\bseu cliente\b|\b(?:il tuo|al tuo|il vostro) cliente\b|ваш(?:его|ему)? (?:клиент|покупател)/iu;
/** What is promised against failures: cover, what it leaves out, what was paid to whom. */
const COVER =
  /保障范围|責任免除|责任免除|最高(?:赔|垫付|賠)|获赔|理赔(?:范围|条件|案例)|\bwhat(?:['’]s| is) (?:not )?covered\b|\bexclusions?\b|non (?:couvert|coperto|garanti)|não coberto|no (?:está )?cubierto|не покрывается/iu;
/** What takes something off the price does not apply: the order goes on. */
const COUPON =
  /^[^\n]*(?:红包|紅包|优惠|優惠|代金券|满减|折扣码|积分|\bpromo(?:tion)? ?code|\bcoupon|\bvoucher|\bdiscount code|gutschein|rabattcode|code promo|cup[oó]n|cupom|codice sconto|промокод|купон|クーポン|쿠폰|kupon|voucher)[^\n]{0,40}?(?:用不了|不可用|不能[使叠]?用|不[适適]用|[无無]法使用|未生效|已[过過]期|已失效|can['’]?t be (?:used|applied)|cannot be (?:used|applied)|could ?n[o']t be applied|(?:not|isn['’]t) (?:valid|applicable|accepted|eligible)|expired|invalid|ungültig|nicht (?:gültig|einlösbar|anwendbar)|non (?:valable|valide|valido|utilizzabile)|no (?:es )?válid|não (?:é |está )?(?:válid|aplicáv)|недейств|не действ|使用できません|使えません|사용할 수 없|tidak berlaku|geçersiz|nieważn|niet geldig|không áp dụng)/iu;

/** ... unless it says that the payment failed as well. */
const ALSO_UNPAID =
  /不成功|未支付|未付款|不能再付|[付支扣](?:款|付)?(?:失败|失敗|未)|[订訂][单單].{0,8}(?:[关關][闭閉]|取消|不能)|declin|payment (?:failed|was not|could not)|not (?:been )?paid|abgelehnt|refusé|rechaz|recusad|rifiutat|отклон/i;

/** Messages of cheats, told as a warning; that a payment looks like one is a reason of its own. */
const SCAM = /骗子(?:发|冒)|騙子(?:發|冒)|\bfake (?:messages?|texts?|sms)\b/iu;

/** Whether what stands on a page shows failures and is no report of any. */
export const isShownOnly = (said: string): boolean =>
  [SAMPLE, ARTICLE, ACCOUNTS, COVER, SCAM].some((one) => one.test(said)) ||
  (COUPON.test(said) && !ALSO_UNPAID.test(said));

/** Whether what stands on a page is somebody else's failure, or what the visitor did on purpose. */
export const isSomebodyElses = (said: string): boolean => [OTHERS, CUSTOMERS].some((one) => one.test(said));

/** What begins with an offer to choose among ways to pay says of each why it may not do; nothing was tried yet. */
const MENU =
  /^[^\p{L}]*(?:请?(?:选择|選擇|更换|更換|切换)(?:其他)?(?:付款|支付)(?:方式|渠道)|(?:choose|select|pick) (?:a |your |another )?(?:payment method|way to pay|card)|(?:zahlungsart|zahlungsmittel)(?: wählen| auswählen)|choisissez (?:un|votre) (?:moyen|mode) de paiement|(?:elige|elija|selecciona|seleccione) (?:un|tu|su|el) (?:método|medio|forma) de pago|scegli (?:il|un) metodo di pagamento|(?:escolha|selecione) (?:a|uma|o|um) (?:forma|método|meio) de pagamento|выберите способ оплаты|お?支払い?方法(?:を|の)選択?.{0,8}|결제 ?수단.{0,3} ?선택.{0,6}|اختر (?:طريقة|وسيلة) الدفع|pilih (?:cara|metode|kaedah) pembayaran|เลือกวิธี(?:การ)?ชำระเงิน|chọn phương thức thanh toán|kies (?:een|je) betaalmethode|wybierz (?:sposób|metodę) płatności|ödeme yöntemi(?:ni)? seçin?)[^\p{L}]*$/iu;
/** What asks to wait tells what would happen if one did not. */
const WAITING =
  /^[^\p{L}]*(?:请?(?:不要|勿|别)(?:关闭|離開|离开|刷新|返回|退出)|請(?:不要|勿)(?:關閉|離開|重新整理)|(?:please )?(?:do not|don['’]t) (?:close|leave|refresh|reload|go back)|(?:bitte )?(?:schließen|verlassen|aktualisieren) sie (?:diese|das|die) [\p{L} ]{0,20}nicht|ne (?:fermez|quittez|rechargez|actualisez)|no (?:cierre|cierres|salga|salgas|actualice|recargue)|não (?:feche|saia|atualize)|non (?:chiud|ricaric|abbandon)|не (?:закрывайте|обновляйте|покидайте)|لا تغلق|jangan (?:tutup|muat ulang|tinggalkan)|đừng (?:đóng|tải lại)|vui lòng không (?:đóng|tải lại)|sluit (?:dit|deze) [\p{L} ]{0,12}niet|nie (?:zamykaj|odświeżaj)|(?:bu )?(?:sayfayı|pencereyi) kapatmayın|อย่าปิด|กรุณาอย่าปิด|(?:この|本)?(?:画面|ページ|ウィンドウ)を(?:閉じ|更新し)ない|(?:이 )?(?:창|페이지|화면)을 닫지)/iu;
/** Lots were drawn, and nothing is paid; an order may be for such a draw. */
const LOTTERY = /^[^\n]*(?:[没沒]有?(?:抽中|中奖|中獎)|未(?:抽中|中奖|中獎|中签))/u;
const SENTENCES = /[.!?。！？;；\n]+/;
/** A condition at the beginning of a sentence, folded. */
const IF =
  /^[^\p{L}]*(?:(?:please note|note|achtung|hinweis|attention|atencao|atencion|attenzione|внимание|注意|提示|温馨提示)[:：,，! ]*)?(?:if|in case|should (?:the|your|a|it)|wenn|falls|sollte|si|au cas ou|en caso|se|caso|nel caso|если|в случае|jesli|jezeli|indien|mocht|eger|jika|kalau|apabila|sekiranya|neu|اذا|في حال|如果|如(?!需)|若|倘若|万一|一旦|もし|万が一|만약|หาก|ถ้า)(?![a-zа-я])/u;

/** Whether all that fails in what was said would only do so in case. */
export function isOnlyInCase(said: string): boolean {
  const failing = fold(said.replaceAll('\n', '。'))
    .split(SENTENCES)
    .filter((one) => FAILED.test(one));
  return failing.length > 0 && failing.every((one) => IF.test(one));
}

/** Whether words in which nothing known failed choose, wait, or tell what would be: asked where no known words say that a payment failed. */
export function isNotYet(said: string): boolean {
  const [first = ''] = said.split('\n');
  return MENU.test(first) || WAITING.test(first) || LOTTERY.test(said) || isOnlyInCase(said);
}
