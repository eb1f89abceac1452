/** The answers of the popup's questions, in session storage by tab, because a popup is closed by any click beside it. */
import { keepSession, readSession } from './session.ts';

export const interviewKey = (tabId: number): string => `interview:${tabId}`;

/** What is stored for a tab, unread: the interview's own reader takes it. Never rejects. */
export async function readInterview(tabId: number): Promise<unknown> {
  return (await readSession(interviewKey(tabId))) ?? null;
}

/** Keeps the answers, by question. Failing to keep them costs only that they are asked again. */
export async function saveInterview(tabId: number, answers: Readonly<Record<string, string>>): Promise<void> {
  await keepSession(interviewKey(tabId), answers);
}
