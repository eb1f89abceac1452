/**
 * News and advice ("the limit was raised to 5,000 dollars", "Tip for newcomers: verify your passport first"): they name causes of failures,
 * and report none. Told by how they begin or by what was announced, and by what they lack: a failure, a "not", money that moved.
 */
import { fold, pattern } from './fold.ts';
import { FAILED, MONEY_MOVED, NOT } from './words.ts';

const ANNOUNCED = pattern({
  whole:
    '(?:has |have )?announced (?:that|an?|new|expanded|on)|(?:said|reported) on (?:mon|tues|wednes|thurs|fri|satur|sun)day|has added|state media|new version of|raises (?:its|the) [\\p{L} ]{0,30}limits?|nova versao|neue version|nouvelle version|nueva version|nuova versione|новая версия|informa (?:o|a) |ha(?:s|ve) expanded|(?:limit|cap|ceiling|allowance)s? (?:has been |have been |was |were |is |are |will be )?(?:raised|increased|lifted|doubled) (?:from|to)|kundigt an|gab bekannt|(?:limit|grenze)\\p{L}* (?:wurde|wird|steigt) [\\p{L} ]{0,20}(?:erhoht|angehoben)|a annonce|plafond\\p{L}* [\\p{L} ]{0,20}(?:releve|porte) a|anuncio que|ha anunciado|anunciou|limite\\p{L}* [\\p{L} ]{0,20}(?:aumenta|sube|sobe|passa|subio|aumento|subiu|aumentou) (?:a|de|para)|ha annunciato|объявил\\p{L}*|лимит\\p{L}* [\\p{L} ]{0,20}(?:повышен\\p{L}*|увеличен\\p{L}*) (?:до|с)|duyurdu|aangekondigd',
  anywhere:
    '新闻|据[^，。]{2,10}报道|宣布|(?:由|从)[^，。]{1,14}(?:提高|上调|增加)(?:到|至)|(?:提高|上调)[到至]|を発表|引き上げられ(?:ました|た)|발표했|상향(?:됐|되|한)|(?:اعلنت|اعلن)',
});
const ADVICE = pattern({
  whole:
    '^[^\\p{L}]{0,4}(?:(?:my |quick |small |pro |travel )?tips?(?: for| from)?|advice|reminder|good to know|pro tip|(?:mein |kleiner )?tipp|hinweis|(?:petit )?conseil|astuce|consejo|tip para|dica|consiglio|совет\\p{L}*|ipucu|tavsiye|porada|saran|nasihat|meo)(?![\\p{L}])',
  anywhere: '^(?:攻略|小贴士|经验分享|贴士|建议大家|豆知識|ワンポイント|꿀팁|팁[:：]|نصيحه)',
});

/** Longer, they tell more than one thing. */
const MOST = 400;

/** Whether a text is news or advice, and reports nothing. */
export function isNoReport(text: string, trouble: RegExp): boolean {
  if (text.length > MOST) return false;
  const folded = fold(text);
  if (!ANNOUNCED.test(folded) && !ADVICE.test(folded)) return false;
  return ![FAILED, NOT, trouble].some((one) => one.test(folded)) && !trouble.test(text) && !MONEY_MOVED.test(folded);
}
