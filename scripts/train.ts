/**
 * npm run train               trains the learned reader and writes lib/understand/learned/weights.json
 * npm run train -- --belief   trains only what tells failures from boxes that speak of failing: lib/understand/belief/boxes.json
 * npm run train -- --measure  holds a tenth of the sentences and all stories back and prints how they are read; writes nothing
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { compileDetectTable, compileLookupData } from '../lib/library/compile.ts';
import { readLibrary } from '../lib/library/read.ts';
import { clausesOf } from '../lib/understand/learned/clauses.ts';
import { type Chances, type PackedModel, unpackModel } from '../lib/understand/learned/model.ts';
import { makeFeatures, saidBy } from '../lib/understand/learned/reader.ts';
import { makePatternLookup } from '../lib/understand/lookup.ts';
import { makeSigns } from '../lib/understand/belief/signs.ts';
import { shippedReaders } from './shipped-readers.ts';
import { ROOT, isMain, runCommand } from './cli.ts';
import { readBlocks, trainBelief } from './train/belief.ts';
import { type Material, readMaterial, type Sentence } from './train/material.ts';
import { namingAlipay } from './train/naming.ts';
import type { Labelled } from './train/owners.ts';
import { seeded, trainModel } from './train/train-model.ts';

export const SILENT = 'none';
const NO_FACT = 'none=none';
/** What screens ask for ("use another card") is no fact either; but where it stands, something failed. */
const INSTRUCTION = 'none=instruction';
/** A false alarm costs more than a miss. */
const SILENCE = 5;
/** Where the money may be gone a miss costs more. */
const MONEY = new Set(readLibrary().diagnoses.flatMap(({ id, traits }) => (traits.standsFor ? [id as string] : [])));
const MONEY_WEIGHT = 2.5;
/** Of the texts that tell of no failure so many serve as "no fact": with more of them fewer facts are heard ("the bank shows a hold"). */
const MOST_WITHOUT_FACT = 8000;
/** Stories are few, and in them the cause stands among what is denied. */
const STORY = 2;
/** What these tell may be a fact too, so their sentences do not serve as "no fact". */
const TELLS_FACTS = /^(outcome-unknown|already-paid|bank-|card-|three-d|payer-cancelled|foreign-card|insufficient)/;

interface Readers {
  cause: (text: string) => Int32Array;
  fact: (text: string) => Int32Array;
  features: (text: string, told: readonly string[]) => Int32Array;
}

/** The features as the shipped reader makes them. */
export function readersOf(): Readers {
  const library = readLibrary();
  const table = compileDetectTable(library);
  const patterns = makePatternLookup(table, compileLookupData(library));
  const features = makeFeatures(library.concepts, table.variants);
  return {
    cause: (text) => features.of(text, saidBy(patterns(text))),
    fact: (text) => features.of(text),
    features: features.of,
  };
}

/** Labelled texts of the repository beside the training sentences: messages of the library and the sayings of the fixtures. */
function moreCauses(): Sentence[] {
  const files = ['spoken', 'paraphrases', 'held-out'].map((name) =>
    join(ROOT, 'tests', 'fixtures', 'texts', `${name}.json`),
  );
  const texts = files.flatMap(
    (file) => JSON.parse(readFileSync(file, 'utf8')) as { text: string; lang?: string; diagnosis: string | null }[],
  );
  const told = texts.map(({ text, lang = '', diagnosis }) => ({ text, lang, label: diagnosis ?? SILENT }));
  const known = readLibrary().diagnoses.flatMap(({ id, signals }) =>
    signals.flatMap((one) => (one.kind === 'sentence' ? [{ text: one.text, lang: '', label: id }] : [])),
  );
  return [...told, ...known];
}

function train(material: Material, readers: Readers, withStories: boolean): PackedModel {
  const sentences: Sentence[] = [
    ...material.causes,
    ...moreCauses(),
    ...namingAlipay(material.causes, seeded(5)),
    ...namingAlipay(material.silent, seeded(6)).map((one) => ({ ...one, label: SILENT })),
    ...material.silent.map((one) => ({ ...one, label: SILENT })),
    ...material.facts.filter((one) => one.label === NO_FACT).map((one) => ({ ...one, label: SILENT })),
    ...(withStories ? material.stories : []),
  ];
  const causes = [...new Set(material.causes.map((one) => one.label))].sort();
  causes.push(SILENT);
  const causeExamples = sentences
    .filter((one) => causes.includes(one.label))
    .map(({ text, label, ...rest }): Labelled => ({
      features: readers.cause(text),
      head: 'causes',
      label: causes.indexOf(label),
      weight: ('facts' in rest ? STORY : 1) * (label === SILENT ? SILENCE : MONEY.has(label) ? MONEY_WEIGHT : 1),
    }));

  const told = material.facts.map((one) => (one.label === INSTRUCTION ? { ...one, label: NO_FACT } : one));
  const facts = [...new Set(told.map((one) => one.label))].filter((one) => one !== NO_FACT).sort();
  facts.push(NO_FACT);
  const random = seeded(3);
  const silentShare = MOST_WITHOUT_FACT / material.silent.length;
  const clauses: Sentence[] = [
    ...told,
    ...material.silent.filter(() => random() < silentShare).map((one) => ({ ...one, label: NO_FACT })),
    ...material.causes
      .filter((one) => !TELLS_FACTS.test(one.label) && random() < 0.25)
      .map((one) => ({ ...one, label: NO_FACT })),
  ];
  const factExamples = clauses.map(({ text, label }): Labelled => ({
    features: readers.fact(text),
    head: 'facts',
    label: facts.indexOf(label),
    weight: 1,
  }));
  return trainModel(causes, facts, [...causeExamples, ...factExamples]);
}

const percent = (part: number, whole: number): string => `${((100 * part) / (whole || 1)).toFixed(1)} %`;

/** The likeliest class and how likely it is. */
function best({ classes, of }: Chances): { name: string; chance: number } {
  let at = 0;
  of.forEach((one, other) => {
    if (one > of[at]!) at = other;
  });
  return { name: classes[at]!, chance: of[at]! };
}

/** Prints how texts that were held back are read. */
function measure(material: Material, readers: Readers): void {
  const random = seeded(7);
  const split = <T>(list: T[]): [T[], T[]] => {
    const held: T[] = [];
    const kept = list.filter((one) => random() >= 0.1 || (held.push(one), false));
    return [kept, held];
  };
  const [causes, heldCauses] = split(material.causes);
  const [facts, heldFacts] = split(material.facts);
  const [silent, heldSilent] = split(material.silent);
  const trained = train({ causes, facts, silent, stories: [] }, readers, false);
  const model = unpackModel(trained);
  const judge = (name: string, list: Sentence[], label: (one: Sentence) => string): void => {
    const by = new Map<string, [number, number]>();
    let right = 0;
    let sure = [0, 0];
    for (const one of list) {
      const { name: first, chance } = best(model.causes(readers.cause(one.text)));
      const isRight = first === label(one);
      right += Number(isRight);
      if (chance > 0.7) sure = [sure[0]! + Number(isRight), sure[1]! + 1];
      const [a, b] = by.get(one.lang) ?? [0, 0];
      by.set(one.lang, [a + Number(isRight), b + 1]);
    }
    const langs = [...by].map(([lang, [a, b]]) => `${lang} ${Math.round((100 * a) / b)}`).join(' ');
    process.stdout.write(
      `${name}: ${percent(right, list.length)} of ${list.length}; above 0.7: ${percent(sure[0]!, sure[1]!)} of ${sure[1]}\n  ${langs}\n`,
    );
  };
  judge('causes', heldCauses, (one) => one.label);
  judge('silent', heldSilent, () => SILENT);
  judge('stories', material.stories, (one) => one.label);
  let right = 0;
  for (const one of heldFacts)
    right += Number(
      best(model.facts(readers.fact(one.text))).name === (one.label === INSTRUCTION ? NO_FACT : one.label),
    );
  process.stdout.write(`facts: ${percent(right, heldFacts.length)} of ${heldFacts.length}\n`);
  for (const least of [0.4, 0.55, 0.7]) {
    let [hit, wrong, missed] = [0, 0, 0];
    for (const story of material.stories) {
      const found = new Set<string>();
      for (const clause of clausesOf(story.text)) {
        const { name: first, chance } = best(model.facts(readers.fact(clause)));
        if (chance > least && first !== NO_FACT) found.add(first);
      }
      for (const one of found)
        if (story.facts.includes(one)) hit++;
        else wrong++;
      missed += story.facts.filter((one) => !found.has(one)).length;
    }
    process.stdout.write(
      `facts of stories above ${least}: right ${percent(hit, hit + wrong)}, found ${percent(hit, hit + missed)}\n`,
    );
  }
  const size = gzipSync(JSON.stringify(trained)).length;
  process.stdout.write(`size ${(size / 1024).toFixed(0)} kB gz\n`);
}

async function main(): Promise<void> {
  const measuring = process.argv.includes('--measure');
  const readers = readersOf();
  const library = readLibrary();
  const table = compileDetectTable(library);
  const belief = `${JSON.stringify(trainBelief(readBlocks(), readers.features, makeSigns(table, shippedReaders(library).learned)))}\n`;
  if (!measuring) writeFileSync(join(ROOT, 'lib', 'understand', 'belief', 'boxes.json'), belief);
  if (process.argv.includes('--belief')) return;
  const material = readMaterial();
  if (measuring) return measure(material, readers);
  const trained = train(material, readers, true);
  const json = `${JSON.stringify(trained)}\n`;
  writeFileSync(join(ROOT, 'lib', 'understand', 'learned', 'weights.json'), json);
  process.stdout.write(
    `Written lib/understand/learned/weights.json, ${(gzipSync(json).length / 1024).toFixed(0)} kB gz.\n`,
  );
}

if (isMain(import.meta.url)) await runCommand(main);
