/** The popup by keyboard alone: every control in the order in which it is read, and the focus never lost. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Locale } from '../../lib/i18n/index.ts';
import { ADDRESS, inChromium, picture, stateOf, waitForHint } from './support.ts';

const failing = (says: string): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><div class="adm-error-block" role="alert"><p>${says}</p></div></html>`;
const driver = inChromium({
  routes: {
    'mclient.alipay.com': failing('发卡银行拒绝了这笔付款'),
    'excashier.alipay.com': failing('支付失败'),
    'mrexcashier.alipay.com': failing('付款结果未知，请勿重复支付'),
  },
});
const MOST = 60;
afterEach(() =>
  driver().inExtension(async () => {
    await chrome.storage.session.clear();
    await chrome.storage.local.clear();
  }),
);

const choose = (screen: Locale) =>
  driver().inExtension((settings) => chrome.storage.local.set({ settings }), {
    screen,
    bank: 'en',
    hints: true,
    muted: [] as string[],
  });

async function openBoth(host: string, screen: Locale = 'en') {
  await choose(screen);
  const page = await driver().open(ADDRESS.replace('mclient', host));
  await waitForHint(driver(), page);
  const popup = await driver().popupOf(page);
  await stateOf(popup);
  await popup.locator('.bottom').waitFor();
  await popup.setViewportSize({ width: 410, height: 510 });
  return { page, popup };
}
const open = async (host: string, screen?: Locale) => (await openBoth(host, screen)).popup;
type Popup = Awaited<ReturnType<typeof open>>;

/** What has the focus: its words, and where it stands in the whole page. */
const focused = (popup: Popup) =>
  popup.evaluate(() => {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const { top, bottom, left, right } = one.getBoundingClientRect();
    const isSeen = bottom > 0 && top < innerHeight && right > left;
    return {
      name: one.textContent!.slice(0, 30),
      tag: one.tagName,
      top: top + scrollY,
      bottom: bottom + scrollY,
      isSeen,
    };
  });

/** Controls that a person can reach. */
const controlsIn = (popup: Popup) =>
  popup.evaluate(
    () =>
      [...document.querySelectorAll<HTMLElement>('button, a[href], select, summary')].filter(
        (one) => one.checkVisibility() && !one.closest('details:not([open]) > :not(summary)'),
      ).length,
  );

/** Parts come after the first paint: waits until no more have come for a while. */
async function whole(popup: Popup): Promise<void> {
  let [count, since] = [-1, 0];
  await expect
    .poll(
      async () => {
        const now = await controlsIn(popup);
        [count, since] = now === count ? [count, since + 1] : [now, 0];
        return since;
      },
      { timeout: 10_000, interval: 100 },
    )
    .toBeGreaterThanOrEqual(6);
}

describe.each(['mclient', 'excashier', 'mrexcashier'])('on %s', (host) => {
  it.each(['en', 'ar'] as const)('goes through every control downwards, in %s', async (screen) => {
    const popup = await open(host, screen);
    await whole(popup);
    const seen: NonNullable<Awaited<ReturnType<typeof focused>>>[] = [];
    const wrong: string[] = [];
    for (let at = 0; at < MOST; at++) {
      await popup.keyboard.press('Tab');
      const now = await focused(popup);
      if (!now) break;
      const before = seen.at(-1);
      if (before && now.bottom <= before.top) wrong.push(`${now.name} stands above ${before.name}`);
      if (!now.isSeen) wrong.push(`${now.name} is not in sight`);
      seen.push(now);
    }
    const there = await controlsIn(popup);
    expect(wrong).toEqual([]);
    expect(seen.length).toBe(there);
    await popup.close();
  });
});

describe('what brings more', () => {
  it('leaves the focus at what came', async () => {
    const popup = await open('mclient');
    await popup.locator('.more-steps').focus();
    await popup.keyboard.press('Enter');
    await expect.poll(() => popup.evaluate(() => document.activeElement?.tagName)).toBe('OL');
    const bare = await open('excashier');
    await bare.locator('[data-more]').focus();
    const before = await bare.locator('[data-question] [data-answer]').count();
    await bare.keyboard.press('Enter');
    await expect.poll(() => bare.locator('[data-question] [data-answer]').count()).toBeGreaterThan(before);
    // The first of those that came: right after the answers that stood there.
    const place = await bare.evaluate(() =>
      [...document.querySelectorAll('[data-question] [data-answer]')].indexOf(document.activeElement!),
    );
    expect(place).toBe(before - 1);
    await Promise.all([popup.close(), bare.close()]);
  });
});

describe('what goes away', () => {
  it('does not take the focus with it: a chip, and the answer behind a door', async () => {
    const popup = await open('mclient');
    const name = () => popup.evaluate(() => document.activeElement?.tagName);
    await popup.locator('[data-choice="failed-again"], [data-choice="failed"]').focus();
    await popup.keyboard.press('Enter');
    await popup.locator('[data-chip]').focus();
    await popup.keyboard.press('Enter');
    await expect.poll(() => popup.locator('[data-chip]').count()).toBe(0);
    expect(await name()).toBe('H1');
    await popup.locator('button:has([data-door="questions"])').focus();
    await popup.keyboard.press('Enter');
    await expect.poll(name).toBe('LEGEND');
    await popup.close();
  });
});

describe('without scrolling', () => {
  it.each(['mclient', 'excashier', 'mrexcashier'])(
    'shows the answer, who can fix it and the one thing to do, in every language that takes room, on %s',
    async (host) => {
      const { page, popup } = await openBoth(host);
      for (const screen of ['en', 'de', 'ru', 'fr', 'ar', 'ja', 'pt-BR'] as const) {
        await choose(screen);
        await popup.reload();
        await popup
          .locator(`html[lang="${screen}"] .now-step, html[lang="${screen}"] .now [data-answer]`)
          .first()
          .waitFor();
        const lowest = await popup.evaluate(() => document.querySelector('.now')!.getBoundingClientRect().bottom);
        await picture(popup, `popup-first-${screen}-${host}`);
        expect([screen, lowest <= 510]).toEqual([screen, true]);
      }
      await Promise.all([popup.close(), page.close()]);
    },
  );
});
