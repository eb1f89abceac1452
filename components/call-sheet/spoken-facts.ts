/** The facts of a call as they are said in one language. */
import { isZone, type CallFacts } from '../../lib/call/lines.ts';
import { spokenAmount } from '../../lib/call/money.ts';
import type { CallMemory } from './call-props.ts';

/** What is known apart from what the user typed. */
export interface PageFacts {
  failedAt: number | null;
  code: string;
  zone: string;
}

/** Facts for one language. `tag` is the one that is spoken. */
export function spokenFacts(memory: CallMemory, page: PageFacts, tag: string): CallFacts {
  return {
    at: page.failedAt ?? memory.at,
    zone: isZone(memory.zone) ? memory.zone : page.zone,
    amount: spokenAmount(memory.amount, 'CNY', tag),
    home: spokenAmount(memory.home, memory.currency, tag),
    lastFour: memory.lastFour,
    code: page.code,
    agent: memory.agent,
    reference: memory.reference,
    callTime: memory.callTime,
    text: memory.text,
  };
}
