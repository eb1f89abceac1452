/**
 * Names in a text, where their surroundings tell them: a label, a title, a greeting, words of giving one's name or paying somebody, the
 * stars that Alipay itself puts into names. A name that stands alone is a word like others and is not told.
 */
import { ANYBODY, GREETINGS, NAME_LABELS } from './name-words.ts';
import { once } from './once.ts';

const HAN = '\\p{sc=Han}';
const WORD = "[\\p{L}\\p{M}'’.·-]";
/** The next label is no part of a name. */
const MORE = `\\p{Lu}${WORD}*(?!${WORD}|\\s?[:=])`;
const NEXT = `\\s${MORE}`;
/** Letters without capitals and small letters: two words at most, the second where a small one ends the clause. */
const BARE = `(?!${HAN})\\p{Lo}${WORD}*(?:\\s(?!${HAN})\\p{Lo}${WORD}*)?|\\p{Ll}${WORD}*(?:\\s\\p{Ll}${WORD}*(?=\\s?(?:$|[,.;:!，。；])))`;
/** Two to four Chinese characters, or up to five words of which all but the first begin with a capital, also the family name first. */
const NAME = `(?:${HAN}[${HAN}·]{1,3}|${BARE}|(?!${HAN})\\p{L}${WORD}*(?:(?:\\s|/|,\\s)${MORE}){0,4})`;
/** The same, where a small letter would be any word. */
const CAPITALS = `\\p{Lu}${WORD}*(?:${NEXT}){0,4}`;
const TWO_CAPITALS = `\\p{Lu}${WORD}+(?:${NEXT}){1,4}`;

/** Between a label and its name. */
const SIGN = '(?:\\s?[】\\])」|｜]?\\s?[:=|]\\s?|[】\\]」]\\s?|\\s[–—-]\\s)';
/**
 * What is looked for, and what stands there afterwards. Made at the first text: classes of Unicode are spelled out when an expression is
 * made, and most pages have nothing to mask.
 */
const masks = once((): readonly (readonly [RegExp, string])[] => {
  const LABELLED = new RegExp(`((?:${NAME_LABELS})${SIGN})${NAME}`, 'gu');
  /** The rest of a name whose first word was taken for that of an account. */
  const REST = new RegExp(`((?<=[Nn]ame\\s?[:=]\\s?)•+\\s)${CAPITALS}`, 'gu');
  /** Where family and given name stand together, they have up to six signs. */
  const JAPANESE = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}ー・]';
  const JAPANESE_LABELLED = new RegExp(
    `((?:名義人?|氏名|名前|お客様名|受取人|宛名)\\s?[:=]\\s?)${JAPANESE}{2,10}(?:\\s${JAPANESE}{1,6})?`,
    'gu',
  );
  /** Without a colon, only where no word of what happens to cardholders follows. */
  const HAPPENS =
    'Auth|Not|No|Verif|Ident|Name|NAME|Account|Bank|Card|Is|Has|Must|Cancel|Abort|Declin|Fail|Enrol|Partic|Present|Data|Info|Attempt|Call|Contact|Please|Error|Service|Agree|Curr|Sign|Initiat|[A-Z]+(?:ED|ION|OT)';
  const HOLDERS = new RegExp(
    `((?<!\\p{L})(?:[Cc]ard\\s?[Hh]older|CARD\\s?HOLDER|[Aa]ccount\\s[Hh]older|[Nn]ame\\son\\s(?:the\\s)?card)(?:\\s(?:[Nn]ame|NAME))?\\s)(?!${HAPPENS})${CAPITALS}`,
    'gu',
  );
  const HAN_HOLDERS = new RegExp(
    `((?:姓名|户名|戶名)\\s)(?![不错錯与與有为為未必信和或填请請输輸校验驗无無是应應需及须須没沒已也])${HAN}{2,4}(?!${HAN})`,
    'gu',
  );

  const TITLES = 'Dear|Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Herr|Frau|Sr|Sra|Mme|Mlle|Monsieur|Madame|Señor|Señora';
  const TITLED = new RegExp(`(?<!\\p{L})((?:${TITLES})\\.?\\s)${CAPITALS}`, 'gu');
  /** Greeted without a title; everybody may be greeted as a customer. */
  const HELLO = new RegExp(`(?<!\\p{L})((?:${GREETINGS}),?\\s)(?!(?:${ANYBODY}))${CAPITALS}`, 'gu');
  const HONOURED = new RegExp(
    `(?<!\\p{sc=Hangul})(?!고객|회원|사용자|이용자|판매|구매|가맹|사장|선생)\\p{sc=Hangul}{2,4}(?=\\s?님)|(?!会員|加盟|店舗|取引|利用|名義|企業|法人|各位|奥|皆)${HAN}{2,5}(?=様|さん(?!\\p{sc=Hiragana}))|(?<=عزيزي\\s)(?!العميل|المستخدم|العضو)\\p{L}${WORD}*`,
    'gu',
  );
  /** Said of oneself, or of who was paid. */
  const SAID = new RegExp(
    `(?<!\\p{L})((?:[Mm]y\\s(?:full\\s)?name\\sis)\\s)${NAME}|(?<!\\p{L})((?:I\\sam|I['’]m|(?:[Pp]aid|[Pp]ay|[Tt]ransferred|[Tt]ransfer|[Ss]ent|[Ss]end)\\s(?:it\\s|money\\s)?to)\\s)${TWO_CAPITALS}`,
    'gu',
  );
  const HAN_SAID = new RegExp(
    `(我叫|我的名字是|(?:付款|转账|支付|付|转)给)(?!商|卖|对方|店|您|你|他|她|它|支付|平台|银行|我|客服|人|了)${HAN}{2,4}(?!${HAN})`,
    'gu',
  );
  /** Everybody is greeted as a customer; that is nobody's name. */
  const GREETED = new RegExp(
    `(尊敬的|亲爱的|親愛的)(?!用户|客户|会员|顾客|买家|商户|先生|女士)${HAN}{2,4}(?=[,:!，]|您|你)`,
    'gu',
  );
  const GREETED_AFTER = new RegExp(
    `(?<!${HAN})(?!用户|客户|会员|顾客|买家|商户|先生|女士|尊敬|亲爱|親愛)${HAN}{2,4}(?=[,，]\\s?您好)`,
    'gu',
  );
  const ADDRESSED = new RegExp(`${HAN}{1,4}(?<!的|位|请|向|請)(?=\\s?(?:先生|女士|小姐|同学))`, 'gu');
  /** As Alipay hides a part of a name or an account: `*小明`, `张*明`, `张**`, `ann***`. */
  const STARRED = new RegExp(
    `[A-Za-z0-9]{1,30}\\*{2,}[A-Za-z0-9]{0,30}|${HAN}?(?<!\\*)\\*+${HAN}{1,2}|${HAN}\\*+`,
    'gu',
  );

  return [
    [TITLED, '$1•••'],
    [HELLO, '$1•••'],
    [HONOURED, '•••'],
    [SAID, '$1$2•••'],
    [HAN_SAID, '$1•••'],
    [JAPANESE_LABELLED, '$1•••'],
    [LABELLED, '$1•••'],
    [REST, '$1•••'],
    [HOLDERS, '$1•••'],
    [HAN_HOLDERS, '$1•••'],
    [GREETED, '$1•••'],
    [GREETED_AFTER, '•••'],
    [ADDRESSED, '•••'],
    [STARRED, '•••'],
  ];
});

/** A text whose compatibility forms are folded, without the persons that can be told. */
export const maskPersons = (text: string): string =>
  masks().reduce((masked, [expression, by]) => masked.replace(expression, by), text);
