/**
 * Whether what the browser calls visible is hidden by means that cost too much to ask of every candidate: asked only of sentences that were
 * found. What is in doubt counts as seen.
 */

import { holds, outerOf, plain } from './dom.ts';
import { isFrameOpen } from './frame.ts';
import { textBoxOf } from './visible.ts';

/** Above this share a colour hides what lies under it. */
const OPAQUE = 0.95;
const MAX_CLIMB = 20;
/** Where in the box of a text it is looked, in shares of width and height. */
const PLACES = [
  [0.1, 0.5],
  [0.5, 0.5],
  [0.9, 0.5],
  [0.5, 0.2],
  [0.5, 0.8],
] as const;

const alphaOf = (colour: string): number =>
  colour === 'transparent' ? 0 : Number(/(?:^rgba.*,|\/)\s*([\d.]+)\)$/.exec(colour)?.[1] ?? 1);

const inkOf = ({ webkitTextFillColor, color }: CSSStyleDeclaration): string => webkitTextFillColor || color;

/** Whether an element's own letters are drawn with nothing; where the ground is cut out by them, they are drawn with that. */
export function isTransparent(element: Element): boolean {
  const style = getComputedStyle(element);
  return alphaOf(inkOf(style)) < 0.1 && !/text/.test(style.backgroundClip);
}

/** A filter or a mask that leaves nothing to read. */
function isFiltered(style: CSSStyleDeclaration): boolean {
  if (/(?:opacity|brightness)\(0(?:\.0\d*)?\)|blur\((?:[89]|\d\d)/.test(style.filter || 'none')) return true;
  const mask = style.maskImage || 'none';
  const colours = mask.match(/rgba?\([^)]*\)|transparent/g);
  return mask.includes('gradient') && colours !== null && colours.every((colour) => alphaOf(colour) < 0.1);
}

type Point = readonly [x: number, y: number];

/** What is asked for what lies at a point: a document tells nothing of what stands in its shadow roots. */
const rootOf = (element: Element): DocumentOrShadowRoot => plain(element).getRootNode() as Document | ShadowRoot;

/** Whether something solid lies over a point of an element. */
function isUnder(element: Element, [x, y]: Point): boolean {
  const top = rootOf(element).elementFromPoint(x, y);
  if (!top || holds(top, element) || holds(element, top)) return false;
  for (let over: Element | null = top; over && !holds(over, element); over = outerOf(over)) {
    const style = getComputedStyle(over);
    if (parseFloat(style.opacity) < OPAQUE) return false;
    const { left, right, top: above, bottom } = plain(over).getBoundingClientRect();
    // What lies over the page beside a dialog is its backdrop.
    const isBeside = x < left || x > right || y < above || y > bottom;
    const colour = (isBeside ? getComputedStyle(over, '::backdrop') : style).backgroundColor;
    if (alphaOf(colour || 'transparent') >= OPAQUE) return true;
  }
  return false;
}

/** Whether the words cannot be pointed at though nothing lies over them: clipped away, or turned to show their back. */
function isMissed(element: Element, [x, y]: Point): boolean {
  const top = rootOf(element).elementFromPoint(x, y);
  return top !== null && top !== element && holds(top, element);
}

/** Whether everything can be pointed at that can be seen: what lets clicks through, has no box, or waits for a dialog cannot. */
const canPoint = (element: Element): boolean =>
  getComputedStyle(element).pointerEvents !== 'none' &&
  getComputedStyle(element).display !== 'contents' &&
  !plain(element).closest('[inert]') &&
  !document.querySelector('dialog:modal');

const hasPainted = (element: Element): boolean =>
  ['::before', '::after'].some((part) => !/^(?:none|normal|)$/.test(getComputedStyle(element, part).content || ''));

/** Whether the words at a point have the colour of what lies behind them. Pictures, shadows and what stands between are a doubt. */
function isBlank(element: Element, [x, y]: Point): boolean {
  const all = rootOf(element).elementsFromPoint?.(x, y) ?? [];
  const at = all.findIndex((one) => holds(element, one));
  if (at < 0) return false;
  const letters = getComputedStyle(all[at]!);
  const { textShadow } = letters;
  if (textShadow && textShadow !== 'none') return false;
  for (const one of all.slice(at)) {
    const { backgroundColor, backgroundImage } = getComputedStyle(one);
    if (!holds(one, all[at]!) || backgroundImage !== 'none' || hasPainted(one)) return false;
    if (alphaOf(backgroundColor) > 0) return backgroundColor === inkOf(letters);
  }
  return false;
}

/**
 * Whether an element's text lies under something solid, behind a filter or mask that hides it, is clipped away, has the colour of its ground,
 * or stands in a frame that is put away. Text outside the window is not covered: a person scrolls to it.
 */
export function isCovered(element: Element): boolean {
  if (!isFrameOpen() || isTransparent(element)) return true;
  for (let one: Element | null = element, climb = 0; one && climb < MAX_CLIMB; one = outerOf(one), climb++)
    if (isFiltered(getComputedStyle(one))) return true;
  if (typeof document.elementFromPoint !== 'function') return false;
  const { left, top, width, height } = textBoxOf(element);
  const points = PLACES.map(([x, y]): Point => [left + width * x, top + height * y]).filter(
    ([x, y]) => x >= 0 && y >= 0 && x < window.innerWidth && y < window.innerHeight,
  );
  if (!points.length) return false;
  if (points.every((point) => isUnder(element, point))) return true;
  if (canPoint(element) && points.every((point) => isMissed(element, point))) return true;
  return points.every((point) => isBlank(element, point));
}
