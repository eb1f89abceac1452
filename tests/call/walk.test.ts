/** Follows every call that there can be, for every diagnosis, party and place, to its end, and asks the laws about each end. */
import { describe, expect, it } from 'vitest';
import { answerCase } from '../../lib/case/answer.ts';
import type { Evidence } from '../../lib/case/evidence.ts';
import { LOCALES } from '../../lib/i18n/index.ts';
import { lawfulEnd } from '../../lib/call/end.ts';
import { linesOf, type Tongue } from '../../lib/call/lines.ts';
import {
  answerCall,
  beginCall,
  currentNode,
  planCall,
  topicsFor,
  type CallPlan,
  type CallPlace,
  type CallProgress,
} from '../../lib/call/script.ts';
import en from '../../lib/i18n/locales/en/script.json';
import zh from '../../lib/i18n/locales/zh-CN/script.json';
import json from '../../lib/library/call-script.json';
import { callScript } from '../../lib/library/call-script.ts';
import { PARTIES } from '../../lib/messages.ts';
import { caseOf } from '../case/every-evidence.ts';
import { shippedCase as data } from '../case/shipped-case.ts';
import { must, walkCalls, type Walk } from './every-call.ts';

const SCRIPT = callScript.parse(json);
const DIAGNOSES = Object.values(data.library.diagnoses);
const PLACES: readonly CallPlace[] = ['unknown', 'shop', 'online'];
const TONGUES: readonly Tongue[] = LOCALES.map((tag) => ({ tag, words: tag === 'en' ? en : zh }));

/** A plan with the diagnoses it is made for. */
interface Planned {
  plan: CallPlan;
  diagnoses: (typeof DIAGNOSES)[number][];
  /** The plan of a call about an unknown cause. */
  isUsual: boolean;
}
const plans = new Map<string, Planned>();
for (const party of PARTIES)
  for (const place of PLACES)
    for (const diagnosis of [null, ...DIAGNOSES]) {
      const plan = planCall(SCRIPT[party], topicsFor(SCRIPT[party], diagnosis), place);
      const name = `${party}: ${plan.topics.join(', ')}`;
      const planned = plans.get(name) ?? { plan, diagnoses: [], isUsual: diagnosis === null };
      if (diagnosis && !planned.diagnoses.includes(diagnosis)) planned.diagnoses.push(diagnosis);
      plans.set(name, planned);
    }
const walks = new Map<string, Walk>();
/** Plans of an unknown cause are walked with two interruptions for Alipay and the shop and with one for the bank. */
const INTERRUPTIONS = { bank: 1, alipay: 2, shop: 0 };
const walkOf = (name: string): Walk => {
  const { plan, isUsual } = plans.get(name)!;
  if (!walks.has(name)) walks.set(name, walkCalls(plan, data, isUsual ? INTERRUPTIONS[plan.party] : 0));
  return walks.get(name)!;
};

/** The longest walk takes ten seconds of computing; a busy machine needs more. */
const WALK_TIME = 240_000;

let clock = 0;
const sighting = (diagnosis: string): Evidence => ({
  kind: 'sighting',
  diagnosis,
  certainty: 'likely',
  code: '',
  source: 'page',
  live: true,
  quotes: [],
  host: '',
  at: ++clock,
});
const told = (id: string): Evidence => ({ kind: 'told', id, from: '', at: ++clock });
const answer = (question: string, one: string): Evidence => ({ kind: 'answer', question, answer: one, at: ++clock });
/** What may be known of the money before the call. */
const BEFORE: readonly Evidence[][] = [
  [],
  [answer('payment-record', 'pending')],
  [answer('payment-record', 'paid')],
  [answer('payment-record', 'none')],
  [told('bank-held')],
];

describe('every call', () => {
  it('has a plan for each of the diagnoses', () => {
    expect(DIAGNOSES).toHaveLength(28);
    expect(plans.size).toBeGreaterThan(15);
  });

  it.each([...plans.keys()])(
    '%s: ends, without a loop or a dead end',
    (name) => {
      const { places, longest, ends } = walkOf(name);
      console.info(`${name}: ${places} places, ${ends.size} ways to end, the longest ${longest} steps`);
      expect(ends.size).toBeGreaterThan(0);
    },
    WALK_TIME,
  );

  it.each(PARTIES)('of the %s: the walks have seen every card and every end', (party) => {
    const seen = [...plans.keys()].filter((name) => name.startsWith(party)).map(walkOf);
    expect([...new Set(seen.flatMap((one) => [...one.nodes]))].sort()).toEqual(Object.keys(SCRIPT[party].nodes).sort());
    expect([...new Set(seen.flatMap((one) => [...one.ends.values()].map(({ end }) => end)))].sort()).toEqual(
      Object.keys(SCRIPT[party].ends).sort(),
    );
  });

  it.each(PARTIES)('of the %s: each card and each end has its words in both languages', (party) => {
    const { nodes, ends } = SCRIPT[party];
    for (const tongue of TONGUES) {
      for (const [id, node] of Object.entries(nodes)) {
        const lines = linesOf({ id, adds: node.adds ?? [], outcome: null }, tongue, 'en', {
          at: Date.UTC(2026, 10, 27),
          zone: 'Europe/Berlin',
          amount: '350 CNY',
          home: '45 EUR',
          lastFour: '1234',
          code: 'ALIN1',
          agent: '',
          reference: '',
          callTime: '',
          text: '',
        });
        expect(lines).toHaveLength(1 + (node.adds?.length ?? 0));
        expect(lines.join(' ')).not.toMatch(/\{|say\.|add\./);
      }
      for (const end of Object.keys(ends)) expect(tongue.words).toHaveProperty([`end.${end}.body`]);
    }
  });
});

describe('the laws at the end of every call', () => {
  it.each([...plans.keys()])('%s', (name) => {
    const { plan, diagnoses } = plans.get(name)!;
    const { ends: about } = plan.graph;
    for (const { end, told: tells, answers } of walkOf(name).ends.values()) {
      const way = `${answers.join(' > ')} > ${end}`;
      // The graph alone, for a payment of which nothing else is known.
      const alone = answerCase(caseOf(...tells.map(told)), data);
      must(lawfulEnd(plan.graph, end, alone.money) === end, `${way}: the call's own words forbid this end`);
      for (const { id } of diagnoses)
        for (const before of BEFORE) {
          const { outcome, money, retry } = answerCase(caseOf(sighting(id), ...before, ...tells.map(told)), data);
          const shown = lawfulEnd(plan.graph, end, money);
          const { offers, needsChange } = about[shown]!;
          must(outcome === 'not-paid' || !offers, `${way} (${id}): ${shown} although the money may be gone`);
          must(!needsChange || money.changed, `${way} (${id}): ${shown} although nothing was changed`);
          must(!needsChange || retry.when === 'once', `${way} (${id}): the case says ${retry.when}, the call ${shown}`);
        }
    }
    expect(walkOf(name).ends.size).toBeGreaterThan(0);
  });
});

describe('interruptions', () => {
  const plan = planCall(SCRIPT.bank, []);
  const always = SCRIPT.bank.anytime.filter((one) => one.always).map((one) => one.id);
  const back: Record<string, string[]> = {
    'please-hold': ['back-on-line'],
    'must-verify': ['confirm-in-app', 'app-fails', 'verified'],
    'other-department': ['connected'],
    'asks-for-code': ['checks-otherwise'],
    'asks-full-number': ['type-on-keypad'],
    'asks-password-letters': ['verified'],
  };

  it('some can come always', () => expect(always.sort()).toEqual(Object.keys(back).sort()));

  it('come as often as the agent likes, on every card of a call, and the call still ends', () => {
    let progress: CallProgress = beginCall(plan);
    let longest = 0;
    for (const said of ['next', 'sees-nothing', 'found-now', 'reason-limit', 'limit-stays', 'next']) {
      const { id } = currentNode(plan, progress);
      for (let round = 0; round < 5; round += 1)
        for (const one of always) {
          expect(currentNode(plan, progress).interruptions.map((offered) => offered.id)).toContain(one);
          progress = [one, ...back[one]!].reduce((call, step) => answerCall(plan, call, step), progress);
          expect(currentNode(plan, progress).id).toBe(id);
        }
      longest = Math.max(longest, progress.path.length);
      progress = answerCall(plan, progress, said);
    }
    expect(currentNode(plan, progress).id).toBe('reference');
    expect(longest).toBeLessThan(30);
  });

  it('a second request for a code is a reason to hang up', () => {
    const first = ['next', 'asks-for-code', 'checks-otherwise', 'asks-for-code'];
    const progress = first.reduce((call, step) => answerCall(plan, call, step), beginCall(plan));
    expect(currentNode(plan, progress).id).toBe('refuse-code-again');
    expect(currentNode(plan, answerCall(plan, progress, 'next')).outcome).toBe('hang-up-call-again');
  });
});
