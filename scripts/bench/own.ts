/** Our matcher as an engine of the benchmark. */
import { foldWord } from '../../lib/library/alphabet.ts';
import type { Engine } from './engine.ts';

export const own: Engine = {
  name: 'card-rescue',
  given: 'raw',
  build(phrases) {
    const folded = phrases.map(foldWord);
    return { ids: (text) => new Set(folded.flatMap((phrase, id) => (foldWord(text).includes(phrase) ? [id] : []))) };
  },
};
