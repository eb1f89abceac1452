/**
 * Which of its states the popup is in. The decision is here, apart from the browser calls that feed it, so that every
 * combination can be tested.
 */

/** What the popup speaks about: a tab, a `?tab=` that is no tab id, or a tab that is gone. `url` is '' when hidden from us. */
export type TabAnswer = { kind: 'tab'; id: number; url: string } | { kind: 'bad-id' } | { kind: 'gone' };

export type ErrorReason = 'bad-tab' | 'tab-gone' | 'unknown-diagnosis' | 'failed';

export type PopupState =
  | { state: 'diagnosis' }
  /** `earlier`: a failure was seen in this tab, and the page that showed it has changed or gone since. */
  | { state: 'no-failure'; earlier: boolean }
  | { state: 'not-alipay' }
  | { state: 'access-withheld' }
  | { state: 'error'; reason: ErrorReason };

export interface Seen {
  tab: TabAnswer;
  /** Whether the extension may read Alipay's pages at all. */
  allowed: boolean;
  /** The diagnoses that stand on the page now. */
  live: readonly string[];
  /** Something failed in this tab earlier, and the page that showed it has changed or gone since. */
  earlier: boolean;
  /** The page, or a frame of it that showed a failure, gave no answer. */
  unheard: boolean;
}

/** The largest tab id we take: ids are 32-bit in every browser. */
const MAX_TAB_ID = 2 ** 31 - 1;

/**
 * The tab named by a page's query string (`location.search`): its id, null when none is named, or 'bad' when what is
 * named is not a positive integer.
 */
export function tabOfQuery(search: string): number | null | 'bad' {
  const value = new URLSearchParams(search).get('tab');
  if (value === null) return null;
  if (!/^[1-9]\d{0,9}$/.test(value)) return 'bad';
  const id = Number(value);
  return id <= MAX_TAB_ID ? id : 'bad';
}

/** Whether a host is Alipay's own: `alipay.com` or a name under it. */
function isAlipayHost(host: string): boolean {
  return host === 'alipay.com' || host.endsWith('.alipay.com');
}

/** The host of an Alipay page we may read, or null: another scheme, another host, a look-alike, or no address at all. */
export function alipayHostOf(url: string): string | null {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return null;
  }
  return parsed.protocol === 'https:' && isAlipayHost(parsed.hostname) ? parsed.hostname : null;
}

/** The entries of the mute list that silence hints on a host; muting a domain mutes every name under it. */
export function mutesOf(host: string, muted: readonly string[]): string[] {
  return muted.filter((one) => one !== '' && (host === one || host.endsWith(`.${one}`)));
}

/**
 * The state for what was seen. `knows` tells whether the library has a diagnosis. Only the live page can say that something
 * failed; what is stored and no longer stands is told as something of the past, because money may hang on it.
 */
export function popupState(
  { tab, allowed, live, earlier, unheard }: Seen,
  knows: (diagnosis: string) => boolean,
): PopupState {
  if (tab.kind === 'bad-id') return { state: 'error', reason: 'bad-tab' };
  if (tab.kind === 'gone') return { state: 'error', reason: 'tab-gone' };
  // A failure in an Alipay frame counts on any shop's page.
  if (live.some(knows)) return { state: 'diagnosis' };
  // Without the right to read a host its address is hidden, so a withheld Alipay page looks like any other page.
  if (alipayHostOf(tab.url) === null) return { state: allowed ? 'not-alipay' : 'access-withheld' };
  // Of a page that cannot be heard nobody knows whether something failed on it.
  if (unheard && live.length === 0) return { state: 'error', reason: 'failed' };
  if (live.length === 0) return { state: 'no-failure', earlier };
  return { state: 'error', reason: 'unknown-diagnosis' };
}
