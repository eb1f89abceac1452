import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerCall,
  backCall,
  beginCall,
  chooseParty,
  currentNode,
  fitProgress,
  outcomesTold,
  planCall,
  progressOf,
  readProgress,
  topicsFor,
  type CallPlan,
  type CallProgress,
} from '../../lib/advise/call-script.ts';
import { LOCALES, type Words } from '../../lib/i18n/index.ts';
import enWords from '../../lib/i18n/locales/en/script.json';
import zhWords from '../../lib/i18n/locales/zh-CN/script.json';
import json from '../../lib/library/call-script.json';
import { callScript, checkGraph, PARTIES, type ScriptGraph } from '../../lib/library/call-script.ts';

const SCRIPT = callScript.parse(json);
const WORDS: Record<(typeof LOCALES)[number], Words> = { en: enWords, 'zh-CN': zhWords };
const FOLDER = new URL('../../lib/library/diagnoses/', import.meta.url);
const DIAGNOSES = readdirSync(FOLDER).map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Parameters<typeof topicsFor>[1] & object);
const BANK = planCall(SCRIPT.bank, []);

/** Follows answers from the start; fails where a card does not offer one. */
function call(plan: CallPlan, ...answers: string[]): CallProgress {
  return answers.reduce((progress, answer) => {
    const next = answerCall(plan, progress, answer);
    expect(next, `${currentNode(plan, progress).id} offers ${answer}`).not.toBe(progress);
    return next;
  }, beginCall(plan));
}
const cardAfter = (plan: CallPlan, ...answers: string[]) => currentNode(plan, call(plan, ...answers));

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

/** A length of path from which on the course of a call does not depend on it any more. */
const LONG = 9;

/** Follows every answer from the start to the ends. Places from which a call can only go on alike are walked once. */
function walk(plan: CallPlan, interrupted: boolean, ends: Set<string>, nodes: Set<string>): Walked {
  const { graph } = plan;
  const interruptions = new Map(graph.anytime.map((one) => [one.id, one.to!]));
  const stations = new Set([plan.start, ...Object.values(graph.topics), graph.closing, graph.farewell]);
  const once = new Set([...stations, ...interruptions.values()]);
  const finals = new Map<string, boolean>();
  /** Whether only ends can follow on a card, so that what was asked before does not matter. */
  const isFinal = (id: string): boolean => {
    if (!finals.has(id)) finals.set(id, !stations.has(id) && graph.nodes[id]!.answers.every(({ end, to }) => end !== undefined || (to !== undefined && to in graph.nodes && isFinal(to))));
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
    const key = [card.id, Math.min(path.length, LONG), end, stations.has(card.id) ? '' : interruption?.node, ...seen].join(' ');
    const before = known.get(key);
    if (before) return before;
    const result: Walked = { ways: 0, longest: 0 };
    for (const answer of [...card.answers, ...(card.next ? [card.next] : []), ...(interrupted ? card.interruptions : [])]) {
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

describe('the graphs', () => {
  it.each(PARTIES)('%s is sound', (party) => {
    expect(checkGraph(SCRIPT[party])).toEqual([]);
  });

  const broken: [string, RegExp, (graph: ScriptGraph) => void][] = [
    ['a missing node', /there is no node 'nowhere'/, (g) => void (g.nodes['see-attempt']!.answers[0] = { id: 'sees-declined', to: 'nowhere' })],
    ['a missing topic', /there is no topic 'nothing'/, (g) => void (g.nodes['see-attempt']!.answers[0] = { id: 'sees-declined', topic: 'nothing' })],
    ['a missing end', /there is no end 'never'/, (g) => void (g.nodes['approved']!.answers[0] = { id: 'money-taken', end: 'never' })],
    ['a missing usual topic', /usual, core or byDiagnosis: there is no topic 'lost'/, (g) => void g.usual.push('lost')],
    ['a card nobody reaches', /node lonely: nobody can reach it/, (g) => void (g.nodes['lonely'] = { topic: 'funds', answers: [{ id: 'next', to: 'next-topic' }] })],
    ['an end nobody reaches', /end far-away: no answer leads to it/, (g) => void (g.ends['far-away'] = {})],
    ['a circle', /a circle: .*speak-slowly/, (g) => void (g.nodes['speak-slowly']!.answers[0] = { id: 'will-speak-slowly', to: 'interpreter' })],
    ['a circle through the closing topic', /a circle: .*try-now/, (g) => void (g.nodes['try-now']!.answers[0] = { id: 'payment-went-through', to: 'closing' })],
    ['a dead end', /funds: a dead end/, (g) => void (g.nodes['funds']!.answers = [])],
    ['resume without an interruption', /node approved: resume without an interruption/, (g) => void (g.nodes['approved']!.answers[0] = { id: 'money-taken', to: 'resume' })],
    ['finish outside the farewell', /finish belongs to the farewell/, (g) => void (g.nodes['approved']!.answers[0] = { id: 'money-taken', to: 'finish' })],
    ['the same answer twice', /funds: two answers 'next'/, (g) => void g.nodes['funds']!.answers.push({ id: 'next', to: 'next-topic' })],
    ['no way out of the topics', /either closing or exhausted/, (g) => void delete g.closing],
  ];
  it.each(broken)('%s is found', (_name, message, harm) => {
    const graph = structuredClone(SCRIPT.bank);
    harm(graph);
    expect(checkGraph(graph).join('\n')).toMatch(message);
  });

  it('an answer has exactly one way on', () => {
    const graph = structuredClone(json) as unknown as { bank: ScriptGraph };
    graph.bank.nodes['funds']!.answers[0]!.topic = 'limits';
    expect(callScript.safeParse(graph).success).toBe(false);
  });

  it('cites sources that exist', () => {
    const sources = JSON.parse(readFileSync(new URL('../../lib/library/sources.json', import.meta.url), 'utf8')) as object;
    const facts = JSON.parse(readFileSync(new URL('../../lib/library/facts.json', import.meta.url), 'utf8')) as { id: string }[];
    for (const party of PARTIES) for (const id of SCRIPT[party].sources) expect(sources).toHaveProperty([id]);
    for (const id of SCRIPT.support) expect(facts.map((one) => one.id)).toContain(id);
  });

  it('names no bank telephone number anywhere', () => {
    const text = LOCALES.map((one) => Object.values(WORDS[one]).join(' ')).join(' ') + JSON.stringify(json);
    expect(text).not.toMatch(/\+?\d[\d ()-]{6,}\d(?!-\d)/);
  });
});

describe('the words', () => {
  const wanted = PARTIES.flatMap((party) => {
    const { nodes, ends, anytime, never } = SCRIPT[party];
    const answers = [...anytime, ...Object.values(nodes).flatMap((node) => node.answers)];
    return [
      ...Object.entries(nodes).flatMap(([id, node]) => [`say.${id}`, `note.${id}`, `topic.${node.topic}`]),
      ...answers.map((one) => `answer.${one.id}`),
      ...Object.keys(ends).flatMap((id) => [`end.${id}`, `end.${id}.body`]),
      ...never.map((id) => `never.${id}`),
    ];
  });

  it.each(LOCALES)('%s has every sentence of the script, and none left over', (locale) => {
    const words = WORDS[locale];
    expect(wanted.filter((key) => !words[key])).toEqual([]);
    const needed = new Set([...wanted, 'topic.end']);
    expect(Object.keys(words).filter((key) => /^(say|note|topic|answer|end|never)\./.test(key) && !needed.has(key))).toEqual([]);
  });

  it('both languages have the same keys in the same order, with the same slots', () => {
    expect(Object.keys(zhWords)).toEqual(Object.keys(enWords));
    const slots = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const [key, text] of Object.entries(enWords)) expect(slots((zhWords as Words)[key]!), key).toEqual(slots(text));
  });
});

describe('every call', () => {
  const plans = new Map<string, CallPlan>();
  for (const party of PARTIES) {
    for (const diagnosis of [null, ...DIAGNOSES]) {
      const plan = planCall(SCRIPT[party], topicsFor(SCRIPT[party], diagnosis));
      plans.set(`${party}: ${plan.topics.join(', ')}`, plan);
    }
  }

  it('starts at a plan for each of the diagnoses', () => {
    expect(DIAGNOSES).toHaveLength(28);
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
});

describe('planCall', () => {
  it('asks what the diagnosis names first, then the core', () => {
    expect(planCall(SCRIPT.bank, ['funds', 'limits', 'when-retry']).topics).toEqual(['funds', 'limits', 'see-attempt', 'read-code', 'fraud-hold']);
  });
  it('asks the usual questions when nothing is known', () => {
    expect(BANK.topics).toEqual(SCRIPT.bank.usual);
    expect(planCall(SCRIPT.bank, ['no-such-topic', 'constructor']).topics).toEqual(SCRIPT.bank.usual);
  });
  it('is trimmed and the same each time', () => {
    const all = Object.keys(SCRIPT.bank.topics);
    expect(planCall(SCRIPT.bank, [...all, ...all]).topics).toEqual(all.slice(0, 8));
    expect(planCall(SCRIPT.bank, ['limits'])).toEqual(planCall(SCRIPT.bank, ['limits']));
  });
  it('starts a shop card with what the diagnosis needs', () => {
    const topics = topicsFor(SCRIPT.shop, { id: 'already-paid', script: [] });
    expect(planCall(SCRIPT.shop, topics)).toMatchObject({ start: 'shop-check-paid', topics: ['check-paid'] });
  });
  it('never offers a new payment to a shop that may have been paid', () => {
    for (const id of ['already-paid', 'outcome-unknown'] as const) {
      const ends = new Set<string>();
      walk(planCall(SCRIPT.shop, topicsFor(SCRIPT.shop, { id, script: [] })), true, ends, new Set());
      expect([...ends].sort()).toEqual(['check-before-paying', 'done-paid']);
    }
  });
  it('takes the script of the file before the graph’s own', () => {
    expect(topicsFor(SCRIPT.alipay, { id: 'identity-unverified', script: ['limits', 'funds'] })).toEqual(['limits']);
    expect(topicsFor(SCRIPT.alipay, { id: 'identity-unverified', script: [] })).toEqual(['identity']);
    expect(topicsFor(SCRIPT.bank, null)).toEqual([]);
  });
});

describe('the course of a call', () => {
  it('goes from the opening to the reason the bank names and to one try', () => {
    const plan = planCall(SCRIPT.bank, ['see-attempt', 'read-code', 'fraud-hold', 'limits']);
    const answers = ['next', 'sees-declined', 'reason-limit', 'limit-raised', 'try-now', 'cannot-stay', 'next'];
    const progress = call(plan, ...answers);
    expect(progress.path.map((step) => step.to)).toEqual(['see-attempt', 'read-code', 'limits', 'when-retry', 'try-now', 'reference', 'end-retry-now-once']);
    expect(currentNode(plan, progress)).toMatchObject({ outcome: 'retry-now-once', answers: [], next: null });
    expect(outcomesTold(progress)).toEqual(['bank-saw-attempt', 'bank-limit', 'bank-lifted']);
  });

  it('asks a topic the plan left out when it is the reason', () => {
    expect(cardAfter(planCall(SCRIPT.bank, ['see-attempt']), 'next', 'sees-declined', 'reason-funds').id).toBe('funds');
  });

  it('sends to Alipay when the bank has nothing on file', () => {
    const plan = planCall(SCRIPT.bank, []);
    const progress = call(plan, 'next', 'sees-nothing', 'still-nothing', 'card-is-open', 'next');
    expect(currentNode(plan, progress)).toMatchObject({ outcome: 'go-to-alipay', opens: 'alipay' });
    expect(outcomesTold(progress)).toEqual(['bank-saw-nothing']);
  });

  it.each([
    ['cannot-discuss', 'card-can-pay', 'when-retry'],
    ['must-verify', 'verified', 'see-attempt'],
    ['call-alipay', 'still-nothing', 'reference'],
    ['shop-must-fix', 'shop-refused', 'reference'],
    ['wait-24-hours', 'opened-sooner', 'when-retry'],
    ['cannot-lift', 'connected', 'see-attempt'],
    ['other-department', 'connected', 'see-attempt'],
    ['will-call-back', 'goes-on-now', 'see-attempt'],
    ['asks-for-code', 'checks-otherwise', 'see-attempt'],
  ])('%s is answered, then %s leads to %s', (interruption, answer, node) => {
    expect(cardAfter(BANK, 'next', interruption, answer).id).toBe(node);
  });

  it('breaks off at once when somebody insists on a code', () => {
    expect(cardAfter(BANK, 'next', 'asks-for-code', 'insists-on-code').outcome).toBe('hang-up-call-again');
  });

  it('offers an interruption until its card was seen, and only where one is asked', () => {
    expect(cardAfter(BANK, 'next').interruptions.map((one) => one.id)).toContain('must-verify');
    expect(cardAfter(BANK, 'next', 'must-verify').interruptions).toEqual([]);
    expect(cardAfter(BANK, 'next', 'must-verify', 'verified').interruptions.map((one) => one.id)).not.toContain('must-verify');
    const asked = cardAfter(BANK, 'next', 'call-alipay', 'found-now').interruptions.map((one) => one.id);
    expect(asked).not.toContain('call-alipay');
    expect(asked).not.toContain('shop-must-fix');
  });

  it('counts stations: side cards do not move it, a named reason shortens it', () => {
    const at = (...answers: string[]) => progressOf(BANK, call(BANK, ...answers));
    expect(at()).toEqual({ step: 1, of: 11 });
    expect(at('next')).toEqual({ step: 2, of: 11 });
    expect(at('next', 'must-verify')).toEqual({ step: 2, of: 11 });
    expect(at('next', 'sees-declined')).toEqual({ step: 3, of: 11 });
    expect(at('next', 'sees-declined', 'reason-limit')).toEqual({ step: 4, of: 6 });
    expect(at('next', 'sees-declined', 'reason-limit', 'within-limits')).toEqual({ step: 5, of: 11 });
  });

  it('goes back one card, and takes back what that answer told', () => {
    const progress = call(BANK, 'next', 'sees-declined', 'reason-funds');
    expect(currentNode(BANK, backCall(progress)).id).toBe('read-code');
    expect(outcomesTold(backCall(progress))).toEqual(['bank-saw-attempt']);
    expect(backCall(beginCall(BANK))).toEqual(beginCall(BANK));
  });

  it('ignores an answer the card does not have, and changes nothing it is given', () => {
    const progress = call(BANK, 'next');
    const copy = structuredClone(progress);
    expect(answerCall(BANK, progress, 'try-now')).toBe(progress);
    answerCall(BANK, progress, 'sees-nothing');
    expect(progress).toEqual(copy);
  });

  it('chooses the sheet asked for, else the diagnosis’ own, else the bank’s', () => {
    expect(chooseParty('shop', 'alipay')).toBe('shop');
    expect(chooseParty('police', 'alipay')).toBe('alipay');
    expect(chooseParty(null, 'none')).toBe('bank');
    expect(chooseParty(undefined, undefined)).toBe('bank');
  });
});

describe('stored progress', () => {
  it('is read back as it was', () => {
    const progress = call(BANK, 'next', 'must-verify', 'verified', 'sees-declined', 'reason-limit', 'limit-stays', 'some-left');
    expect(readProgress(JSON.parse(JSON.stringify(progress)))).toEqual(progress);
    expect(fitProgress(BANK, progress)).toEqual(progress);
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'bank'],
    ['another party', { party: 'police', path: [] }],
    ['a path of something else', { party: 'bank', path: 'next' }],
    ['too many steps', { party: 'bank', path: Array.from({ length: 21 }, () => ({ node: 'a', answer: 'a', to: 'a', tells: [] })) }],
    ['a step with a strange id', { party: 'bank', path: [{ node: '<b>', answer: 'a', to: 'a', tells: [] }] }],
    ['steps that do not follow', { party: 'bank', path: [{ node: 'a', answer: 'b', to: 'c', tells: [] }, { node: 'd', answer: 'b', to: 'c', tells: [] }] }],
  ])('%s is none', (_name, value) => {
    expect(readProgress(value)).toBeNull();
  });

  it('is total: anything gives null or a progress that every function takes', () => {
    const id = fc.constantFrom('opening', 'see-attempt', 'next', 'reference', 'end-done-paid', 'end-nothing', 'constructor', 'x');
    const step = fc.record({ node: id, answer: id, to: id, tells: fc.array(id, { maxLength: 2 }), end: fc.option(id, { nil: undefined }) });
    const likely = fc.record({ party: fc.constantFrom('bank', 'shop', 'x'), path: fc.array(step, { maxLength: 4 }) });
    fc.assert(
      fc.property(fc.oneof(fc.anything(), likely), (value) => {
        const progress = readProgress(value);
        if (!progress) return;
        const plan = planCall(SCRIPT[progress.party], []);
        expect(currentNode(plan, progress).id).toBeTypeOf('string');
        expect(progressOf(plan, progress).step).toBeGreaterThan(0);
        const fitted = fitProgress(plan, progress);
        expect(fitProgress(plan, fitted)).toEqual(fitted);
      }),
    );
  });

  it('of an older script is kept up to the first card that is no more', () => {
    const progress = call(BANK, 'next', 'sees-declined', 'reason-limit');
    const older = { ...progress, path: progress.path.with(1, { ...progress.path[1]!, answer: 'said-something-old' }) };
    expect(fitProgress(BANK, older).path).toHaveLength(1);
    expect(fitProgress(planCall(SCRIPT.bank, ['funds']), progress).path).toHaveLength(0);
    expect(fitProgress(planCall(SCRIPT.shop, []), progress)).toEqual({ party: 'shop', path: [] });
  });
});
