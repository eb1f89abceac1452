/**
 * What a case knows: one list of evidence, in the order in which it came. Everything that is said of a payment is made from this
 * list by `answerCase` (answer.ts), on every surface and at the command line.
 */
import type { Certainty, Evidence as Sign } from '../messages.ts';

/** What a page shows now or showed earlier, or what a message said. `code` is '' where none was printed. */
export interface Sighting {
  diagnosis: string;
  certainty: Certainty;
  code: string;
}

/** A statement read from a text: the answer to a question, with the (masked) words it came from. */
export interface Fact {
  question: string;
  answer: string;
  words: string;
}

/** By what a page's failure was known: the kind of sign, the rule and where it stood; never the words. */
export type Signal = Pick<Sign, 'kind' | 'rule' | 'place'>;

export interface SightingEvidence extends Sighting {
  kind: 'sighting';
  /** Which document showed it (a frame's document id), so that it can be taken back when that goes. */
  source: string;
  /** Whether it still stands on the page. What is gone still counts for the money. */
  live: boolean;
  /** Masked quotes and the host, for "why" and "which payment"; '' where no page showed it. */
  quotes: readonly string[];
  /** Absent where no page script made it. */
  signals?: readonly Signal[];
  host: string;
  at: number;
}

/** A typed, pasted, selected or photographed text, as what was understood of it; the text itself is not kept. */
export interface TextEvidence {
  kind: 'text';
  sightings: readonly Sighting[];
  facts: readonly Fact[];
  quotes: readonly string[];
  at: number;
}

export interface AnswerEvidence {
  kind: 'answer';
  question: string;
  answer: string;
  at: number;
}

/** What the bank, Alipay or the shop said on a call: an id of `tells` in questions.json. */
export interface ToldEvidence {
  kind: 'told';
  id: string;
  /** The sheet it was told on (a party), so that going back on a call takes it back; '' where it came otherwise. */
  from: string;
  at: number;
}

export const RESULTS = ['paid', 'failed', 'pending'] as const;
export type Result = (typeof RESULTS)[number];

/** "Did it work?" after an attempt, or what the page itself said of one. */
export interface ResultEvidence {
  kind: 'result';
  result: Result;
  at: number;
}

export type Evidence = SightingEvidence | TextEvidence | AnswerEvidence | ToldEvidence | ResultEvidence;

/** Who pays, from the settings. */
export interface CasePerson {
  /** ISO 3166 code of the card's country, or null. */
  country: string | null;
  stay: 'visitor' | 'resident' | 'unknown';
  place: 'online' | 'shop' | 'unknown';
  /** Ids of ways to pay that the person has already. */
  holds?: readonly string[];
}

export const NOBODY: CasePerson = { country: null, stay: 'unknown', place: 'unknown' };

/** One payment: what is known, the oldest first, and who pays. */
export interface Case {
  evidence: readonly Evidence[];
  person: CasePerson;
}

export const EMPTY_CASE: Case = { evidence: [], person: NOBODY };

/** Evidence with the same key replaces the older one; it also names a piece for undo. */
export function keyOf(one: Evidence): string {
  switch (one.kind) {
    case 'sighting':
      return `sighting:${one.source}`;
    case 'text':
      return `text:${one.at}`;
    case 'answer':
      return `answer:${one.question}`;
    case 'told':
      return `told:${one.id}`;
    case 'result':
      return `result:${one.at}`;
  }
}

/** The most pieces a case keeps: more than one person can give in a payment. The oldest of a kind goes first, money last. */
export const MOST_EVIDENCE = 120;

/** The case with one more piece; one with the same key is replaced and counts as new. */
export function withEvidence(one: Case, piece: Evidence): Case {
  const key = keyOf(piece);
  return { ...one, evidence: [...one.evidence.filter((other) => keyOf(other) !== key), piece].slice(-MOST_EVIDENCE) };
}

/** The case with just these things told on one party's sheet: what is new is added, what the user went back on is taken back. */
export function withTold(one: Case, party: string, ids: readonly string[], now: number): Case {
  const before = one.evidence.filter((piece) => piece.kind === 'told' && piece.from === party);
  const kept = one.evidence.filter((piece) => !before.includes(piece) || ids.includes((piece as ToldEvidence).id));
  const added = ids
    .filter((id) => !before.some((piece) => (piece as ToldEvidence).id === id))
    .map((id): ToldEvidence => ({ kind: 'told', id, from: party, at: now }));
  return added.reduce<Case>(withEvidence, { ...one, evidence: kept });
}

/** The case without a piece (undo). */
export function withoutEvidence(one: Case, key: string): Case {
  return { ...one, evidence: one.evidence.filter((other) => keyOf(other) !== key) };
}

/** The case without one fact that was read from a text (its chip was removed). */
export function withoutFact(one: Case, textKey: string, fact: Pick<Fact, 'question' | 'answer'>): Case {
  const isIt = (other: Fact): boolean => other.question === fact.question && other.answer === fact.answer;
  const evidence = one.evidence.map((piece) =>
    piece.kind === 'text' && keyOf(piece) === textKey
      ? { ...piece, facts: piece.facts.filter((other) => !isIt(other)) }
      : piece,
  );
  return { ...one, evidence };
}
