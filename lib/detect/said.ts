/**
 * All that a message says: the lines of its box that can be seen, masked. Where the page's own words name no cause that the page script
 * knows, the background reads them once more, with the reader that has learned from people's sentences (state/second-look.ts), and
 * forgets them.
 */
import { SAID_LIMIT } from '../messages.ts';
import { redact } from '../privacy/redact.ts';
import { plain } from './dom.ts';
import { blocksIn } from './nameless.ts';
import { blockAt, visibleTextOf } from './page-text.ts';
import { isForeignWord } from './place.ts';
import type { PageReader, Sighting } from './sighting.ts';
import { isTelling } from './telling.ts';

/** Boxes around a message: its dialog, its result, the part of the page that is about it. */
const MAX_CLIMB = 4;
const MAX_BOXES = 3;
/** What can be pressed, chosen or filled in offers something; it tells nothing. */
const CONTROLS = 'button, label, select, input, textarea, nav, footer, [role=button], [role=link], [role=tab]';

/** A link this long is a sentence: summaries of errors lead to their fields. */
const SENTENCE = 30;
const isControl = (block: Element): boolean => {
  const link = plain(block).closest('a');
  return plain(block).closest(CONTROLS) !== null || (link?.textContent ?? '-'.repeat(SENTENCE)).length < SENTENCE;
};

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

/** The lines of the messages that stand, each once, masked, at most SAID_LIMIT characters. */
export function saidBy(standing: readonly Sighting[], reader: PageReader): string {
  const lines = new Set<string>();
  for (const { element } of standing.slice(0, MAX_BOXES))
    for (const block of new Set([element, ...blocksIn(boxAround(element))])) {
      if (block !== element && isControl(block)) continue;
      const text = visibleTextOf(blockAt(block, (holder) => isForeignWord(holder, reader.places))).trim();
      if (block === element || isTelling(text, reader.places.trouble)) lines.add(redact(text, SAID_LIMIT));
    }
  return [...lines].join('\n').slice(0, SAID_LIMIT);
}
