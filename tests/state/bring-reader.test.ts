import { describe, expect, it } from 'vitest';
import { bringReader } from '../../lib/state/bring-reader.ts';
import { fake } from '../fake-browser.ts';

describe('bringing the large part of the page script', () => {
  it('puts it into the frame that asked, and no other', async () => {
    fake.addTab({ id: 7 });
    fake.frames.set('7 3', {}).set('7 0', {});
    expect(await bringReader(7, 3)).toBe(true);
    expect(fake.injected).toEqual(['7 3 /reader.js']);
  });

  it('says so where the frame or the tab is gone, or the script broke', async () => {
    expect(await bringReader(7, 0)).toBe(false);
    fake.addTab({ id: 7 });
    expect(await bringReader(7, 5)).toBe(false);
    fake.frames.set('7 0', { error: 'ReferenceError' });
    expect(await bringReader(7, 0)).toBe(false);
  });
});
