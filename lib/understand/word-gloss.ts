/**
 * A message that nobody has listed, read word by word with the payment glossary: the longest term first, Traditional forms and full-width
 * signs folded as the detector folds them. No grammar: it says which words stand there, and is shown as that and no more.
 */
import { foldingOf, makeFold } from '../detect/normalise.ts';
import type { Glossary } from '../library/glossary.ts';

/** What a text says, word by word. */
export interface WordGloss {
  words: readonly string[];
  /** Nothing beyond "the payment failed". */
  bare: boolean;
}

/** Reads a text; null where it is not Chinese or too much of it is unknown. */
export type GlossWords = (text: string) => WordGloss | null;

/** Longer texts are no message: what stands beyond is not read. */
const LONGEST = 160;
const MOST_WORDS = 24;
/** Of the Chinese characters, how many must be in known words: with more holes the rest may mean anything. */
const ENOUGH = 0.7;
/** Stands for what the glossary does not know. */
const HOLE = '…';

/** A term never goes over such a sign: "登录，失败" is no failed login. Spaces may stand inside one, as on pages that spread letters. */
const BREAKS = /[^\p{L}\p{N}\s.%]+/u;
const HAN = /\p{Script=Han}/u;
const NOT_CHINESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const PLAIN = /[a-z0-9]/;

/** Makes the reader of a glossary. */
export function makeWordGloss({ variants, terms, bare, silent }: Glossary): GlossWords {
  const fold = makeFold(foldingOf(variants));
  const meanings = new Map(terms.split('\n').map((line) => line.split('\t') as [string, string]));
  for (const one of silent.split(' ')) meanings.set(one, '');
  const bareTerms = new Set(bare.split(' '));
  const longest = Math.max(...[...meanings.keys()].map((one) => one.length));

  const termAt = (text: string, at: number): string | null => {
    for (let length = Math.min(longest, text.length - at); length > 0; length--) {
      const term = text.slice(at, at + length);
      if (meanings.has(term)) return term;
    }
    return null;
  };

  return (text) => {
    const plain = text.slice(0, LONGEST).normalize('NFKC').slice(0, LONGEST);
    if (!HAN.test(plain) || NOT_CHINESE.test(plain)) return null;
    const words: string[] = [];
    let han = 0;
    let known = 0;
    let isBare = true;
    const add = (word: string): void => {
      if (word !== '' && words.at(-1) !== word) words.push(word);
    };
    for (const part of plain.split(BREAKS)) {
      const { units, at, length } = fold(part);
      const folded = String.fromCharCode(...units.subarray(0, length));
      for (let i = 0; i < length;) {
        const term = termAt(folded, i);
        if (term !== null) {
          add(meanings.get(term)!);
          if (meanings.get(term) !== '' && !bareTerms.has(term)) isBare = false;
          han += term.length;
          known += term.length;
          i += term.length;
          continue;
        }
        if (PLAIN.test(folded[i]!)) {
          const start = at[i]!;
          while (i < length && PLAIN.test(folded[i]!)) i++;
          add(part.slice(start, at[i - 1]! + 1));
        } else {
          isBare = false;
          if (HAN.test(folded[i]!)) han++;
          add(HOLE);
          i++;
        }
      }
    }
    if (known < han * ENOUGH || words.every((one) => one === HOLE)) return null;
    const shown = words.length > MOST_WORDS ? [...words.slice(0, MOST_WORDS), HOLE] : words;
    return { words: shown, bare: isBare };
  };
}
