import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';
import { UserError } from '../cli.ts';

export type BrowserKind = 'chromium' | 'firefox';

/** A browser on this machine. `branded` Chrome does not take an unpacked extension from its command line (since 137). */
export interface FoundBrowser {
  kind: BrowserKind;
  name: 'Chromium' | 'Microsoft Edge' | 'Google Chrome' | 'Firefox';
  path: string;
  branded: boolean;
}

/** What the search needs to know of a machine; tests give their own. */
export interface Machine {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  home: string;
  isRoot: boolean;
  isRunnable(path: string): boolean;
  /** The first bytes of a file as text, or '' when there is none. */
  head(path: string): string;
  /** Runs a command with its output on stderr (stdout belongs to the caller's answer) and gives its exit code. */
  run(command: string, args: string[], env?: Record<string, string>): number;
  /** The output of a command, or '' when it fails. */
  output(command: string, args: string[]): string;
  say(line: string): void;
}

export const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  home: homedir(),
  isRoot: process.getuid?.() === 0,
  isRunnable(path) {
    try {
      accessSync(path, constants.X_OK);
      return statSync(path).isFile();
    } catch {
      return false;
    }
  },
  head(path) {
    try {
      return readFileSync(path).subarray(0, 4096).toString('latin1');
    } catch {
      return '';
    }
  },
  run(command, args, env) {
    return spawnSync(command, args, { stdio: ['ignore', 2, 2], env: { ...process.env, ...env } }).status ?? 1;
  },
  output(command, args) {
    const done = spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return done.status === 0 ? done.stdout : '';
  },
  say(line) {
    process.stderr.write(`${line}\n`);
  },
};

interface Place {
  name: FoundBrowser['name'];
  /** Names looked for in PATH. */
  commands: string[];
  /** Application names under /Applications and ~/Applications. */
  mac: string[];
  /** Paths under the folders programs are installed to. */
  windows: string[];
}

const PLACES: Record<BrowserKind, Place[]> = {
  // Chromium and Edge first: they take an unpacked extension from the command line, branded Chrome does not.
  chromium: [
    {
      name: 'Chromium',
      commands: ['chromium', 'chromium-browser', 'ungoogled-chromium'],
      mac: ['Chromium.app/Contents/MacOS/Chromium'],
      windows: ['Chromium\\Application\\chrome.exe'],
    },
    {
      name: 'Microsoft Edge',
      commands: ['microsoft-edge', 'microsoft-edge-stable'],
      mac: ['Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
      windows: ['Microsoft\\Edge\\Application\\msedge.exe'],
    },
    {
      name: 'Google Chrome',
      commands: ['google-chrome', 'google-chrome-stable'],
      mac: ['Google Chrome.app/Contents/MacOS/Google Chrome'],
      windows: ['Google\\Chrome\\Application\\chrome.exe'],
    },
  ],
  firefox: [
    {
      name: 'Firefox',
      commands: ['firefox-esr', 'firefox'],
      mac: [
        'Firefox.app/Contents/MacOS/firefox',
        'Firefox Developer Edition.app/Contents/MacOS/firefox',
        'Firefox Nightly.app/Contents/MacOS/firefox',
      ],
      windows: [
        'Mozilla Firefox\\firefox.exe',
        'Mozilla Firefox ESR\\firefox.exe',
        'Firefox Developer Edition\\firefox.exe',
      ],
    },
  ],
};

const OVERRIDE: Record<BrowserKind, string> = { chromium: 'CARD_RESCUE_CHROMIUM', firefox: 'CARD_RESCUE_FIREFOX' };

function candidates(place: Place, { platform, env, home }: Machine): string[] {
  if (platform === 'win32') {
    const roots = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    return place.windows.flatMap((path) => roots.map((root) => win32.join(root, path)));
  }
  const mac =
    platform === 'darwin' ? place.mac.flatMap((app) => [`/Applications/${app}`, `${home}/Applications/${app}`]) : [];
  const folders = [...(env.PATH ?? '').split(':').filter(Boolean), '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];
  return [...mac, ...place.commands.flatMap((command) => folders.map((folder) => posix.join(folder, command)))];
}

/**
 * Snaps are confined: they see neither the temporary profile nor always the extension's folder, so they cannot be driven here.
 * Ubuntu also ships scripts of the usual names that only point at the snap.
 */
export function isSnap(path: string, machine: Machine = thisMachine): boolean {
  if (path.startsWith('/snap/')) return true;
  const head = machine.head(path);
  return head.startsWith('#!') && /\/snap\/bin\/|snap install/.test(head);
}

function brandOf(kind: BrowserKind, path: string): Pick<FoundBrowser, 'name' | 'branded'> {
  if (kind === 'firefox') return { name: 'Firefox', branded: false };
  if (/edge/i.test(path)) return { name: 'Microsoft Edge', branded: false };
  // On Windows Chromium's program is called chrome.exe too; the folder tells them apart. Chrome for Testing is not branded.
  if (/google[- ]chrome|Google[\\/]Chrome/i.test(path) && !/testing/i.test(path))
    return { name: 'Google Chrome', branded: true };
  return { name: 'Chromium', branded: false };
}

/**
 * The first usable browser of a kind, or null. CARD_RESCUE_CHROMIUM and CARD_RESCUE_FIREFOX outrank the search.
 * Throws UserError when such a variable names something that cannot be run.
 */
export function findBrowser(kind: BrowserKind, machine: Machine = thisMachine): FoundBrowser | null {
  const wanted = machine.env[OVERRIDE[kind]];
  if (wanted) {
    if (!machine.isRunnable(wanted))
      throw new UserError(`${OVERRIDE[kind]} names ${wanted}, which is not a program that can be run.`, 1);
    return { kind, path: wanted, ...brandOf(kind, wanted) };
  }
  for (const place of PLACES[kind]) {
    const path = candidates(place, machine).find((one) => machine.isRunnable(one) && !isSnap(one, machine));
    if (path) return { kind, path, name: place.name, branded: place.name === 'Google Chrome' };
  }
  return null;
}

/** One sentence for a person who has no such browser. */
export function howToInstall(kind: BrowserKind, machine: Machine = thisMachine): string {
  const isChromium = kind === 'chromium';
  const what = isChromium ? 'Chromium, Microsoft Edge or Google Chrome' : 'Firefox';
  const example = {
    darwin: `brew install --cask ${kind}`,
    win32: `winget install ${isChromium ? 'Hibbiki.Chromium' : 'Mozilla.Firefox'}`,
  }[machine.platform as string];
  const how = example ?? `sudo apt-get install ${isChromium ? 'chromium' : 'firefox-esr'}`;
  const snap = PLACES[kind].some((place) =>
    candidates(place, machine).some((one) => machine.isRunnable(one) && isSnap(one, machine)),
  );
  const found = snap
    ? `The ${isChromium ? 'Chromium' : 'Firefox'} of this machine is a snap, which cannot be driven from outside`
    : `No ${what} was found`;
  const advice = snap ? `install ${what} as a package from its maker` : `install one (for example "${how}")`;
  return `${found}: ${advice}, or name its program in the variable ${OVERRIDE[kind]}.`;
}

type Distribution = 'debian' | 'ubuntu';

function distribution(machine: Machine): Distribution | null {
  if (machine.platform !== 'linux') return null;
  const lines = machine.head('/etc/os-release').matchAll(/^ID(?:_LIKE)?="?([^"\n]*)"?$/gm);
  const ids = [...lines].flatMap((hit) => hit[1]!.split(' '));
  if (ids.includes('ubuntu')) return 'ubuntu';
  return ids.includes('debian') ? 'debian' : null;
}

const PACKAGES: Record<Distribution, Record<BrowserKind, string[]>> = {
  debian: { chromium: ['chromium'], firefox: ['firefox-esr'] },
  // Ubuntu has no firefox-esr, and its packages of these names are pointers to snaps; other suppliers' are not.
  ubuntu: { chromium: ['chromium', 'chromium-browser'], firefox: ['firefox'] },
};

function apt(machine: Machine, ...args: string[]): boolean {
  // Fresh machines hold dpkg's lock for a while (unattended upgrades).
  const options = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Dpkg::Use-Pty=0', '-q'];
  return machine.run('apt-get', [...options, ...args], { DEBIAN_FRONTEND: 'noninteractive' }) === 0;
}

function install(machine: Machine, name: string): boolean {
  machine.say(`Installing ${name} ...`);
  return apt(machine, 'install', '-y', '--no-install-recommends', name);
}

/**
 * The browsers asked for. Missing ones, and a Chinese font, are installed when this is Debian or Ubuntu and the user is root;
 * a missing font never fails.
 * @throws UserError with one sentence that says how to install what is missing.
 */
export function ensureBrowsers<Wanted extends { chromium?: true; firefox?: true }>(
  wanted: Wanted,
  machine: Machine = thisMachine,
): { [Kind in keyof Wanted]: FoundBrowser } {
  const kinds = (['chromium', 'firefox'] as const).filter((kind) => wanted[kind]);
  const found = new Map(kinds.map((kind) => [kind, findBrowser(kind, machine)] as const));
  const family = machine.isRoot ? distribution(machine) : null;
  const noFont = family !== null && machine.output('fc-list', [':lang=zh', 'family']).trim() === '';
  const missing = kinds.filter((kind) => !found.get(kind));
  if (family && (missing.length > 0 || noFont)) {
    if (!apt(machine, 'update')) machine.say('apt-get update failed; trying with the package lists there are.');
    for (const kind of missing) {
      const done = PACKAGES[family][kind].some((name) => install(machine, name) && findBrowser(kind, machine) !== null);
      if (done) found.set(kind, findBrowser(kind, machine));
    }
    if (noFont && !install(machine, 'fonts-noto-cjk'))
      machine.say('No Chinese font could be installed: screenshots may show boxes for Chinese.');
  }
  for (const kind of kinds) if (!found.get(kind)) throw new UserError(howToInstall(kind, machine), 1);
  return Object.fromEntries(found) as { [Kind in keyof Wanted]: FoundBrowser };
}
