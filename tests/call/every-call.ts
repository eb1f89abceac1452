/**
 * Every call that there can be, followed to its end. Places from which a call can only go on alike are walked once; what is told
 * counts as far as it speaks of the money or of a change, because the laws ask for nothing else.
 */
import type { CaseData } from '../../lib/case/case-data.ts';
import { isDetour } from '../../lib/call/course.ts';
import {
  answerCall,
  beginCall,
  currentNode,
  LONG_CALL,
  MAX_STEPS,
  progressOf,
  type CallPlan,
  type CallProgress,
} from '../../lib/call/script.ts';

/** One way to end a call: the end with what was told on the way. */
export interface Ended {
  end: string;
  told: readonly string[];
  answers: readonly string[];
}

export interface Walk {
  nodes: Set<string>;
  ends: Map<string, Ended>;
  places: number;
  longest: number;
}

/** What is wrong on the way of a call, for tests that follow millions: `expect` would take minutes. */
export function must(right: boolean, what: string): asserts right {
  if (!right) throw new Error(what);
}

/** What was told, as far as it counts for the money or for a change. */
function marksTold(progress: CallProgress, data: CaseData): string[] {
  const marks = progress.path.flatMap((step) =>
    step.tells.flatMap((id) => {
      const { money, looked, changes, failed } = data.tellMarks[id] ?? {};
      return money ?? looked ?? (changes ? 'changes' : failed ? 'failed' : []);
    }),
  );
  return marks.filter((one, at) => marks.indexOf(one) === at || one !== marks[at - 1]);
}

/**
 * Follows every answer from the start to the ends, with at most `interruptions` of them on the way (one that was made returns to
 * its card, ends the call or goes on as an answer would, so more of them open no new place).
 */
export function walkCalls(plan: CallPlan, data: CaseData, interruptions: number): Walk {
  const { graph } = plan;
  const walk: Walk = { nodes: new Set(), ends: new Map(), places: 0, longest: 0 };
  const once = new Set(['start', ...Object.values(graph.topics), graph.plea, graph.closing, graph.farewell]);
  const known = new Set<string>();
  const open: { progress: CallProgress; left: number }[] = [{ progress: beginCall(plan), left: interruptions }];
  for (let one = open.pop(); one; one = open.pop()) {
    const { progress, left } = one;
    const { path } = progress;
    const card = currentNode(plan, progress);
    const marks = marksTold(progress, data);
    walk.longest = Math.max(walk.longest, path.length);
    must(path.length < MAX_STEPS, `${card.id}: after ${MAX_STEPS} steps the call goes on`);
    const { step, of } = progressOf(plan, progress);
    must(step > 0 && step <= of, `${card.id}: step ${step} of ${of}`);
    if (card.outcome !== null) {
      must(step === of && Object.hasOwn(graph.ends, card.outcome), `${card.id} is an end`);
      const key = [card.outcome, ...marks].join(' ');
      if (!walk.ends.has(key))
        walk.ends.set(key, {
          end: card.outcome,
          told: path.flatMap(({ tells }) => tells),
          answers: path.map(({ answer }) => answer),
        });
      continue;
    }
    walk.nodes.add(card.id);
    const detour = isDetour(graph, card.id);
    const back = path.findLast((taken) => graph.anytime.some(({ id }) => id === taken.answer));
    const seen = [...new Set(path.map(({ to }) => to))].filter((id) => once.has(id));
    // What leads elsewhere the second time.
    const asked = graph.anytime.flatMap(({ id, again }) =>
      again && path.some((taken) => taken.answer === id) ? id : [],
    );
    const key = [
      card.id,
      ...asked,
      Math.min(path.length, LONG_CALL * 2),
      card.id === graph.farewell ? path.findLast(({ end }) => end !== undefined)?.end : '',
      detour ? back?.node : '',
      left,
      ...seen.sort(),
      ...marks,
    ].join(' ');
    if (known.has(key)) continue;
    known.add(key);
    walk.places += 1;
    const ways = [...card.answers, ...(card.next ? [card.next] : [])];
    must(ways.length > 0, `${card.id}: a dead end`);
    for (const answer of ways) {
      const next = answerCall(plan, progress, answer.id);
      must(next !== progress, `${card.id} > ${answer.id} leads nowhere`);
      open.push({ progress: next, left });
    }
    for (const answer of card.interruptions)
      if (left > 0 || (asked.includes(answer.id) && path.length < 4))
        open.push({ progress: answerCall(plan, progress, answer.id), left: Math.max(left - 1, 0) });
  }
  return walk;
}
