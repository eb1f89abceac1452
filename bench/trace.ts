/** What scripts cost, out of a Chromium trace: compiling and garbage collection included. */
import type { Browser } from 'playwright-core';
import { type TraceEvent, scriptTime, threadOf, urlOf } from './script-time.ts';

export type { TraceEvent };

/** What a script cost in one document, in milliseconds. */
export interface Visit {
  /** Compiling and running the file. */
  evaluated: number;
  /** Everything the browser called of it later: timers, observers, listeners, with what the browser does for those calls. */
  later: number;
  /** How many separate times something ran later. */
  calls: number;
  total: number;
}

/**
 * The visits of a script: one for each time it was evaluated, in the order of time.
 * @param first address of the script
 * @param counts which other addresses belong to it; scripts that it brings, for instance
 */
export function visitsOf(
  events: readonly TraceEvent[],
  first: string,
  counts: (url: string) => boolean = () => false,
): Visit[] {
  const isOwn = (url: string): boolean => url === first || counts(url);
  const begun = events
    .filter((event) => event.ph === 'X' && event.name === 'EvaluateScript' && urlOf(event) === first)
    .sort((a, b) => a.ts - b.ts);
  return begun.map((event) => {
    const thread = threadOf(event);
    const next = begun.find((other) => other.ts > event.ts && threadOf(other) === thread)?.ts ?? Infinity;
    const near = events.filter((other) => other.ts >= event.ts && other.ts < next && threadOf(other) === thread);
    const { time: total, calls } = scriptTime(near, thread, isOwn);
    const { time: evaluated } = scriptTime([event], thread, isOwn);
    return { evaluated, later: total - evaluated, calls: calls - 1, total };
  });
}

/**
 * Records a trace of everything the browser does during some work.
 * @throws what the work throws
 */
export async function traced(browser: Browser, work: () => Promise<void>): Promise<TraceEvent[]> {
  const session = await browser.newBrowserCDPSession();
  try {
    const events: TraceEvent[] = [];
    session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
    const complete = new Promise<void>((done) => session.once('Tracing.tracingComplete', () => done()));
    // Nothing but the events needed: each further category slows what is measured.
    const traceConfig = { includedCategories: ['devtools.timeline'], excludedCategories: ['*'] };
    await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig });
    try {
      await work();
    } finally {
      await session.send('Tracing.end');
      await complete;
    }
    return events;
  } finally {
    await session.detach();
  }
}
