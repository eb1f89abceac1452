/** From a part of the page to reasons: the cheap question first, then blocks, visibility and place only for candidates. */
import { makeCodeReader } from './codes.ts';
import { messageReasons } from './message-reasons.ts';
import { prepareGuards, reasonsIn } from './reasons.ts';
import { blockAround } from './blocks.ts';
import { CODE_WORD } from './code-words.ts';
import { plain } from './dom.ts';
import { doubtIn } from './doubt.ts';
import { floatingSpot } from './floating.ts';
import { isBareAnswer } from './error-places.ts';
import type { Gate, Span } from './gate.ts';
import type { Hear } from './hear.ts';
import { MAX_SPANS, holdersAt } from './holders.ts';
import { makeMatcher } from './match.ts';
import { isMenu } from './menu.ts';
import { blocksIn, tellsTrouble } from './nameless.ts';
import { once } from '../privacy/once.ts';
import { paidPlaces } from './paid.ts';
import { paintedIn } from './painted.ts';
import { type Block, type PageSize, blockAt, isLink, isProminent, measurePage, visibleTextOf } from './page-text.ts';
import { isVisible } from './visible.ts';
import { hanLength } from './telling.ts';
import { isForeignWord, preparePlaces, spotOf } from './place.ts';
import { isExplained, namelessIn, namelessTitle, readAnswer } from './read-errors.ts';
import type { Candidate, PageReader, Reading, Sighting } from './sighting.ts';
import type { DetectTable } from './table.ts';

export type { PageReader, Reading, Sighting } from './sighting.ts';

/** Makes the reader of a table, which may be loaded at first use. */
export function makePageReader(source: DetectTable | (() => DetectTable), hear?: Hear): PageReader {
  const table = typeof source === 'function' ? once(source) : () => source;
  const matcher = once(() => makeMatcher(table()));
  const codes = once(() => makeCodeReader(table()));
  const guards = once(() => prepareGuards(table()));
  const places = once(() => preparePlaces(table().places));
  return {
    hear,
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
/** A box with more text than this holds more than one message. */
const MESSAGE_BOX = 400;
const CODE_LINE = new RegExp(`^\\s*${CODE_WORD}`, 'i');

/** Whether anything below a node can matter. Uses `textContent`: no layout, no wrappers. */
export function mayMatter(root: Node, gate: Gate): boolean {
  const text = plain(root).textContent ?? '';
  if (gate.touches(text.length > MAX_SCAN ? text.slice(0, MAX_SCAN) : text)) return true;
  return root.nodeType === Node.ELEMENT_NODE && gate.errorPlaces(root as Element).length > 0;
}

/**
 * Reads one part of the page.
 * @param standing sightings elsewhere on the page: plain text beside them belongs to their message
 */
export function readPart(root: Element, reader: PageReader, gate: Gate, standing: readonly Sighting[] = []): Reading {
  const reading: Reading = { sightings: [], doubts: [], hidden: [], success: false, paid: [] };
  if (isBareAnswer(root)) {
    reading.sightings.push(...readAnswer(root, reader));
    if (reading.sightings.length) return reading;
  }
  const candidates: Candidate[] = [];
  /** Alphabets take more signs for as much: too long for the rules of messages, and not for a doubt. */
  const wordy: Candidate[] = [];
  let size: PageSize | null = null;
  const speaks = (text: string): boolean => text.length > 1 && text.length <= 1000 && gate.touches(text);
  const places = gate.errorPlaces(partOf(root));
  const inPlaces = new Set(places.flatMap(blocksIn));
  for (const block of blocksToRead(root, reader, gate, inPlaces)) {
    const { element } = block;
    const all = block.text.trim();
    const inPlace = inPlaces.has(element);
    if (!speaks(all) && !isSuccess(all, reader) && !inPlace) {
      reader.hear?.('gate', all, 'length or anchors');
      continue;
    }
    // Asked before the text is, because it costs no layout: rows of lists are many, and few may speak.
    const spot = spotOf(element, reader.places);
    if (!spot.place && !(spot.row && CODE_LINE.test(all))) {
      // What is hidden may stand in another place when it is shown.
      if (plain(element).checkVisibility?.() === false) reading.hidden.push(element);
      reader.hear?.('place', all, spot.row ? 'row' : 'nowhere');
      continue;
    }
    if (isMenu(element)) {
      reader.hear?.('place', all, 'one of several offered');
      continue;
    }
    const text = visibleTextOf(block).trim();
    if (text !== all && (inPlace || speaks(all) || isSuccess(all, reader)))
      reading.hidden.push(...new Set([element, ...block.runs.map((run) => run.holder)]));
    const success = isSuccess(text, reader);
    if (text !== all) reader.hear?.('visibility', all, text);
    if (!speaks(text) && !success && !(inPlace && text)) continue;
    size ??= measurePage();
    if (spot.place === 'text') Object.assign(spot, floatingSpot(element));
    if (spot.place === 'text' && size.small) {
      // What is set large on a page that says little is its title.
      spot.heading ||= isProminent(element);
      if (size.tiny || spot.heading || isAnswerInFrame()) spot.place = 'result';
    }
    if (spot.row && size.small && CODE_LINE.test(text)) spot.place = 'text';
    if (!spot.place) continue;
    if (success && (spot.heading || spot.place !== 'text' || text.length < 24)) {
      reading.success = true;
      if (paidPlaces(text).length) reading.paid.push(element);
    }
    const most = MAX_MESSAGE[spot.place as keyof typeof MAX_MESSAGE];
    if (text.length <= most) candidates.push({ element, text, spot });
    else if (hanLength(text) <= most) wordy.push({ element, text, spot });
    else reader.hear?.('prose', text, 'too long for a message');
  }
  if (!size) return reading;
  reading.success ||= isPaidAbroad(reader);

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
  if (!reading.success) reading.sightings.push(...namelessIn(places, candidates, reading.sightings, reader));
  if (!reading.success && !reading.sightings.length && !standing.length)
    reading.sightings.push(...(size.small ? toldTwice(candidates, reader) : []));
  if (!reading.success && !reading.sightings.length && !standing.length)
    reading.sightings.push(...namelessTitle(candidates, reader));
  if (!reading.success && !reading.sightings.length && !standing.length)
    reading.sightings.push(...paintedIn(candidates, reader));
  if (!reading.success && !reading.sightings.length && !standing.length)
    reading.doubts.push(...doubtIn([...candidates, ...wordy], size, reader));
  return reading;
}

/** A page that says little, in one place that it was not paid and in another why, or that it is sorry, is about this payment. */
function toldTwice(candidates: readonly Candidate[], reader: PageReader): Sighting[] {
  if (isExplained(document, reader)) return [];
  const { nameless, bare } = reader.table.roles;
  const told = candidates
    .filter(({ text }) => text.length <= MAX_MESSAGE.text)
    .map(({ element, text }): Sighting => ({
      element,
      spot: { place: 'result', container: null, heading: false },
      reasons: reasonsIn(text, { place: 'result', errorPlace: true }, reader),
    }))
    .filter(({ reasons }) => reasons.length > 0);
  const notPaid = told.find(({ reasons }) => reasons.some((one) => bare.includes(one.rule)));
  if (!notPaid) return [];
  const isSorry = candidates.some(({ text, spot }) => spot.heading && tellsTrouble(text, reader));
  const isExplaining = told.some(
    (one) => one !== notPaid && one.reasons.some((reason) => reason.diagnosis !== nameless),
  );
  return isSorry || isExplaining ? told : [];
}

/** The part of the page that a changed element's words belong to. */
function partOf(root: Element): Element {
  const around = blockAround(root);
  return around instanceof Element ? around : root;
}

/** Blocks looked at in one reading; no page has so many messages. */
const MAX_BLOCKS = 1000;
/** The blocks below a part whose text may matter: those with an anchor, and those that may tell of a success. */
function blocksToRead(root: Element, reader: PageReader, gate: Gate, more: ReadonlySet<Element>): Block[] {
  const part = partOf(root);
  const text = plain(part).textContent ?? '';
  const successes = [...text.matchAll(reader.guards.successWord)].map((found): Span => [
    found.index,
    found.index + found[0].length,
  ]);
  const spans = [...gate.spansIn(text, MAX_SPANS), ...successes].sort((a, b) => a[1] - b[1]);
  const all = [...new Set([...[...holdersAt(part, spans)].map((holder) => blockAround(holder) as Element), ...more])];
  // What came last to a page often stands at its end.
  const blocks = all.length > MAX_BLOCKS ? [...all.slice(0, MAX_BLOCKS / 2), ...all.slice(-MAX_BLOCKS / 2)] : all;
  return blocks
    .filter((block) => !plain(block).closest('a[href]'))
    .map((block) => blockAt(block, (holder) => isLink(holder) || isForeignWord(holder, reader.places)));
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

/** A frame that says little and asks for nothing is a bank's window with its answer; one that asks is a step, a card form or a chat. */
const isAnswerInFrame = (): boolean =>
  window !== window.top && !document.querySelector('input:not([type=hidden]), textarea, [contenteditable]');

const TITLES = 'h1, h2, h3, [role=heading]';
const MAX_TITLES = 40;
/** Whether a title of the page says in another language than Chinese or English that it was paid. Asked where something was found: few pages. */
const isPaidAbroad = ({ guards }: PageReader): boolean =>
  [...document.querySelectorAll(TITLES)]
    .slice(0, MAX_TITLES)
    .some((title) => guards.successAbroad.test((plain(title).textContent ?? '').trim()) && isVisible(title));

const isSuccess = (text: string, reader: PageReader): boolean => text.length < 60 && reader.guards.success.test(text);
