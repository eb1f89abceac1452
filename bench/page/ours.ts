/** Where the shipped matcher is plugged into the pages of the benchmark: its two stages, made of tables that Node has prepared. */
import { type Gate, makeGate } from '../../lib/detect/gate.ts';
import { makeWordSearch } from '../../lib/detect/match.ts';
import { foldingOf } from '../../lib/detect/normalise.ts';
import type { OursTable } from './ours-table.ts';

/** Makes the first stage, which every page carries: where in a text a phrase may stand. */
export const loadGate = (table: Pick<OursTable, 'gate'>): Gate => makeGate(table.gate);

/** Makes the second stage: the ids of the phrases in a text. It needs no first one. */
export function loadWords({ words, places, variants }: Omit<OursTable, 'gate'>): (text: string) => Set<number> {
  const search = makeWordSearch(words.split('\n'), places, variants, foldingOf(variants));
  return (text) => {
    const ids = new Set<number>();
    search(text, (id) => void ids.add(id));
    return ids;
  };
}
