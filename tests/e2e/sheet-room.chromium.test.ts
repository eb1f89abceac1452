/** A call in two languages on a phone and in a low window: what one decides with is in sight without scrolling, on every card. */
import { describe, expect, it } from 'vitest';
import type { Locale } from '../../lib/i18n/index.ts';
import { ADDRESS, inChromium, picture, stateOf, waitForHint } from './support.ts';

const driver = inChromium({
  routes: {
    'mclient.alipay.com': '<!doctype html><meta charset="utf-8"><div role="alert">发卡银行拒绝了这笔付款</div>',
  },
});
const SIZES = [
  [360, 640],
  [1080, 640],
] as const;
const CARDS = 12;

async function open(screen: Locale) {
  await driver().inExtension(
    async (settings) => {
      await chrome.storage.session.clear();
      await chrome.storage.local.set({ settings });
    },
    { screen, bank: 'en', hints: true, muted: [] as string[] },
  );
  const page = await driver().open(ADDRESS);
  await waitForHint(driver(), page);
  const sheet = await driver().callSheetOf(page);
  await stateOf(sheet);
  return sheet;
}
type Sheet = Awaited<ReturnType<typeof open>>;

const nodeOf = (sheet: Sheet) =>
  sheet.evaluate(() => document.querySelector<HTMLElement>('[data-node]')!.dataset.node!);
/** By how many pixels the lowest of something lies under an edge. */
const under = (sheet: Sheet) =>
  sheet.evaluate(() => {
    const dock = document.querySelector('.call-dock')!.getBoundingClientRect().top;
    const lowest = (what: string): number =>
      Math.max(0, ...[...document.querySelectorAll(what)].map((one) => one.getBoundingClientRect().bottom));
    return {
      line: Math.max(0, lowest('.to-say .line') - dock),
      own: Math.max(0, lowest('.line-own') - dock),
      answers: Math.max(0, lowest('.dock .answer, .dock .steps .button') - innerHeight),
    };
  });

describe.each(['ru', 'fr', 'de'] as const)('in %s with an English bank', (screen) => {
  it('shows the line, what it means and all usual answers', async () => {
    const sheet = await open(screen);
    const seen: string[] = [];
    for (let node = await nodeOf(sheet); !node.startsWith('end') && seen.length < CARDS; node = await nodeOf(sheet)) {
      seen.push(node);
      for (const [width, height] of SIZES) {
        await sheet.setViewportSize({ width, height });
        expect([node, width, await under(sheet)]).toEqual([node, width, { line: 0, own: 0, answers: 0 }]);
        if (seen.length === 1) await picture(sheet, `sheet-room-${screen}-${width}`);
      }
      await sheet.locator('.dock [data-answer]:visible').first().focus();
      await sheet.keyboard.press('Enter');
      await expect.poll(() => nodeOf(sheet)).not.toBe(node);
    }
    expect(seen.length).toBeGreaterThan(3);
    await sheet.close();
  });
});

it('opens the facts in the own language with one tap', async () => {
  const sheet = await open('fr');
  await sheet.setViewportSize({ width: 360, height: 640 });
  expect(await sheet.locator('.own-facts').isVisible()).toBe(false);
  await sheet.locator('.own-more').click();
  expect(await sheet.locator('.own-facts').isVisible()).toBe(true);
  await sheet.setViewportSize({ width: 1280, height: 900 });
  expect(await sheet.locator('.own-more').isVisible()).toBe(false);
  await sheet.close();
});
