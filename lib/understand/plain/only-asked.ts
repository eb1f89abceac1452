/**
 * A question before anything was paid ("what is the yearly limit?", 要不要先做实名认证？) names a cause as loudly as a failure does. It is told
 * by what it lacks: it reports no trouble and no money, asks neither why nor what to do now, and beside questions holds only plans.
 */
import { moneyWordsIn } from '../money-left.ts';
import { fold, pattern } from './fold.ts';
import { FAILED } from './words.ts';

const ENDS = /(?<=[.!?。！？؟\n])(?![.!?。！？؟])/u;
/** Two of them are surprise. */
const ASKED = /(?<![?？؟!！])[?？؟][\s"”»)]*$/u;
/** Questions that need no sign, in languages that mark them by words. */
const ASKS = pattern({
  anywhere:
    '\\bgimana\\b|\\bbagaimana cara\\b|\\bmacam ?mana\\b|吗|呢(?:$|[?。])|请问|要不要|能不能|可不可以|会不会|需不需要|用不用|多少|几个|哪些|(?:です|ます|でしょう|でした)っ?[かけ]|だっけ|かな(?:$|[。 ])|나요|까요|[인은는한된]가요|습니까|ไหม|มั้ย|หรือเปล่า|เท่าไหร่|bao nhiêu|(?:^|، ?)هل ',
});
/** A link beside a field asks nothing. */
const LINK = /(?:忘记|忘記)(?:支付)?(?:密码|密碼)[?？]|(?:forgot|lost)(?: your| the)? (?:password|pin)\?/giu;
/** Why, or what now: something has happened. */
const HAPPENED = pattern({
  whole:
    'why|how come|what (?:do|can|should|shall|could) (?:i|we) (?:do|try)|what now|what next|what went|what (?:is|was) (?:wrong|going on|happening)|again|twice|pending|held|still|anymore|help|stuck|warum|wieso|weshalb|was (?:nun|jetzt|tun|mache|soll)|und (?:nun|jetzt)|immer noch|wieder|hilfe|pourquoi|que (?:faire|dois)|et maintenant|quoi faire|encore|toujours|aide|por que|que hago|y ahora|que puedo|que hacemos|todavia|sigue|ayuda|o que (?:faco|fazer)|e agora|ainda|ajuda|perche|cosa (?:faccio|devo|posso)|che (?:faccio|fare)|e (?:adesso|ora)|ancora|aiuto|почему|отчего|зачем|что (?:делать|мне делать|теперь)|опять|снова|помогите|tai sao|neden|kenapa|mengapa',
  anywhere:
    '显示|提示|出现|让我|说我|と出|と言|出ま|出た|なった|막혔|막혀|막힘|떴|뜨는|뜸|뜹|걸렸|나왔|나옴|안 ?[돼되됨됐]|했는데|يقول|يظهر|يطلب|طلع|ขึ้นว่า|báo|为什么|为啥|怎么(?:办|回事|了|不|还|又|老)|咋|又|还是|一直|再付|重复|待入账|冻结|多了一|なぜ|なんで|どうして|どうすれば|どうしたら|どうしよう|また|ずっと|왜|어떡|어떻게 ?(?:해|하)|계속|또 |لماذا|ليش|ماذا افعل|ما الحل|ทำไม|ทำยังไง|ซ้ำ|โดน|مره (?:ثانيه|اخري)|محجوز|معلق|phải làm|làm sao',
});
/** What is planned. */
const PLANNED = pattern({
  whole:
    'before|belum berangkat|siap-siap|berangkat|trip|travel\\p{L}*|going to|next (?:week|month|year)|planning|first time in china|reise\\p{L}*|fahre|fliege|nachste[nr]?|avant de|voyage|pars|partons|prochain\\p{L}*|viaj\\p{L}*|voy a|vamos a|proxim\\p{L}*|antes de|vou|viag\\p{L}*|parto|andiamo|prima di|поездк\\p{L}*|еду|едем|лечу|перед|hello|hi|thanks|thank you|hallo|danke|bonjour|merci|hola|gracias|ola|obrigad[oa]|ciao|grazie|привет|спасибо',
  anywhere:
    '出发|旅行|旅游|下周|下个?月|明年|打算|准备去|去中国|谢谢|你好|来週|来月|来年|行く前|知っておき|여행|다음 ?(?:주|달)|출국|السفر|قبل السفر|الشهر القادم|ไปจีน|เดือนหน้า|du lịch|liburan',
});

/** "I think it's my bank's fault": a guess at who is to blame, and nothing else. */
const BLAME = pattern({
  whole:
    "(?:i (?:think|guess|bet|suppose)|maybe|perhaps|probably|it must be|(?:ich )?(?:glaube|denke|vermute)|wahrscheinlich|vielleicht|(?:je )?(?:pense|crois)|peut-etre|creo|pienso|seguramente|quiza|acho|talvez|credo|penso|forse|думаю|наверное|похоже)(?: [\\p{L}']+|,){0,6} (?:fault|problem|issue|blame|schuld|liegt|faute|probleme|culpa|problema|colpa|вина|виноват*|проблема)(?: [\\p{L}']+){0,3}",
  anywhere:
    '(?:我觉得|我想|可能|应该)是?[^，。]{0,8}(?:的问题|的错|的锅)|(?:たぶん|おそらく)[^。]{0,10}(?:せい|問題)|아마[^.]{0,12}(?:탓|문제)|(?:اعتقد|اظن|ربما)[\\p{L} ]{0,20}(?:السبب|المشكله|خطا)',
});
/** Longer, it says more than a guess. */
const MOST_BLAME = 60;

/** Whether a text is no more than a guess at who is to blame. */
export const isOnlyBlame = (text: string): boolean => {
  if (text.length > MOST_BLAME) return false;
  const folded = fold(text);
  const guess = BLAME.exec(folded);
  return guess !== null && folded.replace(guess[0], '').replace(/[^\p{L}]/gu, '').length <= 8;
};

/**
 * Whether a text only asks about paying, and reports nothing.
 * @param trouble what lines of errors hold (places.json)
 */
export function isOnlyAsked(text: string, trouble: RegExp): boolean {
  const sentences = text
    .replace(LINK, ' ')
    .split(ENDS)
    .filter((one) => /\p{L}/u.test(one));
  const isQuestion = (one: string): boolean => ASKED.test(one) || ASKS.test(fold(one));
  return (
    sentences.some(isQuestion) &&
    sentences.every((one) => {
      const folded = fold(one);
      if (trouble.test(one) || FAILED.test(folded) || HAPPENED.test(folded) || moneyWordsIn(one)) return false;
      return isQuestion(one) || PLANNED.test(folded);
    })
  );
}
