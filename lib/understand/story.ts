/**
 * A text told, typed, pasted or read from a picture -> sightings and facts (design/case.md). A quoted message inside a story counts
 * as a message; what somebody did, saw or said becomes the answer to a question. The text itself is not kept: only ids and, for the
 * chips on screen, the clause each fact came from, masked.
 */
import type { Certainty } from '../messages.ts';
import { maskAddresses } from '../privacy/addresses.ts';
import { maskIdentifiers } from '../privacy/identifiers.ts';
import { maskPersons } from '../privacy/persons.ts';
import { redact, redactLines } from '../privacy/redact.ts';
import { bothEnds } from './both-ends.ts';
import { learnedFacts, withoutMisheard } from './facts.ts';
import type { LearnedReader } from './learned/reader.ts';
import { LOOKUP_LIMIT, type Lookup, type LookupAnswer } from './lookup-answer.ts';
import { ownWords } from './own-words.ts';
import { withoutBesides, withoutDenied, withoutOthers } from './plain/besides.ts';
import { statedIn } from './plain/stated.ts';
import { statementsOf } from './plain/statements.ts';

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
/** A short message states no facts about calls and records, unless in plain words. */
const SHORTEST_STORY = 24;
const SHORTEST = 6;
/** Second-hand: what a payer says that the bank said of the money is what the bank's records show, not the bank's word on a call. */
const SECOND_HAND: Readonly<Record<string, string>> = { 'bank-said=charged': 'bank-record=charged' };

/** Stated plainly, a fact is as good as certain. */
const PLAINLY = 1;
/** Changes that another attempt uses up. */
const CHANGE = /^(?:bank|alipay)-said=lifted$|^changed=(?!nothing)/;
/** What the model makes of a clause that tells of another attempt. */
const MISTAKEN_FOR_TRY = /^(?:history|other-card|attempts|weixin-test|other-shop|small-amount|app-or-web)$/;

/**
 * Makes the reader of stories. The result never throws.
 * @param isCareful whether a fact would lower the outcome of the money
 * @param isMoney whether a diagnosis says that money is or may be gone
 */
export function makeStoryReader(
  lookup: Lookup,
  learned: LearnedReader,
  isCareful: (question: string, answer: string) => boolean = () => false,
  isMoney: (diagnosis: string) => boolean = () => false,
): (text: string) => Story {
  return (text) => {
    const answers = sightingsIn(text, lookup, learned, isMoney);
    return {
      sightings: answers.map(({ diagnosis, certainty, code }) => ({ diagnosis, certainty, code: code ?? '' })),
      facts: text.length < SHORTEST ? [] : factsIn(text, learned, isCareful),
      quotes: quotesOf(text, answers[0]).map((quote) => redact(maskPersons(maskAddresses(quote)), WORDS)),
    };
  };
}

/** The words that decided, as they stand in the text: a known message that it is a copy of has others beside them. */
function quotesOf(text: string, answer: LookupAnswer | undefined): readonly string[] {
  const pieces = (answer?.matched ?? []).slice(0, 3);
  // Masked before it is cut, as everywhere: half an e-mail is none.
  const masked = redactLines(text);
  return answer?.code === undefined ? [...new Set(pieces.map((piece) => ownWords(masked, piece)))] : pieces;
}

/** What a text says of the failure. Where money seems to be gone, it is read again without what only sounds so. */
function sightingsIn(
  text: string,
  lookup: Lookup,
  learned: LearnedReader,
  isMoney: (diagnosis: string) => boolean,
): readonly LookupAnswer[] {
  const told = withoutOthers(text);
  const answers = lookup(told);
  if (!answers[0] || !isMoney(answers[0].diagnosis)) return answers;
  const bare = withoutMisheard(withoutDenied(withoutBesides(told)), learned);
  return bare === told ? answers : lookup(bare);
}

interface Taken {
  chance: number;
  /** Where its clause stands, so that what came later counts later. */
  at: number;
  name: string;
  words: string;
}

/** The facts of a story in its order, one answer a question: the surest; of two tries the last. */
function factsIn(
  text: string,
  learned: LearnedReader,
  isCareful: (question: string, answer: string) => boolean,
): StoryFact[] {
  const ends = bothEnds(text, LOOKUP_LIMIT);
  // Cut into clauses, an address is not at its label any more, and an e-mail is none.
  const masked = maskPersons(maskAddresses(maskIdentifiers(ends)));
  const told = withoutBesides(withoutOthers(masked));
  const statements = statementsOf(masked);
  const stated = statedIn(statements);
  const best = new Map<string, Taken>();
  const take = (one: Taken): void => {
    const question = one.name.split('=')[0]!;
    const before = best.get(question);
    const isLater = question === 'next-try' || (one.chance === PLAINLY && before?.chance === PLAINLY);
    if (!before || (isLater ? one.at >= before.at : one.chance > before.chance)) best.set(question, one);
  };
  const tries = new Set(stated.filter((one) => one.fact.startsWith('next-try')).map((one) => one.words));
  for (const { fact: name, chance, clause } of text.length < SHORTEST_STORY ? [] : learnedFacts(told, learned)) {
    const known = SECOND_HAND[name] ?? name;
    const [question = '', answer = ''] = known.split('=');
    if (chance < (isCareful(question, answer) ? TAKEN_CAREFULLY : TAKEN)) continue;
    if (MISTAKEN_FOR_TRY.test(question) && [...tries].some((one) => one.includes(clause))) continue;
    take({ chance: Math.min(chance, PLAINLY - 1e-9), at: placeOf(clause, statements), name: known, words: clause });
  }
  for (const { fact, words, at } of stated.filter((one) => !one.still))
    take({ chance: PLAINLY, at, name: fact, words });
  const lastChange = Math.max(-1, ...[...best.values()].filter((one) => CHANGE.test(one.name)).map((one) => one.at));
  if (lastChange >= 0)
    for (const { fact, words, at } of stated.filter((one) => one.still && one.at >= lastChange))
      take({ chance: PLAINLY, at, name: fact, words });
  return [...best.values()]
    .sort((a, b) => a.at - b.at)
    .map(({ name, words }) => {
      const [question = '', answer = ''] = name.split('=');
      return { question, answer, words: redact(words, WORDS) };
    });
}

/** The number of the statement that a clause is of. */
const placeOf = (clause: string, statements: readonly { words: string }[]): number =>
  statements.findIndex(({ words }) => words.includes(clause) || clause.includes(words));
