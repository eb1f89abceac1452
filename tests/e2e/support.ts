/** What the suites against real browsers share: the builds, one browser a file, and waiting for what a page comes to show. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { launchChromium } from '../../scripts/browsers/chromium.ts';
import type { ChromiumDriver } from '../../scripts/browsers/chromium-driver.ts';
import type { DrivenPage, Driver } from '../../scripts/browsers/driver.ts';
import { launchFirefox } from '../../scripts/browsers/firefox.ts';
import type { FirefoxDriver } from '../../scripts/browsers/firefox-driver.ts';
import type { Answerer } from '../../scripts/browsers/serving.ts';
import { sentenceOf } from '../../scripts/browsers/hint-tree.ts';
import { buildExtension } from '../../scripts/build.ts';
import { ROOT } from '../../scripts/cli.ts';

export const ADDRESS = 'https://mclient.alipay.com/h5pay/cashierPreConfirm/index.html';

const page = (body: string) =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>收银台</title></head><body><div id="root">${body}</div></body></html>`;

/** A failure as the H5 cashier shows it: the confirm step behind a dialog. */
export const FAILING_PAGE = page(`
  <div class="cashierPreConfirm"><div class="cashierPreConfirm__price">¥128.00</div><button class="cashierPreConfirm__btn">确认付款</button></div>
  <div class="adm-center-popup-wrap"><div role="dialog" aria-modal="true" class="adm-dialog">
    <div class="adm-auto-center-content">付款失败，该银行卡不支持此交易，请更换其他银行卡</div><button>我知道了</button></div></div>`);
export const FAILING_DIAGNOSIS = 'card-not-supported';

/** The same step without a failure; the sentence of one stands in it unseen, as templates do on Alipay's healthy pages. */
export const HEALTHY_PAGE = page(`
  <div class="cashierPreConfirm"><div class="cashierPreConfirm__price">¥128.00</div><button class="cashierPreConfirm__btn">确认付款</button></div>
  <div style="display:none" class="adm-auto-center-content">付款失败，该银行卡不支持此交易，请更换其他银行卡</div>`);

/** The browsers of this process, by kind: to start one takes as long as ten pages, so the files that run here use the same one in turn. */
const running = ((globalThis as { browsersOfTests?: Map<string, Promise<Driver>> }).browsersOfTests ??= new Map());

/** A started browser, as new. One that has ended meanwhile is started again. */
async function startedOrAnew<D extends Driver>(kind: string, start: () => Promise<D>): Promise<D> {
  const before = running.get(kind) as Promise<D> | undefined;
  const known = await before?.then(
    (driver) =>
      driver.beginAnew().then(
        () => driver,
        () => null,
      ),
    () => null,
  );
  if (known) return known;
  const started = start();
  running.set(kind, started);
  return started;
}

/** One browser for all tests of a file; a complaint of the extension fails the file. It ends with the process. */
function forThisFile<D extends Driver>(
  kind: string,
  routes: Record<string, Answerer>,
  start: () => Promise<D>,
): () => D {
  let driver: D;
  beforeAll(async () => {
    driver = await startedOrAnew(kind, start);
    for (const [pattern, answerer] of Object.entries(routes)) driver.serve(pattern, answerer);
  });
  afterAll(async () => {
    if (driver) expect(await driver.extensionErrors()).toEqual([]);
  });
  return () => driver;
}

/** A Chromium with the built extension, and what it is served. */
export function inChromium({ routes = {} }: { routes?: Record<string, Answerer> } = {}): () => ChromiumDriver {
  return forThisFile('chromium', routes, async () => {
    const { chrome } = await buildExtension();
    return launchChromium({ extensionDir: chrome, watchBackground: true });
  });
}

/** A Firefox with the built extension, and what it is served. */
export function inFirefox({ routes = {} }: { routes?: Record<string, Answerer> } = {}): () => FirefoxDriver {
  return forThisFile('firefox', routes, async () => {
    const { firefox } = await buildExtension();
    return launchFirefox({ extensionDir: firefox });
  });
}

/** The sentence of the hint in a page, or null when there is none. */
export async function hintSentence<P extends DrivenPage>(driver: Driver<P>, open: P): Promise<string | null> {
  const hint = await driver.hintTree(open);
  return hint && sentenceOf(hint);
}

/** Waits until the page shows a hint with words, and gives them. */
export async function waitForHint<P extends DrivenPage>(driver: Driver<P>, open: P): Promise<string> {
  await expect
    .poll(() => hintSentence(driver, open), { timeout: 10_000, message: 'the hint in the page' })
    .toBeTruthy();
  return (await hintSentence(driver, open))!;
}

/** Waits until a page of the extension knows its state, and gives its data attributes. */
export async function stateOf(open: DrivenPage): Promise<Record<string, string | undefined>> {
  await open.waitForSelector('[data-state]:not([data-state=""]):not([data-state="loading"])', { state: 'attached' });
  return open.evaluate(() => ({ ...document.querySelector<HTMLElement>('[data-state]')!.dataset }));
}

/**
 * Waits until the page script has certainly judged a page that may show nothing: a failure added last is found.
 * Silence is then more than haste. Only for pages whose failure may be found in their end state.
 */
export async function provokeFailure(open: DrivenPage): Promise<void> {
  await open.evaluate((sentence) => {
    const dialog = document.createElement('div');
    dialog.setAttribute('role', 'alertdialog');
    dialog.className = 'adm-dialog';
    dialog.textContent = sentence;
    document.body.append(dialog);
  }, '付款失败，该银行卡不支持此交易，请更换其他银行卡');
}

/** Takes a picture for people to look at, where they ask for pictures: `PICTURES=1 npm test -- chromium`. Nothing is compared with it. */
export async function picture(page: DrivenPage, name: string, options: { fullPage?: boolean } = {}): Promise<void> {
  if (!process.env.PICTURES) return;
  const folder = join(ROOT, '.output', 'screenshots');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), ...options });
}
