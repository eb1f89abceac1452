/**
 * Answers the case of the popup. A chunk of its own, with the knowledge: nothing of it is needed to say that a page is quiet.
 * Decisions are in lib/case and in the popup's model.
 */
import { popupModel, type PopupModel } from '../../components/popup/popup-model.ts';
import { type CaseAnswer, answerCase } from '../../lib/case/answer.ts';
import { maybePaidEarlier, type PresentFailure, repeatsOf } from '../../lib/case/attempts.ts';
import { type CaseData, makeCaseData } from '../../lib/case/case-data.ts';
import { composeCase } from '../../lib/case/compose-case.ts';
import { type Case, type CasePerson, NOBODY } from '../../lib/case/evidence.ts';
import { advice } from '../../lib/generated/advice.ts';
import { caseRules } from '../../lib/generated/case-data.ts';
import { interviewData } from '../../lib/generated/interview-data.ts';
import alternatives from '../../lib/library/alternatives.json';
import type { AlternativesFile } from '../../lib/library/alternatives.ts';
import type { Way } from '../../lib/pay/ways.ts';
import { shown } from './shown.ts';

/** All the knowledge, but for the codes, which come later. */
export const knowledge = (): CaseData =>
  makeCaseData({
    library: advice,
    interview: interviewData,
    rules: caseRules,
    alternatives: alternatives as AlternativesFile,
  });

const personOf = (): CasePerson => ({ ...NOBODY, ...shown.settings.person });

/** The failure on the page that speaks for the tab: the surest of those that stand. */
export const liveOne = () => shown.page.findLast((one) => one.live) ?? null;

function present(): PresentFailure | null {
  const live = liveOne();
  return live && shown.tab.kind === 'tab'
    ? { diagnosis: live.finding.diagnosis, at: live.finding.at, tab: shown.tab.id }
    : null;
}

/** Other payments count where one could pay now: on a page that is Alipay's, or in a case that is told. */
function theCase(now: number, withOthers: boolean): Case {
  const { page, paid, stored, data } = shown;
  const may = withOthers && (shown.caseOf !== null || stored.length > 0);
  const others = may ? maybePaidEarlier(shown.attempts, present(), now, data!.library) : [];
  return composeCase({ page, paid, stored, others, person: personOf() }, data!.library);
}

/** What the popup shows. */
export function modelNow(now: number): PopupModel {
  const { stored, view, tab, amount } = shown;
  const data = shown.data!;
  const one = theCase(now, true);
  const own = answerCase(theCase(now, false), data);
  // Of several documents, the one that the tab's own case speaks of.
  const live = (shown.page.findLast((one) => one.live && one.finding.diagnosis === own.head) ?? liveOne())?.finding;
  return popupModel({
    failing: view.state === 'diagnosis',
    live: live ? { diagnosis: live.diagnosis, certainty: live.certainty, code: live.code } : null,
    case: one,
    answer: answerCase(one, data),
    own,
    stored,
    tab: tab.kind === 'tab' ? tab.id : null,
    amount,
    repeats: repeatsOf(shown.attempts, present(), now, data.library),
    data,
    now,
  });
}

/** The ways to pay for a person, in this case. */
export function waysFor(person: Partial<CasePerson>): readonly Way[] {
  const one = theCase(Date.now(), true);
  return answerCase({ ...one, person: { ...one.person, ...person } }, shown.data!).ways;
}

/** The answer now, for parts that come later. */
export const answerNow = (): CaseAnswer => answerCase(theCase(Date.now(), true), shown.data!);
