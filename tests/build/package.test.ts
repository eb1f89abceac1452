/** What is handed to the stores: the same bytes from the same sources, and from the sources that are handed in with it. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packAll, sumsOf, type Packed } from '../../scripts/package.ts';
import { zipOf } from '../../scripts/package/zip.ts';
import { BUILD_TIME, ROOT, hashesOf, shipped } from './shipped.ts';

const folder = mkdtempSync(join(tmpdir(), 'card-rescue-elsewhere-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let packed: Packed[];
beforeAll(async () => {
  packed = await packAll();
}, BUILD_TIME);

const zip = (kind: string): Packed => packed.find(({ name }) => name.endsWith(`-${kind}.zip`))!;
const unzipped = (kind: string): Map<string, Buffer> =>
  new Map(Object.entries(unzipSync(zip(kind).content)).map(([name, content]) => [name, Buffer.from(content)]));

/** Packs in the other folder, as a person with other habits would. */
function packElsewhere(): Promise<string> {
  return new Promise((done, failed) => {
    const tsx = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
    // Another time zone, another language and another mode must not show, nor the folder.
    const env = {
      ...process.env,
      NODE_ENV: 'development',
      TZ: 'Pacific/Auckland',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
      INIT_CWD: folder,
    };
    const child = spawn(process.execPath, [tsx, join('scripts', 'package.ts')], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += String(data)));
    child.once('error', failed);
    child.once('close', (code) => (code === 0 ? done(output) : failed(new Error(output))));
  });
}

describe('the packages', () => {
  it('hold exactly the builds, with the manifest at the top', async () => {
    const builds = await shipped();
    expect(hashesOf(unzipped('chrome'))).toEqual(hashesOf(builds.chrome));
    expect(hashesOf(unzipped('firefox'))).toEqual(hashesOf(builds.firefox));
    expect(unzipped('chrome').has('manifest.json')).toBe(true);
    expect(zip('edge').sha256).toBe(zip('chrome').sha256);
  });

  it('have sources with a lock file and instructions, and nothing that was made', () => {
    const names = [...unzipped('firefox-sources').keys()];
    for (const name of ['package-lock.json', 'README.md', 'docs/store/reviewer-notes.md', 'wxt.config.ts'])
      expect(names).toContain(name);
    expect(names.filter((name) => /node_modules|generated\/|^dist|\.output|\.git\//.test(name))).toEqual([]);
  });

  it(
    'come out the same, byte for byte, from the sources zip, wherever and whenever they are made',
    async () => {
      for (const [name, content] of unzipped('firefox-sources')) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), content);
      }
      symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir');
      await packElsewhere();
      const out = join(folder, 'dist');
      expect(readFileSync(join(out, 'SHA256SUMS'), 'utf8')).toBe(sumsOf(packed));
      expect(readdirSync(out).sort()).toEqual([...packed.map(({ name }) => name), 'SHA256SUMS'].sort());
      for (const { name, content } of packed) expect(readFileSync(join(out, name)).equals(content), name).toBe(true);
    },
    BUILD_TIME,
  );
});

describe('a zip', () => {
  const files = new Map([
    ['b.txt', Buffer.from('second')],
    ['a.txt', Buffer.from('first')],
  ]);

  it('does not depend on the order in which files are given', () => {
    const turned = new Map([...files].reverse());
    expect(zipOf(turned).equals(zipOf(files))).toBe(true);
    expect(Object.keys(unzipSync(zipOf(files)))).toEqual(['a.txt', 'b.txt']);
  });

  it('is another one as soon as a byte is', () => {
    expect(zipOf(new Map(files).set('a.txt', Buffer.from('First'))).equals(zipOf(files))).toBe(false);
  });

  it('refuses a name whose order could not be kept', () => {
    expect(() => zipOf(new Map([['7', Buffer.from('')]]))).toThrow('may not be called 7');
  });
});
