/** One visit of a page: what its process did and holds at the end, as the browser counts it. */
import type { CDPSession, Page } from 'playwright-core';
import type { StormOrder } from '../storm-page.ts';

/** Times in milliseconds by the thread's own clock, memory in kilobytes. */
export interface Visit {
  busy: number;
  /** Style and layout, with how often each was done. */
  laidOut: number;
  layouts: number;
  heap: number;
  /** From the start of the navigation to the first paint with content, by the clock on the wall. */
  paint: number;
}

/** By then every one of the scripts has done what it does on a page at rest: ours rests 0.9 s at most. */
const SETTLED = 1200;
const STORM: StormOrder = { place: 'box', rate: 10_000, toasts: ['已保存'], life: 1600, gap: 200 };

interface HeapUsage {
  usedSize: number;
  embedderHeapUsedSize?: number;
  backingStorageSize?: number;
}

/** A tab in which visits are paid. */
export interface Visitor {
  visit(address: string, storm: boolean): Promise<Visit>;
  close(): Promise<void>;
}

export async function makeVisitor(tab: Page): Promise<Visitor> {
  const session: CDPSession = await tab.context().newCDPSession(tab);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return {
    async visit(address, storm) {
      await tab.goto(address, { waitUntil: 'load' });
      await tab.waitForTimeout(SETTLED);
      if (storm) await tab.evaluate((order) => globalThis.runStorm(order), STORM);
      const { metrics } = await session.send('Performance.getMetrics');
      const metric = (name: string): number => metrics.find((one) => one.name === name)!.value;
      const paint = await tab.evaluate(
        () => performance.getEntriesByType('paint').find(({ name }) => name === 'first-contentful-paint')?.startTime,
      );
      if (paint === undefined) throw new Error(`${address} painted nothing`);
      await session.send('HeapProfiler.collectGarbage');
      const heap = (await session.send('Runtime.getHeapUsage')) as HeapUsage;
      return {
        busy: metric('TaskDuration') * 1000,
        laidOut: (metric('LayoutDuration') + metric('RecalcStyleDuration')) * 1000,
        layouts: metric('LayoutCount') + metric('RecalcStyleCount'),
        heap: (heap.usedSize + (heap.embedderHeapUsedSize ?? 0) + (heap.backingStorageSize ?? 0)) / 1000,
        paint,
      };
    },
    close: () => session.detach(),
  };
}
