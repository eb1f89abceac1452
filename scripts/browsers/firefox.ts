import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { reason, UserError } from '../cli.ts';
import { Bidi } from './bidi.ts';
import { ensureBrowsers, type FoundBrowser } from './find.ts';
import { FirefoxDriver } from './firefox-driver.ts';
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

/** The address of the extension's pages; Firefox takes it from a preference, so it need not be searched for. */
const UUID = '7d1c6d1e-3b0f-4c65-9f5d-5a3f0a6c2b11';
const START_LIMIT = 60_000;

function preferences(id: string, more: FirefoxOptions['prefs'] = {}): string {
  const all = {
    'remote.prefs.recommended': true,
    'extensions.webextensions.uuids': JSON.stringify({ [id]: UUID }),
    // Nothing but what is served can be reached: everything else goes to a proxy that is not there (port 9 discards).
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': 9,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': 9,
    'network.proxy.failover_direct': false,
    'network.trr.mode': 5,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'app.normandy.enabled': false,
    'nimbus.rollouts.enabled': false,
    'messaging-system.rsexperimentloader.enabled': false,
    'app.shield.optoutstudies.enabled': false,
    'browser.aboutwelcome.enabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    // What pages and the extension write to their consoles comes out on stdout, where the driver reads it.
    'devtools.console.stdout.content': true,
    'devtools.console.stdout.chrome': false,
    ...more,
  };
  return Object.entries(all)
    .map(([key, value]) => `user_pref(${JSON.stringify(key)}, ${JSON.stringify(value)});\n`)
    .join('');
}

function geckoId(extensionDir: string): string {
  try {
    const manifest = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8')) as {
      browser_specific_settings?: { gecko?: { id?: string } };
    };
    const id = manifest.browser_specific_settings?.gecko?.id;
    if (id) return id;
    throw new Error('its manifest names no browser_specific_settings.gecko.id');
  } catch (error) {
    throw new UserError(`${extensionDir} holds no extension for Firefox: ${reason(error)}`, 1);
  }
}

/**
 * Starts Firefox with the built extension in a fresh profile.
 * @throws UserError when there is no Firefox, or it does not start or refuses the extension.
 */
export async function launchFirefox(options: FirefoxOptions): Promise<FirefoxDriver> {
  const extensionDir = resolve(options.extensionDir);
  const id = geckoId(extensionDir);
  const browser = options.browser ?? ensureBrowsers({ firefox: true }).firefox;
  const profile = mkdtempSync(join(tmpdir(), 'card-rescue-firefox-'));
  writeFileSync(join(profile, 'user.js'), preferences(id, options.prefs));
  // --remote-allow-system-access: without it Firefox refuses to open the extension's pages and to stop its background.
  const args = ['--no-remote', '--remote-debugging-port=0', '--remote-allow-system-access', '--profile', profile];
  const child = spawn(browser.path, [...(options.headless === false ? [] : ['--headless']), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const gone = new Promise<void>((done) => {
    child.once('error', () => done());
    child.once('exit', () => done());
  });
  void gone.then(() => {
    process.off('exit', kill);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  const output = [createInterface(child.stdout!), createInterface(child.stderr!)];
  const address = new Promise<string>((found, failed) => {
    const last: string[] = [];
    const timer = setTimeout(() => failed(new Error(`no answer for ${START_LIMIT / 1000} s`)), START_LIMIT);
    for (const lines of output) {
      lines.on('line', (line) => {
        last.push(line);
        const hit = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(line);
        if (hit) found(hit[1]!);
      });
    }
    child.once('error', failed);
    child.once('exit', (code) => failed(new Error(`it ended with code ${code}: ${last.slice(-2).join(' ')}`)));
    void Promise.allSettled([gone]).then(() => clearTimeout(timer));
    child.stderr!.once('close', () => clearTimeout(timer));
  });

  try {
    const bidi = await Bidi.connect(await address);
    const session = await bidi.send<{ capabilities: { browserVersion: string } }>('session.new', {
      capabilities: { alwaysMatch: { acceptInsecureCerts: true } },
    });
    const driver = new FirefoxDriver(bidi, {
      id,
      uuid: UUID,
      found: browser,
      version: session.capabilities.browserVersion,
      child,
      gone,
    });
    for (const lines of output) lines.on('line', (line) => driver.hear(line));
    for (const [pattern, answerer] of Object.entries(options.routes ?? {})) driver.serve(pattern, answerer);
    await driver.begin(extensionDir);
    return driver;
  } catch (error) {
    kill();
    await gone;
    throw new UserError(`Firefox (${browser.path}) did not start with the extension: ${reason(error)}`, 1);
  }
}
