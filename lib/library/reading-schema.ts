/** What steers the reading rather than one diagnosis: guards, places, topics (expressions and selectors), and how people talk. */
import { z } from 'zod';
import { familySignal, lexicon, diagnosisId } from './schema.ts';
import { slug } from './shapes.ts';

/** One guard: what it is about, the source of its regular expression, and a sentence that speaks wrongly (or counts wrongly) without it. */
const guard = z.strictObject({
  name: slug,
  pattern: z.string().min(1),
  example: z.string().min(2),
});
const guardList = z.array(guard).min(1);

/**
 * Guards take a phrase back, by where they stand in its sentence. Alternatives are joined at build; each is there for its example, and a
 * test sees to it.
 */
export const guards = z.strictObject({
  before: guardList,
  after: guardList,
  anywhere: guardList,
  /** `words`: one of them stands in every text that the pattern fits, so that only such texts are looked at. */
  success: z.array(guard.extend({ words: z.array(z.string().min(2)).min(1) })).min(1),
  /** The same of titles in the other reading languages; asked only of pages on which something was found. */
  successAbroad: z.array(guard).min(1),
  /** Stands before the phrase like `before`, but not where the doubt itself is the news: an unknown outcome. */
  doubt: guardList,
  /** Makes a plain sentence one about this payment, not about payments in general. */
  concrete: guardList,
  /** Buttons that ask for consent: their dialog explains and reports nothing. */
  consent: guardList,
});

/** What tells the place a text stands in: selectors for `excluded`, regular expressions over class names, roles and addresses. */
export const places = z.strictObject({
  excluded: z.array(z.string().min(1)),
  merchantClass: z.array(z.string().min(1)),
  proseClass: z.array(z.string().min(1)),
  dialogClass: z.array(z.string().min(1)),
  toastClass: z.array(z.string().min(1)),
  alertClass: z.array(z.string().min(1)),
  resultClass: z.array(z.string().min(1)),
  /** Selectors of elements that hold errors only, and of icons beside one. */
  errorOnly: z.array(z.string().min(1)),
  /** Selectors of boxes that may hold anything, also an error. */
  errorBoxes: z.array(z.string().min(1)),
  /** Regular expressions: without one of these in it a box is not even looked at. Short, because every page pays for them. */
  boxHint: z.array(z.string().min(1)),
  /** Words of trouble: an unknown sentence in a box that may hold anything needs one of them. */
  trouble: z.array(z.string().min(1)),
  /** Words of an end or of a payment before: on a page that says little they are worth a second reading, and no more. */
  ended: z.array(z.string().min(1)),
  /** Takes an unknown sentence back although it stands where errors stand: hints at fields, offers, other matters than paying. */
  calm: z.array(z.string().min(1)),
  /** Words about paying: an unknown sentence in a box that may hold anything needs one of them, too. */
  matter: z.array(z.string().min(1)),
  /** Titles of what explains (rules, help, limits): nothing under one reports a failure. */
  explains: z.array(z.string().min(1)),
  contentAddress: z.array(z.string().min(1)),
});

/** What makes a typed text one about paying, and what makes it one about something else. */
export const topics = z.strictObject({
  topic: z.array(z.string().min(1)),
  elsewhere: z.array(z.string().min(1)),
  ordinary: z.array(z.string().min(1)),
});

/**
 * How people tell of a failure in their own words: only for what is typed, never for a page. `concepts` are words of its own beside the lexicon's;
 * `{name}` in one stands for all words of another, and characters in brackets for any one of them (`[付刷]不[了出]`).
 */
export const spoken = z.strictObject({
  concepts: lexicon,
  families: z
    .array(familySignal.omit({ kind: true, strength: true, bare: true }).extend({ diagnosis: diagnosisId }))
    .min(1),
});
