import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale, type Words } from '../../lib/i18n/index.ts';
import json from '../../lib/library/call-script.json';
import { PARTIES } from '../../lib/messages.ts';
import { packsOf } from '../words.ts';
import { checkGraph } from '../../lib/library/call-graph.ts';
import { callScript, type ScriptGraph } from '../../lib/library/call-script.ts';

const SCRIPT = callScript.parse(json);
const WORDS: Record<Locale, Words> = packsOf('script');

describe('the graphs', () => {
  it.each(PARTIES)('%s is sound', (party) => {
    expect(checkGraph(SCRIPT[party])).toEqual([]);
  });

  const broken: [string, RegExp, (graph: ScriptGraph) => void][] = [
    [
      'a missing node',
      /there is no node 'nowhere'/,
      (g) => void (g.nodes['see-attempt']!.answers[0] = { id: 'sees-declined', to: 'nowhere' }),
    ],
    [
      'a missing topic',
      /there is no topic 'nothing'/,
      (g) => void (g.nodes['see-attempt']!.answers[0] = { id: 'sees-declined', topic: 'nothing' }),
    ],
    [
      'a missing end',
      /there is no end 'never'/,
      (g) => void (g.nodes['approved']!.answers[0] = { id: 'money-taken', end: 'never' }),
    ],
    ['a missing usual topic', /usual, core or byDiagnosis: there is no topic 'lost'/, (g) => void g.usual.push('lost')],
    [
      'a card nobody reaches',
      /node lonely: nobody can reach it/,
      (g) => void (g.nodes['lonely'] = { topic: 'funds', answers: [{ id: 'next', to: 'next-topic' }] }),
    ],
    ['an end nobody reaches', /end far-away: no answer leads to it/, (g) => void (g.ends['far-away'] = {})],
    [
      'a circle',
      /a circle: .*speak-slowly/,
      (g) => void (g.nodes['speak-slowly']!.answers[0] = { id: 'will-speak-slowly', to: 'interpreter' }),
    ],
    [
      'a circle through the closing topic',
      /a circle: .*try-now/,
      (g) => void (g.nodes['try-now']!.answers[0] = { id: 'payment-went-through', to: 'closing' }),
    ],
    ['a dead end', /funds: a dead end/, (g) => void (g.nodes['funds']!.answers = [])],
    [
      'resume without an interruption',
      /node approved: resume without an interruption/,
      (g) => void (g.nodes['approved']!.answers[0] = { id: 'money-taken', to: 'resume' }),
    ],
    [
      'finish outside the farewell',
      /finish belongs to the farewell/,
      (g) => void (g.nodes['approved']!.answers[0] = { id: 'money-taken', to: 'finish' }),
    ],
    [
      'the same answer twice',
      /funds: two answers 'next'/,
      (g) => void g.nodes['funds']!.answers.push({ id: 'next', to: 'next-topic' }),
    ],
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
    const sources = JSON.parse(
      readFileSync(new URL('../../lib/library/sources.json', import.meta.url), 'utf8'),
    ) as object;
    const facts = JSON.parse(readFileSync(new URL('../../lib/library/facts.json', import.meta.url), 'utf8')) as {
      id: string;
    }[];
    for (const party of PARTIES) for (const id of SCRIPT[party].sources) expect(sources).toHaveProperty([id]);
    for (const id of SCRIPT.support) expect(facts.map((one) => one.id)).toContain(id);
  });

  it('names no bank telephone number anywhere', () => {
    const texts = [
      ...LOCALES.flatMap((one) => Object.values(WORDS[one])),
      ...JSON.stringify(json)
        .split('"')
        .filter((one) => !/^\d{4}-\d{2}-\d{2}$/.test(one)),
    ];
    expect(texts.filter((text) => /\d[\d ()-]{6,}\d/.test(text))).toEqual([]);
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
    expect(
      Object.keys(words).filter((key) => /^(say|note|topic|answer|end|never)\./.test(key) && !needed.has(key)),
    ).toEqual([]);
  });

  it('both languages have the same keys in the same order, with the same slots', () => {
    expect(Object.keys(WORDS['zh-CN'])).toEqual(Object.keys(WORDS.en));
    const slots = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const [key, text] of Object.entries(WORDS.en))
      expect(slots((WORDS['zh-CN'] as Words)[key]!), key).toEqual(slots(text));
  });
});
