/**
 * One case, one answer. The only function that turns what is known of a payment into what is said of it; the hint, the badge, the
 * popup, the call sheet with its end cards, copies, prints and the command line read nothing else. Pure and total: the same
 * evidence and data always give the same answer, unknown ids mean nothing, and it never throws.
 */
import { type Failed, type Way, waysFor } from '../pay/ways.ts';
import type { Outcome, Situation } from '../library/case-schema.ts';
import type { Diagnosis, DiagnosisId, Fixer, RetryWhen } from '../library/schema.ts';
import { fixerOf, type Known, type Main, mainOf, placeOf, retryOf, situationsOf, stepsOf } from './advise.ts';
import type { CaseData } from './case-data.ts';
import { type Case, type CasePerson, type Fact, type Sighting, keyOf } from './evidence.ts';
import { nextQuestion } from './interview.ts';
import { type MoneyState, moneyOf } from './outcome.ts';
import { answersIn, causesOf, interviewOf, leadingSighting, sightingsOf, toldIn, type Cause } from './ranking.ts';

/** What was understood of a text, with the key of its evidence for taking it back. */
export interface Understood extends Fact {
  key: string;
}

export interface CaseAnswer {
  outcome: Outcome;
  /** The first advice is to look for a completed payment. */
  checkFirst: boolean;
  /** Never empty; the first is the head. */
  causes: readonly Cause[];
  head: DiagnosisId;
  /** The sighting that the head rests on, or null where it comes from answers. */
  seen: Sighting | null;
  /** The code printed on the page or in a message, '' for none. */
  code: string;
  /** Who can fix it: one name. */
  fixer: Fixer;
  main: Main;
  steps: readonly string[];
  avoid: readonly string[];
  retry: { when: RetryWhen; waitMinutes?: number };
  ways: readonly Way[];
  place: CasePerson['place'];
  /** The sheet that helps, and the topics to ask first. */
  sheet: { party: Diagnosis['party']; topics: readonly string[] };
  understood: readonly Understood[];
  /** The next question, or null. */
  next: { question: string; answers: readonly string[] } | null;
  money: MoneyState;
  situations: readonly string[];
  facts: readonly string[];
}

/** Asked while the money may be gone, in this order: they decide whether it is. */
const MONEY_QUESTIONS = ['payment-record', 'bank-record'];

const NO_WAYS: readonly Way[] = [];

/** The answer to a case. See the file's comment. */
export function answerCase(one: Case, data: CaseData): CaseAnswer {
  const found = moneyOf(one.evidence, data);
  const answers = answersIn(one);
  const told = toldIn(one, data);
  const sightings = sightingsOf(one, data, found.looked);
  const lead = leadingSighting(sightings, data);
  const causes = causesOf(one, found, data);
  const head = data.library.diagnoses[causes[0]!.diagnosis]!;
  const money: MoneyState = { ...found, changed: found.changed && fits(found, causes[0]!, told) };
  const known: Known = { told, answers, changed: money.changed, outcome: money.outcome };
  const situations = situationsOf(known, data.situations);
  const seen = sightings.findLast((other) => other.diagnosis === head.id) ?? null;
  const code = seen?.code || lead?.code || '';
  const host = one.evidence.findLast((piece) => piece.kind === 'sighting' && piece.host !== '');
  const place = placeOf(one.person, answers, host?.kind === 'sighting' ? host.host : '');
  const speaker = money.outcome === 'not-paid' ? head : (moneyEntry(money.outcome, data) ?? head);
  const steps = stepsOf(head, speaker, situations, place, known, data);
  const codeFixer = seen && Object.hasOwn(data.codes, code) ? data.codes[code]!.fixer : null;
  const fixer = fixerOf(speaker, situations, money.outcome === 'not-paid' ? codeFixer : null);
  const party = situations.findLast((other) => other.party)?.party ?? speaker.party;
  return {
    outcome: money.outcome,
    checkFirst: money.outcome !== 'not-paid',
    causes,
    head: head.id,
    seen,
    code,
    fixer,
    main: mainOf(steps, money.outcome, money.changed, data),
    steps,
    avoid: speaker.avoid,
    retry: retryOf(head, money, situations),
    ways: money.outcome === 'not-paid' ? waysOf(head, fixer, party, one, place, data) : NO_WAYS,
    place,
    sheet: { party, topics: speaker.script },
    understood: understoodIn(one),
    next: nextOf(one, money, answers, data),
    money,
    situations: situations.map((other: Situation) => other.id),
    facts: [...new Set([...speaker.facts, ...(speaker === head ? [] : head.facts)])],
  };
}

/** Somebody said that time mends it. */
const WAIT_TOLD = ['bank-says-wait', 'alipay-says-wait'];

/**
 * Whether a change is one for the cause at the head: the bank's lift is none against a shop's personal code. Only a cause that was named
 * asks so much; against a guess, what was changed says more than the guess.
 */
function fits({ cures, changedBy }: MoneyState, head: Cause, told: ReadonlySet<string>): boolean {
  if (cures.size === 0 || cures.has(head.diagnosis) || head.certainty === 'unsure') return true;
  return changedBy === 'changed' && WAIT_TOLD.some((id) => told.has(id));
}

function moneyEntry(outcome: Outcome, data: CaseData): Omit<Diagnosis, 'signals'> | undefined {
  const wanted = outcome === 'paid' ? 'paid' : 'maybe-paid';
  return Object.values(data.library.diagnoses).find((entry) => entry.traits.standsFor === wanted);
}

function waysOf(
  head: Omit<Diagnosis, 'signals'>,
  fixer: Fixer,
  party: Diagnosis['party'],
  { person }: Case,
  place: CasePerson['place'],
  data: CaseData,
): Way[] {
  const failed: Failed = {
    fixers: [fixer, ...head.fixers],
    party,
    alternatives: head.alternatives,
    host: place === 'online' ? 'online' : '',
  };
  const whole = { stay: person.stay, country: person.country, holds: person.holds ?? [] };
  const ways = waysFor(data.alternatives, whole, failed);
  return place === 'unknown' ? ways : ways.filter((way) => way.places.includes(place));
}

/** What the texts told, each once, as long as no answer by hand says otherwise. */
function understoodIn(one: Case): Understood[] {
  const found = new Map<string, Understood>();
  for (const piece of one.evidence) {
    if (piece.kind !== 'text') continue;
    for (const fact of piece.facts) found.set(`${fact.question}/${fact.answer}`, { ...fact, key: keyOf(piece) });
  }
  return [...found.values()];
}

/** The question that would tell most. Where the money may be gone, those that decide it come first and no others. */
function nextOf(
  one: Case,
  money: MoneyState,
  answers: ReadonlyMap<string, string>,
  data: CaseData,
): CaseAnswer['next'] {
  if (money.outcome === 'paid') return null;
  if (money.outcome !== 'not-paid') {
    const open = MONEY_QUESTIONS.find((id) => !answers.has(id));
    const question = data.model.questions.find((other) => other.id === open);
    return question ? { question: question.id, answers: question.answers.map((other) => other.id) } : null;
  }
  return nextQuestion(data.model, interviewOf(one, money, data));
}
