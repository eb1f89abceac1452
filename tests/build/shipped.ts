/** The built extension, for the tests that look at its bytes. Builds it where it is not current. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildExtension } from '../../scripts/build.ts';

export const ROOT = join(import.meta.dirname, '..', '..');
export const TARGETS = ['chrome', 'firefox'] as const;
export type Target = (typeof TARGETS)[number];

/** Files of a folder by their path with forward slashes. */
export function filesIn(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  return new Map(names.sort().map((path) => [path.slice(folder.length + 1).split(sep).join('/'), readFileSync(path)]));
}

/** Both builds, by target. */
export async function shipped(): Promise<Record<Target, Map<string, Buffer>>> {
  const { chrome, firefox } = await buildExtension();
  return { chrome: filesIn(chrome), firefox: filesIn(firefox) };
}

/** Time for two builds on a busy machine, and for waiting while another command builds. */
export const BUILD_TIME = 240_000;

export const gzipped = (content: Buffer): number => gzipSync(content, { level: 9 }).length;
export const hashesOf = (files: ReadonlyMap<string, Buffer>): Record<string, string> => Object.fromEntries([...files].map(([name, content]) => [name, createHash('sha256').update(content).digest('hex')]));

/** Scripts, styles and pages that a page loads before anything happens: its own and what those import at once. */
export function firstLoad(files: ReadonlyMap<string, Buffer>, page: string): string[] {
  const html = String(files.get(page));
  const found = [...html.matchAll(/(?:src|href)="\/([^"]+)"/g)].map((one) => one[1]!);
  for (const name of found)
    for (const one of String(files.get(name)).matchAll(/(?:^|[;}\n])\s*(?:import|export)\s*(?:[\w*{][^;]*?from\s*)?["'`]\.\/([\w.-]+\.js)["'`]/g)) {
      const path = `${name.slice(0, name.lastIndexOf('/') + 1)}${one[1]}`;
      if (!found.includes(path)) found.push(path);
    }
  return [page, ...found];
}
