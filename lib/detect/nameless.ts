/**
 * A sentence that nobody knows, in a place that holds errors: that something failed is told by the place, the cause by nobody. The same sentence in
 * a hint at a field, an offer, a dialog that asks for something, or beside a success says nothing.
 */
import { QUOTE_LIMIT } from '../messages.ts';
import { redact } from '../privacy/redact.ts';
import { blockAround } from './blocks.ts';
import { hanLength } from './telling.ts';
import { plain } from './dom.ts';
import type { Reader, Reason } from './reasons.ts';
import type { PlaceRules, Spot } from './place.ts';

/** Blocks of one place that are looked at. */
const MAX_BLOCKS = 12;
/** Shortest and longest sentence that can be a message: a few characters may be the beginning of one. */
const MIN_SAID = 4;
const MAX_SAID = 200;
/** Around a field: its row in a form. */
const ROW_CLIMB = 3;
const ROW_TEXT = 160;

/** The blocks of text in a place, in the order of the page. */
export function blocksIn(place: Element): Element[] {
  const blocks = new Set<Element>();
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node && blocks.size < MAX_BLOCKS; node = walker.nextNode())
    if ((node as Text).data.trim()) blocks.add(blockAround(node) as Element);
  return [...blocks];
}

/**
 * Whether a text in such a place is a failure.
 * @param only the place holds errors only, whatever stands in it
 */
export function tellsFailure(
  text: string,
  spot: Spot,
  only: boolean,
  around: string,
  reader: Reader & { places: PlaceRules },
): boolean {
  const { guards, places } = reader;
  if (!maySpeak(text, reader)) return false;
  // "When you contact us" behind the news is no condition of it.
  const told = places.trouble.exec(text);
  if (matches(guards.before, told ? text.slice(0, told.index) : text) || guards.anywhere.test(text)) return false;
  if (told && guards.after.test(text.slice(told.index + told[0].length))) return false;
  if (only && spot.place !== 'dialog') return true;
  return places.trouble.test(text) && (only || places.matter.test(around));
}

/** A text that is wholly in quotation marks: the title of what explains somebody's message. */
const ALL_QUOTED = /^["“„«「『‘《][^"”“»」』’》]+["”“»」』’》]$/;

/** Whether a text may report trouble at all: no question, no quotation, no success, nothing calm, neither a scrap nor prose. */
export function maySpeak(text: string, { guards, places }: Reader & { places: PlaceRules }): boolean {
  if (text.length < MIN_SAID || hanLength(text) > MAX_SAID || !/\p{L}{2}/u.test(text)) return false;
  if (ALL_QUOTED.test(text)) return false;
  return !places.calm.test(text) && !guards.success.test(text) && !/[?？؟]\s*$/.test(text);
}

/** Whether a text tells of some trouble, of whatever kind. */
export const tellsTrouble = (text: string, reader: Reader & { places: PlaceRules }): boolean =>
  maySpeak(text, reader) && reader.places.trouble.test(text);

/** A global expression remembers where it stopped. */
function matches(expression: RegExp, text: string): boolean {
  expression.lastIndex = 0;
  return expression.test(text);
}

/** Whether a place is the remark at a field that a person fills in. */
export function isAtField(place: Element): boolean {
  for (
    let row: Element | null = place, climb = 0;
    row && row !== document.body && climb <= ROW_CLIMB;
    row = plain(row).parentElement, climb++
  ) {
    if ((plain(row).textContent ?? '').length > ROW_TEXT) return false;
    if (plain(row).querySelector('input:not([type=hidden]), textarea, select, [contenteditable]')) return true;
  }
  return false;
}

/** The reason such a text gives: no cause, and the words themselves, masked, so that a person can read them. */
export function namelessReason(text: string, spot: Spot, { table }: Reader): Reason {
  const diagnosis = table.roles.nameless;
  return {
    kind: 'structure',
    rule: `${diagnosis}/error-place`,
    diagnosis,
    certainty: 'unsure',
    place: spot.place ?? 'alert',
    quote: redact(text, QUOTE_LIMIT),
    code: '',
    rank: -6,
    slots: 0,
    weight: 0,
  };
}
