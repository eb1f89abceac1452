import browser from 'webextension-polyfill';
import { type Finding, readFinding } from '../messages.ts';
import { readFrameOf } from './findings.ts';

export type PageAnswer = { kind: 'finding'; finding: Finding } | { kind: 'none' } | { kind: 'unreachable' };

const PATIENCE = 800;

/**
 * Asks the live page of a tab what it shows, so that the popup never speaks of a page that is gone. A page that found nothing does
 * not listen at all; one that listens and finds nothing any more does not answer. Never rejects.
 * @returns unreachable when nobody listens there, none when nothing stands
 */
export async function askPage(tabId: number): Promise<PageAnswer> {
  const frameId = await readFrameOf(tabId);
  try {
    const answer = await Promise.race([
      browser.tabs.sendMessage(tabId, { type: 'ask' }, frameId === null ? {} : { frameId }),
      new Promise((resolve) => setTimeout(resolve, PATIENCE, undefined)),
    ]);
    const finding = readFinding(answer);
    return finding ? { kind: 'finding', finding } : { kind: 'none' };
  } catch {
    return { kind: 'unreachable' };
  }
}
