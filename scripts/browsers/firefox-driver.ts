import type { ChildProcess } from 'node:child_process';
import type { Bidi } from './bidi.ts';
import type { Trouble } from './chromium-driver.ts';
import type { FoundBrowser } from './find.ts';
import { FirefoxPage } from './firefox-page.ts';
import { readPrinted } from './firefox-printed.ts';
import { answerRequest, type RequestEvent } from './firefox-serving.ts';
import { findInHint, type HintNode } from './hint-tree.ts';
import { Serving, type Answerer, type SeenRequest } from './serving.ts';

interface Started {
  /** The extension's id of its manifest. */
  id: string;
  uuid: string;
  found: FoundBrowser;
  version: string;
  child: ChildProcess;
  gone: Promise<void>;
}

interface LogEvent {
  level: string;
  text: string | null;
  stackTrace?: { callFrames: { url: string }[] };
}

/** A Firefox with the extension in it, that reaches only what it is served. Same shape as ChromiumDriver. */
export class FirefoxDriver {
  readonly kind = 'firefox';
  readonly trouble: Trouble[] = [];
  private readonly serving = new Serving();
  private readonly tabIds = new Map<FirefoxPage, number>();
  private office: FirefoxPage | null = null;
  private chromeContext = '';
  private lastOpen: Promise<unknown> = Promise.resolve();
  /** Console lines the protocol told of; what the browser prints beyond them is the extension's. */
  private readonly told: string[] = [];
  private readonly sorting = new Set<Promise<void>>();

  constructor(
    /** The protocol itself, for everything this class does not do. */
    readonly bidi: Bidi,
    private readonly started: Started,
  ) {}

  get extensionId(): string {
    return this.started.id;
  }

  get found(): FoundBrowser {
    return this.started.found;
  }

  get version(): string {
    return this.started.version;
  }

  get requests(): readonly SeenRequest[] {
    return this.serving.requests;
  }

  /** See Serving.serve. Pages that are not served stay where they are; other requests fail. */
  serve(pattern: string, answerer: Answerer): void {
    this.serving.serve(pattern, answerer);
  }

  /** Address of a page of the extension. */
  extensionUrl(path: string): string {
    return `moz-extension://${this.started.uuid}/${path}`;
  }

  /** Opens an address in a new tab in front and waits until it is loaded. */
  async open(url: string, options: { timeout?: number } = {}): Promise<FirefoxPage> {
    const page = await this.newTab();
    await page.goto(url, options);
    return page;
  }

  /** An empty tab whose id is known. Tabs are opened one after the other, so that each new id has one owner. */
  async newTab(): Promise<FirefoxPage> {
    const opening = this.lastOpen.then(async () => {
      const before = await this.allTabIds();
      const page = await this.emptyTab();
      const added = (await this.allTabIds()).filter((id) => !before.includes(id));
      if (added.length === 1) this.tabIds.set(page, added[0]!);
      return page;
    });
    this.lastOpen = opening.catch(() => undefined);
    return opening;
  }

  /** All open tabs, also those the extension opened. */
  async pages(): Promise<FirefoxPage[]> {
    const { contexts } = await this.bidi.send<{ contexts: { context: string }[] }>('browsingContext.getTree', {
      maxDepth: 0,
    });
    const known = [...this.tabIds.keys()];
    return contexts.map(
      ({ context }) => known.find((page) => page.context === context) ?? new FirefoxPage(this.bidi, context),
    );
  }

  /** The id the extension knows a tab by. */
  async tabIdOf(page: FirefoxPage): Promise<number> {
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
  async popupOf(page: FirefoxPage): Promise<FirefoxPage> {
    return this.open(this.extensionUrl(`popup.html?tab=${await this.tabIdOf(page)}`));
  }

  /** The call sheet about a tab, in a tab of its own. */
  async callSheetOf(page: FirefoxPage): Promise<FirefoxPage> {
    return this.open(this.extensionUrl(`call-sheet.html?tab=${await this.tabIdOf(page)}`));
  }

  /** Runs a function with the extension's rights in a page of the extension that runs no script of its own. */
  async inExtension<T, A = undefined>(run: (argument: A) => T | Promise<T>, argument?: A): Promise<T> {
    if (!this.office) {
      this.office = await this.emptyTab();
      await this.office.goto(this.extensionUrl('manifest.json'));
    }
    return this.office.evaluate(run, argument);
  }

  /** Closes the helper tab of `inExtension`, before a person looks at the window. */
  async tidyTabs(): Promise<void> {
    await this.office?.close();
    this.office = null;
    for (const page of await this.pages()) if ((await page.url()) === 'about:blank') await page.close();
  }

  /** What the page script of a tab answers to `ask`: its finding, or null; also null when the tab has no page script. */
  async findingOf(page: FirefoxPage): Promise<unknown> {
    const ask = (tab: number) => chrome.tabs.sendMessage(tab, { type: 'ask' }).catch(() => null);
    return (await this.inExtension(ask, await this.tabIdOf(page))) ?? null;
  }

  async badgeOf(page: FirefoxPage): Promise<string> {
    return this.inExtension((tabId) => chrome.action.getBadgeText({ tabId }), await this.tabIdOf(page));
  }

  /** Ends the background as the browser does when it is idle; the next message wakes it without its memory. */
  async stopBackground(): Promise<void> {
    await this.inBrowser(
      `WebExtensionPolicy.getByID(${JSON.stringify(this.started.id)}).extension.terminateBackground().then(() => true)`,
    );
  }

  hintTree(page: FirefoxPage): Promise<HintNode | null> {
    return page.hintTree();
  }

  /** Clicks with the mouse on a part of the hint, see findInHint. Throws when there is no such part. */
  async clickHint(page: FirefoxPage, name: string): Promise<void> {
    const hint = await page.hintTree();
    const target = hint && findInHint(hint, name);
    if (!target) throw new Error(hint ? `the hint has no "${name}"` : 'the page shows no hint');
    await page.clickNode(target.handle);
  }

  /** Errors and warnings of the extension so far, thrown and written ones, as sentences. */
  async extensionErrors(): Promise<string[]> {
    await Promise.all(this.sorting);
    // Firefox stops a page's scripts when its tab is closed while they run, and calls that a timeout.
    const closing = /^Script terminated by timeout at:\s*$/;
    return this.trouble
      .filter(({ from, text: line }) => from === 'extension' && !closing.test(line))
      .map(({ text: line, url }) => `${line} (${url})`);
  }

  async close(): Promise<void> {
    await this.bidi.send('browser.close').catch(() => undefined);
    const timer = setTimeout(() => this.started.child.kill('SIGKILL'), 10_000);
    await this.started.gone;
    clearTimeout(timer);
    this.bidi.close();
  }

  /** Runs an expression in the browser's own window, with all rights. */
  async inBrowser(expression: string): Promise<unknown> {
    const { result } = await this.bidi.send<{ result: { value?: unknown } }>('script.evaluate', {
      expression,
      target: { context: this.chromeContext },
      awaitPromise: true,
    });
    return result?.value;
  }

  /** @internal Installs the extension and takes over the network; called once by launchFirefox. */
  async begin(extensionDir: string): Promise<void> {
    this.bidi.on<RequestEvent>(
      'network.beforeRequestSent',
      (event) => void answerRequest(this.bidi, this.serving, event).catch(() => undefined),
    );
    this.bidi.on<LogEvent>('log.entryAdded', ({ level, text: message, stackTrace }) => {
      if (level !== 'error' && level !== 'warn') return;
      const url = stackTrace?.callFrames[0]?.url ?? '';
      this.told.push(message ?? '');
      this.trouble.push({ from: url.startsWith('moz-extension:') ? 'extension' : 'page', text: message ?? '', url });
    });
    await this.bidi.send('session.subscribe', { events: ['network.beforeRequestSent', 'log.entryAdded'] });
    await this.bidi.send('network.addIntercept', { phases: ['beforeRequestSent'] });
    const { contexts } = await this.bidi.send<{ contexts: { context: string }[] }>('browsingContext.getTree', {
      'moz:scope': 'chrome',
    });
    this.chromeContext = contexts[0]!.context;
    await this.bidi.send('webExtension.install', { extensionData: { type: 'path', path: extensionDir } });
  }

  /** @internal One line the browser printed. The protocol does not tell of what the extension's own pages throw or write. */
  hear(line: string): void {
    const printed = readPrinted(line);
    if (printed?.kind === 'thrown') this.trouble.push({ from: 'extension', text: printed.text, url: printed.url });
    if (printed?.kind !== 'written') return;
    const message = printed.text;
    // The protocol tells of pages' calls, before or after this line.
    const sorted = new Promise<void>((done) => setTimeout(done, 100)).then(() => {
      this.sorting.delete(sorted);
      if (this.told.some((one) => one.startsWith(message.slice(0, 40)))) return;
      this.trouble.push({ from: 'extension', text: message, url: this.extensionUrl('') });
    });
    this.sorting.add(sorted);
  }

  private async emptyTab(): Promise<FirefoxPage> {
    const { context } = await this.bidi.send<{ context: string }>('browsingContext.create', { type: 'tab' });
    return new FirefoxPage(this.bidi, context);
  }

  private allTabIds(): Promise<number[]> {
    return this.inExtension(async () => (await chrome.tabs.query({})).map((tab) => tab.id!));
  }
}
