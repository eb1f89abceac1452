import { AhoCorasick } from '@monyone/aho-corasick/fast';
import { engineOfWords } from './of-words.ts';

export const monyone = engineOfWords('@monyone/aho-corasick/fast', (phrases) => {
  const matcher = new AhoCorasick(phrases);
  return function* (text) {
    for (const { keyword } of matcher.matchInText(text)) yield keyword;
  };
});
