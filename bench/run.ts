/**
 * `npm run bench`: speed against the best peers, side by side in one run. Prints every target with what was measured; the full run also
 * writes docs/benchmark.md. The peers are installed here when they are missing; the product does not have them.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildExtension } from '../scripts/build.ts';
import { isMain, optionsOf, reason, ROOT, runCommand, UserError } from '../scripts/cli.ts';
import { installPeers } from './install.ts';
import { type Measured, machine, markdown, plainText } from './report.ts';
import type { RunSection, Section } from './section.ts';

/** Parts are imported when they run: before that their peers may not be there. */
const SECTIONS: Readonly<Record<string, () => Promise<RunSection>>> = {
  beside: async () => (await import('./beside/beside.ts')).beside,
  matching: async () => (await import('./matching.ts')).matching,
  lookup: async () => (await import('./lookup.ts')).lookup,
  answers: async () => (await import('./answers.ts')).answers,
  sizes: async () => (await import('./sizes.ts')).sizes,
  page: async () => (await import('./page.ts')).page,
  storm: async () => (await import('./storm.ts')).storm,
  popup: async () => (await import('./popup.ts')).popup,
  background: async () => (await import('./background.ts')).background,
};

const USAGE = `npm run bench                   everything; writes docs/benchmark.md
npm run bench -- --short        fewer rounds, sizes and engines: some minutes, writes nothing
npm run bench -- --write        writes docs/benchmark.md after a short run, too
npm run bench -- --only NAME    one part only, writes nothing: ${Object.keys(SECTIONS).join(', ')}
npm run bench -- --json         the figures as JSON`;

const say = (text: string): void => void process.stderr.write(`${text}\n`);

async function main(): Promise<number> {
  const { values } = optionsOf(USAGE, { short: 'boolean', write: 'boolean', json: 'boolean', only: 'string' });
  const { short = false, write = !short, json = false, only } = values;
  if (only !== undefined && !Object.hasOwn(SECTIONS, only))
    throw new UserError(`There is no part "${only}". The parts are ${Object.keys(SECTIONS).join(', ')}.`);
  installPeers(say);
  await buildExtension();
  const started = performance.now();
  const sections: Section[] = [];
  let broken = 0;
  for (const [name, load] of Object.entries(SECTIONS)) {
    if (only && name !== only) continue;
    const begun = performance.now();
    try {
      const run = await load();
      sections.push(await run({ short, say: (text) => say(`${name}: ${text}`) }));
    } catch (error) {
      // One part that cannot run (no browser, a wrong engine) must not hide the figures of the others.
      broken++;
      say(`${name}: ${reason(error)}`);
    }
    say(`${name}: ${((performance.now() - begun) / 1000).toFixed(0)} s`);
  }
  const measured: Measured = {
    mode: short ? 'short' : 'full',
    minutes: (performance.now() - started) / 60_000,
    machine: await machine(),
    sections,
  };
  const figures = sections.flatMap((one) => one.figures);
  process.stdout.write(json ? `${JSON.stringify({ ...measured, figures }, null, 2)}\n` : plainText(measured));
  if (write && !only && broken === 0) writeFileSync(join(ROOT, 'docs', 'benchmark.md'), markdown(measured));
  return broken > 0 ? 1 : 0;
}

if (isMain(import.meta.url)) await runCommand(main);
