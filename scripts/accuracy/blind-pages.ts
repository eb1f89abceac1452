/** Runs pages that were written without sight of the rules through the built extension and counts how it did. */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { launchChromium } from '../browsers/chromium.ts';
import type { ChromiumDriver } from '../browsers/chromium-driver.ts';
import { readPage } from '../browsers/reading.ts';
import type { Answer as Served } from '../browsers/serving.ts';
import { buildExtension } from '../build.ts';
import { fromUsersFolder, isMain, reason, runCommand, UserError } from '../cli.ts';

const USAGE = `Judges the extension on pages of a JSON file: an array of {"id", "url", "html", "expected", "also"?, "note"?}, where "expected" is an id of a
diagnosis, a list of them, or null for an innocent page.

  npx tsx scripts/accuracy/blind-pages.ts PAGES.json [--out ANSWERS.json] [--only WORD] [--extension FOLDER]

A first contact counts only once: look at the pages after the run, not before.`;

export interface BlindPage {
  id: string;
  url: string;
  html: string;
  expected: string | readonly string[] | null;
  also?: readonly string[];
  note?: string;
}

export type BlindVerdict = 'right' | 'acceptable' | 'wrong' | 'missed' | 'silent' | 'false alarm';

export interface BlindAnswer {
  id: string;
  kind: string;
  expected: readonly string[];
  verdict: BlindVerdict;
  diagnosis: string | null;
  certainty: string;
  code: string;
  evidence: unknown;
  error?: string;
}

const TABS = 4;
const LIMIT = 40_000;

const listOf = (expected: BlindPage['expected']): readonly string[] =>
  expected === null ? [] : typeof expected === 'string' ? [expected] : expected;

/** Compares what was said of a page with what its author expects; no diagnosis is expected of an innocent one. */
export function blindVerdict(
  { expected, also = [] }: Pick<BlindPage, 'expected' | 'also'>,
  said: string | null,
): BlindVerdict {
  const right = listOf(expected);
  if (!right.length) return said === null ? 'silent' : 'false alarm';
  if (said === null) return 'missed';
  return right.includes(said) ? 'right' : also.includes(said) ? 'acceptable' : 'wrong';
}

/** The kind of a page: its id up to the first number without the round ("r1-f-03" is of the kind "f"). */
export const kindOf = (id: string): string => id.replace(/^r\d+-/, '').replace(/[-_.]?\d.*$/, '') || id;

/** A page that holds no element is what the gateway answers to programs: JSON or plain text. */
export function servedAs(html: string): Served {
  if (/<(?:!doctype|[a-z][\w-]*)[\s/>]/i.test(html)) return { body: html };
  return { body: html, type: `${/^\s*[[{]/.test(html) ? 'application/json' : 'text/plain'}; charset=utf-8` };
}

async function readOne(driver: ChromiumDriver, page: BlindPage): Promise<BlindAnswer> {
  const tab = await driver.newTab();
  const base = { id: page.id, kind: kindOf(page.id), expected: listOf(page.expected) };
  let timer: NodeJS.Timeout | undefined;
  try {
    const wanted = new URL(page.url);
    driver.serveTab(tab, '*', ({ url, kind }) =>
      kind === 'document' && url.origin === wanted.origin && url.pathname === wanted.pathname
        ? servedAs(page.html)
        : null,
    );
    const late = new Promise<never>((_, failed) => {
      timer = setTimeout(() => failed(new UserError('took too long', 1)), LIMIT);
    });
    const read = async () => {
      await tab.goto(page.url, { waitUntil: 'load', timeout: 10_000 }).catch(() => undefined);
      return readPage(driver, tab);
    };
    const { diagnosis, certainty, code, evidence } = await Promise.race([read(), late]);
    return { ...base, verdict: blindVerdict(page, diagnosis), diagnosis, certainty, code, evidence };
  } catch (error) {
    const told = { diagnosis: null, certainty: '', code: '', evidence: [], error: reason(error) };
    return { ...base, verdict: blindVerdict(page, null), ...told };
  } finally {
    clearTimeout(timer);
    void tab.close().catch(() => undefined);
  }
}

/** Opens all pages with one browser, several tabs at a time; `built` is a folder with the extension where it is not to be built. */
export async function readBlindPages(pages: readonly BlindPage[], built?: string): Promise<BlindAnswer[]> {
  const chrome = built ?? (await buildExtension()).chrome;
  const driver = await launchChromium({ extensionDir: chrome });
  const answers = new Map<BlindPage, BlindAnswer>();
  try {
    const queue = [...pages];
    const work = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) answers.set(next, await readOne(driver, next));
    };
    await Promise.all(Array.from({ length: Math.min(TABS, pages.length) }, work));
  } finally {
    await driver.close().catch(() => setTimeout(() => process.exit(), 2000));
  }
  return pages.map((one) => answers.get(one)!);
}

const VERDICTS: readonly BlindVerdict[] = ['right', 'acceptable', 'wrong', 'missed', 'silent', 'false alarm'];

/** The answers as a table: a line for each group, with the counts of its verdicts. */
export function tableOf(answers: readonly BlindAnswer[], groupOf: (one: BlindAnswer) => string): string {
  const groups = [...new Set(answers.map(groupOf))].sort();
  const line = (name: string, of: readonly BlindAnswer[]): string =>
    [
      name.padEnd(32),
      ...VERDICTS.map((verdict) => String(of.filter((one) => one.verdict === verdict).length).padStart(12)),
    ].join('');
  return [
    ['group'.padEnd(32), ...VERDICTS.map((one) => one.padStart(12))].join(''),
    ...groups.map((name) =>
      line(
        name,
        answers.filter((one) => groupOf(one) === name),
      ),
    ),
    line('all', answers),
  ].join('\n');
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: {
      out: { type: 'string' },
      only: { type: 'string' },
      extension: { type: 'string' },
      help: { type: 'boolean' },
    },
    allowPositionals: true,
  });
  if (values.help || positionals.length !== 1) {
    process.stdout.write(`${USAGE}\n`);
    return values.help ? 0 : 2;
  }
  const all = JSON.parse(readFileSync(fromUsersFolder(positionals[0]!), 'utf8')) as BlindPage[];
  if (!Array.isArray(all)) throw new UserError('The file must hold a JSON array of pages.');
  const pages = all.filter(
    (one) => !values.only || `${one.id} ${listOf(one.expected).join(' ')}`.includes(values.only),
  );
  const answers = await readBlindPages(pages, values.extension);
  if (values.out) writeFileSync(fromUsersFolder(values.out), `${JSON.stringify(answers, null, 1)}\n`);
  const sure = ['exact', 'likely', 'unsure'].map((certainty) => {
    const told = answers.filter((one) => one.diagnosis && one.certainty === certainty);
    const good = told.filter((one) => one.verdict === 'right' || one.verdict === 'acceptable').length;
    return `${certainty}: ${good} of ${told.length} right`;
  });
  process.stdout.write(
    `${tableOf(answers, (one) => one.kind)}\n\n${tableOf(answers, (one) => one.expected[0] ?? 'innocent')}\n\n${sure.join('; ')}\n`,
  );
  return 0;
}

if (isMain(import.meta.url)) await runCommand(main);
