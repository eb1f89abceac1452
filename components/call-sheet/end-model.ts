/**
 * Where a call ends: what the case now says, together with what this call came to. Ids and keys only, no words and no browser, so that
 * the laws can be tested on every end of every call.
 */
import { lawfulEnd } from '../../lib/call/end.ts';
import type { CaseAnswer } from '../../lib/case/answer.ts';
import type { CaseData } from '../../lib/case/case-data.ts';
import type { Party, ScriptGraph } from '../../lib/library/call-script.ts';
import type { Outcome } from '../../lib/library/case-schema.ts';
import type { RetryWhen } from '../../lib/library/schema.ts';

/** Words of the script, of the library or of the ways, by key. */
export interface WordKey {
  pack: 'script' | 'library' | 'alternatives';
  key: string;
}

export interface EndModel {
  outcome: Outcome;
  /** What the call came to, as far as the laws allow it; null where the case alone speaks. */
  end: string | null;
  /** The one thing to do now: a title (null where the outcome is the title) and what to do. */
  now: { title: WordKey | null; body: WordKey };
  /** The sheet that helps then. */
  opens: Party | null;
  /** Then, in order. */
  later: readonly WordKey[];
  retry: { when: RetryWhen; waitMinutes?: number } | null;
  /** Other ways to pay; never while the money may be gone. */
  ways: readonly WordKey[];
  /** An attempt was advised, so the card asks how it went; or the money is open, and the card asks what was found. */
  asks: readonly Found[];
}

/** What came of an attempt, or of looking: `failed` is an attempt's word, `not-paid` is said by somebody who looked. */
export type Found = 'paid' | 'failed' | 'pending' | 'not-paid';

const LATER = 3;
const WAYS = 3;

/** Steps that an end says already. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  'retry-now-once': ['try-once-now'],
  'retry-after-wait': ['try-once-now', 'wait-then-once'],
  'answer-bank-alert': ['look-bank-trace'],
  'open-own-app-switch': ['turn-on-international-online', 'check-card-settings', 'unlock-card'],
  'raise-limit-own-app': ['raise-bank-limit'],
  'activate-approval': ['enrol-card'],
  'approve-next-try': ['approve-in-bank-app'],
  'fix-card-details': ['retype-card'],
  'use-new-card': ['add-new-card'],
  'top-up-then-retry': ['add-money', 'check-funds'],
  'use-other-card': ['try-other-network-card', 'use-ordinary-card'],
  'use-other-way': ['shop-other-way', 'choose-other-method'],
  'appeal-in-app': ['appeal-restriction'],
  'finish-identity-check': ['verify-identity'],
  'update-document': ['update-passport'],
  'call-hotline': ['contact-alipay'],
  'write-in-chat': ['contact-alipay'],
  'pay-new-order': ['new-order', 'back-to-shop'],
};

const TALK: Readonly<Record<Party, string>> = { bank: 'call-bank', alipay: 'talk-alipay', shop: 'show-shop' };

const script = (key: string): WordKey => ({ pack: 'script', key });
const stepKey = (id: string): WordKey => ({ pack: 'library', key: `steps.${id}` });

/** What the end of a call shows. Pure and total. */
export function endModel(graph: ScriptGraph, end: string, answer: CaseAnswer, data: CaseData): EndModel {
  return answer.outcome === 'not-paid' ? unpaid(graph, end, answer, data) : mayBeGone(graph, end, answer);
}

/** The case speaks first. What the call came to stands behind it only where it is about the money. */
function mayBeGone(graph: ScriptGraph, end: string, answer: CaseAnswer): EndModel {
  const lawful = lawfulEnd(graph, end, { outcome: answer.outcome, changed: false });
  const about = graph.ends[lawful];
  const [first, ...rest] = answer.steps;
  const isTalk = lawful !== end || about?.money ? null : about;
  return {
    outcome: answer.outcome,
    end: lawful,
    now: { title: null, body: stepKey(first!) },
    // The talk that asks what became of the payment stays; an end that offers anything does not come here.
    opens: about?.opens ?? null,
    // Somebody who asked for a code must be hung up on whatever else is to do, so the call's word comes first.
    later: [...(isTalk ? [script(`end.${lawful}.body`)] : []), ...rest.slice(0, LATER).map(stepKey)],
    retry: null,
    ways: [],
    asks: answer.outcome === 'paid' ? [] : ['paid', 'pending', 'not-paid'],
  };
}

function unpaid(graph: ScriptGraph, end: string, answer: CaseAnswer, data: CaseData): EndModel {
  const { changed } = answer.money;
  const lawful = lawfulEnd(graph, end, { outcome: 'not-paid', changed });
  const about = Object.hasOwn(graph.ends, lawful) ? graph.ends[lawful]! : {};
  const said = new Set(SAME[lawful] ?? []);
  const opens = about.opens ?? null;
  const isSaid = (id: string): boolean => {
    const action = data.steps[id]?.action;
    // The talk was just held, and the one that comes next has its button. Writing is not talking.
    if ((action === TALK[graph.party] && !id.endsWith('-in-writing')) || (opens && action === TALK[opens])) return true;
    return said.has(id) || (action === 'retry' && about.offers === 'attempt');
  };
  const later = answer.steps.filter((id) => !isSaid(id)).slice(0, LATER);
  const asksAnAttempt = about.offers !== undefined || changed;
  return {
    outcome: 'not-paid',
    end: lawful,
    now: { title: script(`end.${lawful}`), body: script(`end.${lawful}.body`) },
    opens,
    later: later.map(stepKey),
    // "Try once" is said by the end itself; the case's word stands where the end says nothing of it.
    retry: about.offers === 'attempt' ? null : answer.retry,
    ways: answer.ways.slice(0, WAYS).map(({ id }) => ({ pack: 'alternatives', key: `way.${id}` })),
    asks: asksAnAttempt ? ['paid', 'failed', 'pending'] : [],
  };
}
