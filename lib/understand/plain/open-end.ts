/** How a payment ended is not known: pending, processing, "not yet", "not sure"; and what denies that anything is open. */
import { pattern } from './fold.ts';

/** How it ended is not known, whatever the account shows by now. */
const OPEN_END = pattern({
  whole:
    "yet|pending|processing|may|might|could|confirming|unknown|unclear|not sure|don't know|until now|noch nicht|bearbeitung|ausstehend|unklar|weiss nicht|konnte|encore|attente|cours|sais pas|peut-etre|todavia|aun|pendiente|proceso|no se si|quiza|ainda|pendente|processamento|nao sei|talvez|ancora|sospeso|elaborazione|non so|forse|пока|еще|обработк*|не знаю|не понимаю|возможно|بعد|قيد|معلق*|لا اعرف|ربما",
  anywhere:
    '处理中|确认中|还没|暂时|不知道|不确定|可能|待|まだ|処理中|確認中|保留|かもしれ|わから|아직|처리 ?중|대기|모르|수 있',
});

/** What is pending is denied: that leaves nothing open. */
const NOTHING_OPEN = pattern({
  whole:
    "(?:nothing|no|not|never|isn't|nor)[\\p{L}' ]{0,12} (?:pending|processing)|(?:nichts|kein\\p{L}*|keine)[\\p{L} ]{0,12} (?:ausstehend*|vorgemerkt*|offen*)|(?:rien|aucun\\p{L}*|pas)[\\p{L}' ]{0,12} (?:attente|cours)|(?:nada|ningun\\p{L}*|ni)[\\p{L} ]{0,12} (?:pendiente*|proceso)|(?:nada|nenhum\\p{L}*|nem)[\\p{L} ]{0,12} (?:pendente*|processamento)|(?:niente|nessun\\p{L}*|ne)[\\p{L} ]{0,12} (?:sospeso|attesa)|(?:ничего|нет|ни)[\\p{L} ]{0,12} (?:обработк*|ожидан*)",
  anywhere:
    '(?:没有?|无)[^，。]{0,6}(?:待入账|处理中|待处理)|保留(?:中)?(?:も|は)?(?:ない|ありません|なし)|대기(?:도|는)? ?없',
});

/** Whether a statement leaves open how it ended. */
export const isOpenEnd = (folded: string): boolean => OPEN_END.test(folded.replace(NOTHING_OPEN, ' '));
