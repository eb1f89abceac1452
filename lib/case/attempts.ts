/**
 * Never twice: what the earlier failures of this session say about the one that is shown now. Only counted here; the words and
 * the facts behind them (`one-retry`, `network-repeats`) are the popup's.
 */
import type { DiagnosisId } from '../library/schema.ts';
import type { Attempt } from '../state/attempts.ts';

/** After these the money may be gone: the diagnoses whose outcome is not "not paid" (a test holds the two together). */
export const MAYBE_PAID: readonly string[] = [
  'outcome-unknown',
  'already-paid',
  'service-unavailable',
] satisfies DiagnosisId[];

/** Refusals by the bank, and stops by Alipay's own checks: both become harder with repeats, so two are enough. */
export const HARDENING: readonly string[] = [
  'bank-declined',
  'bank-blocks-international',
  'bank-blocks-merchant-category',
  'bank-limit-exceeded',
  'card-blocked-by-bank',
  'three-d-secure-failed',
  'alipay-risk-control',
  'account-restricted',
  'too-many-attempts',
] satisfies DiagnosisId[];

/** Cancelling is no refusal, and a payment that may have gone through has its own warning. */
const NOT_REFUSED: readonly string[] = [...MAYBE_PAID, 'payer-cancelled' satisfies DiagnosisId];

const MINUTE = 60_000;
/** A payment made so soon after one of unknown outcome is most likely for the same thing. */
const SOON = 30 * MINUTE;
const WHILE = 120 * MINUTE;
const LIKE_FAILURES = 3;
const HARDENING_FAILURES = 2;

/** Facts that say why to stop. */
export const REPEAT_FACTS = ['one-retry', 'network-repeats'] as const;

export interface AttemptWarning {
  /** unknown-recently: an earlier payment may have gone through; repeated: enough was tried. */
  warning: 'unknown-recently' | 'repeated' | null;
  /** How many attempts the warning counts; without one, how many like failures there were with this one. */
  count: number;
  /** Minutes since the payment that may have gone through, or since the first of the repeats; at least 1. */
  minutesAgo: number;
}

/** The failure on the page. */
export interface PresentFailure {
  diagnosis: string;
  tab: number;
  at: number;
}

/**
 * What earlier attempts say about the present one.
 * @param attempts the session's attempts, the oldest first; the present one is usually among them
 * @param present null where nothing failed now (somebody may be about to pay again)
 * @param now milliseconds since 1970, UTC
 */
export function weighAttempts(
  attempts: readonly Attempt[],
  present: PresentFailure | null,
  now: number,
): AttemptWarning {
  const minutesAgo = (at: number): number => Math.max(1, Math.round((now - at) / MINUTE));
  const noted = present && attempts.findLast((one) => one.tab === present.tab && one.diagnosis === present.diagnosis);
  const at = noted?.at ?? present?.at ?? now;
  // Also those after it, in another tab: what counts is that one may pay again from here.
  const others = attempts.filter((one) => one !== noted);

  const open = others.filter((one) => MAYBE_PAID.includes(one.diagnosis) && at - one.at <= SOON);
  if (open.length > 0)
    return { warning: 'unknown-recently', count: open.length, minutesAgo: minutesAgo(open.at(-1)!.at) };
  if (!present) return { warning: null, count: 0, minutesAgo: 1 };

  const hardens = HARDENING.includes(present.diagnosis);
  const isLike = (one: Attempt): boolean =>
    one.diagnosis === present.diagnosis || (hardens && HARDENING.includes(one.diagnosis));
  const like = others.filter((one) => isLike(one) && at - one.at <= WHILE);
  const count = like.length + 1;
  const enough = count >= (hardens ? HARDENING_FAILURES : LIKE_FAILURES) && !NOT_REFUSED.includes(present.diagnosis);
  return { warning: enough ? 'repeated' : null, count, minutesAgo: minutesAgo(like[0]?.at ?? at) };
}
