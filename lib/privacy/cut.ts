/** The beginning of a text, at most so many UTF-16 units; a character is never cut in two. */
export function cut(text: string, limit: number): string {
  const kept = text.slice(0, limit);
  return text.length > limit && /[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept;
}
