/**
 * A text told, typed, pasted or read from a picture -> facts and sightings. A quoted message inside a story counts as a message;
 * what somebody did or said becomes the answer to a question. See design/case.md.
 */
import type { Certainty } from '../messages.ts';
import type { Lookup } from './lookup-answer.ts';

export interface StoryFact {
  question: string;
  answer: string;
  /** The words it came from, as typed. */
  words: string;
}

export interface Story {
  sightings: { diagnosis: string; certainty: Certainty; code: string }[];
  facts: StoryFact[];
  quotes: string[];
}

/** Makes the reader of stories from the lookup. The result never throws. */
export function makeStoryReader(
  lookup: Lookup,
  facts: (text: string) => StoryFact[] = () => [],
): (text: string) => Story {
  return (text) => {
    const answers = lookup(text);
    return {
      sightings: answers.map(({ diagnosis, certainty, code }) => ({ diagnosis, certainty, code: code ?? '' })),
      facts: facts(text),
      quotes: (answers[0]?.matched ?? []).slice(0, 3),
    };
  };
}
