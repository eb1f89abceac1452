/**
 * What the popup shows for a case: ids and values, no words and no browser. Everything that is decided about the screen is decided
 * here, so that it can be tested for every outcome and head.
 */
import { factsOf, isStale, namedSources, type NamedSource } from '../../lib/case/advice.ts';
import type { CaseAnswer } from '../../lib/case/answer.ts';
import type { Repeats } from '../../lib/case/attempts.ts';
import type { CaseData } from '../../lib/case/case-data.ts';
import { CHOSEN } from '../../lib/case/compose-case.ts';
import type { Case, Evidence } from '../../lib/case/evidence.ts';
import { DONT_KNOW } from '../../lib/case/interview-model.ts';
import type { Given } from '../../lib/case/told-interview.ts';
import { type ShownAnswers, shownAnswers } from '../../lib/case/shown-answers.ts';
import type { Outcome } from '../../lib/library/case-schema.ts';
import type { Diagnosis, DiagnosisId, Fact, RetryWhen } from '../../lib/library/schema.ts';
import type { Certainty } from '../../lib/messages.ts';
import { type Chip, chipsOf } from './chips-model.ts';
import { type PageSays, pageSays, type WhichPayment, whichPayment } from './page-says.ts';

/** A party one can talk to. */
export type Party = Exclude<Diagnosis['party'], 'none'>;

/** The attributes of the root: a contract with tests from outside. */
export interface RootMark {
  diagnosis: string;
  certainty: Certainty;
  code: string;
}

export interface Head {
  diagnosis: DiagnosisId;
  certainty: Certainty;
  /** Key of the words for how sure we are, in ui.json; null where the title says that no cause is named. */
  sure: string | null;
  /** Key of the name of who can fix it, in library.json; null while the money may be gone: nothing is to be fixed yet. */
  fixer: string | null;
  /** The diagnosis speaks of the money itself, so its title is the warning. */
  isMoney: boolean;
  says: PageSays | null;
  for: readonly Given[];
  against: readonly Given[];
}

export interface PrintedCode {
  text: string;
  /** Key of its meaning in codes.json, or null where the library does not know it. */
  meaning: string | null;
  certain: boolean;
}

/** Everything behind a failure's head. */
export interface AnswerModel {
  head: Head;
  outcome: Outcome;
  /** Which payment to look for; null where nothing may be paid twice. */
  payment: WhichPayment | null;
  /** "It was paid" and "Still pending" are offered only where they would say something new. */
  looks: readonly ('paid' | 'pending' | 'not-paid')[];
  now: string;
  /** The talk that the first step is, or null. */
  talk: Party | null;
  later: { shown: readonly string[]; more: readonly string[] };
  /** The question stands where the first step would: the cause is not named yet. */
  asksAtOnce: boolean;
  /** An attempt was advised, so the case asks how it went. */
  asksResult: boolean;
  pause: Repeats | null;
  avoid: readonly string[];
  /** Null while the money may be gone: the head says then not to pay. */
  retry: { when: RetryWhen; waitMinutes?: number } | null;
  hasWays: boolean;
  /** What a payment costs and what a country's banks block: not while the money may be gone. */
  hasCost: boolean;
  asksCountry: boolean;
  code: PrintedCode | null;
  facts: readonly Fact[];
  sources: readonly NamedSource[];
  checked: string;
  stale: boolean;
}

export interface Question extends ShownAnswers {
  id: string;
  /** Counted from 1. */
  number: number;
}

export interface PopupModel {
  root: RootMark | null;
  /** Null where nothing is known of a failure: then the state's own words stand there. */
  answer: AnswerModel | null;
  chips: readonly Chip[];
  question: Question | null;
  /** The question asked last can be taken back. */
  lastAsked: string | null;
  /** Other causes, the likeliest first, for "That's not it". */
  others: readonly DiagnosisId[];
  /** The sheet with the words for a talk. */
  sheet: Party;
  place: CaseAnswer['place'];
}

export interface ModelInput {
  /** The popup's state is `diagnosis`: a failure stands on the page. */
  failing: boolean;
  /** The diagnosis the page itself shows, for the root's attributes. */
  live: RootMark | null;
  /** The case with what other tabs and earlier pages tell, and what it says. */
  case: Case;
  answer: CaseAnswer;
  /** What this tab's own case says. */
  own: CaseAnswer;
  stored: readonly Evidence[];
  tab: number | null;
  /** As typed in the notes of the call, or ''. */
  amount: string;
  repeats: Repeats | null;
  data: CaseData;
  now: number;
}

const TALKS: Readonly<Partial<Record<CaseAnswer['main']['action'], Party>>> = {
  'call-bank': 'bank',
  'talk-alipay': 'alipay',
  'show-shop': 'shop',
};

/** Steps after the first that are shown at once; the rest waits behind a summary. */
const THEN = 2;
const OTHERS = 5;

/** What the popup shows. Pure and total. */
export function popupModel(input: ModelInput): PopupModel {
  const { answer, own, stored, failing, data } = input;
  const unasked = new Set(data.model.questions.filter((one) => one.unasked).map((one) => one.id));
  const asked = stored.filter((one) => one.kind === 'answer').filter((one) => !unasked.has(one.question));
  const speaks = failing || input.case.evidence.length > 0;
  return {
    root: failing ? rootMark(input) : null,
    answer: speaks ? answerModel(input) : null,
    chips: chipsOf(stored, data),
    question: answer.next && {
      id: answer.next.question,
      number: asked.length + 1,
      ...shownAnswers(input.case, answer.money, answer.next.question, data),
    },
    lastAsked: asked.at(-1)?.question ?? null,
    others: [...new Set([...answer.causes, ...own.causes].map((one) => one.diagnosis))]
      .filter((id) => id !== answer.head && !entry(data, id).traits.nameless)
      .slice(0, OTHERS),
    sheet: answer.sheet.party === 'none' ? 'bank' : answer.sheet.party,
    place: answer.place,
  };
}

const entry = (data: CaseData, id: DiagnosisId) => data.library.diagnoses[id]!;

/** The page's own word, until something else than the page speaks in this tab. */
function rootMark({ own, stored, live }: ModelInput): RootMark {
  if (live && stored.every((one) => one.kind === 'answer' && one.answer === DONT_KNOW)) return live;
  return { diagnosis: own.head, certainty: own.causes[0]!.certainty, code: own.code || live?.code || '' };
}

function answerModel(input: ModelInput): AnswerModel {
  const { answer, data, repeats, now } = input;
  const { outcome, steps, head, money } = answer;
  const library = entry(data, head);
  const mayBeGone = outcome !== 'not-paid';
  const known = factsOf(answer.facts, data.library);
  const code = Object.hasOwn(data.codes, answer.code) ? data.codes[answer.code] : undefined;
  const rest = steps.slice(1);
  return {
    head: headOf(input),
    outcome,
    payment: mayBeGone ? whichPayment(input) : null,
    looks: outcome === 'paid' ? ['not-paid'] : mayBeGone ? ['paid', 'pending', 'not-paid'] : [],
    now: answer.main.step,
    talk: mayBeGone ? null : (TALKS[answer.main.action] ?? null),
    later: { shown: rest.slice(0, THEN), more: rest.slice(THEN) },
    asksAtOnce: library.traits.nameless && answer.next !== null && !mayBeGone,
    asksResult: !mayBeGone && advisesAttempt(answer, data),
    pause: mayBeGone || money.changed ? null : repeats,
    avoid: answer.avoid,
    retry: mayBeGone ? null : answer.retry,
    hasWays: answer.ways.length > 0,
    hasCost: !mayBeGone,
    asksCountry: !mayBeGone && library.traits.asksIssuerCountry,
    code: answer.code === '' ? null : codeOf(answer.code, code),
    facts: known.facts,
    sources: namedSources(
      [...library.sources, ...(code ? [code.source] : []), ...known.facts.flatMap((one) => one.sources)],
      data.library,
    ),
    checked: library.checked,
    stale: isStale(library.checked, now),
  };
}

const codeOf = (text: string, known: CaseData['codes'][string] | undefined): PrintedCode => ({
  text,
  meaning: known ? `meaning.${known.meaning}` : null,
  certain: known?.certainty === 'exact',
});

/** Whether the person was told to try, or may have tried by themselves as the advice allows. */
function advisesAttempt({ retry, steps, main }: CaseAnswer, data: CaseData): boolean {
  if (main.action === 'retry' || retry.when === 'once') return true;
  return retry.when.startsWith('after-') || steps.some((step) => data.steps[step]?.offers !== undefined);
}

function headOf(input: ModelInput): Head {
  const { answer, data } = input;
  const [cause] = answer.causes;
  const { certainty, for: pro, against } = cause!;
  const { nameless, standsFor } = entry(data, answer.head).traits;
  const says = pageSays(input);
  const isChosen = input.stored.some(
    (one) => one.kind === 'sighting' && one.source === CHOSEN && one.diagnosis === answer.head,
  );
  return {
    diagnosis: answer.head,
    certainty: nameless ? 'unsure' : certainty,
    sure: nameless
      ? null
      : isChosen
        ? 'certainty.chosen'
        : certainty === 'unsure'
          ? 'certainty.possible'
          : certainty === 'exact' && says?.from !== 'page'
            ? 'certainty.typed.exact'
            : `certainty.${certainty}`,
    fixer: fixerKey(answer),
    isMoney: standsFor !== undefined,
    says,
    for: pro,
    against,
  };
}

function fixerKey({ outcome, fixer }: CaseAnswer): string | null {
  if (outcome !== 'not-paid') return null;
  return fixer === 'nobody' ? 'fixer.nobody.not-paid' : `fixer.${fixer}`;
}
