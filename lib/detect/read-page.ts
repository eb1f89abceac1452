/** From a part of the page to reasons: the cheap question first, then blocks, visibility and place only for candidates. */
import { makeCodeReader } from './codes.ts';
import { type Reader, type Reason, prepareGuards, reasonsIn } from './judge.ts';
import { makeMatcher } from './match.ts';
import { type PageSize, blocksBelow, isVisible, measurePage } from './page-text.ts';
import { type PlaceRules, type Spot, preparePlaces, spotOf } from './place.ts';
import type { DetectTable } from './table.ts';

export interface PageReader extends Reader {
  places: PlaceRules;
}

/** A reason and the element it stands in. */
export interface Sighting {
  element: Element;
  spot: Spot;
  reasons: Reason[];
}

export interface Reading {
  sightings: Sighting[];
  /** Elements whose text would count if it were visible. */
  hidden: Element[];
  /** The page says that a payment went through. */
  success: boolean;
}

export function makePageReader(table: DetectTable): PageReader {
  return { table, matcher: makeMatcher(table), codes: makeCodeReader(table), guards: prepareGuards(table), places: preparePlaces(table.places) };
}

/** Longest text of a root that is scanned in one go; a longer one is cut, because no message is that long. */
const MAX_SCAN = 200_000;
const CODE_ANCHOR = /错误|錯誤|ALI|error/i;

/** Longest block that can be a message, by place; longer ones are prose. */
const MAX_MESSAGE = { toast: 200, dialog: 320, alert: 320, result: 220, text: 90 } as const;
/** Pages with more text than this are not about one message; plain text on them never speaks. */
const BUSY_PAGE = 900;

/** Whether anything below a node can matter. Uses `textContent`: no layout, no wrappers. */
export function mayMatter(root: Node, reader: PageReader): boolean {
  const text = (root.textContent ?? '').slice(0, MAX_SCAN);
  return text.length > 1 && (reader.matcher.touches(text) || CODE_ANCHOR.test(text));
}

/** Reads one part of the page. */
export function readPart(root: Node, reader: PageReader): Reading {
  const reading: Reading = { sightings: [], hidden: [], success: false };
  let size: PageSize | null = null;
  for (const { element, text } of blocksBelow(root)) {
    const plain = text.trim();
    const success = plain.length < 60 && reader.guards.success.test(plain);
    const touched = plain.length > 1 && plain.length <= 1000 && (reader.matcher.touches(plain) || CODE_ANCHOR.test(plain));
    if (!touched && !success) continue;
    if (!isVisible(element)) {
      if (touched) reading.hidden.push(element);
      continue;
    }
    size ??= measurePage();
    const spot = spotOf(element, reader.places, size.small);
    if (!spot.place) continue;
    if (success && (spot.heading || spot.place !== 'text' || plain.length < 24)) reading.success = true;
    const reasons = plain.length <= MAX_MESSAGE[spot.place as keyof typeof MAX_MESSAGE] ? messageReasons(plain, spot, size, reader) : [];
    if (reasons.length) reading.sightings.push({ element, spot, reasons });
  }
  return reading;
}

function messageReasons(text: string, spot: Spot, size: PageSize, reader: PageReader): Reason[] {
  const place = spot.place!;
  if (place !== 'text') return reasonsIn(text, { place, errorPlace: true }, reader);
  // Plain text on a page with much else on it: only a code, a whole known sentence, or a phrase that names a failure by itself.
  const titled = spot.heading && text.length <= 40;
  const reasons = reasonsIn(text, { place: titled ? 'result' : 'text', errorPlace: titled }, reader);
  return size.length > BUSY_PAGE && !titled ? reasons.filter((one) => one.kind !== 'family') : reasons;
}

/** Signals that are not text: the page's address and elements that only a failure shows. */
export function readSurroundings(reader: PageReader, address: URL): Sighting[] {
  const sightings: Sighting[] = [];
  const base = { certainty: 'likely' as const, code: '', rank: -6, slots: 0, weight: 0 };
  const root = document.body ?? document.documentElement;
  for (const rule of reader.table.addresses) {
    if (rule.host && address.hostname !== rule.host) continue;
    if (rule.path && !address.pathname.includes(rule.path)) continue;
    if (rule.query) {
      const value = address.searchParams.get(rule.query[0]);
      if (value === null || (rule.query[1] !== '*' && value !== rule.query[1])) continue;
    }
    const quote = rule.query ? rule.query.join('=') : rule.path!;
    sightings.push({
      element: root, spot: { place: 'address', container: null, heading: false },
      reasons: [{ ...base, kind: 'address', rule: rule.rule, diagnosis: rule.diagnosis, certainty: rule.certainty, place: 'address', quote }],
    });
  }
  for (const rule of reader.table.structures) {
    for (const element of document.querySelectorAll(rule.selector)) {
      if (!isVisible(element)) continue;
      sightings.push({
        element, spot: { place: 'alert', container: element, heading: false },
        reasons: [{ ...base, kind: 'structure', rule: rule.rule, diagnosis: rule.diagnosis, certainty: rule.certainty, place: 'alert', quote: '' }],
      });
    }
  }
  return sightings;
}
