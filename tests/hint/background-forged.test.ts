import { describe, expect, it } from 'vitest';
import browser, { fake } from '../fake-browser.ts';
import { ABOUT, type SenderChange, finding, orders, send, stored, startBackground } from './background-page.ts';

startBackground();

const MESSAGES = [
  { type: 'found', finding },
  { type: 'found', finding: { ...finding, diagnosis: 'already-paid', certainty: 'exact' } },
  { type: 'gone' },
  { type: 'dismissed', key: ABOUT },
  { type: 'mute-site' },
  { type: 'show-steps' },
  { type: 'read' },
  { type: 'read', paid: true },
  { type: 'left' },
  { type: 'paid', at: 5 },
  {
    type: 'found',
    finding: { ...finding, diagnosis: 'unknown-failure', certainty: 'unsure', code: '' },
    said: '余额不足',
  },
];

type Message = (typeof MESSAGES)[number];
/** What only looks like a message, made of one that is. */
const MISFORMED: Readonly<Record<string, (message: Message) => unknown>> = {
  'as JSON': (message) => JSON.stringify(message),
  'in a list': (message) => [message],
  'in a record': (message) => ({ message }),
  'in a record of its type': (message) => ({ [message.type]: message }),
  'with its type in a list': (message) => ({ ...message, type: [message.type] }),
  'with its type in an object': (message) => ({ ...message, type: { type: message.type } }),
  'with a type that becomes the word': ({ type, ...rest }) => ({ ...rest, type: { toString: type } }),
  'in capitals': (message) => ({ ...message, type: message.type.toUpperCase() }),
  'with a space': (message) => ({ ...message, type: `${message.type} ` }),
  'with a sign that nobody sees': (message) => ({ ...message, type: `${message.type}\u200b` }),
  'with a nought': (message) => ({ ...message, type: `${message.type}\u0000` }),
  'with a number for a type': (message) => ({ ...message, type: 1 }),
  'with its type under another name': ({ type, ...rest }) => ({ ...rest, kind: type }),
  'that names its type as its prototype': (message) =>
    JSON.parse(`{"__proto__":${JSON.stringify(message)}}`) as unknown,
};

/** Senders that are not our script in a page of Alipay's. */
const FORGED: Readonly<Record<string, SenderChange>> = {
  'no tab': { tab: undefined },
  'a tab without an id': { tab: { url: 'https://mclient.alipay.com/', incognito: false } },
  'another extension': { id: 'anotherextension' },
  'no id': { id: undefined },
  'no address': { url: undefined },
  'our own popup': { url: browser.runtime.getURL('popup.html') },
  'plain http': { url: 'http://mclient.alipay.com/' },
  'a longer host': { url: 'https://mclient.alipay.com.evil.example/' },
  'a joined host': { url: 'https://evilalipay.com/' },
  'a Cyrillic letter': { url: 'https://аlipay.com/' },
  'user info': { url: 'https://mclient.alipay.com@evil.example/' },
  'a user at the host': { url: 'https://user@mclient.alipay.com/' },
  'another port': { url: 'https://mclient.alipay.com:8443/' },
  'the name in the path': { url: 'https://evil.example/mclient.alipay.com/' },
  "another country's domain": { url: 'https://mclient.alipay.com.cn/' },
  "a foreign frame in a page of Alipay's": { url: 'https://evil.example/frame', frameId: 3 },
  'a foreign page that names a good origin': { url: 'https://evil.example/', origin: 'https://mclient.alipay.com' },
  'a blank frame of another origin': { url: 'about:blank', origin: 'https://evil.example', frameId: 3 },
  'a blank frame without an origin': { url: 'about:blank', origin: undefined, frameId: 3 },
  'a frame without any origin': { url: 'about:srcdoc', origin: 'null', frameId: 3 },
  'a local file': { url: 'file:///mclient.alipay.com' },
  'a data address': { url: 'data:text/html,x', origin: 'null' },
};

describe('a forged message', () => {
  it.each(Object.keys(FORGED).flatMap((who) => MESSAGES.map((message) => [who, message.type, message] as const)))(
    'from %s (%s) changes nothing',
    async (who, _type, message) => {
      await send({ type: 'found', finding: { ...finding, diagnosis: 'card-expired' } });
      for (const frame of [0, 3]) fake.frames.set(`7 ${frame}`, {});
      const before = [
        stored(),
        JSON.stringify([...fake.badges]),
        fake.tabs.size,
        fake.popupsOpened,
        orders.length,
        fake.injected.length,
      ];
      expect(await send(message, 7, FORGED[who])).toBeUndefined();
      expect([
        stored(),
        JSON.stringify([...fake.badges]),
        fake.tabs.size,
        fake.popupsOpened,
        orders.length,
        fake.injected.length,
      ]).toEqual(before);
    },
  );

  it.each([
    { type: 'paid' },
    { type: 'paid', at: '5' },
    { type: 'paid', at: -1 },
    { type: 'paid', at: NaN },
    { type: ['left'] },
    null,
    undefined,
    7,
    'found',
    [],
    { type: 'ask' },
    { type: 'show-hint', key: 'k' },
    { type: 'found' },
    { type: 'found', finding: { ...finding, evidence: 'x' } },
    { type: 'dismissed', key: {} },
    { type: '__proto__' },
  ])('that is none changes nothing: %j', async (message) => {
    const before = stored();
    expect(await send(message)).toBeUndefined();
    expect(stored()).toBe(before);
    expect(fake.badges.size).toBe(0);
  });
});

describe('from our own script, something that only looks like a message', () => {
  it.each(Object.keys(MISFORMED).flatMap((how) => MESSAGES.map((message) => [how, message.type, message] as const)))(
    '%s (%s) changes nothing',
    async (how, _type, message) => {
      await send({ type: 'found', finding: { ...finding, diagnosis: 'card-expired' } });
      const state = () =>
        JSON.stringify([
          stored(),
          [...fake.badges],
          fake.tabs.size,
          fake.popupsOpened,
          orders.length,
          fake.injected.length,
        ]);
      const before = state();
      expect(await send(MISFORMED[how]!(message))).toBeUndefined();
      expect(state()).toBe(before);
    },
  );
});

describe('a page process that speaks as our script', () => {
  const evidence = (quote: string, rule = 'bank-declined/issuer-refused') => [
    { kind: 'family' as const, rule, quote, place: 'alert' as const },
  ];

  it.each([
    ['a host of its own', { host: 'evil.example' }],
    ['a time of its own', { at: 5 }],
    ['a telephone number as a code', { code: '18005550199' }],
    ['a card number as a code', { code: '4000056655665556' }],
    ['an address as a code', { code: 'evil.example' }],
    ['a telephone number in a quote', { evidence: evidence('call +1 800 555 0199') }],
    ['an e-mail in a quote', { evidence: evidence('write to help@evil.example') }],
    ['full-width digits in a quote', { evidence: evidence('１３８００１３８０００') }],
    ['Arabic-Indic digits in a quote', { evidence: evidence('٤٠٠٠٠٥٦٦٥٥٦٦٥٥٥٦') }],
    ['an address as a rule', { evidence: evidence('拒绝', 'https://evil.example/') }],
    ['a number as a rule', { evidence: evidence('拒绝', 'code/18005550199') }],
  ])('cannot put %s into what is kept', async (_, change) => {
    await send({ type: 'found', finding: { ...finding, ...change } });
    const kept = stored();
    expect(kept).not.toMatch(/evil|0199|6655|1380|１３|٤٠|"at":5[,}]/u);
    expect(kept).toContain('mclient.alipay.com');
  });

  it('is not heard any more when it floods us', async () => {
    for (let n = 0; n < 200; n++) await send({ type: 'found', finding: { ...finding, code: `ALI${n}` } });
    const answers = await Promise.all([send({ type: 'read' }), send({ type: 'mute-site' }), send({ type: 'gone' })]);
    expect(answers).toEqual([undefined, undefined, undefined]);
    expect(await send({ type: 'found', finding }, 8)).toMatchObject({ type: 'show-hint' });
  });
});
