/** What the popup shows at the moment, and the loading of what it needs for that. Drawn by main.tsx. */
import type { LateParts, LookupEngine, PopupView } from '../../components/popup/popup-props.ts';
import type { CodeTable } from '../../lib/case/code-table.ts';
import { adviceFor, type Advice, type AdviceLibrary } from '../../lib/case/advice.ts';
import type { TabAnswer } from '../../lib/case/popup-state.ts';
import { bestLocale, type Namespace, type Words } from '../../lib/i18n/index.ts';
import { loadWords } from '../../lib/i18n/load.ts';
import type { Finding } from '../../lib/messages.ts';
import type { Attempt } from '../../lib/state/attempts.ts';
import type { Settings } from '../../lib/state/settings.ts';
import type { Questions } from './questions.tsx';

type Pack = 'ui' | 'library' | 'facts' | 'codes';

/** All that changes while the popup is open. */
export const shown = {
  view: { state: 'loading' } as PopupView,
  settings: { screen: bestLocale(navigator.languages), bank: 'en', hints: true, muted: [] } as Settings,
  words: { ui: {}, library: {}, facts: {}, codes: {} } as Record<Pack, Words>,
  tab: { kind: 'gone' } as TabAnswer,
  /** Whether anything about this tab may be kept: never for a private window. */
  mayKeep: false,
  finding: null as Finding | null,
  attempts: [] as readonly Attempt[],
  library: null as AdviceLibrary | null,
  codes: {} as CodeTable,
  lookup: 'loading' as LookupEngine,
  refused: false,
  questions: null as Questions | null,
  late: {} as LateParts,
};

export function advise(finding: Finding): Advice | null {
  return shown.library && adviceFor(finding, shown.library, Date.now(), shown.codes);
}

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

export async function loadLibrary(): Promise<void> {
  shown.library ??= (await import('../../lib/generated/advice.ts')).advice;
}

/** The codes' table and words: large, and needed only under a code, so they come after the first paint. */
export async function loadCodes(): Promise<void> {
  const [{ codes }] = await Promise.all([import('../../lib/generated/codes.ts'), load('codes')]);
  shown.codes = codes;
}
