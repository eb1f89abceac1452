/**
 * The first look at changed parts of a page, all that most pages ever get: is there text that may matter, and can it be seen? Knows the gate
 * only. What it finds is read by the large part of the page script, which is fetched when there is something for it to read.
 */
import { SKIPPED } from './blocks.ts';
import type { Gate } from './gate.ts';
import { holdersOf } from './holders.ts';
import { isVisible } from './visible.ts';

/** Longest text that is scanned in one go; parts with more are looked at child by child. */
const LARGE = 40_000;
/** Milliseconds that one go may take before the page gets its turn. */
const SLICE = 8;

/** `wanted`: a text that may matter can be seen. `hidden`: elements with such text that cannot. `left`: parts there was no time for. */
export interface Survey {
  wanted: boolean;
  hidden: Element[];
  left: Element[];
}

/** Looks at parts of the page. Asks for visibility only where text may matter, and for nothing that costs a layout before. */
export function survey(parts: readonly Element[], gate: Gate, now: () => number = () => performance.now()): Survey {
  const seen: Survey = { wanted: false, hidden: [], left: [] };
  const queue = [...parts];
  const end = now() + SLICE;
  while (queue.length && !seen.wanted) {
    const part = queue.shift()!;
    if (SKIPPED.has(part.tagName.toUpperCase())) continue;
    const text = part.textContent ?? '';
    if (text.length > LARGE && part.firstElementChild) {
      queue.unshift(...part.children);
      if (gate.touches(ownText(part)) && isVisible(part)) seen.wanted = true;
    } else if (text.length > 1 && gate.touches(text))
      for (const holder of holdersOf(part, text, gate)) {
        if (isVisible(holder)) {
          seen.wanted = true;
          break;
        }
        seen.hidden.push(holder);
      }
    if (now() > end) break;
  }
  if (!seen.wanted) seen.left = queue;
  return seen;
}

/** The text that stands in an element itself, in none of its children. */
function ownText(element: Element): string {
  let text = '';
  for (let child = element.firstChild; child; child = child.nextSibling) if (child.nodeType === Node.TEXT_NODE) text += child.nodeValue;
  return text;
}
