/**
 * Interleaved rounds: every contestant runs once per round, in changing order, and medians are compared. On a noisy machine only
 * contestants of the same rounds may be compared with one another.
 */
export interface Contestant {
  name: string;
  /** One measured run. */
  run(): unknown;
  /** A slow one is run in every nth round only; 1 when not given. */
  every?: number;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length === 0 ? NaN : sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The value below which a share of the values lies; `share` 0 to 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length === 0 ? NaN : sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]!;
}

/** Keeps results of measured runs alive, so that no engine can leave out work whose result nobody looks at. */
let sink: unknown;
export const kept = (): unknown => sink;

/**
 * Median time of one run of each contestant, in milliseconds, by name.
 * @param rounds measured rounds, after `warm` unmeasured ones
 */
export function race(contestants: readonly Contestant[], rounds: number, warm = 2): Map<string, number> {
  const times = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
  for (let round = -warm; round < rounds; round++) {
    const turn = Math.max(0, round) % Math.max(1, contestants.length);
    for (const one of [...contestants.slice(turn), ...contestants.slice(0, turn)]) {
      if (round > 0 && round % (one.every ?? 1)) continue;
      const started = performance.now();
      sink = one.run();
      const took = performance.now() - started;
      if (round >= 0) times.get(one.name)!.push(took);
    }
  }
  return new Map([...times].map(([name, list]) => [name, median(list)]));
}
