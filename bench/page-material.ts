/** What the page benchmark reads with and what it reads: lists of phrases, their tables, pages, and the right answers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeGate } from '../lib/detect/gate.ts';
import { foldWord } from '../lib/library/alphabet.ts';
import { compileDetectTable } from '../lib/library/compile.ts';
import { compileGate } from '../lib/library/gate.ts';
import { readLibrary } from '../lib/library/read.ts';
import { ROOT } from '../scripts/cli.ts';
import { type OursTable, oursTable } from './page/ours-table.ts';
import { asAnswer } from './page/script.ts';
import { type SamplePage, samplePage } from './sample-page.ts';
import { phrases } from './synthetic.ts';

export const SIZES = [100, 1000, 10_000] as const;
export type Size = (typeof SIZES)[number];

/** `quiet`: an innocent page none of whose rows holds an anchor of the built extension's gate. */
export type Sort = 'innocent' | 'failing' | 'quiet';

export interface Material {
  phrases: Record<Size, string[]>;
  tables: Record<Size, OursTable>;
  /** One of the pages; made once. */
  page(sort: Sort, elements: number): SamplePage;
  /** The right answer of every engine with a list of phrases on a page. */
  answer(sort: Sort, elements: number, size: Size): string;
  /** How many places of a page our first stage would look at more closely. */
  places(sort: Sort, elements: number, size: Size): string;
  /** Whether a text passes the gate that the extension ships. */
  passes(text: string): boolean;
}

/** Numbers of the phrases that stand in failing pages; all lists begin with the same hundred. */
const HITS = [3, 21, 47, 68, 92];

/** The plain reference: a phrase stands in a text when its folded form stands in the folded text. */
function reference(text: string, list: readonly string[]): string {
  const folded = foldWord(text);
  return asAnswer(list.flatMap((phrase, id) => (folded.includes(foldWord(phrase)) ? [id] : [])));
}

function remembered<T>(make: (...of: (string | number)[]) => T): (...of: (string | number)[]) => T {
  const made = new Map<string, T>();
  return (...of) => {
    const key = of.join(' ');
    if (!made.has(key)) made.set(key, make(...of));
    return made.get(key)!;
  };
}

/**
 * Makes the material.
 * @throws Error when a page is not what its name says
 */
export function makeMaterial(): Material {
  const all = phrases(10_000);
  const lists = { 100: all.slice(0, 100), 1000: all.slice(0, 1000), 10_000: all };
  const library = readLibrary();
  const gate = makeGate(compileGate(library, compileDetectTable(library)));
  const page = remembered((sort, elements) => {
    if (sort !== 'quiet')
      return samplePage(
        sort as 'innocent' | 'failing',
        elements as number,
        HITS.map((id) => all[id]!),
      );
    const quiet = samplePage('innocent', elements as number, [], (text) => gate.spansIn(text, 1).length > 0);
    if (gate.touches(quiet.text)) throw new Error('the quiet page passes the gate');
    return quiet;
  });
  const answer = remembered((sort, elements, size) => {
    const ids = reference(page(sort, elements).text, lists[size as Size]);
    const right = sort === 'failing' ? HITS.every((id) => `,${ids},`.includes(`,${id},`)) : ids === '';
    if (!right) throw new Error(`the ${sort} page of ${elements} elements holds the phrases ${ids || 'none'}`);
    return ids;
  });
  const tables = { 100: oursTable(lists[100]), 1000: oursTable(lists[1000]), 10_000: oursTable(lists[10_000]) };
  const places = remembered((sort, elements, size) => {
    const { text } = page(sort, elements);
    const spans = makeGate(tables[size as Size].gate).spansIn(text, Infinity);
    for (const id of answer(sort, elements, size).split(',').filter(Boolean)) {
      const from = text.indexOf(all[Number(id)]!);
      if (!spans.some(([start, end]) => start >= from && end <= from + all[Number(id)]!.length))
        throw new Error(`the gate of ${size} phrases overlooks "${all[Number(id)]}"`);
    }
    return String(spans.length);
  });
  return {
    phrases: lists,
    tables,
    page,
    answer,
    places,
    passes: (text) => gate.touches(text),
  };
}

/** Checkout pages of the fixtures on which nothing failed. */
export const HEALTHY_PAGES = [
  'judge-i-cashier-select-bank',
  'judge-i-cashier-sms',
  'judge-i-cashier-installments',
  'judge-i-cashier-notes',
];
/** A page of the fixtures on which a payment failed. */
export const FAILED_PAGE = 'judge-f-bank-declined-1';

/** A page of the fixtures. */
export const fixturePage = (name: string): string =>
  readFileSync(join(ROOT, 'tests', 'fixtures', 'pages', `${name}.html`), 'utf8');
