/** The background in the browser of the tests, with two tabs of Alipay's whose scripts write down what they are told. */
import { beforeEach } from 'vitest';
import background from '../../entrypoints/background.ts';
import type { Finding, HintOrder } from '../../lib/messages.ts';
import { saveSettings } from '../../lib/state/settings.ts';
import browser, { fake } from '../fake-browser.ts';

export const finding: Finding = {
  diagnosis: 'bank-declined',
  certainty: 'likely',
  code: 'ALI64',
  host: 'cashier.alipay.com',
  at: 1_790_000_000_000,
  evidence: [{ kind: 'family', rule: 'bank-declined/issuer-refused', quote: '发卡行 … 拒绝', place: 'alert' }],
};
/** What the hint of that finding is about. */
export const ABOUT = 'bank-declined ALI64';

export interface SenderChange {
  id?: unknown;
  url?: unknown;
  origin?: unknown;
  tab?: unknown;
  frameId?: unknown;
  documentId?: unknown;
}

/** Delivers a message as our script in a tab of Alipay's would, with what a test changes of the sender. */
export function send(message: unknown, tabId = 7, change: SenderChange = {}): Promise<unknown> {
  const sender = {
    id: browser.runtime.id,
    url: 'https://mclient.alipay.com/h5pay/',
    frameId: 0,
    tab: { ...fake.tabs.get(tabId) },
    ...change,
  };
  return fake.deliver(message, sender);
}

/** Everything that is stored anywhere, to compare. */
export const stored = (): string =>
  JSON.stringify([fake.areas.local.content, fake.areas.session.content, fake.areas.sync.content]);

/** Orders that the tabs' scripts got in a test, each with its frame. */
export const orders: [order: HintOrder, frame: number | undefined][] = [];

/** Adds a tab whose script listens. */
export function addTab(id: number, incognito = false): void {
  fake.addTab({ id, incognito });
  fake.pageScripts.set(id, (order, options) => void orders.push([order as HintOrder, options?.frameId]));
}

/** Begins each test of a file with a background that has just started, and the tabs 7 and 8. */
export function startBackground(): void {
  beforeEach(async () => {
    background.main();
    fake.messages.action = 'Card Rescue';
    orders.length = 0;
    for (const id of [7, 8]) addTab(id);
    await saveSettings({ screen: 'en' });
  });
}
