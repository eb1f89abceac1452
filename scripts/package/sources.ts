/** What somebody needs to build the extension from nothing: what the build reads, the lock file and the instructions. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const PARTS = [
  'components',
  'entrypoints',
  'lib',
  'public',
  'scripts',
  'docs/store',
  'docs/icon.svg',
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  'wxt.config.ts',
];
/** Made by the build itself, or by the machine. */
const LEFT_OUT = /^(?:lib\/generated\/|.*(?:^|\/)(?:node_modules\/|\.DS_Store$)|.*\.log$)/;

function namesUnder(root: string, name: string): string[] {
  const stat = statSync(join(root, name), { throwIfNoEntry: false });
  if (!stat) throw new Error(`The sources have no ${name}.`);
  if (stat.isFile()) return [name];
  return readdirSync(join(root, name)).flatMap((one) => namesUnder(root, `${name}/${one}`));
}

/** The sources under a folder of the project, by their path. */
export function sourcesIn(root: string): Map<string, Buffer> {
  const names = PARTS.flatMap((part) => namesUnder(root, part)).filter((name) => !LEFT_OUT.test(name));
  return new Map(names.sort().map((name) => [name, readFileSync(join(root, name))]));
}
