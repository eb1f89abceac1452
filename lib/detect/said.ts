/**
 * All that a message says: the lines of its box that can be seen, masked. Where the page's own words name no cause that the page script
 * knows, the background reads them once more, with the reader that has learned from people's sentences (state/second-look.ts), and
 * forgets them.
 */
import { AROUND, SAID_LIMIT } from '../messages.ts';
import { redact } from '../privacy/redact.ts';
import { plain } from './dom.ts';
import { blocksIn } from './nameless.ts';
import { blockAt, isLink, visibleTextOf } from './page-text.ts';
import { isForeignWord, kindOf } from './place.ts';
import type { PageReader, Sighting } from './sighting.ts';
import { hanLength, isTelling } from './telling.ts';

/** Boxes around a message: its dialog, its result, the part of the page that is about it. */
const MAX_CLIMB = 4;
const MAX_BOXES = 3;
const PLACES: ReadonlySet<unknown> = new Set(['alert', 'toast', 'dialog']);
/** What can be pressed, chosen or filled in offers something; it tells nothing. */
const CONTROLS = 'button, label, select, input, textarea, nav, footer, [role=button], [role=link], [role=tab]';

/** An alert of fewer Han characters has no furniture. */
const BRIEF = 40;

/** The whole of a place of which only a part was named: titles and bodies of dialogs are called after them. */
function wholePlace(container: Element, reader: PageReader): Element {
  let place = container;
  for (
    let outer = plain(place).parentElement;
    outer && outer !== document.body && PLACES.has(kindOf(outer, reader.places));
    outer = plain(outer).parentElement
  )
    place = outer;
  return place;
}

/** A link this long (in Han characters) is a sentence: summaries of errors lead to their fields. */
const SENTENCE = 15;
const isSentence = (link: Element): boolean => hanLength(plain(link).textContent ?? '') >= SENTENCE;
function isControl(block: Element): boolean {
  const link = plain(block).closest('a');
  return plain(block).closest(CONTROLS) !== null || (link !== null && !isSentence(link));
}

/** The title right above a line of a message belongs to it, however short; so does the first line of its place. */
const TITLES = 'h1, h2, h3, h4, h5, strong';
const isTitleOf = (block: Element, own: readonly Element[], places: readonly Element[]): boolean =>
  places.some((place) => place !== block && plain(place).contains(block) && blocksIn(place)[0] === block) ||
  (plain(block).matches(TITLES) && own.some((one) => block.nextElementSibling?.contains(one)));

/** The largest box around an element that is still about one message. */
function boxAround(element: Element): Element {
  let box = element;
  for (
    let outer = plain(element).parentElement, climb = 0;
    outer && outer !== document.documentElement && climb < MAX_CLIMB;
    outer = plain(outer).parentElement, climb++
  ) {
    if ((plain(outer).textContent ?? '').length > SAID_LIMIT) break;
    box = outer;
  }
  return box;
}

/**
 * The lines of the messages that stand, each once, masked, at most SAID_LIMIT characters; of the newest boxes, an empty line between them.
 * What stands outside a message's own alert, dialog or toast comes after it and begins with AROUND.
 */
export function saidBy(standing: readonly Sighting[], reader: PageReader): string {
  const newest = standing.slice(-MAX_BOXES);
  const answered = newest.flatMap(({ said = [] }) => said);
  if (answered.length)
    return answered
      .map((line) => redact(line.trim(), SAID_LIMIT))
      .join('\n')
      .slice(0, SAID_LIMIT);
  const told = newest.map(({ element }) => element);
  const places = newest.flatMap(({ spot }) => (spot.container ? wholePlace(spot.container, reader) : []));
  // A brief alert or toast says one thing, and each of its lines belongs to it: "the network was lost / the ranking did not load".
  const brief = newest.flatMap(({ spot: { place, container } }) =>
    (place === 'alert' || place === 'toast') && hanLength(container!.textContent ?? '') <= BRIEF ? container! : [],
  );
  const seen = new Set<string>();
  const boxes = [...new Set(told.map(boxAround))].map((box) => {
    const own = told.filter((element) => plain(box).contains(element));
    const isPlaced = places.some((place) => plain(box).contains(place));
    const lines: string[] = [];
    const around: string[] = [];
    for (const block of new Set([own[0]!, ...blocksIn(box)])) {
      const isOwn = own.includes(block);
      if (!isOwn && isControl(block)) continue;
      const isIn = (some: readonly Element[]): boolean => some.some((place) => plain(place).contains(block));
      const isForeign = (holder: Element): boolean =>
        (isLink(holder) && !(isIn(brief) && isSentence(holder))) || isForeignWord(holder, reader.places);
      const text = visibleTextOf(blockAt(block, isForeign)).trim();
      const line = redact(text, SAID_LIMIT);
      const belongs = isOwn || isIn(brief) || isTitleOf(block, own, places) || isTelling(text, reader.places.trouble);
      if (!line || seen.has(line) || !belongs) continue;
      seen.add(line);
      if (isPlaced && !isIn(places)) around.push(AROUND + line);
      else lines.push(line);
    }
    return [...lines, ...around].join('\n');
  });
  return boxes.filter(Boolean).join('\n\n').slice(0, SAID_LIMIT);
}
