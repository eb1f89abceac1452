/**
 * Writes what is handed to the stores into dist/: one zip a browser, the sources for addons.mozilla.org, and the sums of all of them.
 * The same sources always give the same bytes, so anybody can check that a store serves what stands here.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { filesIn } from './budgets.ts';
import { buildExtension } from './build.ts';
import { fromUsersFolder, isMain, optionsOf, ROOT, runCommand } from './cli.ts';
import { sourcesIn } from './package/sources.ts';
import { zipOf } from './package/zip.ts';

export interface Packed {
  name: string;
  content: Buffer;
  sha256: string;
}

const sumOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

/** The lines of SHA256SUMS, as `sha256sum --check` takes them. */
export const sumsOf = (packed: readonly Packed[]): string =>
  packed.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');

/** Builds where needed and packs. Edge takes what Chrome takes, under a name of its own so that nobody need know that. */
export async function packAll(): Promise<Packed[]> {
  const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<string, string>;
  const { chrome, firefox } = await buildExtension();
  const forChrome = zipOf(filesIn(chrome));
  const zips = {
    chrome: forChrome,
    edge: forChrome,
    firefox: zipOf(filesIn(firefox)),
    'firefox-sources': zipOf(sourcesIn(ROOT)),
  };
  return Object.entries(zips).map(([kind, content]) => ({
    name: `${name}-${version}-${kind}.zip`,
    content,
    sha256: sumOf(content),
  }));
}

async function main(): Promise<void> {
  const { values } = optionsOf(
    'npm run package -- [--out folder]    writes the zips for the stores, into dist/ by default',
    {
      out: 'string',
    },
  );
  const folder = values.out ? fromUsersFolder(values.out) : join(ROOT, 'dist');
  const packed = await packAll();
  mkdirSync(folder, { recursive: true });
  // What an earlier version left there must not be handed in by mistake; a folder of the user's own is only added to.
  if (!values.out) for (const old of readdirSync(folder)) if (old.endsWith('.zip')) rmSync(join(folder, old));
  for (const { name, content } of packed) writeFileSync(join(folder, name), content);
  writeFileSync(join(folder, 'SHA256SUMS'), sumsOf(packed));
  const shown = relative(process.cwd(), folder) || '.';
  for (const { name, content, sha256 } of packed)
    process.stdout.write(`${sha256.slice(0, 12)}…  ${String(content.length).padStart(9)} bytes  ${name}\n`);
  process.stdout.write(`Written to ${shown}, with SHA256SUMS.\n`);
}

if (isMain(import.meta.url)) await runCommand(main);
