/** A thousand texts that try to be more than text, through every way into the popup and the call sheet, at the width of a phone. */
import { beforeAll, describe, expect, it } from 'vitest';
import { redact } from '../../lib/privacy/redact.ts';
import { inChromium, stateOf, waitForHint } from '../e2e/support.ts';
import { fuzzedTexts, KINDS } from './fuzz.ts';

const driver = inChromium();
const TEXTS = fuzzedTexts();
/** A case keeps so many quotes of a text. */
const QUOTES = 6;
const LIMIT = 80;
const LED = '这次付款没有走完：';
/** Surer than what stands on the page, so that the popup quotes it. */
const CAUSE = { diagnosis: 'bank-declined', certainty: 'exact', code: '' };
const NUMERALS = '甲乙丙丁戊己庚';

/** Nothing in them is a cause that the page script knows, so that the whole message is quoted. */
const UNKNOWN = TEXTS.filter((one) => !/declin|card|bank|[付余银]/i.test(one)).slice(0, NUMERALS.length);

type Page = Awaited<ReturnType<ReturnType<typeof driver>['open']>>;

/** Puts what judges a page into it. */
function arm(page: Page): Promise<void> {
  return page.evaluate(() => {
    /** What is wrong with the page now: markup that came to life, or a box wider than the window. */
    const faults = (): string[] => {
      const found: string[] = [];
      const alive = document.querySelector(
        'x-fuzz, img[onerror], svg[onload], iframe, body script, body style, a[href^="javascript"], [onclick], [onerror]',
      );
      if (alive) found.push(`alive: ${alive.outerHTML.slice(0, 100)}`);
      if ((window as never as { fuzzed?: number }).fuzzed) found.push('ran');
      if (document.documentElement.scrollWidth > innerWidth)
        found.push(`page: ${document.documentElement.scrollWidth}`);
      for (const one of document.body.querySelectorAll('*:not(option)'))
        if (one.getBoundingClientRect().width > innerWidth) found.push(`box: ${one.tagName}.${one.className}`);
      return found.slice(0, 3);
    };
    Object.assign(window, { faults });
  });
}

async function small(page: Page): Promise<Page> {
  await page.setViewportSize({ width: 360, height: 640 });
  await stateOf(page);
  await arm(page);
  return page;
}

let page: Page;
let tab: number;
beforeAll(async () => {
  page = await driver().newTab();
  driver().serveTab(
    page,
    'mclient.alipay.com',
    '<!doctype html><meta charset="utf-8"><h1>收银台</h1><div class="adm-error-block"><p id="said">这笔钱没能付出去</p></div>',
  );
  await page.goto('https://mclient.alipay.com/fuzz');
  tab = await driver().tabIdOf(page);
});

describe('texts that try to be more', () => {
  it('are of every kind, and many', () => {
    expect(new Set(TEXTS).size).toBeGreaterThan(800);
    expect(Object.keys(KINDS).length).toBeGreaterThanOrEqual(13);
  });

  it('on a page, quoted from a failure that nobody listed', async () => {
    await waitForHint(driver(), page);
    const popup = await small(await driver().popupOf(page));
    // The whole way, from the page to the popup, for one of each kind; what stands on the page is text there already.
    for (const [at, text] of UNKNOWN.entries()) {
      const said = `${LED}${NUMERALS[at]}${text}`.slice(0, 150);
      await page.bringToFront();
      await page.evaluate((one) => (document.getElementById('said')!.textContent = one), said);
      const quoteNow = async (): Promise<string> => {
        const finding = (await driver().findingOf(page)) as { evidence: { quote: string }[] } | null;
        return finding?.evidence[0]?.quote ?? '';
      };
      await expect.poll(quoteNow, { message: said }).toContain(NUMERALS[at]);
      await popup.reload();
      await stateOf(popup);
      await arm(popup);
      const [faults, quotes] = await popup.evaluate(() => [
        (window as never as { faults: () => string[] }).faults(),
        [...document.querySelectorAll('q')].map((one) => one.childNodes.length + one.textContent),
      ]);
      expect(faults, said).toEqual([]);
      expect(quotes, said).toContain(`1${await quoteNow()}`);
    }
    await popup.close();
  });

  it('kept in a case, as the popup shows them', async () => {
    const popup = await small(await driver().popupOf(page));
    const quotes = TEXTS.map((one) => redact(`${LED}${one}`, LIMIT).replace(/\p{Surrogate}/gu, '\ufffd'));
    const wrong = await popup.evaluate(
      async ({ quotes, key, most, cause }) => {
        const { faults } = window as never as { faults: () => string[] };
        const wrong: string[] = [];
        for (let at = 0; at < quotes.length && wrong.length === 0; at += most) {
          const some = [...new Set(quotes.slice(at, at + most))];
          const shown = (): string[] => [...document.querySelectorAll('q')].map((one) => one.textContent);
          await chrome.storage.session.set({
            [key]: {
              version: 1,
              evidence: [{ kind: 'text', sightings: [cause], facts: [], quotes: some, at: Date.now() }],
            },
          });
          for (let wait = 0; wait < 200 && !some.every((one) => shown().includes(one)); wait++)
            await new Promise((done) => setTimeout(done, 2));
          document.querySelectorAll('details').forEach((one) => (one.open = true));
          const missing = some.filter((one) => !shown().includes(one));
          if (missing.length)
            wrong.push(`${at} not shown: ${JSON.stringify(missing[0])} but ${JSON.stringify(shown())}`);
          wrong.push(...faults().map((fault) => `${at} ${fault}`));
        }
        return wrong.slice(0, 5);
      },
      { quotes, key: `case:${tab}`, most: QUOTES, cause: CAUSE },
    );
    expect(wrong).toEqual([]);
    await driver().inExtension((key) => chrome.storage.session.remove(key), `case:${tab}`);
    await popup.close();
  });

  it("in the popup's box", async () => {
    const popup = await small(await driver().popupOf(page));
    await popup
      .getByRole('button', { name: /screenshot or text/i })
      .first()
      .click();
    await popup.waitForSelector('textarea');
    const wrong = await popup.evaluate(async (texts) => {
      const { faults } = window as never as { faults: () => string[] };
      const wrong: string[] = [];
      for (const [at, text] of texts.entries()) {
        const box = document.querySelector('textarea')!;
        box.value = text;
        const typed = box.value;
        box.dispatchEvent(new Event('input', { bubbles: true }));
        await new Promise((done) => setTimeout(done));
        if (document.querySelector('textarea')!.value !== typed) wrong.push(`${at} changed: ${JSON.stringify(typed)}`);
        wrong.push(...faults().map((fault) => `${at} ${fault} ${JSON.stringify(text)}`));
      }
      return wrong.slice(0, 5);
    }, TEXTS);
    expect(wrong).toEqual([]);
    await popup.close();
  });

  it('in the fields of the call sheet', async () => {
    const sheet = await small(await driver().callSheetOf(page));
    const wrong = await sheet.evaluate(async (texts) => {
      const { faults } = window as never as { faults: () => string[] };
      const wrong: string[] = [];
      const fields = ['amount', 'home', 'agent', 'reference', 'call-time'];
      const room = (document.getElementById('call-text') as HTMLTextAreaElement).maxLength;
      for (let at = 0; at < texts.length && wrong.length === 0;) {
        // The large field takes each of them whole; the small ones show some of them beside it.
        const some: string[] = [];
        const first = at;
        while (at < texts.length && [...some, texts[at]].join(' | ').length <= room) some.push(texts[at++]!);
        const typed = new Map<string, string>();
        for (const [index, id] of ['call-text', ...fields].entries()) {
          const field = document.getElementById(id) as HTMLInputElement;
          const text = index === 0 ? some.join(' | ') : texts[(first + index) % texts.length]!;
          // A person cannot type more than a field takes; a script can. Half a character at the end is no character.
          field.value = text.slice(0, field.maxLength).replace(/[\ud800-\udbff]$/, '');
          typed.set(id, field.value);
          field.dispatchEvent(new Event('input', { bubbles: true }));
        }
        await new Promise((done) => setTimeout(done));
        const printed = [...document.querySelectorAll('.print-value')].map((one) => one.textContent).join('\n');
        for (const [id, text] of typed) {
          const now = (document.getElementById(id) as HTMLInputElement).value;
          if (now !== text) wrong.push(`${at} ${id} changed: ${JSON.stringify([text, now])}`);
          if (!printed.includes(text.trim())) wrong.push(`${at} ${id} is not printed: ${JSON.stringify(text)}`);
        }
        wrong.push(...faults().map((fault) => `${at} ${fault} ${JSON.stringify([...typed])}`));
      }
      return wrong.slice(0, 5);
    }, TEXTS);
    expect(wrong).toEqual([]);
    await sheet.close();
  });
});
