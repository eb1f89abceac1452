/** Whether a graph of the call sheet is sound: every answer leads on, every card can be reached, and every call can end. */
import { MOVES, type ScriptAnswer, type ScriptGraph, type ScriptNode } from './call-script.ts';

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
