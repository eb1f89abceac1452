/** A long text is read at both ends: it begins with the case, and its news stands last. */

/** More of a text than this is looked at by nothing: its middle. */
export const MOST_TEXT = 400_000;

/** At most so many UTF-16 units of a text: its first and its last half. */
export function bothEnds(text: string, most: number): string {
  if (text.length <= most) return text;
  const half = Math.floor(most / 2) - 1;
  return `${text.slice(0, half)}\n\n${text.slice(-half)}`;
}
