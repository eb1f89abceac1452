/** All that changes while the sheet is open, apart from what its components keep themselves. */
import type { EarlierCall, KeptNote, Keeping, Remark } from '../../components/call-sheet/call-props.ts';
import type { Found } from '../../components/call-sheet/end-model.ts';
import type { CallPlan } from '../../lib/call/script.ts';
import type { CaseAnswer } from '../../lib/case/answer.ts';
import type { CaseData } from '../../lib/case/case-data.ts';
import type { PageFinding } from '../../lib/case/compose-case.ts';
import type { Evidence } from '../../lib/case/evidence.ts';
import { tabOfQuery } from '../../lib/case/popup-state.ts';
import { bestLocale, LOCALES, type Locale, type Words } from '../../lib/i18n/index.ts';
import callScript from '../../lib/library/call-script.json';
import type { CallScript, Party } from '../../lib/library/call-script.ts';
import type { DeclineCode } from '../../lib/library/schema.ts';
import type { Finding } from '../../lib/messages.ts';
import type { Attempt } from '../../lib/state/attempts.ts';
import { emptyCall } from '../../lib/state/call.ts';
import type { Settings } from '../../lib/state/settings.ts';

export const SCRIPT = callScript as unknown as CallScript;
export const query = new URLSearchParams(location.search);
const named = tabOfQuery(location.search);

export const shown = {
  /** The tab whose payment failed; null is the sheet without a page. */
  tabId: typeof named === 'number' ? named : null,
  settings: { screen: bestLocale(navigator.languages), bank: 'en', hints: true, muted: [] } as Settings,
  packs: Object.fromEntries(LOCALES.map((one) => [one, {}])) as Record<Locale, Words>,
  words: { facts: {}, 'decline-codes': {}, library: {}, alternatives: {} } as Record<Pack, Words>,
  pinyin: {} as Words,
  voices: [] as readonly string[],
  declineCodes: [] as readonly DeclineCode[],
  data: null as CaseData | null,
  /** The failure that speaks for the tab: its time and code are said on the call. */
  finding: null as Finding | null,
  /** What the tab shows and showed, what is of the past first. */
  page: [] as readonly PageFinding[],
  /** When the page said that a payment went through (milliseconds since 1970, UTC). */
  paid: null as number | null,
  /** The failures of this session in all tabs: one of them may have cost money. */
  attempts: [] as readonly Attempt[],
  /** A cause named in the address, for a case that could not be stored. */
  named: null as string | null,
  /** What the person gave and was told: the stored case, or, of a private window, what this page heard. */
  stored: [] as readonly Evidence[],
  answer: null as CaseAnswer | null,
  /** The piece of evidence that was given on this page last, to be taken back. */
  found: null as { found: Found; key: string } | null,
  keeping: 'browser' as Keeping,
  remarks: [] as Remark[],
  memory: emptyCall(),
  earlier: [] as readonly EarlierCall[],
  kept: [] as readonly KeptNote[],
  party: 'bank' as Party,
  plans: {} as Record<Party, CallPlan>,
};

export type Pack = 'facts' | 'decline-codes' | 'library' | 'alternatives';
export const mayKeep = (): boolean => shown.keeping !== 'no';
