import { describe, expect, it } from 'vitest';
import { ensureBrowsers, findBrowser, howToInstall, type Machine } from '../../scripts/browsers/find.ts';

interface Setup {
  platform?: NodeJS.Platform;
  env?: Record<string, string>;
  isRoot?: boolean;
  release?: string;
  /** Programs by path; the value is how the file begins. */
  programs?: Record<string, string>;
  fonts?: string;
  /** What a package brings: path and how the file begins. Packages that are not here cannot be installed. */
  packages?: Record<string, [path: string, head: string] | null>;
}

const DEBIAN = 'NAME="Debian GNU/Linux"\nID=debian\n';
const UBUNTU = 'ID=ubuntu\nID_LIKE=debian\n';
const ELF = '\x7fELF';

function machine(setup: Setup): Machine & { ran: string[]; said: string[] } {
  const programs: Record<string, string> = { ...setup.programs };
  const ran: string[] = [];
  const said: string[] = [];
  return {
    ran,
    said,
    platform: setup.platform ?? 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin:/snap/bin', ...setup.env },
    home: '/home/anna',
    isRoot: setup.isRoot ?? false,
    isRunnable: (path) => path in programs,
    head: (path) => (path === '/etc/os-release' ? (setup.release ?? '') : (programs[path] ?? '')),
    run(command, args, env) {
      ran.push([command, ...args.filter((arg) => !/^-|=/.test(arg))].join(' '));
      expect(args.slice(0, 2)).toEqual(['-o', 'DPkg::Lock::Timeout=300']);
      expect(env).toEqual({ DEBIAN_FRONTEND: 'noninteractive' });
      if (args.includes('update')) return 0;
      const name = args.at(-1)!;
      const brought = setup.packages?.[name];
      if (brought === undefined) return 100;
      if (brought) programs[brought[0]] = brought[1];
      return 0;
    },
    output: () => setup.fonts ?? 'Noto Sans CJK SC',
    say: (line) => void said.push(line),
  };
}

describe('finding a browser', () => {
  it('takes Chromium before Edge and Edge before branded Chrome, which does not load extensions from its command line', () => {
    const all = { '/usr/bin/google-chrome': ELF, '/usr/bin/microsoft-edge': ELF, '/usr/bin/chromium': ELF };
    expect(findBrowser('chromium', machine({ programs: all }))).toEqual({
      kind: 'chromium',
      name: 'Chromium',
      path: '/usr/bin/chromium',
      branded: false,
    });
    const { '/usr/bin/chromium': _, ...two } = all;
    expect(findBrowser('chromium', machine({ programs: two }))?.name).toBe('Microsoft Edge');
    expect(findBrowser('chromium', machine({ programs: { '/usr/bin/google-chrome': ELF } }))).toMatchObject({
      name: 'Google Chrome',
      branded: true,
    });
    expect(findBrowser('chromium', machine({}))).toBeNull();
  });

  it('looks in the usual places of macOS and Windows', () => {
    const mac = '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge';
    expect(findBrowser('chromium', machine({ platform: 'darwin', programs: { [mac]: '' } }))).toMatchObject({
      path: mac,
      branded: false,
    });
    const home = '/home/anna/Applications/Firefox.app/Contents/MacOS/firefox';
    expect(findBrowser('firefox', machine({ platform: 'darwin', programs: { [home]: '' } }))?.path).toBe(home);
    const env = { ProgramFiles: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\anna\\AppData\\Local' };
    const windows = 'C:\\Users\\anna\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe';
    expect(findBrowser('chromium', machine({ platform: 'win32', env, programs: { [windows]: '' } }))).toMatchObject({
      path: windows,
      branded: true,
    });
  });

  it('obeys the variable, and says so when it names nothing', () => {
    const env = { CARD_RESCUE_FIREFOX: '/opt/firefox/firefox' };
    const programs = { '/usr/bin/firefox': ELF, '/opt/firefox/firefox': ELF };
    expect(findBrowser('firefox', machine({ env, programs }))?.path).toBe('/opt/firefox/firefox');
    expect(() => findBrowser('firefox', machine({ env }))).toThrow(
      'CARD_RESCUE_FIREFOX names /opt/firefox/firefox, which is not a program',
    );
    const branded = { CARD_RESCUE_CHROMIUM: '/opt/google/chrome/google-chrome' };
    expect(
      findBrowser('chromium', machine({ env: branded, programs: { '/opt/google/chrome/google-chrome': ELF } }))
        ?.branded,
    ).toBe(true);
  });

  it('does not take a snap or the script that points at one, and says why', () => {
    const stub = '#!/bin/sh\nexec /snap/bin/firefox "$@"\n';
    const ubuntu = machine({ programs: { '/usr/bin/firefox': stub, '/snap/bin/firefox': ELF } });
    expect(findBrowser('firefox', ubuntu)).toBeNull();
    expect(howToInstall('firefox', ubuntu)).toMatch(/^The Firefox of this machine is a snap.*CARD_RESCUE_FIREFOX\.$/);
  });
});

describe('making sure of browsers', () => {
  it('installs nothing where everything is there', () => {
    const debian = machine({
      isRoot: true,
      release: DEBIAN,
      programs: { '/usr/bin/chromium': ELF, '/usr/bin/firefox-esr': ELF },
    });
    expect(ensureBrowsers({ chromium: true, firefox: true }, debian).firefox.path).toBe('/usr/bin/firefox-esr');
    expect(debian.ran).toEqual([]);
  });

  it('installs what is missing on Debian as root, the font included', () => {
    const packages: Setup['packages'] = {
      chromium: ['/usr/bin/chromium', ELF],
      'firefox-esr': ['/usr/bin/firefox-esr', ELF],
      'fonts-noto-cjk': null,
    };
    const debian = machine({ isRoot: true, release: DEBIAN, fonts: '', packages });
    expect(Object.keys(ensureBrowsers({ chromium: true, firefox: true }, debian))).toEqual(['chromium', 'firefox']);
    expect(debian.ran).toEqual([
      'apt-get update',
      'apt-get install chromium',
      'apt-get install firefox-esr',
      'apt-get install fonts-noto-cjk',
    ]);
  });

  it('goes on without the font', () => {
    const debian = machine({ isRoot: true, release: DEBIAN, fonts: '', programs: { '/usr/bin/chromium': ELF } });
    expect(ensureBrowsers({ chromium: true }, debian).chromium.name).toBe('Chromium');
    expect(debian.said.at(-1)).toContain('No Chinese font could be installed');
  });

  it("does not take Ubuntu's pointer to a snap for a browser", () => {
    const packages: Setup['packages'] = { firefox: ['/usr/bin/firefox', '#!/bin/sh\n/snap/bin/firefox'] };
    const ubuntu = machine({ isRoot: true, release: UBUNTU, packages });
    expect(() => ensureBrowsers({ firefox: true }, ubuntu)).toThrow(/^The Firefox of this machine is a snap/);
    expect(ubuntu.ran).toEqual(['apt-get update', 'apt-get install firefox']);
  });

  it.each([
    ['not root', machine({ release: DEBIAN })],
    ['not Debian', machine({ isRoot: true, release: 'ID=fedora\n' })],
    ['the package cannot be had', machine({ isRoot: true, release: DEBIAN })],
    ['macOS', machine({ isRoot: true, platform: 'darwin' })],
  ])('says in one sentence how to install, when %s', (_, where) => {
    expect(() => ensureBrowsers({ chromium: true }, where)).toThrow(
      /^No Chromium, Microsoft Edge or Google Chrome was found: install one \(for example ".*"\), or name .*CARD_RESCUE_CHROMIUM\.$/,
    );
  });
});
