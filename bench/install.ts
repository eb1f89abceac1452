/** Installs the compared packages into bench/node_modules. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, UserError } from '../scripts/cli.ts';

const FOLDER = join(ROOT, 'bench');

const read = (...path: string[]) => JSON.parse(readFileSync(join(FOLDER, ...path), 'utf8')) as Record<string, unknown>;

/** Names of peers that are not there, or in another version than bench/package.json names. */
export function missingPeers(): string[] {
  return Object.entries(read('package.json').dependencies as Record<string, string>)
    .filter(([name, version]) => {
      const path = ['node_modules', ...name.split('/'), 'package.json'];
      return !existsSync(join(FOLDER, ...path)) || read(...path).version !== version;
    })
    .map(([name]) => name);
}

/**
 * Installs the peers when some are missing.
 * @throws UserError when npm cannot
 */
export function installPeers(say: (text: string) => void): void {
  const missing = missingPeers();
  if (missing.length === 0) return;
  say(`Installing what is compared into bench/node_modules (missing: ${missing.join(', ')}) ...`);
  const { status, error } = spawnSync('npm', ['ci'], {
    cwd: FOLDER,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new UserError(`npm ci failed in ${FOLDER}${error ? `: ${error.message}` : ''}.`, 1);
}
