/** Our matcher as an engine of the benchmark: the shipped search for words, prepared as the library's build prepares it. */
import { makeWordSearch } from '../lib/detect/match.ts';
import { foldingOf } from '../lib/detect/normalise.ts';
import { foldWord, variantsOf } from '../lib/library/alphabet.ts';
import { placeAnchors } from '../lib/library/anchors.ts';
import type { Engine } from './engine.ts';

export const own: Engine = {
  name: 'card-rescue',
  given: 'raw',
  build(phrases) {
    const words = phrases.map(foldWord);
    const variants = variantsOf(words);
    const search = makeWordSearch(words, placeAnchors(words), variants, foldingOf(variants));
    return {
      ids(text) {
        const found = new Set<number>();
        search(text, (word) => void found.add(word));
        return found;
      },
    };
  },
};
