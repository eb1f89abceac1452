/**
 * The hostile-page kit: cases are pages that do something to themselves, and what must be seen of the extension afterwards. A page's script
 * runs its steps by itself, so that the same case runs in every browser. To add one, write it into one of the lists beside this file.
 */
import { expect } from 'vitest';
import { readFinding } from '../../lib/messages.ts';

export interface HostileCase {
  /** Unique; also the page's path. */
  id: string;
  /** The whole body. */
  html: string;
  /** Runs when the hint stands ("onHint"), or 700 ms after loading ("later"). */
  onHint?: string;
  later?: string;
  /** What must be so at last. */
  expect: {
    finding: string | null;
    hint: boolean;
    /** Whether the payment is noted as gone through. */
    paid?: boolean;
    /** What `window.seen` must be, for pages that try to look. */
    seen?: unknown;
  };
  /** Bodies of frames, by name: served at another host of Alipay's under `<id>-<name>`. */
  frames?: Record<string, string>;
  /** Where the browsers differ by nature. */
  only?: 'chromium' | 'firefox';
}

export const HOST = 'https://mclient.alipay.com';
export const FRAME_HOST = 'https://excashier.alipay.com';
export const DECLINED = '付款失败，该银行卡不支持此交易，请更换其他银行卡';
export const DIAGNOSIS = 'card-not-supported';
export const ERROR = `<div id="error" class="adm-error-block"><div class="adm-error-block-description-title">${DECLINED}</div></div>`;
export const DIALOG = `<div id="error" role="dialog" aria-modal="true" class="adm-dialog"><div class="adm-auto-center-content">${DECLINED}</div><button>我知道了</button></div>`;
export const TOAST = `<div id="error" class="adm-toast-mask"><div class="adm-toast-main">${DECLINED}</div></div>`;
export const HEALTHY =
  '<main id="main"><h1>确认付款</h1><p>请选择付款方式</p><button id="pay">确认付款</button></main>';

const MARK = '[data-card-rescue-hint]';

/** The document of a case: its steps run in the page, as a page's own script would. */
export function documentOf({ html, onHint, later }: Pick<HostileCase, 'html' | 'onHint' | 'later'>): string {
  const wait = `(function wait() { if (document.querySelector('${MARK}')) setTimeout(run, 250); else setTimeout(wait, 40); })()`;
  const steps = onHint ? `function run() { ${onHint}; window.stepped = 1; } ${wait};` : '';
  const timed = later ? `setTimeout(function () { ${later}; window.stepped = 1; }, 700);` : '';
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>收银台</title></head><body>${html}<script>${steps}${timed}</script></body></html>`;
}

/** What both drivers can do of what the kit needs. */
interface Driver<P> {
  newTab(): Promise<P>;
  serve(pattern: string, body: string): void;
  tabIdOf(page: P): Promise<number>;
  inExtension<T, A>(run: (argument: A) => T | Promise<T>, argument?: A): Promise<T>;
}
interface Page {
  goto(url: string): Promise<unknown>;
  evaluate<T>(run: string): Promise<T>;
  close(): Promise<void>;
}

export interface Seen {
  finding: string | null;
  hint: boolean;
  paid: boolean;
  badge: boolean;
  seen: unknown;
}

/** One look at a page and at what the extension keeps of it. */
async function look<P extends Page>(driver: Driver<P>, page: P): Promise<Seen & { stepped: boolean }> {
  const tab = await driver.tabIdOf(page);
  // One question for all that the extension knows: a look is taken several times a second in each of several tabs.
  const kept = await driver.inExtension(async (tabId: number) => {
    const [of, paidAt] = [`findings:${tabId}`, `paid:${tabId}`];
    const [all, badge] = await Promise.all([
      chrome.storage.session.get([of, paidAt]) as Promise<Record<string, unknown>>,
      chrome.action.getBadgeText({ tabId }),
    ]);
    return { findings: all[of] as { finding: unknown; live: boolean }[] | undefined, paid: all[paidAt], badge };
  }, tab);
  const live = (kept.findings ?? []).find((one) => one.live);
  const inPage = await page.evaluate<{ hint: boolean; stepped: boolean; seen: unknown }>(
    `({ hint: !!document.querySelector('${MARK}'), stepped: !!window.stepped, seen: window.seen })`,
  );
  return {
    ...inPage,
    finding: live ? (readFinding(live.finding)?.diagnosis ?? 'unreadable') : null,
    paid: typeof kept.paid === 'number',
    badge: kept.badge !== '',
  };
}

/** Fifty frames on a busy machine take their time; what is right ends the waiting. */
const TIME = 30_000;
/** Silence must last so long to be more than haste. */
const SILENCE = 1600;
const BETWEEN_LOOKS = 250;

/** Opens a case and looks until what must be seen is seen, or time is over. */
async function runCase<P extends Page>(driver: Driver<P>, page: P, one: HostileCase): Promise<Seen> {
  driver.serve(`mclient.alipay.com/${one.id}`, documentOf(one));
  for (const [name, body] of Object.entries(one.frames ?? {}))
    driver.serve(`excashier.alipay.com/${one.id}-${name}`, documentOf({ html: body }));
  await page.goto(`${HOST}/${one.id}`);
  const started = Date.now();
  const wanted = one.expect;
  let since = 0;
  let seen: Awaited<ReturnType<typeof look>> | null = null;
  while (Date.now() - started < TIME) {
    await new Promise((done) => setTimeout(done, BETWEEN_LOOKS));
    seen = await look(driver, page).catch(() => seen);
    if (!seen) continue;
    const isReady = one.onHint || one.later ? seen.stepped : true;
    const isRight =
      isReady &&
      seen.finding === wanted.finding &&
      seen.hint === wanted.hint &&
      seen.badge === (wanted.finding !== null) &&
      (wanted.paid === undefined || seen.paid === wanted.paid) &&
      (wanted.seen === undefined || JSON.stringify(seen.seen) === JSON.stringify(wanted.seen));
    since = isRight ? since || Date.now() : 0;
    if (isRight && Date.now() - since >= (wanted.finding ? 300 : SILENCE)) break;
  }
  return seen!;
}

/** Leaves a case's page and forgets what was kept of it, as if the tab were new: making a new one takes longer than most pages. */
async function leave<P extends Page>(driver: Driver<P>, page: P): Promise<void> {
  await page.goto('about:blank');
  const forget = async (tabId: number): Promise<boolean> => {
    const all = await chrome.storage.session.get(null);
    const own = Object.keys(all).filter((key) => key.endsWith(`:${tabId}`));
    await chrome.storage.session.remove(own);
    return own.length === 0;
  };
  // What the page said last may be heard after it is gone.
  for (let quiet = 0; quiet < 2;) {
    quiet = (await driver.inExtension(forget, await driver.tabIdOf(page))) ? quiet + 1 : 0;
    await new Promise((done) => setTimeout(done, 30));
  }
}

/** Runs cases, several tabs at a time. */
export async function runCases<P extends Page>(
  driver: Driver<P>,
  cases: readonly HostileCase[],
  tabs: number,
): Promise<Map<string, Seen>> {
  const results = new Map<string, Seen>();
  const queue = [...cases];
  const worker = async (): Promise<void> => {
    const page = await driver.newTab();
    for (let one = queue.shift(); one; one = queue.shift()) {
      results.set(one.id, await runCase(driver, page, one));
      await leave(driver, page);
    }
    await page.close();
  };
  await Promise.all(Array.from({ length: tabs }, worker));
  return results;
}

/** Compares what was seen with what must be. */
export function expectCase(one: HostileCase, seen: Seen | undefined): void {
  const { finding, hint, paid, seen: looked } = one.expect;
  expect(seen, one.id).toMatchObject({
    finding,
    hint,
    badge: finding !== null,
    ...(paid === undefined ? {} : { paid }),
    ...(looked === undefined ? {} : { seen: looked }),
  });
}
