/** Sentences that say that a payment went through, as cheap as a page that shows none must have it. */

/**
 * Somewhere in a text it may be said. Stricter than `guards.success`, which is asked later of the sentence alone: "完成付款" is what a
 * page wants, and "支付成功后" what will come. Words are cut to what tells them apart (transaction, success, completed).
 */
const PAID =
  /(?:支付|付款|交易|缴费)(?:已经?)?(?:成功|完成)(?![后後率的时時与])|成功(?:支付|付款)|(?:payment|action) .{0,9}(?:succ|compl|receiv)|paid succ|ssfully paid/gi;

/** Where a text may say that a payment went through. */
export const paidPlaces = (text: string): [start: number, end: number][] =>
  [...text.matchAll(PAID)].map((found) => [found.index, found.index + found[0].length]);
