/** The browser's own popup, opened by the action's button: Playwright sees no page in it, so it is spoken to over the protocol. */
import type { CDPSession } from 'playwright-core';
import type { ActionPopup } from './driver.ts';

interface Reply {
  id?: number;
  result?: { result?: { value?: unknown }; exceptionDetails?: { text: string } };
  error?: { message: string };
}

const PATIENCE = 10_000;
const LOOK = 100;

/** Asks until there is an answer, or patience ends. */
async function soon<T>(ask: () => Promise<T | undefined>): Promise<T | undefined> {
  let answer = await ask();
  for (const end = Date.now() + PATIENCE; answer === undefined && Date.now() < end; answer = await ask())
    await new Promise((done) => setTimeout(done, LOOK));
  return answer;
}

/**
 * Presses the extension's button over a tab, which also gives it that tab's `activeTab`, and joins the popup that opens. It stays until the browser ends: nothing
 * that the protocol offers closes it.
 * @param browser a session of the whole browser
 * @param isTab tells the tab by its address
 * @throws Error where no popup opens
 */
export async function pressAction(
  browser: CDPSession,
  extensionId: string,
  isTab: (url: string) => boolean,
): Promise<ActionPopup> {
  const address = `chrome-extension://${extensionId}/popup.html`;
  const opened = async () => (await browser.send('Target.getTargets')).targetInfos.find((one) => one.url === address);
  const tabs = await browser.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const tab = tabs.targetInfos.find((one) => isTab(one.url));
  await browser.send('Extensions.triggerAction' as never, { id: extensionId, targetId: tab?.targetId } as never);
  const popup = await soon(opened);
  if (!popup) throw new Error('The popup did not open.');
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId: popup.targetId, flatten: false });
  const waiting = new Map<number, (reply: Reply) => void>();
  browser.on('Target.receivedMessageFromTarget', (event) => {
    const reply = JSON.parse(event.message) as Reply;
    if (event.sessionId === sessionId && reply.id !== undefined) waiting.get(reply.id)?.(reply);
  });
  let last = 0;
  const evaluate = async (expression: string): Promise<unknown> => {
    const id = ++last;
    const answered = new Promise<Reply>((done) => waiting.set(id, done));
    const params = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
    const message = JSON.stringify({ id, method: 'Runtime.evaluate', params });
    await browser.send('Target.sendMessageToTarget', { sessionId, message });
    const { result, error } = await answered;
    const wrong = error?.message ?? result?.exceptionDetails?.text;
    if (wrong) throw new Error(wrong);
    return result?.result?.value;
  };
  return {
    evaluate,
  };
}
