/**
 * Whether what the browser calls visible is hidden by means that cost too much to ask of every candidate: asked only of sentences that were
 * found. What is in doubt counts as seen.
 */

import { plain } from './dom.ts';
import { textBoxOf } from './visible.ts';

/** Above this share a colour hides what lies under it. */
const OPAQUE = 0.95;
const MAX_CLIMB = 20;

const alphaOf = (colour: string): number =>
  colour === 'transparent' ? 0 : Number(/^rgba\(.*[,/]\s*([\d.]+)\)$/.exec(colour)?.[1] ?? 1);

/** A filter or a mask that leaves nothing to read. */
function isFiltered(style: CSSStyleDeclaration): boolean {
  if (/(?:opacity|brightness)\(0(?:\.0\d*)?\)|blur\((?:[89]|\d\d)/.test(style.filter || 'none')) return true;
  const mask = style.maskImage || 'none';
  const colours = mask.match(/rgba?\([^)]*\)|transparent/g);
  return mask.includes('gradient') && colours !== null && colours.every((colour) => alphaOf(colour) < 0.1);
}

/** Whether something solid lies over a point of an element. */
function isUnder(element: Element, x: number, y: number): boolean {
  const top = document.elementFromPoint(x, y);
  if (!top || plain(top).contains(element) || plain(element).contains(top)) return false;
  for (let over: Element | null = top; over && !plain(over).contains(element); over = plain(over).parentElement) {
    const style = getComputedStyle(over);
    if (parseFloat(style.opacity) < OPAQUE) return false;
    if (alphaOf(style.backgroundColor) >= OPAQUE) return true;
  }
  return false;
}

/**
 * Whether an element's text lies under something solid, or behind a filter or mask that hides it. Text outside the window is not covered:
 * a person scrolls to it.
 */
export function isCovered(element: Element): boolean {
  for (let one: Element | null = element, climb = 0; one && climb < MAX_CLIMB; one = plain(one).parentElement, climb++)
    if (isFiltered(getComputedStyle(one))) return true;
  if (typeof document.elementFromPoint !== 'function') return false;
  const { left, top, width, height } = textBoxOf(element);
  const points = [0.1, 0.5, 0.9]
    .map((share) => [left + width * share, top + height / 2] as const)
    .filter(([x, y]) => x >= 0 && y >= 0 && x < window.innerWidth && y < window.innerHeight);
  return points.length > 0 && points.every(([x, y]) => isUnder(element, x, y));
}
