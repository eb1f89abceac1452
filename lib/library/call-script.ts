/**
 * What the call sheet's script looks like: three graphs (bank, Alipay support, shop) in `call-script.json`. A node is one
 * card: a line to say and the answers the other side may give; every answer leads somewhere. The words are in script.json of
 * each locale (`say.<node>`, `note.<node>`, `answer.<id>`, `end.<outcome>`, `topic.<id>`).
 *
 * Only types of this file reach shipped code; the schema and `checkGraph` run at build time and in tests.
 */
import { z } from 'zod';
import { PARTIES, type Party } from '../messages.ts';
import { diagnosisId } from './schema.ts';
import { isoDate, slug } from './shapes.ts';

const party = z.enum(PARTIES);

/**
 * Targets of an answer that are no nodes. `next-topic`: the next topic of the plan that was not asked yet, then the closing
 * one; `closing`: the closing topic at once; `resume`: back to the card where the interruption came; `finish`: the end that
 * an earlier answer chose (only after the farewell).
 */
export const MOVES = ['next-topic', 'closing', 'resume', 'finish'] as const;

/**
 * Facts a line can add: the card's last four digits, the amount (with the home currency where known), the time, the names a bank
 * can search for, and the code on the page.
 */
export const ADDS = ['card', 'amount', 'time', 'names', 'code'] as const;

/** What an end offers, for the law of never twice: a new attempt, another card, another way to pay. */
export const OFFERS = ['attempt', 'card', 'way'] as const;

export const scriptAnswer = z
  .strictObject({
    /** Words under `answer.<id>`; `next` is the plain Next button. */
    id: slug,
    /** A node, or one of MOVES. */
    to: slug.optional(),
    /** A topic's card; the next topic of the plan where it was asked already. */
    topic: slug.optional(),
    /** An outcome: the call ends there, after the farewell card. */
    end: slug.optional(),
    /** Skip the farewell: the call is broken off, or nothing is left to thank for. */
    atOnce: z.literal(true).optional(),
    /** Where it leads instead while nothing told so far changed anything (the graph's `changes`): the law of change. */
    unchanged: z
      .strictObject({ to: slug.optional(), end: slug.optional() })
      .refine((one) => (one.to === undefined) !== (one.end === undefined), 'unchanged has one of to, end')
      .optional(),
    /** Where it leads instead when the same interruption came before in this call. */
    again: slug.optional(),
    /** Topics this answer makes needless to ask. */
    settles: z.array(slug).optional(),
    /** What this answer tells of the cause; ids of `tells` in questions.json where the interview knows them. */
    tells: z.array(slug).optional(),
    /** Diagnoses of decline codes that mean this answer: it is marked when the agent's code points to one of them. */
    fits: z.array(diagnosisId).optional(),
  })
  .refine(
    (one) => [one.to, one.topic, one.end].filter((way) => way !== undefined).length === 1,
    'an answer has one of to, topic, end',
  );

export const scriptNode = z.strictObject({
  /** Label of the card, under `topic.<id>`. */
  topic: slug,
  /** Sentences of fact that follow the line where the fact is known, under `add.<id>`. */
  adds: z.array(z.enum(ADDS)).optional(),
  /** The card has a field for the code that the agent reads out. */
  asks: z.literal('code').optional(),
  answers: z.array(scriptAnswer).min(1),
});

export const scriptGraph = z.strictObject({
  party,
  /** The first card; without one the call starts with its first topic. */
  start: slug.optional(),
  /** Topics and the card that opens each, in the order of a call about an unknown cause. */
  topics: z.record(slug, slug),
  /** The topic that always comes first when it is asked at all: whether the other side sees the payment. */
  first: slug.optional(),
  /** Topics that make sense only at a till, or only in an online shop. */
  places: z.record(slug, z.enum(['shop', 'online'])).optional(),
  /** Tells that change something, so that one more attempt makes sense; the same as `changes` in questions.json. */
  changes: z.array(slug).optional(),
  /** Topics of a call about an unknown cause. */
  usual: z.array(slug).min(1),
  /** Topics that are asked also when the diagnosis does not name them. */
  core: z.array(slug),
  /** Topics of a diagnosis whose own file names none for this party. They are then all that is asked, with the core ones. */
  byDiagnosis: z.partialRecord(diagnosisId, z.array(slug).min(1)).optional(),
  /** Where the topics end: a topic that is always last, or an outcome where there is none. */
  closing: slug.optional(),
  exhausted: slug.optional(),
  /** The card before the closing one while nothing was changed: the last chance to ask for it. */
  plea: slug.optional(),
  /** The card before an end. */
  farewell: slug.optional(),
  /** Interruptions that can come at the start and at any topic; each is offered until its card was seen. Those with `always` are
   *  offered on every card and as often as they come. */
  anytime: z.array(scriptAnswer.safeExtend({ always: z.literal(true).optional() })),
  nodes: z.record(slug, scriptNode),
  /** Concrete next actions, words under `end.<id>` and `end.<id>.body`; `opens` is the sheet that helps then. */
  ends: z.record(
    slug,
    z.strictObject({
      opens: party.optional(),
      /** What it sends the payer to do; none of it while the money may be gone. */
      offers: z.enum(OFFERS).optional(),
      /** It says "try now" of a card as it is: only after something was changed. */
      needsChange: z.literal(true).optional(),
      /** It speaks of money that may be gone. */
      money: z.literal(true).optional(),
    }),
  ),
  /** What is never told to a person, words under `never.<id>`. */
  never: z.array(slug).min(1),
  /** Ids of sources.json behind the order of the questions and the advice of the notes. */
  sources: z.array(slug).min(1),
  checked: isoDate,
});

export const callScript = z.strictObject({
  bank: scriptGraph,
  alipay: scriptGraph,
  shop: scriptGraph,
  /** Facts on how to reach Alipay support; ids of facts.json. */
  support: z.array(slug).min(1),
});

export type { Party };
export type ScriptAnswer = z.infer<typeof scriptAnswer>;
export type ScriptNode = z.infer<typeof scriptNode>;
export type ScriptGraph = z.infer<typeof scriptGraph>;
export type CallScript = z.infer<typeof callScript>;

/** Nodes an answer may lead to, whatever was asked before. Moves that depend on the call give their possible nodes. */
function targets(graph: ScriptGraph, answer: ScriptAnswer): string[] {
  const { unchanged, again, ...plain } = answer;
  if (unchanged || again) return [...targets(graph, plain), ...[unchanged?.to, again].flatMap((id) => id ?? [])];
  if (answer.end !== undefined) return !answer.atOnce && graph.farewell ? [graph.farewell] : [];
  const later = [...Object.values(graph.topics), ...[graph.plea, graph.closing].flatMap((id) => id ?? [])];
  if (answer.topic !== undefined) return [graph.topics[answer.topic] ?? answer.topic, ...later];
  switch (answer.to) {
    case 'next-topic':
      return later;
    case 'closing':
      return [graph.closing ?? 'closing'];
    case 'resume':
    case 'finish':
      return [];
    default:
      return [answer.to!];
  }
}

function reach(
  graph: ScriptGraph,
  from: readonly string[],
  follow: (node: ScriptNode) => readonly string[],
): Set<string> {
  const seen = new Set<string>();
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id) || !graph.nodes[id]) continue;
    seen.add(id);
    open.push(...follow(graph.nodes[id]!));
  }
  return seen;
}

/** A circle of plain node-to-node answers, as its nodes. Topics and interruptions come once each, so they make none. */
function findCircle(graph: ScriptGraph): string[] | null {
  const done = new Set<string>();
  const walk = (id: string, way: readonly string[]): string[] | null => {
    if (way.includes(id)) return [...way.slice(way.indexOf(id)), id];
    if (done.has(id)) return null;
    done.add(id);
    for (const answer of graph.nodes[id]?.answers ?? []) {
      for (const to of [answer.to === 'closing' ? graph.closing : answer.to, answer.unchanged?.to, answer.again]) {
        const circle = to !== undefined && graph.nodes[to] ? walk(to, [...way, id]) : null;
        if (circle) return circle;
      }
    }
    return null;
  };
  for (const id of Object.keys(graph.nodes)) {
    const circle = walk(id, []);
    if (circle) return circle;
  }
  return null;
}

/**
 * What is wrong with a graph, one sentence each, none when it is sound: names that do not exist, cards nobody can reach,
 * circles, cards from which no end can be reached, ends nobody reaches, moves that make no sense where they stand.
 * Takes a graph that fits the schema; never throws.
 */
export function checkGraph(graph: ScriptGraph): string[] {
  const problems: string[] = [];
  const node = (id: string | undefined, where: string) => {
    if (id !== undefined && !graph.nodes[id]) problems.push(`${where}: there is no node '${id}'`);
  };
  node(graph.start, 'start');
  node(graph.closing, 'closing');
  node(graph.farewell, 'farewell');
  node(graph.plea, 'plea');
  for (const id of [graph.first, ...Object.keys(graph.places ?? {})])
    if (id !== undefined && !graph.topics[id]) problems.push(`first or places: there is no topic '${id}'`);
  for (const [id, entry] of Object.entries(graph.topics)) node(entry, `topic ${id}`);
  for (const id of [...graph.usual, ...graph.core, ...Object.values(graph.byDiagnosis ?? {}).flat()]) {
    if (!graph.topics[id]) problems.push(`usual, core or byDiagnosis: there is no topic '${id}'`);
  }
  if ((graph.closing === undefined) === (graph.exhausted === undefined))
    problems.push('a graph has either closing or exhausted');
  if (graph.exhausted !== undefined && !graph.ends[graph.exhausted])
    problems.push(`exhausted: there is no end '${graph.exhausted}'`);

  const ends = new Set<string>(graph.exhausted === undefined ? [] : [graph.exhausted]);
  const everywhere: [string, readonly ScriptAnswer[]][] = [
    ['anytime', graph.anytime],
    ...Object.entries(graph.nodes).map(([id, one]) => [id, one.answers] as [string, ScriptAnswer[]]),
  ];
  for (const [where, answers] of everywhere) {
    if (answers.length === 0 && where !== 'anytime') problems.push(`${where}: a dead end, no answer leads on`);
    const ids = answers.map((one) => one.id);
    for (const id of new Set(ids.filter((one, at) => ids.indexOf(one) !== at)))
      problems.push(`${where}: two answers '${id}'`);
    for (const answer of answers) {
      const at = `${where}, answer ${answer.id}`;
      node(answer.unchanged?.to, at);
      node(answer.again, at);
      for (const topic of answer.settles ?? [])
        if (!graph.topics[topic]) problems.push(`${at}: there is no topic '${topic}' to settle`);
      if (answer.unchanged?.end !== undefined) {
        ends.add(answer.unchanged.end);
        if (!graph.ends[answer.unchanged.end]) problems.push(`${at}: there is no end '${answer.unchanged.end}'`);
      }
      if (answer.end !== undefined) {
        ends.add(answer.end);
        if (!graph.ends[answer.end]) problems.push(`${at}: there is no end '${answer.end}'`);
      } else if (answer.topic !== undefined) {
        if (!graph.topics[answer.topic]) problems.push(`${at}: there is no topic '${answer.topic}'`);
      } else if (answer.to === 'closing' && graph.closing === undefined)
        problems.push(`${at}: the graph has no closing topic`);
      else if ((answer.to === 'finish') !== (where === graph.farewell))
        problems.push(`${at}: finish belongs to the farewell, and only there`);
      else if (!(MOVES as readonly string[]).includes(answer.to!)) node(answer.to, at);
      if (where === 'anytime' && (answer.to === undefined || !graph.nodes[answer.to]))
        problems.push(`${at}: an interruption leads to a node of its own`);
    }
  }
  for (const id of Object.keys(graph.ends)) if (!ends.has(id)) problems.push(`end ${id}: no answer leads to it`);

  const follow = (one: ScriptNode) => one.answers.flatMap((answer) => targets(graph, answer));
  const interruptions = graph.anytime.flatMap((one) => [one.to, one.again].flatMap((id) => id ?? []));
  const reached = reach(
    graph,
    [...(graph.start ? [graph.start] : []), ...Object.values(graph.topics), ...interruptions],
    follow,
  );
  for (const id of Object.keys(graph.nodes)) if (!reached.has(id)) problems.push(`node ${id}: nobody can reach it`);

  const uninterrupted = reach(
    graph,
    [...(graph.start ? [graph.start] : []), ...Object.values(graph.topics), ...(graph.closing ? [graph.closing] : [])],
    (one) => one.answers.flatMap((answer) => (answer.to ? targets(graph, answer) : [])),
  );
  for (const id of uninterrupted) {
    if (graph.nodes[id]!.answers.some((one) => one.to === 'resume'))
      problems.push(`node ${id}: resume without an interruption`);
  }
  const circle = findCircle(graph);
  if (circle) problems.push(`a circle: ${circle.join(' > ')}`);

  const leaves = (one: ScriptNode) => one.answers.some((answer) => answer.end !== undefined || answer.to === 'finish');
  for (const id of reached) {
    if (![...reach(graph, [id], follow)].some((one) => leaves(graph.nodes[one]!)) && graph.exhausted === undefined)
      problems.push(`node ${id}: no end can be reached from it`);
  }
  return problems;
}
