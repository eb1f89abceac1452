/**
 * How the two parts of the page script meet. The small one stands on every page and leaves a function behind; the large one is brought into
 * the same isolated world when it is wanted, and calls it. Pages cannot see or call it: their scripts live in another world.
 */
import { DOOR, type Finding } from '../messages.ts';
import type { Gate } from './gate.ts';
import type { BatchReader, Watched } from './watch.ts';

/** The large part at work. */
export interface Agent extends BatchReader {
  current(): Finding | null;
  stop(): void;
}

/**
 * Makes the large part.
 * @param leave ends the whole page script, when the extension is gone
 */
export type MakeAgent = (watched: Watched, gate: Gate, leave: () => void) => Agent;

/** Takes the large part; called with nothing it says whether the small part lives, and ends one whose extension is gone. */
type Door = (make?: MakeAgent) => boolean;

const world = globalThis as unknown as Record<typeof DOOR, Door>;

// A page can name its elements as it likes, and elements show through as properties.
const isThere = (): boolean => Object.hasOwn(world, DOOR) && typeof world[DOOR] === 'function';

/**
 * Waits for the large part.
 * @returns false where a small part that lives waits already
 */
export function expectAgent(door: Door): boolean {
  if (isThere() && world[DOOR]()) return false;
  world[DOOR] = door;
  return true;
}

/** Nobody takes the large part any more. */
export function expectNobody(): void {
  delete (world as Partial<typeof world>)[DOOR];
}

/** Hands the large part over; where nobody waits for it, nothing happens. */
export function deliverAgent(make: MakeAgent): void {
  if (isThere()) world[DOOR](make);
}
