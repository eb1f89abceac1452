import { alipayHostOf } from '../privacy/alipay-host.ts';

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

/** The address that counts for a sender: blank frames have their origin's. */
const addressOf = ({ url, origin }: SenderLike): string | undefined => (isBlank(url) ? origin : url);

/** Host of the document that sent something, as the browser says; '' when it has none. */
export function hostOf(sender: SenderLike): string {
  try {
    return new URL(addressOf(sender) ?? '').hostname;
  } catch {
    return '';
  }
}

/** What tells one document of a tab from another: the browser's id, or where it gives none the frame, which has one document at a time. */
export const documentOf = (sender: SenderLike): string => sender.documentId ?? `frame ${sender.frameId ?? 0}`;

/** Whether a message comes from our own script in a document of Alipay's. Blank frames count by their origin. */
export function isAlipaySender(sender: SenderLike, ownId: string): boolean {
  return sender.id === ownId && alipayHostOf(addressOf(sender)) !== null;
}
