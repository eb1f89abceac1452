/** What a case knew before its calls. */
import type { Evidence } from '../../lib/case/evidence.ts';
import type { Party } from '../../lib/library/call-script.ts';

export const SHEET_PARTIES: readonly Party[] = ['bank', 'alipay', 'shop'];

/**
 * The evidence without what was told on the sheets and what came after: the plan of a call is made from it, so that neither an
 * answer nor a reload moves the card one stands on.
 */
export function beforeCalls(stored: readonly Evidence[]): Evidence[] {
  const isTold = (one: Evidence): boolean => one.kind === 'told' && SHEET_PARTIES.includes(one.from as Party);
  const first = Math.min(...stored.filter(isTold).map((one) => one.at));
  return stored.filter((one) => !isTold(one) && one.kind !== 'result' && one.at < first);
}

/**
 * The evidence without what the shop itself told and what came of an attempt: whether a shop may still be asked for another way is
 * decided by it, so that an answer of the shop does not move the card it was given on.
 */
export function beforeShop(stored: readonly Evidence[]): Evidence[] {
  return stored.filter((one) => one.kind !== 'result' && !(one.kind === 'told' && one.from === 'shop'));
}
