import browser from 'webextension-polyfill';
import { DOOR, type Finding, READING, readFinding } from '../messages.ts';
import { bringDetectorTo } from './bring-reader.ts';
import { type TabFinding, readTabFindings } from './findings.ts';
import { maskedFinding } from './masked.ts';

const PATIENCE = 800;
const SILENT = Symbol('no answer in time');
const NOBODY = Symbol('nobody listens');

/** Asks one frame, or all when none is named. Never rejects. */
async function ask(tabId: number, frameId?: number): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const question = frameId === undefined ? { type: 'ask' } : { type: 'ask', always: true };
    return await Promise.race([
      browser.tabs.sendMessage(tabId, question, frameId === undefined ? {} : { frameId }),
      new Promise((resolve) => (timer = setTimeout(resolve, PATIENCE, SILENT))),
    ]);
  } catch {
    return NOBODY;
  } finally {
    clearTimeout(timer);
  }
}

/** Whether a frame's page script still shows a failure. One that is only slow, or still being read, counts as showing it. Never rejects. */
export async function listensIn(tabId: number, frameId: number): Promise<boolean> {
  const answer = await ask(tabId, frameId);
  return answer === SILENT || answer === READING || readFinding(answer) !== null;
}

/** Whether the small part of the page script stands in the tab's page: it does not listen, since most pages never need it to. */
async function isWatched(tabId: number): Promise<boolean> {
  try {
    const results = await browser.scripting.executeScript({
      target: { tabId, frameIds: [0] },
      func: (door: string) => Object.hasOwn(globalThis, door),
      args: [DOOR],
    });
    return results[0]?.result === true;
  } catch {
    return false;
  }
}

/** What the page says is masked again; host and time are those that the background knows, where it knows the finding. */
function asKept(finding: Finding, kept: TabFinding | undefined): Finding {
  const now = Date.now();
  const isSame = kept && kept.finding.diagnosis === finding.diagnosis && kept.finding.code === finding.code;
  return maskedFinding(
    finding,
    kept?.finding.host ?? finding.host,
    isSame ? kept.finding.at : Math.min(finding.at, now),
  );
}

/** What the documents of a tab show when they are asked. */
export interface Documents {
  /** What stands in each of them, the gravest first. */
  live: TabFinding[];
  /**
   * Whether a failure stands there is not known. `silent`: the page's script is there and gave no answer in time. `unreachable`: nobody reads
   * the page (it was open before the extension was, or the browser does not let us).
   */
  unheard: 'silent' | 'unreachable' | null;
}

/**
 * Asks the documents of a tab what they show, so that the popup never speaks of a page that is gone, and never says that nothing failed of a
 * page it cannot hear. Brings the script into a page that has none, so that the next look finds one. Never rejects.
 */
export async function askDocuments(tabId: number): Promise<Documents> {
  const kept = (await readTabFindings(tabId)).filter((one) => one.live);
  const answers = await Promise.all(kept.map((one) => ask(tabId, one.frameId)));
  const live = kept.flatMap((one, index): TabFinding[] => {
    // What is kept was believed, and a page that is only slow has not taken it back: that it could not be asked would hide a failure.
    const isKept = answers[index] === READING || answers[index] === SILENT;
    const finding = isKept ? one.finding : readFinding(answers[index]);
    return finding ? [{ ...one, finding: asKept(finding, one) }] : [];
  });
  if (live.length) return { live, unheard: null };
  const answer = await ask(tabId);
  const finding = readFinding(answer);
  // Who of them answered is not told.
  if (finding)
    return { live: [{ document: 'page', frameId: 0, finding: asKept(finding, undefined), live: true }], unheard: null };
  if (answer === SILENT) return { live, unheard: 'silent' };
  if (answer !== NOBODY || (await isWatched(tabId))) return { live, unheard: null };
  await bringDetectorTo(tabId);
  return { live, unheard: 'unreachable' };
}
