/**
 * The second opinion: a small model that has learned from sentences in the reading languages what people and screens say. It reads what
 * the patterns do not, and it learned how far the patterns can be trusted, because their answer is one of its features.
 */
import type { LookupAnswer } from '../lookup-answer.ts';
import { clausesOf } from './clauses.ts';
import { type Concepts, makeConcepts } from './concepts.ts';
import { featuresOf } from './features.ts';
import { type Chances, type PackedModel, unpackModel } from './model.ts';
import { foldingByPairs, plainText } from './plain-text.ts';

/** The class of a text that tells of no failure, and of a clause that states no fact. */
export const NOTHING = 'none';
export const NO_FACT = 'none=none';

export interface LearnedFact {
  /** `question=answer`. */
  fact: string;
  chance: number;
  clause: string;
}

export interface LearnedReader {
  /** How likely each cause is; `NOTHING` for no failure. `patterns` is what the patterns answered. */
  causes(text: string, patterns: readonly LookupAnswer[]): Map<string, number>;
  /** The likeliest fact of each clause, the surest of each fact only. */
  facts(text: string): LearnedFact[];
  /** The features of a text, for models that learned from the same ones; `told` is what is known of it besides. */
  features(text: string, told: readonly string[]): Int32Array;
}

/** How the answers of the patterns are told to the model: the first two, with their places. */
export const saidBy = (patterns: readonly LookupAnswer[]): string[] =>
  patterns.slice(0, 2).map((one, at) => `${at} ${one.diagnosis} ${one.certainty}`);

/** The features of a text as model and training both see them. */
export function makeFeatures(
  conceptLines: string,
  variants: string,
): { plain: (text: string) => string; concepts: Concepts; of: (text: string, said?: readonly string[]) => Int32Array } {
  const folding = foldingByPairs(variants);
  const plain = (text: string): string => plainText(text, folding);
  const concepts = makeConcepts(conceptLines, plain);
  return { plain, concepts, of: (text, said = []) => featuresOf(plain(text), concepts, said) };
}

/** Two words, or four signs of a script that sets no spaces. */
const STATEMENT = /\p{L}[^\p{L}]+\p{L}|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}]{4}/u;

/** A name, a clock or a button states no fact, whatever the model makes of the little it sees. */
const isStatement = (clause: string): boolean => STATEMENT.test(clause);

/** From so many lines on a text may be the screen of a phone, where a line of a word or two is a title, a button or the carrier. */
const SCREEN_LINES = 3;
const LABEL =
  /^[^\p{L}\p{M}]*(?:[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}]{1,4}|[\p{L}\p{M}]+(?:[^\p{L}\p{M}]+[\p{L}\p{M}]+)?)[^\p{L}\p{M}]*$/u;

/** A text without the labels of a screen. */
function withoutLabels(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.length < SCREEN_LINES ? text : lines.filter((line) => !LABEL.test(line)).join('\n');
}

function best({ classes, of }: Chances): [name: string, chance: number] {
  let at = 0;
  of.forEach((one, other) => {
    if (one > of[at]!) at = other;
  });
  return [classes[at]!, of[at]!];
}

/** So many texts' features are kept: what one story is asked. */
const KEPT = 400;

/**
 * Prepares the reader.
 * @param conceptLines the lines of library/concepts.txt
 * @param variants pairs of units of the detector's table, for Traditional characters
 */
export function makeLearnedReader(packed: PackedModel, conceptLines: string, variants: string): LearnedReader {
  const model = unpackModel(packed);
  const features = makeFeatures(conceptLines, variants);
  // A story is asked clause by clause, for causes and for facts, and with one sentence more or less: most is asked several times. It is
  // forgotten as soon as it is read.
  const known = new Map<string, Int32Array>();
  const featuresAlone = (text: string): Int32Array => {
    let found = known.get(text);
    if (!found) {
      if (known.size === 0) queueMicrotask(() => known.clear());
      else if (known.size >= KEPT) known.clear();
      known.set(text, (found = features.of(text)));
    }
    return found;
  };
  return {
    features: features.of,
    causes(text, patterns) {
      const said = saidBy(patterns);
      const { classes, of } = model.causes(said.length ? features.of(text, said) : featuresAlone(text));
      return new Map(classes.map((name, at) => [name, of[at]!]));
    },
    facts(text) {
      const found = new Map<string, LearnedFact>();
      for (const clause of clausesOf(withoutLabels(text)).filter(isStatement)) {
        const [fact, chance] = best(model.facts(featuresAlone(clause)));
        if (fact !== NO_FACT && chance > (found.get(fact)?.chance ?? 0)) found.set(fact, { fact, chance, clause });
      }
      return [...found.values()];
    },
  };
}
