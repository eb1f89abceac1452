import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Finding,
  QUOTE_LIMIT,
  readFinding,
  readHintOrder,
  readPageMessage,
  readSecondLook,
  SAID_LIMIT,
} from '../lib/messages.ts';

const finding: Finding = {
  diagnosis: 'bank-declined',
  certainty: 'likely',
  code: 'ALI64',
  host: 'cashier.alipay.com',
  at: 1_700_000_000_000,
  evidence: [{ kind: 'family', rule: 'bank-declined/issuer-refused', quote: '发卡行 … 拒绝', place: 'alert' }],
};
const words = {
  lang: 'en',
  dir: 'ltr',
  tone: 'calm',
  sentence: 'Your bank said no.',
  show: 'Show',
  dismiss: 'Dismiss',
  mute: 'Mute',
  muted: 'Muted',
  undo: 'Undo',
  openByHand: 'Click the icon',
};
const order = { type: 'show-hint', key: 'bank-declined ALI64', words };

/** A value with one field changed, or taken away where the change is undefined. */
const with_ = (value: object, change: Record<string, unknown>): unknown =>
  JSON.parse(JSON.stringify({ ...value, ...change })) as unknown;

describe('a finding', () => {
  it('is read as it is', () => {
    expect(readFinding(finding)).toEqual(finding);
    expect(readFinding({ ...finding, code: '', host: '', evidence: [] })).toMatchObject({
      code: '',
      host: '',
      evidence: [],
    });
    for (const code of ['(6)', 'ACQ.SYSTEM_ERROR', 'C6-1011', 'suspected-attack', '4000'])
      expect(readFinding({ ...finding, code })?.code).toBe(code);
  });

  it.each([
    ['a name of no diagnosis', { diagnosis: 'Bank Declined' }],
    ['an empty name', { diagnosis: '' }],
    ['a prototype name', { diagnosis: '__proto__' }],
    ['a very long name', { diagnosis: 'a'.repeat(61) }],
    ['no name', { diagnosis: undefined }],
    ['a list for a name', { diagnosis: ['bank-declined'] }],
    ['markup', { diagnosis: 'a<b>' }],
    ['a name with a line end', { diagnosis: 'bank-declined\n' }],
    ['an unknown certainty', { certainty: 'certain' }],
    ['no certainty', { certainty: undefined }],
    ['a code with a space', { code: 'a b' }],
    ['a code with markup', { code: '<img>' }],
    ['a very long code', { code: 'A'.repeat(81) }],
    ['a number for a code', { code: 4000 }],
    ['a host with a path', { host: 'a.com/x' }],
    ['a host with a space', { host: 'a b' }],
    ['a very long host', { host: 'a'.repeat(254) }],
    ['a time that is none', { at: 'now' }],
    ['no time', { at: undefined }],
    ['a time before time', { at: -1 }],
    ['no evidence', { evidence: undefined }],
    ['evidence that is no list', { evidence: {} }],
    ['a broken piece of evidence', { evidence: [{}] }],
    ['an empty piece of evidence', { evidence: [null] }],
  ])('with %s is none', (_, change) => {
    expect(readFinding(with_(finding, change))).toBeNull();
  });

  it.each([
    ['NaN', Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY],
  ])('at %s is none', (_, at) => {
    expect(readFinding({ ...finding, at })).toBeNull();
  });

  it.each([
    ['an unknown kind', { kind: 'guess' }],
    ['an unknown place', { place: 'nowhere' }],
    ['a very long rule', { rule: 'r'.repeat(101) }],
    ['a very long quote', { quote: 'q'.repeat(QUOTE_LIMIT + 2) }],
    ['no quote', { quote: undefined }],
  ])('with evidence of %s is none', (_, change) => {
    expect(readFinding({ ...finding, evidence: [with_(finding.evidence[0]!, change)] })).toBeNull();
  });

  it('loses what does not belong to it', () => {
    const crowded = { ...finding, extra: 1, evidence: [{ ...finding.evidence[0]!, html: '<b>', element: {} }] };
    expect(readFinding(crowded)).toEqual(finding);
  });

  it('has no more evidence than it may', () => {
    expect(
      readFinding({ ...finding, evidence: Array.from({ length: 50 }, () => finding.evidence[0]) })!.evidence,
    ).toHaveLength(6);
  });
});

describe('a message of the page', () => {
  it('is read as it is', () => {
    expect(readPageMessage({ type: 'found', finding })).toEqual({ type: 'found', finding });
    expect(readPageMessage({ type: 'dismissed', key: 'a b' })).toEqual({ type: 'dismissed', key: 'a b' });
    for (const type of ['gone', 'show-steps', 'mute-site', 'unmute-site'])
      expect(readPageMessage({ type, extra: 1 })).toEqual({ type });
  });

  it.each([
    null,
    undefined,
    1,
    'found',
    [],
    [{ type: 'gone' }],
    {},
    { type: 'FOUND', finding },
    { type: 'found' },
    { type: 'found', finding: null },
    { type: 'dismissed' },
    { type: 'dismissed', key: 7 },
    { type: 'dismissed', key: 'k'.repeat(151) },
    { type: 'ask' },
    { type: 'show-hint', key: 'k', words },
    { type: ['gone'] },
    { type: '__proto__' },
    { type: 'constructor' },
  ])('is none: %j', (value) => {
    expect(readPageMessage(value)).toBeNull();
  });
});

describe('an order for the hint', () => {
  it('is read as it is', () => {
    expect(readHintOrder(order)).toEqual(order);
    expect(readHintOrder({ type: 'hide-hint', extra: 1 })).toEqual({ type: 'hide-hint' });
    expect(readHintOrder({ type: 'focus-hint', extra: 1 })).toEqual({ type: 'focus-hint' });
  });

  it.each(['lang', 'sentence', 'show', 'dismiss', 'mute', 'muted', 'undo', 'openByHand', 'dir'])(
    'is none without %s',
    (name) => {
      expect(readHintOrder({ ...order, words: with_(words, { [name]: undefined }) })).toBeNull();
      expect(readHintOrder({ ...order, words: { ...words, [name]: 'x'.repeat(301) } })).toBeNull();
      expect(readHintOrder({ ...order, words: { ...words, [name]: {} } })).toBeNull();
    },
  );

  it.each([
    null,
    'show-hint',
    [],
    { ...order, key: 7 },
    { ...order, words: null },
    { ...order, words: [] },
    { ...order, type: 'show' },
    { ...order, words: { ...words, dir: 'up' } },
  ])('is none: %j', (value) => {
    expect(readHintOrder(value)).toBeNull();
  });

  it('loses what does not belong to it', () => {
    expect(readHintOrder({ ...order, extra: 1, words: { ...words, html: '<b>', onclick: 'x' } })).toEqual(order);
  });
});

const readers = { readFinding, readPageMessage, readHintOrder };
const KEYS: Readonly<Record<string, readonly string[]>> = {
  finding: ['diagnosis', 'certainty', 'code', 'evidence', 'host', 'at'],
  evidence: ['kind', 'rule', 'quote', 'place'],
  words: ['lang', 'dir', 'tone', 'sentence', 'show', 'dismiss', 'mute', 'muted', 'undo', 'openByHand'],
};

/** Objects that look like the real ones, with fields of any value and names that mean something to JavaScript. */
const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSparseArray: true,
  withTypedArray: true,
  maxDepth: 3,
});
const oddly = (value: object) =>
  fc
    .dictionary(fc.constantFrom(...Object.keys(value), '__proto__', 'constructor', 'toString', 'extra'), anything)
    .map((change) => ({ ...value, ...change }));
const nearly = fc.oneof(
  oddly(finding),
  oddly(order),
  oddly({ type: 'found', finding }),
  oddly(finding).map((one) => ({ type: 'found', finding: one })),
  oddly(words).map((one) => ({ ...order, words: one })),
  oddly(finding.evidence[0]!).map((one) => ({ ...finding, evidence: [one] })),
);

describe.each(Object.entries(readers))('%s', (_, read) => {
  it('takes anything and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(anything, nearly), (value) => void read(value)),
      { numRuns: 1500 },
    );
  });

  it('gives only known fields, all of them its own, and gives the same when it reads its own result', () => {
    fc.assert(
      fc.property(nearly, (value) => {
        const out = read(value) as Record<string, unknown> | null;
        if (!out) return;
        const found = (out.finding ?? ('diagnosis' in out ? out : null)) as Finding | null;
        if (found) expect(Object.keys(found).sort()).toEqual([...KEYS.finding!].sort());
        for (const one of found?.evidence ?? []) expect(Object.keys(one).sort()).toEqual([...KEYS.evidence!].sort());
        if (out.words) expect(Object.keys(out.words).sort()).toEqual([...KEYS.words!].sort());
        expect(Object.getPrototypeOf(out)).toBe(Object.prototype);
        expect(read(JSON.parse(JSON.stringify(out)))).toEqual(out);
      }),
      { numRuns: 1500 },
    );
  });

  it('is not fooled by a message that names its own prototype', () => {
    const polluted = JSON.parse(
      JSON.stringify({ ...finding, finding, ...order }).replace('{', '{"__proto__":{"admin":true},'),
    ) as object;
    const out = read(polluted) as unknown as { admin?: boolean } | null;
    if (out) expect(Object.keys(out)).not.toContain('__proto__');
    expect(out?.admin).toBeUndefined();
  });
});

describe('a second look', () => {
  const look = { type: 'second-look', of: 'unknown-failure', diagnosis: 'card-expired', certainty: 'likely' };

  it('is read as it is, without what does not belong to it', () => {
    expect(readSecondLook({ ...look, extra: 1 })).toEqual(look);
  });

  it.each([
    { type: 'second' },
    { of: '' },
    { of: 7 },
    { diagnosis: undefined },
    { diagnosis: 'x'.repeat(61) },
    { certainty: 'sure' },
  ])('is none with %j', (change) => {
    expect(readSecondLook(with_(look, change))).toBeNull();
  });

  it('is none of anything else', () => {
    for (const one of [null, undefined, 'second-look', 7, [look], {}]) expect(readSecondLook(one)).toBeNull();
  });

  it('gets the words of a message only where they are words, and few', () => {
    const found = { type: 'found', finding };
    expect(readPageMessage({ ...found, said: '扣款未成功' })).toEqual({ ...found, said: '扣款未成功' });
    for (const said of [7, null, ['x'], {}, 'x'.repeat(SAID_LIMIT + 1), ''])
      expect(readPageMessage({ ...found, said })).toEqual(found);
  });
});
