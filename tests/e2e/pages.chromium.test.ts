/** Popup and call sheet as a person uses them: typing a message, answering questions, a call, two languages, keyboard, axe. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterEach, describe, expect, it } from 'vitest';
import { ADDRESS, FAILING_PAGE, inChromium, picture, stateOf, waitForHint } from './support.ts';

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

/** Each test is a session of its own: a payment of one that may have gone through would come first in the next. */
const forget = () => driver().inExtension(async () => chrome.storage.session.clear());
afterEach(forget);

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
      ['light', 410],
      ['dark', 360],
    ] as const) {
      await popup.emulateMedia({ colorScheme: scheme });
      await popup.setViewportSize({ width, height: 640 });
      await popup.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
      await expect.poll(() => violations(popup)).toEqual([]);
      expect(await popup.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await picture(popup, `popup-${name}-${scheme}`, { fullPage: true });
    }
    await Promise.all([popup.close(), page.close()]);
  });

  it('asks about a bare failure, keeps the answers, and its result is the head', async () => {
    const { page, popup } = await popupFor('excashier');
    expect(await stateOf(popup)).toMatchObject({ diagnosis: 'unknown-failure', certainty: 'unsure' });
    const question = () => popup.locator('[data-question]').getAttribute('data-question');
    await popup.locator('[data-question]').waitFor();
    const first = await question();
    const before = await popup.textContent('h1');
    await popup.locator('[data-question] [data-answer]').first().click();
    await expect.poll(question).not.toBe(first);
    const second = await question();
    await popup.reload();
    await stateOf(popup);
    // The answer was kept: the second question stands there at once, and the answer as a chip.
    await popup.locator('[data-question]').waitFor();
    expect(await question()).toBe(second);
    expect(await popup.locator('[data-chip]').count()).toBe(1);
    for (let asked = 0; asked < 8 && (await popup.textContent('h1')) === before; asked++) {
      const now = await question();
      const answer = popup.locator('[data-question] [data-answer]').first();
      // A click within a moment of a new question is not taken, so it is repeated until it is.
      await expect
        .poll(async () => {
          if ((await popup.locator('[data-question]').count()) === 0 || (await question()) !== now) return true;
          await answer.click();
          return false;
        })
        .toBe(true);
    }
    expect(await popup.textContent('h1')).not.toBe(before);
    expect((await stateOf(popup)).diagnosis).not.toBe('unknown-failure');
    expect(await popup.locator('.now [data-step]').count()).toBe(1);
    await Promise.all([popup.close(), page.close()]);
  });

  it('says where to look before anything else when the money may be gone, and takes what was found', async () => {
    const { page, popup } = await popupFor('mrexcashier');
    expect(await stateOf(popup)).toMatchObject({ diagnosis: 'outcome-unknown' });
    await popup.setViewportSize({ width: 410, height: 510 });
    expect(await popup.locator('.head').textContent()).toMatch(/mrexcashier\.alipay\.com/);
    for (const found of ['paid', 'pending', 'not-paid']) {
      const box = (await popup.locator(`[data-choice="${found}"]`).boundingBox())!;
      expect(box.y + box.height).toBeLessThanOrEqual(510);
    }
    await popup.locator('[data-choice="not-paid"]').click();
    await expect.poll(() => popup.locator('.alarm').count()).toBe(0);
    await popup.locator('[data-chip]').first().click();
    await popup.locator('.alarm').waitFor();
    await popup.locator('[data-choice="paid"]').click();
    await expect.poll(() => popup.locator('[data-outcome]').getAttribute('data-outcome')).toBe('paid');
    await Promise.all([popup.close(), page.close()]);
  });

  it('shows who, what and the one thing to do without scrolling', async () => {
    for (const host of ['mclient', 'cashier', 'mrexcashier', 'excashier']) {
      const { page, popup } = await popupFor(host);
      await popup.setViewportSize({ width: 410, height: 510 });
      const box = (await popup.locator('.now').boundingBox())!;
      expect(box.y + box.height).toBeLessThanOrEqual(510);
      await Promise.all([popup.close(), page.close()]);
    }
  });

  it('answers a typed message without a page, and says of small talk that it does not know it', async () => {
    const healthy = await driver().newTab();
    driver().serveTab(healthy, 'mclient.alipay.com', '<!doctype html><p>确认付款</p>');
    await healthy.goto(ADDRESS);
    const popup = await driver().popupOf(healthy);
    expect((await stateOf(popup)).state).toBe('no-failure');
    await popup.getByRole('button', { name: 'Read a screenshot or text' }).click();
    const box = popup.getByRole('textbox').first();
    await box.fill('Merchant does not support payment via international bank cards');
    await popup.locator('[data-answer="foreign-card-not-accepted"]').first().waitFor();
    expect(await violations(popup)).toEqual([]);
    await box.fill('nice weather today');
    await popup.getByText("We don't know this message.").waitFor();
    expect(await popup.locator('[data-answer]').count()).toBe(0);
    // The browser itself needs its time to take a megabyte.
    await box.fill('x'.repeat(1_000_000), { timeout: 90_000 });
    await box.fill('ALIN10146');
    await popup.locator('[data-answer="merchant-integration-error"]').first().click();
    await popup.locator('[data-chip]').first().waitFor();
    // The text became part of the tab's case, and the state speaks of the page as before.
    expect({ ...(await stateOf(popup)) }).toEqual({ state: 'no-failure' });
    const title = await popup.textContent('h1');
    await popup.reload();
    await stateOf(popup);
    expect(await popup.textContent('h1')).toBe(title);
    await popup.locator('[data-chip]').first().click();
    await popup.locator('.state h1').waitFor();
    await Promise.all([popup.close(), healthy.close()]);
  }, 150_000);

  it('follows what is told in another page of the extension', async () => {
    const { page, popup } = await popupFor('cashier');
    const tab = await driver().tabIdOf(page);
    await driver().inExtension(
      async (id: number) =>
        chrome.storage.session.set({
          [`case:${id}`]: {
            version: 1,
            evidence: [{ kind: 'told', id: 'retry-worked', from: 'bank', at: Date.now() }],
          },
        }),
      tab,
    );
    await expect.poll(() => popup.locator('[data-outcome]').getAttribute('data-outcome')).toBe('paid');
    expect((await stateOf(popup)).diagnosis).toBe('already-paid');
    await Promise.all([popup.close(), page.close()]);
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
  it('puts an earlier payment that may have gone through before the advice for the next failure', async () => {
    const earlier = await popupFor('mrexcashier');
    await Promise.all([earlier.popup.close(), earlier.page.close()]);
    const { page, popup } = await popupFor('cashier');
    // The contract speaks of this page, the head of the money.
    expect(await stateOf(popup)).toMatchObject({ diagnosis: 'bank-declined' });
    await popup.locator('.alarm').waitFor();
    expect(await popup.locator('.which').textContent()).toMatch(/another tab/i);
    expect(await popup.locator('.says').textContent()).toMatch(/your bank declined/i);
    expect(await violations(popup)).toEqual([]);
    await popup.setViewportSize({ width: 410, height: 510 });
    await picture(popup, 'popup-never-twice');
    await popup.locator('[data-choice="not-paid"]').click();
    await expect.poll(() => popup.locator('h1').textContent()).toMatch(/your bank declined/i);
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
    await picture(sheet, 'call-sheet-end', { fullPage: true });
    await Promise.all([sheet.close(), popup.close(), page.close()]);
  });
});
