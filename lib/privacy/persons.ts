/**
 * Names and postal addresses in a text, where their surroundings tell them: a label, a title, a greeting, the stars that Alipay itself puts
 * into names, a house number behind a street. A name that stands alone is a word like others and is not told.
 */
const HAN = '\\p{Script=Han}';
const WORD = "[\\p{L}\\p{M}'’.·-]";
/** The next label is no part of a name. */
const NEXT = `\\s\\p{Lu}${WORD}*(?!${WORD}|\\s?[:=])`;
/** Two to four Chinese characters, or up to five words of which all but the first begin with a capital. */
const NAME = `(?:${HAN}[${HAN}·]{1,3}|(?!${HAN})\\p{L}${WORD}*(?:${NEXT}){0,4})`;
/** The same, where a small letter would be any word. */
const CAPITALS = `\\p{Lu}${WORD}*(?:${NEXT}){0,4}`;

const NAME_LABELS = [
  '姓名|户名|戶名|持卡人|收款人|收款方|付款人|联系人|聯絡人|收件人|收货人|账户名|用户名|昵称|拼音|氏名|お名前|名義|성명|이름|예금주',
  '[Nn]ames?|NAME|[Hh]older|HOLDER|[Pp]ayee|[Pp]ayer|[Rr]ecipient|[Bb]eneficiary|[Nn]om|[Nn]ombre|[Nn]ome|[Tt]itular|[Tt]itulaire',
  'Inhaber|[Kk]arteninhaber|[Ии]мя|ФИО|[Вв]ладелец',
].join('|');
const LABELLED = new RegExp(`((?:${NAME_LABELS})\\s?[:=]\\s?)${NAME}`, 'gu');

const TITLES = 'Dear|Mr|Mrs|Ms|Miss|Mx|Dr|Herr|Frau|Sr|Sra|Mme|Mlle|Monsieur|Madame|Señor|Señora';
const TITLED = new RegExp(`(?<!\\p{L})((?:${TITLES})\\.?\\s)${CAPITALS}`, 'gu');
/** Everybody is greeted as a customer; that is nobody's name. */
const GREETED = new RegExp(
  `(尊敬的|亲爱的|親愛的)(?!用户|客户|会员|顾客|买家|商户|先生|女士)${HAN}{2,4}(?=[,:!，]|您|你)`,
  'gu',
);
const ADDRESSED = new RegExp(`${HAN}{1,3}(?<!的|位|请|向)(?=先生|女士|小姐)`, 'gu');
/** As Alipay hides a part of a name or an account: `*小明`, `张*明`, `张**`, `ann***`. */
const STARRED = new RegExp(`[A-Za-z0-9]{1,30}\\*{2,}[A-Za-z0-9]{0,30}|${HAN}?(?<!\\*)\\*+${HAN}{1,2}|${HAN}\\*+`, 'gu');

const HOUSE = '(?:[\\p{Nd}A-Za-z]{1,4}(?:号楼|单元|栋|幢|座|室|楼|层|号))*';
const STREETS = [
  `[${HAN}\\p{Nd}]{2,24}?(?:路|街|道|巷|弄|胡同)\\p{Nd}{1,5}号${HOUSE}`,
  `\\p{Nd}{1,5}[A-Za-z]?\\s(?:\\p{Lu}[\\p{L}'’.]*\\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Boulevard|Blvd|Court|Square|Terrace)(?!\\p{L})`,
  '\\p{Lu}[\\p{Ll}-]{1,30}(?:straße|strasse|str\\.|weg|gasse|platz)\\s?\\p{Nd}{1,4}[a-z]?',
  '(?<!\\p{L})(?:[Rr]ue|[Cc]alle|[Vv]ia|[Rr]ua)\\s(?:d[eu]l?\\s|la\\s)*\\p{Lu}\\p{L}+,?\\s?\\p{Nd}{1,4}',
];
const STREET = new RegExp(STREETS.join('|'), 'gu');
const ADDRESS = /((?:[Aa]ddress|ADDRESS|地址|住址|住所|주소|[Aa]dresse|[Dd]irección)\s?:\s?)(?![•…])[^.;。；…]{1,80}/gu;

/** A text whose compatibility forms are folded, without the persons and postal addresses that can be told. */
export function maskPersons(text: string): string {
  return text
    .replace(ADDRESS, '$1•••')
    .replace(STREET, '•••')
    .replace(TITLED, '$1•••')
    .replace(LABELLED, '$1•••')
    .replace(GREETED, '$1•••')
    .replace(ADDRESSED, '•••')
    .replace(STARRED, '•••');
}
