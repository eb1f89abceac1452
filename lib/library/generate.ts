/** Writes lib/generated: what the shipped code imports of the library. Called by WXT before types and builds, and by scripts. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileDetectTable, compileLookupData } from './compile.ts';
import { diagnosisIdModule } from './diagnosis-ids.ts';
import { compileGate } from './gate.ts';
import { compileGlossary } from './glossary.ts';
import { hintTitles } from './hint-titles.ts';
import { refuseOpenPlaces } from './unfilled.ts';
import type { PackedTable } from '../detect/packed.ts';
import { packTable } from './pack.ts';
import { type Library, LibraryError, readLibrary } from './read.ts';

const OUT = join(dirname(fileURLToPath(import.meta.url)), '..', 'generated');
const NOTE = '// Generated from lib/library by lib/library/generate.ts. Do not edit.\n';

/** The table as JSON in a string: engines read that much faster than the same as code, and only when it is asked for. */
function detectModule(packed: PackedTable): string {
  const text = (value: unknown): string => JSON.stringify(value);
  return (
    `${NOTE}import { type PackedTable, unpackTable } from '../detect/packed.ts';\n` +
    `export const loadDetectTable = () => unpackTable(JSON.parse(${text(text(packed))}) as PackedTable);\n`
  );
}

/** What only the lookup of typed texts loads: known messages listed by diagnosis, so that no id travels twice. */
function lookupModule({ known, ...rest }: ReturnType<typeof compileLookupData>): string {
  const texts: Record<string, string[]> = {};
  for (const { diagnosis, text } of known) (texts[diagnosis] ??= []).push(text);
  return (
    `${NOTE}import type { LookupData } from '../detect/table.ts';\nimport type { Sayings } from '../library/spoken.ts';\n` +
    `const texts: Record<string, string[]> = ${JSON.stringify(texts)};\n` +
    `const known = Object.entries(texts).flatMap(([diagnosis, list]) => list.map((text) => ({ diagnosis, text })));\n` +
    `export const lookupData = { known, ...(${JSON.stringify(rest)} as unknown as Omit<LookupData, 'known'> & { sayings: Sayings }) };\n`
  );
}

/** What the background needs to choose the hint's sentence: small, because it wakes for every failure. */
function hintsModule({ diagnoses }: Library): string {
  const table = Object.fromEntries(
    diagnoses.map(({ id, fixers, outcome, traits }) => [
      id,
      [fixers[0], outcome, ...(traits?.standsFor ? [traits.standsFor] : [])],
    ]),
  );
  return (
    `${NOTE}import type { HintTable } from '../case/hint-words.ts';\n` +
    `export const hintTable = ${JSON.stringify(table)} as unknown as HintTable;\n`
  );
}

/** Facts with figures that are reckoned with. */
const RECKONED = ['fee', 'fee-of-bank', 'limits-verified', 'limits-unverified', 'identity-threshold'];

/** The figures of those facts as numbers: what is reckoned with is what is shown. */
function figuresModule({ facts }: Library): string {
  const figures = Object.fromEntries(
    RECKONED.map((id) => {
      const values = Object.entries(facts.find((one) => one.id === id)?.values ?? {});
      const numbers = values.map(([name, value]) => [name, Number(String(value).replaceAll(',', ''))] as const);
      const bad = numbers.find(([, value]) => !(value > 0));
      if (!numbers.length || bad)
        throw new LibraryError(
          `facts.json: the fact "${id}" must hold figures${bad ? `, and "${bad[0]}" is none` : ''}`,
        );
      return [id, Object.fromEntries(numbers)];
    }),
  );
  return `${NOTE}export const figures = ${JSON.stringify(figures)} as const;\n`;
}

/** What the library says of itself: how many causes it knows, and the last day a source of it was looked at. */
function aboutModule({ diagnoses, sources }: Library): string {
  const checked = Object.values(sources)
    .map((one) => one.checked)
    .sort()
    .at(-1);
  return `${NOTE}export const about = ${JSON.stringify({ causes: diagnoses.length, checked })} as const;\n`;
}

/** The files to write, by name. Same input, same bytes. */
export function generatedFiles(library: Library): Record<string, string> {
  const module = (name: string, type: string, value: unknown): string =>
    `${NOTE}import type ${type};\nexport const ${name} = ${JSON.stringify(value)} as unknown as ${type.split('}')[0]!.replace('{', '').trim()};\n`;
  const advice = {
    diagnoses: Object.fromEntries(library.diagnoses.map(({ signals: _signals, ...rest }) => [rest.id, rest])),
    sources: library.sources,
    facts: Object.fromEntries(library.facts.map((one) => [one.id, one])),
  };
  const codes = Object.fromEntries(library.codes.codes.map(({ code, ...rest }) => [code, rest]));
  const table = compileDetectTable(library);
  return {
    'gate.ts': module('gateTable', "{ GateTable } from '../detect/gate.ts'", compileGate(library, table)),
    'detect-table.ts': detectModule(packTable(table)),
    'advice.ts': module('advice', "{ AdviceLibrary } from '../case/advice.ts'", advice),
    'lookup-data.ts': lookupModule(compileLookupData(library, table)),
    'interview-data.ts': module('interviewData', "{ InterviewData } from '../case/interview-data.ts'", {
      questions: library.questions,
      issuers: library.issuers,
    }),
    'concepts.ts': `${NOTE}export const conceptLines = ${JSON.stringify(library.concepts)};\n`,
    'case-data.ts': module('caseRules', "{ CaseRules } from '../case/case-data.ts'", {
      steps: library.steps,
      situations: library.situations,
    }),
    'hints.ts': hintsModule(library),
    'hint-titles.ts': module('hintTitles', "{ HintTitles } from '../case/hint-titles.ts'", hintTitles(library)),
    'diagnosis-id.ts': diagnosisIdModule(),
    'figures.ts': figuresModule(library),
    'glossary.ts': module('glossary', "{ Glossary } from '../library/glossary.ts'", compileGlossary(library.glossary)),
    'about.ts': aboutModule(library),
    'codes.ts': module('codes', "{ CodeTable } from '../case/code-table.ts'", codes),
  };
}

/**
 * Validates and compiles the library and writes the generated files that changed.
 * @throws LibraryError naming the bad file
 */
export function generateLibrary(): void {
  refuseOpenPlaces();
  mkdirSync(OUT, { recursive: true });
  for (const [name, text] of Object.entries(generatedFiles(readLibrary()))) {
    const path = join(OUT, name);
    if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
  }
}
