import type { Page } from 'playwright-core';
import { type Finding, readFinding } from '../../lib/messages.ts';
import type { ChromiumDriver } from './chromium-driver.ts';
import { sentenceOf } from './hint-tree.ts';

/** What the extension says of a page, as a person would see it. */
export interface Reading {
  /** `data-state` of the popup. */
  state: string;
  diagnosis: string | null;
  certainty: string;
  code: string;
  evidence: Finding['evidence'];
  /** The sentence of the hint in the page, or null when there is none. */
  banner: string | null;
}

/** A page may fail late, and its toasts live two seconds. */
const PATIENCE = 3500;
/** A finding counts once it has not changed for so long: a code often follows its sentence. */
const SETTLED = 400;
/** The hint follows the finding by way of the background, which may have to start. */
const HINT_PATIENCE = 1500;
const PAUSE = 60;

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

async function poll<T>(patience: number, look: () => Promise<T | null>): Promise<T | null> {
  const end = Date.now() + patience;
  for (;;) {
    const seen = await look();
    if (seen !== null || Date.now() >= end) return seen;
    await pause(PAUSE);
  }
}

interface Seen {
  finding: Finding | null;
  /** The hint's sentence for this finding; a toast's hint leaves with the toast. */
  sentence: string;
}

async function hintSentence(driver: ChromiumDriver, page: Page): Promise<string> {
  const hint = await driver.hintTree(page);
  return hint ? sentenceOf(hint) : '';
}

/** Waits for a finding that stays as it is. One that names no cause waits to the end: a better one may follow. */
async function settledFinding(driver: ChromiumDriver, page: Page): Promise<Seen> {
  let key = '';
  let since = 0;
  const seen: Seen = { finding: null, sentence: '' };
  await poll(PATIENCE, async () => {
    const finding = readFinding(await driver.findingOf(page));
    const now = finding
      ? JSON.stringify([finding.diagnosis, finding.certainty, finding.code])
      : await driver.badgeOf(page);
    if (now !== key) {
      [key, since] = [now, Date.now()];
      if (finding) Object.assign(seen, { finding, sentence: '' });
    }
    if (finding) seen.sentence ||= await hintSentence(driver, page);
    const isSettled = key !== '' && finding?.certainty !== 'unsure' && Date.now() - since >= SETTLED;
    return isSettled || null;
  });
  if (seen.finding)
    seen.sentence ||= (await poll(HINT_PATIENCE, async () => (await hintSentence(driver, page)) || null)) ?? '';
  return seen;
}

/** Reads what the popup says about a tab; its root element carries it in data attributes. */
export async function readPopup(
  popup: Page,
): Promise<{ state: string; diagnosis: string; certainty: string; code: string; words: string }> {
  await popup.waitForSelector('[data-state]:not([data-state=""]):not([data-state="loading"])', { state: 'attached' });
  return popup.evaluate(() => {
    const {
      state = '',
      diagnosis = '',
      certainty = '',
      code = '',
    } = document.querySelector<HTMLElement>('[data-state]')!.dataset;
    return { state, diagnosis, certainty, code, words: document.querySelector('h1, h2')?.textContent?.trim() ?? '' };
  });
}

/** Reads what the extension says of a loaded page, giving late texts and toasts their time. */
export async function readPage(driver: ChromiumDriver, page: Page): Promise<Reading> {
  const { finding, sentence } = await settledFinding(driver, page);
  const popup = await driver.popupOf(page);
  try {
    const { state, diagnosis, certainty, code } = await readPopup(popup);
    const isFound = state === 'diagnosis' && diagnosis !== '';
    return {
      state,
      diagnosis: isFound ? diagnosis : null,
      certainty,
      code,
      evidence: finding?.evidence ?? [],
      banner: (isFound && sentence) || null,
    };
  } finally {
    await popup.close();
  }
}
