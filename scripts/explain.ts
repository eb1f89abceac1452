import { parseArgs } from 'node:util';
import { makeCodeReader } from '../lib/detect/codes.ts';
import { makeGate } from '../lib/detect/gate.ts';
import { judge } from '../lib/detect/judge.ts';
import { type Stance, prepareGuards, reasonsIn } from '../lib/detect/reasons.ts';
import { makeMatcher } from '../lib/detect/match.ts';
import type { DetectTable } from '../lib/detect/table.ts';
import { compileDetectTable, compileLookupData } from '../lib/library/compile.ts';
import { compileGate } from '../lib/library/gate.ts';
import { type Library, readLibrary } from '../lib/library/read.ts';
import type { Finding, Place } from '../lib/messages.ts';
import { boxesOf, linesOf } from '../lib/understand/belief/belief.ts';
import { makePatternLookup } from '../lib/understand/lookup.ts';
import { launchChromium } from './browsers/chromium.ts';
import { buildExtension } from './build.ts';
import { fromUsersFolder, isMain, reason, runCommand, UserError } from './cli.ts';
import { bundle } from './explain/bundle.ts';
import type { PageNotes } from './explain/in-page.ts';
import { printed } from './lookup.ts';
import { type Dropped, shown, tellDropped, tellOrder } from './explain/names.ts';
import { perLibrary, shippedBelief, shippedReaders } from './shipped-readers.ts';
import { readAddress, readSavedPage } from './saved-page.ts';

const USAGE = `Tells what each stage of the reading saw, dropped and kept, and by which rule.

  npm run explain -- "付款失败，银行卡余额不足"          a text: in an error box, in plain text, and typed into the popup
  npm run explain -- --page PAGE.html --url https://…  a saved page, in the installed Chromium`;

const STANCES: Readonly<Record<string, Stance>> = {
  'In an error box': { place: 'alert', errorPlace: true },
  'In plain text beside much else': { place: 'text', errorPlace: false },
};
/** A page may fail late. */
const SETTLES = 2500;

const indent = (lines: readonly string[]): string[] => [...new Set(lines)].map((line) => `  ${line}`);

function tellVerdict(reasons: Parameters<typeof judge>[0], table: DetectTable): string[] {
  const verdict = judge(reasons, table.roles);
  if (!verdict) return ['  verdict: nothing'];
  const covered = reasons.filter(
    (one) => table.roles.covers.includes(one.diagnosis) && one.diagnosis !== verdict.diagnosis && one.kind !== 'code',
  );
  return [
    ...indent(tellOrder(reasons, table.roles)),
    ...(covered.length && verdict.code ? [`  ${covered[0]!.diagnosis} is the usual cover of an unlisted code`] : []),
    `  verdict: ${verdict.diagnosis} (${verdict.certainty})${verdict.code ? `, code ${verdict.code}` : ''}`,
  ];
}

/** What the learned reader makes of a text, with the patterns' answers among what it hears. */
function tellSecond(text: string, library: Library): string[] {
  const answers = shippedReaders(library).lookup(text);
  return answers.length
    ? answers.map((one) => `  ${one.diagnosis} (${one.certainty}, ${one.score.toFixed(2)})`)
    : ['  answer: nothing'];
}

/** Which boxes of a page the judge of boxes takes for reports of a failure: where none is, nothing is shown. */
function tellBelief({ said, kept, host, doubtful }: PageNotes, diagnosis: string, library: Library): string[] {
  const evidence = kept.flatMap((one) => one.reasons.map((reason) => ({ ...reason, place: one.place as Place })));
  const finding: Finding = { diagnosis, certainty: 'unsure', code: '', evidence, host, at: 0 };
  const boxes = boxesOf(said);
  const reporting = shippedBelief(library)(finding, boxes, doubtful);
  return [`  takes ${reporting.length} of ${boxes.length} boxes for the report of a failure`];
}

/** What the stages read with. */
const partsOf = perLibrary((library) => {
  const table = compileDetectTable(library);
  return { table, gate: makeGate(compileGate(library, table)), lookupData: compileLookupData(library, table) };
});

/** What becomes of a text, line by line. */
export function explainText(text: string, library: Library = readLibrary()): string {
  const { table, gate, lookupData } = partsOf(library);
  const anchors = [...new Set(gate.spansIn(text, 100).map(([start, end]) => text.slice(start, end)))];
  const lines = [
    'Gate',
    gate.touches(text)
      ? `  passes (${anchors.length ? `anchors ${anchors.map(shown).join(', ')}` : 'everyday words beside each other'})`
      : '  drops it: no anchor of the library stands in it; a page with such a text is never read',
  ];
  for (const [name, stance] of Object.entries(STANCES)) {
    const dropped: Dropped[] = [];
    const reader = {
      table,
      matcher: makeMatcher(table),
      codes: makeCodeReader(table),
      guards: prepareGuards(table),
      hear: (stage: Dropped['stage'], what: string, by: string) => void dropped.push({ stage, text: what, by }),
    };
    const reasons = reasonsIn(text, stance, reader);
    lines.push(name, ...indent(dropped.map((one) => `dropped, ${tellDropped(one, library)}`)));
    lines.push(...tellVerdict(reasons, table));
  }
  const dropped: Dropped[] = [];
  const lookup = makePatternLookup(table, lookupData, (stage, what, by) => dropped.push({ stage, text: what, by }));
  const answers = lookup(text);
  lines.push('Typed into the popup', ...indent(dropped.map((one) => `dropped, ${tellDropped(one, library)}`)));
  lines.push(
    ...answers.map(
      (one) => `  ${one.diagnosis} (${one.certainty}, ${one.score.toFixed(2)}): ${printed(one).join(' | ')}`,
    ),
    ...(answers.length ? [] : ['  answer: nothing']),
    'With the learned reader',
    ...tellSecond(text, library),
  );
  return lines.join('\n');
}

/** The same for what a page gave. */
export function tellPage(notes: PageNotes, library: Library): string {
  const { table } = partsOf(library);
  const kept = notes.kept.flatMap((one) =>
    one.reasons.map(({ rule }) => `kept, "${shown(one.text)}" as ${one.place}: ${rule}`),
  );
  const reasons = notes.kept.flatMap((one) => one.reasons);
  return [
    'Address',
    notes.contentAddress ? '  explains, documents or lists (places.json, contentAddress): not read' : '  is read',
    ...indent(notes.surroundings.map((one) => `tells of ${one.rule} (${one.quote})`)),
    'Gate',
    notes.touches ? '  something on the page has an anchor' : '  drops the page: no anchor of the library on it',
    ...indent(notes.unread.map((text) => `dropped, gate: "${shown(text)}": no anchor`).slice(0, 20)),
    ...(notes.unread.length > 20 ? [`  … and ${notes.unread.length - 20} texts more`] : []),
    'Places of what has one',
    ...indent(notes.around.map(({ text, path }) => `"${shown(text)}" stands in ${path}`)),
    'Reading',
    ...indent([...notes.dropped.map((one) => `dropped, ${tellDropped(one, library)}`), ...kept]),
    ...(notes.success ? ['  the page says that a payment went through: only boxes of their own count beside it'] : []),
    "Judge's order",
    ...tellVerdict([...reasons, ...(reasons.length ? notes.surroundings : [])], table),
    ...(notes.said
      ? [
          notes.doubtful
            ? 'Second look, which decides whether it is a failure'
            : 'Second look, where the verdict is unsure',
          ...linesOf(notes.said)
            .split('\n')
            .map((line) => `  hears "${line.slice(0, 90)}"`),
          ...tellSecond(linesOf(notes.said), library),
          ...tellBelief(notes, judge(reasons, table.roles)?.diagnosis ?? table.roles.nameless, library),
        ]
      : []),
  ].join('\n');
}

async function explainPageFile(file: string, url: string | undefined): Promise<string> {
  const address = readAddress(url, []);
  const html = readSavedPage(fromUsersFolder(file));
  const { chrome } = await buildExtension();
  const script = await bundle('scripts/explain/in-page.ts', 'explain');
  const driver = await launchChromium({ extensionDir: chrome });
  try {
    const page = await driver.newTab();
    driver.serveTab(page, '*', ({ kind }) => (kind === 'document' ? html : null));
    await page.goto(address.url, { waitUntil: 'load', timeout: 10_000 });
    await page.waitForTimeout(SETTLES);
    const notes = (await page.evaluate(`(() => { ${script}; return explain.explainPage(); })()`)) as PageNotes;
    return tellPage(notes, readLibrary());
  } finally {
    await driver.close();
  }
}

async function main(): Promise<void> {
  let parsed;
  try {
    const options = { page: { type: 'string' }, url: { type: 'string' }, help: { type: 'boolean' } } as const;
    parsed = parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new UserError(`${reason(error).split('. ')[0]}. See --help.`);
  }
  const { values, positionals } = parsed;
  const text = positionals.join(' ');
  if (values.help) process.stdout.write(`${USAGE}\n`);
  else if (values.page !== undefined && !text)
    process.stdout.write(`${await explainPageFile(values.page, values.url)}\n`);
  else if (text && values.page === undefined) process.stdout.write(`${explainText(text)}\n`);
  else throw new UserError('Give either a text or --page PAGE.html --url https://… (see --help).');
}

if (isMain(import.meta.url)) await runCommand(main);
