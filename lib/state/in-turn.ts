/**
 * One thing after another for each tab. What fifty frames tell at once is worked on at once, and an order to show a hint could otherwise come
 * behind the word that it is over.
 */

/** A page that is frozen may never answer; the others are not kept waiting. */
const PATIENCE = 2000;

const turns = new Map<number, Promise<unknown>>();

/** Does some work of a tab when what was begun before is done, or took too long. */
export function inTurn<T>(tabId: number, work: () => Promise<T>): Promise<T> {
  const done = (turns.get(tabId) ?? Promise.resolve()).then(work);
  const patience = new Promise((end) => setTimeout(end, PATIENCE));
  const turn = Promise.race([done, patience])
    .catch(() => undefined)
    .then(() => {
      if (turns.get(tabId) === turn) turns.delete(tabId);
    });
  turns.set(tabId, turn);
  return done;
}
