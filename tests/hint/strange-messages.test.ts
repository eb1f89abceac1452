/** Messages of strange make: own keys that look like prototypes, things that are nearly strings, depths and lengths. None throws, none leaves anything. */
import { describe, expect, it } from 'vitest';
import { readFinding, readHintOrder, readPageMessage, readSecondLook } from '../../lib/messages.ts';
import { fake } from '../fake-browser.ts';
import { finding, send, startBackground, stored } from './background-page.ts';

startBackground();

const parse = (text: string): unknown => JSON.parse(text) as unknown;
const deep = (levels: number): unknown => parse('['.repeat(levels) + ']'.repeat(levels));
const evidence = finding.evidence[0]!;

/** What no message is; each as it comes out of the browser's copying. */
const NONE: Readonly<Record<string, unknown>> = {
  'a type on the prototype': parse('{"__proto__":{"type":"gone"}}'),
  'a finding on the prototype': { type: 'found', finding: parse(`{"__proto__":${JSON.stringify(finding)}}`) },
  'a constructor': parse('{"constructor":{"prototype":{"type":"gone"}}}'),
  'a boxed type': { type: new String('gone') },
  'a list as type': { type: ['gone'] },
  'a type that turns into text': { type: { toString: null, valueOf: 'gone' } },
  'a list with a type': Object.assign([], { type: 'gone' }),
  'a date': new Date(0),
  'a map': new Map([['type', 'gone']]),
  bytes: new Uint8Array(8),
  'a number of no end': { type: 'paid', at: Number.POSITIVE_INFINITY },
  'a number that is none': { type: 'paid', at: Number.NaN },
  'a number before time': { type: 'paid', at: -1 },
  'a big number': { type: 'paid', at: 10n },
  'a time as text': { type: 'paid', at: '1' },
  'a type with a sign nobody sees': { type: 'gone\u200b' },
  'a type in capitals': { type: 'GONE' },
  'a key of many letters': { type: 'dismissed', key: 'x'.repeat(151) },
  'a finding of nothing but depth': { type: 'found', finding: { ...finding, evidence: [deep(900)] } },
  'evidence with a length only': { type: 'found', finding: { ...finding, evidence: { length: 2, 0: evidence } } },
  'evidence with a hole': { type: 'found', finding: { ...finding, evidence: Object.assign([], { 1: evidence }) } },
  'a diagnosis of a prototype': { type: 'found', finding: { ...finding, diagnosis: '__proto__' } },
  'a code of another alphabet': { type: 'found', finding: { ...finding, code: 'АLI64' } },
  'a host with a port and a path': { type: 'found', finding: { ...finding, host: 'alipay.com/x' } },
  'a host of another alphabet': { type: 'found', finding: { ...finding, host: 'аlipay.com' } },
  'a quote that is too long': {
    type: 'found',
    finding: { ...finding, evidence: [{ ...evidence, quote: '长'.repeat(82) }] },
  },
};

describe('a message of strange make', () => {
  it.each(Object.entries(NONE))('%s is none', (_, message) => {
    expect(readPageMessage(message)).toBeNull();
    expect(readHintOrder(message)).toBeNull();
    expect(readSecondLook(message)).toBeNull();
    expect(readFinding(message)).toBeNull();
  });

  it('changes nothing that is kept or shown, whoever sends it', async () => {
    const before = stored();
    for (const message of Object.values(NONE)) {
      if (typeof (message as { at?: unknown }).at === 'bigint') continue;
      expect((await send(message)) ?? null).toBeNull();
    }
    expect(stored()).toBe(before);
    expect([...fake.badges.values()].filter(({ text }) => text)).toEqual([]);
    expect(({} as { type?: string }).type).toBeUndefined();
  });

  it('that carries more than it may loses it', () => {
    const more = parse(
      JSON.stringify({
        ...finding,
        evidence: Array.from({ length: 10_000 }, () => ({ ...evidence, html: '<b>' })),
      }).replace('{', '{"__proto__":{"isAdmin":true},'),
    );
    const read = readFinding(more)!;
    expect(read.evidence).toHaveLength(6);
    expect(Object.keys(read.evidence[0]!).sort()).toEqual(['kind', 'place', 'quote', 'rule']);
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect((read as unknown as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });
});
