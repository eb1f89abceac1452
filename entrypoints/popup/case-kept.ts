/** What the person gave: read, changed and kept. What it means is worked out in case-answer.ts. */
import { mayBePaid } from '../../lib/case/attempts.ts';
import type { Evidence } from '../../lib/case/evidence.ts';
import { readStoredEvidence, storedCase } from '../../lib/case/stored.ts';
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

let stopFollowing = (): void => undefined;

/** Takes over what another page of the extension (the call sheet) changes in the case. */
export function followCase(redraw: () => void): void {
  stopFollowing();
  if (!shown.mayKeep) return;
  stopFollowing = onCaseChanged(shown.caseOf, (raw) => {
    shown.stored = readStoredEvidence(raw);
    redraw();
  });
}

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
  shown.paid = null;
  void forgetCalls(shown.caseOf, shown.mayKeep);
}
