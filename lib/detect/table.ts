/**
 * The compiled knowledge the detector reads: patterns and ids only, no words for the screen. `library/compile.ts` makes it at
 * build time; the page script, the lookup and the tests all get it as a parameter, so they read text alike.
 */
import type { Certainty } from '../messages.ts';

/** One word slot of a pattern and how far it may stand from the slot before it. */
export interface Slot {
  /** Index of the concept whose words fill the slot. */
  concept: number;
  /** 0: follows closely; 1: anywhere later in the same sentence; 2: anywhere in the same sentence, before or after. */
  reach: 0 | 1 | 2;
}

export interface Family {
  /** `<diagnosis>/<family id>`. */
  rule: string;
  diagnosis: string;
  certainty: Exclude<Certainty, 'exact'>;
  /** Names a failure by itself, without an error place around it. */
  alone: boolean;
  rank: number;
  say: Slot[][];
  unless: Slot[][];
}

export interface AddressRule {
  rule: string;
  diagnosis: string;
  certainty: Exclude<Certainty, 'exact'>;
  host?: string;
  path?: string;
  query?: [name: string, value: string];
}

export interface StructureRule {
  rule: string;
  diagnosis: string;
  certainty: Exclude<Certainty, 'exact'>;
  selector: string;
}

/** Which diagnosis plays which part; the judge knows no other ids. They come from the traits of the diagnoses. */
export interface Roles {
  /** A failure whose cause is not named. */
  nameless: string;
  /** The rules that say no more than that it failed. */
  bare: string[];
  paid: string;
  maybePaid: string;
  /** Its sentences are the usual cover of an unlisted code. */
  covers: string[];
  /** Somebody said no and gave no reason. */
  unexplained: string[];
}

export interface DetectTable {
  roles: Roles;
  /** Pairs of UTF-16 units, written one after the other: a unit found in text and the folded unit it reads as (besides what `shifted` does by rule). */
  variants: string;
  /** Folded words, joined by '\n'; a word's index is its number. */
  words: string;
  /** For each word the concepts it belongs to. */
  concepts: number[][];
  /** For each word a letter that says where in it its anchor begins (see `scan.ts`). */
  anchorPlaces: string;
  families: Family[];
  /** Hashes of whole known sentences (see `sentenceHash`), each with its diagnosis and rule. */
  sentences: Record<string, [diagnosis: string, rule: string, certainty: Certainty]>;
  /** Known codes by certainty and diagnosis: '<certainty> <diagnosis>' -> codes joined by '|'. */
  codes: Record<string, string>;
  /** Codes that are printed without anything having failed. */
  noFailures: string[];
  /** What an unknown code of a known family may tell. First match wins. */
  codeFamilies: { pattern: string; diagnosis: string; certainty: Exclude<Certainty, 'exact'> }[];
  addresses: AddressRule[];
  structures: StructureRule[];
  guards: GuardTable;
  places: PlaceTable;
}

/** Regular-expression sources that take a phrase back, tested against the sentence it stands in. */
export interface GuardTable {
  /** Stands before the phrase: conditions, advice, denials ("if the payment fails", "to avoid"). */
  before: string;
  /** Stands after it: questions ("… how do I fix it?"). */
  after: string;
  /** Anywhere in the sentence. */
  anywhere: string;
  /** The page says that the payment went through. */
  success: string;
  /** What the titles of a success say in other languages than Chinese and English. */
  successAbroad: string;
  /** What every sentence of a success has in it, so that only such texts are looked at for one. */
  successWord: string;
  /** Like `before`, but not for an unknown outcome. */
  doubt: string;
  /** Makes a plain sentence one about this payment. */
  concrete: string;
  /** Buttons that ask for consent. */
  consent: string;
}

/** What class names, roles and tags tell about the place a text stands in (regular-expression sources and selectors). */
export interface PlaceTable {
  /** Never read: links, lists, what a merchant or a user wrote. */
  excluded: string;
  merchantClass: string;
  proseClass: string;
  dialogClass: string;
  toastClass: string;
  alertClass: string;
  resultClass: string;
  /** Selector of elements that hold errors only (see `error-places.ts`). */
  errorOnly: string;
  /** Of a sentence that nobody knows: words of trouble, words that take it back, and words about paying. */
  trouble: string;
  ended: string;
  calm: string;
  matter: string;
  /** Titles of what explains. */
  explains: string;
}

/** Ids of diagnoses by whose words tell of them (see `traits` in library/schema.ts). */
export interface Wording {
  /** Other software says it in the same words. */
  shared: string[];
  /** Of these, the ones that English software says every day. */
  generic: string[];
  /** Told in one's own words, it needs a word about paying beside it. */
  needsTopic: string[];
}

/** What the lookup of typed texts knows besides the detector's table. */
export interface LookupData {
  /** Known messages. */
  known: { diagnosis: string; text: string }[];
  /** Words that make a text one about paying (source of a regular expression). */
  topic: string;
  /** Words of other software and other matters (source of a regular expression). */
  elsewhere: string;
  /** What healthy pages say (source of a regular expression). */
  ordinary: string;
  /** Diagnoses that are told in words of other things as well. */
  wording: Wording;
  /** The library's words as they are spoken, for repairing misread ones. */
  spoken: string[];
  /** By fact of a story (`question=answer`): how many times likelier it makes a cause. */
  factWeights: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Decline codes that mean the same cause at all networks. */
  declines: Readonly<Record<string, string>>;
}
