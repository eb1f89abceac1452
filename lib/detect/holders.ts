/**
 * From "somewhere in this part of the page" to elements. The part's text was scanned as one; where the anchors stand in it is followed
 * down by the lengths of the children's texts, which browsers give without making an object for every text of the page.
 */
import { SKIPPED, blockAround, isInline } from './blocks.ts';
import { plain } from './dom.ts';
import type { Gate, Span } from './gate.ts';

/** Places followed in one part; more than any page of messages has. */
export const MAX_SPANS = 100_000;
/** Parsers of browsers stop at 512; only scripts build deeper. */
const MAX_DEPTH = 1000;
/** Text here is offered, chosen or typed; it is not what the page says. Part of what `place.ts` leaves out, cheap enough for every page. */
const OFFERED = 'a[href],button,label,select,textarea,nav,footer';

/**
 * The smallest elements below a part of the page whose text may matter, hidden ones included.
 * @param text the part's `textContent`
 */
export function holdersOf(part: Element, text: string, gate: Gate): Element[] {
  // A block may have very many holders, and is asked once.
  const blocks = new Map<Node, boolean>();
  const touches = (block: Node): boolean => {
    let known = blocks.get(block);
    if (known === undefined) blocks.set(block, (known = gate.touches(plain(block).textContent ?? '')));
    return known;
  };
  return [...holdersAt(part, gate.spansIn(text, MAX_SPANS))].filter(
    (holder) => !plain(holder).closest(OFFERED) && touches(blockAround(holder)),
  );
}

/**
 * The smallest elements that hold places of a part's text.
 * @param spans places in the part's `textContent`, in the order of their ends
 */
export function holdersAt(part: Element, spans: readonly Span[]): Set<Element> {
  const holders = new Set<Element>();
  follow(part, spans, 0, holders, MAX_DEPTH);
  return holders;
}

/**
 * Hands each place to the child that holds it whole; what stands in own text or over inline children stays with the element. What begins before a
 * block or `<br>` and ends in or behind it is no text at all: nobody reads the last words of a button together with the title of the next dialog.
 */
function follow(element: Element, spans: readonly Span[], offset: number, holders: Set<Element>, depth: number): void {
  if (!spans.length || SKIPPED.has(plain(element).tagName.toUpperCase())) return;
  if (!plain(element).firstElementChild || depth === 0) {
    holders.add(element);
    return;
  }
  let start = offset;
  let border = offset;
  let next = 0;
  for (let child = plain(element).firstChild; child && next < spans.length; child = plain(child).nextSibling) {
    const { nodeType, textContent } = plain(child);
    const isElement = nodeType === Node.ELEMENT_NODE;
    const isBlock = isElement && !isInline(child as Element);
    const end = start + (isElement || nodeType === Node.TEXT_NODE ? textContent!.length : 0);
    const inside: Span[] = [];
    if (isBlock) border = start;
    for (; next < spans.length && spans[next]![1] <= end; next++) {
      const [from] = spans[next]!;
      if (isElement && from >= start) inside.push(spans[next]!);
      else if (from >= border) holders.add(element);
    }
    if (inside.length) follow(child as Element, inside, start, holders, depth - 1);
    start = end;
    if (isBlock) border = end;
  }
}
