/** A browser with the extension in it, whichever it is: what the suites of tests/e2e and the commands ask of one. */
import type { FoundBrowser } from './find.ts';
import { findInHint, type HintNode } from './hint-tree.ts';
import { Serving, type Answerer, type SeenRequest } from './serving.ts';

/** An error or warning somebody wrote to a console, or threw. */
export interface Trouble {
  from: 'page' | 'extension';
  text: string;
  url: string;
}

/** A tab: what Playwright's page and Puppeteer's have in common. */
export interface DrivenPage {
  url(): string;
  goto(url: string, options?: { timeout?: number }): Promise<unknown>;
  reload(): Promise<unknown>;
  click(selector: string): Promise<void>;
  waitForSelector(selector: string, options?: { state?: 'attached'; timeout?: number }): Promise<unknown>;
  evaluate<T>(run: () => T | Promise<T>): Promise<T>;
  evaluate<T, A>(run: (argument: A) => T | Promise<T>, argument: A): Promise<T>;
  screenshot(options?: { path?: string; fullPage?: boolean }): Promise<Uint8Array>;
  bringToFront(): Promise<void>;
  close(): Promise<void>;
}

/** The popup that the extension's button opens. */
export interface ActionPopup {
  /** Evaluates in the popup as after a person's click, and gives the (awaited) value. @throws Error where it throws */
  evaluate(expression: string): Promise<unknown>;
}

/** A driven browser that reaches only what it is served. Chromium and Firefox each say how they do the rest. */
export abstract class Driver<P extends DrivenPage = DrivenPage> {
  abstract readonly kind: 'chromium' | 'firefox';
  readonly trouble: Trouble[] = [];
  protected readonly serving = new Serving();
  protected office: P | null = null;
  private readonly tabIds = new WeakMap<DrivenPage, number>();
  private lastOpen: Promise<unknown> = Promise.resolve();

  constructor(
    readonly found: FoundBrowser,
    /** Where the extension's own pages stand, with a slash at the end. */
    protected readonly home: string,
  ) {}

  abstract get version(): string;
  /** Ends the background as the browser does when it is idle; the next message wakes it without its memory. */
  abstract stopBackground(): Promise<void>;
  /** The hint in a page with the inside of its closed shadow root, or null when the page shows none. */
  abstract hintTree(page: P): Promise<HintNode | null>;
  /** Errors and warnings of the extension's own pages and background so far, as sentences. */
  abstract extensionErrors(): Promise<string[]>;
  abstract close(): Promise<void>;
  protected abstract emptyTab(): Promise<P>;
  protected abstract tabs(): Promise<P[]>;
  /** Goes to an address and waits until it is loaded. An extension's page is loaded when its scripts ran. */
  protected abstract load(page: P, url: string, options: { timeout?: number }): Promise<unknown>;
  /** Clicks with the mouse on an element of the hint. */
  protected abstract clickNode(page: P, handle: string): Promise<void>;

  get requests(): readonly SeenRequest[] {
    return this.serving.requests;
  }

  /** See Serving.serve. Pages that are not served stay where they are; other requests fail. */
  serve(pattern: string, answerer: Answerer): void {
    this.serving.serve(pattern, answerer);
  }

  /** Address of a page of the extension. */
  extensionUrl(path: string): string {
    return this.home + path;
  }

  /** Opens an address in a new tab in front and waits until it is loaded. */
  async open(url: string, options: { timeout?: number } = {}): Promise<P> {
    const page = await this.newTab();
    await this.load(page, url, options);
    return page;
  }

  /** An empty tab whose id is known. Tabs are opened one after the other, so that each new id has one owner. */
  async newTab(): Promise<P> {
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

  /** The id the extension knows a tab by. */
  async tabIdOf(page: P): Promise<number> {
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
  async popupOf(page: P): Promise<P> {
    return this.open(this.extensionUrl(`popup.html?tab=${await this.tabIdOf(page)}`));
  }

  /** The call sheet about a tab, in a tab of its own. */
  async callSheetOf(page: P): Promise<P> {
    return this.open(this.extensionUrl(`call-sheet.html?tab=${await this.tabIdOf(page)}`));
  }

  /**
   * Runs a function with the extension's rights (`chrome.tabs`, `chrome.storage` …) in a page of the extension that runs no
   * script of its own, so that the background is neither needed nor woken.
   */
  async inExtension<T, A = undefined>(run: (argument: A) => T | Promise<T>, argument?: A): Promise<T> {
    if (!this.office) {
      this.office = await this.emptyTab();
      await this.load(this.office, this.extensionUrl('manifest.json'), {});
    }
    return this.office.evaluate(run as (argument: unknown) => T | Promise<T>, argument as unknown);
  }

  /** Closes every tab, serves nothing any more and forgets what was stored, asked for and complained of: as if it had just been started. */
  async beginAnew(): Promise<void> {
    // The helper tab stays: a browser without a tab ends.
    await this.inExtension(() => true);
    for (const page of await this.tabs()) if (page !== this.office) await page.close();
    this.serving.clear();
    await this.inExtension(async () => {
      await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]);
    });
    this.trouble.length = 0;
  }

  /** Closes the helper tab of `inExtension`, before a person looks at the window. */
  async tidyTabs(): Promise<void> {
    await this.office?.close();
    this.office = null;
    for (const page of await this.tabs()) if (page.url() === 'about:blank') await page.close();
  }

  /** What the page script of a tab answers to `ask`: its finding, or null; also null when the tab has no page script. */
  async findingOf(page: P): Promise<unknown> {
    const ask = (tab: number) => chrome.tabs.sendMessage(tab, { type: 'ask' }).catch(() => null);
    return (await this.inExtension(ask, await this.tabIdOf(page))) ?? null;
  }

  async badgeOf(page: P): Promise<string> {
    return this.inExtension((tabId) => chrome.action.getBadgeText({ tabId }), await this.tabIdOf(page));
  }

  /** Clicks with the mouse on a part of the hint, see findInHint. Throws when there is no such part. */
  async clickHint(page: P, name: string): Promise<void> {
    const hint = await this.hintTree(page);
    const target = hint && findInHint(hint, name);
    if (!target) throw new Error(hint ? `the hint has no "${name}"` : 'the page shows no hint');
    await page.bringToFront();
    await this.clickNode(page, target.handle);
  }

  private allTabIds(): Promise<number[]> {
    return this.inExtension(async () => (await chrome.tabs.query({})).map((tab) => tab.id!));
  }
}
