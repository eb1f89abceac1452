/**
 * What the learned reader takes from a clause is believed only as far as the clause goes: to look is not to find, to call is not to be told,
 * a promise is no lift, a debit that is denied is none, and a quoted message is no word of the bank's.
 */
import { pattern } from './fold.ts';
import { isAhead, isRefused } from './lifted.ts';
import { NOTHING_TAKEN } from './plain-facts.ts';
import { isOnlyBlame } from './only-asked.ts';
import { BANK, FAILED, NOT, SAYS } from './words.ts';

const CALLED = pattern({
  whole:
    'called|call|calling|rang|phoned|telephoned|contacted|spoke (?:to|with)|talked (?:to|with)|wrote to|e-?mailed|on the phone with|asked|angerufen|rief|telefoniert|kontaktiert|gesprochen|gefragt|geschrieben|appele*|telephone|contacte|parle|demande|ecrit|llame|llamado|llamamos|contacte|contactado|hable|hablado|pregunte|escribi|liguei|telefonei|contact(?:ei|ado)|contatei|falei|perguntei|chiamato|telefonato|contattato|parlato|chiesto|scritto|позвонил*|звонил*|связал*|обратил*|написал*|спросил*|поговорил*',
  anywhere:
    'اتصلت|كلمت|تواصلت|راسلت|هاتفت|سالت|打了?(?:个|一个|过)?[^，。]{0,6}电话|电话问|致电|打给|联系了|联系过|联络了|问了|问过|咨询了|電話し|電話を(?:かけ|し)|連絡し|問い合わせ|聞いて(?:み|い)|전화했|전화해|전화를|연락했|문의했|물어봤',
});
/** What the other side says, sees or did: then the call had an answer. */
const ANSWERED = pattern({
  whole:
    "that|sees?|saw|they|he|she|it (?:was|is)|nothing|hiess|sieht|sehen|dass|es gibt|qu[e']?|voi(?:t|ent)|ils|elle|que|ve|ven|veem|che|vede|vedono|что|вид(?:ит|ят)",
  anywhere: 'ان |انه|看到|查到|看不到|没看|没有|拒|见た|見え|見て|보이|봤다',
});
const LOOKED = pattern({
  whole:
    'looked|look|looking|checked|check|checking|opened|searched|went through my|nachgesehen|schaue?|gucke?|geschaut|nachgeschaut|gepruft|geguckt|durchgesehen|geoffnet|regarde|verifie|consulte|cherche|ouvert|mire|mirado|mirando|viendo|revisando|revise|revisado|comprobe|busque|abri|olhei|olhar|olhando|vendo|conferindo|verifiquei|consultei|procurei|conferi|guardato|guardando|controllato|controllando|verificato|cercato|aperto|посмотрел*|смотрю|проверил*|проверяю|открыл*|заглянул*|искал*|просмотрел*',
  anywhere:
    'نظرت|راجعت|تحققت|فحصت|شيكت|بحثت|تفقدت|فتحت|查了|查过|看了|看过|翻了|查看了|打开了|检查了|去查|去看|確認し|見まし|見た|見て|調べ|チェックし|開い|확인했|확인해|봤|살펴|열어|찾아',
});
/** What was found. */
const FOUND = pattern({
  whole:
    "paid|success*|pending|processing|shows?|showed|found|appears?|see|saw|says|said|listed|complete*|charged|debited|deducted|hold|held|declined|empty|failed|closed|there (?:is|was|it)|is there|it's there|bezahlt|gezahlt|erfolg*|ausstehend|steht|gefunden|angezeigt|zeigt|leer|abgebucht|offen|sehe|vorgemerkt|belastet|payee?|reussie?|attente|affiche*|trouve*|vide|debitee?|vois|voit|figure|apparait|y a|pagad[oa]|exito|pendiente|aparec*|encontr*|sale|cobr*|figura|hay|retenid*|pag[oa]|sucesso|pendente|consta|debitad*|pagat[oa]|successo|sospeso|risulta|trovat*|compare|appare|c'e|addebit*|оплач*|успешн*|нашел|нашла|есть|числится|висит|ожида*|обработк*|показыва*|списан*|стоит|значится|отображ*",
  anywhere:
    'مدفوع|ناجح|معلق|وجدت|يظهر|ظهر|موجود|يوجد|خصم|付了|已付|成功|显示|找到|有|待|处理中|扣|看到|查到|写着|是|完了|支払い済|あり|ある|出て|表示|保留|処理中|載|のって|見つか|성공|완료|있|나와|나오|표시|대기|처리 ?중|보이|떠',
});
const QUOTED = /[“"„«「『‘][^”"»」』’]{3,}[”"»」』’]/u;
const SCREEN = pattern({
  whole:
    'message|screen|page|app|website|pop-?up|error|meldung|bildschirm|seite|ecran|page|mensaje|pantalla|pagina|mensagem|tela|ecra|messaggio|schermo|schermata|сообщени*|экран*|страниц*|окно',
  anywhere: 'الرساله|الشاشه|الصفحه|提示|页面|显示|弹窗|メッセージ|画面|表示|메시지|화면|페이지',
});
const SENT = pattern({
  whole:
    'send*|sent|transfer*|friend*|person|somebody|someone|uberweis*|geschickt|senden|schicken|freund*|virement|envoye*|envoyer|transfere*|ami|amie|envi*|transfer*|amig[oa]|mand*|invi*|bonific*|amic[oa]|перев*|отправ*|друг*',
  anywhere: 'تحويل|حول|ارسل|صديق|转|送金|振り?込|友|송금|이체|보내|친구',
});
const HELP = pattern({
  whole:
    'help|hello|hi|please|helfen|hilfe|hallo|aider?|aidez|bonjour|ayuda*|hola|ajud*|ola|aiut*|ciao|помог*|здравствуйте|привет',
  anywhere: 'مساعد|مرحبا|你好|帮我|帮忙|请问|助けて|教えて|こんにちは|도와|안녕',
});

/** The bank let something through. */
export const APPROVED = pattern({
  whole:
    'approv*|authori*|accept*|released|passed|went through|genehmigt*|freigegeben|autoris*|accepte*|aprob*|autoriz*|acept*|aprov*|aceit*|approvat*|accettat*|одобр*|подтвержден*|пропустил*',
  anywhere: 'وافق|قبل البنك|批准|通过|授权|放行|承認|승인|허용',
});
/** Facts that say that money is or may be gone. */
export const RAISES =
  /^(?:bank-record|bank-said)=(?:charged|held)$|^bank-message=charged$|^payment-record=(?:paid|pending)$|^bank-said=approved$/;
/** A block that the bank denies. */
const NO_BLOCK = pattern({
  whole:
    "(?:no|not any|isn't any|without any) (?:blocks?|restrictions?|holds?|limits?)|(?:not|n't|nothing|never) (?:is |was |been |being |on )*(?:blocked|restricted|locked|switched off|disabled)|nothing (?:is |was )?block*|kein\\p{L}* (?:sperre|sperrung|blockade|einschrankung*)|nicht (?:gesperrt|blockiert|eingeschrankt)|nichts (?:gesperrt|blockiert)|aucun\\p{L}* (?:blocage|restriction)|(?:pas|rien) (?:ete |de |n'est )?bloqu*|(?:no (?:hay|tiene|esta|existe|fue)|ningun)(?: ningun)? (?:bloque*|restriccion*)|(?:nao (?:ha|tem|esta|foi|existe)|nenhum)(?: nenhum)? (?:bloque*|restric*)|(?:non (?:c'e|e|ha|risulta)|nessun)(?: nessun| alcun)? (?:blocc*|restrizion*)|не (?:заблокирован*|блокир*|ограничен*)|(?:блокир*|ограничени*) нет|нет (?:никак\\p{L}+ )?(?:блокир*|ограничени*)",
  anywhere:
    'لا (?:يوجد|توجد) (?:حظر|ايقاف|قيود|قيد)|(?:غير|ليست|ليس) (?:محظور|موقوف|مقيد)|没有?(?:任何)?(?:限制|拦截|冻结|禁用)|(?:制限|ブロック|停止)(?:は|も)?(?:かけて|されて)?い?(?:ない|ません|なし)|(?:차단|정지|제한)(?:이|은|는|도|된 건|된 것도)? ?(?:없|안 ?되|아니)',
});
/** What the bank would say of a block. */
const BLOCKED = /^bank-said=(?:international-off|fraud-hold|category|card-status)$|^bank-switches=off$/;
const SAID_BY = /^(?:bank|alipay|shop)-said=/;
/** A plea is short. */
const PLEA = 45;

/**
 * The fact as far as its clause bears it: the same, a lesser one, or null.
 * @param fact `question=answer`
 * @param folded the clause, folded
 * @param words the clause as typed
 */
export function guarded(fact: string, folded: string, words: string): string | null {
  if (folded.length < PLEA && HELP.test(folded) && !BANK.test(folded) && !FAILED.test(folded)) return null;
  if (fact === 'code-kind=transfer' && !SENT.test(folded)) return null;
  if (RAISES.test(fact) && isOnlyBlame(words)) return null;
  if (RAISES.test(fact) && NOTHING_TAKEN.test(folded)) return 'bank-record=nothing';
  if (/^(?:payment|bank)-record=/.test(fact) && LOOKED.test(folded) && !FOUND.test(folded) && !NOT.test(folded))
    return null;
  if (/^(?:bank|alipay)-said=lifted$/.test(fact)) {
    const who = fact.split('=')[0]!;
    if (isRefused(folded)) return who === 'bank-said' ? 'bank-said=cannot-lift' : null;
    if (isAhead(folded)) return SAYS.test(folded) || BANK.test(folded) ? `${who}=says-wait` : null;
    return NOT.test(folded) ? null : fact;
  }
  if (BLOCKED.test(fact) && NO_BLOCK.test(folded))
    return fact === 'bank-said=international-off' ? 'bank-switches=on' : null;
  if (/^changed=/.test(fact) && isAhead(folded)) return null;
  if (!SAID_BY.test(fact)) return fact;
  if (CALLED.test(folded) && !SAYS.test(folded) && !ANSWERED.test(folded)) return null;
  if (QUOTED.test(words) && SCREEN.test(folded.replace(QUOTED, ' ')) && !BANK.test(folded.replace(QUOTED, ' ')))
    return null;
  if (fact === 'bank-said=approved') return approvedIn(folded);
  return fact;
}

/** What a clause that sounds like an approval says: nothing "was approved" where only "no" is said, and no approval is a refusal. */
function approvedIn(folded: string): string | null {
  const isDenied = NOT.test(folded);
  if (FAILED.test(folded) && !isDenied) return 'bank-said=declined';
  return isDenied && !APPROVED.test(folded) ? null : 'bank-said=approved';
}
