/**
 * Answers the case of the popup. A chunk of its own, with the knowledge: nothing of it is needed to say that a page is quiet.
 * Decisions are in lib/case and in the popup's model.
 */
import { popupModel, type PopupModel } from '../../components/popup/popup-model.ts';
import { type CaseAnswer, answerCase } from '../../lib/case/answer.ts';
import { repeatsOf } from '../../lib/case/attempts.ts';
import { type Case, type CasePerson, NOBODY } from '../../lib/case/evidence.ts';
import { presentIn, tabCase } from '../../lib/case/tab-case.ts';
import type { Way } from '../../lib/pay/ways.ts';
import { shown } from './shown.ts';

export { knowledge } from '../../lib/case/knowledge.ts';

const personOf = (): CasePerson => ({ ...NOBODY, ...shown.settings.person });

/** The failure on the page that speaks for the tab: the surest of those that stand. */
export const liveOne = () => shown.page.findLast((one) => one.live) ?? null;

const tabId = (): number | null => (shown.tab.kind === 'tab' ? shown.tab.id : null);

/** Other payments count where one could pay now: on a page that is Alipay's, or in a case that is told. */
function theCase(now: number, withOthers: boolean): Case {
  const { page, paid, stored, data } = shown;
  const may = withOthers && (shown.caseOf !== null || stored.length > 0);
  const attempts = may ? shown.attempts : [];
  return tabCase({ tab: tabId(), page, paid, stored, attempts, person: personOf() }, now, data!.library);
}

/** What the popup shows. */
export function modelNow(now: number): PopupModel {
  const { stored, view, amount } = shown;
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
    tab: tabId(),
    amount,
    repeats: repeatsOf(shown.attempts, presentIn({ tab: tabId(), page: shown.page }), now, data.library),
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
