/**
 * Which answers of a card a code fits. The diagnosis of a code is coarser than what a bank says: "do not honour", a stop the payer
 * ordered and a suspicion of fraud are all one diagnosis. So the meaning decides where it names something, and the diagnosis elsewhere.
 */
import type { ScriptAnswer } from '../library/call-script.ts';
import type { CodeReading } from './code.ts';

/** Answers by the meaning of a code; an empty list fits none. */
const BY_MEANING: Readonly<Record<string, readonly string[]>> = {
  'declined-no-reason': ['reason-none'],
  'refer-to-bank': ['reason-none'],
  'not-now-try-later': ['reason-none'],
  'do-not-try-again': ['reason-none'],
  'bank-policy': ['reason-none'],
  'declined-or-stopped-before-bank': ['reason-none'],
  'wallet-bank-said-no': ['reason-none'],
  'bank-suspects-fraud': ['reason-fraud'],
  'bank-security': ['reason-fraud'],
  'security-rule': ['reason-fraud'],
  'network-security-stop': ['reason-fraud'],
  // A stop that somebody ordered for a payment series, and uses the card is closed for: no suspicion.
  'authorisation-revoked': [],
  'payment-stopped-by-order': [],
  'law-or-sanctions': [],
  'cash-not-available': [],
  'pin-cannot-be-checked': [],
  'kind-not-valid': ['reason-abroad-online', 'reason-card-type'],
  'use-not-allowed-for-card': ['reason-abroad-online', 'reason-card-type'],
};

/** Ids of the answers that fit the readings of a code. */
export function answersThatFit(
  answers: readonly Pick<ScriptAnswer, 'id' | 'fits'>[],
  readings: readonly Pick<CodeReading, 'means' | 'diagnosis'>[],
): string[] {
  const wanted = readings.flatMap(({ means, diagnosis }) => {
    if (Object.hasOwn(BY_MEANING, means)) return BY_MEANING[means]!;
    return diagnosis === null ? [] : answers.filter((one) => one.fits?.includes(diagnosis)).map((one) => one.id);
  });
  return answers.map((one) => one.id).filter((id) => wanted.includes(id));
}
