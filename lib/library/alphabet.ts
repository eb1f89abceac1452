/**
 * Which units of text read as the same: computed at build time from Unicode (NFKC) and OpenCC's Traditional-to-Simplified
 * characters, then cut down to the characters that patterns use.
 */
import { Converter } from 'opencc-js/t2cn';
import { shifted } from '../detect/normalise.ts';

/** Simplified characters that payment texts use for one another, polite forms that do not matter, and the Turkish letter whose capital is I. */
const SAME = new Map(
  Object.entries({ 您: '你', 妳: '你', 帐: '账', 馀: '余', 佔: '占', 祇: '只', 衹: '只', 覆: '复', ı: 'i' }),
);

const toSimplified = Converter({ from: 't', to: 'cn' });

let foldedUnits: string[] | null = null;

/** For each UTF-16 unit the unit it folds to. A unit that NFKC expands keeps its first one. */
function allUnits(): string[] {
  if (foldedUnits) return foldedUnits;
  foldedUnits = [];
  for (let unit = 0; unit < 0x10000; unit++) {
    const char = String.fromCharCode(unit);
    if (unit >= 0xd800 && unit <= 0xdfff) {
      foldedUnits.push(char);
      continue;
    }
    let folded = char.normalize('NFKC').toLowerCase().normalize('NFC').charAt(0) || char;
    if (folded.charCodeAt(0) >= 0x3400) {
      const simple = toSimplified(folded);
      // A rare simplified form takes two units; half of one would read as any other.
      if (simple.length === 1) folded = simple;
    }
    foldedUnits.push(SAME.get(folded) ?? folded);
  }
  return foldedUnits;
}

const KEPT = /[\p{L}\p{N}\p{M}]/u;

/** A word as it stands in the compiled table: folded, without spaces and punctuation. */
export function foldWord(word: string): string {
  const units = allUnits();
  let out = '';
  for (const char of word.normalize('NFKC')) {
    if (!KEPT.test(char)) continue;
    for (let i = 0; i < char.length; i++) out += units[char.charCodeAt(i)];
  }
  return out;
}

const isHan = (unit: number): boolean => unit >= 0x3400 && unit < 0xa000;

/**
 * The variants string of a table (see DetectTable.variants) for the characters that the folded words use: Traditional and other Han forms, and
 * capitals that no rule covers. Symbols that only NFKC calls letters (circled ones, units, ligatures) stand in no message of a page and stay out;
 * typed text is brought to NFKC before it is read.
 */
export function variantsOf(words: readonly string[]): string {
  const used = new Set(words.join(''));
  const units = allUnits();
  let out = '';
  for (let unit = 0x80; unit < 0xa000; unit++) {
    const folded = units[unit]!;
    const char = String.fromCharCode(unit);
    if (folded === char || !used.has(folded) || shifted(unit) === folded.charCodeAt(0)) continue;
    if (isHan(unit) || SAME.has(char) || (char.toLowerCase()[0] === folded && char.normalize('NFKC') === char))
      out += char + folded;
  }
  return out;
}
