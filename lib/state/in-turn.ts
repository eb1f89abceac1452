/**
 * One thing after another for each tab. What fifty frames tell at once is worked on at once, and an order to show a hint could otherwise come
 * behind the word that it is over.
 */

/** A page that is frozen may never answer; the others are not kept waiting. */
const PATIENCE = 2000;

const turns = new Map<number, Promise<unknown>>();

/** Is over when a work is done, however it ends, or took too long. Never rejects. */
function overSoon(work: Promise<unknown>): Promise<void> {
  return new Promise((over) => {
    const timer = setTimeout(over, PATIENCE);
    const end = (): void => {
      clearTimeout(timer);
      over();
    };
    work.then(end, end);
  });
}

/** Does some work of a tab when what was begun before is done, or took too long. */
export function inTurn<T>(tabId: number, work: () => Promise<T>): Promise<T> {
  const before = turns.get(tabId) ?? Promise.resolve();
  const done = before.then(work);
  // Counted from when it begins: counted from now, those behind one that hangs would all begin at once.
  const turn = before
    .then(() => overSoon(done))
    .then(() => {
      if (turns.get(tabId) === turn) turns.delete(tabId);
    });
  turns.set(tabId, turn);
  return done;
}
