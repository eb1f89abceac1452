/**
 * The first look at changed parts of a page, all that most pages ever get: is there text that may matter, and can it be seen? Knows the gate
 * only. What it finds is read by the large part of the page script, which is fetched when there is something for it to read.
 */
import type { Gate } from './gate.ts';
import { holdersOf } from './holders.ts';
import { isVisible } from './visible.ts';

/**
 * Looks at parts of the page in one pass each. Asks for visibility only where text may matter, and for nothing that costs a layout before.
 * @param hide gets elements with such text that cannot be seen
 * @returns whether a text that may matter can be seen
 */
export function survey(parts: readonly Element[], gate: Gate, hide: (element: Element) => void): boolean {
  const sees = (element: Element): boolean => isVisible(element) || (hide(element), false);
  return (
    parts.some((part) => {
      const text = part.textContent ?? '';
      return gate.touches(text) && holdersOf(part, text, gate).some(sees);
    }) ||
    // Asked last, because it looks at every element: an error in words that nobody knows stands where errors stand.
    parts.some((part) => gate.errorPlaces(part).some(sees))
  );
}
