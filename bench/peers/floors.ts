/** What nobody can be quicker than: reading every unit of a text, and bringing it to one form by the engine's own functions. */

/** Reads every unit once. The sum only keeps the loop from being left out. */
export function readEveryUnit(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum = (sum + text.charCodeAt(at)) & 0xffff;
  return sum;
}

/** Width, case and spaces by native functions only; Traditional forms stay. */
export const nativeFold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200b-\u200d\u2060\ufeff]+/g, '');
