/** How often lookups are right, and the targets about that. */
import { FUSE, MINISEARCH_DEFAULT, type Search } from './peers/search.ts';
import { QUERY_KINDS, type Query, type QueryKind, isRight } from './queries.ts';
import { quantile } from './rounds.ts';
import { type Figure, figure } from './section.ts';

export const OURS = 'card-rescue';

interface Marks {
  top1: number;
  top3: number;
}

/** Shares of right answers by kind, and the mean of the kinds, so that kinds with many queries do not outweigh the others. */
export interface Score {
  byKind: Map<QueryKind, Marks>;
  all: Marks;
}

/** How often the first, and one of the first three, answers is right. */
export function scoreOf(
  search: Search,
  queries: readonly Query[],
  asGiven: (text: string) => string = (text) => text,
): Score {
  const counts = new Map<QueryKind, { asked: number } & Marks>();
  for (const query of queries) {
    const answers = search(asGiven(query.text));
    const count = counts.get(query.kind) ?? { asked: 0, top1: 0, top3: 0 };
    counts.set(query.kind, count);
    count.asked++;
    if (answers[0] !== undefined && isRight(query, answers[0])) count.top1++;
    if (answers.slice(0, 3).some((one) => isRight(query, one))) count.top3++;
  }
  const byKind = new Map(
    [...counts].map(([kind, { asked, top1, top3 }]) => [
      kind,
      { top1: (100 * top1) / asked, top3: (100 * top3) / asked },
    ]),
  );
  const mean = (mark: keyof Marks): number =>
    [...byKind.values()].reduce((sum, one) => sum + one[mark], 0) / byKind.size;
  return { byKind, all: { top1: mean('top1'), top3: mean('top3') } };
}

export function qualityFigures(ours: Score): Figure[] {
  const share = (kind: QueryKind, mark: keyof Marks): number => ours.byKind.get(kind)?.[mark] ?? 0;
  const first = (['exact', 'ocr-12', 'typos', 'fragment', 'traditional'] as const).map((kind) =>
    figure('F1', `right diagnosis first: ${QUERY_KINDS[kind]}`, 'at least', 98, share(kind, 'top1'), ' %'),
  );
  return [
    ...first,
    figure(
      'F1',
      'right diagnosis among three: English paraphrases, which the learned reader was trained on',
      'at least',
      75,
      share('paraphrase-en', 'top3'),
      ' %',
    ),
    figure(
      'F1',
      'right diagnosis among three: Chinese paraphrases, which the learned reader was trained on',
      'at least',
      85,
      share('paraphrase-zh', 'top3'),
      ' %',
    ),
  ];
}

export function peerFigures(scores: Map<string, Score>, times: Map<string, number[]>): Figure[] {
  const top1 = (name: string): number => scores.get(name)?.all.top1 ?? NaN;
  const half = (name: string): number => quantile(times.get(name) ?? [], 0.5);
  const fuse = FUSE.filter((name) => times.has(name));
  return [
    figure('F1', 'time of a query, p50', 'at most', 0.3, half(OURS), ' ms'),
    figure('F1', 'time of a query, p99', 'at most', 5, quantile(times.get(OURS)!, 0.99), ' ms'),
    figure(
      'F1',
      `first answers right, mean of the kinds, over ${MINISEARCH_DEFAULT}`,
      'at least',
      20,
      top1(OURS) - top1(MINISEARCH_DEFAULT),
      ' points',
    ),
    figure(
      'F1',
      'first answers right, mean of the kinds, over the better mode of fuse.js',
      'at least',
      0,
      top1(OURS) - Math.max(...fuse.map(top1)),
      ' points',
    ),
    figure(
      'F1',
      'faster than the faster mode of fuse.js, p50',
      'at least',
      10,
      Math.min(...fuse.map(half)) / half(OURS),
      ' times',
    ),
  ];
}
