/**
 * From evidence to one answer: which diagnosis and how certain. The order is explicit:
 * already paid > outcome unknown > printed code > whole known sentence > most specific family > bare failure.
 */
import type { Certainty, Evidence, Place } from '../messages.ts';
import type { Reason } from './reasons.ts';
import type { Roles } from './table.ts';

export interface Verdict {
  diagnosis: string;
  certainty: Certainty;
  code: string;
  evidence: Evidence[];
}

const CERTAINTY_ORDER: readonly Certainty[] = ['exact', 'likely', 'unsure'];
const PLACE_ORDER: readonly Place[] = ['typed', 'alert', 'dialog', 'toast', 'result', 'text', 'address'];

/** The class of a reason in the explicit order; smaller outranks larger. */
function orderOf(reason: Reason, roles: Roles): number {
  const sure = reason.certainty !== 'unsure';
  if (reason.diagnosis === roles.paid && sure) return 0;
  if (reason.diagnosis === roles.maybePaid && sure) return 1;
  if (reason.kind === 'code' && reason.rank > 0) return 2;
  if (reason.kind === 'sentence' && sure) return 3;
  if (reason.kind === 'structure') return 9;
  if (reason.diagnosis === roles.nameless) return 8;
  if (reason.kind === 'code') return sure ? 4 : 6;
  if (reason.kind === 'address') return 7;
  if (sure) return 5;
  return reason.rank > -3 ? 7 : 8;
}

/** The explicit order of reasons, the strongest first. */
export function reasonOrder(roles: Roles): (a: Reason, b: Reason) => number {
  return (a, b) =>
    orderOf(a, roles) - orderOf(b, roles) ||
    b.rank - a.rank ||
    b.slots - a.slots ||
    b.weight - a.weight ||
    PLACE_ORDER.indexOf(a.place) - PLACE_ORDER.indexOf(b.place) ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

/** The verdict on everything a page shows, or null when nothing on it names a failure. */
export function judge(reasons: readonly Reason[], roles: Roles): Verdict | null {
  const unknownCode = reasons.some((one) => one.kind === 'code' && one.rank === 0 && one.diagnosis !== roles.nameless);
  // A busy sentence is the usual cover of a cashier code, so beside a code of an unknown number it says nothing.
  const sorted = reasons
    .filter((one) => !(unknownCode && one.kind !== 'code' && roles.covers.includes(one.diagnosis)))
    .sort(reasonOrder(roles));
  const winner = sorted[0];
  if (!winner) return null;
  const code = winner.code || sorted.find((one) => one.code)?.code || '';
  const agreeing = sorted.filter((one) => one.diagnosis === winner.diagnosis);
  let certainty = agreeing.reduce<Certainty>(
    (best, one) => (CERTAINTY_ORDER.indexOf(one.certainty) < CERTAINTY_ORDER.indexOf(best) ? one.certainty : best),
    'unsure',
  );
  if (winner.diagnosis === roles.nameless) certainty = 'unsure';
  // A code nobody knows yet may change what the sentence beside it means.
  if (code && !winner.code && certainty === 'exact' && !sorted.some((one) => one.code === code && one.rank > 0))
    certainty = 'likely';
  const seen = new Set<string>();
  const evidence = [...agreeing, ...sorted.filter((one) => one.kind === 'code')]
    .filter((one) => !seen.has(one.rule + one.quote) && seen.add(one.rule + one.quote))
    .slice(0, 6)
    .map(({ kind, rule, quote, place }) => ({ kind, rule, quote, place }));
  return { diagnosis: winner.diagnosis, certainty, code, evidence };
}
