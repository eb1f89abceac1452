/** What a call is made of: the plan, the steps taken, and all that is remembered of it. */
import type { ScriptGraph } from '../library/call-script.ts';
import type { Party } from '../messages.ts';

/** A graph trimmed to one diagnosis. `topics` are asked in this order; others only when an answer names them as the reason. */
export interface CallPlan {
  party: Party;
  start: string;
  topics: readonly string[];
  graph: ScriptGraph;
}

/** One answer given: on which card, which, where it led, what it told. `end` is the outcome the call is heading for. */
export interface CallStep {
  node: string;
  answer: string;
  to: string;
  tells: string[];
  end?: string;
}

/** All that is remembered of a call. */
export interface CallProgress {
  party: Party;
  path: CallStep[];
}
