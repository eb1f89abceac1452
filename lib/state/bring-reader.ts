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
