/**
 * Undoing what screenshots and typing do to words: fai1ed, ba1ance, lnsufficient; 余颔不足, 支付密玛. A word is repaired only into one of
 * the library's own, and a Chinese character only when it occurs in none of them, so that 余额充足 (enough) never becomes 余额不足 (not enough).
 */
import type { Folded } from '../detect/normalise.ts';
import type { DetectTable, LookupData } from '../detect/table.ts';

const MIN_HAN = 4;
const MIN_LATIN = 5;
const LONG_LATIN = 9;

export type Repair = (text: string) => string;

/** Texts with the alphabetic words that misread ones may be repaired into: what the lookup data lists, and what stands elsewhere in the library already. */
export const repairTexts = (
  table: Pick<DetectTable, 'words' | 'codes'>,
  { spoken, known }: Pick<LookupData, 'spoken' | 'known'>,
): string[] => [...spoken, table.words, ...Object.values(table.codes), ...known.map((one) => one.text)];

/**
 * Prepares the repair for a table's words.
 * @param spoken texts with the alphabetic words to repair into
 */
export function makeRepair(
  words: readonly string[],
  spoken: readonly string[],
  fold: (text: string) => Folded,
): Repair {
  const wildcards = new Map<string, string>();
  const used = new Set<number>();
  for (const word of words) for (let i = 0; i < word.length; i++) used.add(word.charCodeAt(i));
  for (const word of words) {
    if (word.length < MIN_HAN || word.charCodeAt(0) < 0x2e80) continue;
    for (let i = 0; i < word.length; i++) wildcards.set(`${word.slice(0, i)}*${word.slice(i + 1)}`, word);
  }
  const lengths = [...new Set([...wildcards.keys()].map((key) => key.length))].sort((a, b) => b - a);
  const vocabulary = new Set(spoken.flatMap((one) => one.toLowerCase().match(/[a-z]{5,}/g) ?? []));
  const byLength = new Map<number, string[]>();
  for (const word of vocabulary) byLength.set(word.length, [...(byLength.get(word.length) ?? []), word]);

  const han = (text: string): string => {
    const { raw, units, at, length } = fold(text);
    const out = [...raw.split('')];
    for (let i = 0; i < length; i++) {
      if (used.has(units[i]!) || raw.charCodeAt(at[i]!) < 0x2e80) continue;
      for (const size of lengths) {
        const start = Math.max(0, i - size + 1);
        for (let from = start; from <= i && from + size <= length; from++) {
          let key = '';
          for (let k = from; k < from + size; k++) key += k === i ? '*' : String.fromCharCode(units[k]!);
          const word = wildcards.get(key);
          if (!word) continue;
          out[at[i]!] = word[i - from]!;
          break;
        }
      }
    }
    return out.join('');
  };

  const latin = (text: string): string =>
    text.replace(/[A-Za-z0-9|]{5,}/g, (token) => {
      const lower = token.toLowerCase();
      if (vocabulary.has(lower) || !/[a-z]{2}/.test(lower)) return token;
      const read = lower.replace(/[1|]/g, 'l').replace(/0/g, 'o').replace(/5/g, 's').replace(/rn/g, 'm');
      for (const candidate of new Set([read, read.replace(/^l/, 'i'), lower])) {
        if (vocabulary.has(candidate)) return candidate;
        const near = closest(candidate);
        if (near) return near;
      }
      return token;
    });

  function closest(word: string): string | null {
    const allowed = word.length >= LONG_LATIN ? 2 : word.length >= MIN_LATIN ? 1 : 0;
    for (let distance = 1; distance <= allowed; distance++)
      for (let size = word.length - distance; size <= word.length + distance; size++)
        for (const one of byLength.get(size) ?? []) if (one[0] === word[0] && isWithin(word, one, distance)) return one;
    return null;
  }

  return (text) => latin(han(text));
}

/** Whether two words are at most `limit` insertions, deletions, substitutions or swaps of neighbours apart. */
function isWithin(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  let before: number[] = [];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return false;
    before = row;
    row = next;
  }
  return row[b.length]! <= limit;
}
