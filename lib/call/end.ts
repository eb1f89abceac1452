/**
 * Which end a call may show. The graph keeps the law of change by what was told in this call; what is known from elsewhere (the
 * page, an answer, an earlier call) is the case's, and may forbid the end all the same.
 */
import type { Outcome } from '../library/case-schema.ts';
import type { ScriptGraph } from '../library/call-script.ts';

/** What the case knows of the money; `lib/case/outcome.ts` gives it. */
export interface KnownMoney {
  outcome: Outcome;
  /** Something was changed, so that one more attempt makes sense. */
  changed: boolean;
}

const LOOK = 'check-before-paying';

/**
 * The end to show in place of the one a call led to. While the money may be gone no end sends the payer to another attempt, card or
 * way (the law of never twice); none says "try now" when nothing was changed (the law of change). Unknown ends stay as they are.
 */
export function lawfulEnd(graph: ScriptGraph, end: string, { outcome, changed }: KnownMoney): string {
  const about = Object.hasOwn(graph.ends, end) ? graph.ends[end]! : undefined;
  if (!about) return end;
  const first = (...ends: string[]): string => ends.find((one) => Object.hasOwn(graph.ends, one)) ?? end;
  if (outcome !== 'not-paid' && about.offers) {
    if (outcome === 'paid') return first('done-paid', LOOK);
    return outcome === 'held' ? first('wait-for-hold', LOOK) : first(LOOK);
  }
  if (about.needsChange && !changed) return first('call-back-written', 'ask-in-writing', 'use-other-way');
  return end;
}
