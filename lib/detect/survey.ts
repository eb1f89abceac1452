/**
 * The first look at changed parts of a page, all that most pages ever get: is there text that may matter, and can it be seen? Knows the gate
 * only. What it finds is read by the large part of the page script, which is fetched when there is something for it to read.
 */
import { plain } from './dom.ts';
import type { Gate } from './gate.ts';
import { holdersAt, holdersOf } from './holders.ts';
import { paidPlaces } from './paid.ts';
import { isVisible } from './visible.ts';

/** `paid`: nothing of a failure, but that a payment went through. */
export type Survey = 'failure' | 'paid' | null;

/**
 * Looks at parts of the page in one pass each. Asks for visibility only where text may matter, and for nothing that costs a layout before.
 * @param parts changed parts
 * @param hide gets elements with such text that cannot be seen
 * @returns what kind of text that may matter can be seen
 */
export function survey(parts: readonly Element[], gate: Gate, hide: (element: Element) => void): Survey {
  const sees = (element: Element): boolean => isVisible(element) || (hide(element), false);
  let seen: Survey = null;
  for (const part of parts) {
    const text = plain(part).textContent ?? '';
    if ([...holdersAt(part, paidPlaces(text))].some(sees)) seen = 'paid';
    if (gate.touches(text) && holdersOf(part, text, gate).some(sees)) return 'failure';
  }
  // Asked last, because it looks at every element: an error in words that nobody knows stands where errors stand.
  return parts.flatMap((part) => gate.errorPlaces(part)).some(sees) ? 'failure' : seen;
}
