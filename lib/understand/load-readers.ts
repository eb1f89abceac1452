import type { Finding } from '../messages.ts';
import { boxesOf, isFloating, linesOf, makeBelief, messageOf } from './belief/belief.ts';
import { makeSigns } from './belief/signs.ts';
import type { PackedModel } from './learned/model.ts';
import { type LearnedReader, makeLearnedReader, NOTHING } from './learned/reader.ts';
import { makeLookup } from './lookup.ts';
import type { Lookup } from './lookup-answer.ts';
import { lookAgain, lookDoubtfully, NO_FAILURE, type SecondLook, type SecondOpinion } from './second-look.ts';
import { withoutPossible } from './possible-reasons.ts';
import { isNotYet, isOnlyInCase, isShownOnly, isSomebodyElses } from './shown-only.ts';

/** Loads what every reader is made of. */
async function loadParts() {
  const [{ loadDetectTable }, { lookupData }, { conceptLines }, { default: packed }] = await Promise.all([
    import('../generated/detect-table.ts'),
    import('../generated/lookup-data.ts'),
    import('../generated/concepts.ts'),
    import('./learned/weights.json'),
  ]);
  const table = loadDetectTable();
  return { table, lookupData, learned: makeLearnedReader(packed as PackedModel, conceptLines, table.variants) };
}

/** Loads what reading texts needs, for pages that want it only when somebody types. */
export async function createReaders(): Promise<{ lookup: Lookup; learned: LearnedReader }> {
  const { table, lookupData, learned } = await loadParts();
  return { lookup: makeLookup(table, lookupData, learned), learned };
}

/** Loads the lookup alone. */
export async function createLookup(): Promise<Lookup> {
  return (await createReaders()).lookup;
}

/** So sure the learned reader has to be that something failed where it knows no cause. */
const WELL_HEARD = 0.9;

/** Loads what takes a second look at failures whose cause the page script does not know, or knows only by a family of sentences. */
export async function createSecondLook(): Promise<SecondLook> {
  const [{ table, lookupData, learned }, { default: belief }] = await Promise.all([
    loadParts(),
    import('./belief/boxes.json'),
  ]);
  // Facts are what people tell of themselves; read out of a page's advice ("use your new card") they speak against what it reports. Without
  // them 16 more of 150 messages of three rounds are read as likely and right, and 1 more is wrong.
  const lookup = makeLookup(table, lookupData, { ...learned, facts: () => [] });
  const { nameless, paid, maybePaid, unexplained } = table.roles;
  const rules = { nameless, money: [paid, maybePaid], unexplained };
  const hearsFailure = (text: string): boolean => (learned.causes(text, []).get(NOTHING) ?? 0) < 1 - WELL_HEARD;
  const reporting = makeBelief(belief, learned, makeSigns(table, learned), rules.money);
  // Known words of a failure are put aside only where they set a condition; what is paid may well be said in a list.
  const isPutAside = ({ diagnosis, evidence }: Finding, said: string, doubtful = false): boolean => {
    if (isShownOnly(said) || (diagnosis !== paid && isSomebodyElses(said))) return true;
    if (doubtful || evidence.every(({ kind }) => kind === 'structure')) return isNotYet(said);
    return diagnosis === nameless && isOnlyInCase(said);
  };
  return (finding, said, doubtful) => {
    const read = (lines: string): SecondOpinion | null => {
      const named = withoutPossible(lines);
      return doubtful ? lookDoubtfully(named, lookup, rules) : lookAgain(finding, named, lookup, rules);
    };
    // All lines are read first, because what is said of the money counts wherever it stands. Where they are no more than a guess, the message
    // alone may be surer; and what floats above the page has nothing to do with the rest.
    const look = (boxes: readonly string[]): SecondOpinion | null => {
      // A reason counts where the message itself gives it: what stands around names shops and rules.
      if (unexplained.includes(finding.diagnosis)) return read(boxes.map(messageOf).join('\n'));
      const whole = read(boxes.map(linesOf).join('\n'));
      if (whole && (rules.money.includes(whole.diagnosis) || (whole.certainty !== 'unsure' && !isFloating(finding))))
        return whole;
      const alone = read(boxes.map(messageOf).join('\n'));
      return isFloating(finding) || (alone && alone.certainty !== 'unsure') ? alone : whole;
    };
    const boxes = boxesOf(said);
    const better = look(boxes);
    // Where money may be gone, a miss costs more than a false alarm, whoever hears it.
    if (
      (better ?? finding).diagnosis !== maybePaid &&
      finding.diagnosis !== maybePaid &&
      isPutAside(finding, said, doubtful)
    )
      return doubtful ? null : NO_FAILURE;
    const told = reporting({ ...finding, diagnosis: better?.diagnosis ?? finding.diagnosis }, boxes, doubtful);
    // The page shows nothing of a doubt before it is answered.
    if (!told.length) return doubtful ? null : NO_FAILURE;
    // Plain text tells of rules as often as of failures: a guess at its cause is none.
    const isPlain = finding.evidence.some(({ place }) => place === 'text' || place === 'result');
    if (doubtful && isPlain && better?.certainty !== 'likely') return null;
    // What is believed, and what the learned reader too takes for a failure or what known words call one, is no doubt any more.
    const isKnown = finding.evidence.every(({ kind }) => kind === 'family');
    if (doubtful && !better && (isKnown || hearsFailure(told.map(linesOf).join('\n'))))
      return { diagnosis: finding.diagnosis, certainty: finding.certainty };
    // A rule that stands beside a failure is no part of it; what is said of the money counts wherever it stands.
    const isWhole = told.length === boxes.length || (better && rules.money.includes(better.diagnosis));
    return isWhole ? better : look(told);
  };
}
