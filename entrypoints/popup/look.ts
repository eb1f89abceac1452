/** Finds out which tab the popup speaks about, what its page shows, and whose case that is. */
import browser from 'webextension-polyfill';
import { alipayHostOf, popupState, tabOfQuery, type TabAnswer } from '../../lib/case/popup-state.ts';
import { readCaseParts } from './case-kept.ts';
import { NO_PAGE, type StoredPage, readStoredPage, seenPageOf } from './page-findings.ts';
import { loadKnowledge } from './loading.ts';
import { shown } from './shown.ts';

export const ALIPAY = { origins: ['https://*.alipay.com/*'] };
/** The tab named in the popup's address: a page of its own then, not the browser's popup. */
export const namedTab = tabOfQuery(location.search);

async function findTab(): Promise<TabAnswer> {
  if (namedTab === 'bad') return { kind: 'bad-id' };
  try {
    const tab =
      namedTab === null
        ? (await browser.tabs.query({ active: true, currentWindow: true }))[0]
        : await browser.tabs.get(namedTab);
    shown.mayKeep = tab !== undefined && !tab.incognito && !browser.extension.inIncognitoContext;
    return tab?.id === undefined ? { kind: 'gone' } : { kind: 'tab', id: tab.id, url: tab.url ?? '' };
  } catch {
    return { kind: 'gone' };
  }
}

/** What is known before any word is needed: the tab, whether its page may be read, and what was found there earlier. */
export async function findOut() {
  const [tab, allowed] = await Promise.all([findTab(), browser.permissions.contains(ALIPAY)]);
  return { tab, allowed, stored: tab.kind === 'tab' ? await readStoredPage(tab.id) : null };
}

/** Whether some document of the tab has told of a payment. */
const hasTold = (stored: StoredPage | null): boolean =>
  stored !== null && (stored.findings.length > 0 || stored.paid !== null);

/** Looks at the tab; afterwards `shown` says what there is to say about it. */
export async function look({ tab, allowed, stored }: Awaited<ReturnType<typeof findOut>>): Promise<void> {
  // A shop's page is asked only when an Alipay frame in it has reported a failure.
  const isReadable = tab.kind === 'tab' && (hasTold(stored) || alipayHostOf(tab.url) !== null);
  shown.tab = tab;
  // Without a page of Alipay's the case is the one of the phone app, whichever tab one happens to be on.
  shown.caseOf = isReadable ? tab.id : null;
  // Without a tab nothing says that the window is private, except the window itself.
  if (tab.kind !== 'tab') shown.mayKeep = !browser.extension.inIncognitoContext;
  const [{ findings: page, paid, unheard }] = await Promise.all([
    isReadable && stored ? seenPageOf(tab.id, stored) : NO_PAGE,
    readCaseParts(Date.now()),
  ]);
  shown.page = page;
  shown.paid = paid;
  const live = page.filter((one) => one.live).map(({ finding }) => finding.diagnosis);
  const speaks = page.length > 0 || shown.stored.length > 0 || shown.attempts.length > 0;
  if (speaks) await loadKnowledge();
  const knows = (id: string): boolean => Object.hasOwn(shown.data?.library.diagnoses ?? {}, id);
  shown.page = page.filter(({ finding }) => knows(finding.diagnosis));
  shown.view = popupState({ tab, allowed, live, earlier: page.some((one) => !one.live), unheard }, knows);
}
