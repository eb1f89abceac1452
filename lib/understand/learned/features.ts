/**
 * The features of a text for the learned reader, as hashes: its words and pairs of words, runs of letters, characters of scripts
 * without blanks, the concepts it speaks of alone and in order, the kinds of concepts it says nothing of, and what the patterns said of it.
 */
import type { Concepts } from './concepts.ts';

const UNSPACED = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
const TOKEN = /[\p{L}\p{M}0-9']+|[^\s\p{L}\p{M}0-9']/gu;
/** Runs of letters inside words: for typing errors and endings. */
const RUNS = [4, 5];
/** Signs of scripts without blanks, so many at a time. */
const SIGNS = 4;
/** Concepts so many places apart still make a pair. */
const REACH = 4;

const TROUBLE =
  'failed declined blocked lost expired wrong insufficient exceed off mismatch notcome restricted toomany nocollect technical busy closed mecancel support loading grey'.split(
    ' ',
  );
/** That a text speaks of nothing of a kind tells as much as what it speaks of: nobody is in trouble where all goes well. */
const KINDS: readonly (readonly [kind: string, concepts: ReadonlySet<string>])[] = [
  ['trouble', new Set(TROUBLE)],
  ['trouble or denial', new Set([...TROUBLE, 'not'])],
  ['money that moved', new Set(['charged', 'held', 'twice', 'already', 'refund', 'unknown'])],
  ['paying', new Set(['card', 'bank', 'alipay', 'pay'])],
];

/** A 32-bit hash (FNV-1a with a final mix). */
function hash(feature: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < feature.length; at++) value = Math.imul(value ^ feature.charCodeAt(at), 16777619);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return value ^ (value >>> 12);
}

function addWords(plain: string, add: (feature: string) => void): void {
  let before = '^';
  for (const token of plain.match(TOKEN) ?? []) {
    if (UNSPACED.test(token)) {
      const chars = [...token];
      for (let at = 0; at < chars.length; at++)
        for (let size = 1; size <= SIGNS && at + size <= chars.length; size++)
          add(`c${chars.slice(at, at + size).join('')}`);
    } else {
      add(`w${token}`);
      add(`b${before} ${token}`);
      const whole = `<${token}>`;
      if (token.length > 3)
        for (const size of RUNS)
          for (let at = 0; at + size <= whole.length; at++) add(`g${whole.slice(at, at + size)}`);
    }
    before = token.slice(0, 12);
  }
}

function addConcepts(plain: string, concepts: Concepts, add: (feature: string) => void): void {
  const order: number[] = [];
  for (const [, concept] of concepts.find(plain)) if (order.at(-1) !== concept) order.push(concept);
  const all = [...new Set(order)].sort((a, b) => a - b);
  for (const [kind, of] of KINDS) if (!all.some((one) => of.has(concepts.names[one]!))) add(`Zno ${kind}`);
  for (const [at, one] of all.entries()) {
    add(`K${one}`);
    for (const other of all.slice(at + 1)) add(`S${one} ${other}`);
  }
  order.forEach((one, at) => {
    for (const other of order.slice(at + 1, at + 1 + REACH)) add(`P${one} ${other}`);
  });
}

/**
 * The features of a plain text (plain-text.ts), each once, as keys of 32 bits (slots.ts).
 * @param said what the patterns said of it, such as `bank-declined likely`
 */
export function featuresOf(plain: string, concepts: Concepts, said: readonly string[] = []): Int32Array {
  const found = new Set<number>();
  const add = (feature: string): void => void found.add(hash(feature));
  addWords(plain, add);
  addConcepts(plain, concepts, add);
  for (const one of said) add(`R${one}`);
  return Int32Array.from(found);
}
