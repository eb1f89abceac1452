/**
 * Many ways to write a word in one: `[付刷]不[了出]` has any one of the characters, `(go|went) through` any one of the words, `accept~` also
 * ends in -s, -ed and -ing, and what a question mark follows may be missing. So a list of colloquial forms stays short, in the file and in what
 * ships; the lookup spells it out.
 */
const PIECE = /(?:\[([^\]]+)\]|\(([^()]*)\)|(.))(\?)?/gsu;

const endings = (word: string): string[] => {
  const stem = word.replace(/e$/, '');
  return [word, `${word}s`, `${stem}ed`, `${stem}ing`];
};

/** All words that one stands for. */
export function spellings(word: string): string[] {
  let words = [''];
  for (const [, chars, choice, char, optional] of word.matchAll(PIECE)) {
    if (char === '~') {
      words = words.flatMap(endings);
      continue;
    }
    const options = chars ? [...chars] : choice === undefined ? [char!] : choice.split('|').flatMap(spellings);
    if (optional) options.push('');
    words = words.flatMap((start) => options.map((end) => start + end));
  }
  return words;
}
