/**
 * A box that floats above the page says one thing: a toast or a dialog, whatever its class is called. On pages whose class names say nothing
 * the layout is all that tells it from the page beneath. Asked last, of texts that may matter and stand in no named place.
 */
import { plain } from './dom.ts';
import type { Spot } from './place.ts';

const MAX_CLIMB = 5;
/** Longer boxes are drawers, menus and pages of their own. */
const MAX_TOAST = 120;
const MAX_DIALOG = 300;
const MAX_BUTTONS = 3;
/** A box with these is a form, a menu or something to read. */
const MORE = 'input:not([type=hidden]), select, textarea, a[href], li, iframe, video, nav, aside';

/** The floating box around a text as a place, or null. */
export function floatingSpot(element: Element): Spot | null {
  for (
    let box: Element | null = element, climb = 0;
    box && box !== document.body && climb <= MAX_CLIMB;
    box = plain(box).parentElement, climb++
  ) {
    const { length } = (plain(box).textContent ?? '').trim();
    if (length > MAX_DIALOG || box.tagName === 'ASIDE' || plain(box).querySelector(MORE)) return null;
    if (getComputedStyle(box).position !== 'fixed') continue;
    const buttons = plain(box).querySelectorAll('button, [role=button]').length;
    if (buttons > MAX_BUTTONS || (!buttons && length > MAX_TOAST)) return null;
    return { place: buttons ? 'dialog' : 'toast', container: box, heading: false };
  }
  return null;
}
