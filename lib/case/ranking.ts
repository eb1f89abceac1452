/**
 * From evidence to ranked causes: the interview's arithmetic (interview.ts), with the laws of the message and of the money on top.
 * A page or message that says a cause exactly is not talked away by answers; a guess never outranks it; where the money may be
 * gone, the diagnosis that speaks of the money comes first.
 */
import type { Outcome } from '../library/case-schema.ts';
import type { DiagnosisId } from '../library/schema.ts';
import type { Certainty } from '../messages.ts';
import type { CaseData } from './case-data.ts';
import type { Case, Sighting } from './evidence.ts';
import { COUNTRY_QUESTION, DONT_KNOW } from './interview-model.ts';
import { type RankedCause, rankCauses } from './interview.ts';
import { type Given, type Interview, addTell, readAnswers, startInterview } from './told-interview.ts';
import type { MoneyState } from './outcome.ts';

export interface Cause {
  diagnosis: DiagnosisId;
  certainty: Certainty;
  probability: number;
  for: readonly Given[];
  against: readonly Given[];
}

/** Below this share no cause is named first: the honest head is the failure without a cause. */
const NAMES = 0.35;
/** The cause must also stand this far before the next one. */
const AHEAD = 1.25;
/** A likely sighting stays likely while its cause has at least this share. */
const HOLDS = 0.4;
/** How many causes are told at most. */
const TOLD = 6;

const SURE: readonly Certainty[] = ['exact', 'likely', 'unsure'];
const surer = (a: Certainty, b: Certainty): Certainty => (SURE.indexOf(b) < SURE.indexOf(a) ? b : a);

/**
 * The sightings of a case that name a diagnosis the library knows, the newest last.
 * @param looked somebody looked and it was not paid: what a page said of the money is answered
 */
export function sightingsOf(one: Case, data: CaseData, looked: boolean): Sighting[] {
  const known = ({ diagnosis }: Sighting): boolean =>
    Object.hasOwn(data.library.diagnoses, diagnosis) && !(looked && entryOf(data, diagnosis).traits.standsFor);
  return one.evidence.flatMap((piece) => {
    if (piece.kind === 'sighting') return known(piece) ? [piece] : [];
    // A text's first reading is its best: it comes last, as the newest does.
    return piece.kind === 'text' ? piece.sightings.filter(known).toReversed() : [];
  });
}

const entryOf = (data: CaseData, id: string) => data.library.diagnoses[id as DiagnosisId]!;

/** The sighting that leads: about the money first, then the surest that names a cause, then the newest. */
export function leadingSighting(sightings: readonly Sighting[], data: CaseData): Sighting | null {
  const weight = (one: Sighting): number => {
    const { traits } = entryOf(data, one.diagnosis);
    if (traits.nameless) return 0;
    return (traits.standsFor && one.certainty !== 'unsure' ? 10 : 0) + 3 - SURE.indexOf(one.certainty);
  };
  return sightings.reduce<Sighting | null>((best, one) => (!best || weight(one) >= weight(best) ? one : best), null);
}

/** Answers by question: those given by hand outrank those read from a text; later ones replace earlier ones. */
export function answersIn(one: Case): Map<string, string> {
  const read = new Map<string, string>();
  const given = new Map<string, string>();
  for (const piece of one.evidence) {
    if (piece.kind === 'text') for (const fact of piece.facts) read.set(fact.question, fact.answer);
    if (piece.kind === 'answer') given.set(piece.question, piece.answer);
  }
  return new Map([...read, ...given]);
}

/** What was told, by ids of tells: on calls, and in stories or answers that say the same. */
export function toldIn(one: Case, data: CaseData): Set<string> {
  const told = new Set<string>();
  const hear = (question: string, answer: string): void => {
    const key = `${question}/${answer}`;
    if (Object.hasOwn(data.sameTell, key)) told.add(data.sameTell[key]!);
  };
  for (const piece of one.evidence) {
    if (piece.kind === 'told') told.add(piece.id);
    if (piece.kind === 'answer') hear(piece.question, piece.answer);
    if (piece.kind === 'text') for (const { question, answer } of piece.facts) hear(question, answer);
  }
  return told;
}

/** The case in the form of the interview. */
export function interviewOf(one: Case, money: Pick<MoneyState, 'looked'>, data: CaseData): Interview {
  const { model } = data;
  const sightings = sightingsOf(one, data, money.looked);
  const lead = leadingSighting(sightings, data);
  const bare = sightings.length > 0 && sightings.every((other) => entryOf(data, other.diagnosis).traits.nameless);
  const answers = answersIn(one);
  const { country } = one.person;
  const known: Given[] = [
    ...(bare && !answers.has('message-words') ? [{ question: 'message-words', answer: 'nothing-named' }] : []),
    ...(country !== null && !answers.has(COUNTRY_QUESTION)
      ? readAnswers(model, { [COUNTRY_QUESTION]: country }).answers
      : []),
  ];
  const start = startInterview(model, {
    finding: lead && { diagnosis: lead.diagnosis, certainty: lead.certainty },
    known,
    // In the library's order, so that the order of telling cannot matter.
    tells: [],
  });
  const told = [...toldIn(one, data)].sort();
  const asked = readAnswers(model, Object.fromEntries(answers)).answers;
  return { ...told.reduce((state, tell) => addTell(model, state, tell), start), answers: asked };
}

const isTelling = ({ answers, tells, finding }: Interview): boolean =>
  finding !== null || tells.length > 0 || answers.some((one) => one.answer !== DONT_KNOW);

/**
 * The causes, the one to speak of first at the head. Never empty: without anything to go by it is the failure without a cause.
 */
export function causesOf(one: Case, money: MoneyState, data: CaseData): Cause[] {
  const interview = interviewOf(one, money, data);
  const sightings = sightingsOf(one, data, money.looked);
  const seen = (diagnosis: string): Certainty =>
    sightings
      .filter((other) => other.diagnosis === diagnosis)
      .reduce<Certainty>((best, other) => surer(best, other.certainty), 'unsure');
  const ranked = rankCauses(data.model, interview).filter((cause) => !isOver(cause, money, data));
  const sum = ranked.reduce((all, cause) => all + cause.probability, 0) || 1;
  const causes = ranked.map((cause): Cause => {
    const { diagnosis, for: pro, against, level } = cause;
    const reasoned: Certainty = level === 'most-likely' ? 'likely' : 'unsure';
    // What a message only made likely is so no longer when everything else that is known speaks against it.
    const said = seen(diagnosis);
    const stands = said !== 'likely' || cause.probability / sum >= HOLDS;
    const certainty = surer(stands ? said : 'unsure', reasoned);
    return { diagnosis: diagnosis as DiagnosisId, certainty, probability: cause.probability / sum, for: pro, against };
  });
  const spoken = isTelling(interview) || money.certain !== 'not-paid';
  const bankSpoke = interview.tells.some((tell) => tell.startsWith('bank-'));
  return withHead(causes, headOf(causes, sightings, money, { spoken, bankSpoke }, data), data).slice(0, TOLD);
}

/** After a look that found no payment, causes that say it was made are out. */
function isOver(cause: RankedCause, money: MoneyState, data: CaseData): boolean {
  return money.looked && entryOf(data, cause.diagnosis).traits.standsFor !== undefined;
}

function moneyHead(outcome: Outcome, data: CaseData): DiagnosisId | null {
  if (outcome === 'not-paid') return null;
  const wanted = outcome === 'paid' ? 'paid' : 'maybe-paid';
  return Object.values(data.library.diagnoses).find((entry) => entry.traits.standsFor === wanted)?.id ?? null;
}

function headOf(
  causes: readonly Cause[],
  sightings: readonly Sighting[],
  money: MoneyState,
  { spoken, bankSpoke }: { spoken: boolean; bankSpoke: boolean },
  data: CaseData,
): DiagnosisId | null {
  const first = moneyHead(money.certain, data);
  if (first) return first;
  const lead = leadingSighting(sightings, data);
  const traits = lead && entryOf(data, lead.diagnosis).traits;
  // A text's second guess may speak of the money; alone it is no evidence that any is gone.
  const isGuess = money.outcome === 'not-paid' && traits?.standsFor !== undefined;
  const named = traits && !traits.nameless && !isGuess ? lead : null;
  const [best, next] = causes;
  const nameless = Object.values(data.library.diagnoses).find((entry) => entry.traits.nameless)?.id ?? null;
  if (!spoken || !best) return nameless;
  // What was said exactly stays at the head; only the bank's own word says more closely what a page passed on of it.
  const closer = best.certainty !== 'unsure' && bankSpoke && named !== null && data.model.bankSide.has(named.diagnosis);
  if (named?.certainty === 'exact' && !closer) return named.diagnosis as DiagnosisId;
  const stands = best.probability >= NAMES && best.probability >= AHEAD * (next?.probability ?? 0);
  if (named && best.diagnosis === named.diagnosis) return best.diagnosis;
  const candidate = stands ? best : null;
  if (!candidate) return named ? (named.diagnosis as DiagnosisId) : nameless;
  // Without evidence that the money may be gone, a cause that says so is no head.
  const speaksOfMoney = entryOf(data, candidate.diagnosis).outcome !== 'not-paid';
  if (speaksOfMoney && money.outcome === 'not-paid' && !money.looked) return nameless;
  return candidate.diagnosis;
}

/** The causes with this one first; one that was not ranked (the failure without a cause, the money's own) is put there. */
function withHead(causes: readonly Cause[], head: DiagnosisId | null, data: CaseData): Cause[] {
  if (!head) return [...causes];
  const there = causes.find((one) => one.diagnosis === head);
  const { nameless } = entryOf(data, head).traits;
  // "No cause named" is what is left beside the likeliest cause.
  const left = nameless ? 1 - (causes[0]?.probability ?? 0) : 0;
  const own: Cause = there ?? { diagnosis: head, certainty: 'unsure', probability: left, for: [], against: [] };
  const others = causes.filter((one) => one.diagnosis !== head);
  // A cause that is not at the head is a possibility, whatever it looked like by itself.
  return [
    own,
    ...others.map((one): Cause => ({ ...one, certainty: one.certainty === 'exact' ? 'likely' : one.certainty })),
  ];
}
