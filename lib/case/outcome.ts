/**
 * Where the money is. Any evidence can raise it; only evidence that somebody looked can lower it: no payment in Alipay's records
 * and the bank's word that it declined or reversed, or "I looked: it was not paid". It is decided before the cause.
 */
import type { Outcome } from '../library/case-schema.ts';
import { OUTCOMES } from '../library/outcomes.ts';
import type { Look, Marks } from '../library/questions.ts';
import type { CaseData } from './case-data.ts';
import type { Evidence, Sighting } from './evidence.ts';

export interface MoneyState {
  outcome: Outcome;
  /** The outcome by evidence that speaks of the money itself; the rest only makes it possible. */
  certain: Outcome;
  /** Somebody looked, and it was not paid. */
  looked: boolean;
  /** Something was changed since the last attempt that failed: one more attempt makes sense. */
  changed: boolean;
  /** Who changed it: the tell or answer, '' for none. */
  changedBy: string;
  /** The causes that the changes mend; of a change without such a list it is not asked. */
  cures: ReadonlySet<string>;
  /** The piece of evidence that decides the outcome, or null. */
  because: Evidence | null;
}

const rank = (one: Outcome): number => OUTCOMES.indexOf(one);
export const gravest = (a: Outcome, b: Outcome): Outcome => (rank(b) > rank(a) ? b : a);

interface Mark extends Marks {
  id: string;
}

/** What one piece of evidence means for the money. */
function marksOf(piece: Evidence, data: CaseData): Mark[] {
  switch (piece.kind) {
    case 'sighting':
      return [markOfSighting(piece, data)];
    case 'text':
      return [
        ...piece.sightings.slice(0, 1).map((one) => markOfSighting(one, data)),
        ...piece.facts.map((one) => markOfAnswer(one.question, one.answer, data)),
      ];
    case 'answer':
      return [markOfAnswer(piece.question, piece.answer, data)];
    case 'told':
      return [{ ...(Object.hasOwn(data.tellMarks, piece.id) ? data.tellMarks[piece.id] : {}), id: piece.id }];
    case 'result':
      return [
        piece.result === 'failed'
          ? { id: 'result', failed: true }
          : { id: 'result', money: piece.result === 'paid' ? 'paid' : 'maybe-paid' },
      ];
  }
}

function markOfSighting({ diagnosis, certainty }: Sighting, { library }: CaseData): Mark {
  const known = Object.hasOwn(library.diagnoses, diagnosis) ? library.diagnoses[diagnosis as never] : undefined;
  const entry = known as { outcome: string; traits: { standsFor?: 'maybe-paid' | 'paid' } } | undefined;
  if (!entry || entry.outcome === 'not-paid') return { id: 'sighting' };
  const { standsFor } = entry.traits;
  // A guess that it is paid is no more than a reason to look.
  if (standsFor === 'paid') return { id: 'sighting', money: certainty === 'unsure' ? 'maybe-paid' : 'paid' };
  return standsFor ? { id: 'sighting', money: 'maybe-paid' } : { id: 'sighting', money: 'maybe-paid', weak: true };
}

function markOfAnswer(question: string, answer: string, data: CaseData): Mark {
  const key = `${question}/${answer}`;
  const tell = Object.hasOwn(data.sameTell, key) ? data.sameTell[key]! : null;
  if (tell) return { ...data.tellMarks[tell], id: tell };
  return { ...(Object.hasOwn(data.answerMarks, key) ? data.answerMarks[key] : {}), id: question };
}

/**
 * The outcome of a list of evidence, the oldest first. Pure and total: unknown ids mean nothing. A new sighting of money that may
 * be gone, or a new attempt without an end, makes earlier looks stale: they were about another attempt.
 */
export function moneyOf(evidence: readonly Evidence[], data: CaseData): MoneyState {
  let outcome: Outcome = 'not-paid';
  let certain: Outcome = 'not-paid';
  let looked = false;
  let changedBy = '';
  let cures = new Set<string>();
  let because: Evidence | null = null;
  let seen = new Set<Look>();

  const lower = (): void => {
    outcome = 'not-paid';
    certain = 'not-paid';
    because = null;
    looked = true;
  };

  for (const piece of evidence) {
    const isNewAttempt = piece.kind === 'sighting' || piece.kind === 'result' || piece.kind === 'text';
    for (const { id, money, weak, looked: look, changes, cures: mended, failed } of marksOf(piece, data)) {
      if (money) {
        if (isNewAttempt && piece.kind !== 'text') seen = new Set();
        looked = false;
        if (rank(money) > rank(outcome)) because = piece;
        outcome = gravest(outcome, money);
        if (!weak) certain = gravest(certain, money);
        if (money === 'paid') changedBy = '';
      }
      if (look) {
        seen.add(look);
        if (seen.has('not-paid') || (seen.has('alipay-none') && seen.has('bank-refused'))) lower();
        if (look === 'not-paid') seen.delete('not-paid');
      }
      if (changes) {
        changedBy = id;
        mended?.forEach((cause) => cures.add(cause));
      }
      if (failed) [changedBy, cures] = ['', new Set()];
    }
  }
  return { outcome, certain, looked, changed: changedBy !== '' && outcome === 'not-paid', changedBy, cures, because };
}
