/**
 * Folding: how text is made comparable. Width, case, Traditional and Simplified forms, spaces, punctuation and zero-width
 * signs do not matter; where a folded unit stood in the raw text is kept, so that quotes, word boundaries and sentence ends
 * can be looked up there. The page's script carries only the variants of units that occur in some pattern.
 */

/** Not part of any pattern. Counts for distances, matches nothing. */
export const OTHER = 0;
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
  unit === 0x3002 || unit === 0xff01 || unit === 0xff1f || unit === 0xff1b || unit === 0x21 || unit === 0x3f ||
  unit === 0x3b || unit === 0x2028 || unit === 0xff61;

/** Letters and digits of alphabetic scripts, where a word ends at a boundary; full-width forms included. */
export function isWordUnit(unit: number): boolean {
  return (
    (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0xc0 && unit <= 0x24f) || (unit >= 0xff10 && unit <= 0xff19) || (unit >= 0xff21 && unit <= 0xff3a) ||
    (unit >= 0xff41 && unit <= 0xff5a)
  );
}

/**
 * Spaces, punctuation, symbols and zero-width signs: dropped, so that noise between characters does not hide a phrase. Ranges of UTF-16
 * units, first and last; letters and digits inside them are put back by the table's variants.
 */
const IGNORABLE: readonly (readonly [first: number, last: number])[] = [
  [0x00, 0x2f], [0x3a, 0x40], [0x5b, 0x60], [0x7b, 0xa0], [0xad, 0xad], [0xb4, 0xb4], [0xb7, 0xb7], [0x2000, 0x206f], [0x3000, 0x3006],
  [0x3008, 0x303f], [0xfe30, 0xfe4f], [0xfeff, 0xfeff], [0xff01, 0xff0f], [0xff1a, 0xff20], [0xff3b, 0xff40], [0xff5b, 0xff65],
];

/**
 * Makes the folding function for a compiled table's variants.
 * @param variants pairs of units: the unit in text, then the folded unit
 */
export function makeFold(variants: string): Fold {
  const foldedUnit = new Uint16Array(0x10000);
  for (const [first, last] of IGNORABLE) foldedUnit.fill(IGNORED, first, last + 1);
  for (let i = 0; i + 1 < variants.length; i += 2) foldedUnit[variants.charCodeAt(i)] = variants.charCodeAt(i + 1);

  return (raw) => {
    const units = new Uint16Array(raw.length);
    const at = new Int32Array(raw.length);
    const sentence = new Uint16Array(raw.length);
    let length = 0;
    let sentences = 0;
    for (let i = 0; i < raw.length; i++) {
      const unit = raw.charCodeAt(i);
      const folded = foldedUnit[unit]!;
      if (folded === IGNORED) {
        if (isSentenceEnd(unit) || (unit === 0x2e && endsSentence(raw, i))) sentences++;
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

/** A full stop ends a sentence before white space or at the end, but not inside 3.5, ACQ.SYSTEM_ERROR or www.x.y. */
function endsSentence(raw: string, index: number): boolean {
  const next = raw.charCodeAt(index + 1);
  return Number.isNaN(next) || next === 0x20 || next === 0x0a || next === 0x2028;
}

/** A whole sentence without width, case, spaces and punctuation. Traditional forms stay as they are. */
export function plainSentence(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
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
