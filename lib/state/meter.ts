/**
 * How much a tab may tell. A healthy page script sends a handful of messages; one that floods us is not ours any more. In memory only: a
 * background that starts anew starts counting anew, and what is lost then is nothing but a count.
 */
import type { PageMessage } from '../messages.ts';

/** Messages a tab may send at once, and how many more each second. */
const BURST = 40;
const PER_SECOND = 2;
/** A double click opens one popup. */
const BETWEEN_OPENINGS = 1000;
const MOST_TABS = 500;

/** Makes the meter: whether a message of a tab is to be heard. Seam: `now` for tests. */
export function makeMeter(now: () => number = Date.now): (type: PageMessage['type'], tabId: number) => boolean {
  const tabs = new Map<number, { left: number; at: number; opened: number }>();
  return (type, tabId) => {
    const time = now();
    if (tabs.size > MOST_TABS) tabs.clear();
    const one = tabs.get(tabId) ?? { left: BURST, at: time, opened: -Infinity };
    tabs.set(tabId, one);
    one.left = Math.min(BURST, one.left + ((time - one.at) / 1000) * PER_SECOND);
    one.at = time;
    if (one.left < 1) return false;
    one.left--;
    if (type !== 'show-steps') return true;
    if (time - one.opened < BETWEEN_OPENINGS) return false;
    one.opened = time;
    return true;
  };
}
