/** What became of the toasts of a storm, in figures and as a row for people. */
import { quantile } from './rounds.ts';
import { short } from './section.ts';
import type { Fate, StormResult } from './storm-run.ts';

/** How long a toast stands, and nothing between two. */
export const LIFE = 2000;
export const GAP = 200;

export const foundIn = (fates: readonly Fate[]): number => fates.filter((one) => one.found !== null).length;
/** A toast that was not found counts as found when the next one came. */
const timesIn = (fates: readonly Fate[], key: keyof Fate, missed = LIFE + GAP): number[] =>
  fates.map((one) => one[key] ?? missed);
export const late = (fates: readonly Fate[], key: keyof Fate): number => quantile(timesIn(fates, key), 0.95);
/** What is added to the finding until something else, median of those found. */
function added(fates: readonly Fate[], key: 'stored' | 'hint'): string {
  const times = fates.flatMap((one) => (one.found !== null && one[key] !== null ? [one[key] - one.found] : []));
  return times.length ? short(quantile(times, 0.5)) : '-';
}

export const HEAD = [
  '',
  'changes/s',
  'own script',
  'calls/s',
  "page's script",
  'main thread',
  'found',
  'first ms',
  'median ms',
  'p95 ms',
  '+ stored ms',
  '+ hint ms',
];

export function rowOf(name: string, result: StormResult): string[] {
  const { log, fates, own, page, busy, calls } = result;
  const percent = (share: number): string => `${short(share)} %`;
  const cells = [name, short(log.changes / log.seconds), percent(own), short(calls), percent(page), percent(busy)];
  if (!fates.length) return [...cells, '-', '-', '-', '-', '-', '-'];
  const times = timesIn(fates, 'found');
  return [
    ...cells,
    `${foundIn(fates)} of ${fates.length}`,
    short(times[0]!),
    short(quantile(times, 0.5)),
    short(quantile(times, 0.95)),
    added(fates, 'stored'),
    added(fates, 'hint'),
  ];
}
