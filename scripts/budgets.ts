/**
 * How large the built files may be, in bytes as they travel (gzip). The build fails when one is exceeded, so that growth is decided and
 * does not happen. A budget is about a tenth above what is measured; one far too large watches nothing and fails a test.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from './cli.ts';

export type BuiltFiles = ReadonlyMap<string, Buffer>;

export interface Size {
  what: string;
  bytes: number;
  budget: number;
}

/** Scripts in pages, and the background. `detector.js` stands on every Alipay page: the other budgets serve people, this one pages. */
const SCRIPTS: Readonly<Record<string, number>> = {
  'detector.js': 10_240,
  // Holds all that is read, and tells a payment that went through, what is covered, and what a page puts in the way of its questions; masks
  // persons and tokens in what it hands on. And the hint that becomes small, and what may be a failure in words nobody listed (doubt.ts).
  // Names, addresses and accounts are told in many lands' forms (1.8 kB), and words in the colour of their ground, clipped away or in a frame
  // that was put away (0.8 kB). Names at labels and in greetings of all languages of the interface and their neighbours (1.3 kB).
  // That a payment failed is heard in sixteen more languages of the international checkout (2.6 kB), and what only speaks of it is not (0.6 kB).
  // What is painted as an error, where class names say nothing, is told by its colours (0.6 kB), and what was
  // bought is told from what is said about it (0.3 kB). Shadow roots are read, and toasts, dialogs and short pages in words that nobody listed
  // are asked about (1.2 kB).
  // That a payment went through is heard in sixteen more languages (1 kB).
  'reader.js': 84_000,
  'check-page.js': 84_000,
  // Masks again what pages say, and keeps a finding for each document of a tab.
  // With the hint's few sentences in every language, and with the learned reader for failures whose words nobody listed: a service worker
  // loads nothing later. The reader stays an unread function until such a failure comes, and so do the tables of the case (32 kB), which
  // a hint needs once more is known of a payment than its page shows. What is said plainly of the money, also that none left, is listed in
  // all reading languages (15 kB): it decides whether a page's words warn of paying twice. What other services fail at is none of ours (1 kB).
  // The judge of boxes has four times the slots it had (40 kB), and is told how a box says what it says.
  'background.js': 572_000,
  'picture-worker.js': 6_000,
};
/**
 * What a page of the extension loads before it shows anything. The popup's holds all its screens: they answer without another wait; and it masks
 * what people paste before it shows anything of it: names, in all languages of the interface, are 1.2 kB of that.
 */
const FIRST_LOADS: Readonly<Record<string, number>> = { 'popup.html': 46_900, 'call-sheet.html': 48_200 };
/** Own chunks of the pages, and parts loaded when they are needed, by the beginning of their names. */
const CHUNKS: Readonly<Record<string, number>> = {
  // Asks every frame that failed, and tells a page that is silent from one that is healthy.
  popup: 18_600,
  'call-sheet': 20_000,
  // With words of an end, for pages whose own words nobody listed, and with those of success in all reading languages.
  'detect-table': 52_500,
  // With the weights of facts, and the causes of decline codes.
  'lookup-data': 30_200,
  // With the learned reader's code; its vectors are a chunk of their own. And the words for money that left, for what went well, for one side that was paid while the other has nothing, and for the
  // question whether it went through, in all reading languages; other services' names, Alipay's own record, decline codes inside sentences.
  // The judge of boxes is told how a box says what it says (0.3 kB); what a message gives as its reason, in sixteen languages (0.2 kB).
  // Logins, cash machines and deliveries are no payments (1.8 kB), nor are samples, articles, accounts and what may be a reason (5 kB).
  'load-readers': 41_500,
  // The learned reader's vectors.
  weights: 300_000,
  // The judge of boxes, in the background only: more slots, because its languages took each other's (24 kB).
  boxes: 54_000,
  // The glossary, loaded after the first paint for who reads English.
  gloss: 19_000,
  'case-answer': 3_000,
  'case-part': 1_400,
};
/** Words on screen by room; the largest of the languages counts (Russian and Arabic take twice the bytes of English). A language is at most 60 kB in all. */
const PACKS: Readonly<Record<string, number>> = {
  hint: 620,
  ui: 5_800,
  library: 16_000,
  facts: 13_500,
  script: 21_000,
  sheet: 1_450,
  interview: 10_500,
  alternatives: 2_400,
  codes: 7_500,
  'decline-codes': 9_000,
  picture: 1_050,
};
/** The engine that reads pictures, loaded only when one comes: code, WebAssembly and the data of three languages, nearly all of it packed already. */
const ENGINE = 8_100_000;
/**
 * Of it about 280 kB are the learned reader's vectors and 600 kB the words of the languages; each is loaded only when it is needed. The plain lists
 * (other services, Alipay's own record, decline codes inside sentences) stand in the background and in the popup's readers.
 */
const WHOLE = 2_130_000;

/** Size of a file as it travels. */
export const gzipped = (content: Buffer): number => gzipSync(content, { level: 9 }).length;

/** Files of a folder by their path with forward slashes. */
export function filesIn(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name));
  return new Map(
    names.sort().map((path) => [
      path
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
      readFileSync(path),
    ]),
  );
}

/** Scripts, styles and pages that a page loads before anything happens: its own and what those import at once. */
export function firstLoad(files: BuiltFiles, page: string): string[] {
  const found = [...String(files.get(page)).matchAll(/(?:src|href)="\/([^"]+)"/g)].map((one) => one[1]!);
  for (const name of found)
    for (const one of String(files.get(name)).matchAll(
      /(?:^|[;}\n])\s*(?:import|export)\s*(?:[\w*{][^;]*?from\s*)?["'`]\.\/([\w.-]+\.js)["'`]/g,
    )) {
      const path = `${name.slice(0, name.lastIndexOf('/') + 1)}${one[1]}`;
      if (!found.includes(path)) found.push(path);
    }
  return [page, ...found];
}

/** Sizes of language packs are found by their keys: data chunks of the same name have others. Plural forms are each language's own. */
function packSizes(files: BuiltFiles, room: string): number[] {
  const keys = Object.keys(
    JSON.parse(readFileSync(join(ROOT, 'lib', 'i18n', 'locales', 'en', `${room}.json`), 'utf8')) as object,
  ).filter((key) => !key.startsWith('form.'));
  const own = new RegExp(`^chunks/${room}-[\\w-]{8}\\.js$`);
  return [...files]
    .filter(([name, content]) => own.test(name) && keys.every((key) => String(content).includes(key)))
    .map(([, content]) => gzipped(content));
}

/**
 * The sizes of a build beside their budgets.
 * @throws Error when a file that has a budget is not there: its budget would watch nothing
 */
export function sizesOf(files: BuiltFiles): Size[] {
  const sum = (names: readonly string[]): number => names.reduce((total, name) => total + gzipped(files.get(name)!), 0);
  const there = (what: string, names: readonly string[]): readonly string[] => {
    if (!names.length || names.some((name) => !files.has(name)))
      throw new Error(`${what} has a budget and is not in the build`);
    return names;
  };
  const chunk = (start: string): string[] =>
    [...files.keys()].filter((name) => new RegExp(`^chunks/${start}-[\\w-]{8}\\.js$`).test(name));
  const engine = [...files.keys()].filter((name) => name.startsWith('picture/'));
  return [
    ...Object.entries(SCRIPTS).map(([name, budget]) => ({ what: name, bytes: sum(there(name, [name])), budget })),
    ...Object.entries(FIRST_LOADS).map(([page, budget]) => ({
      what: `${page}, first load`,
      bytes: sum(there(page, firstLoad(files, page))),
      budget,
    })),
    ...Object.entries(CHUNKS).map(([start, budget]) => ({
      what: `chunk ${start}`,
      bytes: sum(there(`chunk ${start}`, chunk(start))),
      budget,
    })),
    ...Object.entries(PACKS).map(([room, budget]) => {
      const sizes = packSizes(files, room);
      if (sizes.length < 2) throw new Error(`language pack ${room} has a budget and is not in the build`);
      return { what: `language pack ${room}`, bytes: Math.max(...sizes), budget };
    }),
    { what: 'the engine that reads pictures', bytes: sum(there('picture/', engine)), budget: ENGINE },
    {
      what: 'the extension without it',
      bytes: sum([...files.keys()].filter((name) => !engine.includes(name))),
      budget: WHOLE,
    },
  ];
}

/** One sentence for each size that exceeds its budget. */
export function overBudget(sizes: readonly Size[]): string[] {
  return sizes
    .filter(({ bytes, budget }) => bytes > budget)
    .map(
      ({ what, bytes, budget }) =>
        `${what}: ${bytes} bytes (gzip), budget ${budget}. Make it smaller, or raise the budget in scripts/budgets.ts and say why.`,
    );
}
