/**
 * The failure of another service ("PayPal says my account is limited", "LINE Pay 付款一直失敗"): the same words, and nothing of ours. Told by
 * its name beside every word of failing, and by what is not there: Alipay, a card of that name, "too".
 */
import { fold, pattern } from './fold.ts';
import { ALIPAY, FAILED, MONEY_MOVED, NOT } from './words.ts';

/** "Nothing to do with China" and "Bank of China" are no word of here. */
const NOT_HERE =
  /bank of china|(?:nothing to do with|nichts mit|rien a voir avec|nada que ver con|nada a ver com|niente a che (?:fare|vedere) con|не связано с) [\p{L}' ]{0,12}|[与和跟]中国无关/gu;

/** Services that are no shop one pays with Alipay in. */
const OTHERS = pattern({
  whole:
    'we ?chat ?(?:pay|wallet)|weixin pay|apple ?pay|google ?pay|gpay|samsung ?pay|amazon pay|paypal|venmo|zelle|cash ?app|line ?pay|kakao ?pay|naver ?pay|toss ?pay|paypay|rakuten pay|d払い|grab ?pay|shopee ?pay|go ?pay|touch ?\\x27?(?:n|and)\\x27? ?go|zalo ?pay|vi momo|paytm|phone ?pe|mercado ?pago|stc ?pay|pix|interac|bizum|klarna|(?:my|the|an|mon|un|mein\\p{L}*|meu|mi|il|el) uber|uber (?:eats|app|taxi|driver|ride)|lyft|deliveroo|doordash|twint|satispay|payconiq|tikkie|netflix|spotify|amazon (?:order|prime|account)|zalando|ebay|etsy|commande amazon|pedido (?:de |en |na )?amazon|ordine amazon|amazon[- ]?bestellung',
  anywhere:
    '微信(?:支付|钱包|付款)|云闪付|京东支付|抖音支付|街口支付|全支付|ラインペイ|ペイペイ|楽天ペイ|카카오페이|네이버페이|토스페이|삼성페이|애플페이|ابل باي|باي ?بال|مدي باي',
});
/** A card of such a name may be in Alipay, and what is paid at home with it may be paid there. */
const THEIR_CARD = pattern({
  whole:
    '(?:debit|credit|prepaid|virtual|master|visa) ?(?:card|visa|mastercard)?|cards?|kart\\p{L}*|carte\\p{L}*|tarjeta\\p{L}*|cartao|cartoes|cart[ae]|карт\\p{L}*',
  anywhere: '卡|カード|카드|بطاق|บัตร',
});
/** Not only there: then here as well. */
const HERE_TOO = pattern({
  whole:
    'too|also|both|either|as well|instead|same|even|gleiche\\p{L}*|dieselbe|selbst|meme|mism[ao]|mesm[ao]|stess[ao]|та же|эт(?:ой|а|у) (?:же )?карт\\p{L}*|cung|dezelfde|taobao|tmall|1688|cainiao|fliggy|china|chinese|auch|ebenfalls|stattdessen|aussi|egalement|chine|tambien|también|tampoco|tambem|cina|anche|тоже|также|китае?|ook|tez|rowniez|juga',
  anywhere:
    '两边|哪个|同时|也(?:不[行能让通]|失|一|被|是|没)|同样|换(?:了?(?:微信|云闪付|京东)|成|用|到)|淘宝|天猫|中国|も(?:だめ|ダメ|使|払|失)|同じ|같은|도 ?(?:안|실|거|마)|중국|ايضا|كذلك|الصين',
});
const TROUBLE = pattern({
  whole:
    'limit(?:ed|s)?|suspend*|frozen|locked|cancel*|restrict*|gesperrt|storniert|eingeschrankt|bloque*|bloqu*|annul*|suspen*|limitad*|cancelad*|blocca*|sospes*|limitat*|заблок*|огранич*|отмен*|приостан*|geblokkeerd|geweigerd|zablok*|odrzuc*|ditolak|diblokir|gagal|gangguan|pemeliharaan|down|outages?|maintenance|stort?|ausfall\\p{L}*|en panne|fora do ar|fuera de servicio|caid[oa]|guasto|non va|недоступ*|storing|ariza|tu choi|bi khoa|tak (?:boleh|dapat|jadi)|(?:tidak|ngg?ak|ga|gak) bisa|swallowed|refuse\\p{L}*',
  anywhere:
    '冻结|限制|封|取消|余额不足|停止|制限|キャンセル|정지|제한|점검|안 ?된|장애|障害|メンテ|维护|취소|معطل|متوقف|محظور|مقيد|موقوف|ملغي|ปฏิเสธ|ระงับ',
});
const CLAUSES =
  /[.!?。！？；;\n]+|(?:^|\s)(?:but|aber|mais|pero|mas|ma|но|maar|ale|tapi|لكن)(?=\s)|但|可是|でも|けど|하지만|지만/u;

/** Longer, it tells more than one thing. */
const MOST = 200;

/** Whether all failing that a text tells of is another service's. */
export function isAnothers(text: string): boolean {
  if (text.length > MOST) return false;
  const folded = fold(text).replace(NOT_HERE, ' ');
  if (!OTHERS.test(folded) || ALIPAY.test(folded) || HERE_TOO.test(folded) || MONEY_MOVED.test(folded)) return false;
  const failing = folded.split(CLAUSES).filter((one) => FAILED.test(one) || TROUBLE.test(one));
  return (
    failing.length > 0 &&
    failing.every((one) => {
      const other = OTHERS.exec(one);
      if (!other) return false;
      // What follows the name closely is what it is the name of.
      const next = one
        .slice(other.index + other[0].length)
        .trimStart()
        .split(/\s+/, 2)
        .join(' ');
      return (
        !THEIR_CARD.test(next.slice(0, /\p{sc=Han}/u.test(next) ? 3 : 20)) &&
        !(NOT.test(one) && /(?:work|fonctionn|funktionier|funcion|работа)/.test(one))
      );
    })
  );
}
