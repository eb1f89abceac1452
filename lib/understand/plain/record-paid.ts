/**
 * "In my Alipay bills it shows as successful": Alipay's own record says that it was paid, and nobody may pay again. Told by where one looked
 * (Alipay, its bills, its history), that something is shown there, and a word for paid.
 */
import { pattern } from './fold.ts';

const PLACE_EN = "(?:alipay(?:'s)?|alipay app|(?:alipay )?(?:bills?|history|records?|order list))";
const PLACE_DE = '(?:alipay|(?:rechnungs?|zahlungs?|transaktions?)?(?:verlauf|ubersicht|liste)|rechnungen)';
const PLACE_FR = '(?:alipay|historique|factures|releve alipay)';
const PLACE_ES = '(?:alipay|historial|facturas|registros?)';
const PLACE_PT = '(?:alipay|historico|faturas|registros?)';
const PLACE_IT = '(?:alipay|cronologia|storico|fatture)';
const PLACE_RU = '(?:alipay|алипе[йея]|алипэ[йея]|счетах|истории|списке операций)';

export const RECORD_PAID = pattern({
  whole:
    `${PLACE_EN} [\\p{L}' ]{0,25}(?:shows?|says?|lists?|has it|marks?|marked|showing|shown|listed)[\\p{L}' ]{0,25} (?:paid|successful(?:ly)?|success|completed?|succeeded)|` +
    `(?:shows?|listed|marked|appears?|showing) (?:up )?(?:as )?(?:paid|successful|completed?|succeeded) (?:in|on|under)(?: my| the)? ${PLACE_EN}|` +
    `${PLACE_DE} [\\p{L} ]{0,25}(?:steht|zeigt|heisst|angezeigt|gilt|erscheint)[\\p{L} ]{0,25} (?:bezahlt|erfolgreich|abgeschlossen|erledigt)|` +
    `${PLACE_FR} [\\p{L}' ]{0,25}(?:affiche|indique|dit|montre|apparait|figure|marque)[\\p{L}' ]{0,25} (?:payee?|reussie?|effectuee?|succes|terminee?)|` +
    `${PLACE_ES} [\\p{L} ]{0,25}(?:sale|aparece|figura|dice|muestra|pone|consta)[\\p{L} ]{0,25} (?:pagad[oa]|exitos[oa]|completad[oa]|exito|realizad[oa])|` +
    `${PLACE_PT} [\\p{L} ]{0,25}(?:aparece|consta|mostra|diz|esta|figura)[\\p{L} ]{0,25} (?:pag[oa]|sucesso|concluid[oa]|bem-sucedid[oa]|efetuad[oa])|` +
    `${PLACE_IT} [\\p{L} ]{0,25}(?:risulta|appare|mostra|dice|segna|compare)[\\p{L} ]{0,25} (?:pagat[oa]|riuscit[oa]|completat[oa]|successo|effettuat[oa])|` +
    `${PLACE_RU} [\\p{L} ]{0,25}(?:показывает|показан\\p{L}*|пишет|указано|значится|числится|стоит|отмечен\\p{L}*|висит)[\\p{L},: ]{0,25} (?:оплачен\\p{L}*|успешн\\p{L}*|завершен\\p{L}*|проведен\\p{L}*)`,
  anywhere:
    '(?:支付宝|账单|交易记录|付款记录|支付记录|交易明细)[^，。！？;；]{0,14}(?:交易成功|支付成功|付款成功|扣款成功|已支付|已付款|已付清|已完成支付)|(?:アリペイ|alipay|取引履歴|支払い?履歴|明細)[^。]{0,16}(?:支払い?済|決済済|支払い?完了|決済完了|取引成功|成功)(?:と|に|って|で|し|み)|(?:알리페이|거래 ?내역|결제 ?내역)[^.]{0,14}(?:결제 ?완료|결제 ?성공|거래 ?성공|성공|완료)(?:로|라고|이라|으로|됐|되)|결제 ?완료(?:로|라고) ?(?:바뀌|나오|나와|떴|떠 |뜨|표시)|(?:علي ?باي|alipay|الفواتير|سجل)[\\p{L} ]{0,20}(?:يظهر|تظهر|مكتوب|يقول|تقول)[\\p{L} ]{0,20}(?:ناجح|مدفوع|مكتمل|تم الدفع)',
});
