/**
 * Folding: how text is made comparable. Width, case, Traditional and Simplified forms, spaces, punctuation and zero-width
 * signs do not matter; where a folded unit stood in the raw text is kept, so that quotes, word boundaries and sentence ends
 * can be looked up there. The page's script carries only the variants of units that occur in some pattern.
 */

/** Reads as nothing. */
const IGNORED = 0xffff;

export interface Folded {
  raw: string;
  /** Folded units; only the first `length` are filled. */
  units: Uint16Array;
  /** Raw index of each folded unit. */
  at: Int32Array;
  /** Number of sentence ends before each folded unit. */
  sentence: Uint16Array;
  length: number;
}

export type Fold = (text: string) => Folded;

/** A line break of the page (`<br>`, block edge) written into collected text: always a sentence end. */
export const LINE_END = '\u2028';

const isSentenceEnd = (unit: number): boolean =>
  // 。！？；!?; ⏎ and the full-width stop
  unit === 0x3002 ||
  unit === 0xff01 ||
  unit === 0xff1f ||
  unit === 0xff1b ||
  unit === 0x21 ||
  unit === 0x3f ||
  unit === 0x3b ||
  unit === 0x2028 ||
  unit === 0xff61;

/** Letters and digits of alphabetic scripts, where a word ends at a boundary; full-width forms included. */
export function isWordUnit(unit: number): boolean {
  return (
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0xc0 && unit <= 0x24f) ||
    (unit >= 0xff10 && unit <= 0xff19) ||
    (unit >= 0xff21 && unit <= 0xff3a) ||
    (unit >= 0xff41 && unit <= 0xff5a)
  );
}

/**
 * Spaces, punctuation, symbols and zero-width signs: dropped, so that noise between characters does not hide a phrase. Ranges of UTF-16
 * units, first and last; letters and digits inside them are put back by the table's variants.
 */
const IGNORABLE: readonly (readonly [first: number, last: number])[] = [
  [0x00, 0x2f],
  [0x3a, 0x40],
  [0x5b, 0x60],
  [0x7b, 0xa0],
  [0xad, 0xad],
  [0xb4, 0xb4],
  [0xb7, 0xb7],
  // What joins or varies letters and is not seen.
  [0x34f, 0x34f],
  [0x180b, 0x180e],
  [0x2000, 0x206f],
  [0x3000, 0x3006],
  [0x3008, 0x3020],
  [0x3030, 0x3030],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfe30, 0xfe4f],
  [0xfeff, 0xfeff],
  [0xff01, 0xff0f],
  [0xff1a, 0xff20],
  [0xff3b, 0xff40],
  [0xff5b, 0xff65],
];

/** Letters and digits whose folded form stands at a fixed distance: capitals, full-width capitals, small letters and digits. */
const SHIFTED: readonly (readonly [first: number, last: number, distance: number])[] = [
  [0x41, 0x5a, 0x20],
  [0xff10, 0xff19, -0xfee0],
  [0xff21, 0xff3a, 0x20 - 0xfee0],
  [0xff41, 0xff5a, -0xfee0],
];

/** The folded form of a letter or digit by rule alone, or the unit itself. */
export function shifted(unit: number): number {
  for (const [first, last, distance] of SHIFTED) if (unit >= first && unit <= last) return unit + distance;
  return unit;
}

/**
 * Writes a folding into a table of all units: what reads as nothing first, then what reads as another unit. Units that read as themselves
 * are left alone, so that a page pays for none of them.
 * @param table one entry for each UTF-16 unit
 * @param variants pairs of units: the unit in text, then the folded unit
 * @param entryOf what to write for a unit that reads as another
 */
export function writeFolding(
  table: Uint16Array,
  variants: string,
  ignored: number,
  entryOf: (folded: number) => number,
): void {
  for (const [first, last] of IGNORABLE) table.fill(ignored, first, last + 1);
  for (const [first, last, distance] of SHIFTED)
    for (let unit = first; unit <= last; unit++) table[unit] = entryOf(unit + distance);
  for (let i = 0; i + 1 < variants.length; i += 2) table[variants.charCodeAt(i)] = entryOf(variants.charCodeAt(i + 1));
}

/** What a unit reads as, in a table made by `foldingOf`; IGNORED for nothing. */
export const readsAs = (folding: Uint16Array, unit: number): number => folding[unit]! || unit;

/** The table of a folding: 0 where a unit reads as itself. */
export function foldingOf(variants: string): Uint16Array {
  const folding = new Uint16Array(0x10000);
  writeFolding(folding, variants, IGNORED, (folded) => folded);
  return folding;
}

/** Makes the folding function of such a table. */
export function makeFold(folding: Uint16Array): Fold {
  return (raw) => {
    const units = new Uint16Array(raw.length);
    const at = new Int32Array(raw.length);
    const sentence = new Uint16Array(raw.length);
    let length = 0;
    let sentences = 0;
    for (let i = 0; i < raw.length; i++) {
      const unit = raw.charCodeAt(i);
      const folded = readsAs(folding, unit);
      if (folded === IGNORED) {
        if (endsSentence(raw, i)) sentences++;
        continue;
      }
      units[length] = folded;
      at[length] = i;
      sentence[length] = sentences;
      length++;
    }
    return { raw, units, at, sentence, length };
  };
}

/**
 * Where folded units stand in raw text, read on from both sides of a place. Used to compare a word with text that was not folded.
 * @returns the raw index before the first unit of the word and after its last one, or null
 */
export function spanOf(
  word: string,
  known: number,
  end: number,
  text: string,
  folding: Uint16Array,
): [start: number, end: number] | null {
  let start = end;
  for (let unit = known - 1; unit >= 0; unit--) {
    do start--;
    while (start >= 0 && readsAs(folding, text.charCodeAt(start)) === IGNORED);
    if (start < 0 || readsAs(folding, text.charCodeAt(start)) !== word.charCodeAt(unit)) return null;
  }
  for (let unit = known; unit < word.length; unit++, end++) {
    while (end < text.length && readsAs(folding, text.charCodeAt(end)) === IGNORED) end++;
    if (end >= text.length || readsAs(folding, text.charCodeAt(end)) !== word.charCodeAt(unit)) return null;
  }
  return [start, end];
}

/** Whether a sentence ends at a place. A full stop ends one before white space or at the end, but not inside 3.5, ACQ.SYSTEM_ERROR or www.x.y. */
export function endsSentence(raw: string, index: number): boolean {
  const unit = raw.charCodeAt(index);
  if (unit !== 0x2e) return isSentenceEnd(unit);
  const next = raw.charCodeAt(index + 1);
  return Number.isNaN(next) || next === 0x20 || next === 0x0a || next === 0x2028;
}

/** A whole sentence without width, case, spaces and punctuation. Traditional forms stay as they are. */
export function plainSentence(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Name of a whole sentence in the compiled table: a 64-bit FNV-1a-like hash in base 36. Not for security. */
export function sentenceHash(text: string): string {
  const plain = plainSentence(text);
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (let i = 0; i < plain.length; i++) {
    const unit = plain.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ (unit + i), 0x85ebca6b);
  }
  return (low >>> 0).toString(36) + (high >>> 0).toString(36);
}
