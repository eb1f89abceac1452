/**
 * The hot race in the page's own world: from the page to the ids of the phrases in it, after warming up. First `check` gives every
 * engine's answer, then `time` races them.
 */
import { AHO_CORASICK } from '../peers/matchers.ts';
import { type Contestant, race } from '../rounds.ts';
import { normalised } from './normalised.ts';
import { loadWords } from './ours.ts';
import type { OursTable } from './ours-table.ts';
import { makeRegExpLoop } from './regexp-loop.ts';
import { asAnswer } from './script.ts';
import { walkText } from './walk-text.ts';

/** One list of phrases to be raced with. */
export interface HotLibrary {
  phrases: readonly string[];
  table: OursTable;
  /** Only ours: to see how it grows. */
  alone: boolean;
}

export interface HotBench {
  /** Answers by contestant. */
  check(): Record<string, string>;
  /** Medians in milliseconds by contestant. */
  time(rounds: number): Record<string, number>;
}

declare global {
  /** Made by `makeHotBench`. */
  var hotBench: HotBench;
  var makeHotBench: (libraries: readonly HotLibrary[], packages: readonly string[]) => void;
}

/** Runs of the quick contestants before the race, so that all their code is compiled. */
const WARM = 25;

/** Makes the race against some packages. Names are '<engine> <number of phrases>'. */
globalThis.makeHotBench = (libraries, packages) => {
  const peers = AHO_CORASICK.filter(({ name }) => packages.includes(name));
  const text = (): string => document.body.textContent!;
  const readers: { name: string; slow: boolean; read: () => Set<number> }[] = [];
  for (const { phrases, table, alone } of libraries) {
    const size = phrases.length;
    const ours = loadWords(table);
    readers.push({ name: `ours ${size}`, slow: false, read: () => ours(text()) });
    if (alone) continue;
    const loop = makeRegExpLoop(phrases);
    readers.push({ name: `RegExp loop ${size}`, slow: true, read: () => loop(text()) });
    for (const peer of peers) {
      const prepared = peer.build(phrases.map(normalised));
      readers.push({ name: `${peer.name} ${size}`, slow: false, read: () => prepared.ids(normalised(text())) });
    }
  }
  globalThis.hotBench = {
    check: () => Object.fromEntries(readers.map(({ name, read }) => [name, asAnswer(read())])),
    time(rounds) {
      const contestants: Contestant[] = [
        { name: 'textContent', run: text },
        { name: 'TreeWalker', run: walkText },
        ...readers.map(({ name, slow, read }) => ({ name, run: read, every: slow ? 3 : 1 })),
      ];
      for (const one of contestants) for (let run = 0; run < (one.every === 3 ? 1 : WARM); run++) one.run();
      return Object.fromEntries(race(contestants, rounds, 1));
    },
  };
};
