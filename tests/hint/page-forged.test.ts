// @vitest-environment happy-dom
/** Messages that the page script hears: only the extension itself is believed, and only in the form it speaks. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { agentOf } from '../../components/hint/agent.ts';
import { startDetector } from '../../components/hint/start-detector.ts';
import { deliverAgent, expectNobody } from '../../lib/detect/handover.ts';
import { hearExtension, pageLink } from '../../lib/state/page-link.ts';
import { stubLayout } from '../detect/page-stub.ts';
import { gateTable, table } from '../detect/shipped.ts';

stubLayout();

const ID = 'abcdefghijklmnopabcdefghijklmnop';
const words = {
  lang: 'en',
  dir: 'ltr',
  tone: 'calm',
  sentence: 'S',
  show: 's',
  dismiss: 'd',
  mute: 'm',
  muted: 'md',
  undo: 'u',
  openByHand: 'o',
};
const SHOW = { type: 'show-hint', key: 'card-expired ', words: { ...words, sentence: 'Another hint.' } };
const LOOK = { type: 'second-look', of: 'unknown-failure', diagnosis: 'already-paid', certainty: 'exact' };
const MESSAGES = [
  { type: 'ask' },
  { type: 'ask', always: true },
  { type: 'paid' },
  LOOK,
  SHOW,
  { type: 'hide-hint' },
  { type: 'focus-hint' },
];

type Sender = Record<string, unknown>;
/** Senders that are not our extension. */
const FORGED: Readonly<Record<string, Sender>> = {
  nobody: {},
  'another extension': { id: 'ponmlkjihgfedcbaponmlkjihgfedcba' },
  'no id': { id: undefined },
  'null for an id': { id: null },
  'an empty id': { id: '' },
  'our id in capitals': { id: ID.toUpperCase() },
  'our id with a space': { id: `${ID} ` },
  'the beginning of our id': { id: ID.slice(0, -1) },
  'more than our id': { id: `${ID}a` },
  'our id in a list': { id: [ID] },
  'something that becomes our id': { id: { toString: () => ID } },
  'our address for an id': { id: `chrome-extension://${ID}` },
  'our address without an id': { url: `chrome-extension://${ID}/background.js`, origin: `chrome-extension://${ID}` },
  'the page itself': { url: location.href, origin: location.origin, tab: { id: 7 } },
};
/** What only looks like a message, from the extension itself. */
const MISFORMED: readonly unknown[] = [
  null,
  undefined,
  7,
  'ask',
  'hide-hint',
  [],
  [{ type: 'hide-hint' }],
  { message: { type: 'hide-hint' } },
  { type: ['ask'] },
  { type: 'ASK' },
  { type: 'ask ' },
  { type: null },
  { type: { toString: 'hide-hint' } },
  { type: 'HIDE-HINT' },
  { type: 'hide-hint\u0000' },
  { type: 'focus' },
  { type: '__proto__' },
  { type: 'found' },
  { type: 'Paid' },
  { kind: 'paid' },
  { ...LOOK, of: undefined },
  { ...LOOK, of: 7 },
  { ...LOOK, diagnosis: '' },
  { ...LOOK, diagnosis: 'x'.repeat(61) },
  { ...LOOK, certainty: 'sure' },
  { ...LOOK, certainty: undefined },
  { type: 'second-look' },
  { ...SHOW, key: undefined },
  { ...SHOW, key: 'k'.repeat(151) },
  { ...SHOW, words: undefined },
  { ...SHOW, words: [] },
  { ...SHOW, words: { ...words, dir: 'up' } },
  { ...SHOW, words: { ...words, sentence: 7 } },
  { ...SHOW, words: { ...words, show: 'x'.repeat(301) } },
];

type Listener = (message: unknown, sender: unknown, reply: (answer: unknown) => void) => void;
let listeners: Listener[] = [];
let sent: unknown[] = [];
let alive = true;
let root: ShadowRoot | null = null;

beforeEach(async () => {
  [listeners, sent, alive] = [[], [], true];
  vi.useFakeTimers();
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, options) {
    return (root = attach.call(this, options));
  });
  vi.stubGlobal('chrome', {
    runtime: {
      get id() {
        return alive ? ID : undefined;
      },
      async sendMessage(message: { type: string }) {
        if (message.type === 'read') return (deliverAgent(agentOf(() => table, pageLink, hearExtension)), true);
        sent.push(message);
        return message.type === 'found' ? { type: 'show-hint', key: 'unknown-failure ', words } : null;
      },
      onMessage: { addListener: (listener: Listener) => void listeners.push(listener) },
    },
  });
  document.body.innerHTML = '<div class="error-tip"><p>付款失败</p></div>';
  startDetector(gateTable, pageLink);
  await vi.advanceTimersByTimeAsync(1500);
});

afterEach(async () => {
  alive = false;
  document.body.innerHTML = '<div class="error-tip"><p>护照照片模糊，请重新拍摄</p></div>';
  await vi.advanceTimersByTimeAsync(5000);
  expectNobody();
  document.querySelectorAll('[data-card-rescue-hint]').forEach((one) => one.remove());
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function deliver(message: unknown, sender: unknown = { id: ID }): unknown[] {
  const answers: unknown[] = [];
  for (const listener of listeners) listener(message, sender, (answer) => void answers.push(answer));
  return answers;
}
const state = (): string =>
  JSON.stringify([
    document.querySelectorAll('[data-card-rescue-hint]').length,
    root?.textContent,
    document.activeElement?.hasAttribute('data-card-rescue-hint'),
    document.body.innerHTML,
    sent.length,
    deliver({ type: 'ask', always: true }),
  ]);

describe('a message that the page script hears', () => {
  it('is believed of the extension itself, or the tests below would show nothing', async () => {
    expect(deliver({ type: 'ask' })).toEqual([expect.objectContaining({ diagnosis: 'unknown-failure' })]);
    deliver({ type: 'focus-hint' });
    expect(document.activeElement?.hasAttribute('data-card-rescue-hint')).toBe(true);
    deliver(LOOK);
    expect(deliver({ type: 'ask' })).toEqual([expect.objectContaining({ diagnosis: 'already-paid' })]);
    // A broken one does not take back what was told.
    deliver({ ...LOOK, certainty: 'sure' });
    expect(deliver({ type: 'ask' })).toEqual([expect.objectContaining({ diagnosis: 'already-paid' })]);
    deliver(SHOW);
    // Its sentence is written a moment later, so that it is read out.
    await vi.advanceTimersByTimeAsync(500);
    expect(root!.textContent).toContain('Another hint.');
    expect(document.querySelectorAll('[data-card-rescue-hint]').length).toBe(1);
    deliver({ type: 'hide-hint' });
    expect(document.querySelectorAll('[data-card-rescue-hint]').length).toBe(0);
    const told = sent.length;
    deliver({ type: 'paid' });
    await vi.advanceTimersByTimeAsync(100);
    expect(sent.length).toBe(told + 1);
  });

  it.each(Object.keys(FORGED).flatMap((who) => MESSAGES.map((message) => [who, message.type, message] as const)))(
    'from %s (%s) is not heard',
    async (who, _type, message) => {
      const before = state();
      expect(deliver(message, FORGED[who])).toEqual([]);
      await vi.advanceTimersByTimeAsync(1500);
      expect(state()).toBe(before);
    },
  );

  it.each(MISFORMED.map((message) => [JSON.stringify(message)?.slice(0, 80), message]))(
    'that is none changes nothing: %s',
    async (_name, message) => {
      const before = state();
      expect(deliver(message)).toEqual([]);
      await vi.advanceTimersByTimeAsync(1500);
      expect(state()).toBe(before);
    },
  );
});
