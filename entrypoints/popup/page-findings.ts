/** What the documents of a tab show, and showed earlier. The one place that knows how findings are stored and asked for. */
import type { PageFinding } from '../../lib/case/compose-case.ts';
import type { Finding } from '../../lib/messages.ts';
import { askPage } from '../../lib/state/ask-page.ts';
import { readFindingOf } from '../../lib/state/findings.ts';

/** What is stored of a tab: nothing is asked of its page yet. */
export const readStoredFinding = (tabId: number): Promise<Finding | null> => readFindingOf(tabId);

/** The tab's findings: the live one, and the stored one where its page has changed or gone since. */
export async function findingsOf(tabId: number, stored: Finding | null): Promise<PageFinding[]> {
  const answer = await askPage(tabId);
  if (answer.kind === 'finding') return [{ document: 'page', finding: answer.finding, live: true }];
  return stored ? [{ document: 'page', finding: stored, live: false }] : [];
}
