/**
 * Words of the reading languages as lists that a person can read. Texts are compared folded (small letters, Latin letters without accents,
 * Arabic letters in one form, the usual Traditional characters as Simplified), and the lists are written so.
 */

/** Pairs: a Traditional character and its Simplified one, those of paying and telling. */
const TRADITIONAL =
  '錢钱銀银寶宝試试過过還还後后來来帳账單单記记錄录沒没說说電电話话戶户餘余額额機机實实請请問问聯联轉转號号碼码驗验證证訊讯買买員员個个幫帮會会這这筆笔們们兩两從从為为給给讓让開开動动掃扫調调預预凍冻結结資资區区國国對对應应網网頁页顯显無无處处項项終终於于變变樣样錯错誤误圖图確确認认絕绝復复權权銷销釋释鎖锁攔拦條条聽听講讲嗎吗險险務务業业發发簽签寫写點点續续際际產产審审歲岁麼么檢检總总達达運运邊边離离願愿輸输選选郵邮頭头題题剛刚當当時时間间難难斷断駁驳慮虑卻却';
const SIMPLE = new Map<string, string>();
for (let at = 0; at < TRADITIONAL.length; at += 2) SIMPLE.set(TRADITIONAL[at]!, TRADITIONAL[at + 1]!);

const simple = (char: string): string => SIMPLE.get(char) ?? char;

/** A text as the lists are compared with it. */
export const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    // "sí" is yes, "si" is if.
    .replace(/(?<!\p{L})sí(?!\p{L})/gu, 'yes')
    .normalize('NFD')
    .replace(/([a-z])\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/[’‘`´]/g, "'")
    .replace(/ё/g, 'е')
    .replace(/[أإآ]/g, 'ا')
    .replace(/ة/g, 'ه')
    .replace(/ى/g, 'ي')
    .replace(/[\u064b-\u0652\u0640]/g, '')
    .replace(/[\u4e00-\u9fff]/g, simple)
    .replace(/\s+/g, ' ');

export interface Lists {
  /** Whole words of languages that set blanks: Latin, Cyrillic and Arabic letters. A star stands for any ending, but behind a brace it is the usual one. */
  whole?: string;
  /** Found anywhere: scripts without blanks, and Arabic with its prefixes. */
  anywhere?: string;
}

/** A pattern of lists, alternatives separated by bars; it is asked of folded texts. */
export function pattern({ whole = '', anywhere = '' }: Lists): RegExp {
  const parts = [
    ...(whole === '' ? [] : [`(?<![\\p{L}\\p{N}])(?:${whole.replace(/(?<!\})\*/g, '\\p{L}*')})(?![\\p{L}\\p{N}])`]),
    ...(anywhere === '' ? [] : [anywhere]),
  ];
  // The parts of Thai vowels stand alone in folded texts.
  const source = parts.join('|').normalize('NFKC');
  // Japanese keeps some of the Traditional forms, and its texts are folded too.
  return new RegExp(source.replace(/[\u4e00-\u9fff]/g, simple), 'u');
}
