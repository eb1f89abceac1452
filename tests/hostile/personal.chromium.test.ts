/**
 * Personal data in every shape, put into a page's messages, address, title, fields and order, typed into the popup, selected and written
 * into the call's notes; then searched for in everything the extension says, keeps, shows, copies and prints. Two things are the person's
 * own and may stand where they were written: what stands in the popup's box, and the notes of a call, on the sheet and in its record.
 */
import { describe, expect, it } from 'vitest';
import { readPage } from '../../scripts/browsers/reading.ts';
import { inChromium, stateOf, waitForHint } from '../e2e/support.ts';
import { FRAMES, PERSONAL, personalIn } from './personal.ts';

const driver = inChromium();
/** Messages are short: so many kinds stand in one. */
const AT_ONCE = 3;
const NUMERALS = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未';
const MESSAGES = Array.from({ length: Math.ceil(PERSONAL.length / AT_ONCE) }, (_, at) => {
  const said = PERSONAL.slice(at * AT_ONCE, (at + 1) * AT_ONCE).map(({ text }) => text);
  // What differs in numbers alone is not told again.
  return FRAMES[at % FRAMES.length]!(said.join(' ')).replace(/^/, `第${NUMERALS[at]}笔：`);
});
// In one line: the browser itself takes a third of a second for each line that a driver fills in.
const ALL = PERSONAL.map(({ text }) => text).join('; ');
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(ALL)}</title></head><body>
  <form><label>姓名<input value="${escaped(ALL)}"></label><textarea>${escaped(ALL)}</textarea></form><p class="order-title">${escaped(ALL)}</p>
  <div class="adm-error-block"><p id="said">付款失败，原因不明</p></div></body></html>`;
const ADDRESS = `https://mclient.alipay.com/personal?${PERSONAL.map(({ text }, at) => `p${at}=${encodeURIComponent(text)}`).join('&')}`;

type Page = Awaited<ReturnType<ReturnType<typeof driver>['open']>>;
let page: Page;
let popup: Page;
/** Everything seen so far, by where. */
const seen: Record<string, string[]> = {};
const note = (where: string, text: string): void => void (seen[where] ??= []).push(text);

const kept = async (area: 'session' | 'local'): Promise<Record<string, unknown>> =>
  (await driver().inExtension(async (name) => chrome.storage[name].get(null), area)) as Record<string, unknown>;
/** What a page of the extension shows and holds, opened as far as it goes; without what is in its fields. */
async function shownIn(open: Page): Promise<string> {
  await open.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
  return open.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    copy.querySelectorAll('input, textarea').forEach((one) => one.remove());
    return `${document.title} ${copy.outerHTML} ${location.href}`;
  });
}
/** What a page of the extension puts on the clipboard from now on. */
async function watchCopies(open: Page): Promise<void> {
  await open.evaluate(() => {
    const copies: string[] = ((window as never as { copies: string[] }).copies = []);
    Object.defineProperty(navigator.clipboard, 'writeText', { value: async (text: string) => void copies.push(text) });
  });
}
const pressCopies = (open: Page): Promise<void> =>
  open.evaluate(() => {
    const isCopy = (one: HTMLElement): boolean => /copy/i.test(`${one.textContent} ${one.ariaLabel ?? ''}`);
    [...document.querySelectorAll('button')].filter(isCopy).forEach((one) => one.click());
  });
const copiesIn = (open: Page): Promise<string[]> =>
  open.evaluate(() => (window as never as { copies: string[] }).copies);

describe('personal data on a page', () => {
  it('is shown, message after message', async () => {
    await driver().inExtension(() => {
      const heard: string[] = ((window as never as { heard: string[] }).heard = []);
      chrome.runtime.onMessage.addListener((message) => void heard.push(JSON.stringify(message)));
    });
    page = await driver().newTab();
    driver().serveTab(page, 'mclient.alipay.com', PAGE);
    await page.goto(ADDRESS);
    await waitForHint(driver(), page);
    popup = await driver().popupOf(page);
    const heard = (): Promise<number> =>
      driver().inExtension(
        () => (window as never as { heard: string[] }).heard.filter((one) => one.includes('"found"')).length,
      );
    for (const message of MESSAGES) {
      const before = await heard();
      await page.bringToFront();
      await page.evaluate((text) => (document.getElementById('said')!.textContent = text), message);
      await expect.poll(heard, { timeout: 5000, message }).toBeGreaterThan(before);
      note('hint', JSON.stringify(await driver().hintTree(page)));
      note('answers of the page', JSON.stringify(await driver().findingOf(page)));
      await popup.reload();
      await stateOf(popup);
      await watchCopies(popup);
      note('popup', await shownIn(popup));
      await pressCopies(popup);
      note('copied', (await copiesIn(popup)).join('\n'));
    }
    note('diagnose', JSON.stringify(await readPage(driver(), page)));
    note('messages', await driver().inExtension(() => (window as never as { heard: string[] }).heard.join('\n')));
    for (const area of ['session', 'local'] as const) note(area, JSON.stringify(await kept(area)));
  });

  it('was looked for in what was really said', () => {
    expect(seen.messages![0]!.match(/"found"/g)!.length).toBeGreaterThanOrEqual(MESSAGES.length);
    expect(seen.messages![0]).toContain('"said"');
    expect(seen.popup!.filter((one) => one.includes('•••')).length).toBeGreaterThan(MESSAGES.length / 3);
    // What is read as only speaking of failing shows nothing to copy.
    expect(seen.copied!.filter((one) => one.length > 100).length).toBeGreaterThan(MESSAGES.length * 0.8);
    expect(seen.session![0]).toContain('findings:');
  });

  it.each(['hint', 'answers of the page', 'popup', 'diagnose', 'copied', 'messages', 'session', 'local'])(
    'is not in %s',
    (where) => expect(personalIn(seen[where]!.join('\n'))).toEqual([]),
  );
});

describe('personal data that a person gives', () => {
  it('typed: stands in the box, and what is taken of it is masked', async () => {
    await popup
      .getByRole('button', { name: /screenshot or text/i })
      .first()
      .click();
    const box = popup.getByRole('textbox').first();
    for (const [at, { text }] of PERSONAL.entries()) {
      if (at % AT_ONCE) continue;
      const told = PERSONAL.slice(at, at + AT_ONCE)
        .map((one) => one.text)
        .join(', ');
      await box.fill(
        `I tried to pay, ${told}, and my bank declined it: ${FRAMES[0]!(text)}. I called the bank and they see nothing.`,
      );
      await popup.locator('.answers [data-answer]').first().waitFor();
      note('typed', await shownIn(popup));
    }
    await popup.locator('.answers [data-answer]').first().click();
    await popup.locator('[data-chip]').first().waitFor();
    note('typed', await shownIn(popup));
    note('typed', JSON.stringify([await kept('session'), await kept('local')]));
    expect(personalIn(seen.typed!.join('\n'))).toEqual([]);
  });

  it('selected: is handed over once, and nothing of it is left', async () => {
    // As the background puts it when the menu is used; a test cannot use the browser's own menus.
    await driver().inExtension(async (text) => chrome.storage.session.set({ explain: { text, at: Date.now() } }), ALL);
    const other = await driver().popupOf(page);
    await expect.poll(async () => Object.keys(await kept('session'))).not.toContain('explain');
    await expect.poll(() => other.getByRole('textbox').first().inputValue()).toContain('6222719384605127');
    const left = JSON.stringify([await kept('session'), await kept('local'), await shownIn(other)]);
    expect(personalIn(left)).toEqual([]);
    await other.close();
  });

  it('noted on a call: stands on the sheet and in the record of the call, and nowhere else', async () => {
    const sheet = await driver().callSheetOf(page);
    await stateOf(sheet);
    await watchCopies(sheet);
    const lines = JSON.stringify([
      await shownIn(sheet),
      await sheet.evaluate(() => document.querySelector('.print-sheet')!.textContent),
    ]);
    expect(personalIn(lines)).toEqual([]);
    // The words for the call are copied without what is noted; there is nothing noted yet.
    await pressCopies(sheet);
    expect((await copiesIn(sheet)).join('').length).toBeGreaterThan(100);
    expect(personalIn((await copiesIn(sheet)).join('\n'))).toEqual([]);
    await sheet.fill('#call-text', ALL);
    await sheet.fill('#agent', PERSONAL[26]!.text);
    await sheet.fill('#reference', PERSONAL[0]!.text);
    const tab = await driver().tabIdOf(page);
    await expect
      .poll(async () => personalIn(JSON.stringify((await kept('session'))[`call:${tab}`])).length)
      .toBe(PERSONAL.length);
    const { [`call:${tab}`]: _, ...others } = await kept('session');
    const popupNow = await driver().popupOf(page);
    await stateOf(popupNow);
    expect(personalIn(JSON.stringify([others, await kept('local'), await shownIn(popupNow)]))).toEqual([]);
    expect(personalIn(JSON.stringify(await driver().hintTree(page)))).toEqual([]);
    await Promise.all([sheet.close(), popupNow.close()]);
  });

  it('goes with its tab', async () => {
    const tab = await driver().tabIdOf(page);
    await page.close();
    await expect
      .poll(async () => Object.keys(await kept('session')).filter((key) => key.endsWith(`:${tab}`)))
      .toEqual([]);
    expect(personalIn(JSON.stringify([await kept('session'), await kept('local')]))).toEqual([]);
  });
});
