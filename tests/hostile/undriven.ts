/**
 * A Chromium whose pages nobody drives: a debugger at a page switches prerendering and the back/forward cache off, and a driven private
 * window cannot be served. Its pages come from a server of this machine, and only a page of the extension is asked what it sees.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { ensureBrowsers } from '../../scripts/browsers/find.ts';
import { ownCertificate } from './own-certificate.ts';

interface Told {
  id?: number;
  result?: unknown;
  error?: unknown;
}

/** The browser's own protocol, over a pipe. */
class Wire {
  private rest = '';
  private next = 0;
  private readonly waiting = new Map<number, (told: Told) => void>();

  constructor(
    private readonly out: Writable,
    from: Readable,
  ) {
    from.on('data', (data: Buffer) => {
      const parts = (this.rest + data.toString()).split('\0');
      this.rest = parts.pop()!;
      for (const part of parts) {
        const told = JSON.parse(part) as Told;
        this.waiting.get(told.id ?? 0)?.(told);
      }
    });
  }

  send<T>(method: string, params: object = {}, sessionId?: string): Promise<T> {
    const id = ++this.next;
    return new Promise((done, failed) => {
      this.waiting.set(id, ({ result, error }) => {
        this.waiting.delete(id);
        if (error) failed(new Error(`${method}: ${JSON.stringify(error)}`));
        else done(result as T);
      });
      this.out.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }
}

/** Tries until something is so; what a browser that has just started does not have yet comes a little later. */
export async function until<T>(ask: () => Promise<T | null | undefined | false>, time = 8000): Promise<T> {
  let last: unknown;
  for (const end = Date.now() + time; Date.now() < end; await pause(60)) {
    // What is asked of a page that is just being replaced is never answered.
    const got = await Promise.race([ask(), pause(1500, null)]).catch((error: unknown) => void (last = error));
    if (got) return got;
  }
  throw new Error(`It did not come to be so: ${String(ask)} ${String(last ?? '')}`);
}

export class Undriven {
  private session = '';
  /** Paths that were asked for, each with what it was asked for ("prefetch;prerender"), so far. */
  asked: string[] = [];

  private constructor(
    private readonly wire: Wire,
    private readonly child: ChildProcess,
    private readonly server: Server,
    private readonly profile: string,
    private readonly id: string,
  ) {}

  /**
   * Starts it with the built extension.
   * @param pages bodies of the pages of every host of Alipay's, by path
   */
  static async launch(extensionDir: string, pages: Readonly<Record<string, string>>): Promise<Undriven> {
    let browser: Undriven | null = null;
    const server = createServer(ownCertificate(), (asked, answer) => {
      const page = pages[asked.url ?? ''];
      browser?.asked.push(`${asked.url} ${String(asked.headers['sec-purpose'] ?? '')}`.trim());
      answer.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const profile = mkdtempSync(join(tmpdir(), 'card-rescue-undriven-'));
    const child = spawn(
      ensureBrowsers({ chromium: true }).chromium.path,
      [
        ...['--headless=new', '--no-first-run', '--no-default-browser-check', '--no-proxy-server'],
        ...['--remote-debugging-pipe', '--enable-unsafe-extension-debugging', '--ignore-certificate-errors'],
        // Nothing else can be reached, not even by the browser itself.
        `--host-resolver-rules=MAP *.alipay.com 127.0.0.1:${(server.address() as AddressInfo).port},MAP * ~NOTFOUND,EXCLUDE 127.0.0.1`,
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        ...[`--user-data-dir=${profile}`, 'about:blank'],
      ],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
    );
    const wire = new Wire(child.stdio[3] as Writable, child.stdio[4] as Readable);
    const { id } = await wire.send<{ id: string }>('Extensions.loadUnpacked', { path: extensionDir });
    browser = new Undriven(wire, child, server, profile, id);
    await browser.enter();
    // The page that greets after an installation would stand in front.
    await browser.run(async () => {
      for (let n = 0; n < 60; n++) {
        const all = await chrome.tabs.query({});
        const greeting = all.find((tab) => (tab.url ?? '').endsWith('/welcome.html'));
        if (greeting) return chrome.tabs.remove(greeting.id!);
        await new Promise((done) => setTimeout(done, 50));
      }
    });
    return browser;
  }

  /** Goes into a page of the extension that runs no script of its own; again after the extension was loaded anew. */
  private async enter(): Promise<void> {
    this.session = await until(async () => {
      const session = await this.openSession(`chrome-extension://${this.id}/manifest.json`);
      const has = await this.evaluate<string>(session, 'typeof globalThis.chrome?.tabs').catch(() => '');
      return has === 'object' ? session : null;
    });
  }

  private async openSession(url: string): Promise<string> {
    const { targetId } = await this.wire.send<{ targetId: string }>('Target.createTarget', { url, background: true });
    await pause(250);
    const { sessionId } = await this.wire.send<{ sessionId: string }>('Target.attachToTarget', {
      targetId,
      flatten: true,
    });
    return sessionId;
  }

  private async evaluate<T>(session: string, expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.wire.send<{ result: { value: T }; exceptionDetails?: object }>(
      'Runtime.evaluate',
      { expression, awaitPromise: true, returnByValue: true },
      session,
    );
    if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
    return result.value;
  }

  /** Runs a function with the extension's rights. */
  run<T, A = undefined>(act: (argument: A) => T | Promise<T>, argument?: A): Promise<T> {
    return this.evaluate<T>(this.session, `(${String(act)})(${JSON.stringify(argument) ?? ''})`);
  }

  /** Opens an address in a new tab in front; gives the tab's id. */
  open(url: string): Promise<number> {
    return this.run(async (to) => (await chrome.tabs.create({ url: to })).id!, url);
  }

  /** Lets the person allow the extension in private windows, which loads it anew. */
  async allowPrivate(): Promise<void> {
    const settings = await this.openSession('chrome://extensions');
    // What a developer loads does not run again without the mode for developers.
    const change = `chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }).then(() =>
      chrome.developerPrivate.updateExtensionConfiguration({ extensionId: '${this.id}', incognitoAccess: true })).then(() => true)`;
    await until(() => this.evaluate(settings, change));
    await this.enter();
    await until(() => this.run(() => chrome.extension.isAllowedIncognitoAccess()));
  }

  async close(): Promise<void> {
    const ended = new Promise((done) => this.child.once('exit', done));
    await this.wire.send('Browser.close').catch(() => this.child.kill());
    await ended;
    this.server.closeAllConnections();
    this.server.close();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
