import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../lib/messages.ts';
import {
  dropFinding,
  forgetTab,
  readDismissed,
  readFindingOf,
  readFrameOf,
  saveDismissed,
  saveFinding,
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

describe('a stored finding', () => {
  it('comes back as it was, by tab, with its frame', async () => {
    await saveFinding(7, 3, finding);
    expect(await readFindingOf(7)).toEqual(finding);
    expect(await readFrameOf(7)).toBe(3);
    expect(await readFindingOf(8)).toBeNull();
    expect(await readFrameOf(8)).toBeNull();
  });

  it('gives way to the next one of its tab', async () => {
    await saveFinding(7, 3, finding);
    await saveFinding(7, 0, { ...finding, diagnosis: 'card-expired' });
    expect((await readFindingOf(7))?.diagnosis).toBe('card-expired');
    expect(await readFrameOf(7)).toBe(0);
  });

  it('lies in session storage only', async () => {
    await saveFinding(7, 0, finding);
    expect(Object.keys(session.content)).toEqual(['finding:7']);
    expect(fake.areas.local.content).toEqual({});
    expect(fake.areas.sync.content).toEqual({});
  });

  it('can be dropped, alone', async () => {
    await saveFinding(7, 0, finding);
    await saveFinding(8, 0, finding);
    await dropFinding(7);
    expect(await readFindingOf(7)).toBeNull();
    expect(await readFindingOf(8)).toEqual(finding);
  });

  it.each([
    ['a text', 'bank-declined'],
    ['nothing', null],
    ['a list', [finding]],
    ['the finding without its box', finding],
    ['half a finding', { finding: { diagnosis: 'bank-declined' }, frameId: 0 }],
    ['a finding of a later version', { finding: { ...finding, certainty: 'certain' }, frameId: 0 }],
  ])('is none where %s is stored', async (_, stored) => {
    session.content['finding:7'] = stored;
    expect(await readFindingOf(7)).toBeNull();
    expect(await readFrameOf(7)).toBeNull();
  });

  it('is of the page itself where its frame cannot be read', async () => {
    for (const frameId of [undefined, null, 'x', 1.5, {}]) {
      session.content['finding:7'] = { finding, frameId };
      expect(await readFrameOf(7)).toBe(0);
    }
  });

  it('never breaks the reader, whatever is stored', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (stored) => {
        session.content['finding:7'] = stored;
        session.content['dismissed:7'] = stored;
        await readFindingOf(7);
        await readFrameOf(7);
        expect(typeof (await readDismissed(7))).toBe('string');
      }),
    );
  });

  it('is none where storage cannot be read, and says so where it cannot be written', async () => {
    await saveFinding(7, 0, finding);
    session.failures.get = new Error('storage is broken');
    expect(await readFindingOf(7)).toBeNull();
    expect(await readFrameOf(7)).toBeNull();
    expect(await readDismissed(7)).toBe('');
    session.failures.set = new Error('QUOTA_BYTES quota exceeded');
    await expect(saveFinding(7, 0, finding)).rejects.toThrow('QUOTA_BYTES');
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
    await forgetTab(7, ['call:7']);
    expect(Object.keys(session.content).sort()).toEqual(['call:8', 'dismissed:8', 'finding:8']);
  });
});
