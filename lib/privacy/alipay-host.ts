/** Which addresses are Alipay's. They are parsed and compared by host, never searched, so look-alikes do not pass. */

/** The registrable domain of Alipay's pages. */
export const ALIPAY_DOMAIN = 'alipay.com';

/** Match pattern of the pages we may read. */
export const ALIPAY_PAGES = 'https://*.alipay.com/*';

/** Whether a host is Alipay's own: the domain or a name under it. */
export const isAlipayHost = (host: string): boolean => host === ALIPAY_DOMAIN || host.endsWith(`.${ALIPAY_DOMAIN}`);

/**
 * The host of an Alipay page, or null: another scheme or host, a look-alike (alipay.com.example, xn-- names), user info or a port of its
 * own, or no address at all.
 */
export function alipayHostOf(address: string | undefined): string | null {
  try {
    const { protocol, hostname, username, password, port } = new URL(address ?? '');
    return protocol === 'https:' && !username && !password && !port && isAlipayHost(hostname) ? hostname : null;
  } catch {
    return null;
  }
}
