/** The accuracy run's figures as a text for the terminal, as Markdown for docs/accuracy.md and as JSON. */
import {
  type Confusion,
  type Outcome,
  type Row,
  type SetFigures,
  type SetName,
  hasWrongCode,
  isOverSure,
  isWrongFact,
  verdictOf,
} from './figures.ts';

export interface Report {
  /** The day of the run, YYYY-MM-DD. */
  date: string;
  /** Name and version of the browser, or '' when no page was read. */
  browser: string;
  sets: Partial<Record<SetName, SetFigures>>;
  confusions: Confusion[];
  outcomes: Outcome[];
  withoutHint: string[];
  unseenRules: string[];
}

const TITLES: Record<SetName, string> = {
  pages: 'Pages in the browser',
  texts: 'Held-out texts in the lookup',
  sentences: "The library's own sentences in the lookup",
};

const HEAD = ['cases', 'right', 'wrong', 'missed', 'false alarms', 'said of others'];
const cells = (row: Row): string[] =>
  [row.cases, row.right, row.wrong, row.missed, row.falseAlarms, row.saidOfOthers].map(String);
const languageHead = ['cases', 'right', 'wrong', 'missed', 'innocent', 'false alarms'];
const languageCells = (row: Row): string[] =>
  [row.cases, row.right, row.wrong, row.missed, row.innocent, row.falseAlarms].map(String);

type Table = string[][];

function diagnosisTable(figures: SetFigures): Table {
  const rows = Object.entries(figures.byDiagnosis).map(([name, row]) => [name, ...cells(row)]);
  return [['diagnosis', ...HEAD], ...rows];
}

function languageTable(figures: SetFigures): Table {
  return [
    ['language', ...languageHead],
    ...Object.entries(figures.byLanguage).map(([name, row]) => [name, ...languageCells(row)]),
  ];
}

/** Columns as wide as their widest cell; the first one to the left, figures to the right. */
function plain(table: Table): string {
  const widths = table[0]!.map((_, at) => Math.max(...table.map((row) => row[at]!.length)));
  return table
    .map((row) =>
      row
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const escaped = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function markdown(table: Table): string {
  const line = (row: string[]): string => `| ${row.map(escaped).join(' | ')} |`;
  return [line(table[0]!), `| --- |${' ---: |'.repeat(table[0]!.length - 1)}`, ...table.slice(1).map(line)].join('\n');
}

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);

/** One sentence that sums a set up. */
export function summary(figures: SetFigures): string {
  const { failing, innocent, right, wrong, missed, falseAlarms, overSure, wrongCodes, wrongFacts, rightLater } =
    figures;
  const later = rightLater > 0 ? ` (${rightLater} with the right one further down)` : '';
  return (
    `${right} of ${failing} failures right (${percent(right, failing)}), ${wrong} wrong${later}, ${missed} missed; ` +
    `${falseAlarms} false alarms on ${innocent} innocent ones; ${overSure} over-sure, ${wrongCodes} with a wrong code, ${wrongFacts} wrong ones told as a fact`
  );
}

const LONGEST = 70;
const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** An outcome on one line: what it is, what was told and why. */
export function describe({ sample, answer }: Outcome): string {
  const told = answer ? `${answer.diagnosis} (${answer.certainty}${answer.code ? `, ${answer.code}` : ''})` : 'nothing';
  const because = answer?.because.length ? `, because of ${answer.because.slice(0, 3).map(short).join(' | ')}` : '';
  return `${sample.set === 'pages' ? sample.id : `"${short(sample.id)}"`}: ${told}${because}`;
}

const nameOf = (confusion: Confusion): string => `${confusion.expected ?? 'innocent'} → ${confusion.told ?? 'nothing'}`;

interface Section {
  title: string;
  lines: string[];
}

function sections({ outcomes, confusions, withoutHint, unseenRules }: Report): Section[] {
  const list = (test: (one: Outcome) => boolean): string[] => outcomes.filter(test).map(describe);
  return [
    { title: 'Wrong, and told as a fact', lines: list(isWrongFact) },
    { title: 'False alarms', lines: list((one) => verdictOf(one) === 'false alarm') },
    {
      title: 'More certain than the sample allows',
      lines: outcomes.filter(isOverSure).map((one) => `${describe(one)}; at most ${one.sample.allowed}`),
    },
    {
      title: 'Another code than the page prints',
      lines: outcomes.filter(hasWrongCode).map((one) => `${describe(one)}; printed: ${one.sample.code || 'none'}`),
    },
    { title: 'Found, but without a hint in the page', lines: withoutHint },
    {
      title: 'What is taken for what',
      lines: confusions.flatMap((one) => [
        `${nameOf(one)}: ${one.outcomes.length}`,
        ...one.outcomes.map((outcome) => `    ${describe(outcome)}`),
      ]),
    },
    { title: 'Rules that no right answer of a page rests on', lines: unseenRules },
  ].filter(({ lines }) => lines.length > 0);
}

const setsOf = (report: Report): [SetName, SetFigures][] => Object.entries(report.sets) as [SetName, SetFigures][];
const titleOf = (name: SetName, report: Report): string =>
  `${TITLES[name]}${name === 'pages' && report.browser ? ` (${report.browser})` : ''}`;

/** The report for the terminal. */
export function asText(report: Report): string {
  const sets = setsOf(report).map(
    ([name, figures]) =>
      `${titleOf(name, report)}\n${summary(figures)}.\n\n${plain(diagnosisTable(figures))}\n\n${plain(languageTable(figures))}`,
  );
  return [
    ...sets,
    ...sections(report).map(({ title, lines }) => `${title}\n${lines.map((line) => `  ${line}`).join('\n')}`),
  ].join('\n\n');
}

/** The report for docs/accuracy.md. */
export function asMarkdown(report: Report): string {
  const sets = setsOf(report).map(
    ([name, figures]) =>
      `## ${titleOf(name, report)}\n\n${summary(figures)}.\n\n${markdown(diagnosisTable(figures))}\n\n${markdown(languageTable(figures))}`,
  );
  const bullet = (line: string): string => (line.startsWith('    ') ? `  - ${line.trim()}` : `- ${line}`);
  return (
    [
      '# Accuracy',
      `Written by \`npm run accuracy -- --write\` on ${report.date}${report.browser ? ` with ${report.browser}` : ''}. Do not edit.`,
      [
        'Every page of `tests/fixtures/cases` is opened in the real browser with the built extension and compared with what its author,',
        'who did not know the rules, said was right. The texts and sentences are read by the lookup. "Right" is the expected diagnosis or',
        'another one that the sample accepts; "said of others" counts answers that named this diagnosis where another one was right.',
        'The rules were improved with these samples since, so the figures say what works and what broke, not how well unknown pages are read.',
      ].join('\n'),
      ...sets,
      ...sections(report).map(({ title, lines }) => `## ${title}\n\n${lines.map(escaped).map(bullet).join('\n')}`),
    ].join('\n\n') + '\n'
  );
}

const asRecord = (outcome: Outcome) => ({
  set: outcome.sample.set,
  id: outcome.sample.id,
  lang: outcome.sample.lang,
  expected: outcome.sample.expected,
  verdict: verdictOf(outcome),
  answer: outcome.answer,
});

/** The report for other tools: the figures, and every sample that is not simply right. */
export function asJson({ date, browser, sets, confusions, outcomes, withoutHint, unseenRules }: Report): string {
  const of = (test: (one: Outcome) => boolean) => outcomes.filter(test).map(asRecord);
  return JSON.stringify({
    date,
    browser,
    sets,
    wrongFacts: of(isWrongFact),
    falseAlarms: of((one) => verdictOf(one) === 'false alarm'),
    missed: of((one) => verdictOf(one) === 'missed'),
    wrong: of((one) => verdictOf(one) === 'wrong'),
    overSure: of(isOverSure),
    wrongCodes: of(hasWrongCode),
    confusions: confusions.map((one) => ({
      expected: one.expected,
      told: one.told,
      count: one.outcomes.length,
      ids: one.outcomes.map(({ sample }) => sample.id),
    })),
    withoutHint,
    unseenRules,
  });
}
