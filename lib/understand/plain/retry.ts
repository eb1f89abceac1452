/**
 * Whether somebody says that another attempt went through ("I tried again and it worked", 又试了一次，成功了), or that it failed as well. The
 * first is a payment that was made, whatever the page shows; the second uses up what was changed before it.
 */
import { pattern } from './fold.ts';
import type { Statement } from './statements.ts';
import { CONDITION, FAILED, NOT, UNREAL } from './words.ts';

const AGAIN = pattern({
  whole:
    "again|(?:a |the |my )?second (?:time|try|attempt|one|go)|third (?:time|try|attempt)|(?:on|at) the second|once more|one more time|retr(?:y|ied|ying)|re-?tried|another (?:try|attempt|go|shot)|(?:one )?more (?:try|attempt)|next (?:try|attempt)|noch ?mals?|noch ?einmal|nochmal*|erneut*|(?:zweit|dritt|nachst)e[nrsm]? (?:mal|versuch)|neue[nrm]? versuch|abermals|reessay*|ressay*|re-?tent*|(?:a|de) nouveau|encore (?:une fois|essaye)|(?:deuxieme|seconde?|troisieme|une autre|2e|nouvel*) (?:fois|essai|tentative|coup)|recommenc*|otra vez|de nuevo|nuevamente|segund[oa] (?:vez|intento)|(?:a|en) la segunda|al segundo|tercer intento|(?:otro|nuevo) intento|reintent*|(?:volv|vuelt)\\p{L}+ a (?:intent|prob|pag)*|outra vez|de novo|novamente|mais uma vez|(?:segunda|terceira|nova|outra) (?:vez|tentativa)|(?:na|a) segunda|voltei a tentar|repeti|di nuovo|ancora una volta|un'altra volta|riprov*|ritent*|second[oa] (?:volta|tentativo)|al secondo|terzo tentativo|altro tentativo|nuovamente|еще раз*|снова|повторн*|повторил*|втор(?:ой|ая|ую|ого|ым) (?:раз*|попытк*)|с(?:о)? втор(?:ой|ого)(?: раза| попытки)?|заново|опять|третьего раза",
  anywhere:
    'مره (?:اخري|ثانيه)|مجددا|من جديد|المحاوله (?:الثانيه|التاليه)|المره الثانيه|ثاني مره|تاني مره|اعدت المحاوله|再[试付刷次支扫]|又[试付刷支扫]|重[试新]|第[二三两2-9]次|第二[遍回笔]|再来一次|多试|もう(?:一度|1度|1回|一回)|再度|再び|再試行|[2二]回目|やり直|リトライ|再チャレンジ|再決済|再挑戦|다시|한 ?번 더|재시도|(?:두|2) ?번째|재결제|두 ?번 만에',
});

/** "Declined again": of a success it would say that the card works elsewhere again. */
const FAILED_AGAIN = pattern({
  whole: 'wieder|volvio a|vuelve a|voltou a|volta a|torna a|ha di nuovo|опять|снова',
  anywhere: '又|也|また|또',
});

/** At last it did: an earlier failure is over. */
const AT_LAST = pattern({
  whole:
    'finally|in the end|eventually|after all|now|then|endlich|am ende|schliesslich|doch noch|dann|jetzt|inzwischen|enfin|finalement|au final|maintenant|cette fois|por fin|al final|finalmente|ahora|esta vez|no fim|afinal|agora|desta vez|alla fine|adesso|ora|stavolta|наконец|в итоге|теперь|все-таки|в конце концов',
  anywhere:
    'اخيرا|في النهايه|الان|最后|最终|终于|现在|后来|这次|结果|やっと|最終的に|今度は|結局|今は|드디어|결국|마침내|이번에는|이번엔|지금은',
});

const WORKED = pattern({
  whole:
    'went (?:right |straight )?through|did go through|going through|gone through|worked|succeeded|(?:was|is|were) (?:finally |then )?(?:successful|a success)|successfully|got through|cleared|it.s (?:all )?(?:good|fine|paid)|all good|(?:was|got|is|been) (?:paid|accepted)|go(?:t)? it (?:to work|through)|paid (?:fine|ok)|geklappt|klappte*|angenommen|acceptee?|aceptad[oa]|(?:me |lo |la )acepto|aceit[oa]|принят[аоы]?|funktioniert*|durchgegangen|ging [\\p{L} ]{0,30}durch|(?:ist|war) [\\p{L} ]{0,20}durch|erfolgreich|gelungen|gelang|(?:a|est|soit) (?:bien |enfin |finalement )?(?:marche|fonctionne|passee?|reussi|abouti|acceptee?)|avec succes|reussi|funciono|ha funcionado|paso|ha pasado|salio bien|exitos[oa]|con exito|(?:yes|se) (?:realizo|completo|funciono)|quedo pagad[oa]|(?:fue|ha sido) aceptad[oa]|funcionou|deu certo|e foi(?=$)|passou|(?:foi|ficou) (?:aprovad|aceit|pag)[oa]|com sucesso|consegui pagar|resultou|(?:ha )?funzionato|e andata(?=$)|andat[oa] (?:a buon fine|bene|in porto)|(?:e|sono) (?:passat|riuscit)[oai]|(?:ci )?sono riuscit[oa]|con successo|(?:e stat[oa] )?accettat[oa]|(?:все )?прош(?:ло|ел|ла)|получилось|сработал*|успешн*|удал(?:ось|ась)|оплатил(?:ось|ся)|оплата прошла',
  anywhere:
    'نجح|تم(?:ت)? (?:الدفع|العمليه|بنجاح)|بنجاح|مشيت|مشي الحال|ضبط|اشتغل|成功|付(?:成|好|上|掉)了|刷?(?:付)?过去?了|通过了|好了|可以了|行了|搞定|支付完成|通りました|通った|通っ(?:てい)?て|うまくいき|うまくいった|できました|できた|完了|決済されました|支払えました|払えました|払えた|いけました|無事|성공|됐(?!는데 안)|되었|통과|완료|처리됐',
});

/** "It worked again at the supermarket" tells of another payment. */
const WORKED_AGAIN =
  /(?:worked|works|work|went through|успешно|сработала?|funcionó|funciono|fonctionne) (?:again|wieder|de nouveau|снова|de nuevo|otra vez|di nuovo)|(?<!\p{L})(?:at|in|im|bei|beim|au|chez|en el|en un|no|al|в|with the) (?:the |a |an |der |einem )?(?:super ?mar\p{L}+|starbucks|7-?eleven|mcdonald'?s?|кафе|супермаркете|restaurante?|café|cafe|hotel|metro|taxi)|在(?:超市|便利店|星巴克|地铁|麦当劳)|(?:スーパー|コンビニ|スタバ)(?:で|では)|(?:마트|편의점|스타벅스)에서|في (?:السوبرماركت|مطعم)/u;

/** Of another payment than this one: elsewhere, otherwise, at other times, for another amount. */
const ELSEWHERE = pattern({
  whole:
    "other (?:shops?|stores?|places?|restaurant|website|merchant)|another (?:shop|store|place|restaurant|website|merchant)|elsewhere|different (?:shop|store|place|website)|usually|always|normally|last (?:week|month|year)|small(?:er)? amount|smaller|ander(?:e[nrms]?) (?:laden|geschaft|shop|restaurant)|woanders|anderswo|immer|sonst|letzte[ns]? (?:woche|monat|jahr)|kleiner\\p{L}* betrag|autre (?:magasin|boutique|restaurant|site)|ailleurs|toujours|d'habitude|petit(?:e)? (?:montant|somme)|otr[oa] (?:tienda|sitio|restaurante|comercio)|siempre|menor|outr[oa] (?:loja|restaurante|site)|sempre|normalmente|altro (?:negozio|ristorante|sito)|altrove|другом (?:магазине|кафе|ресторане|сайте)|всегда|обычно|меньш*",
  anywhere:
    'متجر اخر|محل اخر|دائما|مبلغ اصغر|别的?(?:店|商|地方)|另一?家|其他(?:店|商|地方)|平时|一直|小额|金额小|別の(?:店|お店|サイト)|他の(?:店|お店|サイト)|いつも|少額|다른 (?:가게|매장|식당|사이트)|항상|늘|소액|적은 금액',
});

/** Still so: after a change it means that the next attempt failed. */
const STILL = pattern({
  whole:
    'still|keeps?|immer noch|weiterhin|nach wie vor|trotzdem|toujours|encore|quand meme|sigue|todavia|aun|ainda|continua|ancora|lo stesso|все (?:еще|равно)|по-прежнему|опять',
  anywhere: 'لا يزال|ما زال|مازال|لا تزال|仍|还是|依然|照样|まだ|依然|やはり|やっぱり|それでも|여전히|아직도|그래도',
});

export interface RetryEnd {
  ended: 'worked' | 'failed';
  words: string;
  at: number;
  /** It is only told that it still fails: an attempt after a change, and nothing without one. */
  still: boolean;
}

/** How far around the two words a "not" counts. */
const NEAR = 14;
const AFTER = 8;
/** "It worked" behind "I tried again" is short. */
const SHORT = 70;

/** Whether nothing denies what stands between two places. */
function isPlain(text: string, from: number, to: number): boolean {
  return !NOT.test(text.slice(Math.max(0, from - NEAR), to + AFTER)) && !FAILED.test(text.slice(from, to));
}

function workedIn({ folded, asked }: Statement, before: Statement | undefined): boolean {
  const worked = WORKED.exec(folded);
  if (!worked || asked || [UNREAL, ELSEWHERE, WORKED_AGAIN].some((one) => one.test(folded))) return false;
  const end = worked.index + worked[0].length;
  const again = AGAIN.exec(folded) ?? AT_LAST.exec(folded);
  if (again) {
    const from = Math.min(again.index, worked.index);
    return isPlain(folded, from, Math.max(end, again.index + again[0].length));
  }
  if (!before || folded.length > SHORT) return false;
  const isTry =
    AGAIN.test(before.folded) &&
    !before.asked &&
    ![UNREAL, FAILED, ELSEWHERE, NOT].some((one) => one.test(before.folded));
  return isTry && isPlain(folded, worked.index, end) && !FAILED.test(folded);
}

function failedIn({ folded, asked }: Statement, before: Statement | undefined): 'again' | 'still' | null {
  if (asked || CONDITION.test(folded)) return null;
  const failed = FAILED.exec(folded) ?? (WORKED.test(folded) ? NOT.exec(folded) : null);
  if (!failed) return null;
  if (AGAIN.test(folded) || FAILED_AGAIN.test(folded.slice(0, failed.index + failed[0].length))) return 'again';
  const isTry = before && AGAIN.test(before.folded) && !before.asked && !CONDITION.test(before.folded);
  if (isTry && folded.length <= SHORT) return 'again';
  return STILL.test(folded) ? 'still' : null;
}

/** The ends of further attempts that a text tells, in its order. */
export function retriesIn(statements: readonly Statement[]): RetryEnd[] {
  return statements.flatMap((one, at): RetryEnd[] => {
    const before = statements[at - 1];
    if (workedIn(one, before)) return [{ ended: 'worked', words: one.words, at, still: false }];
    const failed = failedIn(one, before);
    return failed ? [{ ended: 'failed', words: one.words, at, still: failed === 'still' }] : [];
  });
}
