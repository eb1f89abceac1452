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
  if (new RegExp(table.content, 'i').test(location.host + location.pathname)) return;
  const telling = new RegExp(table.telling);
  let gate: Gate | null = null;
  let agent: Agent | null = null;
  let asking = false;
  let tries = 0;

  async function fetchAgent(): Promise<void> {
    if (asking || tries >= MAX_TRIES) return;
    if (!link.isAlive()) return stop();
    asking = true;
    tries++;
    await link.send({ type: 'read' });
    asking = false;
    if (!agent) setTimeout(watched.again, RETRY * tries);
  }

  const watched = watch({
    read(batch) {
      if (agent) return agent.read(batch);
      gate ??= makeGate(table);
      if (survey(batch.parts, gate, watched.watchHidden) || telling.test(location.pathname + location.search))
        void fetchAgent();
    },
    hasStanding: () => agent?.hasStanding() ?? false,
  });

  expectAgent((make) => {
    agent = make(watched, (gate ??= makeGate(table)), stop);
    watched.again(true);
  });

  function stop(): void {
    expectNobody();
    watched.stop();
    agent?.stop();
  }
}
