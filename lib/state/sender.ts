import { alipayHostOf } from '../privacy/alipay-host.ts';

/** The parts of a sender that tell where a message comes from. */
export interface SenderLike {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
}

/** Whether a message comes from our own script in a document of Alipay's. Blank frames count by their origin. */
export function isAlipaySender(sender: SenderLike, ownId: string): boolean {
  if (sender.id !== ownId) return false;
  const isBlank = !sender.url || /^about:/.test(sender.url);
  return alipayHostOf(isBlank ? sender.origin : sender.url) !== null;
}
