/** All that changes while the popup is open, and the loading of what it needs. Drawn by main.tsx. */
import type { LateParts, PopupView, TextReader } from '../../components/popup/popup-props.ts';
import type { CaseData } from '../../lib/case/case-data.ts';
import type { PageFinding } from '../../lib/case/compose-case.ts';
import type { Evidence, ResultEvidence } from '../../lib/case/evidence.ts';
import type { TabAnswer } from '../../lib/case/popup-state.ts';
import { bestLocale, type Namespace, type Words } from '../../lib/i18n/index.ts';
import { loadWords } from '../../lib/i18n/load.ts';
import type { Attempt } from '../../lib/state/attempts.ts';
import type { Settings } from '../../lib/state/settings.ts';

type Pack = 'ui' | 'library' | 'facts' | 'codes' | 'interview';

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
  /** What answers the case; null until it is loaded. */
  answering: null as typeof import('./case-answer.ts') | null,
  reader: 'loading' as TextReader,
  refused: false,
  /** A text handed over from the context menu, or null. */
  explain: null as string | null,
  late: {} as LateParts,
};

/** Loads packs in the language of the screen. */
export async function load(...packs: (Namespace & Pack)[]): Promise<void> {
  const loaded = await Promise.all(
    packs.map(async (pack) => [pack, await loadWords(shown.settings.screen, pack)] as const),
  );
  for (const [pack, words] of loaded) shown.words[pack] = words;
}

/** Loads the packs again that are there already, after a change of the language. */
export function reload(): Promise<void> {
  return load(...(Object.keys(shown.words) as Pack[]).filter((pack) => Object.keys(shown.words[pack]).length > 0));
}

/** The knowledge a case is answered from, what answers it, and the words for the answer. Once. */
export async function loadKnowledge(): Promise<void> {
  const [answering] = await Promise.all([import('./case-answer.ts'), load('library', 'facts', 'interview')]);
  shown.answering ??= answering;
  shown.data ??= answering.knowledge();
}

/** The codes' table and words: large, and needed only under a code, so they come after the first paint. */
export async function loadCodes(): Promise<void> {
  const [{ codes }] = await Promise.all([import('../../lib/generated/codes.ts'), load('codes')]);
  if (shown.data) shown.data = { ...shown.data, codes };
}

/** The engine that reads texts. Its failure leaves the rest of the popup as it is. */
export async function loadReader(): Promise<void> {
  try {
    const [{ createReaders }, { makeStoryReader }, { isLook }] = await Promise.all([
      import('../../lib/understand/lookup.ts'),
      import('../../lib/understand/story.ts'),
      import('../../lib/case/case-data.ts'),
    ]);
    const { lookup, learned } = await createReaders();
    shown.reader = makeStoryReader(
      lookup,
      learned,
      (question, answer) => shown.data !== null && isLook(question, answer, shown.data),
    );
  } catch {
    shown.reader = 'failed';
  }
}
