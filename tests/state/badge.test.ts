import { describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { clearBadge, showBadge } from '../../lib/state/badge.ts';
import { fake } from '../fake-browser.ts';

describe('the badge', () => {
  it('marks one tab, and says the same in words', async () => {
    fake.addTab({ id: 7 });
    fake.addTab({ id: 8 });
    await showBadge(7, 'A payment failed');
    expect(fake.badges.get(7)).toMatchObject({ text: '!', title: 'A payment failed' });
    expect(fake.badges.has(8)).toBe(false);
  });

  it('has a dark enough ground for white letters', async () => {
    fake.addTab({ id: 7 });
    await showBadge(7, 'x');
    const [red, green, blue] = (fake.badges.get(7)!.color as string).match(/[0-9a-f]{2}/gi)!.map((part) => {
      const share = parseInt(part, 16) / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    expect(1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)).toBeGreaterThan(4.5);
  });

  it('is taken away with the words of the manifest', async () => {
    fake.addTab({ id: 7 });
    fake.messages.action = 'Card Rescue';
    await showBadge(7, 'A payment failed');
    await clearBadge(7);
    expect(fake.badges.get(7)).toMatchObject({ text: '', title: 'Card Rescue' });
  });

  it('is no matter for a tab that is gone or a browser without badges', async () => {
    await showBadge(99, 'x');
    await clearBadge(99);
    fake.addTab({ id: 7 });
    const text = vi.spyOn(browser.action, 'setBadgeText').mockRejectedValue(new Error('not supported'));
    await showBadge(7, 'x');
    await clearBadge(7);
    expect(text).toHaveBeenCalledTimes(2);
    text.mockRestore();
  });
});
