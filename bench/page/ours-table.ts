/** The tables of our matcher for a list of phrases, made as the library's own are made. Runs in Node, at build time. */
import type { GateTable } from '../../lib/detect/gate.ts';
import { foldWord, variantsOf } from '../../lib/library/alphabet.ts';
import { placeAnchors } from '../../lib/library/anchors.ts';
import { gateOf } from '../own-gate.ts';

/** What the page gets: strings only. */
export interface OursTable {
  gate: GateTable;
  /** Folded phrases, joined by line breaks; a phrase's id is its place. */
  words: string;
  places: string;
  variants: string;
}

/** Compiles phrases; an id is a phrase's place in the list. */
export function oursTable(phrases: readonly string[]): OursTable {
  const words = phrases.map(foldWord);
  return { gate: gateOf(phrases), words: words.join('\n'), places: placeAnchors(words), variants: variantsOf(words) };
}
