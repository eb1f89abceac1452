/** The case the call is about: read, told to, answered. Decisions are in lib/case. */
import { beforeCalls, beforeShop, SHEET_PARTIES } from '../../components/call-sheet/case-before.ts';
import type { Found } from '../../components/call-sheet/end-model.ts';
import { planCall, topicsFor, type CallPlan } from '../../lib/call/script.ts';
import { answerCase, type CaseAnswer } from '../../lib/case/answer.ts';
import { namedCause, paidAfter, withPiece } from '../../lib/case/compose-case.ts';
import { type Evidence, keyOf, NOBODY, withoutEvidence, withTold } from '../../lib/case/evidence.ts';
import { readStoredEvidence, storedCase } from '../../lib/case/stored.ts';
import { knowledge } from '../../lib/case/knowledge.ts';
import { tabCase } from '../../lib/case/tab-case.ts';
import type { Party } from '../../lib/library/call-script.ts';
import { changeStoredCase, onCaseChanged, readStoredCase } from '../../lib/state/case-store.ts';
import { mayKeep, SCRIPT, shown } from './shown.ts';

/** Asked at a shop while the money may be gone, and nothing else: the law of never twice. */
const PAID_TOPICS = ['check-paid'];

const personOf = () => ({ ...NOBODY, ...shown.settings.person });

/**
 * What the case says.
 * @param of `tab`: this tab's payment alone, as its cards are chosen; `session`: with those of other tabs that may have gone through,
 * which is what counts before anybody pays again
 */
function answerOf(stored: readonly Evidence[], of: 'tab' | 'session'): CaseAnswer {
  const { tabId: tab, page, paid, named, data } = shown;
  const isAbout = of === 'session' && (page.length > 0 || stored.length > 0 || named !== null);
  const parts = {
    tab,
    page,
    paid: paidAfter(paid, page),
    stored,
    attempts: isAbout ? shown.attempts : [],
    person: personOf(),
    named: named === null ? [] : [namedCause(named)],
  };
  return answerCase(tabCase(parts, Date.now(), data!.library), data!);
}

export async function readCase(): Promise<void> {
  shown.stored = mayKeep() ? readStoredEvidence(await readStoredCase(shown.tabId)) : [];
}

/** What is known of failures at all. */
export function learn(): void {
  shown.data = knowledge();
}

/** What the case says now. */
export function answerAgain(): void {
  if (!shown.data) return;
  const before = shown.answer?.checkFirst;
  shown.answer = answerOf(shown.stored, 'session');
  if (before !== shown.answer.checkFirst) makePlans();
}

/**
 * The plans of the calls, from what was known before them: what is told must not move the cards one stands on. Only the cards for
 * a shop turn at once to the one question that is left while the money may be gone.
 */
export function makePlans(): void {
  const { head, sheet, place } = answerOf(beforeCalls(shown.stored), 'tab');
  const mayBeGone = answerOf(beforeShop(shown.stored), 'session').checkFirst;
  shown.plans = Object.fromEntries(
    SHEET_PARTIES.map((party): [Party, CallPlan] => {
      const asksOnly = party === 'shop' && mayBeGone;
      const topics = asksOnly ? PAID_TOPICS : topicsFor(SCRIPT[party], { id: head, script: sheet.topics });
      return [party, planCall(SCRIPT[party], topics, place)];
    }),
  ) as Record<Party, CallPlan>;
}

/** The sheet to begin with, as it was before any call: a reload shows the same one. */
export const partyBefore = () => answerOf(beforeCalls(shown.stored), 'tab').sheet.party;

/** Takes over what another page of the extension (the popup, a second sheet) changed in the case. Gives a function that stops. */
export function followCase(redraw: () => void): () => void {
  return onCaseChanged(shown.tabId, (raw) => {
    if (!mayKeep()) return;
    shown.stored = readStoredEvidence(raw);
    answerAgain();
    redraw();
  });
}

/** Changes the case here at once, and in the store; of a private window only here. */
function change(to: (stored: readonly Evidence[]) => readonly Evidence[]): void {
  shown.stored = to(shown.stored);
  answerAgain();
  if (!mayKeep()) return;
  void changeStoredCase(shown.tabId, (raw) => {
    const next = to(readStoredEvidence(raw));
    return next.length > 0 ? storedCase(next) : null;
  });
}

/** What the other side told on a sheet is evidence at once; what the user went back on is taken back. */
export function tell(party: Party, told: readonly string[]): void {
  const now = Date.now();
  change((stored) => withTold({ evidence: stored, person: NOBODY }, party, told, now).evidence);
}

/** "Did it work?", or what somebody found who looked. */
export function noteFound(found: Found): void {
  const at = Date.now();
  const isOpen = shown.answer !== null && shown.answer.outcome !== 'not-paid';
  const piece: Evidence =
    isOpen && found !== 'failed'
      ? { kind: 'answer', question: 'looked', answer: found, at }
      : { kind: 'result', result: found === 'not-paid' ? 'failed' : found, at };
  shown.found = { found, key: keyOf(piece) };
  change((stored) => withPiece(stored, piece));
}

export function undoFound(): void {
  const last = shown.found;
  shown.found = null;
  if (last) change((stored) => withoutEvidence({ evidence: stored, person: NOBODY }, last.key).evidence);
}
