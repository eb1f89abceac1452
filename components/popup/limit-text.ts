/** Longest text that is read. A message is a line or two; this much is a page pasted by mistake. */
export const TEXT_LIMIT = 5000;

/** What the box holds. It lives in the popup's memory only and is gone when the popup closes. */
export interface BoxText {
  text: string;
  /** The user gave more than the limit, and the rest was left out. */
  cut: boolean;
}

/** A text cut to the limit, never in the middle of a character. */
export function limitText(text: string): BoxText {
  if (text.length <= TEXT_LIMIT) return { text, cut: false };
  const kept = text.slice(0, TEXT_LIMIT);
  return { text: /[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept, cut: true };
}
