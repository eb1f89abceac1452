/**
 * Reads the library's files from disk, at build time and in developer commands. A file that does not fit its schema is named
 * with what is wrong in it. Nothing of this is shipped.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { alternatives, type AlternativesFile } from './alternatives.ts';
import { situations, steps, type Situation, type Steps } from './case-schema.ts';
import { PARTIES } from '../messages.ts';
import { checkGraph } from './call-graph.ts';
import { callScript } from './call-script.ts';
import { type GlossaryFile, glossaryFile } from './glossary.ts';
import { questions, type QuestionsFile } from './questions.ts';
import * as reading from './reading-schema.ts';
import { idsIn } from './diagnosis-ids.ts';
import * as schema from './schema.ts';

const HERE = dirname(fileURLToPath(import.meta.url));

/** A library file is unreadable or breaks a rule. The message names the file. */
export class LibraryError extends Error {}

export interface Library {
  diagnoses: schema.Diagnosis[];
  lexicon: schema.Lexicon;
  /** What healthy pages say, for telling everyday runs of letters from rare ones. */
  everyday: string[];
  sources: Record<string, schema.Source>;
  codes: z.infer<typeof schema.alipayCodes>;
  declineCodes: schema.DeclineCode[];
  facts: schema.Fact[];
  guards: z.infer<typeof reading.guards>;
  places: z.infer<typeof reading.places>;
  topics: z.infer<typeof reading.topics>;
  /** How people tell of a failure in their own words. */
  spoken: z.infer<typeof reading.spoken>;
  issuers: z.infer<typeof schema.issuers>;
  questions: QuestionsFile;
  alternatives: AlternativesFile;
  /** Stems by concept and language for the learned reader, as they stand in concepts.txt. */
  concepts: string;
  steps: Steps;
  situations: Situation[];
  glossary: GlossaryFile;
}

/**
 * Parses one JSON text with a schema.
 * @param file name to put before an error
 * @throws LibraryError when it is no JSON or does not fit
 */
export function parseFile<T>(file: string, text: string, shape: z.ZodType<T>): T {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new LibraryError(`${file}: not valid JSON (${(error as Error).message})`);
  }
  const result = shape.safeParse(json);
  if (!result.success) throw new LibraryError(`${file}:\n${z.prettifyError(result.error)}`);
  return result.data;
}

/** Traits that exactly one diagnosis has. */
const UNIQUE: Readonly<Record<string, (traits: schema.Traits) => boolean>> = {
  '"nameless": true': (traits) => traits.nameless,
  '"standsFor": "paid"': (traits) => traits.standsFor === 'paid',
  '"standsFor": "maybe-paid"': (traits) => traits.standsFor === 'maybe-paid',
};

function checkTraits(diagnoses: readonly schema.Diagnosis[]): void {
  for (const [trait, has] of Object.entries(UNIQUE)) {
    const ids = diagnoses.filter((one) => has(one.traits)).map((one) => one.id);
    if (ids.length !== 1)
      throw new LibraryError(
        `diagnoses/: exactly one diagnosis has the trait ${trait}, not ${ids.join(' and ') || 'none'}`,
      );
  }
}

/**
 * Reads the whole library.
 * @param dir folder with the JSON files; the library's own by default
 * @throws LibraryError that names the first bad file
 */
export function readLibrary(dir: string = HERE): Library {
  const read = <T>(name: string, shape: z.ZodType<T>): T =>
    parseFile(name, readFileSync(join(dir, name), 'utf8'), shape);
  const diagnoses = idsIn(join(dir, 'diagnoses')).map((id) => {
    const one = read(join('diagnoses', `${id}.json`), schema.diagnosis);
    if (one.id !== id)
      throw new LibraryError(`diagnoses/${id}.json: holds the diagnosis "${one.id}"; name the file after its id`);
    return one;
  });
  checkTraits(diagnoses);
  const graphs = read('call-script.json', callScript);
  for (const party of PARTIES) {
    const problems = checkGraph(graphs[party]);
    if (problems.length) throw new LibraryError(`call-script.json, ${party}: ${problems.join('; ')}`);
  }
  const allSteps = read('steps.json', steps);
  const allSituations = read('situations.json', situations);
  const named = [
    ...diagnoses.map(({ id, steps: list }) => ({ id, list })),
    ...allSituations.map(({ id, first, replace = [], drop }) => ({ id, list: [...first, ...replace, ...drop] })),
  ];
  for (const { id, list } of named)
    for (const step of list)
      if (!Object.hasOwn(allSteps, step))
        throw new LibraryError(`steps.json: has no step "${step}", which ${id} names`);
  return {
    concepts: readFileSync(join(dir, 'concepts.txt'), 'utf8'),
    steps: allSteps,
    situations: allSituations,
    diagnoses,
    lexicon: read('lexicon.json', schema.lexicon),
    everyday: read('everyday.json', z.array(z.string())),
    sources: read('sources.json', schema.sources),
    codes: read('codes.json', schema.alipayCodes),
    declineCodes: read('decline-codes.json', schema.declineCodes),
    facts: read('facts.json', schema.facts),
    guards: read('guards.json', reading.guards),
    places: read('places.json', reading.places),
    topics: read('topics.json', reading.topics),
    spoken: read('spoken.json', reading.spoken),
    issuers: read('issuers.json', schema.issuers),
    questions: read('questions.json', questions),
    alternatives: read('alternatives.json', alternatives),
    glossary: read('payment-glossary.json', glossaryFile) as GlossaryFile,
  };
}
