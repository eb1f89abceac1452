import { writeFile } from 'node:fs/promises';
import type { Bidi } from './bidi.ts';
import { HINT_MARK, type HintNode } from './hint-tree.ts';

/** A node as WebDriver BiDi writes it. */
interface RemoteNode {
  type: string;
  sharedId?: string;
  value?: {
    nodeType: number;
    localName?: string;
    nodeValue?: string;
    attributes?: Record<string, string>;
    children?: RemoteNode[];
    shadowRoot?: RemoteNode | null;
  };
}
type Evaluated =
  | { type: 'success'; result: RemoteNode & { value?: unknown } }
  | { type: 'exception'; exceptionDetails: { text: string } };

/** Keys that have no character, as WebDriver numbers them (https://w3c.github.io/webdriver/#keyboard-actions). */
const KEYS: Record<string, string> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Escape: '\uE00C',
  Space: ' ',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

const PAUSE = 40;

/** One tab of a driven Firefox. The methods are named and mean as Playwright's of the same name, so suites read alike. */
export class FirefoxPage {
  constructor(
    private readonly bidi: Bidi,
    /** BiDi's name of the tab. */
    readonly context: string,
  ) {}

  async goto(url: string, { timeout = 30_000 } = {}): Promise<void> {
    await this.within(
      timeout,
      `opening ${url}`,
      this.bidi.send('browsingContext.navigate', { context: this.context, url, wait: 'complete' }),
    );
  }

  async reload(): Promise<void> {
    await this.bidi.send('browsingContext.reload', { context: this.context, wait: 'complete' });
  }

  async goBack(): Promise<void> {
    await this.bidi.send('browsingContext.traverseHistory', { context: this.context, delta: -1 });
  }

  async url(): Promise<string> {
    const { contexts } = await this.bidi.send<{ contexts: { url: string }[] }>('browsingContext.getTree', {
      root: this.context,
    });
    return contexts[0]!.url;
  }

  /**
   * Runs a function (or an expression) in the page and gives its result, which must survive JSON.
   * Throws what it throws, as an Error with the same message.
   */
  async evaluate<T, A = undefined>(run: string | ((argument: A) => T | Promise<T>), argument?: A): Promise<T> {
    const call = typeof run === 'string' ? run : `(${run})(${JSON.stringify(argument) ?? ''})`;
    const answer = await this.bidi.send<Evaluated>('script.evaluate', {
      expression: `(async () => JSON.stringify({ value: await (${call}) }))()`,
      target: { context: this.context },
      awaitPromise: true,
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    return (JSON.parse(String(answer.result.value)) as { value: T }).value;
  }

  /** Waits until a function gives something true, and gives it back. */
  async waitForFunction<T, A = undefined>(
    run: string | ((argument: A) => T),
    argument?: A,
    { timeout = 10_000 } = {},
  ): Promise<T> {
    const end = Date.now() + timeout;
    let last: unknown = 'never true';
    while (Date.now() < end) {
      try {
        const value = await this.evaluate(run, argument);
        if (value) return value as T;
      } catch (error) {
        // The page may be between two documents; a real mistake shows in the message below.
        last = error;
      }
      await new Promise((done) => setTimeout(done, PAUSE));
    }
    throw new Error(`waited ${timeout} ms for ${String(run)}: ${String(last)}`);
  }

  async waitForSelector(selector: string, options: { timeout?: number } = {}): Promise<void> {
    await this.waitForFunction((wanted) => document.querySelector(wanted) !== null, selector, options);
  }

  textContent(selector: string): Promise<string | null> {
    return this.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? null, selector);
  }

  getAttribute(selector: string, name: string): Promise<string | null> {
    return this.evaluate(
      ([wanted, key]) => document.querySelector(wanted!)?.getAttribute(key!) ?? null,
      [selector, name],
    );
  }

  /** Clicks with the mouse, so the event is a trusted one. */
  async click(selector: string): Promise<void> {
    await this.waitForSelector(selector);
    await this.evaluate(
      (wanted) => document.querySelector(wanted)!.scrollIntoView({ block: 'center', behavior: 'instant' }),
      selector,
    );
    const node = await this.node(`document.querySelector(${JSON.stringify(selector)})`, 0);
    await this.clickNode(node!.sharedId!);
  }

  /** Clicks on an element named by BiDi's shared id, also one inside a closed shadow root. */
  async clickNode(sharedId: string): Promise<void> {
    await this.bringToFront();
    const origin = { type: 'element', element: { sharedId } };
    const actions = [
      { type: 'pointerMove', x: 0, y: 0, origin },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    await this.bidi.send('input.performActions', {
      context: this.context,
      actions: [{ type: 'pointer', id: 'mouse', actions }],
    });
  }

  /** Clicks into a field and types. */
  async type(selector: string, text: string): Promise<void> {
    await this.click(selector);
    await this.keys([...text]);
  }

  /** Presses keys by name or character; "Shift+Tab" holds the first. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.keys(key.length > 1 ? key.split('+') : [key], key.length > 1);
  }

  async screenshot(options: { path?: string; fullPage?: boolean } = {}): Promise<Buffer> {
    const origin = options.fullPage ? 'document' : 'viewport';
    const { data } = await this.bidi.send<{ data: string }>('browsingContext.captureScreenshot', {
      context: this.context,
      origin,
    });
    const image = Buffer.from(data, 'base64');
    if (options.path) await writeFile(options.path, image);
    return image;
  }

  async setViewportSize(viewport: { width: number; height: number }): Promise<void> {
    await this.bidi.send('browsingContext.setViewport', { context: this.context, viewport });
  }

  async bringToFront(): Promise<void> {
    await this.bidi.send('browsingContext.activate', { context: this.context });
  }

  async close(): Promise<void> {
    await this.bidi.send('browsingContext.close', { context: this.context });
  }

  /** The hint in the page with the inside of its closed shadow root, or null when the page shows none. */
  async hintTree(): Promise<HintNode | null> {
    const host = await this.node(`document.documentElement.querySelector(':scope > [${HINT_MARK}]')`, 20);
    return host ? toHint(host) : null;
  }

  private async node(expression: string, maxDomDepth: number): Promise<RemoteNode | null> {
    const answer = await this.bidi.send<Evaluated>('script.evaluate', {
      expression,
      // A world of its own: a hostile page may have replaced document.querySelector.
      target: { context: this.context, sandbox: 'card-rescue-driver' },
      awaitPromise: false,
      serializationOptions: { maxDomDepth, includeShadowTree: 'all' },
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    return answer.result.type === 'node' ? (answer.result as RemoteNode) : null;
  }

  private async keys(names: string[], together = false): Promise<void> {
    const values = names.map((name) => KEYS[name] ?? name);
    const down = values.map((value) => ({ type: 'keyDown', value }));
    const up = values.toReversed().map((value) => ({ type: 'keyUp', value }));
    const actions = together
      ? [...down, ...up]
      : values.flatMap((value) => ['keyDown', 'keyUp'].map((type) => ({ type, value })));
    await this.bidi.send('input.performActions', {
      context: this.context,
      actions: [{ type: 'key', id: 'keyboard', actions }],
    });
  }

  private async within<T>(timeout: number, what: string, work: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`${what} took longer than ${timeout} ms`)), timeout);
    });
    return Promise.race([work, late]).finally(() => clearTimeout(timer));
  }
}

function toHint(node: RemoteNode): HintNode {
  const { localName, attributes, children = [], shadowRoot } = node.value!;
  const below = [...(shadowRoot?.value?.children ?? []), ...children];
  return {
    tag: localName ?? '',
    attributes: attributes ?? {},
    children: below.flatMap<HintNode | string>((child) =>
      child.value?.nodeType === 3 ? [child.value.nodeValue ?? ''] : child.value?.nodeType === 1 ? [toHint(child)] : [],
    ),
    handle: node.sharedId ?? '',
  };
}
