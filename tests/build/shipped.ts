/** The built extension, for the tests that look at its bytes. Builds it where it is not current. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { filesIn } from '../../scripts/budgets.ts';
import { buildExtension } from '../../scripts/build.ts';

export const ROOT = join(import.meta.dirname, '..', '..');
export const TARGETS = ['chrome', 'firefox'] as const;
export type Target = (typeof TARGETS)[number];

/** Both builds, by target. */
export async function shipped(): Promise<Record<Target, Map<string, Buffer>>> {
  const { chrome, firefox } = await buildExtension();
  return { chrome: filesIn(chrome), firefox: filesIn(firefox) };
}

/** Time for two builds on a busy machine, and for waiting while another command builds. */
export const BUILD_TIME = 240_000;

export const hashesOf = (files: ReadonlyMap<string, Buffer>): Record<string, string> =>
  Object.fromEntries([...files].map(([name, content]) => [name, createHash('sha256').update(content).digest('hex')]));
