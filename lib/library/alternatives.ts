/**
 * What the ways to pay look like. `alternatives.json` is read with the schema here at build time and in tests; only its types
 * reach shipped code. The words are in alternatives.json of each locale (`way.<id>`, `how.<id>`, `why.<reason>`), the ids are
 * those that the diagnoses name.
 */
import { z } from 'zod';
import { country, isoDate, slug } from './shapes.ts';

/** How well a way suits a kind of stay, before anything is known of the person. `last` stays last whatever is known. */
export const FITS = ['first', 'good', 'fair', 'poor', 'last'] as const;
export const PLACES_TO_PAY = ['shop', 'personal-code', 'online'] as const;

export const way = z.strictObject({
  id: slug,
  visitor: z.enum(FITS),
  resident: z.enum(FITS),
  /** Where one can pay with it. */
  places: z.array(z.enum(PLACES_TO_PAY)).min(1),
  /** It draws on the person's foreign card, so a refusal by the card's bank is likely to come again. */
  usesCard: z.boolean(),
  /** It does not depend on the person's Alipay account. */
  besideAlipay: z.boolean(),
  /** Offered only to people of these countries, or to those who hold it. */
  countries: z.array(country).optional(),
  /** Offered only to people who hold it already. */
  onlyIfHeld: z.literal(true).optional(),
  /** It helps wherever this other way does; diagnoses name only the other one. */
  helpsLike: slug.optional(),
  /** People can hold it before the trip and are asked whether they do; the place in that question. */
  askHeld: z.int().positive().optional(),
  /** Reasons for it that always hold; words under `why.<id>`. */
  why: z.array(slug).default([]),
  confidence: z.enum(['high', 'medium', 'low']),
  sources: z.array(slug).min(1),
  checked: isoDate,
});

/** A wallet of another country or region that scans Alipay's codes (Alipay+). Names are proper names, the same in every language. */
export const wallet = z.strictObject({ id: slug, name: z.string().min(2), countries: z.array(country).min(1) });

export const alternatives = z
  .strictObject({
    ways: z.array(way).min(1),
    wallets: z.strictObject({ list: z.array(wallet).min(1), sources: z.array(slug).min(1), checked: isoDate }),
    /** Visa and Mastercard cards of these countries do not work abroad at all. */
    cardsDead: z.strictObject({ countries: z.array(country), sources: z.array(slug).min(1), checked: isoDate }),
  })
  .refine((all) => new Set(all.ways.map((one) => one.id)).size === all.ways.length, 'two ways have the same id')
  .refine(
    (all) => all.ways.every(({ helpsLike }) => !helpsLike || all.ways.some((one) => one.id === helpsLike)),
    'helpsLike names no way',
  );

export type Way = z.infer<typeof way>;
export type Alternatives = z.infer<typeof alternatives>;
/** The file as written, before defaults are filled in. */
export type AlternativesFile = z.input<typeof alternatives>;
