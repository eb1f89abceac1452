/** Which elements make up one running text, and which hold no text of the page at all. */

import { plain } from './dom.ts';

const INLINE = new Set([
  'A',
  'ABBR',
  'B',
  'BDI',
  'BDO',
  'CITE',
  'CODE',
  'DEL',
  'EM',
  'FONT',
  'I',
  'INS',
  'MARK',
  'S',
  'SMALL',
  'SPAN',
  'STRIKE',
  'STRONG',
  'SUB',
  'SUP',
  'TT',
  'U',
  'WBR',
  'RUBY',
  'TIME',
  'DATA',
  'OUTPUT',
]);
/** Holds nothing that a page says. */
export const SKIPPED = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'SELECT',
  'TEXTAREA',
  'IFRAME',
  'OBJECT',
  'SVG',
]);

/** What can hold a message of a page; a document itself has no text content. */
export const wholePage = (): Element => document.body ?? document.documentElement;

export const isInline = (element: Element): boolean => INLINE.has(plain(element).tagName);

/** The nearest element that is not part of a running text. */
function blockOf(node: Node): Element | null {
  let element = plain(node).parentElement;
  while (element && isInline(element)) element = element.parentElement;
  return element;
}

/** The block a changed node's words belong to: of a text or an inline element the one around it, else the node itself. */
export function blockAround(node: Node): Node {
  const inline = plain(node).nodeType === Node.TEXT_NODE || isInline(node as Element);
  return inline ? (blockOf(node) ?? node) : node;
}
