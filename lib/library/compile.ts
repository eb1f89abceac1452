import { compileFactWeights } from './fact-weights.ts';
/**
 * Turns the library into what ships: one compact table for the detector (patterns and ids) and one pack for the advice (no
 * patterns). Runs at build time and in tests; a rule that cannot work fails here with the file and rule named.
 */
import type { DetectTable, Family, GuardTable, LookupData, Roles, Slot, Wording } from '../detect/table.ts';
import { sentenceHash } from '../detect/normalise.ts';
import { foldWord, variantsOf } from './alphabet.ts';
import { placeAnchors } from './anchors.ts';
import { declinesOf } from './declines.ts';
import { readPattern } from './pattern.ts';
import { type Library, LibraryError } from './read.ts';
import type { Diagnosis, FamilySignal, Traits } from './schema.ts';
import { type Sayings, compileSpoken } from './spoken.ts';

/** Collects words and concepts while patterns are compiled. */
class Vocabulary {
  readonly words: string[] = [];
  readonly concepts: number[][] = [];
  private readonly wordNumbers = new Map<string, number>();
  private readonly conceptNumbers = new Map<string, number>();

  constructor(private readonly lexicon: Library['lexicon']) {}

  /** Number of a concept of the lexicon, or of a list of literals. Adds its words on first use. */
  concept(name: string | null, literals: readonly string[]): number {
    const key = name ?? `|${literals.join('|')}`;
    const known = this.conceptNumbers.get(key);
    if (known !== undefined) return known;
    const list = name ? this.lexicon[name] : literals;
    if (!list) throw new LibraryError(`no concept "{${name}}" in lexicon.json`);
    const number = this.conceptNumbers.size;
    this.conceptNumbers.set(key, number);
    for (const literal of list) this.addWord(literal, number);
    return number;
  }

  private addWord(literal: string, concept: number): void {
    const word = foldWord(literal);
    if (word.length < 2) throw new LibraryError(`the word "${literal}" is too short: at least two characters`);
    let number = this.wordNumbers.get(word);
    if (number === undefined) {
      number = this.words.length;
      this.wordNumbers.set(word, number);
      this.words.push(word);
      this.concepts.push([]);
    }
    const concepts = this.concepts[number]!;
    if (!concepts.includes(concept)) concepts.push(concept);
  }
}

function compilePattern(pattern: string, vocabulary: Vocabulary): Slot[] {
  return readPattern(pattern).map((slot) => ({
    concept: vocabulary.concept(slot.concept, slot.literals),
    reach: slot.reach,
  }));
}

function compileFamily(diagnosis: Diagnosis, signal: FamilySignal, vocabulary: Vocabulary): Family {
  try {
    return {
      rule: `${diagnosis.id}/${signal.id}`,
      diagnosis: diagnosis.id,
      certainty: signal.certainty,
      alone: signal.strength === 'alone',
      rank: signal.rank,
      say: signal.say.map((pattern) => compilePattern(pattern, vocabulary)),
      unless: (signal.unless ?? []).map((pattern) => compilePattern(pattern, vocabulary)),
    };
  } catch (error) {
    throw new LibraryError(`diagnoses/${diagnosis.id}.json, family "${signal.id}": ${(error as Error).message}`);
  }
}

/** Which diagnosis plays which part for the judge. */
function rolesOf(diagnoses: readonly Diagnosis[]): Roles {
  const only = (has: (traits: Traits) => boolean): string => {
    const found = diagnoses.find((one) => has(one.traits));
    if (!found) throw new LibraryError('diagnoses/: no diagnosis has a trait that exactly one must have');
    return found.id;
  };
  return {
    nameless: only((one) => one.nameless),
    bare: diagnoses.flatMap(({ id, signals }) =>
      signals.flatMap((one) => (one.kind === 'family' && one.bare ? [`${id}/${one.id}`] : [])),
    ),
    paid: only((one) => one.standsFor === 'paid'),
    maybePaid: only((one) => one.standsFor === 'maybe-paid'),
    covers: diagnoses.filter((one) => one.traits.coversUnknownCode).map((one) => one.id),
    unexplained: diagnoses.filter((one) => one.traits.unexplained).map((one) => one.id),
  };
}

/** Diagnoses by whose words tell of them. */
function wordingOf(diagnoses: readonly Diagnosis[]): Wording {
  const idsWith = (has: (traits: Traits) => boolean): string[] =>
    diagnoses.filter((one) => has(one.traits)).map((one) => one.id);
  return {
    shared: idsWith((one) => one.wording !== 'own'),
    generic: idsWith((one) => one.wording === 'generic'),
    needsTopic: idsWith((one) => one.needsTopic ?? one.wording !== 'own'),
  };
}

/** A known sentence is exact where the kind of failure was seen on Alipay's own web pages; elsewhere it stays likely. */
function sentenceCertainty(diagnosis: Diagnosis, seen: string): 'exact' | 'likely' | 'unsure' {
  if (diagnosis.traits.nameless) return 'unsure';
  if (seen === 'web') return 'exact';
  const seenOnWeb = diagnosis.signals.some((one) => one.kind === 'sentence' && one.seen === 'web');
  return seenOnWeb && (seen === 'app' || seen === 'api') ? 'exact' : 'likely';
}

/** The alphabetic words of the lexicon and of the patterns' literals, but for those that the lookup finds in what it has: table, codes and known messages. */
function spokenWords(library: Library, table: DetectTable, known: LookupData['known']): string[] {
  const texts = [
    ...Object.values(library.lexicon).flat(),
    ...library.codes.codes.map((one) => one.code.replace(/[_.]/g, ' ')),
    ...library.diagnoses.flatMap((one) =>
      one.signals.flatMap((signal) => (signal.kind === 'family' ? signal.say : [])),
    ),
  ];
  const wordsIn = (list: readonly string[]): string[] =>
    list.flatMap((one) => one.toLowerCase().match(/[a-z]{5,}/g) ?? []);
  const there = new Set([
    ...wordsIn([table.words, ...Object.values(table.codes)]),
    ...wordsIn(known.map((one) => one.text)),
  ]);
  return [...new Set(wordsIn(texts))].filter((word) => !there.has(word)).sort();
}

/**
 * What the lookup needs besides the detector's table: known sentences as text, the words to repair misread ones with, and how people tell of failures.
 * @param table the detector's table of the same library
 */
export function compileLookupData(
  library: Library,
  table: DetectTable = compileDetectTable(library),
): LookupData & { sayings: Sayings } {
  const known: LookupData['known'] = [];
  for (const { id, signals } of library.diagnoses) {
    for (const signal of signals) if (signal.kind === 'sentence') known.push({ diagnosis: id, text: signal.text });
  }
  return {
    known,
    wording: wordingOf(library.diagnoses),
    topic: library.topics.topic.join('|'),
    elsewhere: library.topics.elsewhere.join('|'),
    ordinary: library.topics.ordinary.join('|'),
    spoken: spokenWords(library, table, known),
    sayings: compileSpoken(library, table),
    factWeights: compileFactWeights(library.questions),
    declines: declinesOf(library.declineCodes),
  };
}

/** The guards' patterns, joined by place. */
export function guardTable(guards: Library['guards']): GuardTable {
  const any = (list: readonly { pattern: string }[]): string => list.map((one) => one.pattern).join('|');
  return {
    before: any(guards.before),
    after: any(guards.after),
    anywhere: any(guards.anywhere),
    success: any(guards.success),
    successAbroad: any(guards.successAbroad),
    successWord: [...new Set(guards.success.flatMap((one) => one.words))].join('|'),
    doubt: any(guards.doubt),
    concrete: any(guards.concrete),
    consent: any(guards.consent),
  };
}

/**
 * Compiles the detector's table.
 * @throws LibraryError naming file and rule
 */
export function compileDetectTable(library: Library): DetectTable {
  const vocabulary = new Vocabulary(library.lexicon);
  const families: Family[] = [];
  const sentences: DetectTable['sentences'] = {};
  const codes: Record<string, string[]> = {};
  const table: Pick<DetectTable, 'addresses' | 'structures'> = { addresses: [], structures: [] };

  for (const diagnosis of library.diagnoses) {
    for (const signal of diagnosis.signals) {
      if (!library.sources[signal.source])
        throw new LibraryError(`diagnoses/${diagnosis.id}.json: no source "${signal.source}" in sources.json`);
      if (signal.kind === 'family') families.push(compileFamily(diagnosis, signal, vocabulary));
      if (signal.kind === 'sentence') {
        const hash = sentenceHash(signal.text);
        const other = sentences[hash];
        if (other && other[0] !== diagnosis.id)
          throw new LibraryError(
            `diagnoses/${diagnosis.id}.json: the sentence "${signal.text}" already belongs to ${other[0]}`,
          );
        sentences[hash] = [diagnosis.id, `${diagnosis.id}/sentence`, sentenceCertainty(diagnosis, signal.seen)];
      }
      if (signal.kind === 'address' || signal.kind === 'structure') {
        const { kind, id, source: _source, ...rest } = signal;
        (kind === 'address' ? table.addresses : table.structures).push({
          rule: `${diagnosis.id}/${id}`,
          diagnosis: diagnosis.id,
          ...rest,
        } as never);
      }
    }
  }
  for (const { code, diagnosis, certainty } of library.codes.codes)
    (codes[`${certainty} ${diagnosis}`] ??= []).push(code);

  const any = (list: readonly string[]): string => list.map((one) => `(?:${one})`).join('|');
  const { places } = library;
  return {
    roles: rolesOf(library.diagnoses),
    variants: variantsOf(vocabulary.words),
    words: vocabulary.words.join('\n'),
    concepts: vocabulary.concepts,
    anchorPlaces: placeAnchors(vocabulary.words),
    families,
    sentences,
    codes: Object.fromEntries(Object.entries(codes).map(([key, list]) => [key, list.join('|')])),
    noFailures: library.codes.noFailures,
    codeFamilies: library.codes.families.map(({ pattern, diagnosis, certainty }) => ({
      pattern,
      diagnosis,
      certainty,
    })),
    ...table,
    guards: guardTable(library.guards),
    places: {
      excluded: places.excluded.join(','),
      merchantClass: any(places.merchantClass),
      proseClass: any(places.proseClass),
      dialogClass: any(places.dialogClass),
      toastClass: any(places.toastClass),
      alertClass: any(places.alertClass),
      resultClass: any(places.resultClass),
      errorOnly: places.errorOnly.join(','),
      trouble: any(places.trouble),
      ended: any(places.ended),
      calm: any(places.calm),
      matter: any(places.matter),
      explains: any(places.explains),
    },
  };
}
