/** What the surfaces say of the same payment, side by side in a real browser: hint, popup and call sheet agree about the money. */
import { describe, expect, it } from 'vitest';
import { hintSentence, inChromium, waitForHint } from './support.ts';

const page = (says: string) =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><body><div class="error-tip" role="alert"><p>${says}</p></div></body></html>`;
const PAGES: Record<string, string> = {
  '/busy': page('系统繁忙，请稍后再试'),
  '/bank': page('付款失败，银行拒绝了本次交易，请联系发卡行'),
  // Nobody listed these words.
  '/new': page('扣款未成功</p><p>这笔金额高过了您发卡银行给这张卡设的每日网上消费上限，可联系银行调高'),
  '/doubt': page('银行迟迟没有答复</p><p>钱有可能已经划走，也可能没有。请先到账单里看一眼，别急着再付。'),
  '/new-money': page('支付失败，请重试</p><p>银行侧扣款结果尚未确定，可能已扣款，请等待确认，勿重复付款'),
};
const driver = inChromium({
  routes: { 'mclient.alipay.com': ({ url }) => PAGES[url.pathname] ?? page('') },
});
const open = async (path: string) => {
  const tab = await driver().open(`https://mclient.alipay.com${path}`);
  await waitForHint(driver(), tab);
  return tab;
};
const STOP = '[data-remark="check-first"]';

describe('the command for the hint', () => {
  it('takes the keyboard to it, and a key pressed there counts', async () => {
    const tab = await open('/bank');
    const id = await driver().tabIdOf(tab);
    // As the background sends it when the keys are pressed; a test cannot press keys of the browser itself.
    await driver().inExtension(
      async (to) => void (await chrome.tabs.sendMessage(to, { type: 'focus-hint' }).catch(() => null)),
      id,
    );
    expect(await tab.evaluate(() => document.activeElement?.hasAttribute('data-card-rescue-hint'))).toBe(true);
    await expect
      .poll(async () => {
        await tab.keyboard.press('Escape');
        return hintSentence(driver(), tab);
      })
      .toBeNull();
    await tab.close();
  });
});

describe('one payment, one answer', () => {
  it('a system that was busy may have taken the money: hint, popup and sheet say to look first', async () => {
    const tab = await open('/busy');
    expect(await hintSentence(driver(), tab)).toMatch(/Don't pay again/);
    const popup = await driver().popupOf(tab);
    await popup.getByText("Check first. Don't pay again yet.").waitFor();
    const sheet = await driver().callSheetOf(tab);
    await sheet.waitForSelector(STOP);
    await Promise.all([popup, sheet, tab].map((one) => one.close()));
  });

  it('a payment in another tab that may have gone through is in the call sheet as it is in the popup, also one made during the call', async () => {
    await driver().inExtension(() => chrome.storage.session.clear());
    const bank = await open('/bank');
    const sheet = await driver().callSheetOf(bank);
    await sheet.waitForSelector('[data-answer="next"]');
    expect(await sheet.locator(STOP).count()).toBe(0);
    const busy = await open('/busy');
    await sheet.waitForSelector(STOP);
    const popup = await driver().popupOf(bank);
    await popup.getByText("Check first. Don't pay again yet.").waitFor();
    const later = await driver().callSheetOf(bank);
    await later.waitForSelector(STOP);
    await Promise.all([popup, sheet, later, busy, bank].map((one) => one.close()));
  });

  it('a cause in words that nobody listed is named the same in the hint, the popup and the sheet', async () => {
    await driver().inExtension(() => chrome.storage.session.clear());
    const tab = await open('/new');
    expect(await hintSentence(driver(), tab)).toMatch(/bank/i);
    const popup = await driver().popupOf(tab);
    await popup.waitForSelector('[data-diagnosis="bank-limit-exceeded"][data-certainty="likely"]');
    const sheet = await driver().callSheetOf(tab);
    await sheet.waitForSelector('[data-answer="next"]');
    expect(await sheet.locator(STOP).count()).toBe(0);
    await Promise.all([popup, sheet, tab].map((one) => one.close()));
  });

  it('money that may be gone, told in such words beside a bare failure, is warned of everywhere', async () => {
    await driver().inExtension(() => chrome.storage.session.clear());
    const tab = await open('/new-money');
    expect(await hintSentence(driver(), tab)).toMatch(/Don't pay again/);
    const popup = await driver().popupOf(tab);
    await popup.waitForSelector('[data-diagnosis="outcome-unknown"]');
    const sheet = await driver().callSheetOf(tab);
    await sheet.waitForSelector(STOP);
    await Promise.all([popup, sheet, tab].map((one) => one.close()));
  });
});

describe('the hint', () => {
  const LOW = page('扣款').replace(
    '<p>扣款',
    '<p style="position:fixed;right:20px;bottom:30px">付款失败，银行拒绝了本次交易',
  );
  it.each([
    ['a phone, whose message stands at the top', 360, 640, PAGES['/bank']!],
    ['a window, whose message stands in its corner', 1280, 800, LOW],
  ])('does not lie over the message that it explains on %s', async (_, width, height, body) => {
    await driver().inExtension(() => chrome.storage.session.clear());
    const tab = await driver().newTab();
    await tab.setViewportSize({ width, height });
    driver().serveTab(tab, '*', body);
    await tab.goto('https://mclient.alipay.com/place');
    await waitForHint(driver(), tab);
    await expect
      .poll(() =>
        tab.evaluate(() => {
          const hint = document.querySelector('[data-card-rescue-hint]')!.getBoundingClientRect();
          const said = document.querySelector('p')!.getBoundingClientRect();
          const apart = hint.bottom <= said.top || hint.top >= said.bottom || hint.left >= said.right;
          return hint.height > 50 && apart && hint.top >= 0 && hint.bottom <= innerHeight;
        }),
      )
      .toBe(true);
    await tab.close();
  });

  it('what a bank tells on a call reaches the hint that still stands on the page, and taking it back does too', async () => {
    await driver().inExtension(() => chrome.storage.session.clear());
    const tab = await open('/bank');
    const before = await hintSentence(driver(), tab);
    expect(before).toMatch(/bank/i);
    const key = `case:${await driver().tabIdOf(tab)}`;
    const told = { version: 1, evidence: [{ kind: 'told', id: 'bank-held', from: 'bank', at: Date.now() }] };
    // As the call sheet writes it.
    await driver().inExtension(([to, what]) => chrome.storage.session.set({ [to as string]: what }), [key, told]);
    await expect.poll(() => hintSentence(driver(), tab)).toMatch(/Don't pay again/);
    const popup = await driver().popupOf(tab);
    await popup.getByText("Don't pay again").first().waitFor();
    await popup.close();
    await driver().inExtension((to) => chrome.storage.session.remove(to), key);
    await expect.poll(() => hintSentence(driver(), tab)).toBe(before);
    await tab.close();
  });

  it('an error box in words that nobody listed is read on the device, and believed where they are surely a failure', async () => {
    await driver().inExtension(() => chrome.storage.session.clear());
    const tab = await open('/doubt');
    expect(await hintSentence(driver(), tab)).toMatch(/Don't pay again/);
    const popup = await driver().popupOf(tab);
    await popup.waitForSelector('[data-diagnosis="outcome-unknown"]');
    await Promise.all([popup, tab].map((one) => one.close()));
  });
});
