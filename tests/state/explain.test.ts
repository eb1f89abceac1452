import { describe, expect, it } from 'vitest';
import { EXPLAIN_KEY, EXPLAIN_LIMIT, putExplained, takeExplained } from '../../lib/state/explain.ts';
import { fake } from '../fake-browser.ts';

const session = fake.areas.session;

describe('a text to be explained', () => {
  it('is given out once and gone afterwards', async () => {
    expect(await putExplained('  付款失败 \n', 1000)).toBe(true);
    expect(await takeExplained(2000)).toBe('付款失败');
    expect(session.content).toEqual({});
    expect(await takeExplained(2000)).toBeNull();
  });

  it('takes the place of an earlier one, and is cut where it is no message any more', async () => {
    await putExplained('first', 1000);
    await putExplained('x'.repeat(EXPLAIN_LIMIT + 5), 1000);
    expect(await takeExplained(1000)).toBe('x'.repeat(EXPLAIN_LIMIT));
  });

  it('is not kept when it is empty, and not given out after a minute or before its time', async () => {
    expect(await putExplained(' \n ')).toBe(false);
    expect(session.content).toEqual({});
    for (const later of [61_000, 1e9, 999]) {
      await putExplained('text', 1000);
      expect(await takeExplained(later), String(later)).toBeNull();
      expect(session.content).toEqual({});
    }
  });

  it('is nothing where something else is stored, which is deleted too', async () => {
    for (const value of [null, 7, 'text', [], {}, { text: 7, at: 1 }, { text: '', at: 1 }, { text: 'a' }]) {
      session.content = { [EXPLAIN_KEY]: value };
      expect(await takeExplained(1)).toBeNull();
      expect(session.content).toEqual({});
    }
  });

  it('is nothing where the storage refuses', async () => {
    session.failures.set = new Error('full');
    expect(await putExplained('text')).toBe(false);
    session.failures.get = new Error('broken');
    expect(await takeExplained()).toBeNull();
  });
});
