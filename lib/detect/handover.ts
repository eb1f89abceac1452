/**
 * How the two parts of the page script meet. The small one stands on every page and leaves a function behind; the large one is brought into
 * the same isolated world when it is wanted, and calls it. Pages cannot see or call it: their scripts live in another world.
 */
import type { Finding } from '../messages.ts';
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

const NAME = 'cardRescueReader';
const world = globalThis as unknown as Record<typeof NAME, unknown>;

/** Takes the large part when it comes; a second one is not taken. */
export function expectAgent(take: (make: MakeAgent) => void): void {
  world[NAME] = (make: MakeAgent): void => {
    delete world[NAME];
    take(make);
  };
}

/** Nobody takes the large part any more. */
export function expectNobody(): void {
  delete world[NAME];
}

/** Hands the large part over; where nobody waits for it, nothing happens. */
export function deliverAgent(make: MakeAgent): void {
  // A page can name its elements as it likes, and elements show through as properties.
  if (Object.hasOwn(world, NAME) && typeof world[NAME] === 'function') (world[NAME] as (make: MakeAgent) => void)(make);
}
