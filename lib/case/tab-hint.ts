/**
 * What hint and badge say of a tab of which more is known than what its page shows: the same as its popup, because they read the
 * same case. A part that the background loads only then; for every other tab the page's own finding is the case.
 */
import { answerCase } from './answer.ts';
import { type HintTable, hintKeyOf } from './hint-words.ts';
import { knowledge } from './knowledge.ts';
import { tabCase, type TabParts } from './tab-case.ts';

/**
 * Makes what chooses the hint's sentence from a case.
 * @returns for what is known of a tab the key of what the hint says, as `hintSentence` takes it
 */
export function makeTabHint(table: HintTable): (parts: TabParts, now: number) => string {
  const data = knowledge();
  return (parts, now) => {
    const { outcome, causes, head } = answerCase(tabCase(parts, now, data.library), data);
    return hintKeyOf({ outcome, head, certainty: causes[0]!.certainty }, table);
  };
}
