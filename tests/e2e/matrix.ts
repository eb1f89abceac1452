/** Every fixture page in the real browser with the built extension: what it says, beside what is right. */
import { setTimeout as pause } from 'node:timers/promises';
import type { ChromiumDriver } from '../../scripts/browsers/chromium-driver.ts';
import { type Finding, readFinding } from '../../lib/messages.ts';
import { type FixtureCase, renderCase } from '../fixtures/load.ts';

export interface MatrixRow {
  fixture: FixtureCase;
  finding: Finding | null;
  /** Whether the hint stood in the page. */
  hint: boolean;
}

export type MatrixVerdict = 'right' | 'wrong' | 'missed' | 'false alarm' | 'silent';

/** Compares one row with what its fixture expects. */
export function verdictOf({ fixture, finding }: MatrixRow): MatrixVerdict {
  const { diagnosis, accept } = fixture.expect;
  if (diagnosis === null) return finding ? 'false alarm' : 'silent';
  if (!finding) return 'missed';
  return finding.diagnosis === diagnosis || accept.includes(finding.diagnosis) ? 'right' : 'wrong';
}

const TIME_FOR_FAILURE = 4500;
/** Innocent pages get the time in which every failing one was found, and more where they change by script. */
const TIME_FOR_SILENCE = 900;
const TIME_FOR_SCRIPTED_SILENCE = 1900;
const TIME_FOR_BETTER = 700;

/** Waits inside the page until the hint stands in it: asked from outside, twelve pages at a time, the asking costs more than the pages. */
function waitForOwnElement(patience: number): Promise<boolean> {
  const isThere = () => document.querySelector('[data-card-rescue-hint]') !== null;
  return new Promise((done) => {
    const end = () => {
      observer.disconnect();
      clearTimeout(timer);
      done(isThere());
    };
    const observer = new MutationObserver(() => isThere() && end());
    const timer = setTimeout(end, patience);
    observer.observe(document, { subtree: true, childList: true });
    if (isThere()) end();
  });
}

async function readOne(
  driver: ChromiumDriver,
  page: Awaited<ReturnType<ChromiumDriver['newTab']>>,
  tabId: number,
  fixture: FixtureCase & { html?: string },
): Promise<MatrixRow> {
  driver.serveTab(page, new URL(fixture.url).origin + '/**', () => fixture.html ?? renderCase(fixture));
  await page.goto(fixture.url, { waitUntil: 'load' });
  if (fixture.act) await page.click(fixture.act.click).catch(() => undefined);
  const started = Date.now();
  const patience = fixture.expect.diagnosis
    ? TIME_FOR_FAILURE
    : fixture.needs === 'script' || fixture.act
      ? TIME_FOR_SCRIPTED_SILENCE
      : TIME_FOR_SILENCE;
  let hint = false;
  // A page that goes elsewhere ends the waiting in it; it begins anew in the next one.
  while (!hint && Date.now() - started < patience)
    hint = await page.evaluate(waitForOwnElement, patience - (Date.now() - started)).catch(() => false);
  const ask = async (): Promise<Finding | null> =>
    readFinding(
      await driver.inExtension(
        async (id: number) => chrome.tabs.sendMessage(id, { type: 'ask' }).catch(() => null),
        tabId,
      ),
    );
  let finding = await ask();
  // A better one may follow one that names no cause: lines come one by one.
  if (finding?.certainty === 'unsure') {
    await pause(TIME_FOR_BETTER);
    finding = await ask();
  }
  return { fixture, finding, hint };
}

/** Runs all fixtures, several tabs at a time, in the order given. */
export async function runMatrix(driver: ChromiumDriver, cases: readonly FixtureCase[], tabs = 6): Promise<MatrixRow[]> {
  const rows = new Map<string, MatrixRow>();
  const queue = [...cases];
  const worker = async (): Promise<void> => {
    const page = await driver.newTab();
    const tabId = await driver.tabIdOf(page);
    for (let fixture = queue.shift(); fixture; fixture = queue.shift())
      rows.set(fixture.id, await readOne(driver, page, tabId, fixture));
    await page.close();
  };
  await Promise.all(Array.from({ length: Math.min(tabs, cases.length) }, worker));
  // On a busy machine a page among many may come late: what seemed to be missed is asked again, one by one.
  const isLate = (row: MatrixRow): boolean => verdictOf(row) === 'missed' || (verdictOf(row) === 'right' && !row.hint);
  queue.push(...cases.filter((one) => isLate(rows.get(one.id)!)));
  await worker();
  return cases.map((one) => rows.get(one.id)!);
}
