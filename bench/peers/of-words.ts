import type { Engine, Prepared } from '../engine.ts';

/** An engine of a package that answers with words: its phrases' ids are looked up. */
export function engineOfWords(name: string, build: (phrases: string[]) => (text: string) => Iterable<string>): Engine {
  return {
    name,
    given: 'normalised',
    build(phrases): Prepared {
      const ids = new Map(phrases.map((phrase, id) => [phrase, id]));
      const find = build([...phrases]);
      return {
        ids(text) {
          const found = new Set<number>();
          for (const word of find(text)) found.add(ids.get(word)!);
          return found;
        },
      };
    },
  };
}
