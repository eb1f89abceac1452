/** The parts of a sender that tell where a message comes from. */
export interface SenderLike {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
}

const isAlipay = (address: string | undefined): boolean => {
  try {
    const { protocol, hostname, username, port } = new URL(address ?? '');
    return (
      protocol === 'https:' && !username && !port && (hostname === 'alipay.com' || hostname.endsWith('.alipay.com'))
    );
  } catch {
    return false;
  }
};

/**
 * Whether a message comes from our own script in a document of Alipay's. Addresses are parsed and compared by host, never searched,
 * so look-alikes (alipay.com.example, xn-- names, user info, ports) do not pass. Blank frames count by their origin.
 */
export function isAlipaySender(sender: SenderLike, ownId: string): boolean {
  if (sender.id !== ownId) return false;
  if (sender.url && !/^about:/.test(sender.url)) return isAlipay(sender.url);
  return isAlipay(sender.origin);
}
