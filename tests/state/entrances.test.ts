import { beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { EXPLAIN_MENU, listenForEntrances } from '../../lib/state/entrances.ts';
import { takeExplained } from '../../lib/state/explain.ts';
import { fake } from '../fake-browser.ts';

beforeEach(() => {
  fake.messages.explain = 'Explain this text';
  listenForEntrances();
});
const opened = (): string[] => [...fake.tabs.values()].map(({ url }) => url.replace(/^.*\//, ''));

describe('installing', () => {
  it('makes the menu and opens the first-run page, once', async () => {
    fake.events.installed.emit({ reason: 'install' });
    expect(fake.menus.get(EXPLAIN_MENU)).toMatchObject({ title: 'Explain this text', contexts: ['selection'] });
    await vi.waitFor(() => expect(opened()).toEqual(['welcome.html']));
    fake.events.installed.emit({ reason: 'update' });
    fake.events.installed.emit({ reason: 'install', temporary: true });
    expect(opened()).toEqual(['welcome.html']);
  });
});

describe('the menu on a selection', () => {
  const click = (text: string, incognito = false) =>
    fake.events.menuClicked.emit({ menuItemId: EXPLAIN_MENU, selectionText: text }, fake.addTab({ incognito }));

  it('hands the text over and opens the popup', async () => {
    click('发卡行拒绝');
    await vi.waitFor(() => expect(fake.popupsOpened).toBe(1));
    expect(await takeExplained()).toBe('发卡行拒绝');
  });

  it('opens the page of the popup in a tab where the browser opens no popup', async () => {
    fake.popupOpens = false;
    click('text');
    await vi.waitFor(() => expect(opened()).toContain('popup.html'));
  });

  it('puts nothing anywhere in a private window', async () => {
    click('text', true);
    await vi.waitFor(() => expect(fake.popupsOpened).toBe(1));
    expect(fake.areas.session.content).toEqual({});
  });

  it('hears only its own entry', () => {
    fake.events.menuClicked.emit({ menuItemId: 'another', selectionText: 'text' }, undefined);
    expect(fake.popupsOpened).toBe(0);
    expect(fake.areas.session.content).toEqual({});
  });
});

describe('the commands', () => {
  it('explain what is selected on the page in front', async () => {
    const tab = fake.addTab({ active: true });
    fake.frames.set(`${tab.id} 0`, { result: '余额不足' });
    fake.events.command.emit('explain-selection', tab);
    await vi.waitFor(() => expect(fake.popupsOpened).toBe(1));
    expect(await takeExplained()).toBe('余额不足');
  });

  it('open the popup empty where nothing may be read, and read nothing in a private window', async () => {
    fake.events.command.emit('explain-selection', fake.addTab({}));
    await vi.waitFor(() => expect(fake.popupsOpened).toBe(1));
    const secret = fake.addTab({ incognito: true });
    fake.frames.set(`${secret.id} 0`, { result: 'secret' });
    fake.events.command.emit('explain-selection', secret);
    await vi.waitFor(() => expect(fake.popupsOpened).toBe(2));
    expect(fake.injected).toEqual([]);
    expect(fake.areas.session.content).toEqual({});
  });

  it('lead to the hint, and do nothing where none listens', async () => {
    const heard: unknown[] = [];
    const tab = fake.addTab({ active: true });
    fake.events.command.emit('focus-hint', fake.addTab({}));
    fake.pageScripts.set(tab.id, (message, options) => heard.push([message, options]));
    fake.events.command.emit('focus-hint', tab);
    await vi.waitFor(() => expect(heard).toEqual([[{ type: 'focus-hint' }, { frameId: 0 }]]));
    expect(fake.popupsOpened).toBe(0);
  });
});

describe('a browser without menus and commands, as on phones', () => {
  it('is no reason to fail', () => {
    const whole = browser as unknown as Record<string, unknown>;
    const { contextMenus, commands } = whole;
    try {
      whole.contextMenus = whole.commands = undefined;
      expect(() => {
        listenForEntrances();
        fake.events.installed.emit({ reason: 'update' });
      }).not.toThrow();
    } finally {
      Object.assign(whole, { contextMenus, commands });
    }
  });
});
