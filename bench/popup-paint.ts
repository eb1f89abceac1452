/** Opens real popups and asks them afterwards when they had painted; while they paint nobody is attached to them. */
import type { CDPSession, Page } from 'playwright-core';
import type { ChromiumDriver } from '../scripts/browsers/chromium-driver.ts';

/** Milliseconds from the call that opens the popup. */
export interface Opening {
  /** Until its document began. */
  document: number;
  /** From there to the first paint with any content. */
  first: number;
  /** From there to the first paint with what was asked for. */
  painted: number;
}

/** What the popup tells of itself. */
interface Told {
  origin: number;
  state: string;
  first: number;
  /** Paints of ever larger contents: time, and whether the content stands in the selected part. */
  paints: [time: number, isAsked: boolean][];
}

/** By then every popup had painted long ago; if not, it is told so. */
const PAINTED = 250;
const PATIENCE = 3000;
/** A popup opened sooner after the last one finds the browser half prepared; nobody opens popups so fast. */
const CLOSED = 350;

const pause = (time: number): Promise<void> => new Promise((done) => setTimeout(done, time));

/** Popups are no pages to the driver; the browser's protocol reaches them by messages. */
class Popups {
  private number = 0;
  private constructor(private readonly session: CDPSession) {}

  static async of(driver: ChromiumDriver): Promise<Popups> {
    return new Popups(await driver.context.browser()!.newBrowserCDPSession());
  }

  private async find(address: string): Promise<string | null> {
    const { targetInfos } = await this.session.send('Target.getTargets');
    return targetInfos.find(({ url }) => url === address)?.targetId ?? null;
  }

  /** Evaluates in the popup at an address. */
  private async evaluate<T>(targetId: string, expression: string): Promise<T> {
    const { sessionId } = await this.session.send('Target.attachToTarget', { targetId, flatten: false });
    const id = ++this.number;
    const answer = new Promise<T>((done, failed) => {
      const hear = (event: { sessionId: string; message: string }): void => {
        const message = JSON.parse(event.message) as {
          id?: number;
          result?: { result?: { value?: T }; exceptionDetails?: unknown };
          error?: unknown;
        };
        if (event.sessionId !== sessionId || message.id !== id) return;
        this.session.off('Target.receivedMessageFromTarget', hear);
        const { result, error } = message;
        if (error || !result || result.exceptionDetails)
          failed(new Error(`the popup did not answer: ${JSON.stringify(error ?? result?.exceptionDetails)}`));
        else done(result.result!.value!);
      };
      this.session.on('Target.receivedMessageFromTarget', hear);
    });
    const message = JSON.stringify({
      id,
      method: 'Runtime.evaluate',
      params: { expression, awaitPromise: true, returnByValue: true },
    });
    await this.session.send('Target.sendMessageToTarget', { sessionId, message });
    return answer;
  }

  /** What the popup tells, once something was painted in the selected part. */
  async ask(address: string, selector: string): Promise<Told> {
    const targetId = await this.find(address);
    if (targetId === null) throw new Error('the popup did not open');
    const told = await this.evaluate<Told | null>(
      targetId,
      `new Promise((done) => {
      const paints = [];
      const observer = new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) paints.push([entry.startTime, Boolean(entry.element?.closest(${JSON.stringify(selector)}))]);
        if (!paints.some(([, isAsked]) => isAsked)) return;
        const first = performance.getEntriesByName('first-contentful-paint')[0].startTime;
        done({ origin: performance.timeOrigin, state: document.querySelector('[data-state]')?.dataset.state ?? '', first, paints });
      });
      observer.observe({ type: 'largest-contentful-paint', buffered: true });
      setTimeout(done, ${PATIENCE}, null);
    })`,
    );
    await this.session.send('Target.closeTarget', { targetId });
    if (!told) throw new Error(`the popup painted nothing in ${selector}`);
    return told;
  }

  close(): Promise<void> {
    return this.session.detach();
  }
}

/** One popup to open again and again. */
export interface Opener {
  /** Address of the popup. */
  address: string;
  /** Opens it from its own extension; gives the time of the call (milliseconds since 1970, with fractions). */
  open(): Promise<number>;
  /** The part whose first paint counts. Contents painted earlier must be smaller, or gone by the end. */
  selector: string;
  /** What `data-state` must be, '' for a popup without one. */
  state: string;
}

/** Opens the popup of the extension a page belongs to. */
export async function openPopupFrom(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const called = performance.timeOrigin + performance.now();
    await chrome.action.openPopup();
    return called;
  });
}

/**
 * Opens popups in turns over a page.
 * @returns the openings of each popup
 * @throws Error when one does not open, or shows something else than it must
 */
export async function openInTurns(
  driver: ChromiumDriver,
  page: Page,
  openers: readonly Opener[],
  rounds: number,
): Promise<Opening[][]> {
  const popups = await Popups.of(driver);
  try {
    const openings: Opening[][] = openers.map(() => []);
    for (let round = 0; round < rounds; round++)
      for (let turn = 0; turn < openers.length; turn++) {
        const index = (turn + round) % openers.length;
        const { address, open, selector, state } = openers[index]!;
        await page.bringToFront();
        const called = await open();
        await pause(PAINTED);
        const told = await popups.ask(address, selector);
        if (told.state !== state) throw new Error(`the popup says "${told.state}" and not "${state}"`);
        const painted = told.paints.find(([, isAsked]) => isAsked)![0];
        openings[index]!.push({ document: told.origin - called, first: told.first, painted });
        await pause(CLOSED);
      }
    return openings;
  } finally {
    await popups.close();
  }
}
