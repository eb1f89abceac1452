/**
 * Something else than a payment that failed: a login, a cash machine, a delivery ("can't log in, the code is invalid", "ATMで引き出せません").
 * The words of refusing are those of payments. Told by the deed beside every word of failing, and by what is not there: a word of paying, and
 * money that moved. An account of Alipay's that is locked is ours, whatever it keeps one from.
 */
import { fold, pattern } from './fold.ts';
import { ALIPAY, FAILED, MONEY_MOVED, NOT } from './words.ts';

/** "Not" beside them is enough: "can't log in". */
const LOGIN = pattern({
  whole:
    'log(?:ging)?[- ]?(?:in|on)(?:to)?|sign(?:ing)?[- ]?in(?:to)?|anmelden|einloggen|(?:me|se|nous) connecter|connexion (?:impossible|refusee|a (?:mon|son) compte)|iniciar sesion|inicio de sesion|fazer login|fare (?:il )?login|accedere|войти|вход(?:а|у|ом|е)?|залогиниться|авторизоваться|giris yap\\p{L}*|zalogowac|logowanie|inloggen|dang nhap|log masuk|masuk (?:ke )?(?:akun|aplikasi|alipay)',
  anywhere:
    '(?:登录|登入|登陆)(?!的?(?:号|名|用户|账|帐|支付宝账|密码|是|它|信息|邮箱|手机))|ログイン(?!確認)|로그인(?!하니)|تسجيل (?:ال)?دخول|เข้าสู่ระบบ|ล็อกอิน',
});
const CASH_MACHINE = pattern({
  whole:
    'atms?|cash (?:machine|withdrawals?)|withdraw(?:ing)? (?:any |my |some )?(?:cash|money)|geldautomat\\p{L}*|bankautomat\\p{L}*|distributeurs?|cajeros?|caixa eletronico|(?:al|sportello|prelievo) bancomat|банкомат\\p{L}*|bankamatik\\p{L}*|bankomat\\p{L}*|geldautomaat|pinautomaat|tarik tunai|rut tien',
  anywhere: '取款(?!项)|提款机|取现金?|引き出[しすせさそ]|현금 ?인출|صراف|ตู้กดเงิน|กดเงิน',
});
/** Only where a word of failing stands beside it: parcels are late in many ways. */
const DELIVERY = pattern({
  whole:
    'deliver(?:y|ed|ies)|couriers?|parcels?|lieferung\\p{L}*|zustell\\p{L}*|livraison|colis|entrega|paquetes?|repartidor|consegna|corriere|pacco|доставк\\p{L}*|посылк\\p{L}*|курьер\\p{L}*|teslimat\\p{L}*|kargo\\p{L}*|przesy[lł]k\\p{L}*|dostaw\\p{L}*|kurier\\p{L}*|bezorg\\p{L}*|pengiriman|kurir|giao hang',
  anywhere: '配送|快递(?!取)|派送|配達|宅配|배송|택배|توصيل|จัดส่ง|พัสดุ',
});
const PAYING = pattern({
  whole:
    'pay\\p{L}*|paid|check(?:ing)? ?out|purchas\\p{L}*|bu(?:y|ying)|bought|orders?|zahl\\p{L}*|bezahl\\p{L}*|gezahlt|kauf\\p{L}*|gekauft|bestell\\p{L}*|paie\\p{L}*|paye\\p{L}*|regler|regle|achat\\p{L}*|achete\\p{L}*|commande\\p{L}*|pag\\p{L}*|compr\\p{L}*|pedidos?|encomenda\\p{L}*|acquist\\p{L}*|ordin\\p{L}*|оплат\\p{L}*|плат\\p{L}*|заплат\\p{L}*|купи\\p{L}*|покуп\\p{L}*|заказ\\p{L}*|ode\\p{L}*|satin al\\p{L}*|siparis\\p{L}*|p[lł]a[ct]\\p{L}*|zap[lł]a\\p{L}*|kupi\\p{L}*|zamowieni\\p{L}*|betal\\p{L}*|koop\\p{L}*|bestelling|(?:mem)?bayar\\p{L}*|pembayaran|beli|pesanan|thanh toan|mua|don hang|bind\\p{L}*|link(?:ing)? (?:my |a |the )?card',
  anywhere:
    '付|支払|決済|払[いうえわっ]|结账|买单|买|购|订单|绑|결제|지불|구매|주문|دفع|شراء|ชำระ|จ่าย|ซื้อ|สั่งซื้อ|购入|注文',
});
/** An account that is limited is a cause of its own. */
const RESTRICTED = pattern({
  whole:
    'lock(?:ed)?|frozen|froze|restrict\\p{L}*|suspend\\p{L}*|limited|banned|gesperrt|eingeschrankt|bloqu\\p{L}*|suspendu\\p{L}*|suspendid\\p{L}*|blocca\\p{L}*|sospes\\p{L}*|заблок\\p{L}*|огранич\\p{L}*|geblokkeerd|zablok\\p{L}*|kilit\\p{L}*|askiya|diblokir|dibekukan|bi khoa',
  anywhere: '冻结|锁定|限制|封|异常|凍結|ロック|制限|잠[겼긴]|정지|제한|محظور|مقيد|موقوف|ระงับ|ล็อค',
});
/** Not only there: then here as well. */
const HERE_TOO = pattern({
  whole:
    'too|also|both|either|neither|nor|anywhere|everywhere|nothing|only|auch|nirgends|nichts|non plus|aussi|meme|nulle part|ni|tampoco|tambien|en ningun\\p{L}*|nem|tambem|nemmeno|neanche|anche|ovunque|тоже|также|даже|нигде|ни|ولا|كمان|حتي|ook|ani|tez|nawet|cung|đều|deu|juga|ne de',
  anywhere: '也|都|不光|哪里|ولا|もだめ|でも使え|도 ?안',
});
const CLAUSES = /[.!?。！？；;\n]+/u;
const OURS = new RegExp(ALIPAY, 'gu');
const CASH = /withdraw(?:ing|als?)?/gu;

/** Longer, it tells more than one thing. */
const MOST = 200;

/** Whether all failing that a text tells of is that of another deed than paying. */
export function isAnotherDeed(text: string): boolean {
  if (text.length > MOST) return false;
  const folded = fold(text);
  const isCash = CASH_MACHINE.test(folded);
  if (!isCash && !LOGIN.test(folded) && !DELIVERY.test(folded)) return false;
  if (MONEY_MOVED.test(folded.replace(CASH, ' '))) return false;
  // A card that no machine takes, or that the bank has locked, fails here as well; so does a locked account of Alipay's.
  const isOurs = ALIPAY.test(folded);
  if ((isCash && (isOurs || HERE_TOO.test(folded))) || (RESTRICTED.test(folded) && (isCash || isOurs))) return false;
  const isDeed = (clause: string): boolean => LOGIN.test(clause) || CASH_MACHINE.test(clause) || DELIVERY.test(clause);
  const failing = folded
    .split(CLAUSES)
    .filter((one) => FAILED.test(one) || (NOT.test(one) && (LOGIN.test(one) || CASH_MACHINE.test(one))));
  return failing.length > 0 && failing.every((one) => isDeed(one) && !PAYING.test(one.replace(OURS, ' ')));
}
