/** The large part of the page script: reads what may matter, tells the background what was found, and shows the hint it orders. */
import type { MakeAgent } from '../../lib/detect/handover.ts';
import { watchFrame } from '../../lib/detect/frame.ts';
import { makePageReader } from '../../lib/detect/read-page.ts';
import { foundMessage, makeStand } from '../../lib/detect/stand.ts';
import type { DetectTable } from '../../lib/detect/table.ts';
import {
  type Finding,
  type HearExtension,
  type PageLink,
  type PageMessage,
  READING,
  readHintOrder,
  readSecondLook,
  type SecondLook,
} from '../../lib/messages.ts';
import { type Hint, showHint } from './hint.ts';

const isTop = window === window.top;
const keyOf = (finding: Finding): string => `${finding.diagnosis} ${finding.code}`;

/** The background may be starting or ending when something is told; it is told again so often, each time after a longer wait. */
const TRIES = 4;
const RETRY = 700;

/**
 * Makes the large part of a compiled table.
 * @param load the table, unpacked when there is something to read
 * @param hear hears the extension's messages
 */
export function agentOf(load: () => DetectTable, link: PageLink, hear: HearExtension): MakeAgent {
  return (watched, gate, leave) => {
    let hint: Hint | null = null;
    let dismissed = '';
    /** The hint's sentence: more may become known of the same failure. */
    let sentence = '';
    /** The message was closed by its reader; the hint is small. */
    let faded = false;
    /** What a second reading made of what stands. */
    let second: SecondLook | null = null;
    /** What stands is being read a second time; until then it may be no failure at all. */
    let isAsked = false;
    /** Counts what was told; a later word ends the repetitions of an earlier one. */
    let told = 0;
    /** Whether anybody can see this document. */
    let shown = isTop;
    const life = new AbortController();

    async function send(message: PageMessage): Promise<unknown> {
      if (link.isAlive()) return link.send(message);
      leave();
      return null;
    }

    /** Tells the background what stands, until it has heard. */
    async function tell(message: PageMessage): Promise<void> {
      const number = ++told;
      for (let tries = 0; tries < TRIES && number === told && !life.signal.aborted; tries++) {
        const answer = await send(message);
        if (number !== told) return;
        // Null is an answer: nothing is to be shown.
        if (answer !== undefined) {
          isAsked = false;
          return obey(answer);
        }
        await new Promise((done) => setTimeout(done, RETRY * (tries + 1)));
      }
      // Nobody answers: what the page script found stands by itself.
      if (number === told) isAsked = false;
    }

    function report(finding: Finding): void {
      if (!shown || stand.current() !== finding) return;
      const message = foundMessage(finding, stand);
      isAsked = message.said !== undefined && second === null;
      void tell(message);
    }

    /** The finding as it stands, with what a second reading made of it. */
    function current(): Finding | null {
      const finding = stand.current();
      if (!finding || second?.of !== finding.diagnosis) return isAsked || stand.isDoubtful() ? null : finding;
      return second.diagnosis ? { ...finding, diagnosis: second.diagnosis, certainty: second.certainty } : null;
    }

    function obey(order: unknown): void {
      const read = readHintOrder(order);
      if (!read || life.signal.aborted) return;
      if (read.type === 'hide-hint') removeHint();
      else if (read.type === 'focus-hint') hint?.focus();
      else if (isTop && read.key !== dismissed && (hint?.key !== read.key || sentence !== read.words.sentence)) {
        sentence = read.words.sentence;
        // Taken away only by the new one, the old would come back, as it does when a page takes it away.
        removeHint();
        hint = showHint(read.key, read.words, {
          isWanted: link.isAlive,
          messages: stand.boxes,
          show: async () => (await send({ type: 'show-steps' })) === true,
          dismiss() {
            dismissed = read.key;
            hint = null;
            void send({ type: 'dismissed', key: read.key });
          },
          mute: async () => {
            // Any later order is for a hint that is wanted again.
            sentence = '';
            return (await send({ type: 'mute-site' })) === true;
          },
          unmute() {
            sentence = read.words.sentence;
            void send({ type: 'unmute-site' });
          },
          gone() {
            hint = null;
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
        second = null;
        // What was shrunk with its dialog is whole again when the message comes back.
        if (hint && (faded || hint.key !== keyOf(finding))) removeHint();
        faded = false;
        report(finding);
      },
      faded() {
        faded = true;
        hint?.shrink();
      },
      gone() {
        removeHint();
        void tell({ type: 'gone' });
      },
      paid() {
        removeHint();
        void tell({ type: 'paid', at: Date.now() });
      },
    });

    if (link.isAlive())
      hear((message, reply) => {
        if (life.signal.aborted) return;
        const { type, always } = (message ?? {}) as { type?: unknown; always?: unknown };
        if (type === 'ask') {
          const finding = current();
          if (finding || always === true) reply(finding ?? (isAsked && stand.current() ? READING : null));
        } else if (type === 'paid') {
          stand.settle();
          const finding = stand.current();
          if (finding) report(finding);
        } else if (type === 'second-look') second = readSecondLook(message) ?? second;
        else obey(message);
      });

    const { signal } = life;
    if (!isTop)
      watchFrame(signal, (now) => {
        shown = now;
        const finding = stand.current();
        if (!finding) return;
        if (now) report(finding);
        else void tell({ type: 'left' });
      });
    // A page that is left may come back from the browser's memory; what it shows is told again then. A page can make such events, too.
    addEventListener('pagehide', ({ isTrusted }) => void (isTrusted && stand.current() && send({ type: 'left' })), {
      signal,
    });
    addEventListener(
      'pageshow',
      ({ isTrusted, persisted }) => {
        const finding = isTrusted && persisted && stand.current();
        if (finding) report(finding);
      },
      { signal },
    );

    return {
      ...stand,
      current,
      stop() {
        life.abort();
        stand.stop();
        removeHint();
      },
    };
  };
}
