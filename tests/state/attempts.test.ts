import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attemptsKey,
  forgetAttempts,
  noteAttempt,
  readAttemptList,
  readAttempts,
  withAttempt,
  type Attempt,
} from '../../lib/state/attempts.ts';
import { fake } from '../fake-browser.ts';

const SITE = 'alipay.com';
const NOW = Date.UTC(2026, 10, 22, 6, 5);
const MINUTE = 60_000;
const attempt = (change: Partial<Attempt> = {}): Attempt => ({
  diagnosis: 'bank-declined',
  certainty: 'likely',
  at: NOW,
  tab: 7,
  ...change,
});
const session = fake.areas.session;

describe('noting an attempt', () => {
  it('keeps what failed, how certain, when and in which tab, and nothing else', async () => {
    const told = { ...attempt(), code: 'BANK_NO', evidence: [{ quote: '6222 **** 1234' }], host: 'cashier.alipay.com' };
    await noteAttempt(SITE, told);
    await noteAttempt(SITE, attempt({ at: NOW + 2 * MINUTE, tab: 8 }));
    expect(await readAttempts(SITE, NOW + 2 * MINUTE)).toEqual([attempt(), attempt({ at: NOW + 2 * MINUTE, tab: 8 })]);
    expect(JSON.stringify(session.content)).not.toMatch(/6222|cashier|BANK_NO/);
    expect(Object.keys(session.content)).toEqual([attemptsKey(SITE)]);
    expect(fake.areas.local.content).toEqual({});
  });

  it('loses none when several frames report at once', async () => {
    const tabs = [1, 2, 3, 4, 5, 6];
    await Promise.all(tabs.map((tab) => noteAttempt(SITE, attempt({ tab }))));
    expect((await readAttempts(SITE, NOW)).map((one) => one.tab)).toEqual(tabs);
  });

  it('keeps the sites apart', async () => {
    await noteAttempt(SITE, attempt());
    expect(await readAttempts('example.com', NOW)).toEqual([]);
  });

  it('takes a storage that refuses for an empty one, and goes on when it works again', async () => {
    session.failures.set = new Error('QUOTA_BYTES quota exceeded');
    await noteAttempt(SITE, attempt());
    delete session.failures.set;
    await noteAttempt(SITE, attempt({ tab: 9 }));
    expect((await readAttempts(SITE, NOW)).map((one) => one.tab)).toEqual([9]);
    session.failures.get = new Error('storage is broken');
    expect(await readAttempts(SITE, NOW)).toEqual([]);
  });
});

describe('what counts as one attempt', () => {
  const after = (milliseconds: number, change: Partial<Attempt> = {}) =>
    withAttempt([attempt()], attempt({ at: NOW + milliseconds, ...change }));

  it('is the same failure shown again in the same tab within a minute', () => {
    expect(after(59_999)).toEqual([attempt()]);
    expect(after(MINUTE)).toHaveLength(2);
    expect(after(1000, { tab: 8 })).toHaveLength(2);
  });

  it('is the same failure again also when another one stood there in between', () => {
    const between = after(20_000, { diagnosis: 'order-closed' });
    expect(withAttempt(between, attempt({ at: NOW + 40_000 }))).toEqual(between);
  });

  it('is what a page says in the end that was still being put together', () => {
    expect(after(4000, { diagnosis: 'outcome-unknown', certainty: 'exact' })).toEqual([
      attempt({ diagnosis: 'outcome-unknown', certainty: 'exact' }),
    ]);
    expect(after(5000, { diagnosis: 'outcome-unknown' })).toHaveLength(2);
  });

  it('learns how certain it is, and keeps the time of the first sight', () => {
    expect(after(10_000, { certainty: 'exact' })).toEqual([attempt({ certainty: 'exact' })]);
  });

  it('keeps the last twenty', () => {
    const many = Array.from({ length: 25 }, (_, tab) => attempt({ tab, at: NOW + tab }));
    expect(many.reduce<Attempt[]>(withAttempt, []).map((one) => one.tab)).toEqual(
      many.slice(-20).map((one) => one.tab),
    );
  });
});

describe('forgetting', () => {
  it('forgets after a day', async () => {
    await noteAttempt(SITE, attempt());
    const day = 24 * 60 * MINUTE;
    expect(await readAttempts(SITE, NOW + day - 1)).toHaveLength(1);
    expect(await readAttempts(SITE, NOW + day)).toEqual([]);
    await noteAttempt(SITE, attempt({ at: NOW + day, tab: 8 }));
    expect(session.content[attemptsKey(SITE)]).toHaveLength(1);
  });

  it('forgets everything on demand, or only some diagnoses', async () => {
    const at = Date.now();
    await noteAttempt(SITE, attempt({ at }));
    await noteAttempt(SITE, attempt({ at, tab: 8, diagnosis: 'outcome-unknown' }));
    await forgetAttempts(SITE, ['outcome-unknown']);
    expect(await readAttempts(SITE, at)).toEqual([attempt({ at })]);
    await forgetAttempts(SITE);
    expect(session.content).toEqual({});
  });
});

describe('the reader', () => {
  it('leaves out what it cannot read and keeps the rest in order', () => {
    const later = attempt({ at: NOW - 1 });
    const first = attempt({ at: NOW - MINUTE });
    const damaged = [
      later,
      null,
      'x',
      { ...first, at: 'today' },
      { ...first, tab: 1.5 },
      { ...first, certainty: 'sure' },
      { ...first, diagnosis: '<b>' },
      { ...first, diagnosis: 'a'.repeat(90) },
      first,
    ];
    expect(readAttemptList(damaged, NOW)).toEqual([first, later]);
  });

  it('leaves out the future, as after a clock was set back', () => {
    expect(readAttemptList([attempt({ at: NOW + 1 })], NOW)).toEqual([]);
  });

  it('reads anything, keeps to its limits, and reads its own result the same', () => {
    const likely = fc.array(
      fc.record({
        diagnosis: fc.constantFrom('bank-declined', 'x', ''),
        certainty: fc.constantFrom('exact', 'none'),
        at: fc.oneof(fc.double(), fc.integer({ min: NOW - 1e8, max: NOW })),
        tab: fc.integer(),
        more: fc.string(),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), likely), (value) => {
        const read = readAttemptList(value, NOW);
        expect(read.length).toBeLessThanOrEqual(20);
        for (const one of read) expect(Object.keys(one)).toEqual(['diagnosis', 'certainty', 'at', 'tab']);
        expect(readAttemptList(read, NOW)).toEqual(read);
      }),
    );
  });
});
