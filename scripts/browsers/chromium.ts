import { resolve } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { reason, UserError } from '../cli.ts';
import { ChromiumDriver } from './chromium-driver.ts';
import { ensureBrowsers, type FoundBrowser } from './find.ts';
import type { Answerer } from './serving.ts';

export interface ChromiumOptions {
  /** Folder of the built extension. */
  extensionDir: string;
  /** Folders of others to load beside it. */
  others?: readonly string[];
  /** Its id where a key in its manifest makes it known: needed when another extension has a background, too. */
  extensionId?: string;
  headless?: boolean;
  /** What to serve from the start: pattern -> answer, see Serving.serve. */
  routes?: Record<string, Answerer>;
  browser?: FoundBrowser;
  viewport?: { width: number; height: number };
  /** Also ask the browser for uncaught errors of the background; costs a second at the start. */
  watchBackground?: boolean;
}

const QUIET_START = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-search-engine-choice-screen',
  '--no-proxy-server',
];

/** The id of the extension, told by its background. */
async function idFromBackground(context: BrowserContext): Promise<string | null> {
  const worker =
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 3000 }).catch(() => null));
  return /^chrome-extension:\/\/([a-p]{32})\//.exec(worker?.url() ?? '')?.[1] ?? null;
}

/** The id of the extension from the browser's own page of extensions; with `watch` that page also starts to keep its errors. */
async function idFromExtensionsPage(
  context: BrowserContext,
  extensionDir: string,
  known: string | null,
  watch: boolean,
): Promise<string | null> {
  const page = await context.newPage();
  try {
    await page.goto('chrome://extensions');
    const script = `(async () => {
      const all = await chrome.developerPrivate.getExtensionsInfo();
      const id = ${JSON.stringify(known)} ?? all.find((one) => one.path === ${JSON.stringify(extensionDir)})?.id ?? null;
      if (id && ${watch}) {
        // Uncaught errors are kept only in developer mode.
        await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
        await chrome.developerPrivate.updateExtensionConfiguration({ extensionId: id, errorCollection: true });
      }
      return id;
    })()`;
    return (await page.evaluate(script)) as string | null;
  } finally {
    await page.close();
  }
}

/** Branded Chrome ignores --load-extension since 137, but takes extensions over the debugging pipe. Gives the id of the first. */
async function loadOverPipe(context: BrowserContext, folders: readonly string[]): Promise<string | null> {
  try {
    const session = await context.browser()!.newBrowserCDPSession();
    const ids: string[] = [];
    for (const path of folders)
      ids.push(((await session.send('Extensions.loadUnpacked' as never, { path } as never)) as { id: string }).id);
    return ids[0]!;
  } catch {
    return null;
  }
}

/**
 * Starts a Chromium, Edge or Chrome with the built extension in a fresh profile.
 * @throws UserError when there is no browser, no sandbox or display to start it in, or it refuses the extension.
 */
export async function launchChromium(options: ChromiumOptions): Promise<ChromiumDriver> {
  const extensionDir = resolve(options.extensionDir);
  const browser = options.browser ?? ensureBrowsers({ chromium: true }).chromium;
  const folders = [extensionDir, ...(options.others ?? [])];
  const list = folders.join(',');
  const loading = browser.branded
    ? ['--enable-unsafe-extension-debugging']
    : [`--disable-extensions-except=${list}`, `--load-extension=${list}`];
  // Nothing is resolved: what is not served cannot be reached, not even by the browser itself.
  const args = [...QUIET_START, ...loading, '--host-resolver-rules=MAP * ~NOTFOUND'];
  const launch = (chromiumSandbox: boolean) =>
    chromium.launchPersistentContext('', {
      executablePath: browser.path,
      headless: options.headless ?? true,
      args,
      // Playwright passes this unless the command line names an extension; over the pipe it would load and stay off.
      ignoreDefaultArgs: ['--disable-extensions'],
      chromiumSandbox,
      // A window for a person sizes itself.
      viewport: options.viewport ?? (options.headless === false ? null : { width: 1024, height: 720 }),
    });
  let context: BrowserContext;
  try {
    // Chromium refuses its sandbox to root; elsewhere the saved pages of strangers get it, unless the machine offers none.
    const root = process.getuid?.() === 0;
    context = root
      ? await launch(false)
      : await launch(true).catch((error) => (/sandbox/i.test(String(error)) ? launch(false) : Promise.reject(error)));
  } catch (error) {
    const why = /Missing X server|cannot open display|\$DISPLAY/i.test(String(error))
      ? 'there is no screen here to open a window on'
      : reason(error);
    throw new UserError(`${browser.name} (${browser.path}) did not start: ${why}.`, 1);
  }
  try {
    const watch = options.watchBackground ?? false;
    const loaded = browser.branded ? await loadOverPipe(context, folders) : await idFromBackground(context);
    const early = options.extensionId ?? loaded;
    const id = early && !watch ? early : await idFromExtensionsPage(context, extensionDir, early, watch);
    if (!id) {
      const by = `Load it by hand: open chrome://extensions, turn on "Developer mode", choose "Load unpacked" and the folder ${extensionDir}`;
      throw new UserError(`${browser.name} did not take the extension. ${by}; or install Chromium.`, 1);
    }
    const driver = new ChromiumDriver(context, id, browser);
    await driver.begin();
    await driver.closeFirstRun();
    for (const [pattern, answerer] of Object.entries(options.routes ?? {})) driver.serve(pattern, answerer);
    return driver;
  } catch (error) {
    await context.close();
    throw error;
  }
}
