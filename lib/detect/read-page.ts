/** From a part of the page to reasons: the cheap question first, then blocks, visibility and place only for candidates. */
import { makeCodeReader } from './codes.ts';
import { type Reader, type Reason, prepareGuards, reasonsIn } from './judge.ts';
import { blockAround, wholePage } from './blocks.ts';
import { plain } from './dom.ts';
import type { Gate, Span } from './gate.ts';
import { MAX_SPANS, holdersAt } from './holders.ts';
import { makeMatcher } from './match.ts';
import { once } from './once.ts';
import { paidPlaces } from './paid.ts';
import { type Block, type PageSize, blockAt, isProminent, measurePage, visibleTextOf } from './page-text.ts';
import { type PlaceRules, type Spot, isForeignWord, preparePlaces, spotOf } from './place.ts';
import type { DetectTable } from './table.ts';
import { isVisible } from './visible.ts';

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
  /** The elements that say so of a payment; a refund is none. */
  paid: Element[];
}

/** Makes the reader of a table, which may be loaded at first use. */
export function makePageReader(source: DetectTable | (() => DetectTable)): PageReader {
  const table = typeof source === 'function' ? once(source) : () => source;
  const matcher = once(() => makeMatcher(table()));
  const codes = once(() => makeCodeReader(table()));
  const guards = once(() => prepareGuards(table()));
  const places = once(() => preparePlaces(table().places));
  return {
    get table() {
      return table();
    },
    get matcher() {
      return matcher();
    },
    get codes() {
      return codes();
    },
    get guards() {
      return guards();
    },
    get places() {
      return places();
    },
  };
}

/** Longest text of a root that is scanned; a page with more is a library, not a message. */
const MAX_SCAN = 2_000_000;
/** Longest block that can be a message, by place; longer ones are prose. */
const MAX_MESSAGE = { toast: 200, dialog: 320, alert: 320, result: 220, text: 220 } as const;
/** A plain text longer than this must name the failure and its cause to count. */
const SHORT = 75;
/** Letters say less than Han characters: half of one each. */
const lengthOf = (text: string): number => text.length - (text.match(/[\x20-\x7f]/g)?.length ?? 0) / 2;
/** Pages with more text than this are not about one message; plain text on them never speaks. */
const BUSY_PAGE = 900;
/** A box with more text than this holds more than one message. */
const MESSAGE_BOX = 400;
/** In plain text a code counts only where it is called one, or is a cashier code. */
const CODE_SAID = /错误|錯誤|错誤|error|返回码|响应码|\bALI[NP]?\d/i;
const CODE_LINE = /^\s*(?:错误码|错误代码|錯誤碼|錯誤代碼|error\s?code)/i;
const NAMELESS = 'unknown-failure/bare-failure';

/** Whether anything below a node can matter. Uses `textContent`: no layout, no wrappers. */
export function mayMatter(root: Node, gate: Gate): boolean {
  const text = plain(root).textContent ?? '';
  return gate.touches(text.length > MAX_SCAN ? text.slice(0, MAX_SCAN) : text);
}

interface Candidate {
  element: Element;
  text: string;
  spot: Spot;
}

/**
 * Reads one part of the page.
 * @param standing sightings elsewhere on the page: plain text beside them belongs to their message
 */
export function readPart(root: Element, reader: PageReader, gate: Gate, standing: readonly Sighting[] = []): Reading {
  const reading: Reading = { sightings: [], hidden: [], success: false, paid: [] };
  const candidates: Candidate[] = [];
  let size: PageSize | null = null;
  const speaks = (text: string): boolean => text.length > 1 && text.length <= 1000 && gate.touches(text);
  for (const block of blocksToRead(root, reader, gate)) {
    const { element } = block;
    const all = block.text.trim();
    if (!speaks(all) && !isSuccess(all, reader)) continue;
    // Asked before the text is, because it costs no layout: rows of lists are many, and few may speak.
    const spot = spotOf(element, reader.places);
    if (!spot.place && !(spot.row && CODE_LINE.test(all))) {
      // What is hidden may stand in another place when it is shown.
      if (plain(element).checkVisibility?.() === false) reading.hidden.push(element);
      continue;
    }
    const text = visibleTextOf(block).trim();
    if (text !== all && (speaks(all) || isSuccess(all, reader)))
      reading.hidden.push(...new Set([element, ...block.runs.map((run) => run.holder)]));
    const success = isSuccess(text, reader);
    if (!speaks(text) && !success) continue;
    size ??= measurePage();
    if (spot.place === 'text' && (size.tiny || (size.small && isProminent(element)))) spot.place = 'result';
    if (spot.row && size.small && CODE_LINE.test(text)) spot.place = 'text';
    if (!spot.place) continue;
    if (success && (spot.heading || spot.place !== 'text' || text.length < 24)) {
      reading.success = true;
      if (paidPlaces(text).length) reading.paid.push(element);
    }
    if (text.length <= MAX_MESSAGE[spot.place as keyof typeof MAX_MESSAGE]) candidates.push({ element, text, spot });
  }
  if (!size) return reading;

  const others: Candidate[] = [];
  for (const candidate of candidates) {
    const reasons = messageReasons(candidate, size, reader);
    if (reasons.length) reading.sightings.push({ element: candidate.element, spot: candidate.spot, reasons });
    else if (!candidate.spot.container) others.push(candidate);
  }
  // The lines under a title, the code under a sentence: plain text in the box of a message is part of it.
  const boxes = [...standing, ...reading.sightings].map((one) => boxOf(one.element)).filter((box) => box !== null);
  for (const { element, text } of others) {
    if (!boxes.some((box) => plain(box).contains(element))) continue;
    const reasons = reasonsIn(text, { place: 'result', errorPlace: true }, reader);
    if (reasons.length)
      reading.sightings.push({ element, spot: { place: 'result', container: null, heading: false }, reasons });
  }
  return reading;
}

/** Blocks looked at in one reading; no page has so many messages. */
const MAX_BLOCKS = 1000;
/** What every sentence of a success has in it (guards.json, success), so that only such blocks are looked at for one. */
export const SUCCESS_WORD = /成功|完成|succe|complete|received|went through|paid|thank/gi;

/** The blocks below a part whose text may matter: those with an anchor, and those that may tell of a success. */
function blocksToRead(root: Element, reader: PageReader, gate: Gate): Block[] {
  const around = blockAround(root);
  const part = around instanceof Element ? around : root;
  const text = plain(part).textContent ?? '';
  const successes = [...text.matchAll(SUCCESS_WORD)].map((found): Span => [found.index, found.index + found[0].length]);
  const spans = [...gate.spansIn(text, MAX_SPANS), ...successes].sort((a, b) => a[1] - b[1]);
  const all = [...new Set([...holdersAt(part, spans)].map((holder) => blockAround(holder) as Element))];
  // What came last to a page often stands at its end.
  const blocks = all.length > MAX_BLOCKS ? [...all.slice(0, MAX_BLOCKS / 2), ...all.slice(-MAX_BLOCKS / 2)] : all;
  return blocks
    .filter((block) => !plain(block).closest('a[href]'))
    .map((block) => blockAt(block, (holder) => isForeignWord(holder, reader.places)));
}

/** The smallest box around a message that may hold its other lines; null when that is most of a page. */
function boxOf(element: Element): Element | null {
  let box: Element | null = null;
  for (
    let outer = plain(element).parentElement, climb = 0;
    outer && outer !== document.body && climb < 3;
    outer = plain(outer).parentElement, climb++
  ) {
    if ((plain(outer).textContent ?? '').length > MESSAGE_BOX) break;
    box = outer;
  }
  return box;
}

const isSuccess = (text: string, reader: PageReader): boolean => text.length < 60 && reader.guards.success.test(text);

function messageReasons({ text, spot }: Candidate, size: PageSize, reader: PageReader): Reason[] {
  const place = spot.place!;
  const reasons = reasonsIn(text, { place, errorPlace: true }, reader);
  if (!reasons.length) return reasons;
  if (place === 'dialog') return asksConsent(spot.container!, reader) ? [] : reasons;
  if (place === 'alert' || place === 'toast') return reasons;
  // Plain text and page-filling text: only what speaks of this payment, not what explains payments in general.
  const named = reasons.some((one) => one.rule === NAMELESS);
  if (spot.heading && text.length <= 60) return reasons;
  const concrete = named || reader.guards.concrete.test(text) || CODE_SAID.test(text);
  if (place === 'result') return concrete ? reasons : [];
  const coded = CODE_SAID.test(text);
  const sure = reasons.filter(
    (one) => one.rule !== NAMELESS && one.certainty !== 'unsure' && (one.kind !== 'code' || coded),
  );
  if (size.length > BUSY_PAGE) return lengthOf(text) <= SHORT ? sure.filter((one) => one.kind !== 'family') : [];
  if (named && (text.length <= 20 || sure.length)) return reasons;
  if (lengthOf(text) > SHORT || !concrete) return [];
  return reasonsIn(text, { place, errorPlace: false }, reader).filter((one) => one.kind !== 'code' || coded);
}

/** A dialog that wants consent explains what may happen; it reports nothing. */
function asksConsent(dialog: Element, reader: PageReader): boolean {
  return [...plain(dialog).querySelectorAll('button, [role=button], a, label')].some((one) =>
    reader.guards.consent.test((one.textContent ?? '').slice(0, 40)),
  );
}

/** Query parameters of Alipay's error pages that carry a code (alipay-pages, 1.6). */
export const CODE_PARAMETERS = ['errorCode', 'causeCode'] as const;

/** Signals that are not text: the page's address and elements that only a failure shows. */
export function readSurroundings(reader: PageReader, address: URL): Sighting[] {
  const sightings: Sighting[] = [];
  const base = { certainty: 'likely' as const, code: '', rank: -6, slots: 0, weight: 0 };
  const root = wholePage();
  for (const rule of reader.table.addresses) {
    if (rule.host && address.hostname !== rule.host) continue;
    if (rule.path && !address.pathname.includes(rule.path)) continue;
    if (rule.query) {
      const value = address.searchParams.get(rule.query[0]);
      if (value === null || (rule.query[1] !== '*' && value !== rule.query[1])) continue;
    }
    const quote = rule.query ? rule.query.join('=') : rule.path!;
    sightings.push({
      element: root,
      spot: { place: 'address', container: null, heading: false },
      reasons: [
        {
          ...base,
          kind: 'address',
          rule: rule.rule,
          diagnosis: rule.diagnosis,
          certainty: rule.certainty,
          place: 'address',
          quote,
        },
      ],
    });
  }
  for (const name of CODE_PARAMETERS) {
    for (const found of reader.codes(`error code: ${address.searchParams.get(name) ?? ''}`)) {
      if (!found.known || !found.diagnosis) continue;
      sightings.push({
        element: root,
        spot: { place: 'address', container: null, heading: false },
        reasons: [
          {
            ...base,
            kind: 'code',
            rule: `code/${found.code}`,
            diagnosis: found.diagnosis,
            certainty: found.certainty,
            place: 'address',
            quote: `${name}=${found.code}`,
            code: found.code,
            rank: 1,
          },
        ],
      });
    }
  }
  for (const rule of reader.table.structures) {
    for (const element of document.querySelectorAll(rule.selector)) {
      if (!isVisible(element)) continue;
      sightings.push({
        element,
        spot: { place: 'alert', container: element, heading: false },
        reasons: [
          {
            ...base,
            kind: 'structure',
            rule: rule.rule,
            diagnosis: rule.diagnosis,
            certainty: rule.certainty,
            place: 'alert',
            quote: '',
          },
        ],
      });
    }
  }
  return sightings;
}
