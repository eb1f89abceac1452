/**
 * What the case needs beside the diagnoses: what a step is about, and the situations that change the advice. Read at build
 * time; no words here (they are in library.json of each locale, `steps.<id>`).
 */
import { z } from 'zod';
import { OUTCOMES } from './outcomes.ts';
import { fixer, retryWhen } from './schema.ts';

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'lower-case words joined by hyphens');

/** What the payer does in a step. A talk has a sheet with its words; `look` looks for a completed payment. */
export const ACTIONS = ['call-bank', 'talk-alipay', 'show-shop', 'look', 'retry', 'none'] as const;

/** A step. `offers` says what the law of never twice forbids while the money may be gone. */
export const steps = z.record(
  slug,
  z.strictObject({
    action: z.enum(ACTIONS),
    /** It leads to another attempt, another card or another way to pay. */
    offers: z.enum(['attempt', 'card', 'way']).optional(),
    /** Only at a counter, or only on a website. */
    place: z.enum(['shop', 'online']).optional(),
    /** A talk that asks about the payment that was made, so it stays when the money may be gone. */
    asks: z.literal('payment').optional(),
  }),
);

export { OUTCOMES };

/** `told:<id>`, `answer:<question>/<answer>`, or `changed` (something was changed since the last attempt). */
const condition = z
  .string()
  .regex(/^(told:[a-z0-9-]+|answer:[a-z0-9-]+\/[a-z0-9-]+|changed)$/, 'told:…, answer:…/… or changed');

/** A situation: when all of its conditions hold, its steps stand before those of the diagnosis. Later ones stand before earlier ones. */
export const situations = z.array(
  z.strictObject({
    id: slug,
    /** Why it exists, for the next maintainer. */
    note: z.string().min(3),
    outcome: z.array(z.enum(OUTCOMES)).min(1),
    all: z.array(condition).default([]),
    any: z.array(condition).default([]),
    unless: z.array(condition).default([]),
    first: z.array(slug).default([]),
    /** These steps stand instead of the diagnosis' own. */
    replace: z.array(slug).optional(),
    drop: z.array(slug).default([]),
    fixer: fixer.optional(),
    party: z.enum(['bank', 'alipay', 'shop', 'none']).optional(),
    retry: retryWhen.optional(),
  }),
);

export type Action = (typeof ACTIONS)[number];
export type Outcome = (typeof OUTCOMES)[number];
export type Steps = z.infer<typeof steps>;
export type Situation = z.infer<typeof situations>[number];
