import { beforeEach, describe, expect, it } from 'vitest';
import background from '../../entrypoints/background.ts';
import en from '../../lib/i18n/locales/en/hint.json' with { type: 'json' };
import zhCN from '../../lib/i18n/locales/zh-CN/hint.json' with { type: 'json' };
import library from '../../lib/i18n/locales/en/library.json' with { type: 'json' };
import zhLibrary from '../../lib/i18n/locales/zh-CN/library.json' with { type: 'json' };
import { callKey } from '../../lib/state/call.ts';
import { caseKey } from '../../lib/state/case-store.ts';
import { readTabFindings, readTabPaid } from '../../lib/state/findings.ts';
import { saveSettings } from '../../lib/state/settings.ts';
import browser, { fake } from '../fake-browser.ts';
import { ABOUT, addTab, finding, orders, send, stored, startBackground } from './background-page.ts';

const { local, session } = fake.areas;
startBackground();

/** The finding as it is kept: host and time are ours. */
const kept = (one = finding) => ({ ...one, host: 'mclient.alipay.com', at: expect.any(Number) as number });

describe('a failure found', () => {
  it("is kept, marked and answered with the hint's words", async () => {
    const order = await send({ type: 'found', finding });
    expect(await readTabFindings(7)).toEqual([{ document: 'frame 0', frameId: 0, live: true, finding: kept() }]);
    expect(fake.badges.get(7)).toMatchObject({ text: '!', title: en.badge });
    expect(order).toEqual({
      type: 'show-hint',
      key: ABOUT,
      words: {
        lang: 'en',
        dir: 'ltr',
        tone: 'calm',
        sentence: `Looks like: ${library['title.bank-declined']}`,
        show: en.show,
        dismiss: en.dismiss,
        mute: en.mute,
        muted: en.muted,
        undo: en.undo,
        openByHand: en['open-by-hand'],
      },
    });
    expect(orders).toEqual([]);
  });

  it('speaks the language of the screen', async () => {
    await saveSettings({ screen: 'zh-CN' });
    expect(await send({ type: 'found', finding })).toMatchObject({
      words: { lang: 'zh-CN', sentence: `很可能：${zhLibrary['title.bank-declined']}` },
    });
    expect(fake.badges.get(7)!.title).toBe(zhCN.badge);
  });

  it('in a frame is hinted at in the page around it, which gets what it takes to show a hint', async () => {
    fake.frames.set('7 0', {});
    expect(await send({ type: 'found', finding }, 7, { frameId: 5, url: 'https://render.alipay.com/x' })).toBeNull();
    expect(orders).toEqual([[expect.objectContaining({ type: 'show-hint', key: ABOUT }), 0]]);
    expect(fake.injected).toEqual(['7 0 /reader.js']);
    expect(await readTabFindings(7)).toMatchObject([{ frameId: 5, live: true }]);
  });

  it("in a blank frame of Alipay's counts by its origin", async () => {
    await send({ type: 'found', finding }, 7, { frameId: 5, url: 'about:blank', origin: 'https://mclient.alipay.com' });
    expect(await readTabFindings(7)).toMatchObject([{ frameId: 5, live: true }]);
  });

  it('of a name that we do not know is not kept and not shown', async () => {
    const before = stored();
    for (const diagnosis of ['constructor', 'to-string', 'no-such-diagnosis', 'hasownproperty'])
      expect(await send({ type: 'found', finding: { ...finding, diagnosis } })).toBeNull();
    expect(stored()).toBe(before);
    expect(fake.badges.size).toBe(0);
  });

  it('loses what does not belong to it before it is stored', async () => {
    await send({
      type: 'found',
      finding: { ...finding, card: '6222021234567890', evidence: [{ ...finding.evidence[0], html: '<b>' }] },
      note: 'x',
    });
    expect(await readTabFindings(7)).toEqual([{ document: 'frame 0', frameId: 0, live: true, finding: kept() }]);
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
    ['already-paid', 'exact', 'hint.paid'],
    ['outcome-unknown', 'likely', 'hint.check-first'],
    ['unknown-failure', 'unsure', 'hint.unknown'],
    ['bank-declined', 'unsure', 'hint.unknown'],
    ['service-unavailable', 'likely', 'hint.check-first'],
  ] as const)('%s, %s, says %s', async (diagnosis, certainty, key) => {
    expect(await send({ type: 'found', finding: { ...finding, diagnosis, certainty } })).toMatchObject({
      words: { sentence: en[key] },
    });
  });

  it.each([
    ['merchant-integration-error', 'exact', "An error on the shop's side"],
    ['card-expired', 'exact', 'The card has expired'],
    ['insufficient-funds', 'likely', 'Looks like: Not enough money for this payment'],
    ['alipay-risk-control', 'exact', "Alipay's safety check stopped this payment"],
    ['too-many-attempts', 'exact', 'Too many tries in a short time'],
  ] as const)('%s, %s, is called what the popup calls it', async (diagnosis, certainty, sentence) => {
    expect(await send({ type: 'found', finding: { ...finding, diagnosis, certainty } })).toMatchObject({
      words: { tone: 'calm', sentence },
    });
  });
});

describe('a failure gone', () => {
  it('in the frame that told of it is forgotten', async () => {
    await send({ type: 'found', finding });
    expect(await send({ type: 'gone' })).toBeNull();
    expect(session.content).not.toHaveProperty('findings:7');
    expect(fake.badges.get(7)).toMatchObject({ text: '', title: 'Card Rescue' });
  });

  it('in another frame changes nothing of it', async () => {
    await send({ type: 'found', finding }, 7, { frameId: 5 });
    await send({ type: 'gone' }, 7, { frameId: 0 });
    expect(await readTabFindings(7)).toMatchObject([{ frameId: 5, live: true }]);
    expect(fake.badges.get(7)!.text).toBe('!');
  });

  it('in another tab changes nothing either', async () => {
    await send({ type: 'found', finding }, 7);
    await send({ type: 'gone' }, 8);
    expect(session.content).toHaveProperty('findings:7');
    expect(fake.badges.get(7)!.text).toBe('!');
  });

  it('in a frame takes the hint of the page around it away', async () => {
    await send({ type: 'found', finding }, 7, { frameId: 5 });
    await send({ type: 'gone' }, 7, { frameId: 5 });
    expect(orders.at(-1)).toEqual([{ type: 'hide-hint' }, 0]);
  });
});

describe('several documents of a tab', () => {
  const other = { ...finding, diagnosis: 'card-expired', certainty: 'unsure' as const };
  const money = { ...finding, diagnosis: 'outcome-unknown', code: '' };
  const frame = (documentId: string, frameId: number) => ({ documentId, frameId });
  /** Which frames still show something. */
  const showing = (...frames: number[]): void =>
    void fake.pageScripts.set(7, (order, options) => {
      if ((order as { type: string }).type !== 'ask') return void orders.push([order as never, options?.frameId]);
      return frames.includes(options!.frameId!) ? finding : null;
    });

  it('have a finding each, and the gravest is spoken of', async () => {
    showing(0, 5, 6);
    expect(await send({ type: 'found', finding: other }, 7, frame('a', 0))).toMatchObject({
      key: 'card-expired ALI64',
    });
    await send({ type: 'found', finding }, 7, frame('b', 5));
    expect(orders.at(-1)).toMatchObject([{ type: 'show-hint', key: ABOUT }, 0]);
    await send({ type: 'found', finding: money }, 7, frame('c', 6));
    expect(orders.at(-1)).toMatchObject([{ type: 'show-hint', key: 'outcome-unknown ' }, 0]);
    expect((await readTabFindings(7)).map((one) => one.document)).toEqual(['c', 'b', 'a']);
    await send({ type: 'gone' }, 7, frame('c', 6));
    expect(orders.at(-1)).toMatchObject([{ type: 'show-hint', key: ABOUT }, 0]);
    expect(fake.badges.get(7)!.text).toBe('!');
  });

  it('of which one goes keep the others, its own hint gives way to theirs', async () => {
    showing(0, 5);
    await send({ type: 'found', finding }, 7, frame('a', 0));
    await send({ type: 'found', finding: other }, 7, frame('b', 5));
    expect(await send({ type: 'gone' }, 7, frame('a', 0))).toMatchObject({ key: 'card-expired ALI64' });
  });

  it('that tell at once are both heard: none says anything of itself until it is answered', async () => {
    const waits = new Set<number>();
    fake.pageScripts.set(7, (order, options) =>
      (order as { type: string }).type === 'ask' ? (waits.has(options!.frameId!) ? null : finding) : undefined,
    );
    const tell = (what: typeof finding, id: string, frameId: number) => {
      waits.add(frameId);
      return send({ type: 'found', finding: what }, 7, frame(id, frameId)).finally(() => waits.delete(frameId));
    };
    for (const what of [finding, other]) await Promise.all([tell(what, 'b', 5), tell(what, 'c', 6)]);
    expect((await readTabFindings(7)).filter((one) => one.live)).toHaveLength(2);
    expect(fake.badges.get(7)!.text).toBe('!');
  });

  it('that are left become something of the past', async () => {
    showing(0, 5);
    await send({ type: 'found', finding }, 7, frame('b', 5));
    await send({ type: 'left' }, 7, frame('b', 5));
    expect(await readTabFindings(7)).toMatchObject([{ document: 'b', live: false }]);
    expect(fake.badges.get(7)!.text).toBe('');
    expect(orders.at(-1)).toEqual([{ type: 'hide-hint' }, 0]);
  });

  it('that went without a word are found out at the next word', async () => {
    showing(0);
    await send({ type: 'found', finding: money }, 7, frame('b', 5));
    expect(await send({ type: 'found', finding: other }, 7, frame('a', 0))).toMatchObject({
      key: 'card-expired ALI64',
    });
    expect(await readTabFindings(7)).toMatchObject([
      { document: 'a', live: true },
      { document: 'b', live: false },
    ]);
    // The next document in the same frame ends the one before it.
    await send({ type: 'found', finding }, 7, frame('c', 0));
    expect((await readTabFindings(7)).filter((one) => one.live)).toMatchObject([{ document: 'c' }]);
  });

  it('keep the time when the same is told again, and take none from the page', async () => {
    await send({ type: 'found', finding: { ...finding, at: 5 } }, 7, frame('a', 0));
    const [first] = await readTabFindings(7);
    expect(Math.abs(first!.finding.at - Date.now())).toBeLessThan(60_000);
    await new Promise((done) => setTimeout(done, 5));
    await send({ type: 'found', finding }, 7, frame('a', 0));
    expect((await readTabFindings(7))[0]!.finding.at).toBe(first!.finding.at);
  });
});

describe('a payment that went through', () => {
  it('ends everything that was said in the tab, and is noted', async () => {
    fake.pageScripts.set(7, (order, options) =>
      (order as { type: string }).type === 'ask' ? finding : void orders.push([order as never, options?.frameId]),
    );
    await send({ type: 'found', finding }, 7, { documentId: 'a' });
    await send({ type: 'found', finding }, 7, { documentId: 'b', frameId: 5 });
    await send({ type: 'found', finding }, 8);
    await send({ type: 'paid', at: 77 }, 7, { documentId: 'b', frameId: 5 });
    expect(await readTabFindings(7)).toEqual([]);
    expect(await readTabPaid(7)).toBe(77);
    expect(fake.badges.get(7)!.text).toBe('');
    expect(orders.slice(-2)).toEqual([
      [{ type: 'hide-hint' }, 0],
      [{ type: 'paid' }, 0],
    ]);
    expect(await readTabPaid(8)).toBeNull();
    expect(await readTabFindings(8)).toHaveLength(1);
  });

  it('is nothing to us where nothing failed before, and never in the future', async () => {
    const before = stored();
    await send({ type: 'paid', at: 77 });
    expect(stored()).toBe(before);
    await send({ type: 'found', finding });
    await send({ type: 'paid', at: 9e15 });
    expect(await readTabPaid(7)).toBeLessThanOrEqual(Date.now());
  });

  it('is read about only where something failed before', async () => {
    fake.frames.set('7 0', {});
    expect(await send({ type: 'read', paid: true })).toBe(false);
    await send({ type: 'found', finding }, 7, { documentId: 'a' });
    await send({ type: 'left' }, 7, { documentId: 'a' });
    expect(await send({ type: 'read', paid: true }, 7, { documentId: 'b' })).toBe(true);
    expect(fake.injected).toEqual(['7 0 /reader.js']);
  });
});

describe('a page with a text that may matter', () => {
  it('gets the large part of the page script, in the frame that asks', async () => {
    fake.frames.set('7 0', {}).set('7 5', {});
    expect(await send({ type: 'read' }, 7, { frameId: 5 })).toBe(true);
    expect(fake.injected).toEqual(['7 5 /reader.js']);
    expect(session.content).toEqual({});
  });

  it('is told when it cannot have it', async () => {
    expect(await send({ type: 'read' }, 7, { frameId: 9 })).toBe(false);
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
    expect(await send({ type: 'mute-site' })).toBe(true);
    await send({ type: 'mute-site' });
    expect(local.content.settings).toMatchObject({ screen: 'en', muted: ['alipay.com'] });
    expect(await send({ type: 'found', finding }, 8)).toBeNull();
    expect(await send({ type: 'found', finding }, 7, { frameId: 5 })).toBeNull();
    expect(orders.filter(([order]) => order.type === 'show-hint')).toEqual([]);
    expect(fake.badges.get(8)!.text).toBe('!');
    expect(session.content).toHaveProperty('findings:8');
  });

  it('a muted site is taken back by the document that muted it, and by no other', async () => {
    await saveSettings({ muted: ['example.org'] });
    await send({ type: 'mute-site' });
    await send({ type: 'unmute-site' }, 8, { frameId: 3 });
    expect(local.content.settings).toMatchObject({ muted: ['example.org', 'alipay.com'] });
    await send({ type: 'unmute-site' });
    expect(local.content.settings).toMatchObject({ muted: ['example.org'] });
  });

  it('"Undo" brings back what was muted a moment before, and nothing that was muted earlier', async () => {
    await send({ type: 'mute-site' });
    expect(await send({ type: 'unmute-site' })).toBeNull();
    expect(local.content.settings).toMatchObject({ muted: [] });
    expect(await send({ type: 'found', finding })).toMatchObject({ type: 'show-hint' });
    await saveSettings({ muted: ['alipay.com'] });
    for (const type of ['unmute-site', 'mute-site', 'unmute-site']) await send({ type });
    expect(local.content.settings).toMatchObject({ muted: ['alipay.com'] });
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
    expect(await send({ type: 'show-steps' })).toBeUndefined();
    expect(await send({ type: 'show-steps' }, 8)).toBe(true);
    expect([...fake.tabs.values()].at(-1)!.url).toBe(browser.runtime.getURL('popup.html?tab=8'));
  });
});

describe('a private window', () => {
  beforeEach(() => addTab(9, true));

  it('is helped, and leaves nothing in any store', async () => {
    const before = stored();
    expect(await send({ type: 'found', finding }, 9)).toMatchObject({ type: 'show-hint', key: ABOUT });
    expect(fake.badges.get(9)!.text).toBe('!');
    for (const message of [
      { type: 'dismissed', key: ABOUT },
      { type: 'mute-site' },
      { type: 'unmute-site' },
      { type: 'show-steps' },
      { type: 'found', finding },
      { type: 'gone' },
    ])
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
      Object.assign(session.content, { [callKey(id)]: { agent: 'Ms. Li' }, [caseKey(id)]: { home: 'DE' } });
    }
    await browser.tabs.remove(7);
    const ofTabs = () =>
      Object.keys(session.content)
        .filter((key) => /:\d+$/.test(key))
        .sort();
    await expect.poll(ofTabs).toEqual([callKey(8), 'dismissed:8', 'findings:8', caseKey(8)].sort());
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
    expect(session.content).not.toHaveProperty('findings:7');
  });

  it('sets its listeners at once', () => {
    browser.runtime.onMessage.clear();
    background.main();
    expect(browser.runtime.onMessage.hasListeners()).toBe(true);
    expect(browser.tabs.onRemoved.hasListeners()).toBe(true);
  });
});

describe('a failure whose cause the page does not know', () => {
  const bare = {
    ...finding,
    diagnosis: 'unknown-failure',
    certainty: 'unsure',
    code: '',
    evidence: [{ kind: 'family', rule: 'unknown-failure/bare-failure', quote: '扣款未成功', place: 'dialog' }],
  };
  const said = '扣款未成功\n这笔金额高过了您发卡银行给这张卡设的每日网上消费上限，可联系银行调高';

  it('is read again by its words: kept, hinted at and told to the page as that', async () => {
    const order = await send({ type: 'found', finding: bare, said });
    expect(order).toMatchObject({
      key: 'bank-limit-exceeded ',
      words: { sentence: `Looks like: ${library['title.bank-limit-exceeded']}` },
    });
    expect(await readTabFindings(7)).toMatchObject([
      { finding: { diagnosis: 'bank-limit-exceeded', certainty: 'likely', evidence: bare.evidence } },
    ]);
    expect(orders).toContainEqual([
      { type: 'second-look', of: 'unknown-failure', diagnosis: 'bank-limit-exceeded', certainty: 'likely' },
      0,
    ]);
  });

  it('stays as it is where its words say no more', async () => {
    await send({ type: 'found', finding: bare, said: '扣款未成功' });
    expect(await readTabFindings(7)).toMatchObject([{ finding: { diagnosis: 'unknown-failure' } }]);
    expect(orders).toEqual([]);
  });

  it('stays where its money may be gone, whatever the words name', async () => {
    const busy = { ...bare, diagnosis: 'service-unavailable', evidence: [] };
    await send({ type: 'found', finding: busy, said });
    expect(await readTabFindings(7)).toMatchObject([{ finding: { diagnosis: 'service-unavailable' } }]);
  });

  it('leaves nothing of its words anywhere', async () => {
    await send({ type: 'found', finding: bare, said });
    expect(stored()).not.toContain('每日网上消费');
  });

  it('tells the frame that asked', async () => {
    fake.frames.set('7 0', {});
    await send({ type: 'found', finding: bare, said }, 7, { frameId: 5, url: 'https://render.alipay.com/x' });
    expect(orders).toContainEqual([expect.objectContaining({ type: 'second-look' }), 5]);
  });

  it.each([
    ['a list', ['x']],
    ['too long', 'x'.repeat(501)],
    ['a number', 7],
  ])('is taken without words that are %s', async (_, bad) => {
    await send({ type: 'found', finding: bare, said: bad });
    expect(await readTabFindings(7)).toMatchObject([{ finding: { diagnosis: 'unknown-failure' } }]);
  });
});

describe('a family of sentences that only speak of failing', () => {
  const likely = { ...finding, diagnosis: 'verification-failed', certainty: 'likely', code: '' };
  const rule = '一天内输错5次支付密码，密码将被锁定3小时';

  it('is no failure, and the page that found it learns so', async () => {
    const before = stored();
    expect(await send({ type: 'found', finding: likely, said: rule })).toBeNull();
    expect(stored()).toBe(before);
    expect(fake.badges.get(7)?.text ?? '').toBe('');
    const answer = { type: 'second-look', of: 'verification-failed', diagnosis: '', certainty: 'unsure' };
    expect(orders).toEqual([[answer, 0]]);
  });

  it('stays one beside a box that reports it', async () => {
    const order = await send({ type: 'found', finding: likely, said: `${rule}\n\n支付密码错误，付款失败` });
    expect(order).toMatchObject({ type: 'show-hint' });
  });

  it('does not undo a sentence that is known', async () => {
    expect(await send({ type: 'found', finding: { ...likely, certainty: 'exact' } })).toMatchObject({
      type: 'show-hint',
    });
  });
});

describe('an error box in words that nobody listed', () => {
  const doubt = {
    ...finding,
    diagnosis: 'unknown-failure',
    certainty: 'unsure',
    code: '',
    evidence: [{ kind: 'structure', rule: 'unknown-failure/error-place', quote: 'x', place: 'alert' }],
  };
  const tell = (said: string) => send({ type: 'found', finding: doubt, said, doubtful: true });

  it('is a failure where its words are surely one', async () => {
    const order = await tell('Pagamento non riuscito\nLa sua carta è stata bloccata dalla banca');
    expect(order).toMatchObject({ words: { sentence: `Looks like: ${library['title.card-blocked-by-bank']}` } });
    expect(await readTabFindings(7)).toMatchObject([{ finding: { diagnosis: 'card-blocked-by-bank' } }]);
  });

  it.each(['优惠券加载失败，下拉刷新看看', 'Your session has ended', '', 'Bonjour'])(
    'is none otherwise, and leaves nothing behind: %s',
    async (said) => {
      const before = stored();
      expect(await tell(said)).toBeNull();
      expect(stored()).toBe(before);
      expect(orders).toEqual([]);
      expect(fake.badges.get(7)?.text ?? '').toBe('');
    },
  );

  it('that is none ends what stood in its place before', async () => {
    await send({ type: 'found', finding });
    expect(fake.badges.get(7)!.text).toBe('!');
    expect(await tell('Bonjour')).toBeNull();
    expect(fake.badges.get(7)!.text).toBe('');
  });

  it('in a frame, that is none, leaves the hint of the page around it, also in a private window', async () => {
    for (const keep of [true, false]) {
      const tab = keep ? 7 : 9;
      if (!keep) addTab(9, true);
      await send({ type: 'found', finding }, tab);
      await send({ type: 'found', finding: doubt, said: 'Bonjour', doubtful: true }, tab, {
        frameId: 5,
        documentId: 'f',
      });
      expect(fake.badges.get(tab)!.text).toBe('!');
      expect(orders).not.toContainEqual([{ type: 'hide-hint' }, 0]);
    }
  });
});
