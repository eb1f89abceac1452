/** All that changes while the popup is open. Filled by loading.ts, drawn by main.tsx. */
import type { LateParts, PopupView, TextReader } from '../../components/popup/popup-props.ts';
import type { CaseData } from '../../lib/case/case-data.ts';
import type { PageFinding } from '../../lib/case/compose-case.ts';
import type { Evidence, ResultEvidence } from '../../lib/case/evidence.ts';
import type { TabAnswer } from '../../lib/case/popup-state.ts';
import { bestLocale, type Words } from '../../lib/i18n/index.ts';
import type { Attempt } from '../../lib/state/attempts.ts';
import type { Settings } from '../../lib/state/settings.ts';

/** The packs of words that the popup loads, one by one. */
export type Pack = 'ui' | 'library' | 'facts' | 'codes' | 'interview';

export const shown = {
  view: { state: 'loading' } as PopupView,
  settings: { screen: bestLocale(navigator.languages), bank: 'en', hints: true, muted: [] } as Settings,
  words: { ui: {}, library: {}, facts: {}, codes: {}, interview: {} } as Record<Pack, Words>,
  tab: { kind: 'gone' } as TabAnswer,
  /** Whether anything about this tab may be kept: never for a private window. */
  mayKeep: false,
  /** Whose case it is: a tab's, or null for the one without a page. */
  caseOf: null as number | null,
  page: [] as readonly PageFinding[],
  /** The page said, after all that failed, that the payment went through. */
  paid: null as ResultEvidence | null,
  stored: [] as readonly Evidence[],
  attempts: [] as readonly Attempt[],
  /** As typed in the notes of the call. */
  amount: '',
  data: null as CaseData | null,
  reader: 'loading' as TextReader,
  refused: false,
  /** A text handed over from the context menu, or null. */
  explain: null as string | null,
  late: {} as LateParts,
};
