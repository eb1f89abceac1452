/** Loads what the popup needs, when it needs it: words, knowledge, what answers the case, and the engine that reads texts. */
import type { Namespace } from '../../lib/i18n/index.ts';
import { loadWords } from '../../lib/i18n/load.ts';
import { type Pack, shown } from './shown.ts';

let answers: typeof import('./case-answer.ts') | null = null;

/** What answers the case; null until the knowledge is loaded. */
export const answering = (): typeof answers => answers;

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
  const [loaded] = await Promise.all([import('./case-answer.ts'), load('library', 'facts', 'interview')]);
  answers ??= loaded;
  shown.data ??= loaded.knowledge();
}

/** The codes' table and words: large, and needed only under a code, so they come after the first paint. */
export async function loadCodes(): Promise<void> {
  const [{ codes }] = await Promise.all([import('../../lib/generated/codes.ts'), load('codes')]);
  if (shown.data) shown.data = { ...shown.data, codes };
}

/** The engine that reads texts. Its failure leaves the rest of the popup as it is. */
export async function loadReader(): Promise<void> {
  try {
    const [{ createReaders }, { makeStoryReader }, { isLook, speaksOfMoney }] = await Promise.all([
      import('../../lib/understand/load-readers.ts'),
      import('../../lib/understand/story.ts'),
      import('../../lib/case/case-data.ts'),
    ]);
    const { lookup, learned } = await createReaders();
    shown.reader = makeStoryReader(
      lookup,
      learned,
      (question, answer) => shown.data !== null && isLook(question, answer, shown.data),
      (diagnosis) => shown.data !== null && speaksOfMoney(diagnosis, shown.data),
    );
  } catch {
    shown.reader = 'failed';
  }
}
