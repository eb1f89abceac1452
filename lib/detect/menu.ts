/**
 * Several short complaints side by side are a menu ("payment failed", "card refused", "charged twice"), not a message: a robot of the customer
 * service offers them, and nothing of it happened to anybody.
 */
import { plain } from './dom.ts';

/** More letters than this are a sentence, fewer than this a letter that is animated. */
const LONGEST = 14;
const SHORTEST = 3;
/** Inline entries of one line, and blocks: three short lines alike may be a message. */
const IN_LINE = 3;
const BLOCKS = 4;

/** How many of an element's children are short texts of the same tag and class as one of them. */
function alikeIn(parent: Element, one: Element): { count: number; length: number } {
  const name = one.getAttribute('class');
  let count = 0;
  let length = 0;
  for (const child of plain(parent).children) {
    const said = plain(child).textContent!.trim().length;
    if (plain(child).tagName !== plain(one).tagName || plain(child).getAttribute('class') !== name) continue;
    if (said < SHORTEST || said > LONGEST) return { count: 0, length: 0 };
    count++;
    length += said;
  }
  return { count, length };
}

/** Whether a block is a line of such entries, or one of them. */
export function isMenu(block: Element): boolean {
  const first = plain(block).firstElementChild;
  if (first) {
    const { count, length } = alikeIn(block, first);
    return count >= IN_LINE && length === plain(block).textContent!.replace(/\s+/g, '').length;
  }
  const parent = plain(block).parentElement;
  return parent !== null && plain(block).hasAttribute('class') && alikeIn(parent, block).count >= BLOCKS;
}
