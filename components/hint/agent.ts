/** The large part of the page script: reads what may matter, tells the background what was found, and shows the hint it orders. */
import type { MakeAgent } from '../../lib/detect/handover.ts';
import { makePageReader } from '../../lib/detect/read-page.ts';
import { makeStand } from '../../lib/detect/stand.ts';
import type { DetectTable } from '../../lib/detect/table.ts';
import {
  type Finding,
  type HearExtension,
  type PageLink,
  type PageMessage,
  readHintOrder,
} from '../../lib/messages.ts';
import { type Hint, showHint } from './hint.ts';

const isTop = window === window.top;
const keyOf = (finding: Finding): string => `${finding.diagnosis} ${finding.code}`;

/**
 * Makes the large part of a compiled table.
 * @param load the table, unpacked when there is something to read
 * @param hear hears the extension's messages
 */
export function agentOf(load: () => DetectTable, link: PageLink, hear: HearExtension): MakeAgent {
  return (watched, gate, leave) => {
    let hint: Hint | null = null;
    let dismissed = '';

    async function send(message: PageMessage): Promise<unknown> {
      if (link.isAlive()) return link.send(message);
      leave();
      return null;
    }

    function obey(order: unknown): void {
      const read = readHintOrder(order);
      if (!read) return;
      if (read.type === 'hide-hint') removeHint();
      else if (isTop && read.key !== dismissed && hint?.key !== read.key) {
        hint = showHint(read.key, read.words, {
          show: async () => (await send({ type: 'show-steps' })) === true,
          dismiss() {
            dismissed = read.key;
            hint = null;
            void send({ type: 'dismissed', key: read.key });
          },
          mute() {
            hint = null;
            void send({ type: 'mute-site' });
          },
        });
      }
    }

    function removeHint(): void {
      hint?.remove();
      hint = null;
    }

    const stand = makeStand(makePageReader(load), gate, watched, {
      found(finding) {
        if (hint && hint.key !== keyOf(finding)) removeHint();
        void send({ type: 'found', finding }).then((order) => {
          if (stand.current() === finding) obey(order);
        });
      },
      faded: removeHint,
      gone() {
        removeHint();
        void send({ type: 'gone' });
      },
    });

    if (link.isAlive())
      hear((message, reply) => {
        if ((message as { type?: unknown } | null)?.type === 'ask') {
          const finding = stand.current();
          if (finding) reply(finding);
        } else obey(message);
      });

    return {
      ...stand,
      stop() {
        stand.stop();
        removeHint();
      },
    };
  };
}
