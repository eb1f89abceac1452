/** Reading the page: which blocks of text a person can see. Nothing here writes to the page. */
import { LINE_END } from './normalise.ts';

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

const INLINE = new Set([
  'A', 'ABBR', 'B', 'BDI', 'BDO', 'BIG', 'CITE', 'DEL', 'EM', 'FONT', 'I', 'INS', 'MARK', 'NOBR', 'S', 'SMALL', 'SPAN', 'STRIKE', 'STRONG',
  'SUB', 'SUP', 'TT', 'U', 'VAR', 'WBR', 'RUBY', 'RB', 'TIME', 'DATA', 'OUTPUT',
]);
const SKIPPED = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'SELECT', 'TEXTAREA', 'IFRAME', 'OBJECT', 'SVG', 'CARD-RESCUE-HINT']);
const MAX_NODES = 6000;
const MAX_BLOCK = 1200;

/** The nearest element that is not part of a running text. */
function blockOf(node: Node): Element | null {
  let element = node.parentElement;
  while (element && INLINE.has(element.tagName)) element = element.parentElement;
  return element;
}

/** The block a changed node's words belong to: of a text or an inline element the one around it, else the node itself. */
export function blockAround(node: Node): Node {
  const inline = node.nodeType === Node.TEXT_NODE || INLINE.has((node as Element).tagName);
  return inline ? (blockOf(node) ?? node) : node;
}

/**
 * The blocks of text below a node, hidden ones included (asking for visibility costs layout: see `isVisible`).
 * Text that runs over inline elements is one text; `<br>` and inner blocks end a line.
 * @param isForeign whether an inline element holds words that are not the page's own (an order's title inside a line)
 */
export function blocksBelow(root: Node, isForeign: (holder: Element) => boolean = () => false): Block[] {
  const blocks = new Map<Element, Run[]>();
  const walker = document.createTreeWalker(blockAround(root), NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  let seen = 0;
  for (let node = walker.nextNode(); node && seen < MAX_NODES; seen++) {
    if (node.nodeType === Node.ELEMENT_NODE) {
      const element = node as Element;
      if (SKIPPED.has(element.tagName.toUpperCase())) {
        node = skip(walker);
        continue;
      }
      if (element.tagName === 'BR') append(blocks, element, LINE_END, isForeign);
    } else {
      const text = (node as Text).data;
      if (text.trim()) append(blocks, node, text, isForeign);
    }
    node = walker.nextNode();
  }
  return [...blocks].map(([element, runs]) => ({ element, runs, text: joined(runs) }));
}

/** Moves past an element and all below it. */
function skip(walker: TreeWalker): Node | null {
  for (let node: Node | null = walker.currentNode; node; node = walker.parentNode()) {
    const next = walker.nextSibling();
    if (next) return next;
  }
  return null;
}

function append(blocks: Map<Element, Run[]>, node: Node, text: string, isForeign: (holder: Element) => boolean): void {
  const element = blockOf(node);
  const holder = node.parentElement;
  // A link offers something to read or do; it is not what the page says.
  if (!element || !holder || holder.closest('a[href]')) return;
  for (let inline: Element | null = holder; inline && inline !== element; inline = inline.parentElement) if (isForeign(inline)) return;
  const runs = blocks.get(element);
  if (runs) runs.push({ holder, text });
  else blocks.set(element, [{ holder, text }]);
}

const joined = (runs: readonly Run[]): string => runs.map((run) => run.text).join('').slice(0, MAX_BLOCK);

/** What of a block a person can see; '' when nothing. */
export function visibleTextOf(block: Block): string {
  if (!isVisible(block.element)) return '';
  const seen = new Map<Element, boolean>([[block.element, true]]);
  const shows = (holder: Element): boolean => {
    if (!seen.has(holder)) seen.set(holder, isVisible(holder));
    return seen.get(holder)!;
  };
  return joined(block.runs.filter((run) => shows(run.holder)));
}

/** Style values under which a text cannot be read although the browser calls it visible. */
const OFF_SCREEN = 1000;

/**
 * Whether a person can see an element's text: rendered, not transparent, with a size, not clipped away, not moved off the
 * page and not in letters of no size. Hidden error templates stand on every healthy Alipay page, so this decides.
 */
export function isVisible(element: Element): boolean {
  if (!element.isConnected) return false;
  if (typeof element.checkVisibility === 'function') {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })) return false;
  }
  const range = document.createRange();
  range.selectNodeContents(element);
  const box = range.getBoundingClientRect();
  range.detach();
  if (box.width < 2 || box.height < 2) return false;
  const view = document.documentElement;
  // Moved aside: left of the page, right of the window, or above all that can be scrolled to.
  if (box.right + window.scrollX <= 0 || box.bottom + window.scrollY <= 0 || box.left >= window.innerWidth) return false;
  const own = getComputedStyle(element);
  if (parseFloat(own.fontSize) < 3 || Math.abs(parseFloat(own.textIndent) || 0) > OFF_SCREEN) return false;
  if (/^rgba\(.*,\s*0(?:\.0\d*)?\)$|^transparent$/.test(own.color)) return false;
  for (let current: Element | null = element, climb = 0; current && climb < 20; current = current.parentElement, climb++) {
    const style = getComputedStyle(current);
    if (parseFloat(style.opacity) < 0.1 || style.contentVisibility === 'hidden') return false;
    if (/rect\((?:0|1)(?:px)?[, ]+(?:0|1)|inset\((?:50|100)%/.test(`${style.clip} ${style.clipPath}`)) return false;
    if (style.overflowX !== 'visible' || style.overflowY !== 'visible') {
      const frame = current.getBoundingClientRect();
      if ((frame.width < 2 || frame.height < 2) && current !== document.body && current !== view) return false;
      // Clipped out of its own frame (a slide moved aside, a text pushed below a closed panel).
      const scrolls = /auto|scroll/.test(style.overflowX + style.overflowY);
      if (!scrolls && current !== document.body && current !== view && (box.bottom <= frame.top || box.top >= frame.bottom || box.right <= frame.left || box.left >= frame.right)) return false;
    }
    if (style.position === 'fixed') {
      // What is fixed outside the window cannot be scrolled to.
      if (box.top >= window.innerHeight || box.bottom <= 0) return false;
      break;
    }
  }
  return true;
}

const SMALL_PAGE = 420;
const TINY_PAGE = 130;

/** What a page shows besides a message: decides whether a plain text fills the page. Asked only when a candidate is visible. */
export interface PageSize {
  /** Length of the visible text, in UTF-16 units. */
  length: number;
  /** Little text and nothing to fill in: a message page. */
  small: boolean;
  /** Nearly no text besides one message. */
  tiny: boolean;
}

export function measurePage(): PageSize {
  const body = document.body as HTMLElement | null;
  const length = body ? body.innerText.replace(/\s+/g, '').length : 0;
  const form = document.querySelector('input[type=password], input[type=tel], input[type=email]') !== null;
  return { length, small: length <= SMALL_PAGE && !form, tiny: length <= TINY_PAGE && !form };
}

/** Letters this large are a page's message, whatever its class names say. */
const LARGE = 18;

/** Whether a text is set so large or bold that it is what the page says first. */
export function isProminent(element: Element): boolean {
  const style = getComputedStyle(element);
  return parseFloat(style.fontSize) >= LARGE;
}
