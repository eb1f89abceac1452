/** What the documents of a tab show, and showed earlier. The one place that knows how findings are stored and asked for. */
import { type PageFinding, paidAfter } from '../../lib/case/compose-case.ts';
import type { ResultEvidence } from '../../lib/case/evidence.ts';
import { askDocuments } from '../../lib/state/ask-page.ts';
import { type TabFinding, readTabFindings, readTabPaid } from '../../lib/state/findings.ts';

/** What is stored of a tab: nothing is asked of its page yet. */
export interface StoredPage {
  findings: readonly TabFinding[];
  /** When a payment went through after a failure (milliseconds since 1970, UTC), or null. */
  paid: number | null;
}

/** What a tab's documents say now, and said. */
export interface SeenPage {
  /** What is of the past first, the oldest first; then what stands, the gravest last. */
  findings: PageFinding[];
  /** The payment went through after all that failed before it. */
  paid: ResultEvidence | null;
  /** The page gave no answer: whether something stands on it is not known. */
  unheard: boolean;
}

export const NO_PAGE: SeenPage = { findings: [], paid: null, unheard: false };

export async function readStoredPage(tabId: number): Promise<StoredPage> {
  const [findings, paid] = await Promise.all([readTabFindings(tabId), readTabPaid(tabId)]);
  return { findings, paid };
}

/** Asks the tab's documents. What is stored and no longer stands is of the past. */
export async function seenPageOf(tabId: number, stored: StoredPage): Promise<SeenPage> {
  const { live, unheard } = await askDocuments(tabId);
  const isSame = (one: TabFinding, other: TabFinding): boolean =>
    one.document === other.document ||
    (one.finding.diagnosis === other.finding.diagnosis && one.finding.code === other.finding.code);
  const earlier = stored.findings
    .filter((one) => !live.some((other) => isSame(one, other)))
    .map(({ document, finding }) => ({ document, finding, live: false }))
    .sort((a, b) => a.finding.at - b.finding.at);
  const stands = live.map(({ document, finding }) => ({ document, finding, live: true })).reverse();
  const findings = [...earlier, ...stands];
  return { findings, paid: paidAfter(stored.paid, findings), unheard: unheard !== null };
}
