/**
 * What is painted as an error: red letters, or a pale or full red ground. On pages whose class names say nothing it is all that tells an error
 * from other words. Asked last and only of words that would report a failure where errors stand; layout is not asked.
 */
import { plain } from './dom.ts';
import { isAtField } from './nameless.ts';
import { reasonsIn } from './reasons.ts';
import { isExplained } from './read-errors.ts';
import type { Candidate, PageReader, Sighting } from './sighting.ts';

/** A box with more text than this holds more than one message. */
const MAX_BOX = 320;
const MAX_CLIMB = 3;

function channels(colour: string): [red: number, green: number, blue: number] | null {
  const [red, green, blue, alpha = 1] = (/^rgba?\(([^)]*)\)$/.exec(colour)?.[1] ?? '').split(/[\s,/]+/).map(Number);
  return red === undefined || green === undefined || blue === undefined || !(alpha > 0.5) ? null : [red, green, blue];
}

/** Red enough for the letters of an error, or for the ground of one: orange is for prices and warnings, pink for shops. */
export function isRed(colour: string): boolean {
  const [red, green, blue] = channels(colour) ?? [0, 0, 0];
  return red >= 150 && red - Math.max(green, blue) >= 90 && green - blue <= 45 && blue - green <= 60;
}

/** The palest reds, which kits of components lay under their errors. */
export function isPaleRed(colour: string): boolean {
  const [red, green, blue] = channels(colour) ?? [0, 0, 0];
  return red >= 240 && green >= 200 && red - Math.max(green, blue) >= 9 && Math.abs(green - blue) <= 14;
}

/** Whether an element's letters or the box around them are painted as errors are. */
export function isPainted(element: Element): boolean {
  const [first] = element.children;
  const isAll = first && plain(first).textContent?.trim() === plain(element).textContent?.trim();
  if ([element, ...(isAll ? [first] : [])].some((one) => isRed(getComputedStyle(one).color))) return true;
  for (
    let box: Element | null = element, climb = 0;
    box && box !== document.body && climb <= MAX_CLIMB && (plain(box).textContent ?? '').length <= MAX_BOX;
    box = plain(box).parentElement, climb++
  ) {
    const { backgroundColor } = getComputedStyle(box);
    if (isRed(backgroundColor) || isPaleRed(backgroundColor)) return true;
  }
  return false;
}

/** Texts of a page in no place for errors that are painted as one and say what an error says. */
export function paintedIn(candidates: readonly Candidate[], reader: PageReader): Sighting[] {
  const { nameless } = reader.table.roles;
  const found = candidates
    .filter(({ spot, text }) => !spot.container && !spot.row && text.length <= MAX_BOX)
    .map(({ element, text }): Sighting => ({
      element,
      spot: { place: 'alert', container: element, heading: false },
      reasons: reasonsIn(text, { place: 'alert', errorPlace: true }, reader),
    }))
    .filter(
      ({ element, reasons }) =>
        reasons.some((one) => one.certainty !== 'unsure' || one.diagnosis === nameless) &&
        // A remark at a field is red, too, while somebody types.
        !isAtField(element) &&
        isPainted(element),
    );
  return found.length && !isExplained(document, reader) ? found : [];
}
