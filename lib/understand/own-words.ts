/** What a text has in common with a known message: a quote of a person's text shows what that person wrote, and nothing that others write. */

/** A shorter run says nothing of why. */
const SHORTEST = 4;
/** Letters of scripts whose words are set apart: a quote does not begin or end within a word of them. */
const IN_WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hangul}\p{N}]/u;

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * The longest piece of a text that stands in a known message too, in whole words; the whole text where they share too little.
 * A piece that was put together of several ("bank … declined") is told by its dots, and stays as it is.
 */
export function ownWords(text: string, known: string): string {
  const own = flat(text);
  const mine = own.toLowerCase();
  const theirs = flat(known).toLowerCase();
  if (known.includes('…') || mine.length !== own.length) return known;
  // Lengths of the common runs that end at each letter of the known message, for one letter of the text after the other.
  let runs = new Uint16Array(theirs.length + 1);
  let [end, longest] = [0, 0];
  for (let at = 0; at < mine.length; at++) {
    const next = new Uint16Array(theirs.length + 1);
    for (let to = 0; to < theirs.length; to++)
      if (mine[at] === theirs[to]) {
        const run = (next[to + 1] = runs[to]! + 1);
        if (run > longest) [end, longest] = [at + 1, run];
      }
    runs = next;
  }
  if (longest < SHORTEST) return own;
  let from = end - longest;
  while (from > 0 && IN_WORD.test(own[from]!) && IN_WORD.test(own[from - 1]!)) from--;
  while (end < own.length && IN_WORD.test(own[end - 1]!) && IN_WORD.test(own[end]!)) end++;
  return own.slice(from, end).trim();
}
