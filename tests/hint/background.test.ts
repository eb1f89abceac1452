import { beforeEach, describe, expect, it } from 'vitest';
import background from '../../entrypoints/background.ts';
import en from '../../lib/i18n/locales/en/hint.json' with { type: 'json' };
import zhCN from '../../lib/i18n/locales/zh-CN/hint.json' with { type: 'json' };
import type { Finding, HintOrder } from '../../lib/messages.ts';
import { callKey } from '../../lib/state/call.ts';
import { interviewKey } from '../../lib/state/interview.ts';
import { saveSettings } from '../../lib/state/settings.ts';
import browser, { fake } from '../fake-browser.ts';

const ID = browser.runtime.id;
const { local, session } = fake.areas;
const finding: Finding = {
  diagnosis: 'bank-declined', certainty: 'likely', code: 'ALI64', host: 'cashier.alipay.com', at: 1_790_000_000_000,
  evidence: [{ kind: 'family', rule: 'bank-declined/issuer-refused', quote: '发卡行 … 拒绝', place: 'alert' }],
};
const ABOUT = 'bank-declined ALI64';

interface SenderChange {
  id?: unknown;
  url?: unknown;
  origin?: unknown;
  tab?: unknown;
  frameId?: unknown;
}

/** Our script in a tab of Alipay's, with what a test changes. */
function senderOf(tabId: number, change: SenderChange = {}): Record<string, unknown> {
  const tab = fake.tabs.get(tabId);
  return { id: ID, url: 'https://mclient.alipay.com/h5pay/', frameId: 0, tab: { ...tab }, ...change };
}

const send = (message: unknown, tabId = 7, change: SenderChange = {}): Promise<unknown> => fake.deliver(message, senderOf(tabId, change));
const stored = () => JSON.stringify([local.content, session.content, fake.areas.sync.content]);

/** Orders that the tab's scripts got, each with its frame. */
let orders: [order: HintOrder, frame: number | undefined][];

beforeEach(async () => {
  background.main();
  fake.messages.action = 'Card Rescue';
  await saveSettings({ screen: 'en' });
  orders = [];
  for (const id of [7, 8]) {
    fake.addTab({ id });
    fake.pageScripts.set(id, (order, options) => void orders.push([order as HintOrder, options?.frameId]));
  }
});

describe('a failure found', () => {
  it('is kept, marked and answered with the hint\'s words', async () => {
    const order = await send({ type: 'found', finding });
    expect(session.content['finding:7']).toEqual({ finding, frameId: 0 });
    expect(fake.badges.get(7)).toMatchObject({ text: '!', title: en.badge });
    expect(order).toEqual({
      type: 'show-hint', key: ABOUT,
      words: { lang: 'en', dir: 'ltr', sentence: en['hint.bank.likely'], show: en.show, dismiss: en.dismiss, mute: en.mute, openByHand: en['open-by-hand'] },
    });
    expect(orders).toEqual([]);
  });

  it('speaks the language of the screen', async () => {
    await saveSettings({ screen: 'zh-CN' });
    expect(await send({ type: 'found', finding })).toMatchObject({ words: { lang: 'zh-CN', sentence: zhCN['hint.bank.likely'] } });
    expect(fake.badges.get(7)!.title).toBe(zhCN.badge);
  });

  it('in a frame is hinted at in the page around it', async () => {
    expect(await send({ type: 'found', finding }, 7, { frameId: 5, url: 'https://render.alipay.com/x' })).toBeNull();
    expect(orders).toEqual([[expect.objectContaining({ type: 'show-hint', key: ABOUT }), 0]]);
    expect(session.content['finding:7']).toMatchObject({ frameId: 5 });
  });

  it('in a blank frame of Alipay\'s counts by its origin', async () => {
    await send({ type: 'found', finding }, 7, { frameId: 5, url: 'about:blank', origin: 'https://mclient.alipay.com' });
    expect(session.content['finding:7']).toMatchObject({ frameId: 5 });
  });

  it('of a name that we do not know is not kept and not shown', async () => {
    const before = stored();
    for (const diagnosis of ['constructor', 'to-string', 'no-such-diagnosis', 'hasownproperty']) expect(await send({ type: 'found', finding: { ...finding, diagnosis } })).toBeNull();
    expect(stored()).toBe(before);
    expect(fake.badges.size).toBe(0);
  });

  it('loses what does not belong to it before it is stored', async () => {
    await send({ type: 'found', finding: { ...finding, card: '6222021234567890', evidence: [{ ...finding.evidence[0], html: '<b>' }] }, note: 'x' });
    expect(session.content['finding:7']).toEqual({ finding, frameId: 0 });
  });

  it('is still marked and hinted at where storage refuses', async () => {
    session.failures.set = new Error('QUOTA_BYTES quota exceeded');
    expect(await send({ type: 'found', finding })).toMatchObject({ type: 'show-hint' });
    session.failures.get = new Error('storage is broken');
    local.failures.get = new Error('storage is broken');
    expect(await send({ type: 'found', finding })).toMatchObject({ type: 'show-hint' });
    expect(fake.badges.get(7)!.text).toBe('!');
  });

  it.each([
    ['already-paid', 'exact', 'hint.paid'], ['outcome-unknown', 'likely', 'hint.check-first'], ['unknown-failure', 'unsure', 'hint.unknown'], ['bank-declined', 'unsure', 'hint.unknown'],
    ['merchant-integration-error', 'exact', 'hint.shop.exact'], ['insufficient-funds', 'likely', 'hint.payer.likely'], ['alipay-risk-control', 'exact', 'hint.alipay.exact'], ['service-unavailable', 'likely', 'hint.wait.likely'],
  ] as const)('%s, %s, says %s', async (diagnosis, certainty, key) => {
    expect(await send({ type: 'found', finding: { ...finding, diagnosis, certainty } })).toMatchObject({ words: { sentence: en[key] } });
  });
});

describe('a failure gone', () => {
  it('in the frame that told of it is forgotten', async () => {
    await send({ type: 'found', finding });
    expect(await send({ type: 'gone' })).toBeNull();
    expect(session.content).not.toHaveProperty('finding:7');
    expect(fake.badges.get(7)).toMatchObject({ text: '', title: 'Card Rescue' });
  });

  it('in another frame changes nothing of it', async () => {
    await send({ type: 'found', finding }, 7, { frameId: 5 });
    await send({ type: 'gone' }, 7, { frameId: 0 });
    expect(session.content['finding:7']).toMatchObject({ frameId: 5 });
    expect(fake.badges.get(7)!.text).toBe('!');
  });

  it('in another tab changes nothing either', async () => {
    await send({ type: 'found', finding }, 7);
    await send({ type: 'gone' }, 8);
    expect(session.content).toHaveProperty('finding:7');
    expect(fake.badges.get(7)!.text).toBe('!');
  });

  it('in a frame takes the hint of the page around it away', async () => {
    await send({ type: 'found', finding }, 7, { frameId: 5 });
    await send({ type: 'gone' }, 7, { frameId: 5 });
    expect(orders.at(-1)).toEqual([{ type: 'hide-hint' }, 0]);
  });
});

describe('what the user decides', () => {
  it('a dismissed failure is not hinted at again in its tab, and another one is', async () => {
    await send({ type: 'dismissed', key: ABOUT });
    expect(await send({ type: 'found', finding })).toBeNull();
    expect(fake.badges.get(7)!.text).toBe('!');
    expect(await send({ type: 'found', finding: { ...finding, code: '' } })).toMatchObject({ type: 'show-hint' });
    expect(await send({ type: 'found', finding }, 8)).toMatchObject({ type: 'show-hint' });
  });

  it('a muted site gets no hint, but a badge', async () => {
    expect(await send({ type: 'mute-site' })).toBeNull();
    await send({ type: 'mute-site' });
    expect(local.content.settings).toMatchObject({ screen: 'en', muted: ['alipay.com'] });
    expect(await send({ type: 'found', finding }, 8)).toBeNull();
    expect(await send({ type: 'found', finding }, 7, { frameId: 5 })).toBeNull();
    expect(orders).toEqual([]);
    expect(fake.badges.get(8)!.text).toBe('!');
    expect(session.content).toHaveProperty('finding:8');
  });

  it('hints switched off are off, and the badge stays', async () => {
    await saveSettings({ hints: false });
    expect(await send({ type: 'found', finding })).toBeNull();
    expect(fake.badges.get(7)!.text).toBe('!');
  });

  it('the steps open in the popup, or in a tab where the browser cannot, or nowhere', async () => {
    expect(await send({ type: 'show-steps' })).toBe(true);
    expect(fake.popupsOpened).toBe(1);
    fake.popupOpens = false;
    expect(await send({ type: 'show-steps' })).toBe(true);
    expect([...fake.tabs.values()].at(-1)!.url).toBe(browser.runtime.getURL('popup.html?tab=7'));
  });
});

describe('a private window', () => {
  beforeEach(() => {
    fake.addTab({ id: 9, incognito: true });
    fake.pageScripts.set(9, (order, options) => void orders.push([order as HintOrder, options?.frameId]));
  });

  it('is helped, and leaves nothing in any store', async () => {
    const before = stored();
    expect(await send({ type: 'found', finding }, 9)).toMatchObject({ type: 'show-hint', key: ABOUT });
    expect(fake.badges.get(9)!.text).toBe('!');
    for (const message of [{ type: 'dismissed', key: ABOUT }, { type: 'mute-site' }, { type: 'show-steps' }, { type: 'found', finding }, { type: 'gone' }])
      for (const frameId of [0, 4]) {
        await send(message, 9, { frameId });
        expect(stored(), message.type).toBe(before);
      }
  });

  it('loses its badge when the failure is gone', async () => {
    await send({ type: 'found', finding }, 9);
    await send({ type: 'gone' }, 9);
    expect(fake.badges.get(9)!.text).toBe('');
  });
});

describe('a closed tab', () => {
  it('takes all that was kept for it along', async () => {
    for (const id of [7, 8]) {
      await send({ type: 'found', finding }, id);
      await send({ type: 'dismissed', key: ABOUT }, id);
      Object.assign(session.content, { [callKey(id)]: { agent: 'Ms. Li' }, [interviewKey(id)]: { home: 'DE' } });
    }
    await browser.tabs.remove(7);
    const ofTabs = Object.keys(session.content).filter((key) => /:\d+$/.test(key)).sort();
    expect(ofTabs).toEqual([callKey(8), 'dismissed:8', 'finding:8', interviewKey(8)].sort());
  });
});

const MESSAGES = [
  { type: 'found', finding }, { type: 'found', finding: { ...finding, diagnosis: 'already-paid', certainty: 'exact' } }, { type: 'gone' }, { type: 'dismissed', key: ABOUT }, { type: 'mute-site' }, { type: 'show-steps' },
];

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
  'another country\'s domain': { url: 'https://mclient.alipay.com.cn/' },
  'a foreign frame in a page of Alipay\'s': { url: 'https://evil.example/frame', frameId: 3 },
  'a foreign page that names a good origin': { url: 'https://evil.example/', origin: 'https://mclient.alipay.com' },
  'a blank frame of another origin': { url: 'about:blank', origin: 'https://evil.example', frameId: 3 },
  'a blank frame without an origin': { url: 'about:blank', origin: undefined, frameId: 3 },
  'a frame without any origin': { url: 'about:srcdoc', origin: 'null', frameId: 3 },
  'a local file': { url: 'file:///mclient.alipay.com' },
  'a data address': { url: 'data:text/html,x', origin: 'null' },
};

describe('a forged message', () => {
  it.each(Object.keys(FORGED).flatMap((who) => MESSAGES.map((message) => [who, message.type, message] as const)))('from %s (%s) changes nothing', async (who, _type, message) => {
    await send({ type: 'found', finding: { ...finding, diagnosis: 'card-expired' } });
    const before = [stored(), JSON.stringify([...fake.badges]), fake.tabs.size, fake.popupsOpened, orders.length];
    expect(await send(message, 7, FORGED[who])).toBeUndefined();
    expect([stored(), JSON.stringify([...fake.badges]), fake.tabs.size, fake.popupsOpened, orders.length]).toEqual(before);
  });

  it.each([null, undefined, 7, 'found', [], { type: 'ask' }, { type: 'show-hint', key: 'k' }, { type: 'found' }, { type: 'found', finding: { ...finding, evidence: 'x' } }, { type: 'dismissed', key: {} }, { type: '__proto__' }])('that is none changes nothing: %j', async (message) => {
    const before = stored();
    expect(await send(message)).toBeUndefined();
    expect(stored()).toBe(before);
    expect(fake.badges.size).toBe(0);
  });
});

describe('a background that was stopped', () => {
  it('knows as much as before when it starts again', async () => {
    await send({ type: 'found', finding });
    await send({ type: 'dismissed', key: ABOUT });
    const kept = stored();
    browser.runtime.onMessage.clear();
    browser.tabs.onRemoved.clear();
    background.main();
    expect(await send({ type: 'found', finding })).toBeNull();
    expect(stored()).toBe(kept);
    await send({ type: 'gone' });
    expect(session.content).not.toHaveProperty('finding:7');
  });

  it('sets its listeners at once', () => {
    browser.runtime.onMessage.clear();
    background.main();
    expect(browser.runtime.onMessage.hasListeners()).toBe(true);
    expect(browser.tabs.onRemoved.hasListeners()).toBe(true);
  });
});
