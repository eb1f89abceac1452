/**
 * Text as the learned reader sees it: small letters without accents, numbers as 0, Arabic letters in one form, Traditional characters
 * as Simplified where the caller's folding knows them. Only for comparing; what is shown is the text as typed.
 */

/** Letters whose accents are folded; signs of other scripts (Thai vowels, Indian marks) belong to the word. */
const ACCENTED = /([a-zа-яё])\p{M}+/gu;
const NUMBER = /[0-9٠-٩]+(?:[.,:/-][0-9٠-٩]+)*/g;
const ARABIC_MARKS = /[\u064b-\u0652\u0640]/g;

/** @param simplify folds Traditional characters, as the detector's table does; the identity where there is none */
export function plainText(text: string, simplify: (text: string) => string): string {
  return simplify(text.normalize('NFKC'))
    .toLowerCase()
    .replace(NUMBER, '0')
    .normalize('NFD')
    .replace(ACCENTED, '$1')
    .normalize('NFC')
    .replace(/[’‘`´]/g, "'")
    .replace(/ı/g, 'i')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ة/g, 'ه')
    .replace(/ى/g, 'ي')
    .replace(ARABIC_MARKS, '')
    .replace(/\s+/g, ' ');
}

/** A folding of single characters from the table's pairs (the unit in text, then the folded unit). */
export function foldingByPairs(pairs: string): (text: string) => string {
  const folded = new Map<string, string>();
  for (let at = 0; at + 1 < pairs.length; at += 2)
    if (pairs.charCodeAt(at) >= 0x2e80) folded.set(pairs[at]!, pairs[at + 1]!);
  return (text) => text.replace(/[\u2e80-\u9fff]/g, (char) => folded.get(char) ?? char);
}
