/** The answers of the popup's questions, in session storage by tab, because a popup is closed by any click beside it. */
import browser from 'webextension-polyfill';

export const interviewKey = (tabId: number): string => `interview:${tabId}`;

/** What is stored for a tab, unread: the interview's own reader takes it. Never rejects. */
export async function readInterview(tabId: number): Promise<unknown> {
  try {
    return (await browser.storage.session.get(interviewKey(tabId)))[interviewKey(tabId)] ?? null;
  } catch {
    return null;
  }
}

/** Keeps the answers, by question. Failing to keep them costs only that they are asked again. */
export async function saveInterview(tabId: number, answers: Readonly<Record<string, string>>): Promise<void> {
  await browser.storage.session.set({ [interviewKey(tabId)]: answers }).catch(() => undefined);
}
