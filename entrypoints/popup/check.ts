/** "Check this page": reads the current page once, on the person's click, or takes a picture of it to be read on the device. */
import browser from 'webextension-polyfill';
import type { Checked } from '../../components/popup/popup-props.ts';
import { CHECKED, sightingOf, withPiece } from '../../lib/case/compose-case.ts';
import { checkedFinding } from '../../lib/case/checked-page.ts';
import type { Evidence } from '../../lib/case/evidence.ts';
import { checkPage } from '../../lib/state/check-page.ts';
import type { SecondLook } from '../../lib/understand/second-look.ts';
import { changeCase } from './case-kept.ts';
import { loadKnowledge } from './loading.ts';
import { shown } from './shown.ts';

/** Loaded with the first page that is checked. Without it what the page script found stands by itself. */
const loadSecondLook = (): Promise<SecondLook | null> =>
  import('../../lib/understand/load-readers.ts').then(({ createSecondLook }) => createSecondLook()).catch(() => null);

/** What is checked again is said anew; nothing of the last look at the page stays. */
const isOfLastCheck = (one: Evidence): boolean => one.kind === 'sighting' && one.source === CHECKED;

/** Reads the page of a tab once and takes what it says into the case. */
export async function check(tabId: number): Promise<Checked> {
  const [answer, look] = await Promise.all([checkPage(tabId), loadSecondLook(), loadKnowledge()]);
  if (answer.kind === 'refused') return 'refused';
  const finding = checkedFinding(answer.told, look, shown.data!);
  const now = Date.now();
  if (finding) {
    const piece = { ...sightingOf({ document: CHECKED, finding, live: false }), at: now };
    changeCase((stored) =>
      withPiece(
        stored.filter((one) => !isOfLastCheck(one)),
        piece,
      ),
    );
    return 'found';
  }
  if (!answer.told.some((one) => one.type === 'paid')) return 'none';
  // It is the end of what failed here before; alone it may be of a payment long past.
  if (shown.stored.length) changeCase((stored) => withPiece(stored, { kind: 'result', result: 'paid', at: now }));
  return 'paid';
}

/**
 * A picture of what the window shows of its page, or null where the browser gives none. Needs the user's click on the extension (`activeTab`);
 * it is read on this device and never kept.
 */
export async function pictureOfPage(): Promise<File | null> {
  try {
    const address = await browser.tabs.captureVisibleTab(undefined, { format: 'png' });
    const base64 = address.slice(address.indexOf(',') + 1);
    return new File([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))], 'page.png', { type: 'image/png' });
  } catch {
    return null;
  }
}
