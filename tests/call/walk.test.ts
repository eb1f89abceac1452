/** Follows every call that there can be, for every diagnosis and every party, to its end. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  answerCall,
  beginCall,
  currentNode,
  LONG_CALL,
  planCall,
  progressOf,
  topicsFor,
  type CallPlan,
  type CallProgress,
} from '../../lib/call/script.ts';
import json from '../../lib/library/call-script.json';
import { DIAGNOSIS_IDS } from '../../lib/library/diagnosis-ids.ts';
import { PARTIES } from '../../lib/messages.ts';
import { callScript } from '../../lib/library/call-script.ts';

const SCRIPT = callScript.parse(json);
const FOLDER = new URL('../../lib/library/diagnoses/', import.meta.url);
const DIAGNOSES = readdirSync(FOLDER)
  .toSorted()
  .map(
    (name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as NonNullable<Parameters<typeof topicsFor>[1]>,
  );

interface Walked {
  /** Number of ways from here to an end. */
  ways: number;
  /** Steps of the longest of them. */
  longest: number;
}

/** What is wrong on the way of a call, for a test that follows millions: `expect` would take minutes. */
function must(right: boolean, what: string): asserts right {
  if (!right) throw new Error(what);
}

/** Follows every answer from the start to the ends. Places from which a call can only go on alike are walked once. */
function walk(plan: CallPlan, interrupted: boolean, ends: Set<string>, nodes: Set<string>): Walked {
  const { graph } = plan;
  const interruptions = new Map(graph.anytime.map((one) => [one.id, one.to!]));
  const stations = new Set([plan.start, ...Object.values(graph.topics), graph.closing, graph.farewell]);
  const once = new Set([...stations, ...interruptions.values()]);
  const finals = new Map<string, boolean>();
  /** Whether only ends can follow on a card, so that what was asked before does not matter. */
  const isFinal = (id: string): boolean => {
    if (!finals.has(id))
      finals.set(
        id,
        !stations.has(id) &&
          graph.nodes[id]!.answers.every(
            ({ end, to }) => end !== undefined || (to !== undefined && to in graph.nodes && isFinal(to)),
          ),
      );
    return finals.get(id)!;
  };
  const known = new Map<string, Walked>();
  function from(progress: CallProgress): Walked {
    const card = currentNode(plan, progress);
    const { path } = progress;
    const { step, of } = progressOf(plan, progress);
    must(step > 0 && step <= of, `${card.id}: step ${step} of ${of}`);
    if (card.outcome !== null) {
      must(step === of && card.outcome in graph.ends, `${card.id} is an end`);
      ends.add(card.outcome);
      return { ways: 1, longest: 0 };
    }
    nodes.add(card.id);
    const interruption = path.findLast((one) => interruptions.get(one.answer) === one.to);
    const end = card.id === graph.farewell ? path.findLast((one) => one.end)?.end : '';
    const seen = isFinal(card.id) ? [] : [...new Set(path.map((one) => one.to))].filter((id) => once.has(id)).sort();
    const key = [
      card.id,
      Math.min(path.length, LONG_CALL),
      end,
      stations.has(card.id) ? '' : interruption?.node,
      ...seen,
    ].join(' ');
    const before = known.get(key);
    if (before) return before;
    const result: Walked = { ways: 0, longest: 0 };
    for (const answer of [
      ...card.answers,
      ...(card.next ? [card.next] : []),
      ...(interrupted ? card.interruptions : []),
    ]) {
      const next = answerCall(plan, progress, answer.id);
      must(next.path.length === path.length + 1, `${card.id} > ${answer.id} leads somewhere, in at most 20 steps`);
      const below = from(next);
      result.ways += below.ways;
      result.longest = Math.max(result.longest, below.longest + 1);
    }
    must(result.ways > 0, `${card.id} leads on`);
    known.set(key, result);
    return result;
  }
  return from(beginCall(plan));
}

describe('every call', () => {
  const plans = new Map<string, CallPlan>();
  for (const party of PARTIES) {
    for (const diagnosis of [null, ...DIAGNOSES]) {
      const plan = planCall(SCRIPT[party], topicsFor(SCRIPT[party], diagnosis));
      plans.set(`${party}: ${plan.topics.join(', ')}`, plan);
    }
  }

  it('starts at a plan for each of the diagnoses', () => {
    expect(DIAGNOSES.map((one) => one.id)).toEqual(DIAGNOSIS_IDS);
    expect(plans.size).toBeGreaterThan(12);
  });

  const reached = { bank: new Set<string>(), alipay: new Set<string>(), shop: new Set<string>() };
  const ended = { bank: new Set<string>(), alipay: new Set<string>(), shop: new Set<string>() };
  it.each([...plans])('%s: ends, without a loop or a dead end, in at most 20 steps', (name, plan) => {
    const plain = walk(plan, false, ended[plan.party], reached[plan.party]);
    const whole = walk(plan, true, ended[plan.party], reached[plan.party]);
    const { nodes, ends } = plan.graph;
    console.info(
      `${name}: ${Object.keys(nodes).length} nodes, ${Object.keys(ends).length} ends, ${plain.ways} paths (longest ${plain.longest}), ` +
        `with interruptions ${whole.ways.toPrecision(3)} paths (longest ${whole.longest})`,
    );
    expect(whole.longest).toBeLessThanOrEqual(20);
  });

  it('the walks have seen every card and every end', () => {
    for (const party of PARTIES) {
      expect([...reached[party]].sort()).toEqual(Object.keys(SCRIPT[party].nodes).sort());
      expect([...ended[party]].sort()).toEqual(Object.keys(SCRIPT[party].ends).sort());
    }
  });

  it('never offers a new payment to a shop that may have been paid', () => {
    for (const id of ['already-paid', 'outcome-unknown'] as const) {
      const ends = new Set<string>();
      walk(planCall(SCRIPT.shop, topicsFor(SCRIPT.shop, { id, script: [] })), true, ends, new Set());
      expect([...ends].sort()).toEqual(['check-before-paying', 'done-paid']);
    }
  });
});
