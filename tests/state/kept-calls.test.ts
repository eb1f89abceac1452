import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deleteKeptCall, keepCall, keptFrom, MOST_KEPT, readKeptCalls } from '../../lib/state/kept-calls.ts';
import { fake } from '../fake-browser.ts';

const { local } = fake.areas;

describe('kept calls', () => {
  it('are kept, follow their notes, and are deleted one by one until nothing is left', async () => {
    await keepCall({ id: 'a', at: 1, text: 'R-1' });
    await keepCall({ id: 'b', at: 2, text: 'R-2' });
    expect(await keepCall({ id: 'a', at: 3, text: 'R-1, until Friday' })).toEqual([
      { id: 'a', at: 3, text: 'R-1, until Friday' },
      { id: 'b', at: 2, text: 'R-2' },
    ]);
    expect(await deleteKeptCall('a')).toEqual([{ id: 'b', at: 2, text: 'R-2' }]);
    expect(await deleteKeptCall('b')).toEqual([]);
    expect(local.content).toEqual({});
  });

  it('wait for each other', async () => {
    await Promise.all(['a', 'b', 'c'].map((id, at) => keepCall({ id, at, text: id })));
    expect((await readKeptCalls()).map((one) => one.id)).toEqual(['c', 'b', 'a']);
  });

  it('are not more than anybody reads; the oldest goes', () => {
    const many = Array.from({ length: MOST_KEPT + 5 }, (_, at) => ({ id: `c${at}`, at, text: '' }));
    const kept = keptFrom(many);
    expect(kept).toHaveLength(MOST_KEPT);
    expect(kept.at(-1)!.at).toBe(5);
  });

  it('say when the storage refuses', async () => {
    local.failures.set = new Error('full');
    expect(await keepCall({ id: 'a', at: 1, text: '' })).toBeNull();
  });

  it('read anything, and their own form the same', () => {
    const entry = fc.oneof(
      fc.anything(),
      fc.record({ id: fc.oneof(fc.uuid(), fc.string()), at: fc.oneof(fc.integer(), fc.double()), text: fc.string() }),
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.array(entry)), (value) => {
        const kept = keptFrom(value);
        expect(keptFrom(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
      }),
    );
  });
});
