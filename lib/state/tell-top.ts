/** Orders for the hint, told to the top document of a tab. */
import browser from 'webextension-polyfill';
import type { HintOrder } from '../messages.ts';
import { bringReader } from './bring-reader.ts';
import type { TabFinding } from './findings.ts';

/**
 * Where an order goes that only one document may hear, whatever stands in its frame afterwards; the frame where the document cannot be
 * addressed. Chrome takes a document since 106 (developer.chrome.com, tabs.sendMessage); Firefox for Android does not, and Firefox only lately
 * (searchfox.org, ext-c-tabs.js; November 2026). The same bytes run everywhere, so it is asked where we are.
 */
function addressOf({ frameId, document }: TabFinding): { frameId?: number } {
  const isKnown = !document.startsWith('frame ') && globalThis.location?.protocol !== 'moz-extension:';
  return isKnown ? ({ documentId: document } as { frameId?: number }) : { frameId };
}

/**
 * Tells the top document an order; one that had nothing to read so far gets the reader first. Never rejects.
 * @param list what the order was made from: where the page itself failed, only that page may hear of it, and never the one that came after it
 */
export async function tellTop(tabId: number, order: HintOrder, list: readonly TabFinding[]): Promise<void> {
  if (order.type === 'show-hint') await bringReader(tabId, 0);
  const first = list.find((one) => one.live);
  const isPage = order.type === 'show-hint' && first?.frameId === 0;
  await browser.tabs.sendMessage(tabId, order, isPage ? addressOf(first) : { frameId: 0 }).catch(() => null);
}
