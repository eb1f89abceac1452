/** Hint and badge read the case: what was told, answered or paid elsewhere changes what they say of the same page. */
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../lib/case/evidence.ts';
import { storedCase } from '../../lib/case/stored.ts';
import en from '../../lib/i18n/locales/en/hint.json' with { type: 'json' };
import library from '../../lib/i18n/locales/en/library.json' with { type: 'json' };
import { changeStoredCase, caseKey } from '../../lib/state/case-store.ts';
import { fake } from '../fake-browser.ts';
import { ABOUT, addTab, finding, orders, send, startBackground } from './background-page.ts';

const { session } = fake.areas;
/** What the page's own finding is told as. */
const DECLINED = `Looks like: ${library['title.bank-declined']}`;
startBackground();

const told = (id: string): Evidence => ({ kind: 'told', id, from: 'bank', at: Date.now() });
const tell = (tab: number, ...evidence: Evidence[]) =>
  changeStoredCase(tab, () => (evidence.length ? storedCase(evidence) : null));
const sentence = (order: unknown): string => (order as { words: { sentence: string } }).words.sentence;
/** The hints that were ordered. A background of an earlier test in the same process may still look after what it kept, and orders none. */
const shown = (): typeof orders => orders.filter(([order]) => order.type === 'show-hint');
/** What the page was told last. */
const last = (): string => sentence(shown().at(-1)![0]);

describe('what was told of a payment', () => {
  it('before the page failed is in its hint', async () => {
    await tell(7, told('bank-held'));
    expect(sentence(await send({ type: 'found', finding }))).toBe(en['hint.check-first']);
    expect(sentence(await send({ type: 'found', finding }, 8))).toBe(DECLINED);
  });

  it('while the hint stands changes it at once, and going back on it changes it back', async () => {
    await send({ type: 'found', finding });
    await tell(7, told('bank-held'));
    await expect.poll(() => shown().length).toBe(1);
    expect(last()).toBe(en['hint.check-first']);
    expect(shown()[0]).toMatchObject([{ type: 'show-hint', key: ABOUT, words: { tone: 'money' } }, 0]);
    await tell(7);
    await expect.poll(() => shown().length).toBe(2);
    expect(last()).toBe(DECLINED);
  });

  it('is told to the page that failed, and never to the one that came after it', async () => {
    const asked: unknown[] = [];
    fake.pageScripts.set(7, (order, options) => void asked.push([(order as { type: string }).type, options]));
    await send({ type: 'found', finding }, 7, { documentId: 'ABC' });
    await tell(7, told('bank-held'));
    await expect.poll(() => asked.length).toBe(1);
    expect(asked).toEqual([['show-hint', { documentId: 'ABC' }]]);
  });

  it('"it went through" never leaves a hint that speaks of a way to pay', async () => {
    const closed = { ...finding, diagnosis: 'too-many-attempts', code: '' };
    expect(sentence(await send({ type: 'found', finding: closed }))).toBe('Looks like: Too many tries in a short time');
    await tell(7, { kind: 'result', result: 'paid', at: Date.now() });
    // Earlier pages of the same worker may still be told; the last word counts.
    await expect.poll(() => (shown().length ? last() : '')).toBe(en['hint.paid']);
  });

  it('names the cause as the popup does', async () => {
    const nameless = { ...finding, diagnosis: 'unknown-failure', certainty: 'unsure' as const, code: '' };
    expect(sentence(await send({ type: 'found', finding: nameless }))).toBe(en['hint.unknown']);
    await tell(7, told('bank-fraud-hold'));
    await expect.poll(() => shown().length).toBe(1);
    expect(last()).toBe(DECLINED);
  });

  it('of a tab whose page shows nothing orders nothing', async () => {
    await send({ type: 'found', finding }, 8);
    await tell(7, told('bank-held'));
    // What was told later has arrived, so what was told before has too.
    await tell(8, told('bank-held'));
    await expect.poll(() => shown().length).toBe(1);
    expect(fake.badges.has(7)).toBe(false);
  });

  it('does not bring a hint back that was dismissed', async () => {
    await send({ type: 'found', finding });
    await send({ type: 'dismissed', key: ABOUT });
    await send({ type: 'found', finding }, 8);
    await tell(7, told('bank-held'));
    await tell(8, told('bank-held'));
    await expect.poll(() => shown().length).toBe(1);
    expect(last()).toBe(en['hint.check-first']);
  });

  it('that cannot be read leaves what the page says', async () => {
    for (const broken of ['x', 7, { evidence: [{ kind: 'told' }, null, { kind: 'answer', at: 1 }] }, []]) {
      session.content[caseKey(7)] = broken;
      expect(sentence(await send({ type: 'found', finding }))).toBe(DECLINED);
    }
  });
});

describe('a payment elsewhere that may have gone through', () => {
  it('is looked for before anything else, in the hint too', async () => {
    await send({ type: 'found', finding: { ...finding, diagnosis: 'outcome-unknown', code: '' } }, 8);
    expect(sentence(await send({ type: 'found', finding }))).toBe(en['hint.check-first']);
  });

  it('in a private window is not known, and nothing of it is asked', async () => {
    await send({ type: 'found', finding: { ...finding, diagnosis: 'outcome-unknown', code: '' } }, 8);
    addTab(9, true);
    expect(sentence(await send({ type: 'found', finding }, 9))).toBe(DECLINED);
  });
});
