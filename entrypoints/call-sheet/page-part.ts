/** What the tab's pages and the other tabs of the session tell of this payment. The sheet says of the money what the popup says. */
import { ALIPAY_DOMAIN } from '../../lib/privacy/alipay-host.ts';
import { onAttempts, readAttempts } from '../../lib/state/attempts.ts';
import { onTabFindings, readTabFindings, readTabPaid } from '../../lib/state/findings.ts';
import { mayKeep, shown } from './shown.ts';

/** Reads all of it. What the sheet was opened for stays when the tab shows nothing any more. */
export async function readPage(): Promise<void> {
  const { tabId } = shown;
  const [findings, paid, attempts] = await Promise.all([
    tabId === null ? [] : readTabFindings(tabId),
    tabId === null ? null : readTabPaid(tabId),
    mayKeep() ? readAttempts(ALIPAY_DOMAIN, Date.now()) : [],
  ]);
  Object.assign(shown, { paid, attempts });
  if (findings.length > 0) {
    shown.finding = findings[0]!.finding;
    shown.page = findings.toReversed();
  }
}

/** Follows the tab, and payments in other tabs, while the call goes on. Gives a function that stops. */
export function followPage(changed: () => void): () => void {
  const again = (): void => void readPage().then(changed);
  const stops = [
    onAttempts(ALIPAY_DOMAIN, again),
    ...(shown.tabId === null ? [] : [onTabFindings(shown.tabId, again)]),
  ];
  return () => stops.forEach((stop) => stop());
}
