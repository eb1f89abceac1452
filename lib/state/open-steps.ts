/** "Show steps": from the hint to the popup. */
import browser from 'webextension-polyfill';

/** Opens the popup where the browser allows it, and the same page in a tab where it does not. */
export async function openSteps(tabId: number, windowId: number | undefined): Promise<boolean> {
  try {
    await browser.action.openPopup(windowId === undefined ? undefined : { windowId });
    return true;
  } catch {
    try {
      await browser.tabs.create({ url: browser.runtime.getURL(`popup.html?tab=${tabId}`), index: undefined });
      return true;
    } catch {
      return false;
    }
  }
}
