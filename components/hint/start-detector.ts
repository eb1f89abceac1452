/** Ties the watcher, the hint and the few messages together, for one document. */
import { makePageReader } from '../../lib/detect/read-page.ts';
import type { DetectTable } from '../../lib/detect/table.ts';
import { watch } from '../../lib/detect/watch.ts';
import { type Finding, type PageLink, type PageMessage, readHintOrder } from '../../lib/messages.ts';
import { type Hint, showHint } from './hint.ts';

const isTop = window === window.top;

/**
 * Starts the detector in this document, unless the address is one where Alipay only talks about failures.
 * @param load the compiled table, unpacked when there is something to read
 * @param contentAddress source of the expression for those addresses (host and path)
 * @param link the way to the extension, used on a hit only
 */
export function startDetector(load: () => DetectTable, contentAddress: string, link: PageLink): void {
  if (new RegExp(contentAddress, 'i').test(location.host + location.pathname)) return;
  const reader = makePageReader(load);
  let hint: Hint | null = null;
  let listening = false;
  let dismissed = '';

  const keyOf = (finding: Finding): string => `${finding.diagnosis} ${finding.code}`;

  async function send(message: PageMessage): Promise<unknown> {
    if (link.isAlive()) return link.send(message);
    stop();
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

  function listen(): void {
    if (listening || !link.isAlive()) return;
    listening = true;
    link.listen((message, reply) => {
      if ((message as { type?: unknown } | null)?.type === 'ask') {
        const finding = watcher.current();
        if (finding) reply(finding);
      } else obey(message);
    });
  }

  const watcher = watch(reader, {
    found(finding) {
      listen();
      if (hint && hint.key !== keyOf(finding)) removeHint();
      void send({ type: 'found', finding }).then((order) => {
        if (watcher.current() === finding) obey(order);
      });
    },
    faded: removeHint,
    gone() {
      removeHint();
      void send({ type: 'gone' });
    },
  });

  // A failure inside an Alipay frame is hinted at in the top document, which must be able to hear of it.
  const frames = document.getElementsByTagName('iframe');
  const waitForFrame = new MutationObserver(() => {
    if (!frames.length) return;
    waitForFrame.disconnect();
    listen();
  });
  if (isTop) waitForFrame.observe(document, { childList: true, subtree: true });

  function stop(): void {
    waitForFrame.disconnect();
    watcher.stop();
    removeHint();
  }
}
