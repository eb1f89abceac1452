/** What was told on the call sheet, and the amount noted there. The one place that knows how a call is remembered. */
import { outcomesTold, readProgress } from '../../lib/call/script.ts';
import { NOBODY, type Evidence, withTold } from '../../lib/case/evidence.ts';
import { readCall, saveCall } from '../../lib/state/call.ts';

/** The stored evidence with what the calls of a tab say now: new things are added, what one went back on is taken out. */
export async function withCalls(
  stored: readonly Evidence[],
  tabId: number | null,
  keep: boolean,
  now: number,
): Promise<{ evidence: readonly Evidence[]; amount: string }> {
  const { progress, amount } = await readCall(tabId, keep);
  const evidence = Object.entries(progress).reduce<readonly Evidence[]>((pieces, [party, one]) => {
    const read = readProgress(one);
    return read ? withTold({ evidence: pieces, person: NOBODY }, party, outcomesTold(read), now).evidence : pieces;
  }, stored);
  return { evidence, amount };
}

/** Another payment, another call: the course of the calls goes, the notes stay. */
export async function forgetCalls(tabId: number | null, keep: boolean): Promise<void> {
  const call = await readCall(tabId, keep);
  if (Object.keys(call.progress).length > 0) await saveCall(tabId, { ...call, progress: {} }, keep);
}
