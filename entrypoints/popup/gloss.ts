/** Loads the glossary that reads a Chinese message word by word. */
import type { LateParts } from '../../components/popup/popup-props.ts';
import { glossary } from '../../lib/generated/glossary.ts';
import { makeWordGloss } from '../../lib/understand/word-gloss.ts';

/** The part; the glossary is read once, when the first message asks. */
export function glossPart(): LateParts {
  let read: ReturnType<typeof makeWordGloss> | null = null;
  return { gloss: (text) => (read ??= makeWordGloss(glossary))(text) };
}
