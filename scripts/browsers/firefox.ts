import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import puppeteer, { type Browser } from 'puppeteer-core';
import { reason, UserError } from '../cli.ts';
import { ensureBrowsers, type FoundBrowser } from './find.ts';
import { type Bidi, FirefoxDriver } from './firefox-driver.ts';
import type { Answerer } from './serving.ts';

export interface FirefoxOptions {
  /** Folder of the built extension. */
  extensionDir: string;
  headless?: boolean;
  /** What to serve from the start: pattern -> answer, see Serving.serve. */
  routes?: Record<string, Answerer>;
  browser?: FoundBrowser;
  /** More preferences of about:config, for example `ui.systemUsesDarkTheme`. */
  prefs?: Record<string, string | number | boolean>;
}

const PREFERENCES = {
  // Nothing but what is served can be reached: everything else goes to a proxy that is not there (port 9 discards).
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
  'network.proxy.failover_direct': false,
  'network.trr.mode': 5,
  'nimbus.rollouts.enabled': false,
  'messaging-system.rsexperimentloader.enabled': false,
  // What pages and the extension write to their consoles comes out on stdout, where the driver reads it.
  'devtools.console.stdout.content': true,
  'devtools.console.stdout.chrome': false,
  // A process that a closed tab leaves waits for the next one; starting one for each tab costs a tenth of a whole run.
  'dom.ipc.keepProcessesAlive.webIsolated.perOrigin': 2,
  'dom.ipc.keepProcessesAlive.web': 2,
};

/**
 * Starts Firefox with the built extension in a fresh profile.
 * @throws UserError when there is no Firefox, or it does not start or refuses the extension.
 */
export async function launchFirefox(options: FirefoxOptions): Promise<FirefoxDriver> {
  const found = options.browser ?? ensureBrowsers({ firefox: true }).firefox;
  let browser: Browser | null = null;
  try {
    browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: found.path,
      headless: options.headless ?? true,
      // Without it Firefox refuses to open the extension's pages and to stop its background.
      args: ['--remote-allow-system-access'],
      acceptInsecureCerts: true,
      defaultViewport: null,
      extraPrefsFirefox: { ...PREFERENCES, ...options.prefs },
    });
    // Puppeteer does not offer its connection, and has no way to ask the browser's own window or to see closed shadow roots.
    const { connection } = browser as unknown as { connection: Bidi };
    const id = await browser.installExtension(resolve(options.extensionDir));
    const { contexts } = await connection
      .send('browsingContext.getTree', { 'moz:scope': 'chrome' })
      .then(({ result }) => result as { contexts: { context: string }[] });
    const driver = await FirefoxDriver.of({ browser, bidi: connection, window: contexts[0]!.context, id, found });
    const { stdout, stderr } = browser.process()!;
    for (const output of [stdout!, stderr!]) createInterface(output).on('line', (line) => driver.hear(line));
    for (const [pattern, answerer] of Object.entries(options.routes ?? {})) driver.serve(pattern, answerer);
    return driver;
  } catch (error) {
    await browser?.close().catch(() => undefined);
    throw new UserError(`Firefox (${found.path}) did not start with the extension: ${reason(error)}`, 1);
  }
}
