/**
 * The shape of a code. Whatever stands behind "error code" on a page would otherwise be kept and shown as one: telephone and card numbers,
 * e-mails, addresses, names. A code is of a known family, of a bounded alphabet, and has few digits.
 */

/** Cashier codes: `ALI64`, `ALIN10146`. */
const CASHIER = /^ALI[NP]?\d{1,8}$/i;
/** `SYSTEM_ERROR`, `ACQ.TRADE_NOT_EXIST`, `aop.ACQ.SYSTEM_ERROR`. */
const CAPITALS = /^(?:aop\.)?(?:(?:ACQ|ISV|ISP|AOP)\.)?[A-Z][A-Z0-9]{0,24}(?:_[A-Z0-9]{1,24}){0,9}$/i;
/** `isv.invalid-signature`, `suspected-attack`. */
const WORDS = /^(?:(?:isv|isp|aop)\.)?[a-z]{2,24}(?:-[a-z]{1,24}){0,6}$/i;
/** `E0012`, `N22104`, `C6-1011`. */
const LETTERED = /^[A-Z]{1,6}\d{1,5}$|^[A-Z]\d-\d{3,5}$/;
/** `IPAY_RS_10001_2606`: AliExpress writes two numbers. */
const ALIEXPRESS = /^IPAY_[A-Z]{2}_\d{5}_\d{4}$/i;
/** `4000`, `(6)`. */
const NUMBER = /^\d{1,5}$|^\(\d\)$/;
/** Known codes have up to seven (`CSC_7200001`); one that nobody knows is not believed so many. */
const MOST_DIGITS = 7;
const MOST_DIGITS_UNKNOWN = 5;
const LONGEST = 64;
/** Letters behind a digit are a passport's or a token's, not a code's; only 3-D Secure is written so. */
const MIXED = /(?!3D)\d[A-Z]/i;

const digitsIn = (text: string): number => text.replace(/\D/g, '').length;

/** Whether a token can be a code at all, known or not. Total; anything else is never kept or shown as one. */
export function isCodeShape(token: string): boolean {
  if (!token || token.length > LONGEST || MIXED.test(token)) return false;
  if (CASHIER.test(token) || ALIEXPRESS.test(token)) return true;
  if (digitsIn(token) > MOST_DIGITS) return false;
  return CAPITALS.test(token) || WORDS.test(token) || LETTERED.test(token) || NUMBER.test(token);
}

/**
 * Whether a token may be kept although the library does not know it: a plain word or name is none, it takes the joints of a family, or
 * capitals with digits.
 */
export function isUnknownCodeShape(token: string): boolean {
  if (!isCodeShape(token) || /^\(/.test(token)) return false;
  if (CASHIER.test(token)) return true;
  if (digitsIn(token) > MOST_DIGITS_UNKNOWN) return false;
  if (LETTERED.test(token) || NUMBER.test(token)) return true;
  // Joined words are written in one case throughout: "John-Smith" and "Zhang_Wei" are none.
  const bare = token.replace(/^(?:aop\.)?(?:acq|isv|isp|aop)\./i, '');
  if (bare !== token) return bare === bare.toUpperCase() || bare === bare.toLowerCase();
  return /^[A-Z0-9]{1,24}(?:_[A-Z0-9]{1,24}){1,9}$/.test(token) || /^[a-z]{1,24}(?:[-_][a-z]{1,24}){1,9}$/.test(token);
}
