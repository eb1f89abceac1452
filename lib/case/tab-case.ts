/** The case of one tab: popup, call sheet, hint and badge compose it here of the same parts. */
import type { Attempt } from '../state/attempts.ts';
import type { AdviceLibrary } from './advice.ts';
import { maybePaidEarlier, type PresentFailure } from './attempts.ts';
import { composeCase, type PageFinding } from './compose-case.ts';
import type { Case, CasePerson, Evidence, ResultEvidence, SightingEvidence } from './evidence.ts';

/** What is known of a tab. */
export interface TabParts {
  /** null for a case without a page. */
  tab: number | null;
  /** What its documents show and showed: what is of the past first, what stands last, the gravest at the end. */
  page: readonly PageFinding[];
  /** The page said, after all that failed on it, that the payment went through. */
  paid: ResultEvidence | null;
  /** What the person gave and was told. */
  stored: readonly Evidence[];
  /** The session's failures in all tabs; those of other payments count where they may have cost money. */
  attempts: readonly Attempt[];
  person: CasePerson;
  /** Sightings of no page: a cause that an address names. */
  named?: readonly SightingEvidence[];
}

/** The failure that stands on the tab's page and speaks for it, or null. */
export function presentIn({ tab, page }: Pick<TabParts, 'tab' | 'page'>): PresentFailure | null {
  const live = page.findLast((one) => one.live);
  return live && tab !== null ? { diagnosis: live.finding.diagnosis, at: live.finding.at, tab } : null;
}

/** The case of a tab. */
export function tabCase(parts: TabParts, now: number, library: AdviceLibrary): Case {
  const { page, paid, stored, attempts, person, named = [] } = parts;
  const others = [...maybePaidEarlier(attempts, presentIn(parts), now, library), ...named];
  return composeCase({ page, paid, stored, others, person }, library);
}
