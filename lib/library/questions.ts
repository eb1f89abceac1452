/**
 * What the interview's model looks like: questions, answers and how likely each answer is under each cause. `questions.json`
 * is read with the schema here at build time; the page script never sees it. Words on screen are in interview.json of each
 * locale.
 *
 * The model is a plain naive Bayes over the causes. Likelihoods are a few named levels, so that a person can judge a row
 * without a calculator; the numbers behind the names stand once, in `levels`. No source publishes counts: levels and priors are
 * judgements from the sources each entry names, and the words on screen never show them as figures.
 */
import { z } from 'zod';
import { diagnosisId } from './schema.ts';
import { slug } from './shapes.ts';

/** How often people with one cause give an answer. */
export const LEVELS = ['almost-always', 'often', 'sometimes', 'rarely', 'almost-never'] as const;
export const level = z.enum(LEVELS);

/** How often a cause is met at all, before anything is known. */
export const FREQUENCIES = ['very-common', 'common', 'occasional', 'uncommon', 'rare'] as const;
const frequency = z.enum(FREQUENCIES);

/** How much a country's habit moves a cause. */
export const SHIFTS = ['much-more', 'more', 'less'] as const;
const shift = z.enum(SHIFTS);

/** Every question has this answer, so none lists it. */
const DONT_KNOW = 'dont-know';

/** Levels of the answers under one cause; an answer not named has the question's `otherwise` level. */
const row = z.record(slug, level);

/** A failure whose cause is not named is no cause: it stands for "we cannot tell yet". */
const cause = diagnosisId.exclude(['unknown-failure']);

/** How gravely the money is touched; `lib/case/outcome.ts` orders them. */
export const MONEY = ['maybe-paid', 'held', 'paid'] as const;
/**
 * What looking for the payment showed: no payment in Alipay's records; the bank declined or reversed it; or the payer looked
 * in all the places and it was not paid.
 */
export const LOOKS = ['alipay-none', 'bank-refused', 'not-paid'] as const;

/** What an answer or a word of the bank means for the money and for another attempt, apart from the causes. */
const mark = {
  /** It says that the money may be gone, is held, or was paid. */
  money: z.enum(MONEY).optional(),
  /** It only makes that possible: a cause that is named for certain keeps the head. */
  weak: z.literal(true).optional(),
  /** Somebody looked, and this is what was seen. */
  looked: z.enum(LOOKS).optional(),
  /** Something was changed, so that one more attempt makes sense. */
  changes: z.literal(true).optional(),
  /** The causes that it mends. Against another one, that a page or a message named, the change is none. */
  cures: z.array(cause).min(1).optional(),
  /** An attempt that failed: what was changed before it is used up. */
  failed: z.literal(true).optional(),
} as const;
const marks = z.strictObject(mark);

export const question = z.strictObject({
  id: slug,
  /** How many people can answer this at once. Questions few can answer are asked later. */
  known: level,
  /** Ask only once another question has one of these answers (a closer look at the same message). */
  after: z.strictObject({ question: slug, answers: z.array(slug).min(1) }).optional(),
  /** It asks what the message said: needless where the page's message named its cause. */
  readsMessage: z.literal(true).optional(),
  /** The answers in the order shown. The country question lists only what is no country. */
  answers: z.array(slug).min(1),
  /** Answers that say nothing about the cause, besides "I don't know". */
  neutral: z.array(slug).default([]),
  /** Never asked: learned from a button, a story or a call. */
  unasked: z.literal(true).optional(),
  /** What an answer means for the money, by answer. */
  marks: z.record(slug, marks).optional(),
  /** The answer is the same as something told on a call. */
  tells: z.record(slug, slug).optional(),
  /** The row of every cause that has none of its own. Left out: such causes say nothing about this question. */
  usual: row.optional(),
  otherwise: level.default('rarely'),
  causes: z.partialRecord(cause, row),
  sources: z.array(slug).min(1),
});

/**
 * What the bank, Alipay or the shop said on a call; answers of call-script.json name these ids. Several can be said in one call,
 * so the levels of one cause need not add up.
 */
const tell = z.strictObject({
  id: slug.regex(/^(bank|alipay|shop|retry)-/, 'begins with who says it'),
  ...mark,
  /** How often this is said under a cause; causes not named have `otherwise`. */
  otherwise: level.default('rarely'),
  causes: z.partialRecord(cause, level),
  sources: z.array(slug).min(1),
});

export const questions = z
  .strictObject({
    /** The numbers behind the level names: weights of the answers of one row, made to add up to 1. */
    levels: z.record(level, z.number().positive().max(1)),
    /** The same names for what was said on a call: they read from their own log, so the levels lie further apart. */
    tellLevels: z.record(level, z.number().positive().max(1)),
    frequencies: z.record(frequency, z.number().positive()),
    shifts: z.record(shift, z.number().positive()),
    /** How many times likelier the page's finding makes its own diagnosis. No number of answers outweighs an exact one. */
    findings: z.strictObject({ exact: z.number(), likely: z.number(), unsure: z.number() }),
    /** Causes that only a bank can decide. What a page says of them counts less than the bank's own word on the call. */
    bankSide: z.array(cause).min(1),
    /** A page that names the first may mean one of the others, which are the same thing said more closely. */
    covers: z.partialRecord(cause, z.array(cause)),
    /** Causes by how often they are met, with the sources of the order. */
    priors: z.strictObject({ causes: z.record(cause, frequency), sources: z.array(slug).min(1) }),
    /** What banks of a country block by default (`blocks` of issuers.json) and the causes that makes likelier. */
    habits: z.record(slug, z.partialRecord(cause, shift)),
    /** Countries without an entry of their own in issuers.json that share one. */
    countryGroups: z.record(z.string(), z.array(z.string().regex(/^[A-Z]{2}$/))),
    questions: z.array(question).min(1),
    tells: z.array(tell),
  })
  .superRefine((all, context) => {
    const complain = (message: string) => context.addIssue({ code: 'custom', message });
    const seen = new Map(all.questions.map((one) => [one.id, one]));
    if (seen.size !== all.questions.length) complain('two questions have the same id');
    for (const one of all.questions) {
      const known = new Set(one.answers);
      if (known.has(DONT_KNOW)) complain(`${one.id}: "${DONT_KNOW}" is always possible and need not be listed`);
      const rows = [...Object.entries(one.causes), ['usual', one.usual ?? {}] as const];
      for (const [of, levels] of rows) {
        for (const answer of Object.keys(levels ?? {})) {
          if (!known.has(answer)) complain(`${one.id}: row ${of} names the unknown answer "${answer}"`);
          if (one.neutral.includes(answer)) complain(`${one.id}: row ${of} weighs the neutral answer "${answer}"`);
        }
      }
      for (const answer of [...Object.keys(one.marks ?? {}), ...Object.keys(one.tells ?? {})])
        if (!known.has(answer)) complain(`${one.id}: marks or tells name the unknown answer "${answer}"`);
      for (const tell of Object.values(one.tells ?? {}))
        if (!all.tells.some((other) => other.id === tell)) complain(`${one.id}: the unknown tell "${tell}"`);
      for (const answer of one.neutral)
        if (!known.has(answer)) complain(`${one.id}: neutral answer "${answer}" is unknown`);
      const before = one.after && seen.get(one.after.question);
      if (one.after && !before) complain(`${one.id}: asked after the unknown question "${one.after.question}"`);
      for (const answer of one.after?.answers ?? []) {
        if (before && !before.answers.includes(answer))
          complain(`${one.id}: asked after the unknown answer "${answer}"`);
      }
    }
  });

export type CauseId = z.infer<typeof cause>;
export type Money = (typeof MONEY)[number];
export type Look = (typeof LOOKS)[number];
export type Marks = z.infer<typeof marks>;
export type Level = z.infer<typeof level>;
export type Frequency = z.infer<typeof frequency>;
export type Shift = z.infer<typeof shift>;
export type Question = z.infer<typeof question>;
export type Questions = z.infer<typeof questions>;
/** The file as written, before defaults are filled in. */
export type QuestionsFile = z.input<typeof questions>;
