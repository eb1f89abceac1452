/**
 * Personal data in every shape that pages and people write it in, all invented, and the search for it. A text is searched as written, and
 * folded: without invisible characters, every script's digits as ours, and without what stands between digits.
 */

export interface Personal {
  name: string;
  /** As it stands in a text. */
  text: string;
  /** What must be found nowhere; `text` itself where nothing is named. */
  secrets?: readonly string[];
}

export const PERSONAL: readonly Personal[] = [
  { name: 'a card number', text: '6222719384605127' },
  { name: 'a card number in groups', text: '4929 3817 2650 4913' },
  { name: 'a card number with hyphens', text: '5371-8249-3061-7285' },
  { name: 'a card number with dots', text: '3714.829364.15093' },
  { name: 'a card number with long dashes', text: '6011–7392–8461–0537' },
  { name: 'a card number with invisible characters', text: '4716\u200b2938\u20604751\u00ad8263' },
  { name: 'a full-width card number', text: '６２１７３９４８２０５６１８３７' },
  { name: 'an Arabic-Indic card number', text: '٤٥٣٩٢٨١٧٦٤٠٣٥١٩٢' },
  { name: 'a Devanagari number', text: '४९१७३८२६५०१८४६३९' },
  { name: 'a Chinese ID', text: '31011519870426381X' },
  { name: 'a Chinese ID in groups', text: '440305 19920817 4629' },
  { name: 'a passport', text: '护照 EK7392618', secrets: ['EK7392618', '7392618'] },
  { name: 'a German passport', text: 'C08X94T27' },
  { name: 'an American passport', text: 'passport no. 583920174', secrets: ['583920174'] },
  { name: "a foreigner's permit", text: 'USA682930175842' },
  { name: 'a Chinese mobile', text: '13927481650' },
  { name: 'a Chinese mobile abroad', text: '+86 139 5820 7416' },
  { name: 'an American phone', text: '(415) 738-2096' },
  { name: 'a British phone', text: '+44 (0)20 7395 8162' },
  { name: 'a German phone', text: '030/59283716' },
  { name: 'a French phone', text: '06 73 92 58 14' },
  { name: 'an Indian phone', text: '+91-98204-73916' },
  { name: 'a Japanese phone', text: '080-5928-3714' },
  { name: 'a half-hidden phone', text: '137****5928' },
  { name: 'an e-mail', text: 'li.mingzhu+pay@mail.example.org', secrets: ['li.mingzhu', 'mail.example'] },
  { name: 'a full-width e-mail', text: 'ｗｕ．ｊｉｎｇｙｉ＠ｅｘａｍｐｌｅ．ｃｏｍ', secrets: ['wu.jingyi'] },
  { name: 'an e-mail in Chinese', text: '欧阳娜娜@例子.中国', secrets: ['欧阳娜娜'] },
  { name: 'a half-hidden e-mail', text: 'quin***@example.net', secrets: ['quin*', 'example.net'] },
  { name: 'a name at its label', text: '姓名：诸葛晓岚', secrets: ['诸葛晓岚', '晓岚'] },
  { name: 'a cardholder', text: '持卡人：欧文·斯特林', secrets: ['欧文', '斯特林'] },
  { name: 'an English name', text: 'Cardholder: Theodora Whitlock', secrets: ['Theodora', 'Whitlock'] },
  { name: 'a name in small letters', text: 'Name: persephone Quillfeather', secrets: ['persephone', 'Quillfeather'] },
  { name: 'a title', text: 'Mr. Bartholomew Ashdown', secrets: ['Bartholomew', 'Ashdown'] },
  { name: 'a greeting', text: 'Dear Wilhelmina Oakhurst,', secrets: ['Wilhelmina', 'Oakhurst'] },
  { name: 'a Chinese greeting', text: '尊敬的慕容雪，', secrets: ['慕容雪'] },
  { name: 'a Chinese title', text: '司马翊先生', secrets: ['司马翊'] },
  { name: 'a name with stars', text: '账户 *沐辰', secrets: ['沐辰'] },
  { name: 'a token', text: 'token=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJxdWlu', secrets: ['eyJhbGci', 'eyJzdWIi'] },
  { name: 'a bare token', text: 'Zk7wQp2LxV9tRb4NsYh3Jd', secrets: ['Zk7wQp2L', 'RbNs'] },
  {
    name: 'a link',
    text: 'https://mclient.alipay.com/pay?orderId=QX20938&userName=Hathersage',
    secrets: ['QX20938', 'Hathersage', 'mclient.alipay.com/pay'],
  },
  { name: 'a parameter', text: 'loginId=hathersage_k', secrets: ['hathersage_k'] },
  { name: 'a German IBAN', text: 'DE89 3704 5938 0532 7164 28', secrets: ['3704 5938', '370459380532716428'] },
  { name: 'a British IBAN', text: 'GB94 QXBK 2071 5839 6284 71', secrets: ['QXBK', '2071583962'] },
  { name: 'a Maltese IBAN', text: 'MT31 MALT 0110 0837 2945 MTLC AST0 01S', secrets: ['MTLC', 'AST0', '08372945'] },
  { name: 'a Chinese address', text: '上海市静安区威海路587号12栋', secrets: ['威海路', '587号', '静安区'] },
  { name: 'an English address', text: '48 Thistledown Hollow Road', secrets: ['Thistledown', 'Hollow Road'] },
  { name: 'a German address', text: 'Lindwurmstraße 117', secrets: ['Lindwurm'] },
  { name: 'a labelled address', text: 'Address: 7 Pennyroyal Mews, Totnes', secrets: ['Pennyroyal', 'Totnes'] },
  { name: 'an order number', text: '20261127839405716284' },
];

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
const digitOf = (one: string): string => {
  const at = one.codePointAt(0)!;
  // Digits of a script stand beside each other, and its nought at a multiple of sixteen or at six above one.
  const start = [0x660, 0x6f0, 0x966, 0x9e6].find((nought) => at >= nought && at <= nought + 9);
  return start === undefined ? one : String(at - start);
};

/** A text as it is searched. */
export function foldForSearch(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, digitOf)
    .replace(/(?<=\d)[\s.\-*•·_–—/()]+(?=\d)/g, '')
    .toLowerCase();
}

/** Pieces of a number that already tell: six digits in a row. */
const PIECE = 6;

function piecesOf({ text, secrets = [text] }: Personal): string[] {
  return secrets.flatMap((secret) => {
    const folded = foldForSearch(secret);
    const digits = folded.replace(/\D/g, '');
    const windows = Array.from({ length: Math.max(0, digits.length - PIECE + 1) }, (_, at) =>
      digits.slice(at, at + PIECE),
    );
    return [folded, ...(folded.includes(digits) ? windows : [])];
  });
}

/**
 * Which personal data stands in a text, each with the piece that was found.
 * @param times our own clock's numbers, which are long numbers too, are taken out with this; what is left is searched
 */
export function personalIn(text: string, among: readonly Personal[] = PERSONAL): string[] {
  const folded = foldForSearch(withoutTimes(text));
  return among.flatMap((one) => {
    const found = piecesOf(one).find((piece) => folded.includes(piece));
    return found ? [`${one.name}: ${found}`] : [];
  });
}

/** Milliseconds since 1970 of these years, with their fractions, and ids of documents: long numbers of our own. */
const withoutTimes = (text: string): string => text.replace(/\b1[789]\d{11}(?:\.\d+)?\b|\b[0-9A-F]{32}\b/g, '');

/** What stands around a seed on a page: a failure whose cause is listed, two that nobody listed, and one without a cause. */
export const FRAMES: readonly ((personal: string) => string)[] = [
  (one) => `付款失败：${one} 该银行卡不支持此交易，请更换其他银行卡`,
  (one) => `这笔钱没能付出去，${one}，商家还没有收到，请再付一次`,
  (one) => `It just would not go through. ${one} Nothing left your card, have another go.`,
  (one) => `本次扣款未能完成 ${one}`,
];
