import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type UserWorkspaceConfig } from 'vitest/config';
import { LongestFirst } from './tests/longest-first.ts';
import { wantsDocument } from './tests/wants-document.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** In tests the browser's API is the small one in memory; the real one exists only in the browsers of tests/e2e. */
const alias = { 'webextension-polyfill': path('./tests/fake-browser.ts') };
const setupFiles = [path('./tests/setup.ts')];

/** Unit tests that want a document: making one takes longer than most tests, so those that need none do without. */
const WITH_DOCUMENT = readdirSync(path('./tests'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .filter((name) => wantsDocument(join(path('./tests'), name)))
  .map((name) => `tests/${name.replaceAll('\\', '/')}`);

/**
 * Those of the rooms that read a page share a process; where the whole page script runs, watchers of one file would hear of the next one's
 * document, so each has its own.
 */
function documentProject(name: 'unit-dom' | 'unit-page', isolate: boolean): UserWorkspaceConfig {
  return {
    resolve: { alias },
    test: {
      name,
      isolate,
      maxWorkers: '100%',
      include: WITH_DOCUMENT.filter((file) => file.startsWith('tests/detect/') !== isolate),
      environment: 'happy-dom',
      setupFiles,
      testTimeout: 20_000,
    },
  };
}

/** The suites against a real browser. Each file starts its own; two of each kind of browser at a time keep two cores busy to the end. */
function browserProject(name: 'chromium' | 'firefox', maxWorkers: number): UserWorkspaceConfig {
  return {
    test: {
      name,
      include: [`tests/{e2e,hostile}/**/*.${name}.test.ts`],
      pool: 'forks',
      // Nothing here replaces modules, and what drives the browsers takes seconds to load.
      isolate: false,
      maxWorkers,
      testTimeout: 60_000,
      hookTimeout: 120_000,
    },
  };
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          // One load of the library and its tables serves many files; tests/setup.ts leaves nothing of one to the next.
          isolate: false,
          // All cores: left to itself, the runner keeps one of two for itself and computes nothing on it.
          maxWorkers: '100%',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/hostile/*.{chromium,firefox}.test.ts', ...WITH_DOCUMENT],
          environment: 'node',
          setupFiles,
          testTimeout: 20_000,
        },
      },
      documentProject('unit-dom', false),
      documentProject('unit-page', true),
      {
        // `npm run test:quick`: the rooms one edits most, without the walks over everything that `npm test` makes.
        resolve: { alias },
        test: {
          name: 'quick',
          include: ['tests/{detect,understand,case}/**/*.test.ts'],
          exclude: ['tests/detect/{mutation,expressions}.test.ts'],
          environment: 'node',
          pool: 'threads',
          isolate: false,
          maxWorkers: 2,
          setupFiles,
          testTimeout: 20_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'components',
          isolate: false,
          maxWorkers: '100%',
          include: ['tests/**/*.test.tsx'],
          environment: 'happy-dom',
          setupFiles,
          testTimeout: 20_000,
        },
      },
      browserProject('chromium', 2),
      browserProject('firefox', 2),
    ],
  },
});
