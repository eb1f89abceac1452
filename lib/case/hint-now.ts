/** Chooses the sentence of a tab's hint: by what its page shows, and by the whole case where more is known. */
import { hintTable } from '../generated/hints.ts';
import { type Attempt, readAttempts } from '../state/attempts.ts';
import { readStoredCase } from '../state/case-store.ts';
import type { TabFinding } from '../state/findings.ts';
import type { Settings } from '../state/settings.ts';
import { NOBODY } from './evidence.ts';
import { hintKey } from './hint-words.ts';
import { readStoredEvidence } from './stored.ts';
import type { TabParts } from './tab-case.ts';

/** Whether money may be gone after a failure of this session in another tab, or in this one before. */
const mayCost = ({ diagnosis }: Attempt): boolean =>
  Object.hasOwn(hintTable, diagnosis) && hintTable[diagnosis as keyof typeof hintTable][1] !== 'not-paid';

/** Loaded with the first case of which more is known than the page shows. */
let tabHint: Promise<(parts: TabParts, now: number) => string> | undefined;

/**
 * The key of the hint's sentence for a tab, or null where its page shows nothing that has one.
 * @param list what the tab's documents show and showed, as `readTabFindings` gives it
 * @param keep false in a private window, of which nothing is kept
 */
export async function hintKeyNow(
  tab: number,
  list: readonly TabFinding[],
  { site, keep, person }: { site: string; keep: boolean; person: Settings['person'] },
  now: number,
): Promise<string | null> {
  const first = list.find((one) => one.live);
  const ofPage = first ? hintKey(first.finding, hintTable) : null;
  if (!ofPage || !keep) return ofPage;
  const [raw, attempts] = await Promise.all([readStoredCase(tab), readAttempts(site, now)]);
  const stored = readStoredEvidence(raw);
  if (!stored.length && !attempts.some(mayCost)) return ofPage;
  tabHint ??= import('./tab-hint.ts').then(({ makeTabHint }) => makeTabHint(hintTable));
  const earlier = list.filter((one) => !one.live).toSorted((a, b) => a.finding.at - b.finding.at);
  const stands = list.filter((one) => one.live).toReversed();
  const parts = { tab, page: [...earlier, ...stands], paid: null, stored, attempts, person: { ...NOBODY, ...person } };
  // A part that does not load leaves what the page itself says.
  return tabHint.then((of) => of(parts, now)).catch(() => ofPage);
}
