/** A cross-section for Firefox of what Chromium runs whole: lives of a page, personal data, and texts that try to be more than text. */
import { beforeAll, describe, expect, it } from 'vitest';
import { hintSentence, inFirefox, stateOf, waitForHint } from '../e2e/support.ts';
import { redact } from '../../lib/privacy/redact.ts';
import { fuzzedTexts } from './fuzz.ts';
import { FRAMES, PERSONAL, personalIn } from './personal.ts';

const driver = inFirefox();
const page = (says: string): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"></head><body><main><div class="error-tip" role="alert"><p id="said">${says}</p></div></main></body></html>`;
const BANK = '付款失败，银行拒绝了本次交易，请联系发卡行';
const FUNDS = '付款失败，银行卡余额不足';
const ADDRESS = 'https://mclient.alipay.com/cross';
type Page = Awaited<ReturnType<ReturnType<typeof driver>['open']>>;

const kept = (): Promise<Record<string, unknown>> =>
  driver().inExtension(async () => (await chrome.storage.session.get(null)) as Record<string, unknown>);
const liveIn = async (tab: number): Promise<string[]> => {
  const all = (await kept())[`findings:${tab}`] as { live: boolean; finding: { diagnosis: string } }[] | undefined;
  return (all ?? []).filter((one) => one.live).map((one) => one.finding.diagnosis);
};
const say = (open: Page, text: string): Promise<void> =>
  open.evaluate((said) => void (document.getElementById('said')!.textContent = said), text);

let tab: Page;
let id: number;
beforeAll(async () => {
  driver().serve('mclient.alipay.com', page(BANK));
  tab = await driver().open(ADDRESS);
  id = await driver().tabIdOf(tab);
});

describe('a page', () => {
  it('whose background is killed before each step loses nothing', async () => {
    await waitForHint(driver(), tab);
    for (const [says, diagnosis] of [
      [FUNDS, 'insufficient-funds'],
      [BANK, 'bank-declined'],
    ] as const) {
      await driver().stopBackground();
      await tab.bringToFront();
      await say(tab, says);
      await expect.poll(() => liveIn(id), { timeout: 8000 }).toEqual([diagnosis]);
    }
  });

  it('that is open twice has two lives, and leaves nothing when it is closed', async () => {
    const other = await driver().open(ADDRESS);
    const second = await driver().tabIdOf(other);
    await expect.poll(() => liveIn(second), { timeout: 8000 }).toEqual(['bank-declined']);
    await other.close();
    await expect.poll(async () => Object.keys(await kept()).filter((key) => key.endsWith(`:${second}`))).toEqual([]);
    expect(await liveIn(id)).toEqual(['bank-declined']);
  });

  it('that is left and comes back is told of again', async () => {
    await tab.bringToFront();
    driver().serve('mclient.alipay.com/form', '<!doctype html><h1>确认付款</h1>');
    await tab.goto('https://mclient.alipay.com/form');
    await expect.poll(() => liveIn(id), { timeout: 8000 }).toEqual([]);
    expect(await driver().badgeOf(tab)).toBe('');
    await tab.evaluate(() => history.back());
    await expect.poll(() => liveIn(id), { timeout: 8000 }).toEqual(['bank-declined']);
    await waitForHint(driver(), tab);
  });
});

describe('personal data', () => {
  it('is in no message of a page, in no store, in no popup and in no hint', async () => {
    const seen: string[] = [];
    // Many at once: what one of them hides from the masks is seen in Chromium, where each has its turn.
    for (let at = 0; at < PERSONAL.length; at += 9) {
      const some = PERSONAL.slice(at, at + 9).map(({ text }) => text);
      const said = FRAMES[0]!(some.join('； '));
      await tab.bringToFront();
      await say(tab, `${said} ${'甲乙丙丁戊己庚'[at / 9]}`);
      await expect.poll(() => liveIn(id), { timeout: 8000 }).toEqual(['card-not-supported']);
      seen.push(JSON.stringify([await driver().findingOf(tab), await kept(), await hintSentence(driver(), tab)]));
    }
    const popup = await driver().popupOf(tab);
    await stateOf(popup);
    seen.push(await popup.evaluate(() => document.documentElement.outerHTML));
    await popup.close();
    expect(seen.join('\n')).toContain('card-not-supported');
    expect(personalIn(seen.join('\n'))).toEqual([]);
  });
});

describe('a text that tries to be more than text', () => {
  it("stays text in the popup's quotes", async () => {
    const popup = await driver().popupOf(tab);
    await stateOf(popup);
    const quotes = fuzzedTexts(90).map((one) =>
      redact(`这一步没有走完：${one}`, 80).replace(/\p{Surrogate}/gu, '\ufffd'),
    );
    const wrong = await popup.evaluate(
      async ({ all, key }) => {
        const faults: string[] = [];
        for (let at = 0; at < all.length; at += 6) {
          const some = [...new Set(all.slice(at, at + 6))];
          const shown = (): string[] => [...document.querySelectorAll('q')].map((one) => one.textContent);
          const sightings = [{ diagnosis: 'bank-declined', certainty: 'exact', code: '' }];
          const evidence = [{ kind: 'text', sightings, facts: [], quotes: some, at: Date.now() }];
          await chrome.storage.session.set({ [key]: { version: 1, evidence } });
          for (let wait = 0; wait < 200 && !some.every((one) => shown().includes(one)); wait++)
            await new Promise((done) => setTimeout(done, 5));
          if (!some.every((one) => shown().includes(one))) faults.push(`${at} is not shown`);
          if (document.querySelector('x-fuzz, img[onerror], svg[onload], iframe, body script, [onclick]'))
            faults.push(`${at} came to life`);
          if (document.documentElement.scrollWidth > innerWidth) faults.push(`${at} is wider than the window`);
        }
        return faults;
      },
      { all: quotes, key: `case:${id}` },
    );
    expect(wrong).toEqual([]);
    await popup.close();
  });
});
