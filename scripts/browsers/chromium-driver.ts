import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext, CDPSession, Frame, Page, Request, Route } from 'playwright-core';
import { type DomNode, toHint } from './chromium-hint.ts';
import { pressAction } from './chromium-popup.ts';
import { type ActionPopup, Driver } from './driver.ts';
import type { FoundBrowser } from './find.ts';
import { HINT_MARK, type HintNode } from './hint-tree.ts';
import { Serving, type Answerer } from './serving.ts';

/** A Chromium with the extension in it, that reaches only what it is served. */
export class ChromiumDriver extends Driver<Page> {
  readonly kind = 'chromium';
  private readonly ownServing = new WeakMap<Page, Serving>();
  private readonly sessions = new WeakMap<Page, Promise<CDPSession>>();

  constructor(
    /** Playwright's context, for everything this class does not do. */
    readonly context: BrowserContext,
    readonly extensionId: string,
    found: FoundBrowser,
  ) {
    super(found, `chrome-extension://${extensionId}/`);
  }

  get version(): string {
    return this.context.browser()?.version() ?? '';
  }

  /** Serves one tab only: nothing served otherwise reaches it, so that two tabs can show different pages at one address. */
  serveTab(page: Page, pattern: string, answerer: Answerer): Serving {
    const serving = this.ownServing.get(page) ?? new Serving();
    this.ownServing.set(page, serving);
    serving.serve(pattern, answerer);
    return serving;
  }

  /** Presses the extension's button over a page, as a person does, and gives the popup that opens. */
  async pressAction(page: Page): Promise<ActionPopup> {
    await page.bringToFront();
    const session = await this.context.browser()!.newBrowserCDPSession();
    return pressAction(session, this.extensionId, (url) => url === page.url());
  }

  async stopBackground(): Promise<void> {
    await this.inExtension(() => true);
    const session = await this.sessionOf(this.office!);
    await session.send('ServiceWorker.enable');
    const stopped = new Promise<void>((done) => {
      session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        if (versions.some((version) => version.runningStatus === 'stopped')) done();
      });
    });
    await session.send('ServiceWorker.stopAllWorkers');
    await stopped;
    await session.send('ServiceWorker.disable');
  }

  /** Reloads the extension as its update does, under whatever is open, and waits until its new background runs. Its own pages close. */
  async reloadExtension(): Promise<void> {
    const began = this.context.waitForEvent('serviceworker', {
      predicate: (worker) => worker.url().startsWith(this.home),
      timeout: 15_000,
    });
    // The helper page ends with the extension, and with it the answer.
    await this.inExtension(() => chrome.runtime.reload()).catch(() => undefined);
    await began;
    await this.office?.close().catch(() => undefined);
    this.office = null;
  }

  async hintTree(page: Page): Promise<HintNode | null> {
    const session = await this.sessionOf(page);
    // Two levels are enough to find the host; whole documents can be megabytes.
    const { root } = (await session.send('DOM.getDocument', { depth: 2 })) as { root: DomNode };
    const html = root.children?.find((node) => node.nodeName === 'HTML');
    const host = html?.children?.find((node) => node.attributes?.includes(HINT_MARK));
    if (!host) return null;
    const { node } = await session.send('DOM.describeNode', {
      backendNodeId: host.backendNodeId,
      depth: -1,
      pierce: true,
    });
    return toHint(node as DomNode);
  }

  /** With `watchBackground` uncaught errors of the background as well. */
  async extensionErrors(): Promise<string[]> {
    const told = this.trouble.filter(({ from }) => from === 'extension').map(({ text, url }) => `${text} (${url})`);
    const page = await this.context.newPage();
    try {
      await page.goto('chrome://extensions');
      const kept = (await page.evaluate(
        `chrome.developerPrivate.getExtensionInfo(${JSON.stringify(this.extensionId)}).then((info) =>
          [...info.manifestErrors, ...info.runtimeErrors].map((error) => error.message))`,
      )) as string[];
      return [...told, ...kept.filter((message) => !told.some((line) => line.includes(message)))];
    } finally {
      await page.close();
    }
  }

  async close(): Promise<void> {
    await this.context.unrouteAll({ behavior: 'ignoreErrors' });
    await this.context.close();
  }

  /** Whether the page that opens on installation came. */
  sawFirstRun = false;

  /** Waits for the page that opens on installation and closes it, so that it does not come in front of what is tested. */
  async closeFirstRun(): Promise<void> {
    for (const end = Date.now() + 5000; Date.now() < end; await pause(50)) {
      const first = this.context.pages().find((page) => page.url() === `${this.home}welcome.html`);
      if (!first) continue;
      this.sawFirstRun = true;
      return first.close();
    }
  }

  /** @internal Wires the context; called once by launchChromium. */
  async begin(): Promise<void> {
    const own = this.home;
    this.context.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return;
      const url = message.location().url || message.worker()?.url() || message.page()?.url() || '';
      this.trouble.push({ from: url.startsWith(own) ? 'extension' : 'page', text: message.text(), url });
    });
    this.context.on('weberror', (error) => {
      const url = error.page()?.url() ?? '';
      const stack = error.error().stack ?? error.error().message;
      this.trouble.push({ from: url.startsWith(own) || stack.includes(own) ? 'extension' : 'page', text: stack, url });
    });
    await this.context.route('**/*', (route) => this.fulfil(route));
  }

  protected async clickNode(page: Page, handle: string): Promise<void> {
    const session = await this.sessionOf(page);
    const { model } = await session.send('DOM.getBoxModel', { backendNodeId: Number(handle) });
    const [left, top, right, , , bottom] = model.border as [number, number, number, number, number, number];
    await page.mouse.click((left + right) / 2, (top + bottom) / 2);
  }

  protected emptyTab(): Promise<Page> {
    return this.context.newPage();
  }

  protected async tabs(): Promise<Page[]> {
    return this.context.pages();
  }

  protected load(page: Page, url: string, options: { timeout?: number }): Promise<unknown> {
    return page.goto(url, { waitUntil: 'load', ...options });
  }

  private async fulfil(route: Route): Promise<void> {
    const request = route.request();
    if (!/^https?:/.test(request.url())) return route.fallback();
    const isPage = request.isNavigationRequest();
    const frame = frameOf(request);
    const serving = (frame && this.ownServing.get(frame.page())) ?? this.serving;
    const answer = serving.answer(request.url(), !isPage ? 'other' : frame?.parentFrame() ? 'frame' : 'document');
    // 'aborted' keeps a page where it is; other errors would put the browser's error page in its place.
    if (!answer) return route.abort(isPage ? 'aborted' : 'blockedbyclient');
    const { status, headers, type: contentType, body } = answer;
    // The page may be gone before its answer is.
    await route.fulfill({ status, headers, contentType, body }).catch(() => undefined);
  }

  private sessionOf(page: Page): Promise<CDPSession> {
    const session = this.sessions.get(page) ?? this.context.newCDPSession(page);
    this.sessions.set(page, session);
    return session;
  }
}

/** A background's own request has no frame, and the first of a new window has none yet. */
function frameOf(request: Request): Frame | null {
  try {
    return request.frame();
  } catch {
    return null;
  }
}
