/**
 * From a failure nobody named to the next right action: a few short questions over a small probabilistic model.
 *
 * Everything here is pure and total: an interview is plain data, unknown questions and answers are left out, nothing throws.
 * The order in which answers came does not matter, "I don't know" changes nothing, and what a page said exactly is not
 * talked away by answers.
 */
import { expectedGain, posterior, type InterviewModel, type ModelQuestion, type PerCause } from './interview-model.ts';
import { type Weighed, weigh } from './interview-weights.ts';
import { answersOf, type Given, type Interview } from './told-interview.ts';

/** At most this many questions: a worried person has no patience for more. */
export const QUESTION_LIMIT = 6;
/** A cause this likely needs no further question. */
const CLEAR = 0.97;
/** ... if it would still be this likely with any one answer left out: a slip of the finger must not decide. */
const CLEAR_DESPITE_SLIP = 0.5;
/** A question expected to tell less than this, in bits, is not worth asking. */
const LEAST_GAIN = 0.02;
/** From here on a cause is called most likely, if enough speaks for it. */
const MOST_LIKELY = 0.7;
/** From here on it is called possible. With about thirty causes an even guess would be half of this. */
const POSSIBLE = 0.07;
/** How much likelier than on average an answer is under a cause to speak for it, and how much less to speak against it. */
const SPEAKS_FOR = 1.5;
const SPEAKS_AGAINST = 0.5;
/** What was said when the way was opened: by the bank for its own reasons, by Alipay for all others. */
const LIFTED = { bank: 'bank-lifted', alipay: 'alipay-lifted' } as const;

export type Likeliness = 'most-likely' | 'possible' | 'unlikely';

export interface RankedCause {
  diagnosis: string;
  probability: number;
  level: Likeliness;
  for: readonly Given[];
  against: readonly Given[];
}

export interface NextQuestion {
  question: string;
  /** The last one is "dont-know". */
  answers: readonly string[];
}

/** What to do now. `cannot-tell`: enough was asked and no cause stands out. `retry-once`: the way was just opened. */
export type NextStep =
  | { kind: 'ask'; next: NextQuestion }
  | { kind: 'retry-once' }
  | { kind: 'act'; diagnosis: string }
  | { kind: 'cannot-tell' };

/** All causes, the likeliest first, with what speaks for and against each. */
export function rankCauses(model: InterviewModel, interview: Interview): RankedCause[] {
  const given = weigh(model, interview);
  const chances = posterior(
    model,
    given.map((one) => one.weights),
  );
  return model.causes
    .map((diagnosis, at): RankedCause => {
      const lift = (weights: PerCause): number =>
        weights[at]! / weights.reduce((sum, one, i) => sum + one * model.prior[i]!, 0);
      const pro = given.filter((one) => lift(one.weights) >= SPEAKS_FOR);
      const con = given.filter((one) => lift(one.weights) <= SPEAKS_AGAINST);
      const probability = chances[at]!;
      const level =
        probability >= MOST_LIKELY && isEnough(pro, interview)
          ? 'most-likely'
          : probability >= POSSIBLE
            ? 'possible'
            : 'unlikely';
      return { diagnosis, probability, level, for: pro.map(bare), against: con.map(bare) };
    })
    .sort((a, b) => b.probability - a.probability || (a.diagnosis < b.diagnosis ? -1 : 1));
}

/** One answer alone is never enough; what was said on a call, or a page that named its cause, is. */
function isEnough(pro: readonly Given[], interview: Interview): boolean {
  if (pro.length !== 1) return pro.length > 1;
  return pro[0]!.question === 'tells' || (pro[0]!.question === 'finding' && interview.finding?.certainty !== 'unsure');
}

/** Whether a cause stands out. When none does, the honest answer is "we can't tell yet". */
export function isClear(causes: readonly RankedCause[]): boolean {
  return causes[0]?.level === 'most-likely';
}

/** The question expected to tell most, or null when one cause is clear, nothing would help, or enough was asked. */
export function nextQuestion(model: InterviewModel, interview: Interview): NextQuestion | null {
  if (interview.answers.length >= QUESTION_LIMIT) return null;
  const given = weigh(model, interview);
  const now = posterior(
    model,
    given.map((one) => one.weights),
  );
  if (isSettled(model, given, now)) return null;
  const asked = answersOf(interview);
  const named = interview.finding !== null && interview.finding.certainty !== 'unsure';
  let best: ModelQuestion | null = null;
  let most = LEAST_GAIN;
  for (const question of model.questions) {
    if (question.unasked || asked.has(question.id) || (named && question.readsMessage)) continue;
    if (question.after && !question.after.answers.includes(asked.get(question.after.question) ?? '')) continue;
    const gain = expectedGain(question, now) * question.known;
    if (gain > most) [best, most] = [question, gain];
  }
  return best && { question: best.id, answers: best.answers.map((one) => one.id) };
}

function isSettled(model: InterviewModel, given: readonly Weighed[], now: PerCause): boolean {
  const highest = Math.max(...now);
  if (highest < CLEAR) return false;
  const first = now.indexOf(highest);
  const slips = given.filter((one) => one.question !== 'finding' && one.question !== 'tells');
  return slips.every((slip) => {
    const without = given.filter((one) => one !== slip).map((one) => one.weights);
    return posterior(model, without)[first]! >= CLEAR_DESPITE_SLIP;
  });
}

/** What to do now, with everything known. */
export function nextStep(model: InterviewModel, interview: Interview): NextStep {
  const causes = rankCauses(model, interview);
  const diagnosis = causes[0]?.diagnosis ?? '';
  // Nothing more to find out: who stopped it has put it right.
  if (interview.tells.includes(LIFTED[model.bankSide.has(diagnosis) ? 'bank' : 'alipay']))
    return { kind: 'retry-once' };
  const next = nextQuestion(model, interview);
  if (next) return { kind: 'ask', next };
  return isClear(causes) ? { kind: 'act', diagnosis } : { kind: 'cannot-tell' };
}

const bare = ({ question, answer }: Given): Given => ({ question, answer });
