/**
 * The payment glossary: short English words for what Chinese payment pages are made of, so that a message nobody has listed can be
 * read word by word. Compiled at build time; the popup loads the result when it may need it, pages never do.
 */
import { z } from 'zod';
import { foldWord, variantsOf } from './alphabet.ts';

/** Fewer would leave holes in most messages. */
const FEWEST = 800;

const term = z.string().regex(/^\p{Script=Han}{1,10}$/u, 'Chinese characters only, at most ten');
const meaning = z.string().regex(/^[A-Za-z0-9 ,.:'()&-]{1,48}$/, 'a few English words');

/** `silent`: words without a meaning of their own. `bare`: words that say no more than "the payment failed". The rest by subject. */
export const glossaryFile = z
  .object({ silent: z.array(term) })
  .catchall(z.record(term, meaning))
  .refine((file) => Object.keys(file.bare ?? {}).length > 0, 'has no group "bare"')
  .refine((file) => termsOf(file).length >= FEWEST, `has fewer than ${FEWEST} terms`);
export type GlossaryFile = { silent: string[] } & Record<string, Record<string, string> | string[]>;

/** The glossary as it is shipped. */
export interface Glossary {
  /** Pairs of units: the unit in text, then the folded one (see DetectTable.variants). */
  variants: string;
  /** One line a term: the folded term, a tab, its meaning. */
  terms: string;
  /** The folded terms that say no more than "the payment failed", and the silent ones, separated by spaces. */
  bare: string;
  silent: string;
}

/** Terms with their meanings, of all groups. */
export function termsOf(file: GlossaryFile): [term: string, meaning: string][] {
  return Object.values(file).flatMap((group) => (Array.isArray(group) ? [] : Object.entries(group)));
}

/**
 * Compiles the glossary.
 * @throws Error naming terms that read as the same
 */
export function compileGlossary(file: GlossaryFile): Glossary {
  const terms = termsOf(file);
  const folded = new Map<string, string>();
  for (const word of [...file.silent, ...terms.map(([one]) => one)]) {
    const key = foldWord(word);
    const other = folded.get(key);
    if (other !== undefined) throw new Error(`payment-glossary.json: ${other} and ${word} read as the same`);
    folded.set(key, word);
  }
  return {
    variants: variantsOf([...folded.keys()]),
    terms: terms.map(([one, means]) => `${foldWord(one)}\t${means}`).join('\n'),
    bare: Object.keys(file.bare!).map(foldWord).join(' '),
    silent: file.silent.map(foldWord).join(' '),
  };
}
