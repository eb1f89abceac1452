/**
 * A text told, typed, pasted or read from a picture -> sightings and facts (design/case.md). A quoted message inside a story counts
 * as a message; what somebody did, saw or said becomes the answer to a question. The text itself is not kept: only ids and, for the
 * chips on screen, the clause each fact came from, masked.
 */
import type { Certainty } from '../messages.ts';
import { maskPersons } from '../privacy/persons.ts';
import { redact } from '../privacy/redact.ts';
import type { LearnedReader } from './learned/reader.ts';
import type { Lookup } from './lookup-answer.ts';

export interface StoryFact {
  question: string;
  answer: string;
  /** The words it came from, masked. */
  words: string;
}

export interface Story {
  sightings: { diagnosis: string; certainty: Certainty; code: string }[];
  facts: StoryFact[];
  quotes: string[];
}

/** A fact is taken from this chance on; one that would lower the outcome of the money only when nearly certain. */
const TAKEN = 0.6;
const TAKEN_CAREFULLY = 0.9;
const WORDS = 120;
/** A short message states no facts about calls and records. */
const SHORTEST_STORY = 24;
/** Second-hand: what a payer says that the bank said of the money is what the bank's records show, not the bank's word on a call. */
const SECOND_HAND: Readonly<Record<string, string>> = { 'bank-said=charged': 'bank-record=charged' };

/**
 * Makes the reader of stories. The result never throws.
 * @param isCareful whether a fact would lower the outcome of the money
 */
export function makeStoryReader(
  lookup: Lookup,
  learned: LearnedReader,
  isCareful: (question: string, answer: string) => boolean = () => false,
): (text: string) => Story {
  return (text) => {
    const answers = lookup(text);
    return {
      sightings: answers.map(({ diagnosis, certainty, code }) => ({ diagnosis, certainty, code: code ?? '' })),
      facts: text.length < SHORTEST_STORY ? [] : factsIn(text, learned, isCareful),
      quotes: (answers[0]?.matched ?? []).slice(0, 3).map((quote) => redact(quote, WORDS)),
    };
  };
}

/** The facts of a story, one answer a question: the surest. */
function factsIn(
  text: string,
  learned: LearnedReader,
  isCareful: (question: string, answer: string) => boolean,
): StoryFact[] {
  const best = new Map<string, { chance: number; fact: StoryFact }>();
  // Cut into clauses, an address is not at its label any more.
  for (const { fact: name, chance, clause } of learned.facts(maskPersons(text))) {
    const [question = '', answer = ''] = (SECOND_HAND[name] ?? name).split('=');
    if (chance < (isCareful(question, answer) ? TAKEN_CAREFULLY : TAKEN)) continue;
    if (chance > (best.get(question)?.chance ?? 0))
      best.set(question, { chance, fact: { question, answer, words: redact(clause, WORDS) } });
  }
  return [...best.values()].map(({ fact }) => fact);
}
