import type { PageMessage } from '../messages.ts';
import { isFrameOpen } from './frame.ts';
import type { Gate } from './gate.ts';
import { makePageReader } from './read-page.ts';
import { shadowParts } from './shadow.ts';
import { foundMessage, makeStand } from './stand.ts';
import type { DetectTable } from './table.ts';
import type { Watched } from './watch.ts';

/** What a document tells when it is read once, in the words the page script tells the background. */
export type ReadOnce = Extract<PageMessage, { type: 'found' | 'paid' }>;

const NOBODY = (): void => undefined;
const NOT_WATCHED: Watched = { watchHidden: NOBODY, watchAncestors: NOBODY, again: NOBODY };

/**
 * What the document shows right now, read as a watched page is; null where it tells of no payment. Used where nothing is watched: pages that
 * are not Alipay's, on the user's click.
 */
export function readOnce(table: DetectTable, gate: Gate): ReadOnce | null {
  const root = document.body;
  if (!root || !isFrameOpen()) return null;
  let isPaid = false;
  const stand = makeStand(makePageReader(table), gate, NOT_WATCHED, {
    found: NOBODY,
    faded: NOBODY,
    gone: NOBODY,
    paid: () => (isPaid = true),
  });
  stand.read({ parts: [root, ...shadowParts(root)], moved: false });
  stand.stop();
  const finding = stand.current();
  if (finding) return foundMessage(finding, stand);
  return isPaid ? { type: 'paid', at: Date.now() } : null;
}
