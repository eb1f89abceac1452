/**
 * Which part of a phrase the scan looks for: a run that is rare, and that few other phrases share, so that a text full of everyday words
 * costs little and no anchor leads to many phrases.
 */
import { FIRST_PLACE, anchorLength } from '../detect/match.ts';

/** Phrases that one anchor may lead to before another place is taken: what a text of nothing but that anchor can cost. */
const CROWD = 8;
/** Later places have no letter to be written with. */
const LAST_PLACE = 40;

/**
 * Chooses for each folded word where its anchor begins.
 * @returns one letter a word, see `makeWordSearch`
 */
export function placeAnchors(words: readonly string[]): string {
  const runs = (word: string): string[] => {
    const length = anchorLength(word);
    return [...Array(Math.min(LAST_PLACE, word.length - length) + 1).keys()].map((at) => word.slice(at, at + length));
  };
  const common = new Map<string, number>();
  for (const word of words) for (const run of new Set(runs(word))) common.set(run, (common.get(run) ?? 0) + 1);
  const crowd = new Map<string, number>();
  const places: string[] = [];
  // Short words first: they have the least to choose from.
  const order = [...words.keys()].sort((a, b) => words[a]!.length - words[b]!.length || a - b);
  for (const number of order) {
    const price = (run: string): number => {
      const there = crowd.get(run) ?? 0;
      return (there >= CROWD ? 1000 : 0) + there * 2 + common.get(run)!;
    };
    const candidates = runs(words[number]!);
    const best = candidates.reduce((a, b) => (price(b) < price(a) ? b : a));
    crowd.set(best, (crowd.get(best) ?? 0) + 1);
    places[number] = String.fromCharCode(FIRST_PLACE + candidates.indexOf(best));
  }
  return places.join('');
}
