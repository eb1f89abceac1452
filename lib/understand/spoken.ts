/**
 * Reads what people tell in their own words: "my bank froze my card", 卡刷不过去. The same matcher as for messages, over the patterns of
 * `spoken.json`. Told things are weighed beside read ones; the longer match wins.
 */
import type { CodeReader } from '../detect/codes.ts';
import { type Reader, type Reason, reasonsIn } from '../detect/reasons.ts';
import { FIRST_PLACE, makeMatcher } from '../detect/match.ts';
import { once } from '../privacy/once.ts';
import { type PackedTable, unpackTable } from '../detect/packed.ts';
import type { DetectTable } from '../detect/table.ts';
import { spellings } from '../library/spelling.ts';
import type { Sayings } from '../library/spoken.ts';

/** People quote the message in what they tell, and it is what they tell. (Titles of books and films have signs of their own: 《》.) */
const QUOTED = /[“”"「」『』]/g;
/** Ends of sentences: people also tell one thing in several. */
const BREATH = /[。！？；!?;\n\r]|\.(?=\s|$)/g;

const noCodes: CodeReader = () => [];

/** The table of the patterns, spelled out: their own words, and those that they share with the detector's table. */
function tableOf(
  sayings: Sayings,
  table: DetectTable,
): Pick<DetectTable, 'variants' | 'words' | 'anchorPlaces' | 'concepts' | 'families'> {
  const shared: string[][] = [];
  table.words.split('\n').forEach((word, number) => {
    for (const concept of table.concepts[number]!) (shared[concept] ??= []).push(word);
  });
  const texts = sayings.concepts.split('\n');
  const concepts = new Map<string, number[]>();
  const put = (word: string, concept: number): void => {
    const list = concepts.get(word);
    if (!list) concepts.set(word, [concept]);
    else if (!list.includes(concept)) list.push(concept);
  };
  const wordsOf = (part: string): string[] => {
    const number = parseInt(part.slice(1), 36);
    if (part.startsWith('+')) return shared[number]!;
    return part.startsWith('@') ? texts[number]!.split(' ').flatMap(wordsOf) : spellings(part);
  };
  texts.forEach((text, concept) => {
    for (const word of text.split(' ').flatMap(wordsOf)) put(word, concept);
  });
  const words = [...concepts.keys()];
  return {
    variants: table.variants + sayings.variants,
    words: words.join('\n'),
    // Typed texts are short: any part of a word will do to look for it.
    anchorPlaces: String.fromCharCode(FIRST_PLACE).repeat(words.length),
    concepts: [...concepts.values()],
    families: unpackTable({ families: sayings.families } as PackedTable).families,
  };
}

/**
 * Prepares the reading.
 * @param sayings the compiled patterns
 * @param reader the reader of messages, for what both share
 * @returns a function that gives the reasons a text gives
 */
export function makeSpokenReader(sayings: Sayings, reader: Reader): (text: string) => Reason[] {
  const spoken = once((): Reader => ({
    ...reader,
    table: { ...reader.table, sentences: {} },
    matcher: makeMatcher(tableOf(sayings, reader.table)),
    codes: noCodes,
  }));
  const read = (text: string): Reason[] => reasonsIn(text, { place: 'typed', errorPlace: true }, spoken(), true);
  return (text) => {
    const plain = text.replace(QUOTED, ' ');
    const reasons = read(plain);
    return reasons.some((one) => one.diagnosis !== reader.table.roles.nameless)
      ? reasons
      : read(plain.replace(BREATH, ','));
  };
}
