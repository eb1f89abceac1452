import type { Finding } from '../messages.ts';
import { listensIn } from './ask-page.ts';
import { type TabFinding, changeTabFindings, inOrder } from './findings.ts';

/** Frames may go without a word; those that do not answer any more are of the past. */
export async function withoutDead(
  list: TabFinding[],
  from: { tabId: number; frameId: number; document: string },
  gravity: (finding: Finding) => number,
): Promise<TabFinding[]> {
  const others = list.filter((one) => one.live && one.document !== from.document);
  const dead = new Set<TabFinding>();
  await Promise.all(
    others.map(async (one) => {
      if (one.frameId === from.frameId || !(await listensIn(from.tabId, one.frameId))) dead.add(one);
    }),
  );
  if (!dead.size) return list;
  const documents = new Set([...dead].map((one) => one.document));
  return changeTabFindings(from.tabId, (now) =>
    inOrder(
      now.map((one) => (documents.has(one.document) ? { ...one, live: false } : one)),
      gravity,
    ),
  );
}
