/** The parts of a sender that tell where a message comes from. */
export interface SenderLike {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  frameId?: number | undefined;
  /** Not in every browser yet. */
  documentId?: string | undefined;
}

const isBlank = (url: string | undefined): boolean => !url || /^about:/.test(url);

/** Host of the document that sent something, as the browser says; blank frames have their origin's. '' when it has none. */
export function hostOf(sender: SenderLike): string {
  try {
    return new URL((isBlank(sender.url) ? sender.origin : sender.url) ?? '').hostname;
  } catch {
    return '';
  }
}

/** What tells one document of a tab from another: the browser's id, or where it gives none the frame, which has one document at a time. */
export const documentOf = (sender: SenderLike): string => sender.documentId ?? `frame ${sender.frameId ?? 0}`;

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
  return isAlipay(isBlank(sender.url) ? sender.origin : sender.url);
}
