/**
 * How a reading tells what it dropped, and by which rule. Only `npm run explain` listens: readers that ship have no listener, so all this
 * costs them is a question now and then.
 */

/** Where a text or a rule was dropped. */
export type Stage =
  /** The anchors: nothing of the library can stand in the text. */
  | 'gate'
  | 'visibility'
  /** The place on the page may not speak, or only in part. */
  | 'place'
  /** What is asked of plain text: length, concreteness, a quiet page. */
  | 'prose'
  /** A guard of guards.json. */
  | 'guard'
  /** The family's own `unless`. */
  | 'unless'
  /** A known sentence that says something else. */
  | 'sentence'
  /** The lookup's questions to a whole text. */
  | 'topic';

/**
 * @param text what was dropped: a block, a sentence, a rule's words
 * @param by the rule that dropped it, and what it dropped
 */
export type Hear = (stage: Stage, text: string, by: string) => void;
