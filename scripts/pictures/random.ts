/** A stream of numbers from a seed: the same pictures are drawn on every machine, every time. */
export interface Random {
  /** From 0 up to 1, not included. */
  next(): number;
  /** A number between the two. */
  between(low: number, high: number): number;
  /** One of a list. */
  pick<T>(list: readonly T[]): T;
}

/** Mulberry32: short, even enough for drawing, and the same everywhere. */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    between: (low, high) => low + next() * (high - low),
    pick: (list) => list[Math.floor(next() * list.length)]!,
  };
}

/** The list in another order, the same for the same seed. */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const random = makeRandom(seed);
  return list
    .map((value) => ({ value, at: random.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ value }) => value);
}
