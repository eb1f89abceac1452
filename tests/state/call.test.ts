import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CALL_LIMITS,
  callKey,
  changeCall,
  emptyCall,
  findCalls,
  onCallChanged,
  readCall,
  readCallRecord,
  saveCall,
  type CallChange,
  type CallRecord,
} from '../../lib/state/call.ts';
import { fake } from '../fake-browser.ts';

const CALL: CallRecord = {
  progress: { bank: { party: 'bank', path: [{ node: 'opening', answer: 'next', to: 'see-attempt', tells: [] }] } },
  amount: 'CNY 350',
  home: '45',
  currency: 'EUR',
  lastFour: '1234',
  zone: 'Europe/Berlin',
  at: 1_790_000_000_000,
  declineCode: '59',
  agent: 'Ms. Li',
  reference: 'R-17',
  callTime: 'Nov 22, 21:00',
  text: 'raised until Friday 👍',
  host: 'mclient.alipay.com',
  kept: 'k-1',
  changed: 1_790_000_000_000,
};
const session = fake.areas.session;

describe('the stored call', () => {
  it('comes back as it was, by tab', async () => {
    expect(await saveCall(7, CALL, true)).toBe(true);
    expect(await readCall(7, true)).toEqual(CALL);
    expect(await readCall(8, true)).toEqual(emptyCall());
  });

  it('is kept in session storage alone, under the key the background deletes', async () => {
    await saveCall(7, CALL, true);
    expect(Object.keys(session.content)).toEqual([callKey(7)]);
    expect(fake.areas.local.content).toEqual({});
  });

  it('has a place of its own without a tab', async () => {
    await saveCall(null, CALL, true);
    expect(Object.keys(session.content)).toEqual([callKey(null)]);
    expect(await readCall(null, true)).toEqual(CALL);
    expect(callKey(null)).not.toBe(callKey(0));
  });

  it('is neither written nor read where nothing may be kept', async () => {
    expect(await saveCall(7, CALL, false)).toBe(false);
    expect(session.content).toEqual({});
    session.content[callKey(7)] = CALL;
    expect(await readCall(7, false)).toEqual(emptyCall());
  });

  it('tells when the storage refuses, and does not reject', async () => {
    session.failures.set = new Error('QUOTA_BYTES quota exceeded');
    session.failures.get = new Error('storage is broken');
    expect(await saveCall(7, CALL, true)).toBe(false);
    expect(await readCall(7, true)).toEqual(emptyCall());
  });

  it('keeps the notes when the progress cannot be read', async () => {
    session.content[callKey(7)] = { ...CALL, progress: 'from a later version' };
    expect(await readCall(7, true)).toEqual({ ...CALL, progress: {} });
    session.content[callKey(7)] = {
      ...CALL,
      progress: { bank: 'x'.repeat(30_000), police: {}, shop: { party: 'shop', path: [] } },
    };
    expect(await readCall(7, true)).toEqual({ ...CALL, progress: { shop: { party: 'shop', path: [] } } });
  });

  it('keeps each field that can be read when another cannot', async () => {
    session.content[callKey(7)] = { ...CALL, agent: 42, at: 'yesterday', text: null };
    expect(await readCall(7, true)).toEqual({ ...CALL, agent: '', at: null, text: '' });
  });

  it('cuts fields to their size, never within a character', () => {
    const long = readCallRecord({ ...CALL, agent: 'x'.repeat(500), text: `${'x'.repeat(CALL_LIMITS.text - 1)}👍👍` });
    expect(long.agent).toHaveLength(CALL_LIMITS.agent);
    expect(long.text).toBe('x'.repeat(CALL_LIMITS.text - 1));
  });

  it('reads anything, keeps to the limits, and reads its own result the same', () => {
    const field = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 3000 }), fc.anything());
    const likely = fc.record(Object.fromEntries(Object.keys(CALL).map((name) => [name, field])));
    fc.assert(
      fc.property(fc.oneof(fc.anything(), likely), (value) => {
        const read = readCallRecord(value);
        for (const [name, limit] of Object.entries(CALL_LIMITS))
          expect(read[name as keyof typeof CALL_LIMITS].length).toBeLessThanOrEqual(limit);
        expect(Object.keys(read).sort()).toEqual(Object.keys(CALL).sort());
        expect(readCallRecord(read)).toEqual(read);
      }),
    );
  });

  it('reads a date that cannot be one as unknown', () => {
    for (const at of [Number.NaN, Infinity, 9e15, '2026']) expect(readCallRecord({ ...CALL, at }).at).toBeNull();
  });
});

describe('two sheets of one tab', () => {
  const step = (party: string) => ({ [party]: { party, path: [] } });

  it('each change only what was changed in them', async () => {
    await changeCall(7, { agent: 'Ms. Li', progress: step('bank'), changed: 1 }, true);
    await Promise.all([
      changeCall(7, { text: 'until Friday', changed: 2 }, true),
      changeCall(7, { reference: 'R-17', progress: step('alipay'), changed: 3 }, true),
    ]);
    expect(await readCall(7, true)).toMatchObject({
      agent: 'Ms. Li',
      text: 'until Friday',
      reference: 'R-17',
      progress: { ...step('bank'), ...step('alipay') },
    });
    expect(await changeCall(7, { text: '' }, false)).toBe(false);
    expect((await readCall(7, true)).text).toBe('until Friday');
  });

  it('hear what the other changed, field by field, until they stop', async () => {
    const heard: CallChange[] = [];
    const stop = onCallChanged(7, (change) => heard.push(change));
    await changeCall(7, { agent: 'Ms. Li', changed: 1 }, true);
    await changeCall(7, { reference: 'R-17', progress: step('bank'), changed: 2 }, true);
    await changeCall(8, { agent: 'other tab' }, true);
    await session.remove(callKey(7));
    stop();
    await changeCall(7, { agent: 'late' }, true);
    expect(heard).toEqual([
      { agent: 'Ms. Li', changed: 1 },
      { reference: 'R-17', progress: step('bank'), changed: 2 },
    ]);
  });

  it('say when the storage refuses', async () => {
    session.failures.set = new Error('full');
    expect(await changeCall(7, { agent: 'Ms. Li' }, true)).toBe(false);
  });
});

describe('calls of the session', () => {
  it('are found with the newest first, and empty or foreign ones are not', async () => {
    await changeCall(7, { agent: 'Ms. Li', changed: 1 }, true);
    await changeCall(null, { text: 'until Friday', changed: 2 }, true);
    await changeCall(9, { zone: 'Europe/Berlin', changed: 3 }, true);
    session.content['call:x'] = CALL;
    session.content['case:7'] = { evidence: [] };
    expect((await findCalls()).map((one) => one.tabId)).toEqual([null, 7]);
    session.failures.get = new Error('broken');
    expect(await findCalls()).toEqual([]);
  });
});
