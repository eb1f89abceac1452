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

/** The box of an element that is painted as errors are, its letters or its ground; null where nothing is. */
export function paintedBox(element: Element): Element | null {
  const [first] = plain(element).children;
  const isAll = first && plain(first).textContent?.trim() === plain(element).textContent?.trim();
  const hasRedLetters = (one: Element): boolean => isRed(getComputedStyle(one).color);
  let painted = [element, ...(isAll ? [first] : [])].some(hasRedLetters) ? element : null;
  for (
    let box: Element | null = element, climb = 0;
    box && box !== document.body && climb <= MAX_CLIMB && (plain(box).textContent ?? '').length <= MAX_BOX;
    box = plain(box).parentElement, climb++
  ) {
    const { backgroundColor } = getComputedStyle(box);
    // All of a box in red letters is one message.
    if (isRed(backgroundColor) || isPaleRed(backgroundColor) || (painted && hasRedLetters(box))) painted = box;
  }
  return painted;
}

/** Texts of a page in no place for errors that are painted as one and say what an error says. */
export function paintedIn(candidates: readonly Candidate[], reader: PageReader): Sighting[] {
  const { nameless } = reader.table.roles;
  const found: Sighting[] = [];
  for (const { element, spot, text } of candidates) {
    if (spot.container || spot.row || text.length > MAX_BOX) continue;
    const reasons = reasonsIn(text, { place: 'alert', errorPlace: true }, reader);
    const isBare = reasons.some((one) => one.diagnosis === nameless);
    if (!isBare && !reasons.some((one) => one.certainty !== 'unsure')) continue;
    // A remark at a field is red, too, while somebody types; but then no payment failed.
    if (!isBare && isAtField(element)) continue;
    const box = paintedBox(element);
    if (box) found.push({ element, spot: { place: 'alert', container: box, heading: false }, reasons });
  }
  return found.length && !isExplained(document, reader) ? found : [];
}
