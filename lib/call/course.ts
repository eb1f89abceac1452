/**
 * Where an answer leads. The call always ends: a topic is asked once, plain answers make no circle (`checkGraph`), an
 * interruption without `always` comes once, and one with `always` returns to its card and leaves one trace in the path, however
 * often it comes (`withoutRepeat`).
 */
import type { ScriptAnswer, ScriptGraph } from '../library/call-script.ts';
import type { CallPlan, CallProgress, CallStep } from './script.ts';

const END = 'end-';
/** After so many steps, interruptions aside, no new topic is begun: both sides lose patience. */
export const LONG_CALL = 9;

/** The outcome that a place of the graph stands for, or null. */
export function outcomeOf(plan: CallPlan, id: string): string | null {
  const outcome = id.startsWith(END) ? id.slice(END.length) : '';
  return Object.hasOwn(plan.graph.ends, outcome) ? outcome : null;
}

/** The place one is at. One that is not in the graph (an older version's data) gives the first card. */
export function here(plan: CallPlan, progress: CallProgress): string {
  const id = progress.path.at(-1)?.to ?? plan.start;
  return Object.hasOwn(plan.graph.nodes, id) || outcomeOf(plan, id) !== null ? id : plan.start;
}

/** The answer of the graph that a step took. */
function answerOf(graph: ScriptGraph, step: CallStep): ScriptAnswer | undefined {
  const node = Object.hasOwn(graph.nodes, step.node) ? graph.nodes[step.node]! : undefined;
  return [...(node?.answers ?? []), ...graph.anytime].find((one) => one.id === step.answer);
}

/** The cards that were seen, with those that an answer made needless. */
export function seenNodes(plan: CallPlan, progress: CallProgress): Set<string> {
  const { graph } = plan;
  const seen = new Set([plan.start, ...progress.path.map((step) => step.to)]);
  for (const step of progress.path)
    for (const topic of answerOf(graph, step)?.settles ?? []) seen.add(graph.topics[topic]!);
  return seen;
}

/** The cards that count as a station of the call: the start, topics, the closing one, the farewell. */
export function isStation(plan: CallPlan, id: string): boolean {
  const { graph } = plan;
  return id === plan.start || id === graph.closing || id === graph.farewell || Object.values(graph.topics).includes(id);
}

/** Whether a card belongs to an interruption: it goes back to where the call was. */
export function isDetour(graph: ScriptGraph, id: string): boolean {
  return (
    graph.anytime.some((one) => one.to === id || one.again === id) ||
    (Object.hasOwn(graph.nodes, id) && graph.nodes[id]!.answers.some((one) => one.to === 'resume'))
  );
}

const isInterruption = (graph: ScriptGraph, step: CallStep): boolean =>
  graph.anytime.some((one) => one.id === step.answer && (one.to === step.to || one.again === step.to));

/** Whether the call has gone on for long, interruptions aside. */
export function isLong({ graph }: CallPlan, { path }: CallProgress): boolean {
  return path.filter((step) => !isInterruption(graph, step) && !isDetour(graph, step.node)).length >= LONG_CALL;
}

/** Whether something was changed in this call since the last attempt that failed. */
export function isChanged({ graph }: CallPlan, { path }: CallProgress): boolean {
  const told = path.flatMap((step) => step.tells);
  const last = Math.max(...(graph.changes ?? []).map((id) => told.lastIndexOf(id)), -1);
  return last > told.lastIndexOf('retry-failed');
}

function afterTopics(plan: CallPlan, progress: CallProgress, seen: ReadonlySet<string>): string {
  const { plea, closing, exhausted } = plan.graph;
  if (plea !== undefined && !seen.has(plea) && !isChanged(plan, progress)) return plea;
  return closing ?? END + exhausted;
}

function nextTopic(plan: CallPlan, progress: CallProgress, seen: ReadonlySet<string>): string {
  const left = isLong(plan, progress)
    ? undefined
    : plan.topics.map((topic) => plan.graph.topics[topic]!).find((node) => !seen.has(node));
  return left ?? afterTopics(plan, progress, seen);
}

/** The end that the call is heading for, and the card or end that an answer leads to. */
export function targetOf(plan: CallPlan, before: CallProgress, answer: ScriptAnswer): { to: string; end?: string } {
  const { graph } = plan;
  // What this answer tells counts for where it leads.
  const step: CallStep = { node: here(plan, before), answer: answer.id, to: '', tells: [...(answer.tells ?? [])] };
  const progress: CallProgress = { ...before, path: [...before.path, step] };
  const seen = seenNodes(plan, progress);
  const away = answer.unchanged && !isChanged(plan, progress) ? answer.unchanged : answer;
  if (away.end !== undefined) {
    const atOnce = answer.atOnce || !graph.farewell || seen.has(graph.farewell);
    return { to: atOnce ? END + away.end : graph.farewell!, end: away.end };
  }
  if (away === answer && answer.topic !== undefined) {
    const node = graph.topics[answer.topic]!;
    return { to: seen.has(node) ? nextTopic(plan, progress, seen) : node };
  }
  if (answer.again !== undefined && before.path.some((one) => one.answer === answer.id)) return { to: answer.again };
  switch (away.to) {
    case 'next-topic':
      return { to: nextTopic(plan, progress, seen) };
    case 'closing':
      return { to: afterTopics(plan, progress, seen) };
    case 'resume':
      return { to: before.path.findLast((one) => isInterruption(graph, one))?.node ?? plan.start };
    case 'finish':
      return { to: END + (before.path.findLast((one) => one.end !== undefined)?.end ?? Object.keys(graph.ends)[0]!) };
    default:
      return { to: away.to! };
  }
}

/**
 * The path when an interruption has returned to its card. One that came before in the same call leaves no second trace, so that
 * an agent may hold, verify and transfer as often as they like and the path still has an end.
 */
export function withoutRepeat({ graph }: CallPlan, path: readonly CallStep[]): CallStep[] {
  const start = path.findLastIndex((step) => isInterruption(graph, step));
  const back = path.at(-1);
  if (start < 0 || back === undefined || back.to !== path[start]!.node) return [...path];
  const earlier = path.slice(0, start);
  const tellsAgain = path
    .slice(start)
    .every(({ tells }) => tells.every((id) => earlier.some((one) => one.tells.includes(id))));
  return tellsAgain && earlier.some((step) => step.answer === path[start]!.answer) ? earlier : [...path];
}
