/** Whether a block was lifted, will be, or cannot be: a promise is no lift, and a refusal is an answer. */
import { pattern } from './fold.ts';
import type { Statement } from './statements.ts';
import { ALIPAY, BANK, NOT, SAYS, UNREAL } from './words.ts';

/** What is lifted. */
const BLOCK = pattern({
  whole:
    'blocks?|restriction*|limits?|freeze|locks?|flags?|hold|ban|sperre*|kartensperre|beschrankung*|einschrankung*|limit*|blockierung|blocage*|restriction*|plafond|limitation*|opposition|bloqueo*|restriccion*|limite*|bloqueio*|restric*|blocco|blocchi|restrizion*|limitazion*|блокировк*|ограничени*|запрет*|лимит*|my card|the card|card|karte|carte|tarjeta|cartao|carta|карт[ауыеой]*',
  anywhere:
    'حظر|قيود|القيد|تقييد|البطاق|تجميد|限制|封锁|冻结|锁定|管控|拦截|交易功能|ロック|制限|ブロック|利用停止|停止|차단|제한|정지|잠금|락',
});

/** It was done. */
const DONE = pattern({
  whole:
    'vien(?:t|nent) (?:juste )?de (?:\\p{L}+ )?(?:lever|debloquer|retirer|enlever|supprimer)|acab(?:a|an|ou|aram) de (?:\\p{L}+ )?(?:levantar|quitar|desbloquear|eliminar|retirar|remover|tirar|liberar)(?:me)?|(?:ha|hanno) appena (?:tolt|rimoss|sbloccat|levat)o|(?:lifted|removed|unblocked|unlocked|unfroze|unfrozen|unlock(?:ed)?|cleared|reactivated|whitelisted|took (?:off|away)|taken off)|(?:aufgehoben|entfernt|entsperrt|freigeschaltet|freigegeben|geloscht)|hob [\\p{L} ]{0,30}auf|(?:a|ont|avons|ete|ai) (?:bien |deja )?(?:leve|debloque|retire|enleve|supprime|desactive)e?s?|(?:levant|quit|desbloque|elimin|retir|liber)(?:o|aron)|(?:ha|han|fue|sido) (?:levantad|quitad|desbloquead|eliminad|retirad|liberad)[oa]s?|(?:ha|han) (?:levantado|quitado|desbloqueado|eliminado|retirado|liberado)|(?:levant|desbloque|remov|retir|liber|tir)(?:ou|aram|eu|eram)|(?:foi|ja) (?:levantad|desbloquead|removid|retirad|liberad)[oa]|(?:ha|hanno|e stat[oa]) (?:gia )?(?:tolt|rimoss|sbloccat|levat|eliminat)[oa]|снял(?:и|а)?|снят[оаы]?|разблокировал(?:и|а)?|разблокирован[аоы]?|убрал(?:и|а)?',
  anywhere:
    '(?:رفع(?:وا|ت)?|ازال(?:وا|ت)?|الغ(?:ي|وا|ت)|فك(?:وا|ت)?) (?:البنك |المصرف |الموظف )?(?:عني |عن بطاقتي )?(?:ال(?:حظر|قيود|قيد|حجب|تجميد)|حظر)|تم (?:رفع|فك|الغاء|ازاله)|(?:解除|解开|取消|撤销|放开)(?:了|掉|完)|已经?[^，。]{0,12}(?:解除|解开|取消|解冻|撤销|放开)|(?:帮|给|替)我?[^，。]{0,6}(?:解除|解开|取消|解冻)|(?:解除|解开|取消|解冻)[^，。]{0,12}了$|(?:解除|外)(?:し|され)(?:まし)?た|(?:解除|外)して(?:くれ|もらい?|いただき?)(?:まし)?た|解除済み|(?:해제|풀어|풀)(?:해)? ?(?:줬|주었|주셨|했|됐|되었|졌)|풀렸|풀었',
});

/** It is promised, planned or asked for. */
const AHEAD = pattern({
  whole:
    "will|\\p{L}+'ll|would|promis*|tomorrow|next week|later|soon|shortly|plans?|planning|planned|intend*|wants? to|wanted to|about to|going to|try(?:ing)? to|asked|ask|needs? to|has to|have to|should|in (?:an|a few|\\d+) (?:hours?|days?|minutes?)|within|can|could|will|wollen|wird|werden|werde|morgen|erst (?:nachste|in|am|ab|ubermorgen)*|nachste[nrms]? (?:woche|tage*|montag|monat)|heute abend|spater|bald|verspr*|zugesagt|soll|sollen|sollte|mochte*|gebeten|bitte*|kann|konnen|konnte*|innerhalb|plan(?:t|en)|demnachst|va|vont|promis|promet*|demain|bientot|(?:lev|debloqu|retir|enlev|supprim)(?:era|eront|eraient|erait|er)|plus tard|doit|doivent|demande*|peu(?:t|vent)|pourra*|d'ici|veu(?:t|lent)|van a|va a|promet*|manana|pronto|(?:levant|quit|desbloque|elimin|retir|liber|remov)(?:ara|aran|arao|era|erao|ar|aria|arian)|mas tarde|debe*|pedi|pedido|puede*|podra*|dentro de|quiere*|vai|vao|amanha|em breve|mais tarde|deve*|pode*|quer|querem|promess*|promett*|domani|presto|(?:tog|rimuov|sblocc|lev|elimin)\\p{L}*era(?:nno)?|togliere|rimuovere|sbloccare|piu tardi|chiesto|puo|possono|entro|vuole|vogliono|снимет|снимут|снять|разблокиру(?:ет|ют)|разблокировать|уберет|уберут|обеща*|завтра|позже|скоро|должн*|попросил*|просил*|может|могут|будет|будут|хочет|хотят|собира*|через (?:час|\\d+|пару)|سوف|غدا|بكره|وعد*|لاحقا|قريبا|طلبت|يريد|يمكن|خلال",
  anywhere:
    'سي(?:رفع|زيل|فك|لغي|فتح|تم)|ستر?فع|会(?![社员计议])|将|明天|明日|后天|稍后|答应|承诺|保证|打算|准备|要等|等到|请[他她银]|要求|让(?:[他她]|银行|客服)|叫(?:[他她]|银行|客服)|请(?:银行|客服)|下周|小时后|以后|过几天|明日|あした|後で|予定|約束|つもり|してくれる(?:と|そう|って|はず)|するそう|すると|します(?:と|って)|されます|来週|お願い|頼ん|頼み|依頼|してほし|だろう|でしょう|내일|나중|약속|예정|해 ?준다|풀어 ?준다|겠다|겠대|할 거|주겠|부탁|요청|곧|다음 ?주|될 거',
});

/** "Said that they had lifted it": done, whatever else the clause plans. */
const SURELY = pattern({
  whole:
    'vien(?:t|nent) (?:juste )?de|acab(?:a|an|ou|aram) de|(?:has|have|had|just|already|now) (?:been |now |just |already )?(?:lifted|removed|unblocked|unlocked|cleared|unfrozen)|(?:banks?|they|he|she|agent) (?:then |just |already )?(?:lifted|removed|unblocked|unlocked|cleared)|(?:hat|haben|wurde|ist) [\\p{L} ]{0,40}(?:aufgehoben|entfernt|entsperrt|freigeschaltet|freigegeben)',
  anywhere: '已经[^，。]{0,12}(?:解除|解开|取消|解冻)|(?:解除|解开|取消)了',
});

/** It cannot or will not be lifted. */
const REFUSED = pattern({
  whole:
    "(?:can ?not|can't|cant|won't|will not|refus\\p{L}+ to|unable to|not able to|not allowed to|no way to) (?:\\p{L}+ ){0,3}?(?:lift|remove|unblock|unlock|clear|take|release|whitelist|allow)|(?:kann|konnen|konne|darf|will|wollen|lasst) [\\p{L} ]{0,45}nicht [\\p{L} ]{0,12}(?:aufheben|entfernen|entsperren|freischalten|freigeben)|(?:weigert|weigern) [\\p{L} ]{0,45}(?:aufzuheben|zu entsperren|freizugeben)|(?:ne )?(?:peu(?:t|vent)|veu(?:t|lent)) pas (?:\\p{L}+ ){0,2}?(?:lever|debloquer|retirer|enlever|supprimer)|refus\\p{L}+ de (?:\\p{L}+ )?(?:lever|debloquer|retirer)|no (?:\\p{L}+ )?(?:pued\\p{L}+|quier\\p{L}+|va a|van a) (?:\\p{L}+ )?(?:levantar|quitar|desbloquear|eliminar|retirar)\\p{L}*|se (?:niega|niegan) a (?:levantar|quitar|desbloquear)\\p{L}*|nao (?:o |a )?(?:pode|podem|consegue|conseguem|quer|vai) (?:\\p{L}+ )?(?:levantar|tirar|desbloquear|remover|retirar|liberar)|non (?:lo |la )?(?:puo|possono|vuole|vogliono|riesce a) (?:\\p{L}+ )?(?:toglier|rimuover|sbloccar|levar|eliminar)\\p{L}*|не (?:может|могут|хочет|будет) (?:\\p{L}+ )?(?:снять|разблокировать|убрать)|отказал\\p{L}* (?:снять|снимать|разблокировать)",
  anywhere:
    '(?:لا يمكن|لا يستطيع|لا تستطيع|رفض البنك|يرفض)[\\p{L} ]{0,15}(?:رفع|فك|ازاله|الغاء)|(?:不能|没法|无法|不肯|不给|不愿|解除不了|没办法)[^，。]{0,8}(?:解除|解开|取消|解冻|解封|放开)|(?:解除|解开|取消|解冻)不了|解除(?:は|が)?(?:でき(?:ない|ません)|不可|してくれない|してもらえ(?:ない|ません))|(?:해제|풀어 ?줄)[^.]{0,6}(?:수 ?없|못|안 ?된|불가)|풀 수 ?없',
});

export type Lift = 'lifted' | 'cannot-lift' | 'says-wait';

/** Whether a clause promises, plans or asks rather than tells what was done. */
export const isAhead = (folded: string): boolean => AHEAD.test(folded) && !SURELY.test(folded);

/** Whether a clause refuses to lift. */
export const isRefused = (folded: string): boolean => REFUSED.test(folded);

/** What a statement says of a block that a bank put on; null where it says nothing plain, or speaks of Alipay's. */
export function liftIn({ folded, asked }: Statement, before?: Statement): Lift | null {
  if (ALIPAY.test(folded) || asked) return null;
  // "I wrote to Alipay. They lifted it."
  if (before && !BANK.test(folded) && ALIPAY.test(before.folded) && !BANK.test(before.folded)) return null;
  if (isRefused(folded)) return 'cannot-lift';
  if (!DONE.test(folded) || !BLOCK.test(folded) || NOT.test(folded)) return null;
  if (isAhead(folded) || (UNREAL.test(folded) && !SAYS.test(folded))) return null;
  return 'lifted';
}
