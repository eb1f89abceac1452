// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { agentOf } from '../../components/hint/agent.ts';
import { startDetector } from '../../components/hint/start-detector.ts';
import { deliverAgent, expectNobody } from '../../lib/detect/handover.ts';
import type { Finding, HintWords } from '../../lib/messages.ts';
import { hearExtension, pageLink } from '../../lib/state/page-link.ts';
import { stubLayout } from '../detect/page-stub.ts';
import { gateTable, table } from '../detect/shipped.ts';

stubLayout();

const DECLINED = '<div class="error-tip"><p>发卡行拒绝了这笔交易</p></div>';
const KEY = 'bank-declined ';
const words: HintWords = {
  lang: 'en',
  dir: 'ltr',
  tone: 'calm',
  sentence: 'Your bank said no.',
  show: 'Show steps',
  dismiss: 'Dismiss',
  mute: 'Not here',
  muted: 'Hints are off.',
  undo: 'Undo',
  openByHand: 'Click the icon.',
};
const order = { type: 'show-hint', key: KEY, words };
const ID = 'ourextensionid';

type Listener = (message: unknown, sender: { id?: string }, reply: (answer: unknown) => void) => void;

/** Everything the script asked of the browser, in order, without its wish for the large part. */
let sent: { type: string; finding?: Finding; key?: string }[];
let touched: number;
/** How often the large part was asked for, and what comes of it. */
let asked: number;
let bring: () => unknown;
let listeners: Listener[];
let answer: (message: { type: string }) => unknown;
let alive: boolean;
let root: ShadowRoot | null;

beforeEach(() => {
  [sent, touched, listeners, alive, root] = [[], 0, [], true, null];
  asked = 0;
  bring = () => (deliverAgent(agentOf(() => table, pageLink, hearExtension)), true);
  answer = ({ type }) => (type === 'found' ? order : type === 'show-steps');
  vi.useFakeTimers();
  history.replaceState(null, '', '/');
  const runtime = {
    get id() {
      if (!alive) throw new Error('Extension context invalidated.');
      return ID;
    },
    async sendMessage(message: { type: string }) {
      if (message.type === 'read') {
        asked++;
        return bring();
      }
      sent.push(message);
      return answer(message);
    },
    onMessage: { addListener: (listener: Listener) => void listeners.push(listener) },
  };
  vi.stubGlobal('chrome', {
    get runtime() {
      touched++;
      return runtime;
    },
  });
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, options) {
    return (root = attach.call(this, options));
  });
});

afterEach(async () => {
  // The extension is gone: the script lets go of the page by itself.
  alive = false;
  document.body.innerHTML = '<div class="error-tip"><p>护照照片模糊，请重新拍摄</p></div>';
  await vi.advanceTimersByTimeAsync(5000);
  expectNobody();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function start(html: string): Promise<void> {
  document.body.innerHTML = html;
  startDetector(gateTable, pageLink);
  await vi.advanceTimersByTimeAsync(1500);
}

const hints = () => document.querySelectorAll('[data-card-rescue-hint]').length;
const typesSent = () => sent.map((one) => one.type);
const deliver = (message: unknown, sender: { id?: string } = { id: ID }) => {
  const answers: unknown[] = [];
  for (const listener of listeners) listener(message, sender, (value) => void answers.push(value));
  return answers;
};
function press(kind: string): void {
  const click = new MouseEvent('click', { bubbles: true });
  Object.defineProperty(click, 'isTrusted', { value: true });
  root!.querySelector(`button.${kind}`)!.dispatchEvent(click);
}

describe('on a healthy page', () => {
  it('the browser is not even asked', async () => {
    await start('<h1>确认付款</h1><p>请选择付款方式</p>');
    expect(touched).toBe(0);
    expect(sent).toEqual([]);
    expect(listeners).toEqual([]);
    expect(hints()).toBe(0);
  });

  it('a hidden sentence asks for nothing, until it can be seen', async () => {
    await start(`<h1>确认付款</h1><div id="tpl" style="display:none">${DECLINED}</div>`);
    expect([touched, asked]).toEqual([0, 0]);
    document.querySelector('#tpl')!.setAttribute('style', '');
    await vi.advanceTimersByTimeAsync(1500);
    expect(asked).toBe(1);
    expect(hints()).toBe(1);
  });

  it('one that nobody sees yet, prerendered or behind another, is not even asked about until it is seen', async () => {
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    await start(DECLINED);
    await vi.advanceTimersByTimeAsync(10_000);
    expect([touched, asked, hints()]).toEqual([0, 0, 0]);
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(1500);
    expect([asked, hints()]).toEqual([1, 1]);
    hidden.mockRestore();
  });

  it('an address that may tell of a failure is reason enough', async () => {
    history.replaceState(null, '', '/x?errorCode=ILLEGAL_SIGN');
    await start('<p>请返回商户页面</p>');
    expect(asked).toBe(1);
    expect(sent[0]!.finding).toMatchObject({ diagnosis: 'merchant-integration-error', code: 'ILLEGAL_SIGN' });
  });
});

describe('the large part', () => {
  it('is asked for once, however much there is to read', async () => {
    await start(DECLINED + DECLINED);
    document.body.insertAdjacentHTML('beforeend', DECLINED);
    await vi.advanceTimersByTimeAsync(3000);
    expect(asked).toBe(1);
  });

  it('is asked for again where it does not come, a few times and then no more', async () => {
    bring = () => false;
    await start(DECLINED);
    expect(hints()).toBe(0);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toBe(5);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is taken when it comes late, and reads what stands then', async () => {
    bring = () => false;
    await start(DECLINED);
    deliverAgent(agentOf(() => table, pageLink, hearExtension));
    await vi.advanceTimersByTimeAsync(1500);
    expect(typesSent()).toEqual(['found']);
    expect(hints()).toBe(1);
  });

  it('is taken once', async () => {
    await start(DECLINED);
    deliverAgent(agentOf(() => table, pageLink, hearExtension));
    await vi.advanceTimersByTimeAsync(1500);
    expect(typesSent()).toEqual(['found']);
    expect(listeners).toHaveLength(1);
  });

  it('listens at once where it comes unasked, for the failure of a frame', async () => {
    await start('<h1>确认付款</h1>');
    expect(listeners).toEqual([]);
    deliverAgent(agentOf(() => table, pageLink, hearExtension));
    deliver(order);
    expect(hints()).toBe(1);
    expect(sent).toEqual([]);
  });

  it('finds nobody where the extension is gone', async () => {
    alive = false;
    await start(DECLINED);
    expect(asked).toBe(0);
    alive = true;
    deliverAgent(agentOf(() => table, pageLink, hearExtension));
    await vi.advanceTimersByTimeAsync(1500);
    expect([sent, hints()]).toEqual([[], 0]);
  });
});

describe('on a failure', () => {
  it('the background is told, and its hint is shown', async () => {
    await start(DECLINED);
    expect(typesSent()).toEqual(['found']);
    expect(sent[0]!.finding).toMatchObject({ diagnosis: 'bank-declined', host: location.hostname });
    expect(hints()).toBe(1);
  });

  it('no hint is shown where the background gives none, or something else', async () => {
    for (const nothing of [
      null,
      undefined,
      true,
      { type: 'show-hint' },
      { type: 'show-hint', key: 'k', words: {} },
      'show-hint',
    ]) {
      answer = () => nothing;
      await start(DECLINED);
      expect(hints(), JSON.stringify(nothing)).toBe(0);
    }
  });

  it('a background that does not answer costs nothing', async () => {
    answer = () => Promise.reject(new Error('Receiving end does not exist.'));
    await start(DECLINED);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(hints()).toBe(0);
    expect(typesSent()).toEqual(['found', 'found', 'found', 'found']);
  });

  it('a background that dies before it answers hears it again', async () => {
    const answers = [undefined, order];
    answer = ({ type }) => (type === 'found' ? answers.shift() : null);
    await start(DECLINED);
    await vi.advanceTimersByTimeAsync(2000);
    expect(typesSent()).toEqual(['found', 'found']);
    expect(hints()).toBe(1);
  });

  it("the popup's question is answered with what stands, to nobody else", async () => {
    await start(DECLINED);
    expect(deliver({ type: 'ask' })).toEqual([expect.objectContaining({ diagnosis: 'bank-declined' })]);
    expect(deliver({ type: 'ask' }, { id: 'another' })).toEqual([]);
    expect(deliver({ type: 'ask' }, {})).toEqual([]);
    document.body.innerHTML = '';
    await vi.advanceTimersByTimeAsync(3000);
    expect(deliver({ type: 'ask' })).toEqual([]);
  });

  it('the hint goes when the failure does', async () => {
    await start(DECLINED);
    document.body.innerHTML = '<h1>确认付款</h1>';
    await vi.advanceTimersByTimeAsync(3000);
    expect(typesSent()).toEqual(['found', 'gone']);
    expect(hints()).toBe(0);
  });

  it('the hint goes when another failure comes, until the background has its say', async () => {
    await start(DECLINED);
    answer = () => new Promise(() => undefined);
    document.querySelector('p')!.textContent = '银行卡余额不足，无法付款';
    await vi.advanceTimersByTimeAsync(1500);
    expect(typesSent()).toEqual(['found', 'found']);
    expect(hints()).toBe(0);
  });

  it('an answer that comes too late is not shown', async () => {
    let settle: (value: unknown) => void = () => undefined;
    asked = 0;
    bring = () => (deliverAgent(agentOf(() => table, pageLink, hearExtension)), true);
    answer = ({ type }) => (type === 'found' ? new Promise((resolve) => (settle = resolve)) : null);
    await start(DECLINED);
    document.body.innerHTML = '<h1>确认付款</h1>';
    await vi.advanceTimersByTimeAsync(3000);
    settle(order);
    await vi.advanceTimersByTimeAsync(100);
    expect(hints()).toBe(0);
  });
});

describe('the buttons', () => {
  it('tell the background what the user decided', async () => {
    await start(DECLINED);
    press('show');
    expect(typesSent()).toEqual(['found', 'show-steps']);
    press('dismiss');
    expect(sent.at(-1)).toEqual({ type: 'dismissed', key: KEY });
    expect(hints()).toBe(0);
  });

  it('mute the site', async () => {
    await start(DECLINED);
    press('mute');
    expect(sent.at(-1)).toEqual({ type: 'mute-site' });
    // Nobody confirms it here, so nothing is said about it.
    await vi.waitFor(() => expect(hints()).toBe(0));
  });

  it('dismiss for this document: the same order shows nothing again', async () => {
    await start(DECLINED);
    press('dismiss');
    deliver(order);
    expect(hints()).toBe(0);
    deliver({ ...order, key: 'card-expired ' });
    expect(hints()).toBe(1);
  });
});

describe('orders', () => {
  it('of the background are obeyed', async () => {
    await start(DECLINED);
    deliver({ type: 'focus-hint' });
    expect(document.activeElement?.hasAttribute('data-card-rescue-hint')).toBe(true);
    deliver({ type: 'hide-hint' });
    expect(hints()).toBe(0);
    deliver({ type: 'focus-hint' });
    expect(hints()).toBe(0);
    deliver(order);
    expect(hints()).toBe(1);
  });

  it('of anybody else, or of no form, are not', async () => {
    answer = () => null;
    await start(DECLINED);
    for (const sender of [{ id: 'another' }, {}]) deliver(order, sender);
    for (const message of [
      null,
      'show-hint',
      [],
      { type: 'show-hint' },
      { ...order, words: { ...words, sentence: 7 } },
      { ...order, words: { ...words, dir: 'up' } },
    ])
      expect(() => deliver(message)).not.toThrow();
    expect(hints()).toBe(0);
  });
});

describe('an extension that is gone', () => {
  it('lets go of the page without a word', async () => {
    await start(DECLINED);
    alive = false;
    document.querySelector('p')!.textContent = '银行卡余额不足，无法付款';
    await vi.advanceTimersByTimeAsync(3000);
    expect(typesSent()).toEqual(['found']);
    expect(hints()).toBe(0);
    alive = true;
    document.querySelector('p')!.textContent = '该卡已过期';
    await vi.advanceTimersByTimeAsync(5000);
    expect(typesSent()).toEqual(['found']);
  });
});

describe('an address where failures are only talked about', () => {
  it('is not read at all', async () => {
    history.replaceState(null, '', '/help/article');
    await start(DECLINED);
    expect(touched).toBe(0);
    expect(hints()).toBe(0);
  });
});
