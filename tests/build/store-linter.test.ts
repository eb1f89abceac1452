/** The linter of addons.mozilla.org has nothing to say: its errors refuse an upload, its warnings cost reviewers time. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildExtension } from '../../scripts/build.ts';
import { BUILD_TIME, ROOT } from './shipped.ts';

const LINTER = join(ROOT, 'node_modules', 'addons-linter', 'bin', 'addons-linter');

interface Verdict {
  summary: { errors: number; warnings: number; notices: number };
  errors: { code: string }[];
  warnings: { code: string; file?: string }[];
  notices: { code: string }[];
}

function lint(folder: string): Verdict {
  const { stdout, stderr } = spawnSync(process.execPath, [LINTER, '--output', 'json', folder], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout) as Verdict;
}

describe("the stores' linter", () => {
  const copy = mkdtempSync(join(tmpdir(), 'card-rescue-linted-'));
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it(
    'finds nothing in the build for Firefox',
    async () => {
      const { errors, warnings, notices } = lint((await buildExtension()).firefox);
      expect({ errors, warnings, notices }).toEqual({ errors: [], warnings: [], notices: [] });
    },
    BUILD_TIME,
  );

  it(
    'does look: markup written by a script, and a manifest without an id, are found',
    async () => {
      const { firefox } = await buildExtension();
      writeFileSync(join(copy, 'background.js'), 'document.body.innerHTML = location.hash;');
      const manifest = JSON.parse(readFileSync(join(firefox, 'manifest.json'), 'utf8')) as Record<string, unknown>;
      delete manifest.browser_specific_settings;
      writeFileSync(join(copy, 'manifest.json'), JSON.stringify(manifest));
      const { errors, warnings } = lint(copy);
      expect(warnings.map(({ code, file }) => `${code} ${file}`)).toContain('UNSAFE_VAR_ASSIGNMENT background.js');
      expect(errors.map(({ code }) => code)).toContain('ADDON_ID_REQUIRED');
    },
    BUILD_TIME,
  );
});
