/** The case of the popup: put together, answered, changed and kept. Decisions are in lib/case and the popup's model. */
import { popupModel, type PopupModel } from '../../components/popup/popup-model.ts';
import { type CaseAnswer, answerCase } from '../../lib/case/answer.ts';
import { mayBePaid, maybePaidEarlier, type PresentFailure, repeatsOf } from '../../lib/case/attempts.ts';
import { composeCase } from '../../lib/case/compose-case.ts';
import { type Case, type CasePerson, type Evidence, NOBODY } from '../../lib/case/evidence.ts';
import { readStoredEvidence, storedCase } from '../../lib/case/stored.ts';
import type { Way } from '../../lib/pay/ways.ts';
import { forgetAttempts, readAttempts } from '../../lib/state/attempts.ts';
import { changeStoredCase, onCaseChanged, readStoredCase } from '../../lib/state/case-store.ts';
import { shown } from './shown.ts';
import { forgetCalls, withCalls } from './told.ts';

const SITE = 'alipay.com';

/** Reads what is known beside the page: the stored case, what was told on calls, earlier payments of the session. */
export async function readCaseParts(now: number): Promise<void> {
  const { caseOf, mayKeep } = shown;
  const [raw, attempts] = await Promise.all([
    mayKeep ? readStoredCase(caseOf) : null,
    mayKeep ? readAttempts(SITE, now) : [],
  ]);
  const stored = readStoredEvidence(raw);
  const { evidence, amount } = await withCalls(stored, caseOf, mayKeep, now);
  Object.assign(shown, { stored: evidence, attempts, amount });
  // Kept at once, so that what was told keeps its place in time.
  if (evidence.length !== stored.length) changeCase(() => evidence);
}

/** Takes over what another page of the extension (the call sheet) changed in the case. */
export function followCase(redraw: () => void): void {
  if (!shown.mayKeep) return;
  onCaseChanged(shown.caseOf, (raw) => {
    shown.stored = readStoredEvidence(raw);
    redraw();
  });
}

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
  const { page, stored, data } = shown;
  const may = withOthers && (shown.caseOf !== null || stored.length > 0);
  const others = may ? maybePaidEarlier(shown.attempts, present(), now, data!.library) : [];
  return composeCase({ page, stored, others, person: personOf() }, data!.library);
}

/** What the popup shows; null until the knowledge is there. */
export function modelNow(now: number): PopupModel | null {
  const { data, stored, view, tab, amount } = shown;
  if (!data) return null;
  const one = theCase(now, true);
  const live = liveOne()?.finding;
  return popupModel({
    failing: view.state === 'diagnosis',
    live: live ? { diagnosis: live.diagnosis, certainty: live.certainty, code: live.code } : null,
    case: one,
    answer: answerCase(one, data),
    own: answerCase(theCase(now, false), data),
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

/** Changes what the person gave, here and in the store; from a private window only here. */
export function changeCase(change: (stored: readonly Evidence[]) => readonly Evidence[]): void {
  shown.stored = change(shown.stored);
  if (!shown.mayKeep) return;
  void changeStoredCase(shown.caseOf, (raw) => {
    const next = change(readStoredEvidence(raw));
    return next.length > 0 ? storedCase(next) : null;
  });
}

/** The person looked for the earlier payments: they need not be looked for again. */
export function settleEarlier(): void {
  const { attempts, data } = shown;
  const settled = attempts.filter((one) => mayBePaid(data!.library, one.diagnosis)).map((one) => one.diagnosis);
  shown.attempts = attempts.filter((one) => !settled.includes(one.diagnosis));
  if (shown.mayKeep && settled.length > 0) void forgetAttempts(SITE, settled);
}

/** Everything that was told is forgotten; what stands on the page stays. */
export function startOver(): void {
  changeCase(() => []);
  shown.page = shown.page.filter((one) => one.live);
  void forgetCalls(shown.caseOf, shown.mayKeep);
}
