import type { Finding } from '../messages.ts';
import { judge } from './judge.ts';
import type { Gate } from './gate.ts';
import { makePageReader, mayMatter, readPart } from './read-page.ts';
import type { DetectTable } from './table.ts';

/** What the document shows right now, or null. Used where nothing is watched: pages that are not Alipay's, on the user's click. */
export function readOnce(table: DetectTable, gate: Gate): Finding | null {
  const root = document.body;
  if (!root) return null;
  const reader = makePageReader(table);
  if (!mayMatter(root, gate)) return null;
  const { sightings, success } = readPart(root, reader, gate);
  const verdict = judge(
    sightings.filter((one) => !success || one.spot.container).flatMap((one) => one.reasons),
    table.roles,
  );
  return verdict && { ...verdict, host: location.hostname, at: Date.now() };
}
