/** The order in which files are tested: those that take longest start first, so that none of them is left alone at the end. */
import { relative } from 'node:path';
import { wantsDocument } from './wants-document.ts';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, and between two that compute all the time one that mostly waits. `npm test` prints the slowest files of each stage. */
const LONG = [
  'tests/components/popup-laws.test.tsx',
  'tests/scripts/new-diagnosis.test.ts',
  'tests/build/package.test.ts',
  'tests/understand/lookup.test.ts',
  'tests/call/walk.test.ts',
  'tests/scripts/explain.test.ts',
  'tests/scripts/personal.test.ts',
  'tests/e2e/matrix.chromium.test.ts',
  'tests/e2e/page.chromium.test.ts',
  'tests/hostile/pages.chromium.test.ts',
  'tests/e2e/languages.chromium.test.ts',
  'tests/e2e/pages.chromium.test.ts',
  'tests/hostile/disguises.chromium.test.ts',
  'tests/hostile/fuzz.chromium.test.ts',
  'tests/hostile/hands.chromium.test.ts',
  'tests/e2e/bad-input.chromium.test.ts',
  'tests/e2e/commands.chromium.test.ts',
  'tests/hostile/pages-first.firefox.test.ts',
  'tests/hostile/pages-second.firefox.test.ts',
  'tests/hostile/pages-third.firefox.test.ts',
  'tests/e2e/matrix.firefox.test.ts',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONG.indexOf(relative(this.ctx.config.root, moduleId).replaceAll('\\', '/'));
      return at < 0 ? LONG.length : at;
    };
    // Files share a process only where they follow each other, are of one project and want the same environment.
    const { projects } = this.ctx;
    const place = ({ project }: TestSpecification): number => projects.indexOf(project);
    const document = ({ moduleId }: TestSpecification): number => Number(wantsDocument(moduleId));
    return (await super.sort(files)).sort(
      (a, b) => place(b) - place(a) || document(b) - document(a) || rank(a) - rank(b),
    );
  }
}
