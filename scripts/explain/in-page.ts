/** Runs in the page: reads it as the page script does, with a listener, and gives back what was seen, dropped and kept. */
import { blockAround } from '../../lib/detect/blocks.ts';
import { outerOf } from '../../lib/detect/dom.ts';
import { makeGate } from '../../lib/detect/gate.ts';
import type { Stage } from '../../lib/detect/hear.ts';
import type { Reason } from '../../lib/detect/reasons.ts';
import { isListItem, kindOf } from '../../lib/detect/place.ts';
import { makePageReader, mayMatter, readPart } from '../../lib/detect/read-page.ts';
import { shadowParts } from '../../lib/detect/shadow.ts';
import { saidBy } from '../../lib/detect/said.ts';
import { readSurroundings } from '../../lib/detect/surroundings.ts';
import { loadDetectTable } from '../../lib/generated/detect-table.ts';
import { gateTable } from '../../lib/generated/gate.ts';

export interface PageNotes {
  host: string;
  /** The page's address is one where Alipay explains or lists; such pages are not read. */
  contentAddress: boolean;
  touches: boolean;
  /** Texts without an anchor. */
  unread: string[];
  dropped: { stage: Stage; text: string; by: string }[];
  kept: { text: string; place: string; reasons: Reason[] }[];
  /** Where texts with an anchor stand: the elements around them and what each is taken for. */
  around: { text: string; path: string }[];
  success: boolean;
  /** The lines that the background would read again. */
  said: string;
  /** Nothing known was said; only that reading can make a failure of it. */
  doubtful: boolean;
  surroundings: Reason[];
}

const AROUND = 8;
const clean = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** All that a reading of the page as it stands tells. */
export function explainPage(): PageNotes {
  const dropped: PageNotes['dropped'] = [];
  const reader = makePageReader(loadDetectTable(), (stage, text, by) => dropped.push({ stage, text: clean(text), by }));
  const gate = makeGate(gateTable);
  const root = document.body;
  const blocks = new Set<Element>();
  const parts = [root, ...shadowParts(root)];
  for (const part of parts) {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const block = node.nodeValue!.trim() && blockAround(node);
      if (block instanceof Element && !block.closest('script, style, noscript, template')) blocks.add(block);
    }
  }
  const texts = [...blocks].map((block) => ({ block, text: clean(block.textContent ?? '') }));
  const readings = parts.map((part) => readPart(part, reader, gate));
  const sightings = readings.flatMap((one) => one.sightings);
  // A doubt counts only where nothing known is said.
  const doubts = sightings.length ? [] : readings.flatMap((one) => one.doubts);
  const describe = (element: Element): string => {
    const excluded = element.matches(reader.places.excluded) ? 'excluded' : null;
    const kind = kindOf(element, reader.places) ?? excluded ?? (isListItem(element) ? 'row' : null);
    const name = [element.tagName.toLowerCase(), ...element.classList].join('.');
    return kind ? `${name} [${kind}]` : name;
  };
  const pathOf = (element: Element): string => {
    const path: string[] = [];
    for (let one: Element | null = element; one && one !== root && path.length < AROUND; one = outerOf(one))
      path.push(describe(one));
    return path.join(' < ');
  };
  return {
    host: location.host,
    contentAddress: new RegExp(gateTable.content).test(location.host + location.pathname),
    touches: parts.some((part) => mayMatter(part, gate)),
    unread: texts.filter(({ text }) => !gate.touches(text)).map(({ text }) => text),
    dropped,
    kept: sightings.map(({ element, spot, reasons }) => ({
      text: clean(element.textContent ?? ''),
      place: spot.place ?? '',
      reasons,
    })),
    around: texts
      .filter(({ text }) => text.length <= 1000 && gate.touches(text))
      .map(({ block, text }) => ({ text, path: pathOf(block) })),
    success: readings.some((one) => one.success),
    said: saidBy(sightings.length ? sightings : doubts, reader),
    doubtful: doubts.length > 0,
    surroundings: readSurroundings(reader, new URL(location.href)).flatMap((one) => one.reasons),
  };
}
