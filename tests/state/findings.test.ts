import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Finding } from '../../lib/messages.ts';
import {
  changeTabFindings,
  dropFindings,
  forgetTab,
  gravityOf,
  inOrder,
  moveTab,
  noteTabPaid,
  readDismissed,
  readFrameOf,
  readTabFindings,
  readTabPaid,
  saveDismissed,
  type TabFinding,
} from '../../lib/state/findings.ts';
import { fake } from '../fake-browser.ts';

const session = fake.areas.session;
const finding: Finding = {
  diagnosis: 'bank-declined',
  certainty: 'likely',
  code: 'ALI64',
  host: 'cashier.alipay.com',
  at: 1_790_000_000_000,
  evidence: [{ kind: 'family', rule: 'bank-declined/issuer-refused', quote: '发卡行 … 拒绝', place: 'alert' }],
};

/** The finding a tab is spoken of by. */
const readFindingOf = async (tab: number) => (await readTabFindings(tab))[0]?.finding ?? null;
const gravity = (one: Finding): number => gravityOf(one, (diagnosis) => diagnosis === 'outcome-unknown');
/** Keeps what a document showed, as the background does. */
const saveFinding = (tab: number, frameId: number, one: Finding, document = `frame ${frameId}`, live = true) =>
  changeTabFindings(tab, (list) =>
    inOrder(
      [{ document, frameId, finding: one, live }, ...list.filter((other) => other.document !== document)],
      gravity,
    ),
  );

/** Tabs that a test does not close are open. */
beforeEach(() => {
  for (const id of [7, 8, 9, 70, 77, 78]) fake.addTab({ id });
});

describe('a stored finding', () => {
  it('comes back as it was, by tab, with its frame', async () => {
    await saveFinding(7, 3, finding);
    expect(await readFindingOf(7)).toEqual(finding);
    expect(await readFrameOf(7)).toBe(3);
    expect(await readFindingOf(8)).toBeNull();
    expect(await readFrameOf(8)).toBeNull();
  });

  it('gives way to the next one of its document', async () => {
    await saveFinding(7, 3, finding);
    await saveFinding(7, 3, { ...finding, diagnosis: 'card-expired' });
    expect((await readTabFindings(7)).map((one) => one.finding.diagnosis)).toEqual(['card-expired']);
  });

  it('stands behind a graver one of the same tab: money first, then certainty, the past last', async () => {
    const of = (diagnosis: string, certainty: Finding['certainty']) => ({ ...finding, diagnosis, certainty });
    await saveFinding(7, 1, of('card-expired', 'unsure'), 'a');
    await saveFinding(7, 2, of('card-expired', 'exact'), 'b', false);
    await saveFinding(7, 3, of('card-expired', 'exact'), 'c');
    await saveFinding(7, 4, of('outcome-unknown', 'likely'), 'd');
    await saveFinding(7, 5, of('bank-declined', 'likely'), 'e');
    await saveFinding(7, 6, of('outcome-unknown', 'unsure'), 'f');
    const list: TabFinding[] = await readTabFindings(7);
    expect(list.map((one) => one.document).join('')).toMatch(/^dce[af]{2}b$/);
    expect(await readFrameOf(7)).toBe(4);
  });

  it('is one of eight at most', async () => {
    for (let frame = 0; frame < 20; frame++) await saveFinding(7, frame, finding);
    expect(await readTabFindings(7)).toHaveLength(8);
  });

  it('is not lost where many are told at once', async () => {
    await Promise.all([0, 1, 2, 3, 4].map((frame) => saveFinding(7, frame, finding)));
    expect(await readTabFindings(7)).toHaveLength(5);
  });

  it('lies in session storage only', async () => {
    await saveFinding(7, 0, finding);
    expect(Object.keys(session.content)).toEqual(['findings:7']);
    expect(fake.areas.local.content).toEqual({});
    expect(fake.areas.sync.content).toEqual({});
  });

  it('can be dropped, alone', async () => {
    await saveFinding(7, 0, finding);
    await saveFinding(8, 0, finding);
    await dropFindings(7);
    expect(await readFindingOf(7)).toBeNull();
    expect(await readFindingOf(8)).toEqual(finding);
  });

  it.each([
    ['a text', 'bank-declined'],
    ['nothing', null],
    ['a list', [finding, null, 7, [], 'x']],
    ['the finding without its box', finding],
    ['half a finding', [{ finding: { diagnosis: 'bank-declined' }, document: 'a', frameId: 0 }]],
    ['a finding of a later version', [{ finding: { ...finding, certainty: 'certain' }, document: 'a', frameId: 0 }]],
  ])('is none where %s is stored', async (_, stored) => {
    session.content['findings:7'] = stored;
    expect(await readFindingOf(7)).toBeNull();
    expect(await readFrameOf(7)).toBeNull();
  });

  it('is of the page itself where its frame cannot be read', async () => {
    for (const frameId of [undefined, null, 'x', 1.5, {}]) {
      session.content['findings:7'] = [{ document: 'a', finding, frameId, live: true }];
      expect(await readFrameOf(7)).toBe(0);
    }
  });

  it('never breaks the reader, whatever is stored', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (stored) => {
        session.content['findings:7'] = stored;
        session.content['dismissed:7'] = stored;
        await readFindingOf(7);
        await readFrameOf(7);
        session.content['paid:7'] = stored;
        expect([null, stored]).toContain(await readTabPaid(7));
        expect(typeof (await readDismissed(7))).toBe('string');
      }),
    );
  });

  it('is none where storage cannot be read, and is known all the same where it cannot be written', async () => {
    await saveFinding(7, 0, finding);
    session.failures.get = new Error('storage is broken');
    expect(await readFindingOf(7)).toBeNull();
    expect(await readFrameOf(7)).toBeNull();
    expect(await readDismissed(7)).toBe('');
    session.failures.set = new Error('QUOTA_BYTES quota exceeded');
    expect(await saveFinding(7, 0, finding)).toHaveLength(1);
    await noteTabPaid(7, 5);
    expect(await readTabPaid(7)).toBeNull();
  });
});

describe('what was dismissed', () => {
  it('is remembered by tab', async () => {
    expect(await readDismissed(7)).toBe('');
    await saveDismissed(7, 'bank-declined ALI64');
    expect(await readDismissed(7)).toBe('bank-declined ALI64');
    expect(await readDismissed(8)).toBe('');
  });
});

describe('a closed tab', () => {
  it('leaves nothing behind, and others keep theirs', async () => {
    for (const tab of [7, 8]) {
      await saveFinding(tab, 0, finding);
      await saveDismissed(tab, 'x');
      session.content[`call:${tab}`] = { agent: 'Ms. Li' };
    }
    await forgetTab(7);
    expect(Object.keys(session.content).sort()).toEqual(['call:8', 'dismissed:8', 'findings:8']);
  });

  it('leaves what is no tab of its own alone', async () => {
    Object.assign(session.content, { 'attempts:alipay.com': [], 'call:77': {}, 'call:general': {}, 'x:7': 1 });
    await forgetTab(7);
    expect(Object.keys(session.content).sort()).toEqual(['attempts:alipay.com', 'call:77', 'call:general']);
  });
});

describe('a tab that comes back under another id', () => {
  it('takes everything along', async () => {
    await saveFinding(7, 0, finding);
    await noteTabPaid(7, 12);
    session.content['call:7'] = { agent: 'Ms. Li' };
    session.content['call:8'] = { agent: 'Mr. Wu' };
    await moveTab(7, 9);
    expect(await readFindingOf(9)).toEqual(finding);
    expect(await readTabPaid(9)).toBe(12);
    expect(Object.keys(session.content).sort()).toEqual(['call:8', 'call:9', 'findings:9', 'paid:9']);
  });
});

describe('a tab that was closed', () => {
  it('keeps nothing of what its page tells while it goes', async () => {
    await saveFinding(7, 0, finding);
    fake.tabs.delete(7);
    await Promise.all([saveFinding(7, 1, finding), forgetTab(7), saveFinding(7, 2, finding), noteTabPaid(7, 1)]);
    expect(Object.keys(session.content)).toEqual([]);
  });
});
