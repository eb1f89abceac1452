import type { BrowserContext, CDPSession, Frame, Page, Request, Route } from 'playwright-core';
import { type DomNode, toHint } from './chromium-hint.ts';
import type { FoundBrowser } from './find.ts';
import { findInHint, HINT_MARK, type HintNode } from './hint-tree.ts';
import { Serving, type Answerer, type SeenRequest } from './serving.ts';

/** An error or warning somebody wrote to a console, or threw. */
export interface Trouble {
  from: 'page' | 'extension';
  text: string;
  url: string;
}

/** A Chromium with the extension in it, that reaches only what it is served. */
export class ChromiumDriver {
  readonly kind = 'chromium';
  readonly trouble: Trouble[] = [];
  private readonly serving = new Serving();
  private readonly ownServing = new WeakMap<Page, Serving>();
  private readonly tabIds = new WeakMap<Page, number>();
  private readonly sessions = new WeakMap<Page, Promise<CDPSession>>();
  private office: Page | null = null;
  private lastOpen: Promise<unknown> = Promise.resolve();

  constructor(
    /** Playwright's context, for everything this class does not do. */
    readonly context: BrowserContext,
    readonly extensionId: string,
    readonly found: FoundBrowser,
  ) {}

  get requests(): readonly SeenRequest[] {
    return this.serving.requests;
  }

  get version(): string {
    return this.context.browser()?.version() ?? '';
  }

  /** See Serving.serve. Pages that are not served stay where they are; other requests fail. */
  serve(pattern: string, answerer: Answerer): void {
    this.serving.serve(pattern, answerer);
  }

  /** Serves one tab only: nothing served otherwise reaches it, so that two tabs can show different pages at one address. */
  serveTab(page: Page, pattern: string, answerer: Answerer): Serving {
    const serving = this.ownServing.get(page) ?? new Serving();
    this.ownServing.set(page, serving);
    serving.serve(pattern, answerer);
    return serving;
  }

  /** Address of a page of the extension. */
  extensionUrl(path: string): string {
    return `chrome-extension://${this.extensionId}/${path}`;
  }

  /** Opens an address in a new tab and waits until it is loaded. An extension's page is loaded when its scripts ran. */
  async open(url: string, options: { timeout?: number } = {}): Promise<Page> {
    const page = await this.newTab();
    await page.goto(url, { waitUntil: 'load', ...options });
    return page;
  }

  /** An empty tab whose id is known. Tabs are opened one after the other, so that each new id has one owner. */
  async newTab(): Promise<Page> {
    const opening = this.lastOpen.then(async () => {
      const before = await this.allTabIds();
      const page = await this.context.newPage();
      const added = (await this.allTabIds()).filter((id) => !before.includes(id));
      if (added.length === 1) this.tabIds.set(page, added[0]!);
      return page;
    });
    this.lastOpen = opening.catch(() => undefined);
    return opening;
  }

  /** The id the extension knows a tab by. */
  async tabIdOf(page: Page): Promise<number> {
    const known = this.tabIds.get(page);
    if (known !== undefined) return known;
    await page.bringToFront();
    const id = await this.inExtension(
      async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id ?? -1,
    );
    this.tabIds.set(page, id);
    return id;
  }

  /** The popup's page about a tab, in a tab of its own. */
  async popupOf(page: Page): Promise<Page> {
    return this.open(this.extensionUrl(`popup.html?tab=${await this.tabIdOf(page)}`));
  }

  /** The call sheet about a tab, in a tab of its own. */
  async callSheetOf(page: Page): Promise<Page> {
    return this.open(this.extensionUrl(`call-sheet.html?tab=${await this.tabIdOf(page)}`));
  }

  /**
   * Runs a function with the extension's rights (`chrome.tabs`, `chrome.storage` …) in a page of the extension that runs no
   * script of its own, so that the background is neither needed nor woken.
   */
  async inExtension<T, A = undefined>(run: (argument: A) => T | Promise<T>, argument?: A): Promise<T> {
    if (!this.office || this.office.isClosed()) {
      this.office = await this.context.newPage();
      await this.office.goto(this.extensionUrl('manifest.json'));
    }
    return this.office.evaluate(run as never, argument as never) as Promise<T>;
  }

  /** Closes the helper tab of `inExtension`, before a person looks at the window. */
  async tidyTabs(): Promise<void> {
    await this.office?.close();
    for (const page of this.context.pages()) if (page.url() === 'about:blank') await page.close();
  }

  /** What the page script of a tab answers to `ask`: its finding, or null; also null when the tab has no page script. */
  async findingOf(page: Page): Promise<unknown> {
    const ask = (tab: number) => chrome.tabs.sendMessage(tab, { type: 'ask' }).catch(() => null);
    return (await this.inExtension(ask, await this.tabIdOf(page))) ?? null;
  }

  async badgeOf(page: Page): Promise<string> {
    return this.inExtension((tabId) => chrome.action.getBadgeText({ tabId }), await this.tabIdOf(page));
  }

  /** Ends the background as the browser does when it is idle; the next message wakes it without its memory. */
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

  /** The hint in a page with the inside of its closed shadow root, or null when the page shows none. */
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

  /** Clicks with the mouse on a part of the hint, see findInHint. Throws when there is no such part. */
  async clickHint(page: Page, name: string): Promise<void> {
    const hint = await this.hintTree(page);
    const target = hint && findInHint(hint, name);
    if (!target) throw new Error(hint ? `the hint has no "${name}"` : 'the page shows no hint');
    await page.bringToFront();
    const { model } = await (
      await this.sessionOf(page)
    ).send('DOM.getBoxModel', { backendNodeId: Number(target.handle) });
    const [left, top, right, , , bottom] = model.border as [number, number, number, number, number, number];
    await page.mouse.click((left + right) / 2, (top + bottom) / 2);
  }

  /** Errors of the extension's own pages and background so far, as sentences. With `watchBackground` uncaught ones as well. */
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

  /** @internal Wires the context; called once by launchChromium. */
  async begin(): Promise<void> {
    const own = `chrome-extension://${this.extensionId}/`;
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

  private allTabIds(): Promise<number[]> {
    return this.inExtension(async () => (await chrome.tabs.query({})).map((tab) => tab.id!));
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
