/** The fake must behave as browsers do, or the tests that lean on it prove nothing. */
import browser from 'webextension-polyfill';
import { describe, expect, it, vi } from 'vitest';
import { fake } from '../fake-browser.ts';

describe("the tests' browser", () => {
  it('stores copies and tells of changes, not of repeats', async () => {
    const changed = vi.fn<(changes: object, area: string) => void>();
    browser.storage.onChanged.addListener(changed);
    const value = { list: [1] };
    await browser.storage.session.set({ value });
    value.list.push(2);
    expect(await browser.storage.session.get('value')).toEqual({ value: { list: [1] } });
    await browser.storage.session.set({ value: { list: [1] } });
    await browser.storage.session.remove(['value', 'other']);
    expect(changed.mock.calls).toEqual([
      [{ value: { newValue: { list: [1] } } }, 'session'],
      [{ value: { oldValue: { list: [1] } } }, 'session'],
    ]);
    expect(await browser.storage.session.get({ value: 'default' })).toEqual({ value: 'default' });
    expect(await browser.storage.local.get(null)).toEqual({});
  });

  it('starts empty in every test', async () => {
    expect(await browser.storage.session.get(null)).toEqual({});
  });

  it('rejects where browsers do', async () => {
    await expect(browser.runtime.sendMessage({})).rejects.toThrow('Receiving end does not exist');
    await expect(browser.tabs.sendMessage(1, {})).rejects.toThrow('Receiving end does not exist');
    await expect(browser.tabs.get(7)).rejects.toThrow('No tab with id: 7.');
    await expect(browser.action.setBadgeText({ tabId: 7, text: '!' })).rejects.toThrow('No tab with id: 7.');
    fake.areas.session.failures.set = new Error('QUOTA_BYTES quota exceeded');
    await expect(browser.storage.session.set({ a: 1 })).rejects.toThrow('QUOTA_BYTES');
  });

  it('delivers messages with their sender and gives the first answer', async () => {
    browser.runtime.onMessage.addListener(() => undefined);
    browser.runtime.onMessage.addListener((message: unknown, sender: { tab?: { id?: number } }) =>
      Promise.resolve([message, sender.tab?.id]),
    );
    expect(await fake.deliver({ type: 'a' }, { id: browser.runtime.id, tab: { id: 3 } })).toEqual([{ type: 'a' }, 3]);
  });

  it('tells of closed tabs', async () => {
    const removed = vi.fn<(tab: number) => void>();
    browser.tabs.onRemoved.addListener(removed);
    const { id } = fake.addTab();
    await browser.tabs.remove(id);
    expect(removed).toHaveBeenCalledWith(id, expect.anything());
    expect(await browser.tabs.query({})).toEqual([]);
  });
});
