/**
 * One case out of what is known in several places: what the page shows and showed, what the person told, answered and typed, and
 * what happened in other tabs. Pure; the order of evidence is that of time, because a look answers only what was before it.
 */
import type { Diagnosis } from '../library/schema.ts';
import type { Finding } from '../messages.ts';
import type { AdviceLibrary } from './advice.ts';
import { mayBePaid } from './attempts.ts';
import {
  type Case,
  type CasePerson,
  type Evidence,
  MOST_EVIDENCE,
  type ResultEvidence,
  type SightingEvidence,
  withEvidence,
} from './evidence.ts';

/** A failure that a document of the tab shows, or showed earlier. */
export interface PageFinding {
  /** Which document (of which frame) it is. */
  document: string;
  finding: Finding;
  /** Whether it still stands there. */
  live: boolean;
}

/** Sources of sightings that no page script made. */
export const CHOSEN = 'chosen';
export const CHECKED = 'checked';

/** What a document shows as evidence. */
export function sightingOf({ document, finding, live }: PageFinding): SightingEvidence {
  const quotes = [...new Set(finding.evidence.map((one) => one.quote).filter((quote) => quote !== ''))];
  const signals = finding.evidence.map(({ kind, rule, place }) => ({ kind, rule, place }));
  const { diagnosis, certainty, code, host, at } = finding;
  return { kind: 'sighting', diagnosis, certainty, code, source: document, live, quotes, signals, host, at };
}

/**
 * "That's not it": the cause that the person chose instead, or the failure without a cause where they chose none.
 * @param now milliseconds since 1970, UTC
 */
export function chosenCause(diagnosis: string, now: number): SightingEvidence {
  return {
    kind: 'sighting',
    diagnosis,
    certainty: 'likely',
    code: '',
    source: CHOSEN,
    live: false,
    quotes: [],
    host: '',
    at: now,
  };
}

/** A cause that an address names for a case that could not be stored: older than everything else, so that nothing is denied by it. */
export const namedCause = (diagnosis: string): SightingEvidence => ({ ...chosenCause(diagnosis, 0), source: 'named' });

/** What the person chose instead of what the page seemed to say, or null. */
export const choiceIn = (evidence: readonly Evidence[]): SightingEvidence | null =>
  (evidence.find((one) => one.kind === 'sighting' && one.source === CHOSEN) as SightingEvidence | undefined) ?? null;

/** "It went through", where the page said so after everything that failed on it. */
export function paidAfter(paid: number | null, findings: readonly PageFinding[]): ResultEvidence | null {
  if (paid === null || findings.some(({ finding }) => finding.at >= paid)) return null;
  return { kind: 'result', result: 'paid', at: paid };
}

/** Where the pieces of a case come from. */
export interface CaseParts {
  page: readonly PageFinding[];
  /** The page said, after all that failed on it, that the payment went through. */
  paid?: ResultEvidence | null;
  /** What the person gave: answers, texts, results, what was told on calls. */
  stored: readonly Evidence[];
  /** Payments of other tabs and earlier pages that may have gone through. */
  others: readonly SightingEvidence[];
  person: CasePerson;
}

/** The case of all parts. What a page said of the money stays, whatever the person chose: only a look answers it. */
export function composeCase({ page, paid, stored, others, person }: CaseParts, library: AdviceLibrary): Case {
  const chosen = choiceIn(stored);
  const isDenied = ({ diagnosis, at }: SightingEvidence): boolean =>
    chosen !== null && at <= chosen.at && diagnosis !== chosen.diagnosis && !mayBePaid(library, diagnosis);
  const seen = [...others, ...page.map(sightingOf).filter((one) => !isDenied(one))];
  const kept = chosen
    ? stored.flatMap((one): Evidence[] =>
        one.kind === 'text' && one.at <= chosen.at
          ? [{ ...one, sightings: one.sightings.filter(({ diagnosis }) => mayBePaid(library, diagnosis)) }]
          : [one],
      )
    : stored;
  const known = [...seen, ...kept];
  // It is the end of what was told before; alone it may be of a payment long past.
  const isEnd = paid && known.some((one) => one.at < paid.at);
  const evidence = [...known, ...(isEnd ? [paid] : [])].sort((a, b) => a.at - b.at).slice(-MOST_EVIDENCE);
  return { evidence, person };
}

/** The failure whose cause is not named: the one diagnosis with that trait. */
export function namelessOf({ diagnoses }: Pick<AdviceLibrary, 'diagnoses'>): Diagnosis['id'] {
  return Object.values(diagnoses).find((one) => one.traits.nameless)!.id;
}

/** The stored pieces with one more. A look that raises or answers counts from now; see `withEvidence`. */
export function withPiece(stored: readonly Evidence[], piece: Evidence): Evidence[] {
  return [
    ...withEvidence({ evidence: stored, person: { country: null, stay: 'unknown', place: 'unknown' } }, piece).evidence,
  ];
}
