/** Reading the page: which blocks of text a person can see. Nothing here writes to the page. */
import { SKIPPED, blockAround, blockOf } from './blocks.ts';
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

const MAX_NODES = 6000;
const MAX_BLOCK = 1200;

/**
 * The blocks of text below a node, hidden ones included (asking for visibility costs layout: see `isVisible`).
 * Text that runs over inline elements is one text; `<br>` and inner blocks end a line.
 * `complete` is false when there were more than can be walked in one go.
 * @param isForeign whether an inline element holds words that are not the page's own (an order's title inside a line)
 */
export function blocksBelow(root: Node, isForeign: (holder: Element) => boolean = () => false): { blocks: Block[]; complete: boolean } {
  const blocks = new Map<Element, Run[]>();
  const walker = document.createTreeWalker(blockAround(root), NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  let seen = 0;
  let node = walker.nextNode();
  for (; node && seen < MAX_NODES; seen++) {
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
  return { blocks: [...blocks].map(([element, runs]) => ({ element, runs, text: joined(runs) })), complete: node === null };
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
