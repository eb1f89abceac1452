import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { markdown, plainText, type Measured } from '../../bench/report.ts';
import { figure } from '../../bench/section.ts';
import { ROOT } from '../../scripts/cli.ts';

const measured: Measured = {
  mode: 'short',
  minutes: 1.5,
  machine: {
    processor: 'A processor',
    cores: 2,
    memory: '4 GiB',
    node: 'v20',
    chromium: 'Chromium 1',
    load: '0.5',
    date: '2026-11-22',
    packages: { 'fuse.js': '7.5.0' },
  },
  sections: [
    {
      title: 'Matching',
      figures: [figure('M1', 'speed', 'at least', 100, 150, '×'), figure('M5', 'worst', 'at most', 12, 15.25, '×')],
      tables: [
        {
          title: 'Times',
          head: ['engine', 'ms'],
          rows: [
            ['a|b', '1.5'],
            ['ours', '0.5'],
          ],
        },
      ],
      notes: ['A note.'],
    },
  ],
};

describe('what the benchmark says', () => {
  it('names every target with its goal, what was measured, and whether it is met', () => {
    const page = markdown(measured);
    expect(page).toContain('1 of 2 targets met.');
    expect(page).toContain('| M1 | speed | at least 100× | 150× | met |');
    expect(page).toContain('| M5 | worst | at most 12× | 15.3× | **not met** |');
    expect(page).toContain('A processor');
    expect(page).toContain('fuse.js 7.5.0');
    expect(page).toContain('| a\\|b | 1.5 |');
    expect(plainText(measured)).toMatch(/M5\s+worst\s+at most 12×\s+15\.3×\s+NOT MET/);
    expect(plainText(measured)).toContain('1 of 2 targets met');
  });

  it.each([
    [['--nonsense'], "Unknown option '--nonsense'"],
    [['--only', 'nothing'], 'There is no part "nothing"'],
  ])('refuses %j with one sentence', (given, sentence) => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs'), join(ROOT, 'bench', 'run.ts'), ...given],
      { encoding: 'utf8' },
    );
    expect(status).toBe(2);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain('    at ');
  });
});
