/** Whether a text typed into the popup's box is a bank's decline code rather than a message of Alipay's. */
import type { Words } from '../i18n/index.ts';
import type { DeclineCode, DiagnosisId } from '../library/schema.ts';
import { findDeclineCodes, isCode, plain, takeApart } from './decline-codes.ts';
import type { LookupAnswer } from './lookup-answer.ts';

/** A code with the words around it is short; longer texts are messages. */
const LONGEST = 60;
/** Beside these a number is an amount. */
const MONEY = /[¥￥$€£₩₹%]|\b(?:cny|rmb|usd|eur|yuan|dollars?|euros?)\b|[元块]/iu;

/**
 * 'code': the text names a code ("05", "MAC 03", "code 51 insufficient funds"); 'words': it is the name of one ("do not
 * honour"); null: neither. A sentence with some number in it is no code. Never throws.
 * @param words packs whose meanings name the codes in quotation marks
 */
export function typedCode(
  typed: string,
  codes: readonly DeclineCode[],
  ...words: readonly Words[]
): 'code' | 'words' | null {
  const text = typed.trim();
  if (text === '' || text.length > LONGEST || /\n/.test(text) || MONEY.test(text)) return null;
  const { named, atoms } = takeApart(text);
  const coded = atoms.filter(isCode);
  if (coded.length === 0) return isName(text, codes, words) ? 'words' : null;
  // One digit alone is the beginning of anything.
  if (coded.length > 1 || (coded[0]!.length === 1 && named.size === 0)) return null;
  const meanings = findDeclineCodes(text, codes, ...words).flatMap(({ entry }) =>
    words.map((pack) => plain(pack[`meaning.${entry.meaning}`] ?? '')),
  );
  const others = atoms.filter((atom) => !isCode(atom));
  return meanings.some((meaning) => others.every((word) => meaning.includes(word))) ? 'code' : null;
}

/** Whether a text is what a code is called: in the quotation marks of a meaning, or as a shop system prints it. */
function isName(text: string, codes: readonly DeclineCode[], words: readonly Words[]): boolean {
  const name = plain(text.replace(/_/g, ' ')).replace(/\s+/g, ' ').trim();
  return codes.some(({ code, meaning }) => {
    if (/[a-z]{4}/i.test(code) && plain(code.replace(/_/g, ' ')) === name) return true;
    return words.some((pack) => plain(pack[`meaning.${meaning}`] ?? '').includes(`“${name}”`));
  });
}

/** A code's diagnosis as an answer of the lookup: what the bank says by a code is likely, not certain. */
export function answerOfCode(diagnosis: DiagnosisId, typed: string): LookupAnswer {
  return { diagnosis, certainty: 'likely', score: 1, matched: [typed.trim()] };
}
