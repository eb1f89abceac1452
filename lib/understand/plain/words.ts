/** Words that several kinds of statements share, in the reading languages (en zh ja ko fr de es pt ru ar it). */
import { pattern } from './fold.ts';

/** It is not so. */
export const NOT = pattern({
  whole:
    "not|never|no|nothing|none|without|\\p{L}+n't|cannot|nicht|nichts|kein*|nie|pas|jamais|rien|aucun*|nada|nunca|ningun*|tampoco|nao|nenhum*|non|mai|niente|nessun*|не|нет|ничего|никак*|لم|لا|ما|ليس|لن|دون",
  anywhere: '没|未|不(?!过|久|足|够|错)|别|ない|ません|なかった|なし|ずに|(?:^| )안 |않|없|못',
});

/** It is asked, feared, wished, or set as a condition. */
export const UNREAL = pattern({
  whole:
    'if|whether|will|would|could|should|can i|may|might|hope|hoping|afraid|worried|wonder*|unless|until|going to|wants? to|trying to|before i|ob|wenn|falls|werde|wird|soll|sollte|hoffe|angst|befurchte|bevor|damit|si|est-ce|vais|pourrait|espere|peur|crains|avant de|ojala|voy a|va a|deberia|miedo|antes de|puedo|podria|se (?:il|la|lo|o|a|eu|voce|riprov*|prov*|tent*|pag*)|vou|devo|medo|posso|sera|spero|paura|prima di|dovrei|potrei|pode(?:m)? ter|pued(?:e|en) haber|peut avoir|potrebbe|kann [\\p{L} ]{0,25}worden sein|возможно|если|ли|будет|будут|боюсь|надеюсь|чтобы|стоит|можно|хочу|смогу|اذا|هل|سوف|اخاف|اخشي|اتمني|قبل ان|لو|ربما|اريد',
  anywhere:
    '如果|要是|若|会不会|是否|是不是|能不能|可不可以|怕|担心|希望|吗|打算|准备|要不要|能否|万一|可能|かもしれ|수 있|지도 ?모|たら(?!.*(?:った|した|きた|れた|いた)(?:$|[。、よ!]))|れば|なら|でしょうか|ですか|ますか|かどうか|心配|怖|したい|べき|면 |까요|나요|을까|될까|할까|걱정|싶|인가요',
});

/** It is asked, or a condition; what is feared or may be is left out, because "is being declined" sounds so in some languages. */
export const CONDITION = pattern({
  whole:
    "if|whether|should|unless|until|before|ob|wenn|falls|sollte|soll|bevor|bis|si|est-ce|avant|jusqu'a|antes|hasta|ate|se|prima|finche|если|ли|пока|اذا|هل|لو|قبل",
  anywhere: '如果|要是|若|会不会|是否|吗|之前|以前|たら|れば|なら|ますか|かどうか|前に|まで|면 |까요|나요|전에',
});

/** It failed. */
export const FAILED = pattern({
  whole:
    "fail*|unsuccess*|declin*|refus*|reject*|errors?|same (?:message|thing|error|result|problem|story|answer)|did ?n[o']t work|does ?n[o']t work|no luck|in vain|blocked|abgelehnt|lehnt [\\p{L} ]{0,25}ab|fehlgeschlagen|gescheitert|fehler*|d(?:ie|er|as)selbe*|gleiche* (?:meldung|fehler*|ergebnis)|ohne erfolg|vergeblich|verweigert|echou*|echec|erreur|meme (?:message|chose|erreur|resultat)|rejet*|rechaz*|fall*|mism[oa] (?:mensaje|error|resultado)|lo mismo|sin exito|deneg*|recusa*|falh*|erro|mesm[oa] (?:mensagem|erro|coisa|resultado)|sem sucesso|negad*|rifiut*|fallit*|errore|stess[oa] (?:messaggio|errore|cosa|risultato)|senza successo|negat*|respint*|отказ*|отклон*|ошибк*|то же самое|та же*|тот же|безуспешно|неудач*|не (?:прош*|прох*|получилось|удал*|сработал*)",
  anywhere:
    'فشل|رفض|مرفوض|خطا|نفس (?:الرساله|الخطا|الشي|النتيجه)|لم (?:تنجح|ينجح|تتم|يتم)|دون جدوي|失败|被拒|拒绝|拒付|不行|没成功|不成功|没有成功|同样|一样|报错|没过|没用|付不|错误|エラー|失敗|拒否|同じ|断られ|だめ|ダメ|できません|できなかった|できない|通らな|通りません|弾かれ|はじかれ|실패|거절|거부|오류|에러|같은|똑같|안 ?되|안 ?돼|안 ?됐',
});

/** Who speaks. */
export const BANK = pattern({
  whole: 'banks?|bank\\p{L}{0,3}|issuer|\\p{L}*bank|banque|banco|banca|банк*|emissor|emisor',
  anywhere: '银行|发卡行|銀行|カード会社|은행|카드사|بنك|البنك|مصرف',
});
export const ALIPAY = pattern({ anywhere: 'alipay|支付宝|アリペイ|알리페이|алипей|علي ?باي|اليباي' });

/** Somebody says something. */
export const SAYS = pattern({
  whole:
    'says?|said|told|tells|confirm*|answer*|repl(?:y|ied|ies)|explain*|claim*|assured?|according|states?|stated|sagt*|gesagt|meint*|bestatigt*|antwort*|geantwortet|erklart*|laut|behauptet*|dit|disent|confirme*|repond*|explique*|selon|affirm*|dice*|dijo|dijeron|dicho|respond*|explic*|segun|contest*|diz*|disse*|segundo|dicono|detto|conferm*|rispo*|spiega*|secondo|сказал*|говор*|подтверд*|подтвержда*|ответил*|объяснил*|утвержда*|сообщил*',
  anywhere:
    'قال|يقول|تقول|اكد|اخبر|اجاب|说|告诉|确认|回复|答复|表示|回答|讲|声称|言|との|回答|確認|答え|によると|そうです|返事|말|하네|라고|다고|대요|답변|확인|래요|했대',
});

/**
 * Money that moved, may have moved or waits, whatever is said of it: a text with such a word is never put aside as news, as another
 * service's trouble or as a happy ending.
 */
export const MONEY_MOVED = pattern({
  whole:
    'charge(?:s|d)?|debit(?:s|ed)?|deduct\\p{L}*|withdraw\\p{L}*|withdrew|billed|taken|pending|held|on hold|holds?|twice|double|duplicate|(?:money|amount|balance) (?:is |has )?(?:gone|missing|left|down)|pay(?:ing)? again|refund\\p{L}*|abgebucht|belastet|abgezogen|vorgemerkt|doppelt|zweimal|nochmal zahlen|erstatt\\p{L}*|debite\\p{L}*|preleve\\p{L}*|deux fois|en attente|rembours\\p{L}*|cobr(?:o|os|ado|ada|aron|aram|ou|ado)|cargos?|descont\\p{L}*|debitad\\p{L}*|debitou|pendiente|pendente|dos veces|duas vezes|reembols\\p{L}*|addebit\\p{L}*|scalat\\p{L}*|prelevat\\p{L}*|due volte|in sospeso|rimbors\\p{L}*|спис\\p{L}*|снял\\p{L}*|сняты|дважды|в обработке|возврат\\p{L}*|afgeschreven|dubbel|twee keer|pobran\\p{L}*|sciagn\\p{L}*|dwa razy|cekil\\p{L}*|iki kez|kepotong|terpotong|terdebet|dua kali|ditolak dua|bi tru|tru tien|hai lan',
  anywhere:
    '扣|划走|划了|重复|两次|两笔|待入账|冻结了?[钱款资]|退款|钱没了|少了|引き落と|引かれ|請求され|二重|二回|2回|返金|保留|빠져|빠졌|출금|두 ?번|중복|환불|대기|خصم|سحب|مرتين|معلق|استرداد|ตัดเงิน|หักเงิน|ตัดไป|ซ้ำ|สองครั้ง|คืนเงิน',
});
