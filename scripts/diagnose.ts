import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { launchChromium } from './browsers/chromium.ts';
import type { ChromiumDriver } from './browsers/chromium-driver.ts';
import { readPage, type Reading } from './browsers/reading.ts';
import { buildExtension } from './build.ts';
import { fromUsersFolder, isMain, optionsOf, reason, runCommand, UserError } from './cli.ts';
import { readAddress, readSavedPage } from './saved-page.ts';

const USAGE = `Opens a saved page in the installed Chromium with the built extension and prints what the extension says of it.

  npm run --silent diagnose -- [--json] PAGE.html --url https://…
  npm run --silent diagnose -- --batch PAGES.json     a JSON array of {"file", "url"}; prints an array in the same order

Nothing the page refers to is fetched; its inline scripts and styles work.`;

/** Tabs that are open at once; most of their time is waiting. */
const TABS = 4;
const LOAD_LIMIT = 10_000;
const PAGE_LIMIT = 25_000;

interface Task {
  html: string;
  url: string;
}

type Answer = { diagnosis: null; error?: string } | Omit<Reading, 'state'>;

async function within<T>(limit: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, failed) => {
    timer = setTimeout(
      () => failed(new UserError(`The page kept the browser busy for more than ${limit / 1000} seconds.`, 1)),
      limit,
    );
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

async function diagnose(driver: ChromiumDriver, { html, url }: Task): Promise<Answer> {
  const page = await driver.newTab();
  try {
    // A page that reloads itself for ever is served a few times and then left as it is.
    let served = 0;
    const wanted = new URL(url);
    driver.serveTab(page, '*', ({ url: asked, kind }) => {
      const isPage = kind === 'document' && asked.origin === wanted.origin && asked.pathname === wanted.pathname;
      return isPage && served++ < 3 ? html : null;
    });
    const read = async () => {
      await page.goto(url, { waitUntil: 'load', timeout: LOAD_LIMIT }).catch((error) => {
        // A page that never finishes loading is read as far as it came.
        if (!/Timeout|interrupted|ERR_ABORTED/.test(String(error))) throw error;
      });
      return readPage(driver, page);
    };
    const { state, ...reading } = await within(PAGE_LIMIT, read());
    if (state === 'error' || state === 'access-withheld')
      throw new UserError(`The extension could not read the page (its popup says "${state}").`, 1);
    return reading.diagnosis === null ? { diagnosis: null } : reading;
  } finally {
    // A busy page may never agree to close; the browser is closed after all of them.
    void page.close().catch(() => undefined);
  }
}

function readableHosts(extensionDir: string): string[] {
  const manifest = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8')) as {
    content_scripts?: { matches: string[] }[];
  };
  return manifest.content_scripts?.flatMap(({ matches }) => matches) ?? [];
}

function prepare(file: string, url: string | undefined, hosts: string[], folders: string[]): Task | null {
  const address = readAddress(url, hosts);
  const html = readSavedPage(fromUsersFolder(file, ...folders));
  if (address.isRead) return { html, url: address.url };
  process.stderr.write(
    `${new URL(address.url).host} is not an Alipay address: Card Rescue does not look at pages there.\n`,
  );
  return null;
}

/** Works off the tasks with one browser, several tabs at a time. Errors are answers here, so that one page spoils no other. */
async function diagnoseAll(extensionDir: string, tasks: (Task | null | UserError)[]): Promise<(Answer | UserError)[]> {
  const answers: (Answer | UserError)[] = tasks.map((task) => (task instanceof UserError ? task : { diagnosis: null }));
  const open = tasks.flatMap((task, at) => (task && !(task instanceof UserError) ? [{ task, at }] : []));
  if (open.length === 0) return answers;
  const driver = await launchChromium({ extensionDir });
  try {
    const work = async () => {
      for (let next = open.shift(); next; next = open.shift()) {
        answers[next.at] = await diagnose(driver, next.task).catch((error) =>
          error instanceof UserError ? error : new UserError(reason(error), 1),
        );
      }
    };
    await Promise.all(Array.from({ length: Math.min(TABS, open.length) }, work));
  } finally {
    // A browser that does not close in time is ended together with this process.
    await within(10_000, driver.close()).catch(() => setTimeout(() => process.exit(), 2000));
  }
  return answers;
}

function readBatch(path: string): { file: string; url: string }[] {
  const name = basename(path);
  let list: unknown;
  try {
    list = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UserError(`${name} cannot be read as JSON: ${reason(error)}`);
  }
  const isEntry = (entry: unknown) => typeof (entry as { file?: unknown } | null)?.file === 'string';
  if (!Array.isArray(list) || !list.every(isEntry))
    throw new UserError(`${name} must hold a JSON array of {"file": "PAGE.html", "url": "https://…"}.`);
  return list as { file: string; url: string }[];
}

function tell(answer: Answer): string {
  if (answer.diagnosis === null)
    return 'The extension shows nothing on this page. Why: npm run explain -- --page PAGE.html --url https://…';
  const { diagnosis, certainty, code, evidence, banner } = answer;
  return [
    `Diagnosis: ${diagnosis} (${certainty})`,
    `Code: ${code || 'none on the page'}`,
    `Hint in the page: ${banner ?? 'none'}`,
    ...evidence.map(({ kind, rule, quote, place }) => `Because: "${quote}" (${kind} "${rule}", ${place})`),
  ].join('\n');
}

async function main(): Promise<number> {
  const { values, words } = optionsOf(USAGE, { json: 'boolean', url: 'string', batch: 'string' }, Infinity);
  if (values.batch !== undefined) {
    if (words.length > 0 || values.url)
      throw new UserError('--batch takes one JSON file and no page or --url besides.');
    const path = fromUsersFolder(values.batch);
    const list = readBatch(path);
    const { chrome } = await buildExtension();
    const hosts = readableHosts(chrome);
    const tasks = list.map(({ file, url }) => {
      try {
        return prepare(file, url, hosts, [dirname(path)]);
      } catch (error) {
        if (error instanceof UserError) return error;
        throw error;
      }
    });
    const answers = await diagnoseAll(chrome, tasks);
    const failed = answers.flatMap((answer, at) => (answer instanceof UserError ? [{ answer, at }] : []));
    for (const { answer, at } of failed)
      process.stderr.write(`Entry ${at + 1} (${list[at]!.file}): ${answer.message}\n`);
    const shown = answers.map((answer) =>
      answer instanceof UserError ? { diagnosis: null, error: answer.message } : answer,
    );
    process.stdout.write(`${JSON.stringify(shown)}\n`);
    return Math.max(0, ...failed.map(({ answer }) => answer.exitCode));
  }
  const [file, ...rest] = words;
  if (!file) throw new UserError('Name the saved page: diagnose -- --json PAGE.html --url https://… (see --help).');
  if (rest.length > 0)
    throw new UserError(`One page at a time, but "${rest.join(' ')}" was given as well; use --batch for several.`);
  // What is wrong with the file or address is told before anything is built.
  readAddress(values.url, []);
  readSavedPage(fromUsersFolder(file));
  const { chrome } = await buildExtension();
  const [answer] = await diagnoseAll(chrome, [prepare(file, values.url, readableHosts(chrome), [])]);
  if (answer instanceof UserError) throw answer;
  process.stdout.write(`${values.json ? JSON.stringify(answer) : tell(answer!)}\n`);
  return 0;
}

if (isMain(import.meta.url)) await runCommand(main);
