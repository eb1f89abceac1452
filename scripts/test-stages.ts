import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ROOT } from './cli.ts';

/** What one stage came to. `output` is what a person needs when it failed. */
export interface Outcome {
  passed: number;
  failed: number;
  output: string;
  /** The files that took longest, to know where the minutes go. */
  slowest?: string[];
}

interface Report {
  success: boolean;
  testResults: {
    name: string;
    status: string;
    message?: string;
    /** Milliseconds since 1970. */
    startTime?: number;
    endTime?: number;
    assertionResults: { status: string }[];
  }[];
}

/** A whole stage takes a minute or two; one that hangs must end in the table as well. */
const STAGE_LIMIT = 15 * 60_000;

/** Runs a Node program of the project to its end and collects what it prints. Ends it, with all it started, when it takes too long. */
export function run(program: string, args: string[], limit = STAGE_LIMIT): Promise<{ code: number; output: string }> {
  return new Promise((done, failed) => {
    const isWindows = process.platform === 'win32';
    const child = spawn(process.execPath, [join(ROOT, 'node_modules', program), ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that workers stuck in a loop end with it.
      detached: !isWindows,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    });
    let output = '';
    const end = () => {
      try {
        if (isWindows) child.kill('SIGKILL');
        else process.kill(-child.pid!, 'SIGKILL');
      } catch {
        // It ended by itself in this moment.
      }
    };
    const interrupt = () => {
      end();
      process.exit(130);
    };
    const timer = setTimeout(() => {
      output += `\nStopped after ${limit / 60_000} minutes without an end.`;
      end();
    }, limit);
    process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += String(data)));
    child.once('error', failed);
    child.once('close', (code) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
      done({ code: code ?? 1, output });
    });
  });
}

/** A stage that is right or wrong as a whole. Steps on the way count only when they fail. */
export async function check(program: string, args: string[], counts: boolean): Promise<Outcome> {
  const { code, output } = await run(program, args);
  return code === 0 ? { passed: counts ? 1 : 0, failed: 0, output } : { passed: 0, failed: 1, output };
}

/**
 * Counts what vitest reported. A file that failed outside its tests, a test that was skipped, and a run that ended badly or ran
 * nothing count as failures: none of them may pass for a success.
 */
export function countTests(report: Report | null, code: number): { passed: number; failed: number; remarks: string[] } {
  if (!report) return { passed: 0, failed: 1, remarks: ['vitest ended without a report.'] };
  const remarks: string[] = [];
  let passed = 0;
  let failed = 0;
  for (const file of report.testResults) {
    const of = (...states: string[]) => file.assertionResults.filter(({ status }) => states.includes(status)).length;
    const skipped = file.assertionResults.length - of('passed', 'failed');
    const name = relative(ROOT, file.name);
    passed += of('passed');
    failed += of('failed') + skipped;
    if (skipped > 0) remarks.push(`${name}: ${skipped} skipped; a skipped test counts as failed.`);
    if (of('failed') === 0 && file.status === 'failed') {
      failed += 1;
      remarks.push(`${name}: failed outside its tests.`);
    }
  }
  if (passed + failed === 0) remarks.push('No test was run.');
  else if (code !== 0 && failed === 0) remarks.push('vitest ended with an error although no test failed.');
  return { passed, failed: failed === 0 && remarks.length > 0 ? 1 : failed, remarks };
}

const MOST_SLOW = 6;

/** The files that took longest, with their seconds. */
function slowestOf(report: Report): string[] {
  return report.testResults
    .map(({ name, startTime = 0, endTime = 0 }) => ({
      name: relative(ROOT, name),
      seconds: (endTime - startTime) / 1000,
    }))
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, MOST_SLOW)
    .map(({ name, seconds }) => `${seconds.toFixed(0)} s ${name}`);
}

/** Runs vitest on some projects. */
export async function vitest(...projects: string[]): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'card-rescue-test-'));
  const file = join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const { code, output } = await run('vitest/vitest.mjs', [
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      ...reporters,
    ]);
    let report: Report | null = null;
    try {
      report = JSON.parse(readFileSync(file, 'utf8')) as Report;
    } catch {
      // Told by countTests; what vitest printed says why.
    }
    const { passed, failed, remarks } = countTests(report, code);
    return {
      passed,
      failed,
      output: [output, ...remarks].join('\n'),
      slowest: report ? slowestOf(report) : [],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
