/** A watcher that writes down what it tells, on a page without layout and with a clock that tests turn. */
import { afterEach, beforeEach, vi } from 'vitest';
import { makePageReader } from '../../lib/detect/read-page.ts';
import { type Stand, makeStand } from '../../lib/detect/stand.ts';
import { type Watched, watch } from '../../lib/detect/watch.ts';
import type { Finding } from '../../lib/messages.ts';
import { stubLayout } from './page-stub.ts';
import { gate, table } from './shipped.ts';

const reader = makePageReader(table);

export const DECLINED = '发卡行拒绝了这笔交易';
export const NO_FUNDS = '银行卡余额不足，无法付款';

/** What the watchers of a test told, in order: `+diagnosis`, `faded`, `gone`. */
export const log = { told: [] as string[], findings: [] as Finding[], clock: 1000 };
let stops: (() => void)[] = [];

/** Watches a page that holds some HTML. */
export function start(html = ''): { current(): Finding | null; stop(): void } {
  document.body.innerHTML = html;
  const { told, findings } = log;
  const events = {
    found(finding: Finding) {
      told.push(`+${finding.diagnosis}`);
      findings.push(finding);
    },
    faded: () => void told.push('faded'),
    gone: () => void told.push('gone'),
    paid: () => void told.push('paid'),
  };
  const watched: Watched = {
    watchHidden: (one) => watcher.watchHidden(one),
    watchAncestors: (one) => watcher.watchAncestors(one),
    again: () => watcher.again(),
  };
  const stand: Stand = makeStand(reader, gate, watched, events, () => log.clock);
  const watcher = watch(stand);
  const stop = (): void => {
    watcher.stop();
    stand.stop();
  };
  stops.push(stop);
  return { current: stand.current, stop };
}

/** Lets everything happen that happens within some time. */
export async function pass(time = 1500): Promise<void> {
  await vi.advanceTimersByTimeAsync(time);
}

/** Adds HTML at the end of the page and gives the element it made. */
export function add(html: string): Element {
  document.body.insertAdjacentHTML('beforeend', html);
  return document.body.lastElementChild!;
}

/** Begins each test of a file anew. */
export function eachWithWatcher(): void {
  stubLayout();

  beforeEach(() => {
    Object.assign(log, { told: [], findings: [], clock: 1000 });
    stops = [];
    history.replaceState(null, '', '/');
    vi.useFakeTimers();
  });

  afterEach(() => {
    for (const stop of stops) stop();
    vi.useRealTimers();
  });
}
