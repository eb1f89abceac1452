import browser from 'webextension-polyfill';

const COLOUR = '#8a4b00';

/** Marks a tab's toolbar icon; the title says the same in words. A tab that is gone is no error. */
export async function showBadge(tabId: number, title: string): Promise<void> {
  try {
    await browser.action.setBadgeText({ tabId, text: '!' });
    await browser.action.setBadgeBackgroundColor({ tabId, color: COLOUR });
    await browser.action.setTitle({ tabId, title });
  } catch {
    // Closed in the meantime, or a browser without badges (Firefox for Android shows the title).
  }
}

export async function clearBadge(tabId: number): Promise<void> {
  try {
    await browser.action.setBadgeText({ tabId, text: '' });
    await browser.action.setTitle({ tabId, title: browser.i18n.getMessage('action') });
  } catch {
    // As above.
  }
}
