import browser from 'webextension-polyfill';
import { type Finding, readFinding } from '../messages.ts';
import { maskedFinding } from './masked.ts';

/** `refused`: the browser does not let us read that page (its own pages, stores, or no click of the user's yet). */
export type CheckAnswer = { kind: 'finding'; finding: Finding } | { kind: 'none' } | { kind: 'refused' };

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
    const findings = results
      .map((one) => readFinding(one.result))
      .filter((one) => one !== null)
      .map((one) => maskedFinding(one, one.host, Date.now()));
    const sure = findings.find((one) => one.certainty !== 'unsure') ?? findings[0];
    return sure ? { kind: 'finding', finding: sure } : { kind: 'none' };
  } catch {
    return { kind: 'refused' };
  }
}
