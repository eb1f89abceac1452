import browser from 'webextension-polyfill';

/**
 * Brings the large part of the page script into a frame whose small part asked for it. Never rejects.
 * @returns whether the script ran there; not when the frame is gone or the browser refuses
 */
export async function bringReader(tabId: number, frameId: number): Promise<boolean> {
  try {
    const results = await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      files: ['/reader.js'],
      injectImmediately: true,
    });
    return results.length > 0 && !results.some((one) => one.error);
  } catch {
    return false;
  }
}

/** Brings the small part into all frames of a tab that have none that lives. Never rejects. */
export async function bringDetectorTo(tabId: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: ['/detector.js'] });
    return true;
  } catch {
    return false;
  }
}

/** Brings the small part into the open pages of an address, after an installation or update. Never rejects. */
export async function bringDetector(url: string): Promise<void> {
  try {
    const tabs = await browser.tabs.query({ url, discarded: false });
    await Promise.all(tabs.map((tab) => (tab.id === undefined ? false : bringDetectorTo(tab.id))));
  } catch {
    // Open pages stay as they are until they are loaded again; the popup says so.
  }
}
