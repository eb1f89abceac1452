/** The small part of the page script, for one document: watches, surveys what changed, and asks for the large part when there is something to read. */
import { type Gate, type GateTable, makeGate } from '../../lib/detect/gate.ts';
import { type Agent, expectAgent, expectNobody } from '../../lib/detect/handover.ts';
import { survey } from '../../lib/detect/survey.ts';
import { watch } from '../../lib/detect/watch.ts';
import type { PageLink } from '../../lib/messages.ts';

/** The background may be starting, or the extension being updated; after so many refusals it is left alone. */
const MAX_TRIES = 5;
const RETRY = 1000;

/**
 * Starts the detector in this document, unless the address is one where Alipay only talks about failures.
 * @param link the way to the extension, used only when a text that may matter can be seen
 */
export function startDetector(table: GateTable, link: PageLink): void {
  const isContent = new RegExp(table.content, 'i').test(location.host + location.pathname);
  const telling = new RegExp(table.telling);
  let gate: Gate | null = null;
  let agent: Agent | null = null;
  let asking = false;
  const tries = { failure: 0, paid: 0 };

  async function fetchAgent(seen: 'failure' | 'paid'): Promise<void> {
    if (asking || tries[seen]++ >= MAX_TRIES) return;
    if (!link.isAlive()) return stop();
    asking = true;
    await link.send({ type: 'read', paid: seen === 'paid' });
    asking = false;
    if (!agent && seen === 'failure') setTimeout(watched.again, RETRY * tries.failure);
  }

  // A second small part, brought after an update of the extension, takes the place of one that is dead, and of no other.
  const isFirst = expectAgent((make) => {
    if (!link.isAlive()) stop();
    else if (make && !agent && !isContent) {
      agent = make(watched, (gate ??= makeGate(table)), stop);
      watched.again(true);
    }
    return link.isAlive();
  });
  if (!isFirst || isContent) return;

  const watched = watch({
    read(batch) {
      if (agent) return agent.read(batch);
      gate ??= makeGate(table);
      const seen = telling.test(location.pathname + location.search)
        ? 'failure'
        : survey(batch.parts, gate, watched.watchHidden);
      if (seen) void fetchAgent(seen);
    },
    hasStanding: () => agent?.hasStanding() ?? false,
  });

  function stop(): void {
    expectNobody();
    watched.stop();
    agent?.stop();
  }
}
