/** Popup and call sheet as a person uses them: typing a message, answering questions, a call, two languages, keyboard, axe. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { ADDRESS, FAILING_PAGE, inChromium, screenshotPath, stateOf, waitForHint } from './support.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
const BARE = '<!doctype html><meta charset="utf-8"><div class="adm-error-block"><p>付款失败</p></div>';
const DECLINED =
  '<!doctype html><meta charset="utf-8"><div class="adm-error-block"><p>发卡银行拒绝了这笔付款</p></div>';
const UNKNOWN =
  '<!doctype html><meta charset="utf-8"><div class="adm-error-block"><p>付款结果未知，请勿重复支付</p></div>';
const driver = inChromium({
  routes: {
    'mclient.alipay.com': FAILING_PAGE,
    'excashier.alipay.com': BARE,
    'cashier.alipay.com': DECLINED,
    'mrexcashier.alipay.com': UNKNOWN,
  },
});

type Page = Awaited<ReturnType<ReturnType<typeof driver>['open']>>;

async function violations(page: Page): Promise<string[]> {
  // The extension's CSP refuses injected scripts, as it should; the debugging protocol runs beside it.
  const session = await driver().context.newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: AXE });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run(document, { runOnly: ${JSON.stringify(TAGS)} }).then((r) => JSON.stringify(r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target).join(' | '))))`,
    awaitPromise: true,
  });
  await session.detach();
  return JSON.parse(String(result.value)) as string[];
}

async function popupFor(host: string): Promise<{ page: Page; popup: Page }> {
  const page = await driver().open(ADDRESS.replace('mclient', host));
  await waitForHint(driver(), page);
  const popup = await driver().popupOf(page);
  await stateOf(popup);
  return { page, popup };
}

describe('the popup', () => {
  it.each([
    ['mclient', 'card'],
    ['excashier', 'bare'],
    ['cashier', 'bank'],
    ['mrexcashier', 'unknown'],
  ])('has no accessibility fault for %s, light, dark, narrow and large', async (host, name) => {
    const { page, popup } = await popupFor(host);
    for (const [scheme, width] of [
      ['light', 380],
      ['dark', 360],
    ] as const) {
      await popup.emulateMedia({ colorScheme: scheme });
      await popup.setViewportSize({ width, height: 640 });
      await popup.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
      await expect.poll(() => violations(popup)).toEqual([]);
      expect(await popup.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await popup.screenshot({ path: screenshotPath(`popup-${name}-${scheme}`), fullPage: true });
    }
    await Promise.all([popup.close(), page.close()]);
  });

  it('asks about a bare failure, keeps the answers, and ends in causes', async () => {
    const { page, popup } = await popupFor('excashier');
    expect(await stateOf(popup)).toMatchObject({ diagnosis: 'unknown-failure', certainty: 'unsure' });
    const first = popup.locator('.interview button').first();
    await first.waitFor();
    const question = await popup.locator('.interview [data-start]').first().textContent();
    await first.click();
    await expect.poll(() => popup.locator('.interview [data-start]').first().textContent()).not.toBe(question);
    await popup.reload();
    await stateOf(popup);
    await popup.locator('.interview').waitFor();
    // The answer was kept: the second question stands there at once.
    await expect.poll(() => popup.locator('.interview [data-start]').first().textContent()).not.toBe(question);
    await Promise.all([popup.close(), page.close()]);
  });

  it('says where to look before anything else when the money may be gone', async () => {
    const { page, popup } = await popupFor('mrexcashier');
    expect(await stateOf(popup)).toMatchObject({ diagnosis: 'outcome-unknown' });
    const order = await popup.evaluate(() => document.querySelector('.advice')!.firstElementChild!.textContent);
    expect(order).toMatch(/check|pay again/i);
    await Promise.all([popup.close(), page.close()]);
  });

  it('answers a typed message without a page, and nothing for small talk', async () => {
    const page = await driver().open('https://mclient.alipay.com/nothing');
    const healthy = await driver().newTab();
    driver().serveTab(healthy, 'mclient.alipay.com', '<!doctype html><p>确认付款</p>');
    await healthy.goto(ADDRESS);
    const popup = await driver().popupOf(healthy);
    expect((await stateOf(popup)).state).toBe('no-failure');
    const box = popup.getByRole('textbox').first();
    await box.fill('Merchant does not support payment via international bank cards');
    await popup.locator('[data-answer="foreign-card-not-accepted"]').first().waitFor();
    await box.fill('nice weather today');
    await expect.poll(() => popup.locator('[data-answer]').count()).toBe(0);
    await box.fill('x'.repeat(1_000_000));
    await box.fill('ALIN10146');
    await popup.locator('[data-answer="merchant-integration-error"]').first().waitFor();
    await Promise.all([popup.close(), healthy.close(), page.close()]);
  });

  it('speaks the chosen language at once and keeps it', async () => {
    const { page, popup } = await popupFor('cashier');
    await popup.locator('#screen-language').selectOption('zh-CN');
    await expect.poll(() => popup.textContent('h1')).toMatch(/[\u4e00-\u9fff]/);
    expect(await popup.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
    await popup.reload();
    await stateOf(popup);
    expect(await popup.textContent('h1')).toMatch(/[\u4e00-\u9fff]/);
    expect(await violations(popup)).toEqual([]);
    await driver().inExtension(async () => chrome.storage.local.clear());
    await Promise.all([popup.close(), page.close()]);
  });
});

describe('never twice', () => {
  it('warns of an earlier payment that may have gone through, before the advice for the next failure', async () => {
    const earlier = await popupFor('mrexcashier');
    await Promise.all([earlier.popup.close(), earlier.page.close()]);
    const { page, popup } = await popupFor('cashier');
    expect(await stateOf(popup)).toMatchObject({ diagnosis: 'bank-declined' });
    const warning = popup.locator('.attempts').first();
    await warning.waitFor();
    expect(await warning.textContent()).toMatch(/gone through|check/i);
    const [box, title] = await Promise.all([warning.boundingBox(), popup.locator('h1').boundingBox()]);
    expect(box!.y).toBeLessThan(title!.y);
    expect(await violations(popup)).toEqual([]);
    await popup.setViewportSize({ width: 380, height: 600 });
    await popup.screenshot({ path: screenshotPath('popup-never-twice') });
    await driver().inExtension(async () => chrome.storage.session.clear());
    await Promise.all([popup.close(), page.close()]);
  });
});

describe('the call sheet', () => {
  it('leads a whole call by keyboard, keeps notes over a reload, and has no accessibility fault', async () => {
    const { page, popup } = await popupFor('cashier');
    const sheet = await driver().callSheetOf(page);
    expect(await stateOf(sheet)).toMatchObject({ state: 'ready', party: 'bank' });
    expect(await violations(sheet)).toEqual([]);
    await sheet.setViewportSize({ width: 360, height: 640 });
    expect(await sheet.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    const seen = new Set<string>();
    const node = () => sheet.evaluate(() => document.querySelector<HTMLElement>('[data-node]')?.dataset.node ?? '');
    for (let step = 0; step < 30 && !(await node()).startsWith('end'); step++) {
      const now = await node();
      seen.add(now);
      const next = sheet.locator('main button:visible').filter({ hasText: /next/i }).first();
      const target = (await next.count())
        ? next
        : sheet.locator('[data-answer]:visible, .answers button:visible').first();
      if (!(await target.count())) break;
      await target.focus();
      await sheet.keyboard.press('Enter');
      await expect.poll(node).not.toBe(now);
    }
    expect(seen.size).toBeGreaterThanOrEqual(3);
    const at = await node();
    await sheet.reload();
    await stateOf(sheet);
    expect(await node()).toBe(at);
    expect(await violations(sheet)).toEqual([]);
    await sheet.screenshot({ path: screenshotPath('call-sheet-end'), fullPage: true });
    await Promise.all([sheet.close(), popup.close(), page.close()]);
  });
});
