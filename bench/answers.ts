/** From what is known to what is said: a case's answer, a long story, and every letter typed; and how the answer grows with the library. */
import { answerCase } from '../lib/case/answer.ts';
import type { CaseData } from '../lib/case/case-data.ts';
import { type Case, type Evidence, NOBODY } from '../lib/case/evidence.ts';
import { type Library, readLibrary } from '../lib/library/read.ts';
import { loadCaseData, loadUnderstand } from '../scripts/case.ts';
import { shippedReaders } from '../scripts/shipped-readers.ts';
import { loadHeldOut } from '../tests/fixtures/load.ts';
import { median, quantile } from './rounds.ts';
import { type RunSection, figure, short } from './section.ts';
import { random } from './synthetic.ts';

const TYPED = 300;
const STORY = 5000;
/** How many diagnoses a grown library has; the first number is the library's own. */
const GROWN = [100, 300];
/** A letter must be on screen with the next frame. */
const FRAME = 16.7;

/** The library with copies of its diagnoses under other names. */
function grownTo(count: number, library: Library): Library {
  const more = Array.from({ length: count - library.diagnoses.length }, (_, index) => {
    const model = library.diagnoses[index % library.diagnoses.length]!;
    return { ...model, id: `${model.id}-${index}` as typeof model.id };
  });
  const causes = <T>(table: Readonly<Record<string, T>>): Record<string, T> => ({
    ...table,
    ...Object.fromEntries(
      more.flatMap(({ id }, index) => {
        const weights = table[library.diagnoses[index % library.diagnoses.length]!.id];
        return weights === undefined ? [] : [[id, weights]];
      }),
    ),
  });
  const questions = {
    ...library.questions,
    questions: library.questions.questions.map((one) => ({ ...one, causes: causes(one.causes) })),
  };
  return { ...library, diagnoses: [...library.diagnoses, ...more], questions: questions as typeof library.questions };
}

/** Cases as they come: some sightings, some texts, some answers; the same every time. */
function casesOf(data: CaseData, library: Library, count: number): Case[] {
  const number = random(11);
  const pick = <T>(list: readonly T[]): T => list[number(list.length)]!;
  const ids = Object.keys(data.library.diagnoses);
  const seen = () => ({ diagnosis: pick(ids), certainty: pick(['exact', 'likely', 'unsure'] as const), code: '' });
  const piece = (at: number): Evidence => {
    const kind = number(4);
    if (kind === 0)
      return { kind: 'sighting', ...seen(), source: `page-${at}`, live: true, quotes: [], host: 'page', at };
    if (kind === 1) return { kind: 'text', sightings: [seen()], facts: [], quotes: [], at };
    const { id, answers } = pick(library.questions.questions);
    return { kind: 'answer', question: id, answer: pick(answers), at };
  };
  return Array.from({ length: count }, () => ({
    evidence: Array.from({ length: 1 + number(10) }, (_, at) => piece(at)),
    person: { ...NOBODY, country: pick(['DE', 'US', 'JP', null]) },
  }));
}

/** Times of an act, the least of three for each: what remains is the act's own and not a neighbour's on the machine. */
function timesOf<T>(list: readonly T[], act: (one: T) => unknown): number[] {
  const once = (one: T): number => {
    const started = performance.now();
    act(one);
    return performance.now() - started;
  };
  return list.map((one) => Math.min(once(one), once(one), once(one)));
}

const row = (what: string, times: readonly number[]): string[] => [
  what,
  ...[0.5, 0.95, 0.99, 1].map((share) => short(quantile(times, share))),
];

/** Targets C1 to C3, and G1. */
export const answers: RunSection = async ({ short: isShort, say }) => {
  const library = readLibrary();
  const began = performance.now();
  const { learned } = shippedReaders(library);
  learned.causes('付款失败', []);
  const cold = performance.now() - began;
  const data = loadCaseData(library);
  const count = isShort ? 1000 : 4000;
  say(`${count} cases`);
  const own = timesOf(casesOf(data, library, count), (one) => answerCase(one, data));
  const grown = GROWN.map((size) => {
    const larger = grownTo(size, library);
    const theirs = loadCaseData(larger);
    return timesOf(casesOf(theirs, larger, count), (one) => answerCase(one, theirs));
  });
  say('stories');
  const understand = loadUnderstand(library, data);
  const texts = loadHeldOut().map(({ text }) => text);
  const told = (from: number, length: number): string => [...texts.slice(from), ...texts].join('\n').slice(0, length);
  const starts = Array.from({ length: isShort ? 15 : 60 }, (_, index) => (index * 7) % texts.length);
  const stories = timesOf(
    starts.map((from) => told(from, STORY)),
    understand,
  );
  say('letters');
  const lookup = shippedReaders(library).lookup;
  const typed = starts
    .slice(0, isShort ? 4 : 12)
    .flatMap((from) => Array.from({ length: TYPED }, (_, index) => told(from, index + 1)));
  const letters = timesOf(typed, lookup);
  return {
    title: 'From what is known to what is said',
    figures: [
      figure('C1', 'a case from its evidence to the answer, p99', 'at most', 5, quantile(own, 0.99), ' ms'),
      figure('C2', 'a story of 5,000 characters, median', 'at most', 60, median(stories), ' ms'),
      figure(
        'C3',
        'looking up while 300 characters are typed, one letter, p99',
        'at most',
        FRAME,
        quantile(letters, 0.99),
        ' ms',
      ),
      figure('G1', `an answer with 300 diagnoses, p99`, 'at most', 5, quantile(grown.at(-1)!, 0.99), ' ms'),
    ],
    tables: [
      {
        title: 'Times, ms',
        head: ['', 'p50', 'p95', 'p99', 'slowest'],
        rows: [
          row(`answer to a case, ${library.diagnoses.length} diagnoses (the library)`, own),
          ...grown.map((times, index) => row(`answer to a case, ${GROWN[index]} diagnoses`, times)),
          row('a story of 5,000 characters, read whole', stories),
          row('a letter of 300 typed, looked up anew', letters),
        ],
      },
    ],
    notes: [
      'In Node, warm, each the least of three. Cases have up to ten pieces of evidence, drawn by rule; larger libraries are copies of the diagnoses with their weights under other names.',
      'Stories are texts of the fixtures, one after the other (for time; the learned reader was trained on them); letters are looked up one by one although the popup waits for a pause.',
      `Making pattern lookup and learned reader from the library's files, cold in this process, with the first answer: ${short(cold)} ms once.`,
    ],
  };
};
