/** Reading the page: which blocks of text a person can see. Nothing here writes to the page. */
import { SKIPPED, isInline } from './blocks.ts';
import { isTransparent } from './covered.ts';
import { plain } from './dom.ts';
import { shadowParts } from './shadow.ts';
import { LINE_END } from './normalise.ts';
import { isVisible } from './visible.ts';

/** One block of text, hidden parts included. */
export interface Block {
  element: Element;
  text: string;
  /** The runs the text is made of, each with the element that holds it. */
  runs: Run[];
}

interface Run {
  holder: Element;
  text: string;
}

const MAX_BLOCK = 1200;
/** Inline elements inside one another. */
const MAX_NESTING = 100;

/** A link offers something to read or do; it is not what the page says. */
export const isLink = (holder: Element): boolean => plain(holder).matches('a[href]');

/**
 * The text of one block, hidden parts included (asking for visibility costs layout: see `isVisible`). Text that runs over inline elements is
 * one text, `<br>` ends a line, and blocks inside it are blocks of their own.
 * @param element a block, see `blockAround`
 * @param isForeign whether an inline element holds words that are not the page's own (a link, an order's title inside a line)
 */
export function blockAt(element: Element, isForeign: (holder: Element) => boolean = isLink): Block {
  const runs: Run[] = [];
  collect(element, isForeign, runs, { length: 0 }, MAX_NESTING);
  return { element, runs, text: joined(runs) };
}

function collect(
  holder: Element,
  isForeign: (holder: Element) => boolean,
  runs: Run[],
  sum: { length: number },
  depth: number,
): void {
  for (let node = plain(holder).firstChild; node && sum.length < MAX_BLOCK; node = plain(node).nextSibling) {
    const { nodeType } = plain(node);
    if (nodeType === Node.TEXT_NODE) {
      const text = (node as Text).data;
      if (!text.trim()) {
        // Between two inline elements it is the blank between two words.
        if (runs.length) runs.push({ holder, text: ' ' });
        continue;
      }
      runs.push({ holder, text });
      sum.length += text.length;
    } else if (nodeType === Node.ELEMENT_NODE) {
      const element = node as Element;
      if (plain(element).tagName === 'BR') runs.push({ holder, text: LINE_END });
      else if (depth && isInline(element) && !isForeign(element)) collect(element, isForeign, runs, sum, depth - 1);
    }
  }
}

const joined = (runs: readonly Run[]): string =>
  runs
    .map((run) => run.text)
    .join('')
    .slice(0, MAX_BLOCK);

/** What of a block a person can see; '' when nothing. */
export function visibleTextOf(block: Block): string {
  if (!isVisible(block.element)) return '';
  const seen = new Map<Element, boolean>([[block.element, !isTransparent(block.element)]]);
  const shows = (holder: Element): boolean => {
    if (!seen.has(holder)) seen.set(holder, isVisible(holder) && !isTransparent(holder));
    return seen.get(holder)!;
  };
  return joined(block.runs.filter((run) => shows(run.holder)));
}

const SMALL_PAGE = 420;
const TINY_PAGE = 130;

/** Pages with more text than this are not about one message; plain text on them never speaks. */
export const BUSY_PAGE = 900;

/** What a page shows besides a message: decides whether a plain text fills the page. Asked only when a candidate is visible. */
export interface PageSize {
  /** Length of the visible text without spaces, in UTF-16 units, counted up to LONG_PAGE. */
  length: number;
  /** Little text and nothing to fill in: a message page. */
  small: boolean;
  /** Nearly no text besides one message. */
  tiny: boolean;
}

/** Longer pages need not be measured to their end. */
const LONG_PAGE = 1000;

/** Length of the text that can be seen, without spaces, counted no farther than is asked for: `innerText` would lay out and copy all of a page. */
function visibleLength(root: Element | ShadowRoot, limit: number): number {
  let length = 0;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  let node = walker.nextNode();
  while (node && length < limit) {
    const isElement = plain(node).nodeType === Node.ELEMENT_NODE;
    if (!isElement) length += (node as Text).data.replace(/\s+/g, '').length;
    else if ((node as Element).shadowRoot && isShown(node as Element))
      length += visibleLength((node as Element).shadowRoot!, limit - length);
    node = isElement && !isShown(node as Element) ? behind(walker) : walker.nextNode();
  }
  return length;
}

/** Whether an element can show text of its own or below it. An element of `display: contents` has no box, and what stands in it has. */
function isShown(element: Element): boolean {
  if (SKIPPED.has(plain(element).tagName.toUpperCase())) return false;
  return (
    plain(element).checkVisibility?.({ visibilityProperty: true }) !== false ||
    getComputedStyle(element).display === 'contents'
  );
}

/** Moves past an element and all below it. */
function behind(walker: TreeWalker): Node | null {
  for (let node: Node | null = walker.currentNode; node && node !== walker.root; node = walker.parentNode()) {
    const next = walker.nextSibling();
    if (next) return next;
  }
  return null;
}

const FORM = 'input[type=password], input[type=tel], input[type=email]';

export function measurePage(): PageSize {
  const length = document.body ? visibleLength(document.body, LONG_PAGE) : 0;
  const form = [document, ...(document.body ? shadowParts(document.body) : [])].some((part) =>
    part.querySelector(FORM),
  );
  return { length, small: length <= SMALL_PAGE && !form, tiny: length <= TINY_PAGE && !form };
}

/** Letters this large are a page's message, whatever its class names say. */
const LARGE = 18;

/** Letters this heavy are, too. */
const BOLD = 600;

/** Whether a text is set so large or bold that it is what the page says first. */
export function isProminent(element: Element): boolean {
  const only = plain(element).firstElementChild;
  // All of it inside one <b>.
  const set = only && only.textContent?.trim() === plain(element).textContent?.trim() ? only : element;
  const { fontSize, fontWeight } = getComputedStyle(set);
  return parseFloat(fontSize) >= LARGE || Number(fontWeight) >= BOLD;
}
