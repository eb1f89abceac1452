/** Our gate for any phrases, as the library's build makes it for its own: what the script on every page carries. */
import type { GateTable } from '../lib/detect/gate.ts';
import { foldWord } from '../lib/library/alphabet.ts';
import { coverPhrases, packAnchors, pricesFor } from '../lib/library/gate.ts';
import { readLibrary } from '../lib/library/read.ts';

/** The gate that lets through texts in which one of the phrases may stand. */
export function gateOf(phrases: readonly string[]): GateTable {
  const words = [...new Set(phrases.map(foldWord))];
  return {
    ...packAnchors(coverPhrases(words, pricesFor(readLibrary().everyday))),
    content: '(?!)',
    errors: { only: 'x-none', boxes: 'x-none', hint: '' },
    telling: '(?!)',
  };
}
