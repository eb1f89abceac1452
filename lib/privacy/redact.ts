/**
 * Masking of anything that came from a page or a user before it is shown, stored or sent between our own parts.
 * A second line of defence: quotes are built from words the library already knows (see detect/judge.ts).
 */
const EMAIL = /[\p{L}\p{N}._%+*-]+@[\p{L}\p{N}.-]+\.[\p{L}]{2,}/gu;
/** Four or more digits of any script, also with spaces, hyphens, dots or stars between them: card, phone, ID, order and account numbers. */
const DIGITS = /[+]?\p{Nd}(?:[\s.\-*•·]?\p{Nd}){3,}[xX]?/gu;
/** Characters that change how the text around them reads: direction marks, zero-width and control characters. */
const INVISIBLE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+/g;

/**
 * A text without e-mail addresses, long numbers and invisible characters, cut to a length.
 * @param text anything; full-width digits are read as digits
 * @param limit most UTF-16 units to keep; a cut text ends with an ellipsis
 */
export function redact(text: string, limit: number): string {
  const clean = text
    .slice(0, limit * 4)
    .replace(INVISIBLE, ' ')
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .replace(EMAIL, '•••@•••')
    .replace(DIGITS, '••••')
    .trim();
  return clean.length > limit ? `${clean.slice(0, limit - 1)}…` : clean;
}
