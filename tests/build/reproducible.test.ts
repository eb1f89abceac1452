import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { filesIn } from '../../scripts/budgets.ts';
import { BUILD_TIME, ROOT, TARGETS, hashesOf, shipped } from './shipped.ts';

/** Everything a build depends on, as scripts/build.ts knows it. */
const SOURCES = [
  'entrypoints',
  'components',
  'lib',
  'public',
  'scripts',
  'wxt.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];
const folder = mkdtempSync(join(tmpdir(), 'card-rescue-elsewhere-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Builds in the other folder, as a person with other habits would. */
function buildElsewhere(): Promise<string> {
  return new Promise((done, failed) => {
    const tsx = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
    // Another time zone, another language and another mode must not show, nor the folder.
    const env = {
      ...process.env,
      NODE_ENV: 'development',
      TZ: 'Pacific/Auckland',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
    };
    const child = spawn(process.execPath, [tsx, join('scripts', 'build.ts'), '--force'], {
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

describe('two builds', () => {
  it(
    'of the same sources are the same, byte for byte, wherever and whenever they are made',
    async () => {
      const here = await shipped();
      for (const name of SOURCES)
        cpSync(join(ROOT, name), join(folder, name), {
          recursive: true,
          filter: (path) => !path.endsWith(join('lib', 'generated')),
        });
      symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir');
      await buildElsewhere();
      for (const target of TARGETS)
        expect(hashesOf(filesIn(join(folder, '.output', `${target}-mv3`))), target).toEqual(hashesOf(here[target]));
    },
    BUILD_TIME,
  );
});
