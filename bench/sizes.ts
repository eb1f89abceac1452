/** What is shipped, in bytes as they travel: what every page carries, how it grows with the library, and what is loaded before something is shown. */
import type { GateTable } from '../lib/detect/gate.ts';
import { compileDetectTable } from '../lib/library/compile.ts';
import { compileGate } from '../lib/library/gate.ts';
import { readLibrary } from '../lib/library/read.ts';
import { filesIn, gzipped, sizesOf } from '../scripts/budgets.ts';
import { buildExtension } from '../scripts/build.ts';
import { gateOf } from './own-gate.ts';
import { figure, type RunSection, short } from './section.ts';
import { phrases, random } from './synthetic.ts';

const ALWAYS_ON = 'detector.js';
const READER = 'reader.js';
const KILO = 1000;
const SIZES = [100, 1000, 10_000];
/** Rows of the budgets that people wait for. */
const SHOWN = [
  ALWAYS_ON,
  READER,
  'check-page.js',
  'background.js',
  'popup.html, first load',
  'call-sheet.html, first load',
  'language pack ui',
  'picture-worker.js',
  'the engine that reads pictures',
  'the extension without it',
];

const kilobytes = (bytes: number): string => `${short(bytes / KILO)} KB`;
/** Phrases that share nothing: any characters, so that no anchor serves two of them. The worst that can be shipped. */
function strangers(count: number): string[] {
  const number = random(7);
  return Array.from({ length: count }, () =>
    String.fromCharCode(...Array.from({ length: 4 + number(5) }, () => 0x4e00 + number(3500))),
  );
}

const asText = (list: readonly string[]): Buffer => Buffer.from(list.join('\n'));

/** The strings of a gate that grow with the library, in a fixed order. */
const stringsOf = ({ variants, anchors }: GateTable): string[] => [variants, anchors];

/**
 * Bytes of the always-on script, if its library were these phrases: the built script with their gate in place of its own.
 * @param script the built script
 * @param own the gate in it
 * @throws Error when the gate is not in the script, so that nothing else is measured in its place
 */
export function alwaysOnSize(list: readonly string[], script: string, own: GateTable): number {
  const theirs = stringsOf(gateOf(list));
  const replaced = stringsOf(own).reduce((text, string, index) => {
    if (string === '') return text;
    if (!text.includes(string)) throw new Error(`${ALWAYS_ON} does not hold the gate of the library`);
    return text.replace(string, () => theirs[index]!);
  }, script);
  return gzipped(Buffer.from(replaced));
}

/** Everything of the library that is looked for in a text: words and phrases of the patterns, known sentences, codes. */
function phraseCount(): number {
  const { words, sentences, codes } = compileDetectTable(readLibrary());
  return (
    words.split('\n').length +
    Object.keys(sentences).length +
    Object.values(codes).reduce((sum, list) => sum + list.split('|').length, 0)
  );
}

/** Target Z1. */
export const sizes: RunSection = async ({ say }) => {
  say('building the extension');
  const files = filesIn((await buildExtension()).chrome);
  const library = readLibrary();
  const gate = compileGate(library, compileDetectTable(library));
  const script = String(files.get(ALWAYS_ON));
  const all = phrases(SIZES.at(-1)!);
  const grown = SIZES.map((count) => ({
    list: all.slice(0, count),
    bytes: alwaysOnSize(all.slice(0, count), script, gate),
  }));
  const unlike = strangers(SIZES.at(-1)!);
  const count = phraseCount();
  const reader = gzipped(files.get(READER)!);
  const inKilo = (id: string, what: string, limit: number, bytes: number) =>
    figure(id, what, 'at most', limit, bytes / KILO, ' KB');
  return {
    title: 'Sizes',
    figures: [
      inKilo('Z1', 'script on every page with its tables', 10, gzipped(files.get(ALWAYS_ON)!)),
      inKilo('Z1', 'the same for 10,000 phrases', 18, grown.at(-1)!.bytes),
      inKilo('Z1', 'reader, code and tables, for each 1,000 phrases', 15, (reader / count) * 1000),
    ],
    tables: [
      {
        title: 'The build, gzip',
        head: ['', 'size', 'budget'],
        rows: sizesOf(files)
          .filter(({ what }) => SHOWN.includes(what))
          .map(({ what, bytes, budget }) => [what, kilobytes(bytes), kilobytes(budget)]),
      },
      {
        title: 'The script on every page by the size of the library, gzip',
        head: ['phrases', 'script with tables', 'the phrases as text'],
        rows: [
          [`${short(count)} (the library)`, kilobytes(gzipped(files.get(ALWAYS_ON)!)), '-'],
          ...grown.map(({ list, bytes }) => [String(list.length), kilobytes(bytes), kilobytes(gzipped(asText(list)))]),
          [
            `${unlike.length}, any characters`,
            kilobytes(alwaysOnSize(unlike, script, gate)),
            kilobytes(gzipped(asText(unlike))),
          ],
        ],
      },
    ],
    notes: [
      'All sizes are of the build for Chromium, gzip at its best, 1 KB being 1,000 bytes.',
      `The library counts as ${count} phrases: words and phrases of its patterns, known sentences and codes. The reader's size is all of it, code included.`,
      'For other numbers of phrases the gate in the built script is replaced by one made of them the same way. Most are made by rule, so some share an anchor; phrases of any characters share none and are the worst case.',
    ],
  };
};
