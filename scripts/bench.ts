/**
 * `npm run bench`: speed against the best peers, side by side in one run. Prints every target with what was measured; the full run also
 * writes docs/benchmark.md.
 *
 *   --short        fewer rounds, sizes and engines: under two minutes, writes nothing
 *   --only <name>  one part only, writes nothing
 *   --json         the figures as JSON on stdout
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lookup } from './bench/lookup.ts';
import { matching } from './bench/matching.ts';
import { page } from './bench/page.ts';
import { popup } from './bench/popup.ts';
import { type Measured, machine, markdown, plainText } from './bench/report.ts';
import type { RunSection, Section } from './bench/section.ts';
import { sizes } from './bench/sizes.ts';
import { storm } from './bench/storm.ts';
import { buildExtension } from './build.ts';
import { isMain, ROOT, runCommand, UserError } from './cli.ts';

const SECTIONS: Readonly<Record<string, RunSection>> = { matching, lookup, sizes, page, storm, popup };

interface Wishes {
  short: boolean;
  json: boolean;
  only: string | null;
}

function wishesOf(given: readonly string[]): Wishes {
  const wishes: Wishes = { short: false, json: false, only: null };
  for (let at = 0; at < given.length; at++) {
    if (given[at] === '--short') wishes.short = true;
    else if (given[at] === '--json') wishes.json = true;
    else if (given[at] === '--only' && given[at + 1] && Object.hasOwn(SECTIONS, given[at + 1]!))
      wishes.only = given[++at]!;
    else
      throw new UserError(
        `Unknown option ${given[at]}. There are --short, --json, and --only with one of ${Object.keys(SECTIONS).join(', ')}.`,
      );
  }
  return wishes;
}

async function main(): Promise<number> {
  const { short, json, only } = wishesOf(process.argv.slice(2));
  const say = (text: string): void => void process.stderr.write(`${text}\n`);
  await buildExtension();
  const started = performance.now();
  const sections: Section[] = [];
  let broken = 0;
  for (const [name, run] of Object.entries(SECTIONS)) {
    if (only && name !== only) continue;
    const begun = performance.now();
    try {
      sections.push(await run({ short, say: (text) => say(`${name}: ${text}`) }));
    } catch (error) {
      // One part that cannot run (no browser, a wrong engine) must not hide the figures of the others.
      broken++;
      say(`${name}: ${(error as Error).message}`);
    }
    say(`${name}: ${((performance.now() - begun) / 1000).toFixed(0)} s`);
  }
  const measured: Measured = {
    mode: short ? 'short' : 'full',
    minutes: (performance.now() - started) / 60_000,
    machine: await machine(),
    sections,
  };
  if (json)
    process.stdout.write(
      `${JSON.stringify({ ...measured, figures: sections.flatMap((one) => one.figures) }, null, 2)}\n`,
    );
  else process.stdout.write(plainText(measured));
  if (!short && !only && broken === 0) writeFileSync(join(ROOT, 'docs', 'benchmark.md'), markdown(measured));
  return broken > 0 ? 1 : 0;
}

if (isMain(import.meta.url)) await runCommand(main);
