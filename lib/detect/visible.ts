/** Whether a person can see a text. Asked only of candidates, because the answer may cost the page a layout. */

import { outerOf, plain } from './dom.ts';

let range: Range | undefined;

/** The box around an element's text. One range for all: browsers move every range that was ever made with every change of the page. */
export function textBoxOf(element: Element): DOMRect {
  range ??= document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
}

/**
 * Whether a person can see an element's text: rendered, with a size, not clipped away, not moved off the page and not in letters of no size.
 * Hidden error templates stand on every healthy Alipay page, so this decides. What is asked of found sentences only: `covered.ts`.
 */
export function isVisible(element: Element): boolean {
  const { isConnected, checkVisibility } = plain(element);
  // A document that is being put away has no window any more, and in Firefox asking for its size throws.
  if (!isConnected || !document.defaultView) return false;
  if (
    checkVisibility?.call(element, {
      opacityProperty: true,
      visibilityProperty: true,
      contentVisibilityAuto: true,
    }) === false
  ) {
    // An element without a box of its own is as visible as the one around it.
    const outer = getComputedStyle(element).display === 'contents' && outerOf(element);
    return outer ? isVisible(outer) : false;
  }
  const view = document.documentElement;
  const box = textBoxOf(element);
  if (box.width < 2 || box.height < 2) return false;
  // Moved aside: left of the page, right of the window, or above all that can be scrolled to.
  if (box.right + scrollX <= 0 || box.bottom + scrollY <= 0 || box.left >= innerWidth) return false;
  if (parseFloat(getComputedStyle(element).fontSize) < 3) return false;
  for (let current: Element | null = element, climb = 0; current && climb < 20; current = outerOf(current), climb++) {
    const style = getComputedStyle(current);
    if (parseFloat(style.opacity) < 0.1 || style.contentVisibility === 'hidden') return false;
    if (/rect\((?:0|1)(?:px)?[, ]+(?:0|1)|inset\((?:50|100)%/.test(`${style.clip} ${style.clipPath}`)) return false;
    const overflow = style.overflowX + style.overflowY;
    if (overflow !== 'visiblevisible' && current !== document.body && current !== view) {
      const frame = plain(current).getBoundingClientRect();
      if (frame.width < 2 || frame.height < 2) return false;
      // Clipped out of its own frame (a slide moved aside, a text pushed below a closed panel).
      if (
        !/auto|scroll/.test(overflow) &&
        (box.bottom <= frame.top || box.top >= frame.bottom || box.right <= frame.left || box.left >= frame.right)
      )
        return false;
    }
    if (style.position === 'fixed') {
      // What is fixed outside the window cannot be scrolled to.
      if (box.top >= innerHeight || box.bottom <= 0) return false;
      break;
    }
  }
  return true;
}
