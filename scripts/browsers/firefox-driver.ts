import type { Browser, HTTPRequest, Page } from 'puppeteer-core';
import { type ActionPopup, Driver } from './driver.ts';
import type { FoundBrowser } from './find.ts';
import { type RemoteNode, toHint } from './firefox-hint.ts';
import { readPrinted } from './firefox-printed.ts';
import { HINT_MARK, type HintNode } from './hint-tree.ts';

/** The protocol itself (https://w3c.github.io/webdriver-bidi/), for what Puppeteer does not offer. */
export interface Bidi {
  send(method: string, params: object): Promise<{ result: unknown }>;
  on(event: string, listener: (params: never) => void): unknown;
}

interface Started {
  browser: Browser;
  bidi: Bidi;
  /** The protocol's name of the browser's own window. */
  window: string;
  /** The extension's id of its manifest. */
  id: string;
  found: FoundBrowser;
}

interface LogEvent {
  level: string;
  text: string | null;
  stackTrace?: { callFrames: { url: string }[] };
}

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** The protocol's name of a tab. */
const contextOf = (page: Page): string => (page.mainFrame() as unknown as { _id: string })._id;

/** A Firefox with the extension in it, driven by Puppeteer. */
export class FirefoxDriver extends Driver<Page> {
  readonly kind = 'firefox';
  /** Console lines the protocol told of; what the browser prints beyond them is the extension's. */
  private readonly told: string[] = [];
  private readonly sorting = new Set<Promise<void>>();

  private constructor(
    private readonly started: Started,
    home: string,
    readonly version: string,
  ) {
    super(started.found, home);
    started.bidi.on('log.entryAdded', (event) => this.heed(event));
    // Puppeteer hears of tabs' requests only; the background's are not served, and counted.
    started.bidi.on(
      'network.beforeRequestSent',
      ({ isBlocked, request }: { isBlocked: boolean; request: { url: string } }) => {
        if (!isBlocked && /^https?:/.test(request.url)) this.serving.refuse(request.url, 'other');
      },
    );
  }

  /** A driver of a started Firefox. */
  static async of(started: Started): Promise<FirefoxDriver> {
    const policy = `WebExtensionPolicy.getByID(${JSON.stringify(started.id)})`;
    const host = await evaluateIn(started, `${policy}.mozExtensionHostname`);
    const version = (await started.browser.version()).replace(/^firefox\//, '');
    return new FirefoxDriver(started, `moz-extension://${String(host)}/`, version);
  }

  /**
   * Presses the extension's button over a tab, which also gives it that tab's `activeTab` until its next page. The protocol does not reach the
   * popup that opens, so it is closed and the same page about the same tab is opened in a tab behind it.
   */
  async pressAction(page: Page): Promise<ActionPopup> {
    await page.bringToFront();
    await evaluateIn(
      this.started,
      `(async () => {
        const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
        const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(this.started.id)});
        const open = () => [...document.querySelectorAll('panel')].filter(({ state }) => state === 'open');
        await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
        // Once it is open, because pressed while it is, the button would only close it.
        for (let looks = 0; !open().length && looks < 100; looks++) await new Promise((done) => setTimeout(done, 50));
        open().forEach((panel) => panel.hidePopup());
      })()`,
    );
    const popup = await this.popupOf(page);
    await page.bringToFront();
    return { evaluate: (expression) => popup.evaluate(expression) };
  }

  async stopBackground(): Promise<void> {
    const policy = `WebExtensionPolicy.getByID(${JSON.stringify(this.started.id)})`;
    await evaluateIn(this.started, `${policy}.extension.terminateBackground().then(() => true)`);
  }

  async hintTree(page: Page): Promise<HintNode | null> {
    const { result } = (
      await this.started.bidi.send('script.evaluate', {
        expression: `document.documentElement.querySelector(':scope > [${HINT_MARK}]')`,
        // A world of its own: a hostile page may have replaced document.querySelector.
        target: { context: contextOf(page), sandbox: 'card-rescue-driver' },
        awaitPromise: false,
        serializationOptions: { maxDomDepth: 20, includeShadowTree: 'all' },
      })
    ).result as { result: RemoteNode };
    return result.type === 'node' ? toHint(result) : null;
  }

  async extensionErrors(): Promise<string[]> {
    await Promise.all(this.sorting);
    // Firefox stops a page's scripts when its tab is closed while they run, and calls that a timeout.
    const closing = /^Script terminated by timeout at:\s*$/;
    return this.trouble
      .filter(({ from, text }) => from === 'extension' && !closing.test(text))
      .map(({ text, url }) => `${text} (${url})`);
  }

  override async beginAnew(): Promise<void> {
    await super.beginAnew();
    this.told.length = 0;
  }

  close(): Promise<void> {
    return this.started.browser.close();
  }

  /** @internal One line the browser printed. The protocol does not tell of what the extension's own pages throw or write. */
  hear(line: string): void {
    const printed = readPrinted(line);
    if (printed?.kind === 'thrown') this.trouble.push({ from: 'extension', text: printed.text, url: printed.url });
    if (printed?.kind !== 'written') return;
    const { text } = printed;
    // The protocol tells of pages' calls, before or after this line.
    const sorted = pause(100).then(() => {
      this.sorting.delete(sorted);
      if (this.told.some((one) => one.startsWith(text.slice(0, 40)))) return;
      this.trouble.push({ from: 'extension', text, url: this.home });
    });
    this.sorting.add(sorted);
  }

  protected tabs(): Promise<Page[]> {
    return this.started.browser.pages();
  }

  protected async emptyTab(): Promise<Page> {
    const page = await this.started.browser.newPage();
    await page.setRequestInterception(true);
    page.on('request', (request) => void this.fulfil(request).catch(() => undefined));
    return page;
  }

  protected async load(page: Page, url: string, { timeout = 30_000 }: { timeout?: number }): Promise<void> {
    if (!url.startsWith(this.home)) await page.goto(url, { timeout });
    // Puppeteer waits for a response that an extension's page never has.
    else await this.started.bidi.send('browsingContext.navigate', { context: contextOf(page), url, wait: 'complete' });
  }

  protected async clickNode(page: Page, sharedId: string): Promise<void> {
    const origin = { type: 'element', element: { sharedId } };
    const actions = [
      { type: 'pointerMove', x: 0, y: 0, origin },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    await this.started.bidi.send('input.performActions', {
      context: contextOf(page),
      actions: [{ type: 'pointer', id: 'mouse', actions }],
    });
  }

  private async fulfil(request: HTTPRequest): Promise<void> {
    if (!/^https?:/.test(request.url())) return request.continue();
    const frame = request.isNavigationRequest() ? (request.frame()?.parentFrame() ? 'frame' : 'document') : 'other';
    const answer = this.serving.answer(request.url(), frame);
    if (!answer) return request.abort();
    const { status, headers, type: contentType, body } = answer;
    return request.respond({ status, headers, contentType, body });
  }

  private heed({ level, text, stackTrace }: LogEvent): void {
    if (level !== 'error' && level !== 'warn') return;
    const url = stackTrace?.callFrames[0]?.url ?? '';
    this.told.push(text ?? '');
    this.trouble.push({ from: url.startsWith(this.home) ? 'extension' : 'page', text: text ?? '', url });
  }
}

/** Runs an expression in the browser's own window, with all rights. */
async function evaluateIn({ bidi, window }: Started, expression: string): Promise<unknown> {
  const { result } = await bidi.send('script.evaluate', {
    expression,
    target: { context: window },
    awaitPromise: true,
  });
  const { result: told, exceptionDetails } = result as {
    result?: { value?: unknown };
    exceptionDetails?: { text: string };
  };
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  return told?.value;
}
