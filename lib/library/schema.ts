/**
 * What the knowledge looks like. Every type of the library comes from the schemas here; `compile.ts` reads the files with
 * them at build time and names the file that does not fit. Nothing here reaches the page script.
 *
 * Words on screen are not in the library: a diagnosis, step, code meaning or fact is an id here and a sentence in
 * `lib/i18n/locales/<tag>/`.
 */
import { z } from 'zod';
import { DIAGNOSIS_IDS } from './diagnosis-ids.ts';
import { isoDate, slug } from './shapes.ts';

export const diagnosisId = z.enum(DIAGNOSIS_IDS);
export const certainty = z.enum(['exact', 'likely', 'unsure']);

/** Who can fix it. The hint's one sentence is chosen by the first of these. */
export const fixer = z.enum(['bank', 'payer', 'alipay', 'shop', 'wait', 'nobody', 'unknown']);

/** Id of an entry in sources.json. */
const sourceId = slug;

/**
 * A phrase family: `say` lists patterns, any of which is enough. A pattern is words in order:
 * `{card}` any word of that concept in lexicon.json; plain text a literal; `(a|b)` either literal; `...` a gap inside one
 * sentence. Without `...` two words may stand at most a few characters apart.
 * `unless` lists patterns that, in the same sentence, take the family back.
 */
export const familySignal = z.strictObject({
  kind: z.literal('family'),
  id: slug,
  say: z.array(z.string().min(1)).min(1),
  unless: z.array(z.string().min(1)).optional(),
  certainty: z.enum(['likely', 'unsure']).default('likely'),
  /** 'alone': the phrase names a failure by itself; 'context': it does so only where an error stands (error box, dialog, toast,
   *  result page) or beside a named failure. */
  strength: z.enum(['alone', 'context']).default('context'),
  /** Explicit order between families that match the same text; higher wins. 0 unless a comment in `note` says why. */
  rank: z.int().min(-5).max(5).default(0),
  /** It says no more than that a payment failed, as titles do. */
  bare: z.literal(true).optional(),
  source: sourceId,
  note: z.string().optional(),
});

/** A whole sentence known from a page, app or document. `compile.ts` says how certain it makes its diagnosis. */
export const sentenceSignal = z.strictObject({
  kind: z.literal('sentence'),
  text: z.string().min(4),
  /**
   * web: seen on Alipay's web pages; app, api, shop: other surfaces of the same message. `web` is exact; `app` and `api` are where the
   * diagnosis has a sentence from the web as well.
   */
  seen: z.enum(['web', 'app', 'api', 'shop', 'library']),
  source: sourceId,
});

/** A page address that itself tells of a failure. All given parts must match. */
export const addressSignal = z.strictObject({
  kind: z.literal('address'),
  id: slug,
  host: z.string().optional(),
  /** The path contains this. */
  path: z.string().optional(),
  /** Query parameter and the value it must have ('*' for any). */
  query: z.tuple([z.string(), z.string()]).optional(),
  certainty: z.enum(['likely', 'unsure']),
  source: sourceId,
});

/** An element that only a failure shows (when visible). */
export const structureSignal = z.strictObject({
  kind: z.literal('structure'),
  id: slug,
  selector: z.string().min(1),
  certainty: z.enum(['likely', 'unsure']),
  source: sourceId,
});

export const signal = z.discriminatedUnion('kind', [familySignal, sentenceSignal, addressSignal, structureSignal]);

/** When another attempt makes sense. The words are in library.json under `retry.<when>`. */
export const retryWhen = z.enum([
  'after-change', // once, after the named thing was changed
  'after-bank', // once, after the bank has confirmed the change
  'after-alipay', // once, after Alipay lifted or confirmed
  'other-card', // not with this card
  'other-way', // not with this shop or code: another way to pay
  'new-order', // with a new order
  'after-wait', // later; `waitMinutes` says how long
  'check-first', // only after looking whether it was paid
  'never', // do not pay again
  'once', // one careful repeat
]);

/**
 * What code must know of a diagnosis. Code asks for a trait and never for an id, so that a new diagnosis needs no change of code.
 * Each is explained in docs/adding-a-diagnosis.md.
 */
export const traits = z.strictObject({
  /** The diagnosis that speaks of the money itself: one for "may have been paid", one for "is paid". */
  standsFor: z.enum(['maybe-paid', 'paid']).optional(),
  /** A failure whose cause is not named. Exactly one diagnosis. */
  nameless: z.boolean().default(false),
  /** Its sentence is the usual cover of an unlisted cashier code, so beside one it says nothing. */
  coversUnknownCode: z.boolean().default(false),
  /** Somebody said no and gave no reason: a reason that stands beside it says more. */
  unexplained: z.boolean().default(false),
  /** Repeats make it harder: two of such failures are enough. */
  hardens: z.boolean().default(false),
  /** False where nobody refused anything (the payer went back), so that it does not count as a failed try. */
  refusal: z.boolean().default(true),
  /** What banks of the card's country block by default may be the cause. */
  asksIssuerCountry: z.boolean().default(false),
  /** Whose words tell of it: only ours, other software's too, or those of all English software. */
  wording: z.enum(['own', 'shared', 'generic']).default('own'),
  /** Told in one's own words, it counts only beside a word about paying. Left out: where its wording is not its own. */
  needsTopic: z.boolean().optional(),
});

export const diagnosis = z.strictObject({
  id: diagnosisId,
  /** Who can fix it, the most likely first. */
  fixers: z.array(fixer).min(1),
  /** What happened to the money as far as the page tells. */
  outcome: z.enum(['not-paid', 'unknown', 'paid']),
  retry: z.strictObject({ when: retryWhen, waitMinutes: z.int().positive().optional() }),
  traits: traits.default(() => traits.parse({})),
  /** Step ids in order of likely success; words in library.json under `steps.<id>`. */
  steps: z.array(slug).min(2).max(7),
  /** What not to do; words in library.json under `avoid.<id>`. */
  avoid: z.array(slug).min(1).max(4),
  /** Which sheet helps: a call to the bank, a talk with Alipay, a card to show the shop, or none. */
  party: z.enum(['bank', 'alipay', 'shop', 'none']),
  /** Nodes of call-script.json that matter most for this diagnosis, asked first. */
  script: z.array(slug).default([]),
  /** Facts worth showing; ids of facts.json. */
  facts: z.array(slug).default([]),
  /** Ways to pay meanwhile, for visitors and for residents; words under `alternatives.<id>`. */
  alternatives: z.strictObject({ visitor: z.array(slug), resident: z.array(slug) }),
  sources: z.array(sourceId).min(1),
  /** The day the advice was last checked against its sources. */
  checked: isoDate,
  signals: z.array(signal),
});

/** Word lists the patterns name. `words` may be of any language; they are folded like page text. */
export const lexicon = z.record(slug, z.array(z.string().min(1)).min(1));

export const source = z.strictObject({
  title: z.string().min(3),
  /** Public address without personal data, or '' for material that has none. */
  where: z.string(),
  /** Date of the source as it states it, or '' when it carries none. */
  date: z.string(),
  checked: isoDate,
});
export const sources = z.record(slug, source);

/** One Alipay code. The meaning is a sentence in codes.json of each locale, under `meaning`. */
export const alipayCode = z.strictObject({
  code: z.string().min(1),
  diagnosis: diagnosisId,
  /** Id of the meaning's sentence in the locale file codes.json. */
  meaning: slug,
  fixer,
  /** exact only where an official page or several developers agree; likely and unsure otherwise. */
  certainty,
  source: sourceId,
});

/** What an unknown code of a known family may tell, at most. */
export const codeFamily = z.strictObject({
  id: slug,
  /** Source of a regular expression over the normalised code. */
  pattern: z.string().min(2),
  diagnosis: diagnosisId,
  certainty: z.enum(['likely', 'unsure']),
  source: sourceId,
});
export const alipayCodes = z.strictObject({
  codes: z.array(alipayCode),
  families: z.array(codeFamily),
  /** Codes of success or of an ordinary step; they are never a sign of a failure. */
  noFailures: z.array(z.string().min(1)),
});

/** One response code of a card network, processor or shop system that a bank's agent may read out. */
export const declineCode = z.strictObject({
  /** visa, mastercard, amex, iso8583, mastercard-advice, stripe, adyen, ... */
  scheme: slug,
  code: z.string().min(1),
  /** Sentence ids in the locale file decline-codes.json, under `meaning` and `action`. */
  meaning: slug,
  action: slug,
  /** 'no-this-way': another card does not help here; 'after-alipay': when Alipay has lifted it, not the bank. */
  retry: z.enum(['yes', 'later', 'no', 'no-this-way', 'after-alipay']),
  /** The diagnosis this code points to, where it points to one. */
  diagnosis: diagnosisId.nullable(),
  source: sourceId,
});
export const declineCodes = z.array(declineCode);

/** A fact that is shown: fee, limit, menu path, hotline, rule. Its words are in facts.json of each locale, under its id. */
export const fact = z.strictObject({
  id: slug,
  /** Values the words use as slots, e.g. {"percent": 3, "threshold": 200}. */
  values: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  confidence: z.enum(['high', 'medium', 'low']),
  /** The locale file has a `<id>.wrong` sentence: common advice that is wrong here. */
  correctsCommonAdvice: z.boolean().default(false),
  sources: z.array(sourceId).min(1),
  checked: isoDate,
});
export const facts = z.array(fact);

/** What issuers of a country block by default, by ISO code ('EU' for the area); words in facts.json under `issuer.<CC>.…`. */
export const issuers = z.record(
  z.string().regex(/^[A-Z]{2}$/),
  z.strictObject({
    blocks: z.array(slug),
    switchOn: z.array(slug),
    /** What the banks there call it, in their language; each stands in the words of that country. */
    terms: z.array(z.string().min(2)).default([]),
    alternatives: z.array(slug),
    confidence: z.enum(['high', 'medium', 'low']),
    sources: z.array(slug).min(1),
    checked: isoDate,
  }),
);

export type { DiagnosisId } from '../generated/diagnosis-id.ts';
export type Fixer = z.infer<typeof fixer>;
export type Signal = z.infer<typeof signal>;
export type FamilySignal = z.infer<typeof familySignal>;
export type Traits = z.infer<typeof traits>;
export type Diagnosis = z.infer<typeof diagnosis>;
export type RetryWhen = z.infer<typeof retryWhen>;
export type AlipayCode = z.infer<typeof alipayCode>;
export type CodeFamily = z.infer<typeof codeFamily>;
export type DeclineCode = z.infer<typeof declineCode>;
export type Fact = z.infer<typeof fact>;
export type Source = z.infer<typeof source>;
export type IssuerTable = z.infer<typeof issuers>;
export type Lexicon = z.infer<typeof lexicon>;
