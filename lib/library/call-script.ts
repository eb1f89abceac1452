/**
 * What the call sheet's script looks like: three graphs (bank, Alipay support, shop) in `call-script.json`. A node is one
 * card: a line to say and the answers the other side may give; every answer leads somewhere. The words are in script.json of
 * each locale (`say.<node>`, `note.<node>`, `answer.<id>`, `end.<outcome>`, `topic.<id>`).
 *
 * Only types of this file reach shipped code; the schema and `checkGraph` (call-graph.ts) run at build time and in tests.
 */
import { z } from 'zod';
import { PARTIES, type Party } from '../messages.ts';
import { diagnosisId } from './schema.ts';
import { isoDate, slug } from './shapes.ts';

const party = z.enum(PARTIES);

/**
 * Targets of an answer that are no nodes. `next-topic`: the next topic of the plan that was not asked yet, then the closing
 * one; `closing`: the closing topic at once; `resume`: back to the card where the interruption came; `finish`: the end that
 * an earlier answer chose (only after the farewell).
 */
export const MOVES = ['next-topic', 'closing', 'resume', 'finish'] as const;

/**
 * Facts a line can add: the card's last four digits, the amount (with the home currency where known), the time, the names a bank
 * can search for, and the code on the page.
 */
export const ADDS = ['card', 'amount', 'time', 'names', 'code'] as const;

/** What an end offers, for the law of never twice: a new attempt, another card, another way to pay. */
export const OFFERS = ['attempt', 'card', 'way'] as const;

export const scriptAnswer = z
  .strictObject({
    /** Words under `answer.<id>`; `next` is the plain Next button. */
    id: slug,
    /** A node, or one of MOVES. */
    to: slug.optional(),
    /** A topic's card; the next topic of the plan where it was asked already. */
    topic: slug.optional(),
    /** An outcome: the call ends there, after the farewell card. */
    end: slug.optional(),
    /** Skip the farewell: the call is broken off, or nothing is left to thank for. */
    atOnce: z.literal(true).optional(),
    /** Where it leads instead while nothing told so far changed anything (the graph's `changes`): the law of change. */
    unchanged: z
      .strictObject({ to: slug.optional(), end: slug.optional() })
      .refine((one) => (one.to === undefined) !== (one.end === undefined), 'unchanged has one of to, end')
      .optional(),
    /** Where it leads instead when the same interruption came before in this call. */
    again: slug.optional(),
    /** Topics this answer makes needless to ask. */
    settles: z.array(slug).optional(),
    /** What this answer tells of the cause; ids of `tells` in questions.json where the interview knows them. */
    tells: z.array(slug).optional(),
    /** Diagnoses of decline codes that mean this answer: it is marked when the agent's code points to one of them. */
    fits: z.array(diagnosisId).optional(),
  })
  .refine(
    (one) => [one.to, one.topic, one.end].filter((way) => way !== undefined).length === 1,
    'an answer has one of to, topic, end',
  );

export const scriptNode = z.strictObject({
  /** Label of the card, under `topic.<id>`. */
  topic: slug,
  /** Sentences of fact that follow the line where the fact is known, under `add.<id>`. */
  adds: z.array(z.enum(ADDS)).optional(),
  /** The card has a field for the code that the agent reads out. */
  asks: z.literal('code').optional(),
  answers: z.array(scriptAnswer).min(1),
});

export const scriptGraph = z.strictObject({
  party,
  /** The first card; without one the call starts with its first topic. */
  start: slug.optional(),
  /** Topics and the card that opens each, in the order of a call about an unknown cause. */
  topics: z.record(slug, slug),
  /** The topic that always comes first when it is asked at all: whether the other side sees the payment. */
  first: slug.optional(),
  /** Topics that make sense only at a till, or only in an online shop. */
  places: z.record(slug, z.enum(['shop', 'online'])).optional(),
  /** Tells that change something, so that one more attempt makes sense; the same as `changes` in questions.json. */
  changes: z.array(slug).optional(),
  /** Topics of a call about an unknown cause. */
  usual: z.array(slug).min(1),
  /** Topics that are asked also when the diagnosis does not name them. */
  core: z.array(slug),
  /** Topics of a diagnosis whose own file names none for this party. They are then all that is asked, with the core ones. */
  byDiagnosis: z.partialRecord(diagnosisId, z.array(slug).min(1)).optional(),
  /** Where the topics end: a topic that is always last, or an outcome where there is none. */
  closing: slug.optional(),
  exhausted: slug.optional(),
  /** The card before the closing one while nothing was changed: the last chance to ask for it. */
  plea: slug.optional(),
  /** The card before an end. */
  farewell: slug.optional(),
  /** Interruptions that can come at the start and at any topic; each is offered until its card was seen. Those with `always` are
   *  offered on every card and as often as they come. */
  anytime: z.array(scriptAnswer.safeExtend({ always: z.literal(true).optional() })),
  nodes: z.record(slug, scriptNode),
  /** Concrete next actions, words under `end.<id>` and `end.<id>.body`; `opens` is the sheet that helps then. */
  ends: z.record(
    slug,
    z.strictObject({
      opens: party.optional(),
      /** What it sends the payer to do; none of it while the money may be gone. */
      offers: z.enum(OFFERS).optional(),
      /** It says "try now" of a card as it is: only after something was changed. */
      needsChange: z.literal(true).optional(),
      /** It speaks of money that may be gone. */
      money: z.literal(true).optional(),
    }),
  ),
  /** What is never told to a person, words under `never.<id>`. */
  never: z.array(slug).min(1),
  /** Ids of sources.json behind the order of the questions and the advice of the notes. */
  sources: z.array(slug).min(1),
  checked: isoDate,
});

export const callScript = z.strictObject({
  bank: scriptGraph,
  alipay: scriptGraph,
  shop: scriptGraph,
  /** Facts on how to reach Alipay support; ids of facts.json. */
  support: z.array(slug).min(1),
});

export type { Party };
export type ScriptAnswer = z.infer<typeof scriptAnswer>;
export type ScriptNode = z.infer<typeof scriptNode>;
export type ScriptGraph = z.infer<typeof scriptGraph>;
export type CallScript = z.infer<typeof callScript>;
