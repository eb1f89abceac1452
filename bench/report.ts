/** What the benchmark measured, for people: on the terminal and in docs/benchmark.md. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../scripts/browsers/find.ts';
import { ROOT } from '../scripts/cli.ts';
import type { Figure, Section, Table } from './section.ts';

/** Where it was measured: no names, no paths. */
export interface Machine {
  processor: string;
  cores: number;
  memory: string;
  /** Mean number of programs that wanted a core, over five minutes. */
  load: string;
  node: string;
  chromium: string;
  date: string;
  /** Versions of the peers. */
  packages: Record<string, string>;
}

export interface Measured {
  mode: 'short' | 'full';
  minutes: number;
  machine: Machine;
  sections: Section[];
}

const NOTES = join(ROOT, 'docs', 'benchmark-notes.md');

/** This machine and the versions of everything compared. */
export async function machine(): Promise<Machine> {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'bench', 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    load: loadavg()[1]!.toFixed(1),
    node: `${process.version} (V8 ${process.versions.v8})`,
    chromium: chromiumVersion(),
    date: new Date().toISOString().slice(0, 10),
    packages: dependencies,
  };
}

function chromiumVersion(): string {
  try {
    const found = findBrowser('chromium');
    return found
      ? execFileSync(found.path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
      : 'none';
  } catch {
    return 'unknown';
  }
}

const isNumber = (cell: string): boolean => /^[\d.,–%×<>≤≥ -]*(?:ms|µs|%|×|x)?$/.test(cell);
const verdict = (one: Figure): string => (one.met ? 'met' : '**not met**');

function markdownTable({ title, head, rows }: Table): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
  const aligned = head.map((_, column) =>
    rows.length > 0 && rows.every((row) => isNumber(row[column] ?? '')) ? '--:' : '---',
  );
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return `**${title}**\n\n${[line(head), line(aligned), ...rows.map(line)].join('\n')}\n`;
}

/** What a person waits for, in the order in which it happens to them. */
const FELT = ['R1', 'R2', 'S1', 'S3', 'P1', 'P2', 'C1', 'C2', 'C3', 'B1'];
/** What engines are against others. */
const RATIOS = ['M1', 'M2', 'D1', 'D3'];

const figureTable = (title: string, figures: readonly Figure[]): string =>
  markdownTable({
    title,
    head: ['target', 'what', 'goal', 'measured', ''],
    rows: figures.map((one) => [one.id, one.what, one.target, one.measured, verdict(one)]),
  });

/** The first page: what a reader understands in two minutes. */
function firstPage(sections: readonly Section[], figures: readonly Figure[]): string[] {
  const of = (ids: readonly string[]): Figure[] => ids.flatMap((id) => figures.filter((one) => one.id === id));
  const open = figures.filter((one) => !one.met);
  return [
    '## What a person feels\n',
    ...sections.flatMap(({ first }) => (first ? [markdownTable(first)] : [])),
    figureTable('Waiting, and what pages pay', of(FELT)),
    figureTable('Against other engines, in short', of(RATIOS)),
    `**${figures.length - open.length} of ${figures.length} targets met.** Not met: ${open.map((one) => `${one.id} ${one.what} (${one.measured}, ${one.target})`).join('; ') || 'none'}. Why is told in the notes at the end.\n`,
  ];
}

/** The page docs/benchmark.md: first what is felt, then every target, then the parts. What people wrote of it (docs/benchmark-notes.md) stands at its end. */
export function markdown({ mode, minutes, machine: here, sections }: Measured): string {
  const figures = sections.flatMap((one) => one.figures);
  const peers = Object.entries(here.packages).map(([name, version]) => `${name} ${version}`);
  const parts = [
    '# Benchmark\n',
    'Written by `npm run bench`; do not edit. Every row of a table comes from the same run, medians of interleaved rounds: compare rows, not days.\n',
    `Measured on ${here.date}, ${mode} run of ${minutes.toFixed(1)} minutes, on ${here.cores} cores of ${here.processor}, ${here.memory}, at a load of ${here.load} when it ended; Node ${here.node}, ${here.chromium}. A load above ${here.cores} means that others used the machine meanwhile: then times are too long, and only ratios can be trusted.\n`,
    ...firstPage(sections, figures),
    '## Targets\n',
    figureTable('Every target', figures),
    ...sections.map((one) =>
      [
        `## ${one.title}\n`,
        ...one.tables.map(markdownTable),
        ...(one.notes.length ? [`${one.notes.map((note) => `- ${note}`).join('\n')}\n`] : []),
      ].join('\n'),
    ),
    `## Compared\n\n${peers.join(', ')}.\n`,
    existsSync(NOTES) ? readFileSync(NOTES, 'utf8') : '',
  ];
  return parts.filter(Boolean).join('\n');
}

function textTable({ title, head, rows }: Table): string {
  const widths = head.map((one, column) => Math.max(one.length, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (isNumber(cell) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)))
      .join('  ')
      .trimEnd();
  return `${title}\n${[line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')}\n`;
}

/** The same for the terminal. */
export function plainText({ sections }: Measured): string {
  const figures = sections.flatMap((one) => one.figures);
  return [
    ...sections.flatMap((one) => [
      `\n${one.title}\n${'='.repeat(one.title.length)}\n`,
      ...one.tables.map(textTable),
      ...one.notes.map((note) => `- ${note}\n`),
    ]),
    `\n${textTable({ title: 'Targets', head: ['target', 'what', 'goal', 'measured', ''], rows: figures.map((one) => [one.id, one.what, one.target, one.measured, one.met ? 'met' : 'NOT MET']) })}`,
    `${figures.filter((one) => one.met).length} of ${figures.length} targets met\n`,
  ].join('\n');
}
