/**
 * What hint and badge say of a tab of which more is known than what its page shows: the same as its popup, because they read the
 * same case. A part that the background loads only then; for every other tab the page's own finding is the case.
 */
import type { CodeTable } from './code-table.ts';
import { answerCase } from './answer.ts';
import { type CodeFixers, hintKeyOf } from './hint-words.ts';
import { knowledge } from './knowledge.ts';
import { tabCase, type TabParts } from './tab-case.ts';

/** Of a code only its fixer counts here. */
const tableOf = (fixers: CodeFixers): CodeTable =>
  Object.fromEntries(Object.entries(fixers).map(([code, fixer]) => [code, { fixer }])) as unknown as CodeTable;

/**
 * Makes what chooses the hint's sentence from a case.
 * @returns for what is known of a tab the key of a sentence in hint.json
 */
export function makeTabHint(fixers: CodeFixers): (parts: TabParts, now: number) => string {
  const data = knowledge(tableOf(fixers));
  return (parts, now) => {
    const { outcome, causes, fixer } = answerCase(tabCase(parts, now, data.library), data);
    return hintKeyOf({ outcome, fixer, certainty: causes[0]!.certainty });
  };
}
