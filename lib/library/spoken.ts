/**
 * Compiles `spoken.json`: how people tell of a failure in their own words ("my bank froze my card", 卡刷不过去). Only the lookup of typed texts
 * loads it. The page is never read with it: words as loose as these stand on many a healthy page.
 */
import type { PackedFamily } from '../detect/packed.ts';
import type { DetectTable, Family, Slot } from '../detect/table.ts';
import { foldWord, variantsOf } from './alphabet.ts';
import { packFamily } from './pack.ts';
import { readPattern } from './pattern.ts';
import { type Library, LibraryError } from './read.ts';
import { spellings } from './spelling.ts';

/** The patterns as they ship. */
export interface Sayings {
  /**
   * For each concept its words, folded, as written in `spelling.ts`; `@12` stands for all words of another of these, `+12` for those of the
   * detector's table. Words are parted by spaces, concepts by line breaks.
   */
  concepts: string;
  families: PackedFamily[];
  /** Variants of characters that the detector's table does not have. */
  variants: string;
}

const SIGNS = /[[\]()|?~]/u;
const NAME = /^\{([a-z0-9-]+)\}$/;

/** Folds a word and leaves its signs alone. */
const foldSpelled = (word: string): string =>
  [...word].map((char) => (SIGNS.test(char) ? char : foldWord(char))).join('');

/** Collects the concepts that the patterns use. */
class Concepts {
  readonly texts: string[] = [];
  readonly words = new Set<string>();
  private readonly numbers = new Map<string, number>();
  /** Those whose parts are being read. */
  private readonly open = new Set<string>();
  /** Concepts of the detector's table by the words they have: those are there already when the lookup runs. */
  private readonly shipped = new Map<string, number>();

  constructor(
    private readonly library: Library,
    table: DetectTable,
  ) {
    const words = table.words.split('\n');
    const byConcept: string[][] = [];
    table.concepts.forEach((list, word) => list.forEach((one) => (byConcept[one] ??= []).push(words[word]!)));
    byConcept.forEach((list, number) => this.shipped.set(list.sort().join(), number));
  }

  /** Number of the concept that a slot names, or of its literals. Adds it on first use. */
  number(name: string | null, literals: readonly string[]): number {
    const key = name ?? `|${literals.join('|')}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const text = (name === null ? literals.map((one) => this.spelled(one)) : this.named(name)).join(' ');
    const number = this.texts.push(text) - 1;
    this.numbers.set(key, number);
    return number;
  }

  private named(name: string): string[] {
    const own = this.library.spoken.concepts[name];
    if (own) {
      if (this.open.has(name)) throw new LibraryError(`the concept "{${name}}" holds itself`);
      this.open.add(name);
      const parts = own.flatMap((word) => this.part(word));
      this.open.delete(name);
      return parts;
    }
    const list = this.library.lexicon[name];
    if (!list) throw new LibraryError(`no concept "{${name}}" in spoken.json or lexicon.json`);
    const shipped = this.shipped.get([...new Set(list.map(foldWord))].sort().join());
    return shipped === undefined ? list.map((word) => this.spelled(word)) : [`+${shipped.toString(36)}`];
  }

  /** One word of a concept, or another concept named in it: as a reference, because many concepts are parts of others. */
  private part(word: string): string[] {
    const other = NAME.exec(word)?.[1];
    if (other === undefined) return [this.spelled(word)];
    return this.library.spoken.concepts[other] ? [`@${this.number(other, []).toString(36)}`] : this.named(other);
  }

  private spelled(word: string): string {
    const folded = foldSpelled(word);
    for (const one of spellings(folded)) {
      if (one.length < 2) throw new LibraryError(`the word "${word}" is too short: at least two characters`);
      this.words.add(one);
    }
    return folded;
  }
}

/** The variants of one table that another does not have. */
function variantsBeside(words: readonly string[], { variants }: DetectTable): string {
  const there = new Set(variants.match(/../gsu));
  return (variantsOf(words).match(/../gsu) ?? []).filter((pair) => !there.has(pair)).join('');
}

/**
 * Compiles the patterns of `spoken.json`.
 * @param table the detector's table, whose words need not be shipped twice
 * @throws LibraryError naming the family that cannot work
 */
export function compileSpoken(library: Library, table: DetectTable): Sayings {
  for (const name of Object.keys(library.spoken.concepts))
    if (library.lexicon[name])
      throw new LibraryError(`spoken.json: the concept "${name}" stands in lexicon.json already`);
  const concepts = new Concepts(library, table);
  const read = (patterns: readonly string[] = []): Slot[][] =>
    patterns.map((pattern) =>
      readPattern(pattern).map(({ concept, literals, reach }) => ({
        concept: concepts.number(concept, literals),
        reach,
      })),
    );
  const names = new Set<string>();
  const families = library.spoken.families.map(({ diagnosis, id, certainty, rank, say, unless, source }): Family => {
    const name = `${diagnosis}/${id}`;
    try {
      if (names.has(name)) throw new LibraryError('the id is used twice');
      if (!library.sources[source]) throw new LibraryError(`no source "${source}" in sources.json`);
      names.add(name);
      // No page shows which one it was, so the ids need not travel.
      return {
        rule: `${diagnosis}/told`,
        diagnosis,
        certainty,
        alone: true,
        rank,
        say: read(say),
        unless: read(unless),
      };
    } catch (error) {
      throw new LibraryError(`spoken.json, family "${name}": ${(error as Error).message}`);
    }
  });
  return {
    concepts: concepts.texts.join('\n'),
    families: families.map(packFamily),
    variants: variantsBeside([...concepts.words], table),
  };
}
