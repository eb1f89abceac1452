import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { filesIn, overBudget, sizesOf } from './budgets.ts';
import { isMain, optionsOf, ROOT, runCommand, UserError } from './cli.ts';

export interface Builds {
  chrome: string;
  firefox: string;
  /** False when both were newer than every source already. */
  fresh: boolean;
}

const OUTPUT = join(ROOT, '.output');
const HASHES = join(OUTPUT, '.sources-hash');
const LOCK = join(OUTPUT, '.building');
const TARGETS = { chrome: ['-b', 'chrome'], firefox: ['-b', 'firefox', '--mv3'] };
/** Everything a build can depend on. lib/generated is made by the build itself. */
const SOURCES = [
  'entrypoints',
  'components',
  'lib',
  'public',
  'scripts/vite',
  'scripts/budgets.ts',
  'wxt.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];
const MADE = join('lib', 'generated');

/** Where a build of the extension lies, whether it is there or not. */
export function buildFolder(target: keyof typeof TARGETS): string {
  return join(OUTPUT, `${target}-mv3`);
}

function* files(path: string): Generator<string> {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isFile()) yield path;
  else if (stat?.isDirectory() && !path.endsWith(MADE))
    for (const name of readdirSync(path).toSorted()) yield* files(join(path, name));
}

function hashOf(paths: string[]): string {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((one) => [...files(one)])) {
    const content = readFileSync(path);
    hash.update(`${relative(ROOT, path).split(sep).join('/')}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** One line for the sources and one for what was built from them, so that neither can change unnoticed. */
function state(): string {
  const built = Object.keys(TARGETS).map((target) => buildFolder(target as keyof typeof TARGETS));
  return `sources ${hashOf(SOURCES.map((path) => join(ROOT, path)))}\noutput ${hashOf(built)}\n`;
}

function isCurrent(): boolean {
  const complete = (['chrome', 'firefox'] as const).every((target) =>
    existsSync(join(buildFolder(target), 'manifest.json')),
  );
  return complete && existsSync(HASHES) && readFileSync(HASHES, 'utf8') === state();
}

function wxt(args: string[], say: (text: string) => void): Promise<number> {
  return new Promise((done, failed) => {
    const entry = join(ROOT, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
    if (!existsSync(entry)) throw new UserError('The project is not installed yet: run "npm ci" first.', 1);
    // Another NODE_ENV (a test runner's) would compile components for debugging, with the paths of this machine in them.
    const env = { ...process.env, CI: 'true', NODE_ENV: 'production' };
    const child = spawn(process.execPath, [entry, ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env });
    child.stdout.on('data', (data) => say(String(data)));
    child.stderr.on('data', (data) => say(String(data)));
    child.once('error', failed);
    child.once('exit', (code) => done(code ?? 1));
  });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether the command that holds the lock is gone. A lock without a number is being written, or was cut off. */
function isLeftBehind(): boolean {
  try {
    const holder = Number(readFileSync(LOCK, 'utf8'));
    return holder ? !isAlive(holder) : Date.now() - statSync(LOCK).mtimeMs > 5000;
  } catch {
    return false;
  }
}

/** Two commands started at once must not build into the same folder. */
async function alone<T>(work: () => Promise<T>): Promise<T> {
  mkdirSync(OUTPUT, { recursive: true });
  for (;;) {
    try {
      writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
      break;
    } catch {
      if (isLeftBehind()) rmSync(LOCK, { force: true });
      else await pause(200);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(LOCK, { force: true });
  }
}

/**
 * Builds the extension for both browsers unless the builds are newer than every source.
 * @param options.force build in any case; `say` takes the builder's output, which is shown in the error otherwise.
 * @throws UserError with the builder's words when a build fails, or with the budget that it exceeds.
 */
export async function buildExtension(options: { force?: boolean; say?: (text: string) => void } = {}): Promise<Builds> {
  return alone(async () => {
    const folders = { chrome: buildFolder('chrome'), firefox: buildFolder('firefox') };
    if (!options.force && isCurrent()) return { ...folders, fresh: false };
    rmSync(HASHES, { force: true });
    for (const [target, args] of Object.entries(TARGETS)) {
      let output = '';
      const code = await wxt(['build', ...args], options.say ?? ((text) => (output += text)));
      if (code !== 0) throw new UserError(`The build for ${target} failed.\n${output.trim()}`, 1);
    }
    const over = Object.values(folders).flatMap((folder) => overBudget(sizesOf(filesIn(folder))));
    if (over.length) throw new UserError(`The build is larger than it may be.\n${[...new Set(over)].join('\n')}`, 1);
    writeFileSync(HASHES, state());
    return { ...folders, fresh: true };
  });
}

async function main(): Promise<void> {
  const { values } = optionsOf('npm run build -- [--force]    --force builds even when nothing changed', {
    force: 'boolean',
  });
  const { chrome, firefox, fresh } = await buildExtension({
    force: values.force ?? false,
    say: (text) => process.stdout.write(text),
  });
  const how = fresh ? 'Built' : 'Nothing changed since the last build of';
  process.stdout.write(`${how} ${relative(ROOT, chrome)} and ${relative(ROOT, firefox)}.\n`);
}

if (isMain(import.meta.url)) await runCommand(main);
