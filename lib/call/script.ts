/**
 * A call: which cards there are for a diagnosis, what each offers, how far one is. Pure functions over the graph of
 * `library/call-script.json`; what the user did is a plain list of steps that can be stored. Where an answer leads is in
 * `course.ts`.
 */
import type { DiagnosisId } from '../library/schema.ts';
import { PARTIES, type Party } from '../messages.ts';
import type { ScriptAnswer, ScriptGraph, ScriptNode } from '../library/call-script.ts';
import { here, isDetour, isLong, isStation, outcomeOf, seenNodes, targetOf, withoutRepeat } from './course.ts';

export { LONG_CALL } from './course.ts';

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

/** A card to say, with its buttons; `outcome` instead where the call is over. */
export interface CallCard {
  id: string;
  outcome: string | null;
  /** Label id of the card. */
  topic: string;
  adds: NonNullable<ScriptNode['adds']>;
  asksCode: boolean;
  answers: readonly ScriptAnswer[];
  /** Goes on without an answer; null on an end. */
  next: ScriptAnswer | null;
  /** Interruptions that fit here. */
  interruptions: readonly ScriptAnswer[];
  /** The sheet that helps after this outcome. */
  opens: Party | null;
}

/** No call takes more steps than this (the tests walk them all), and no stored one can. */
export const MAX_STEPS = 80;

/** More questions than this nobody answers in one call; what is cut comes back when the agent names it as the reason. */
const MAX_TOPICS = 8;

/** Where one pays: at a till, in an online shop, or not known. */
export type CallPlace = 'shop' | 'online' | 'unknown';

/** The topics of a diagnosis for one party: those its file names, else those the graph keeps for it; none without either. */
export function topicsFor(
  graph: ScriptGraph,
  diagnosis: { id: DiagnosisId; script: readonly string[] } | null,
): readonly string[] {
  if (!diagnosis) return [];
  const named = diagnosis.script.filter((id) => Object.hasOwn(graph.topics, id));
  return named.length > 0 ? named : (graph.byDiagnosis?.[diagnosis.id] ?? []);
}

/**
 * The plan for the topics of a diagnosis: the graph's `first`, then these in their order, then the core ones they leave out; the
 * usual ones where there are none. Topics of another party or of another place are left out; where the place is not known, those
 * that only an online shop has. The same input always gives the same plan.
 */
export function planCall(graph: ScriptGraph, topics: readonly string[], place: CallPlace = 'unknown'): CallPlan {
  const fits = (id: string): boolean => {
    const only = graph.places?.[id];
    return Object.hasOwn(graph.topics, id) && (!only || only === (place === 'unknown' ? 'shop' : place));
  };
  const own = [...new Set(topics)].filter(fits);
  const wanted = own.length > 0 ? [...new Set([...own, ...graph.core])] : graph.usual;
  const sorted = [...wanted.filter((id) => id === graph.first), ...wanted.filter((id) => id !== graph.first)];
  const asked = sorted.filter(fits).slice(0, MAX_TOPICS);
  return { party: graph.party, start: graph.start ?? graph.topics[asked[0]!]!, topics: asked, graph };
}

/** Whether a value names a sheet; for addresses and stored data. */
export function isParty(value: unknown): value is Party {
  return PARTIES.includes(value as Party);
}

/** The sheet to show: the one asked for, else the one of the diagnosis, else the bank's. Takes anything. */
export function chooseParty(asked: unknown, ofDiagnosis: unknown): Party {
  if (isParty(asked)) return asked;
  return isParty(ofDiagnosis) ? ofDiagnosis : 'bank';
}

export function beginCall(plan: CallPlan): CallProgress {
  return { party: plan.party, path: [] };
}

/** The card one is on. A place that is not in the graph (an older version's data) gives the first card. */
export function currentNode(plan: CallPlan, progress: CallProgress): CallCard {
  const id = here(plan, progress);
  const outcome = outcomeOf(plan, id);
  const none = { adds: [], asksCode: false, answers: [], next: null, interruptions: [] };
  if (outcome !== null) return { id, outcome, topic: 'end', ...none, opens: plan.graph.ends[outcome]!.opens ?? null };
  const node = plan.graph.nodes[id]!;
  const seen = seenNodes(plan, progress);
  const station = isStation(plan, id);
  const interruptible = id !== plan.graph.farewell && !isDetour(plan.graph, id);
  return {
    id,
    outcome: null,
    topic: node.topic,
    adds: node.adds ?? [],
    asksCode: node.asks === 'code',
    answers: node.answers.filter((one) => one.id !== 'next'),
    next: node.answers.find((one) => one.id === 'next') ?? null,
    interruptions: interruptible
      ? plan.graph.anytime.filter((one) => one.always || (station && !seen.has(one.to!)))
      : [],
    opens: null,
  };
}

/** The progress after an answer of the present card; unchanged when the card has no such answer. Changes nothing it is given. */
export function answerCall(plan: CallPlan, progress: CallProgress, answerId: string): CallProgress {
  const card = currentNode(plan, progress);
  const answer = [...card.answers, ...(card.next ? [card.next] : []), ...card.interruptions].find(
    (one) => one.id === answerId,
  );
  if (!answer || progress.path.length >= MAX_STEPS) return progress;
  const { to, end } = targetOf(plan, progress, answer);
  const step: CallStep = { node: card.id, answer: answer.id, to, tells: [...(answer.tells ?? [])] };
  if (end !== undefined) step.end = end;
  const path = [...progress.path, step];
  return { ...progress, path: answer.to === 'resume' ? withoutRepeat(plan, path) : path };
}

/** One card back; at the start nothing changes. */
export function backCall(progress: CallProgress): CallProgress {
  return progress.path.length === 0 ? progress : { ...progress, path: progress.path.slice(0, -1) };
}

/**
 * How far one is, in stations: a card and its side cards count once. `of` counts what is still to be asked as the call stands;
 * it shrinks when the bank names the reason itself, and grows again only when that was not the reason after all.
 */
export function progressOf(plan: CallPlan, progress: CallProgress): { step: number; of: number } {
  const { graph } = plan;
  const seen = seenNodes(plan, progress);
  const step = [...seen].filter((id) => isStation(plan, id)).length;
  const leaving = graph.farewell !== undefined && seen.has(graph.farewell);
  if (leaving || outcomeOf(plan, here(plan, progress)) !== null) return { step, of: step };
  const closing = graph.closing !== undefined && seen.has(graph.closing);
  const last = progress.path.findLast((one) => isStation(plan, one.to));
  // Stored progress may name anything, also what every object has ("constructor").
  const named =
    last !== undefined &&
    Object.hasOwn(graph.nodes, last.node) &&
    graph.nodes[last.node]!.answers.some((one) => one.id === last.answer && one.fits !== undefined);
  const topics =
    closing || named || isLong(plan, progress)
      ? 0
      : plan.topics.filter((topic) => !seen.has(graph.topics[topic]!)).length;
  return { step, of: step + topics + (graph.closing && !closing ? 1 : 0) + (graph.farewell ? 1 : 0) };
}

/** What the other side told, each once, in the order told: ids of `tells`. */
export function outcomesTold(progress: CallProgress): string[] {
  return [...new Set(progress.path.flatMap((step) => step.tells))];
}

const isId = (value: unknown): value is string => typeof value === 'string' && /^[a-z0-9][a-z0-9-]{0,59}$/.test(value);

function readStep(value: unknown): CallStep | null {
  if (typeof value !== 'object' || value === null) return null;
  const { node, answer, to, tells, end } = value as Record<string, unknown>;
  if (!isId(node) || !isId(answer) || !isId(to) || !Array.isArray(tells) || tells.length > 6 || !tells.every(isId))
    return null;
  if (end !== undefined && !isId(end)) return null;
  return end === undefined ? { node, answer, to, tells: [...tells] } : { node, answer, to, tells: [...tells], end };
}

/** Reads progress from anything stored. Null when it is none; never throws. */
export function readProgress(value: unknown): CallProgress | null {
  if (typeof value !== 'object' || value === null) return null;
  const { party, path } = value as Record<string, unknown>;
  if (!isParty(party) || !Array.isArray(path) || path.length > MAX_STEPS) return null;
  const steps = path.map(readStep);
  if (steps.some((one) => one === null)) return null;
  const read = steps as CallStep[];
  return read.every((step, at) => at === 0 || read[at - 1]!.to === step.node) ? { party, path: read } : null;
}

/**
 * Stored progress as far as it fits the plan: replays its answers and stops at the first that the graph no longer has, so that
 * an update of the script never leaves one on a card that does not exist.
 */
export function fitProgress(plan: CallPlan, stored: CallProgress | null): CallProgress {
  let fitted = beginCall(plan);
  if (stored?.party !== plan.party) return fitted;
  for (const step of stored.path) {
    const next = answerCall(plan, fitted, step.answer);
    if (here(plan, fitted) !== step.node || next === fitted) break;
    fitted = next;
  }
  return fitted;
}
