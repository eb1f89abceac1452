import browser from 'webextension-polyfill';
import { type PageMessage, readPageMessage } from '../messages.ts';
import { maskedFinding } from './masked.ts';

/** What a document told, read once. */
type Told = Extract<PageMessage, { type: 'found' | 'paid' }>;

/**
 * What the documents of a page told, those that told nothing left out.
 * `refused`: the browser does not let us read that page (its own pages, stores, or no click of the user's yet).
 */
export type CheckAnswer = { kind: 'read'; told: Told[] } | { kind: 'refused' };

function readTold(value: unknown): Told | null {
  const message = readPageMessage(value);
  if (message?.type === 'paid') return message;
  if (message?.type !== 'found') return null;
  return { ...message, finding: maskedFinding(message.finding, message.finding.host, Date.now()) };
}

/**
 * Reads the page of a tab once. Needs the user's click on the extension (`activeTab`). Never rejects.
 * Frames are read too: shops show the card form of their payment company in one.
 */
export async function checkPage(tabId: number): Promise<CheckAnswer> {
  try {
    const results = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      files: ['/check-page.js'],
    });
    return { kind: 'read', told: results.map((one) => readTold(one.result)).filter((one) => one !== null) };
  } catch {
    return { kind: 'refused' };
  }
}
