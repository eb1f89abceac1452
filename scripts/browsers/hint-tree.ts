/** One element of the hint in the page, as read from outside its closed shadow root; strings are its text. */
export interface HintNode {
  tag: string;
  attributes: Record<string, string>;
  children: (HintNode | string)[];
  /** How the browser's own protocol names the element, to click on it. */
  handle: string;
}

/** The attribute of the hint's element, as `components/hint/hint.ts` sets it. */
export const HINT_MARK = 'data-card-rescue-hint';

/** All text below an element, as written. */
export function textOf(node: HintNode): string {
  return node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** The elements of a tree in document order, the first included. */
export function* walk(node: HintNode): Generator<HintNode> {
  yield node;
  for (const child of node.children) if (typeof child !== 'string') yield* walk(child);
}

const NAMING = ['data-role', 'data-action', 'id', 'class', 'name', 'aria-label'];

/** The element meant by a short name: its role in the hint (`data-role`, `id`, a class), else its label or whole text. */
export function findInHint(hint: HintNode, name: string): HintNode | null {
  // Buttons first: a box and the button in it may share a word.
  const nodes = [...walk(hint)].toSorted((a, b) => Number(b.tag === 'button') - Number(a.tag === 'button'));
  const named = (node: HintNode) =>
    NAMING.some((key) => node.attributes[key] === name || node.attributes[key]?.split(/\s+/).includes(name));
  return nodes.find(named) ?? nodes.find((node) => textOf(node).trim() === name) ?? null;
}

const SILENT = new Set(['style', 'script', 'button', 'svg', 'template']);

/** The words of the hint without its buttons, on one line: the sentence a person reads. */
export function sentenceOf(hint: HintNode): string {
  const read = (node: HintNode): string => {
    if (SILENT.has(node.tag) || 'hidden' in node.attributes) return ' ';
    return node.children.map((child) => (typeof child === 'string' ? child : ` ${read(child)} `)).join('');
  };
  return read(hint).replace(/\s+/g, ' ').trim();
}
