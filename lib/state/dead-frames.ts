import type { Finding } from '../messages.ts';
import { listensIn } from './ask-page.ts';
import { type TabFinding, changeTabFindings, inOrder } from './findings.ts';

interface Told {
  tabId: number;
  document: string;
}

/**
 * Documents whose own word is being worked on, each so often. They live, and say nothing of themselves until they are answered: two frames
 * that tell at once would each find the other silent.
 */
const telling = new Map<string, number>();
const nameOf = ({ tabId, document }: Told): string => `${tabId} ${document}`;

/** Does the work that a document's word asks for, and meanwhile takes it for one that lives. */
export async function whileTelling<T>(from: Told, work: () => Promise<T>): Promise<T> {
  const name = nameOf(from);
  telling.set(name, (telling.get(name) ?? 0) + 1);
  try {
    return await work();
  } finally {
    const left = telling.get(name)! - 1;
    if (left) telling.set(name, left);
    else telling.delete(name);
  }
}

const isSame = (a: TabFinding, b: TabFinding): boolean =>
  a.document === b.document &&
  a.finding.at === b.finding.at &&
  a.finding.diagnosis === b.finding.diagnosis &&
  a.finding.code === b.finding.code;

/** Frames may go without a word; those that do not answer any more are of the past. */
export async function withoutDead(
  list: TabFinding[],
  from: Told & { frameId: number },
  gravity: (finding: Finding) => number,
): Promise<TabFinding[]> {
  const { tabId } = from;
  const isTelling = ({ document }: TabFinding): boolean => telling.has(nameOf({ tabId, document }));
  const others = list.filter((one) => one.live && one.document !== from.document);
  const dead: TabFinding[] = [];
  await Promise.all(
    others.map(async (one) => {
      // The next document in a frame ends the one before it.
      if (one.frameId === from.frameId || !(isTelling(one) || (await listensIn(tabId, one.frameId)))) dead.push(one);
    }),
  );
  if (!dead.length) return list;
  // What a frame told since it was asked is another finding than the one that was asked for.
  const isDead = (one: TabFinding): boolean =>
    dead.some((other) => isSame(one, other)) && (one.frameId === from.frameId || !isTelling(one));
  return changeTabFindings(tabId, (now) =>
    inOrder(
      now.map((one) => (isDead(one) ? { ...one, live: false } : one)),
      gravity,
    ),
  );
}
