/** What one part of the benchmark gives: figures against targets, tables for people, notes. */

/** One target and what was measured of it. */
export interface Figure {
  /** The target's name in docs/benchmark.md: M1, D2 … A target with several parts has several figures. */
  id: string;
  what: string;
  /** The goal in words: "at least 100 times". */
  target: string;
  /** The measured value that is compared, in the unit named in `measured`. */
  value: number;
  /** The measured value in words, with its unit. */
  measured: string;
  met: boolean;
}

export interface Table {
  title: string;
  head: string[];
  rows: string[][];
}

export interface Section {
  title: string;
  /** What a reader in a hurry is shown before everything else. */
  first?: Table;
  figures: Figure[];
  tables: Table[];
  /** What a reader must know to trust or doubt the figures, one sentence each. */
  notes: string[];
}

export interface BenchOptions {
  /** Fewer rounds and sizes: all sections together end within two minutes. */
  short: boolean;
  /** Says on stderr what is being done. */
  say: (text: string) => void;
}

/** A section of the benchmark. Throws when an engine gives another answer than the reference: a wrong engine is not timed. */
export type RunSection = (options: BenchOptions) => Promise<Section>;

/** A figure that must be at least (or at most) a limit. */
export function figure(
  id: string,
  what: string,
  kind: 'at least' | 'at most',
  limit: number,
  value: number,
  unit: string,
): Figure {
  const met = kind === 'at least' ? value >= limit : value <= limit;
  return { id, what, target: `${kind} ${short(limit)}${unit}`, value, measured: `${short(value)}${unit}`, met };
}

/** A number with as many digits as are worth reading. */
export function short(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value)) return String(value);
  return size >= 100 || Number.isInteger(value)
    ? value.toFixed(0)
    : size >= 10
      ? value.toFixed(1)
      : size >= 1
        ? value.toFixed(2)
        : value.toPrecision(2);
}
