/**
 * Never twice: what the earlier failures of this session say about the one that is shown now. What is known of a diagnosis comes
 * from its file: what became of the money, and whether repeats make it harder.
 */
import type { Diagnosis } from '../library/schema.ts';
import type { Attempt } from '../state/attempts.ts';
import type { AdviceLibrary } from './advice.ts';
import type { SightingEvidence } from './evidence.ts';

const MINUTE = 60_000;
/** A payment made so soon after one of unknown outcome is most likely for the same thing. */
const SOON = 30 * MINUTE;
const WHILE = 120 * MINUTE;
const LIKE_FAILURES = 3;
/** Refusals by the bank, and stops by Alipay's own checks, become harder with repeats, so two are enough. */
const HARDENING_FAILURES = 2;

/** Facts that say why to stop. */
export const REPEAT_FACTS = ['one-retry', 'network-repeats'] as const;

/** The beginning of the source of a sighting that was only noted as an attempt: the tab and the time follow. */
const NOTED = 'attempt';

/** The failure on the page. */
export interface PresentFailure {
  diagnosis: string;
  tab: number;
  at: number;
}

type Entry = Omit<Diagnosis, 'signals'>;

const entryOf = ({ diagnoses }: Pick<AdviceLibrary, 'diagnoses'>, id: string): Entry | undefined =>
  Object.hasOwn(diagnoses, id) ? diagnoses[id as Diagnosis['id']] : undefined;

/** Whether the money may be gone after this failure. */
export const mayBePaid = (library: Pick<AdviceLibrary, 'diagnoses'>, diagnosis: string): boolean =>
  (entryOf(library, diagnosis)?.outcome ?? 'not-paid') !== 'not-paid';

/** The attempt that is the failure on the page now, or undefined. */
const notedOf = (attempts: readonly Attempt[], present: PresentFailure | null): Attempt | undefined =>
  present ? attempts.findLast((one) => one.tab === present.tab && one.diagnosis === present.diagnosis) : undefined;

/**
 * Earlier payments of this session that may have gone through, as sightings that are no longer live. Also those made after the
 * present failure, in another tab: what counts is that one may pay again from here.
 */
export function maybePaidEarlier(
  attempts: readonly Attempt[],
  present: PresentFailure | null,
  now: number,
  library: Pick<AdviceLibrary, 'diagnoses'>,
): SightingEvidence[] {
  const noted = notedOf(attempts, present);
  const at = noted?.at ?? present?.at ?? now;
  return attempts
    .filter((one) => one !== noted && mayBePaid(library, one.diagnosis) && at - one.at <= SOON)
    .map((one) => ({
      kind: 'sighting',
      diagnosis: one.diagnosis,
      certainty: one.certainty,
      code: '',
      source: `${NOTED}:${one.tab}:${one.at}`,
      live: false,
      quotes: [],
      host: '',
      at: one.at,
    }));
}

/** The tab in which a noted attempt was made, or null where the sighting is another one. */
export function tabOfAttempt({ source }: Pick<SightingEvidence, 'source'>): number | null {
  const [kind, tab] = source.split(':');
  return kind === NOTED ? Number(tab) : null;
}

/** How often the like of this failure was seen. */
export interface Repeats {
  count: number;
  /** Minutes since the first of them; at least 1. */
  minutesAgo: number;
}

/**
 * Whether enough was tried: null where another try is no worse than the first.
 * @param attempts the session's attempts, the oldest first; the present one is usually among them
 * @param now milliseconds since 1970, UTC
 */
export function repeatsOf(
  attempts: readonly Attempt[],
  present: PresentFailure | null,
  now: number,
  library: Pick<AdviceLibrary, 'diagnoses'>,
): Repeats | null {
  const entry = present && entryOf(library, present.diagnosis);
  // Cancelling is no refusal, and a payment that may have gone through is spoken of before all else.
  if (!present || !entry || entry.outcome !== 'not-paid' || !entry.traits.refusal) return null;
  const noted = notedOf(attempts, present);
  const at = noted?.at ?? present.at;
  const hardens = entry.traits.hardens;
  const isLike = ({ diagnosis }: Attempt): boolean =>
    diagnosis === present.diagnosis || (hardens && entryOf(library, diagnosis)?.traits.hardens === true);
  const like = attempts.filter((one) => one !== noted && isLike(one) && at - one.at <= WHILE);
  const count = like.length + 1;
  if (count < (hardens ? HARDENING_FAILURES : LIKE_FAILURES)) return null;
  return { count, minutesAgo: Math.max(1, Math.round((now - (like[0]?.at ?? at)) / MINUTE)) };
}
