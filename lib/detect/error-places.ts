/**
 * Where errors stand, whatever their words: a sentence that nobody knows is one because of its place. Part of the small script that stands on
 * every page, so it knows selectors and one expression, and asks for no layout.
 */

import { plain } from './dom.ts';

/** What the page script knows of such places. `library/gate.ts` makes it of places.json and guards.json. */
export interface ErrorSelectors {
  /** Selector of elements that hold errors only, and of the icons that stand beside one. */
  only: string;
  /** Selector of boxes that may hold anything: dialogs, toasts, live regions, results. */
  boxes: string;
  /** Source of the expression without which a box is not worth reading. */
  hint: string;
}

/** A place with more text than this holds more than one message. */
export const MAX_PLACE = 400;
/** Places looked at in one part; no page has so many errors. */
const MAX_PLACES = 40;
/** Boxes around an icon without text. */
const MAX_CLIMB = 4;

/** An answer that is not a page but what a program would read: JSON, or a line of text. */
export function isBareAnswer(part: Element): boolean {
  return (
    part === document.body &&
    (document.contentType !== 'text/html' ||
      (part.firstElementChild ? part.firstElementChild instanceof HTMLPreElement : !!part.textContent!.trim()))
  );
}

/** Makes the search for such places in a part of the page and around it. */
export function makeErrorPlaces({ only, boxes, hint }: ErrorSelectors): (part: Element) => Element[] {
  const all = `${only},${boxes}`;
  // Made when a box is met: many pages have none.
  let words: RegExp | undefined;
  return (part) => {
    if (isBareAnswer(part)) return [part];
    const places = new Set<Element>();
    for (const found of [plain(part).closest(all), ...plain(part).querySelectorAll(all)].slice(0, MAX_PLACES)) {
      let place = found;
      // An icon has no text of its own.
      for (let climb = 0; place && !plain(place).textContent!.trim() && climb < MAX_CLIMB; climb++)
        place = plain(place).parentElement;
      const text = place && plain(place).textContent!;
      if (
        text &&
        text.length <= MAX_PLACE &&
        (plain(found!).matches(only) || (words ??= new RegExp(hint, 'i')).test(text))
      )
        places.add(place!);
    }
    return [...places];
  };
}
