/**
 * What is told beside the payment and sounds like it: a card bill that was paid, a prepaid card that was loaded ("cargada"), a debit card, a
 * charge of last year or at another shop, a fear, what stands on a friend's phone. It is taken out before the cause is read.
 */
import { pattern } from './fold.ts';
import { bothEnds, MOST_TEXT } from '../both-ends.ts';
import { moneyWordsIn } from '../money-left.ts';
import { isOpenEnd } from './open-end.ts';
import { isNothingTaken } from './plain-facts.ts';
import { type Statement, statementsOf } from './statements.ts';

/** Words that are put in other words: "debit" is half of every word for a charge. */
const INSTEAD: readonly (readonly [RegExp, string])[] = [
  [/\bdebit(?:[ -]?card)(s?)\b/gi, 'bank card$1'],
  [/\bDebitkarte(n?)\b/gi, 'Bankkarte$1'],
  [/\bcarte(s?) de débit\b/gi, 'carte$1 bancaire'],
  [/\btarjeta(s?) de débito\b/gi, 'tarjeta$1 bancaria'],
  [/\bcart(ão|ões) de débito\b/gi, 'cart$1 do banco'],
  [/\bcart(a|e) di debito\b/gi, 'cart$1 bancaria'],
  [/дебетов\p{L}+(?= карт)/giu, 'банковская'],
  [/デビットカード/g, '銀行カード'],
  [/بطاقة (?:الخصم|خصم)/g, 'بطاقة البنك'],
  // A prepaid card is loaded with money. What stands before is looked for last: looked for first, it would be at every sign of a text.
  [
    /\bcargad[oa](?= (?:con|de|previamente)\b)(?<=(?:tarjeta|prepago|monedero)\P{L}[\p{L}\d ]{0,25}cargad.)/giu,
    'dotada',
  ],
  [/\bcarregado(?= (?:com|de)\b)(?<=(?:cartão|pré-pago)\P{L}[\p{L}\d -]{0,25}carregado)/giu, 'dotado'],
  [/\b(?:re)?chargée(?= (?:de|avec|à)(?!\p{L}))(?<=(?:carte|prépayée)\P{L}[\p{L}\d ]{0,25}chargée)/giu, 'garnie'],
  [/\b(?:ri)?caricata(?= (?:con|di)\b)(?<=(?:carta|prepagata)\P{L}[\p{L}\d ]{0,25}caricata)/giu, 'dotata'],
  [/\baufgeladen\b(?<=(?:karte|prepaid)\P{L}[\p{L}\d ]{0,30}aufgeladen)/giu, 'gefüllt'],
  [/チャージ(?<=(?:カード|プリペイド)[^。]{0,12}チャージ)/gu, '入金'],
];

/** A card's own bill was paid: money for the card, none for the shop. */
const CARD_BILL = pattern({
  whole:
    "(?:paid|pay|payed|settled|cleared) (?:off )?(?:all )?(?:of )?(?:my|the|this|last)(?: \\p{L}+)? ?(?:credit )?cards?(?:'s)? (?:bill|balance|statement|debt)|(?:paid|settled) (?:off )?(?:my|the) credit card(?: off)?|(?:credit )?card(?:'s)? (?:bill|balance|statement|debt) (?:is|was|has been|already) (?:already |fully )?paid|kreditkarten(?:ab)?rechnung [\\p{L} ]{0,25}(?:be|ge)zahlt|(?:bezahlt|beglichen)[\\p{L} ]{0,20}kreditkartenabrechnung|kreditkarte(?:nschulden)? [\\p{L} ]{0,20}(?:ausgeglichen|beglichen|abbezahlt)|(?:paye|regle|rembourse) (?:\\p{L}+ ){0,3}?(?:releve|facture|solde|encours) (?:de (?:ma|la) )?carte|(?:pag|liquid|cancel)\\p{L}+ (?:\\p{L}+ ){0,4}?(?:recibo|factura|saldo|deuda|extracto|resumen) de (?:la|mi) tarjeta|pag\\p{L}+ (?:\\p{L}+ ){0,3}?fatura do (?:meu )?cartao|pagato (?:\\p{L}+ ){0,3}?(?:estratto conto|saldo|conto) della (?:mia )?carta|(?:погасил\\p{L}*|оплатил\\p{L}*|закрыл\\p{L}*) (?:\\p{L}+ ){0,3}?(?:долг|задолженность|счет|выписку) по (?:кредитн\\p{L}+ )?карт\\p{L}+",
  anywhere:
    '(?:سددت|دفعت) (?:\\p{L}+ ){0,2}?(?:فاتوره|رصيد|مستحقات) (?:ال)?بطاق|(?:还|付|缴)(?:了|清|完|过)[^，。]{0,8}信用卡(?:账单|欠款|的?钱)?|信用卡(?:账单|欠款)?[^，。]{0,6}(?:还清|还了|已还|还完|付清)|カード(?:の)?(?:請求|利用代金|代金|明細)[^。]{0,8}(?:支払|払|引き落とし)(?:い済|った|いまし|済)|카드 ?(?:대금|값|청구서)[^.]{0,8}(?:냈|납부|결제했|갚)',
});

/** Another time or another shop. */
const ANOTHER = pattern({
  whole:
    "last year|years? ago|(?:another|a different|some other|other) (?:shop|store|merchant|website|restaurant|hotel)|letztes jahr|vor (?:einem|\\p{L}+) jahr(?:en)?|(?:ein|einem|anderer|anderen) ander\\p{L}+ (?:laden|geschaft|shop|handler|restaurant|hotel)|l'(?:an|annee) derniere?|il y a (?:un|\\p{L}+) ans?|un autre (?:magasin|commerce|site|restaurant|hotel)|une autre boutique|el ano pasado|hace (?:un|\\p{L}+) anos?|otr[oa] (?:tienda|comercio|restaurante|hotel|sitio)|(?:no )?ano passado|ha \\p{L}+ anos|outr[oa] (?:loja|restaurante|hotel|site)|l'anno scorso|anni fa|un altro (?:negozio|ristorante|sito|hotel)|прошл(?:ом|ый) год[у]?|(?:год|лет) назад|друг(?:ой|ом) (?:магазин*|отел*|ресторан*)",
  anywhere:
    'العام الماضي|السنه الماضيه|متجر اخر|محل اخر|去年|前年|[几两]年前|别的?(?:店|商家)|另一?家(?:店|商)|其他(?:店|商家)|昨年|別の(?:店|お店|ホテル|サイト)|他の(?:店|お店)|작년|년 ?전|다른 (?:가게|매장|식당|호텔)',
});

/** A question or a fear of a charge to come. */
const FEARED = pattern({
  whole:
    "(?:will|would|could|might|may|can) (?:i|it|they|we|my card|the bank|alipay) (?:\\p{L}+ ){0,3}?(?:charge|take|debit|deduct|bill|pay)\\p{L}*|(?:be|get|being|getting) (?:charged|billed|debited) (?:twice|again|double)|(?:afraid|scared|worried|fear|avoid|risk|want)[\\p{L}' ]{0,25} pay(?:ing)? (?:twice|again|double)|(?<!had )(?<!have )to pay (?:twice|double)|(?:doppelt|zweimal|nochmals?|noch einmal|erneut) zu (?:be)?zahlen|(?<!du )(?:de|pas) payer (?:deux fois|en double)|(?:miedo|no quiero|sin|de|a) pagar (?:dos veces|doble)|(?:medo|nao quero|sem|de) pagar (?:duas vezes|em dobro)|(?:paura|non voglio|senza|di) pagare (?:due volte|doppio)|(?:платить|заплатить|оплатить) (?:дважды|повторно|два раза)|(?:werde|wird|muss) [\\p{L} ]{0,30}(?:belastet|abgebucht|abgezogen|bezahlen|zahlen)|(?:vais|va|serai|sera|risque)[\\p{L}' -]{0,30}(?:debit|prelev|factur)\\p{L}*|(?:me )?(?:van a cobrar|va a cobrar|cobraran|cobrarian|cobraria|cobrara|cobren|cobre)(?: \\p{L}+){0,3}|(?:vou ser|serei|vao me|vai me|irao) (?:\\p{L}+ )?(?:cobrad\\p{L}|cobrar|debitad\\p{L}|debitar)|(?:mi )?(?:addebiteranno|verra addebitat\\p{L}|verro addebitat\\p{L}|addebitino|addebiterebbero|saro addebitat\\p{L})|(?:спишут|спишет(?:ся)?|снимут|снимется)(?: \\p{L}+){0,3}",
  anywhere:
    '(?:هل )?(?:سيتم|سوف يتم|سي|سوف) ?(?:خصم|يخصم|خصم)|会不会[^，。]{0,8}扣|(?:怕|担心)[^，。]{0,8}[扣付]|会(?:被)?(?:重复|多|再)?扣[^，。]{0,6}(?:两次|吗)|(?:二重|2重|重複|また|もう一度)[^。]{0,8}(?:請求|引き落と|課金)(?:され|し)?(?:ます|る|ない)(?:か|でしょう|の|かも)?|(?:두 ?번|2번|이중|중복)[^.]{0,6}(?:결제되나|결제될|청구되나|청구될|빠져나가나|빠져나갈|나가나)',
});

const FRIEND = pattern({
  whole:
    'friend*|colleague*|wife*|husband*|brother*|sister*|girlfriend*|boyfriend*|mate|freund*|kolleg*|frau|mann|ami|amie|copain|copine|collegue|femme|mari|amig[oa]|companer[oa]|espos[oa]|marido|mujer|colega|amic[oa]|moglie|marito|collega|друг*|подруг*|коллег*|жен[аы]|муж*',
  anywhere: 'صديق|زوج|朋友|同事|同学|老婆|老公|友達|友人|同僚|妻|夫|친구|동료|아내|남편',
});
const ON_THEIRS = pattern({
  whole:
    '(?:on|in) (?:his|her|their) (?:phone|screen|app|alipay|own)|(?:auf|in) (?:seine|ihre)[mnr] (?:handy|telefon|app|smartphone|bildschirm)|sur son (?:telephone|portable|ecran|appli)|en su (?:movil|telefono|celular|pantalla|app)|no (?:telemovel|celular|telefone) (?:dele|dela|do|da)|sul suo (?:telefono|cellulare)|(?:на|в) (?:его|ее) (?:телефоне|приложении)',
  anywhere:
    'علي هاتف(?:ه|ها)|في هاتف(?:ه|ها)|[他她](?:的)?手机|友達の(?:スマホ|携帯|画面)|(?:彼|彼女)の(?:スマホ|携帯)|친구 ?(?:폰|핸드폰|휴대폰)',
});

/** Told of others' phones: no message of this payment. */
const isOthers = (folded: string): boolean => FRIEND.test(folded) && ON_THEIRS.test(folded);

const isBeside = ({ folded, words, asked }: Statement): boolean =>
  CARD_BILL.test(folded) ||
  (ANOTHER.test(folded) && moneyWordsIn(words)) ||
  (FEARED.test(folded) && (asked || !/\d/.test(folded)));

/** A text without the statements that fit. */
function without(text: string, fits: (one: Statement) => boolean): string {
  const whole = bothEnds(text, MOST_TEXT);
  const kept: string[] = [];
  let next = 0;
  for (const one of statementsOf(whole)) {
    if (one.from < next || !fits(one)) continue;
    kept.push(whole.slice(next, one.from), ' … ');
    next = one.from + one.words.length;
  }
  return next === 0 ? text : kept.join('') + whole.slice(next);
}

/** The text without what others' phones said; the same text where nothing is. */
export const withoutOthers = (text: string): string => without(text, ({ folded }) => isOthers(folded));

/** The text without what only sounds like money of this payment; the same text where nothing does. */
export const withoutBesides = (text: string): string =>
  INSTEAD.reduce((said, [words, other]) => said.replace(words, other), without(text, isBeside));

/** The text without statements that nothing was taken, where nothing leaves the end open: what is denied sounds like what is told. */
export function withoutDenied(text: string): string {
  const statements = statementsOf(text);
  return statements.some(({ folded }) => isOpenEnd(folded)) ? text : without(text, isNothingTaken);
}
