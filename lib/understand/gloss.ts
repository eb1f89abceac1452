/**
 * What a quoted message says, in the reader's language: a sentence of the library where the message is known, word by word where it is a
 * Chinese one that nobody has listed, and nothing where the reader can read it or we would have to guess.
 */
import type { Certainty } from '../messages.ts';
import type { GlossWords } from './word-gloss.ts';

export interface Said {
  quote: string;
  diagnosis: string;
  /** How sure the message itself is read; never that of the whole case. */
  certainty: Certainty;
}

export type Gloss =
  /** The sentence `says.<diagnosis>` of library.json; `likely`: a phrase like it was read, so it is told as about. */
  | { kind: 'sentence'; key: string; certainty: Exclude<Certainty, 'unsure'> }
  | { kind: 'words'; words: readonly string[] };

/** A message with one of these is English enough for who reads English; none of them is a word of the languages near it. */
const ENGLISH =
  /\b(?:the|your|you|this|has|been|not|cannot|can't|failed|failure|declined|refused|payment|card|please|try|again|closed|paid|wrong|expired|unable|with|have)\b/i;
const OTHER_THAN_LATIN = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;
/** A printed code has its own line with its meaning. */
const CODE = /^[A-Z0-9_.\-/\s]+$/;

/** Whether somebody who reads a language needs a gloss for a text. */
export function needsGloss(text: string, tag: string): boolean {
  if (!/\p{L}/u.test(text) || CODE.test(text)) return false;
  const chinese = /\p{Script=Han}/u.test(text) && !/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
  if (tag.startsWith('zh')) return !chinese;
  return chinese || OTHER_THAN_LATIN.test(text) || !ENGLISH.test(text);
}

/**
 * The gloss of a quote, or null where there is none to give.
 * @param tag language of the screen
 * @param readWords reads word by word, in English; null where it is not there (yet)
 */
export function glossOf(
  { quote, diagnosis, certainty }: Said,
  tag: string,
  readWords: GlossWords | null,
): Gloss | null {
  if (!needsGloss(quote, tag)) return null;
  const key = `says.${diagnosis}`;
  if (certainty !== 'unsure') return { kind: 'sentence', key, certainty };
  const read = tag.startsWith('en') ? readWords?.(quote) : null;
  // "Payment failed" and no more: the title says that the cause is not named.
  return read && !read.bare ? { kind: 'words', words: read.words } : null;
}
