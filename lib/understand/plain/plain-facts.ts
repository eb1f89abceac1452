/** Facts that people state in plain words, and that the learned reader knows too few ways to say. Each list is for all reading languages. */
import { pattern } from './fold.ts';
import { RECORD_PAID } from './record-paid.ts';
import type { Statement } from './statements.ts';
import { ALIPAY, BANK, NOT, SAYS, UNREAL } from './words.ts';

/** Nothing was taken: a debit that is denied. */
export const NOTHING_TAKEN = pattern({
  whole:
    "(?:not|never|n't|wasn't|weren't|hasn't|haven't|didn't) (?:been |yet |get |actually ){0,2}(?:charged|debited|deducted|billed|taken)|nothing (?:was|has been|is|got|been) (?:charged|taken|debited|deducted|pending|held)|nothing pending|no (?:money|amount|charge|debit|payment|funds) (?:was|has been|has|were|is|got)(?: been)? (?:taken|made|left|charged|debited)|no (?:charge|debit|hold)|nichts (?:abgebucht|belastet|abgezogen)|(?:nicht|kein\\p{L}* [\\p{L} ]{0,15}) ?(?:belastet|abgebucht|abgezogen)|kein\\p{L}* (?:abbuchung|belastung)|pas (?:ete )?(?:debite|preleve)\\p{L}*|aucun (?:debit|prelevement)|rien (?:n'a )?(?:ete )?(?:debite|preleve)|no (?:se )?(?:me )?(?:ha |han |te ha |le ha )?(?:cobr|descont|carg)\\p{L}+|ningun (?:cargo|cobro)|nao (?:me )?(?:foi |fui |ha )?(?:cobr|debit|descont)\\p{L}+|nenhum\\p{L}* (?:cobranca|debito)|(?:soldi|denaro|importo) non (?:sono|e) (?:\\p{L}+ )?(?:uscit|pres|partit)[oi]|(?:dinero|importe) no (?:ha )?sali(?:o|do)|(?:dinheiro|valor) nao saiu|argent n.(?:est pas parti|a pas quitte)|money (?:did not|didn.t|never) (?:leave|left)|money is still (?:there|in)|geld ist noch (?:da|auf)|деньги (?:остались|не ушли|на месте)|non (?:e stato |e stata |mi hanno |ha )?(?:addebitat|prelevat)\\p{L}+|nessun addebito|не (?:был\\p{L}* )?(?:списал|списан|снял|снят)\\p{L}*|списани[яй] не (?:было|произошло)|списания нет|ничего не (?:списал|снял)\\p{L}*",
  anywhere:
    'لم (?:يتم )?(?:خصم|يخصم|يُخصم|تخصم)|لم يتم (?:خصم|سحب)|(?:没有?|未|没能)(?:被)?(?:扣款|扣费|扣钱|扣)|(?:没有?|无)[^，。]{0,4}待入账|(?:钱|款)(?:项)?(?:没有?|未)(?:被)?扣|(?:引き落と|請求|課金)(?:しは?|は)?(?:され|し)?(?:てい?)?(?:ない|ません|なかった)|引き落としは?(?:ない|ありません|なし|されていません)|(?:청구|출금|인출|결제)(?:는|은|가|이)? ?(?:되지|안|없)|빠져나가지 ?않|(?:钱|余额)(?:没少|没变|还在)|출금(?:도|은|이)? ?안',
});

const MONEY_WORD = pattern({
  whole:
    'hold|authori[sz]ation|pre-?auth*|charge|amount|money|funds|payment|pending|it|betrag|geld|abbuchung|vormerkung|reservierung|autorisierung|zahlung|montant|argent|somme|debit|autorisation|prelevement|importe|dinero|cargo|retencion|preautorizacion|cobro|autorizacion|valor|dinheiro|cobranca|bloqueio do valor|importo|soldi|addebito|somma|autorizzazione|preautorizzazione|деньги|сумм[ау]|холд|средства|списание',
  anywhere:
    'المبلغ|الفلوس|المال|حجز|钱|款|预授权|金额|资金|扣|与信|仮押さえ|請求|お金|金額|引き落とし|돈|금액|가승인|청구|결제',
});

/** Money that is only kept back. */
const HELD = pattern({
  whole:
    'temporary (?:authori[sz]ation|hold|charge)|pre-?authori[sz]ation|authori[sz]ation hold|pending authori[sz]ation|(?:funds|money|amount) (?:is|are|was|were) (?:on hold|held|reserved|blocked|frozen)|(?:hold|holding) (?:the|my) (?:money|funds|amount)|hold on (?:the|my) (?:money|funds|amount)|hold (?:of|for) \\p{Sc}?\\d{1,7}|blokad* (?:na )?\\d{1,7}|blokad* (?:srodk|kwot|pieni)*|(?:srodk|kwot|pieni)\\p{L}* (?:zablokowan|zamrozon)*|vorautorisier*|(?:betrag|geld|euro|zahlung) [\\p{L} ]{0,20}(?:reserviert|geblockt|blockiert|vorgemerkt)|(?:reserviert|vorgemerkt)\\p{L}* (?:betrag|zahlung)|vormerkung|pre-?autorisation|autorisation (?:temporaire|en attente|provisoire)|(?:montant|somme|argent) [\\p{L} ]{0,20}(?:bloque|reserve|gele)e?|preautorizacion|autorizacion (?:temporal|pendiente)|retencion|(?:importe|dinero|monto) [\\p{L} ]{0,20}(?:bloquead|reservad|retenid)o|pre-?autorizacao|autorizacao (?:temporaria|pendente)|cativ*|(?:valor|dinheiro|montante) [\\p{L} ]{0,20}(?:bloquead|reservad|retid)o|preautorizzazione|autorizzazione (?:temporanea|in sospeso)|(?:importo|somma|soldi|denaro) [\\p{L} ]{0,20}(?:bloccat|congelat|trattenut|riservat)[oai]|холд|захолдир*|предавторизац*|(?:сумма|деньги|средства) [\\p{L} ]{0,20}(?:заморож|заблокиров|зарезервиров)*|(?:заморозил|зарезервировал|захолдировал)* (?:сумму|деньги|средства)',
  anywhere:
    'تفويض موقت|حجز (?:المبلغ|مبلغ)|(?:المبلغ|مبلغ) (?:محجوز|معلق)|预授权|(?:资金|金额|钱|款项?)[^，。]{0,6}(?:被?冻结|圈存|预留|占用)|冻结了?(?:\\d|这笔|我?的?(?:钱|资金|金额))|圈存|与信枠|仮押さえ|仮売上|オーソリ|(?:確定前|未確定)|가승인|임시 ?승인|가결제',
});

/** It was given back. */
export const GIVEN_BACK = pattern({
  whole:
    'released (?:it|the|my|yesterday|today|again|now)|(?:was|is|got|been|then) (?:released|reversed|refunded|voided|cancelled|returned)|reversed (?:it|the)|refunded|came back|dropped off|fell off|disappeared|vanished|zuruckgebucht|erstattet|zuruckerstattet|wieder (?:freigegeben|gutgeschrieben|aufgelost|verschwunden)|freigegeben|storniert|zuruckgekommen|rembourse*|recredite*|liberee?s?|(?:autorisation|debit) [\\p{L} ]{0,20}annulee?|devolvi*|devuelt*|reembolsad*|reembolso|liber(?:o|aron|ado|ada|ou|aram)|revertid*|anulad[oa]|desaparecio|estornad*|estornou|devolvid*|devolveu|rimborsat*|stornat*|riaccreditat*|sbloccat[oai]|annullat[oai]|restituit*|вернул*|возвращен*|разморозил*|разморожен*|отмен(?:ен|или)*|сняли холд|холд снят*|(?:разблокировали|разблокирован)',
  anywhere:
    'ارجع|اعيد|عاد المبلغ|عادت|استرد|فك الحجز|الغي الحجز|退回|退了|退还|解冻|释放|已撤销|退款了|戻って|戻った|戻りました|返金され|取り消され|解放され|解除され|환불됐|환불되|취소됐|취소되|돌아왔|풀렸|해제됐',
});

/** Records have nothing. */
const NO_RECORD = pattern({
  whole:
    "no (?:such )?(?:payment|record|transaction|trace|order|entry|bill)s?|shows? nothing|nothing (?:is |was )?(?:there|shown|listed|shows|appears|in)|(?:does ?n't|does not|did not|didn't) (?:appear|show|have it|list)|not (?:there|listed|in (?:the|my) (?:bill*|record*|alipay))|(?:nothing|none) (?:there|at all)|kein\\p{L}* (?:zahlung|eintrag|vorgang|buchung|transaktion)|nichts (?:zu sehen|davon|drin|angezeigt|zu finden)|(?:steht|ist|gibt es) (?:dazu |auch |davon )?nichts|taucht [\\p{L} ]{0,20}nicht auf|erscheint [\\p{L} ]{0,12}(?:nicht|nichts)|nicht (?:drin|zu finden|aufgefuhrt|verzeichnet)|aucun\\p{L}* (?:paiement|trace|transaction|operation)|n'y a (?:rien|pas|aucun\\p{L}*)|n'apparait pas|rien n'apparait|ne figure pas|n'affiche (?:rien|aucun\\p{L}*)|ningun\\p{L}* (?:pago|registro|cobro|movimiento|operacion)|(?:no|tampoco) (?:me )?(?:aparece|figura|sale|consta|hay|esta)(?: nada)?|nenhum\\p{L}* (?:pagamento|registo|registro|transacao)|nao (?:me )?(?:aparece|consta|ha|tem|esta)(?: nada)?|nada consta|nessun\\p{L}* (?:pagamento|traccia|registrazione|transazione)|non (?:c'e|compare|risulta|appare|figura)(?: niente| nulla)?|(?:этого |такого )?платеж(?:а|ей)?(?: [\\p{L}]+){0,3}? нет|нет (?:этого|такого|такой|записи|платеж*|ничего|никак*|этой)|ничего нет|не (?:отображается|появил*|значится|числится|видно)|отсутству*",
  anywhere:
    'لا (?:يوجد|توجد|يظهر|تظهر) (?:اي |هذا |هذه )?(?:دفع|عمليه|سجل|شي|معامله)?|لم (?:اجد|يظهر|تظهر)|ليس(?:ت)? موجود|没有?(?:这|那|该|任何|一)?[笔条个]?(?:的|付款|支付|交易|订单|扣款)?(?:记录|账单|订单|交易|付款|支付)|查不到|没查到|没看到这|找不到|没有显示|没有任何|没有这|(?:記録|履歴|明細|支払い|取引)[^。]{0,8}(?:ない|なかった|ありません|なし|見当たら|出てこない)|何も(?:ない|ありません|出て|表示)|(?:기록|내역|결제)[^.]{0,8}(?:없|안 ?보|안 ?나)|아무것도 없|조회되지',
});
/** ... and the bank points at Alipay. */
const BANK_BLAMES = pattern({
  whole:
    "bank (?:\\p{L}+ ){0,2}?(?:says?|said|tells|told|claims|insists|blames)(?: me)? (?:that )?(?:it'?s |it is |it was )?(?:to (?:ask|call|contact) )?alipay(?:'s)?|bank (?:sagt|meint|behauptet|sagte)[\\p{L}, ]{0,25}alipay|banque (?:me )?(?:dit|renvoie|accuse)[\\p{L}', ]{0,25}alipay|banco (?:me )?(?:dice|dijo|culpa|manda|diz|disse)[\\p{L}', ]{0,25}alipay|banca (?:mi )?(?:dice|ha detto|incolpa)[\\p{L}', ]{0,25}alipay|банк\\p{L}* (?:говор\\p{L}+|утвержда\\p{L}+|сказал\\p{L}*)[\\p{L}, ]{0,25}alipay",
  anywhere:
    'البنك (?:يقول|قال)[\\p{L} ]{0,20}(?:alipay|علي ?باي)|银行(?:客服)?[^，。]{0,4}说[^，。]{0,8}支付宝[^，。]{0,6}(?:问题|原因|责任|的错)|银行[^，。]{0,4}说(?:是|让我?[找问联])支付宝|(?:銀行|カード会社)は[^。]{0,6}(?:alipay|アリペイ)[^。]{0,6}(?:問題|せい|責任|原因)|(?:은행|카드사)(?:은|는|에서는)? ?[^.]{0,6}(?:alipay|알리페이)[^.]{0,6}(?:문제|탓|책임|잘못)',
});

/** Alipay's record of an order that came to nothing. */
const CLOSED = pattern({
  whole:
    '(?:order|it|payment|status|transaction|says?) [\\p{L} ]{0,15}(?:closed|cancel?led)|(?:auftrag|zahlung|bestellung|status) [\\p{L} ]{0,15}(?:geschlossen|storniert)|(?:commande|paiement|statut) [\\p{L} ]{0,15}(?:fermee?|annulee?)|(?:pedido|pago|orden|estado) [\\p{L} ]{0,15}(?:cerrad[oa]|cancelad[oa])|(?:pedido|pagamento) [\\p{L} ]{0,15}(?:fechado|cancelado)|(?:ordine|pagamento) [\\p{L} ]{0,15}(?:chiuso|annullato)|(?:заказ|платеж) [\\p{L} ]{0,15}(?:закрыт*|отменен*)',
  anywhere: '交易关闭|订单(?:已)?关闭|已关闭|取引(?:は)?(?:終了|クローズ)|거래 ?(?:종료|취소)',
});
/** Nothing of it stands in the bank's records. */
const BANK_SHOWS_NOTHING = pattern({
  whole:
    "(?:bank|card|statement|account|banking app)[\\p{L}' ]{0,15} (?:shows?|has|lists?) (?:none|nothing|no (?:charge|debit|payment|transaction|hold))(?: either)?|nothing (?:at|in|on) (?:my|the) (?:bank|statement|account|card|banking app)|(?:bank|konto|kontoauszug|banking-?app)[\\p{L} ]{0,15} nichts|rien (?:dans|sur|a) (?:l'app(?:li)? de )?(?:ma|la|mon|le) (?:banque|compte|releve)|nada en (?:el|mi|la app del) (?:banco|cuenta|extracto)|nada n[oa] (?:meu |minha |app do )?(?:banco|conta|extrato)|niente (?:in|sul|nell'app della) (?:banca|conto)|(?:в банке|на счете|в выписке)[\\p{L} ]{0,12} (?:ничего|нет)",
  anywhere:
    '(?:银行|账户|流水)(?:那边|里|app)?(?:也|都)?(?:没有?任何|什么都没|没有?(?:扣款|记录|流水))|(?:銀行|カード)(?:の(?:明細|アプリ))?に(?:も)?(?:何も|なにも)(?:ない|ありません|なし)|(?:은행|카드사?)(?: ?(?:앱|내역))?에(?:도|서도)? ?(?:아무것도|기록이|내역이) ?없|(?:كشف|حساب|البنك)[\\p{L} ]{0,12} لا (?:يوجد|يظهر)',
});
const ALIPAY_RECORDS = pattern({
  whole: 'bills',
  anywhere: 'alipay|支付宝|アリペイ|알리페이|алипей|علي ?باي|账单里|账单中|账单上',
});
const OTHER_SPEAKER = pattern({
  whole: 'banks?|bank*|banque|banco|banca|shop|laden|handler|boutique|tienda|loja|negozio|банк*|магазин*',
  anywhere: '银行|銀行|은행|البنك|商家|店家|お店|가게|المتجر',
});
const RECORDS_LOOKED = pattern({
  whole:
    'looked|checked|nachgesehen|nachgeschaut|geschaut|regarde|verifie|consulte|mire|revise|he mirado|verifiquei|olhei|guardato|controllato|посмотрел*|проверил*',
  anywhere: 'راجعت|تحققت|نظرت|查了|查过|看了|看过|翻了|確認し|見まし|見た|調べ|확인했|봤',
});

const DEBIT = pattern({
  whole:
    'debit[ -]?cards?|debitkarte*|girocard|ec-karte|carte de debit|tarjeta de debito|cartao de debito|carta di debito|bancomat|дебетов*',
  anywhere: 'بطاقه (?:خصم|السحب|دبت)|借记卡|储蓄卡|デビット(?:カード)?|체크 ?카드|직불 ?카드',
});
const COMPANY = pattern({
  whole:
    "(?:company|corporate|business|employer's|firm's|work)(?:'s)? (?:credit |debit )?card|card (?:of|from|belongs to) (?:my|the) (?:company|employer|firm|work)|firmen(?:kredit)?karte|(?:karte|kreditkarte) (?:meiner|der) (?:firma|arbeit)|karte (?:meines|vom) (?:arbeitgeber*|chef*)|dienstkarte|carte (?:\\p{L}+ )?(?:de (?:mon|ma|notre) )(?:entreprise|employeur|societe|boite)|carte (?:d'entreprise|professionnelle|corporate|affaires)|tarjeta (?:\\p{L}+ )?(?:de (?:mi|la) (?:empresa|trabajo)|corporativa|de empresa)|cartao (?:\\p{L}+ )?(?:da (?:minha |)empresa|corporativo|empresarial|de empresa)|carta (?:\\p{L}+ )?(?:aziendale|della (?:mia )?(?:azienda|ditta|societa))|корпоратив* карт*|карт* (?:моей )?(?:компании|фирмы|работодателя)",
  anywhere:
    'بطاقه (?:ال)?شركت?[هي]?|公司(?:的)?(?:信用)?卡|公务卡|商务卡|会社の(?:クレジット)?カード|法人カード|법인 ?카드|회사 ?카드',
});
const MINOR = pattern({
  whole:
    "(?:i'm|i am|im|am|only|just) (?:only |just )?1[0-7](?: years?| yo| now| and)?|1[0-7][ -]years?[ -]old|1[0-7] yo|under (?:18|age)|(?:bin|erst) (?:erst )?1[0-7](?: jahre)?|1[0-7] jahre alt|minderjahrig*|j'ai (?:seulement )?1[0-7] ans|mineure?|tengo (?:solo )?1[0-7] anos|menor de edad|tenho (?:so |apenas )?1[0-7] anos|menor de idade|ho (?:solo )?1[0-7] anni|minorenne|мне (?:только |всего )?1[0-7](?: лет)?|несовершеннолетн*",
  anywhere:
    'عمري 1[0-7]|قاصر|我(?:今年|才|只有)*1[0-7]岁|未成年|1[0-7](?:歳|才)(?:です|な|の|で)|未成年|1[0-7]살|1[0-7]세|미성년',
});
const NO_CODE = pattern({
  whole:
    "(?:code|sms|text|otp|passcode|push|notification|message) (?:\\p{L}+ ){0,3}?(?:never|did not|didn't|doesn't|does not|has not|hasn't|haven't) (?:\\p{L}+ )?(?:c[oa]me|arrive*|show*|reach*|get)|never (?:got|received|get) (?:a|the|any|that) (?:\\p{L}+ )?(?:code|sms|text|otp)|(?:no|kein\\p{L}*) (?:code|sms|tan|otp|text|push\\p{L}*) (?:\\p{L}+ )?(?:came|arrived|received|gekommen|angekommen|bekommen|erhalten)|(?:code|sms|tan) [\\p{L} ]{0,20}(?:nie|nicht) (?:an)?(?:gekommen|kam|an|da)|(?:code|sms) [\\p{L}' ]{0,20}(?:jamais|pas) (?:arrive|recu|venu)|(?:jamais|pas) recu (?:le|de|du|aucun) (?:code|sms)|(?:codigo|sms) [\\p{L} ]{0,15}(?:nunca|no) (?:me )?(?:llego|llega|ha llegado)|(?:nunca|no) (?:me )?(?:llego|llega|ha llegado|recibi) (?:el|ningun|la) (?:codigo|sms)|(?:codigo|sms) [\\p{L} ]{0,15}(?:nunca|nao) (?:chegou|chega|veio)|(?:nunca|nao) (?:chegou|recebi) (?:o|nenhum) (?:codigo|sms)|(?:non e|mai) (?:mai )?(?:arrivat|ricevut)[oa]|(?:код|смс|sms) (?:\\p{L}+ ){0,3}?не (?:приш\\p{L}+|приход\\p{L}+|получ\\p{L}+)|не (?:пришл?\\p{L}*|приходит) (?:\\p{L}+ )?(?:код|смс|sms)",
  anywhere:
    '(?:الرمز|رمز|الكود|الرساله)[\\p{L} ]{0,12}لم (?:يصل|تصل)|لم (?:يصل|تصل|يصلني|تصلني)[\\p{L} ]{0,12}(?:الرمز|رمز|الكود|رساله)|(?:验证码|短信)[^，。]{0,8}(?:没|收不到|未收到|不来)|(?:没|收不到|未)(?:有|收)?到?[^，。]{0,6}(?:验证码|短信)|(?:コード|sms|認証番号)[^。]{0,8}(?:届かな|届きません|来ない|来ません|来なかった)|(?:코드|문자|인증번호|sms)[^.]{0,8}(?:안 ?오|안 ?왔|오지|못 ?받|도착하지)',
});
const CODE_WORD = pattern({
  whole: 'code|codice|codigo|sms|otp|tan|код|смс',
  anywhere: 'رمز|الكود|验证码|短信|コード|認証番号|코드|문자|인증번호',
});
const ALIPAY_BLAMES = pattern({
  whole:
    "alipay (?:\\p{L}+ ){0,2}?(?:says?|said|tells|told|claims|insists|blames)(?: me)? (?:that )?(?:it'?s |it is |it was )?(?:my |the )?(?:bank(?:'s)?|(?:to )?(?:ask|call|contact) (?:my|the) bank)|alipay (?:sagt|meint|behauptet)[\\p{L}, ]{0,25}(?:bank)|alipay (?:me )?(?:dit|renvoie|accuse)[\\p{L}', ]{0,25}(?:banque)|alipay (?:me )?(?:dice|culpa|manda|dijo)[\\p{L}', ]{0,25}(?:banco|banca)|(?:o |a )?alipay (?:me )?(?:diz|disse|culpa)[\\p{L}', ]{0,25}banco|alipay (?:говорит|утверждает|сказал\\p{L}*)[\\p{L}, ]{0,25}банк\\p{L}*",
  anywhere:
    '(?:alipay|علي ?باي) (?:يقول|تقول|قال)[\\p{L} ]{0,20}(?:البنك)|支付宝(?:客服)?[^，。]{0,4}说[^，。]{0,6}(?:银行)[^，。]{0,6}(?:问题|原因|责任)|(?:alipay|アリペイ)[^。]{0,8}(?:銀行|カード会社)[^。]{0,6}(?:問題|せい|責任|原因)|(?:alipay|알리페이)[^.]{0,8}은행[^.]{0,6}(?:문제|탓|책임|잘못)',
});

/** The bank refused it. */
const DECLINED = pattern({
  whole:
    'declin*|refus*|reject*|turned (?:it |this |the payment )?down|abgelehnt|verweigert|rejete*|rechaz*|deneg*|recus*|negou|rifiut*|respint*|отклон*|отказал*',
  anywhere: 'رفض|拒绝|拒付|拒了|拒否|断った|거절|거부',
});
/** ... for a reason that is another answer. */
const REASON = pattern({
  whole:
    'because|due to|since|reason|as (?:it|the|my)|over|too|weil|wegen|grund|da|parce|car|cause|raison|porque|por|debido|motivo|pois|perche|per|causa|из-за|потому|причин*',
  anywhere: 'بسبب|لان|因为|由于|原因|ため|ので|理由|때문|라서|이유',
});

interface Told {
  fact: string;
  says: RegExp;
  /** Where this holds it is not said. */
  unless?: (statement: Statement, before: Statement | undefined) => boolean;
}

/** "The app works", as short as people say it beside the website that fails. */
const APP_WORKS = pattern({
  whole:
    "(?:in |on |with |from )?the (?:\\p{L}+ )?app (?:itself )?(?:works?|worked|is fine|was fine|goes through|went through)(?: fine)?|(?:it )?works? (?:fine )?(?:in|on|with|from) the (?:alipay )?app|(?:die|in der|mit der) app (?:geht|funktioniert|klappt)(?: es)?|(?:l'app(?:li|lication)?|dans l'app(?:li|lication)?) (?:ca |cela )?(?:marche|fonctionne)|(?:la|en la|con la) app (?:si )?(?:funciona|va bien)|(?:o|no|pelo) (?:app|aplicativo) (?:funciona|vai|da certo)|(?:l'|nell'|con l')app (?:funziona|va)|(?:в )?приложени[еи] (?:все )?(?:работает|проходит)",
  anywhere:
    '(?:التطبيق يعمل|يعمل (?:في|من) التطبيق|التطبيق شغال)|(?:手机)?(?:app|应用)(?:里|上|内)?(?:都|就|是)?(?:可以|能付|没问题|正常|成功)|アプリ(?:なら|では|だと|は)(?:使え|払え|通り|でき|動き|問題な)|앱(?:은|에서는|으로는) (?:되|돼|잘|문제 ?없)',
});

const isUnreal = ({ folded, asked }: Statement): boolean => asked || UNREAL.test(folded);

/** A "not" shortly before. */
const isDenied = (folded: string, says: RegExp): boolean => {
  const at = says.exec(folded)?.index ?? 0;
  return NOT.test(folded.slice(Math.max(0, at - 12), at));
};

const PLAIN: readonly Told[] = [
  { fact: 'payment-record=paid', says: RECORD_PAID, unless: (one) => isUnreal(one) || NOT.test(one.folded) },
  { fact: 'bank-record=nothing', says: NOTHING_TAKEN, unless: isUnreal },
  {
    fact: 'bank-record=reversed',
    says: GIVEN_BACK,
    unless: (one) => isUnreal(one) || !MONEY_WORD.test(one.folded) || NOT.test(one.folded),
  },
  {
    fact: 'bank-record=held',
    says: HELD,
    unless: (one) => isUnreal(one) || NOT.test(one.folded) || GIVEN_BACK.test(one.folded),
  },
  {
    fact: 'payment-record=not-there',
    says: NO_RECORD,
    unless: (one, before) =>
      isUnreal(one) ||
      OTHER_SPEAKER.test(one.folded) ||
      !(
        ALIPAY_RECORDS.test(one.folded) ||
        (before !== undefined && ALIPAY_RECORDS.test(before.folded) && RECORDS_LOOKED.test(before.folded))
      ),
  },
  {
    fact: 'bank-said=declined',
    says: DECLINED,
    unless: (one) =>
      isUnreal(one) ||
      NOT.test(one.folded) ||
      REASON.test(one.folded) ||
      ALIPAY.test(one.folded) ||
      !(BANK.test(one.folded) && SAYS.test(one.folded)),
  },
  {
    fact: 'payment-record=not-there',
    says: CLOSED,
    unless: (one) => isUnreal(one) || !ALIPAY_RECORDS.test(one.folded),
  },
  { fact: 'bank-record=nothing', says: BANK_SHOWS_NOTHING, unless: isUnreal },
  { fact: 'alipay-said=says-bank', says: ALIPAY_BLAMES, unless: isUnreal },
  { fact: 'bank-said=says-alipay', says: BANK_BLAMES, unless: (one) => isUnreal(one) || DECLINED.test(one.folded) },
  { fact: 'approval-step=expected-but-never-came', says: NO_CODE },
  {
    fact: 'app-or-web=app-works',
    says: APP_WORKS,
    // なら sets apart here and sets no condition.
    unless: (one) =>
      isUnreal({ ...one, folded: one.folded.replace('アプリなら', '') }) || isDenied(one.folded, APP_WORKS),
  },
  { fact: 'card-kind=debit', says: DEBIT, unless: ({ folded }) => isDenied(folded, DEBIT) },
  { fact: 'whose-card=company', says: COMPANY, unless: ({ folded }) => isDenied(folded, COMPANY) },
  { fact: 'payer-age=minor', says: MINOR, unless: ({ folded }) => NOT.test(folded) },
];

/** Whether a statement says that nothing was taken. */
export const isNothingTaken = (one: Statement): boolean => NOTHING_TAKEN.test(one.folded) && !isUnreal(one);

export interface PlainFact {
  fact: string;
  words: string;
  at: number;
}

/** The facts that statements say plainly, in their order. */
export function plainFactsIn(statements: readonly Statement[]): PlainFact[] {
  return statements.flatMap((one, at) => {
    const before = statements[at - 1];
    const found = PLAIN.filter(({ says, unless }) => says.test(one.folded) && !unless?.(one, before)).map(
      ({ fact }): PlainFact => ({ fact, words: one.words, at }),
    );
    // "An SMS should come, but it never arrived": the code is named in the clause before.
    const came = /(?:ma|but|mais|pero|mas|aber|но) .*?(?:mai|never|jamais|nunca|nie|так и не) /u;
    if (
      before &&
      CODE_WORD.test(before.folded) &&
      came.test(`${one.folded} `) &&
      /arriv|came|recu|lleg|cheg|angekomm|gekomm|kam|приш/u.test(one.folded)
    )
      found.push({ fact: 'approval-step=expected-but-never-came', words: `${before.words}, ${one.words}`, at });
    return found;
  });
}
