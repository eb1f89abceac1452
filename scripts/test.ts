import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowsers } from './browsers/find.ts';
import { buildExtension } from './build.ts';
import { isMain, optionsOf, reason, ROOT, runCommand, UserError } from './cli.ts';
import { check, type Outcome, vitest } from './test-stages.ts';

interface Stage {
  name: string;
  /** Names of stages without which this one means nothing. */
  needs?: string[];
  /** Runs beside the stage before it. */
  beside?: true;
  run(): Promise<Outcome>;
}

/** A stage that only makes the next ones possible: it counts when it fails. */
async function prepare(work: () => unknown): Promise<Outcome> {
  await work();
  return { passed: 0, failed: 0, output: '' };
}

/** Without what earlier runs generated, as `npm ci` finds it in a fresh clone: nothing may need it before it is made. */
function prepareAsInAFreshClone(): Promise<Outcome> {
  rmSync(join(ROOT, 'lib', 'generated'), { recursive: true, force: true });
  return check('wxt/bin/wxt.mjs', ['prepare'], false);
}

const STAGES: Stage[] = [
  { name: 'prepare', run: prepareAsInAFreshClone },
  { name: 'build', run: () => prepare(() => buildExtension()) },
  // Each keeps one core busy; what the build makes is for none of them to look at.
  { name: 'format', beside: true, run: () => check('prettier/bin/prettier.cjs', ['--check', '.'], true) },
  { name: 'types', beside: true, run: () => check('typescript/bin/tsc', ['--noEmit'], true) },
  { name: 'lint', beside: true, run: () => check('oxlint/bin/oxlint', ['--deny-warnings'], true) },
  { name: 'unit', needs: ['prepare', 'build'], run: () => vitest('unit', 'unit-dom', 'unit-page', 'components') },
  { name: 'browsers', run: () => prepare(() => ensureBrowsers({ chromium: true, firefox: true })) },
  { name: 'chromium', needs: ['build', 'browsers'], run: () => vitest('chromium') },
  // Both wait for their browsers more than they compute.
  { name: 'firefox', needs: ['build', 'browsers'], beside: true, run: () => vitest('firefox') },
];

interface Row extends Outcome {
  name: string;
  seconds: number;
  result: string;
}

async function runStage(stage: Stage, before: readonly Row[]): Promise<Row> {
  const started = performance.now();
  const broken = stage.needs?.find((name) => before.some((row) => row.name === name && row.failed > 0));
  const outcome = await (broken
    ? Promise.resolve({ passed: 0, failed: 1, output: `Not run, because "${broken}" failed.` })
    : stage.run().catch((error: unknown) => ({
        passed: 0,
        failed: 1,
        output: error instanceof UserError ? error.message : `${reason(error)}\n${(error as Error).stack ?? ''}`,
      })));
  const result = broken ? 'not run' : outcome.failed > 0 ? 'failed' : 'passed';
  return { name: stage.name, seconds: (performance.now() - started) / 1000, result, ...outcome };
}

/** The table of stages, every column as wide as its widest cell. */
export function table(rows: readonly Row[]): string {
  const head = ['stage', 'seconds', 'passed', 'failed', 'result'];
  const cells = rows.map(({ name, seconds, passed, failed, result }) => [
    name,
    seconds.toFixed(1),
    String(passed),
    String(failed),
    result,
  ]);
  const widths = head.map((title, at) => Math.max(title.length, ...cells.map((row) => row[at]!.length)));
  const isNumber = (at: number) => at >= 1 && at <= 3;
  const line = (row: string[]) =>
    row
      .map((cell, at) => (isNumber(at) ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!)))
      .join('  ')
      .trimEnd();
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n');
}

/** The stages in order, those that run side by side in one list. */
function together(stages: readonly Stage[]): Stage[][] {
  const groups: Stage[][] = [];
  for (const stage of stages)
    if (stage.beside && groups.length) groups.at(-1)!.push(stage);
    else groups.push([stage]);
  return groups;
}

async function main(): Promise<number> {
  const names = STAGES.map(({ name }) => name);
  const { words: wanted } = optionsOf(`npm test [-- STAGE ...]    the stages: ${names.join(', ')}`, {}, Infinity);
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown)
    throw new UserError(
      `There is no stage "${unknown}". Without a name all are run; the names are ${names.join(', ')}.`,
    );
  const rows: Row[] = [];
  const chosen = STAGES.filter((stage) => wanted.length === 0 || wanted.includes(stage.name));
  for (const group of together(chosen)) {
    const before = [...rows];
    const done = group.map(async (stage) => {
      const row = await runStage(stage, before);
      process.stdout.write(`${row.name}: ${row.result} (${row.seconds.toFixed(1)} s)\n`);
      if (row.failed > 0) process.stdout.write(`${row.output.trim()}\n\n`);
      return row;
    });
    rows.push(...(await Promise.all(done)));
  }
  for (const { name, slowest } of rows)
    if (slowest?.length) process.stdout.write(`\nslowest in ${name}: ${slowest.join(', ')}`);
  const passed = rows.reduce((sum, row) => sum + row.passed, 0);
  const failed = rows.reduce((sum, row) => sum + row.failed, 0);
  process.stdout.write(`\n${table(rows)}\n\n${passed} passed, ${failed} failed\n`);
  return failed > 0 ? 1 : 0;
}

if (isMain(import.meta.url)) await runCommand(main);
