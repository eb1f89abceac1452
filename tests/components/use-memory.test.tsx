import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { describe, expect, it } from 'vitest';
import { type Remembering, useMemory } from '../../components/call-sheet/use-memory.ts';
import { emptyCall } from '../../lib/state/call.ts';

describe('what is remembered of a call', () => {
  it('keeps what is typed in the moment after another sheet wrote something', async () => {
    let now!: Remembering;
    let shown = '';
    const tell = (one: Remembering): void => void (now = one);
    const store = () => Promise.resolve(true);
    function Sheet({ given }: { given: ReturnType<typeof emptyCall> }) {
      const here = useMemory(given, true, store);
      tell(here);
      useEffect(() => void (shown = given.agent), [given]);
      return <p>{`${here.memory.agent}, ${here.memory.reference}`}</p>;
    }
    const root = document.createElement('div');
    render(<Sheet given={emptyCall()} />, root);
    // As in a tab behind others, where what waits for the next frame waits long: no effect runs in between.
    render(<Sheet given={{ ...emptyCall(), agent: 'Of the other sheet' }} />, root);
    now.remember({ reference: 'Typed here' });
    await expect.poll(() => shown).toBe('Of the other sheet');
    expect(now.latest()).toMatchObject({ agent: 'Of the other sheet', reference: 'Typed here' });
    await expect.poll(() => root.textContent).toBe('Of the other sheet, Typed here');
    render(null, root);
  });
});
