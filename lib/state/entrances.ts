/**
 * Ways in besides the icon: the context menu on a selected text, keyboard commands, and the first-run page on installation. Firefox
 * for Android has neither menus nor commands, so each is used only where it is.
 */
import browser from 'webextension-polyfill';
import { putExplained } from './explain.ts';

export const EXPLAIN_MENU = 'explain-selection';
/** Commands beside the browser's own `_execute_action`, as the manifest names them. */
export const COMMANDS = ['explain-selection', 'focus-hint'] as const;

type Tab = { id?: number | undefined; incognito: boolean; windowId?: number | undefined };

/** Opens the popup, or its page in a tab where the browser refuses. */
async function openPopup(): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    await browser.tabs.create({ url: browser.runtime.getURL('popup.html') }).catch(() => undefined);
  }
}

/** Hands a selected text to the popup and opens it. Of a private window nothing is put anywhere: there the popup opens empty. */
export async function explain(text: string, isPrivate: boolean): Promise<void> {
  // Both at once: waiting for the storage would cost the user's gesture, without which some browsers open no popup.
  const put = isPrivate ? false : putExplained(text);
  await Promise.all([put, openPopup()]);
}

/** The selected text of a tab's page. The command gives the right to read this page now (`activeTab`), and no other. */
async function selectionIn(tabId: number): Promise<string> {
  try {
    const [top] = await browser.scripting.executeScript({
      target: { tabId },
      func: () => String(getSelection() ?? ''),
    });
    return typeof top?.result === 'string' ? top.result : '';
  } catch {
    return '';
  }
}

async function onCommand(name: string, tab: Tab | undefined): Promise<void> {
  const asked = tab ?? (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  if (asked?.id === undefined) return;
  // The hint listens where there is one; elsewhere nobody does, and nothing happens.
  if (name === 'focus-hint')
    await browser.tabs.sendMessage(asked.id, { type: 'focus-hint' }, { frameId: 0 }).catch(() => null);
  if (name === 'explain-selection') {
    const text = asked.incognito ? '' : await selectionIn(asked.id);
    await explain(text, asked.incognito);
  }
}

/** Sets the listeners. To be called when the background starts, because the browser may stop and start it at any moment. */
export function listenForEntrances(): void {
  browser.runtime.onInstalled.addListener(({ reason, temporary }) => {
    browser.contextMenus?.create({
      id: EXPLAIN_MENU,
      title: browser.i18n.getMessage('explain'),
      contexts: ['selection'],
    });
    // A developer's reload is no first run.
    if (reason === 'install' && !temporary)
      void browser.tabs.create({ url: browser.runtime.getURL('welcome.html') }).catch(() => undefined);
  });
  browser.contextMenus?.onClicked.addListener(({ menuItemId, selectionText }, tab) => {
    if (menuItemId === EXPLAIN_MENU) void explain(selectionText ?? '', tab?.incognito ?? false);
  });
  browser.commands?.onCommand.addListener((name, tab) => void onCommand(name, tab).catch(() => undefined));
}
