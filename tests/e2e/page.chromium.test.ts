/** What happens on the page after the first finding: it goes, comes back, passes by, stands in a frame; the user says enough. */
import { describe, expect, it } from 'vitest';
import { findInHint } from '../../scripts/browsers/hint-tree.ts';
import {
  ADDRESS,
  FAILING_DIAGNOSIS,
  hintSentence,
  provokeFailure,
  stateOf,
  inChromium,
  waitForHint,
} from './support.ts';

const html = (body: string, script = ''): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>收银台</title></head><body>${body}${script && `<script>${script}</script>`}</body></html>`;

const ERROR =
  '<div id="error" class="adm-error-block"><div class="adm-error-block-description-title">付款失败，该银行卡不支持此交易</div></div>';
const HEALTHY =
  '<main><h1>确认付款</h1><p>请在手机支付宝上完成付款</p><input type="password" id="pwd"><button id="pay">确认付款</button></main>';
const driver = inChromium();

async function open(body: string, script?: string) {
  const page = await driver().newTab();
  driver().serveTab(page, 'mclient.alipay.com', html(body, script));
  await page.goto(ADDRESS);
  return page;
}

type Page = Awaited<ReturnType<typeof open>>;
async function gone(page: Page): Promise<void> {
  await expect.poll(() => hintSentence(driver(), page), { timeout: 8000 }).toBeNull();
}
/** A hint counts as seen a moment after it stands: a person is slower than that, the driver is not. */
async function click(page: Page, button: 'dismiss' | 'mute', until: string | null): Promise<void> {
  const press = async (): Promise<string | null> => {
    await driver()
      .clickHint(page, button)
      .catch(() => undefined);
    return hintSentence(driver(), page);
  };
  // Seldom enough that no second press takes back what the first did.
  const seldom = { timeout: 12_000, interval: 1500, message: 'the button did nothing' };
  await expect.poll(press, seldom).toBe(until);
}
/** Muting stands behind the icon. */
async function openMore(page: Page): Promise<void> {
  await expect
    .poll(
      async () => {
        const hint = (await driver().hintTree(page))!;
        const isOpen = findInHint(hint, 'more')!.attributes['aria-expanded'] === 'true';
        if (!isOpen) await driver().clickHint(page, 'more');
        return isOpen;
      },
      { timeout: 8000, interval: 600 },
    )
    .toBe(true);
}
async function badge(page: Page, text: string): Promise<void> {
  await expect.poll(() => driver().badgeOf(page), { timeout: 8000 }).toBe(text);
}

describe('a failure that goes', () => {
  it('takes hint, badge and diagnosis with it when its element is removed', async () => {
    const page = await open(HEALTHY + ERROR);
    await waitForHint(driver(), page);
    await page.evaluate(() => document.getElementById('error')!.remove());
    await gone(page);
    await badge(page, '');
    expect((await stateOf(await driver().popupOf(page))).state).toBe('no-failure');
  });

  it('is gone when only a style sheet hides it', async () => {
    const page = await open(`<style>.ok #error{display:none}</style>${HEALTHY}${ERROR}`);
    await waitForHint(driver(), page);
    await page.evaluate(() => document.body.classList.add('ok'));
    await gone(page);
    expect(await driver().findingOf(page)).toBeNull();
  });

  it('is gone after a route change inside the page, and the next failure is found', async () => {
    const page = await open(`<div id="app">${ERROR}</div>`);
    await waitForHint(driver(), page);
    await page.evaluate(() => {
      history.pushState({}, '', '?step=pay');
      document.getElementById('app')!.innerHTML = '<h1>确认付款</h1>';
    });
    await gone(page);
    await page.evaluate(() => {
      history.pushState({}, '', '?step=result');
      document.getElementById('app')!.innerHTML = '<div class="result"><h2>抱歉，订单已关闭</h2></div>';
    });
    await waitForHint(driver(), page);
    expect(await stateOf(await driver().popupOf(page))).toMatchObject({
      diagnosis: 'order-closed',
      certainty: 'exact',
    });
  });

  it('gives way to a payment that went through', async () => {
    const page = await open(`<div id="app">${ERROR}</div>`);
    await waitForHint(driver(), page);
    await page.evaluate(
      () => (document.getElementById('app')!.innerHTML = '<div class="result"><h2>支付成功</h2></div>'),
    );
    await gone(page);
    await badge(page, '');
    expect(await driver().findingOf(page)).toBeNull();
  });
});

describe('a passing message', () => {
  it('of two seconds is caught, and its hint outlives it', async () => {
    const page = await open(
      HEALTHY,
      `setTimeout(() => { const t = document.createElement('div'); t.className = 'adm-toast-mask'; t.innerHTML = '<div class="adm-toast-main">余额不足，付款失败</div>';
      document.body.append(t); setTimeout(() => t.remove(), 2000); }, 700)`,
    );
    await waitForHint(driver(), page);
    await page.waitForSelector('.adm-toast-mask', { state: 'detached' });
    expect(await hintSentence(driver(), page)).not.toBeNull();
    expect(await stateOf(await driver().popupOf(page))).toMatchObject({ diagnosis: 'insufficient-funds' });
  });

  it('in a dialog that the user closes leaves the diagnosis, and of the hint the way to it', async () => {
    const page = await open(HEALTHY);
    await page.waitForLoadState();
    await provokeFailure(page);
    await waitForHint(driver(), page);
    const width = () =>
      page.evaluate(() => document.querySelector('[data-card-rescue-hint]')?.getBoundingClientRect().width ?? 0);
    const before = await width();
    await page.evaluate(() => document.querySelector('.adm-dialog')!.remove());
    await expect.poll(width).toBeLessThan(before);
    expect(await width()).toBeGreaterThan(100);
    await page.screenshot({ path: '.output/screenshots/hint-small.png' });
    expect(await stateOf(await driver().popupOf(page))).toMatchObject({ diagnosis: FAILING_DIAGNOSIS });
  });
});

describe('frames', () => {
  const FRAME = 'https://excashier.alipay.com/standard/frame.htm';

  it('of Alipay inside Alipay: the hint stands in the top document only', async () => {
    const page = await driver().newTab();
    driver().serveTab(page, 'mclient.alipay.com', html(`<h1>收银台</h1><iframe id="f" src="${FRAME}"></iframe>`));
    driver().serveTab(page, 'excashier.alipay.com', html(ERROR));
    await page.goto(ADDRESS);
    await waitForHint(driver(), page);
    const inFrame = await page
      .frame({ url: FRAME })!
      .evaluate(() => document.querySelector('[data-card-rescue-hint]') !== null);
    expect(inFrame).toBe(false);
    expect(await stateOf(await driver().popupOf(page))).toMatchObject({ diagnosis: FAILING_DIAGNOSIS });
  });

  it('of Alipay inside a shop: no hint, but badge and popup', async () => {
    const page = await driver().newTab();
    driver().serveTab(page, 'shop.example', html(`<h1>Shop</h1><iframe src="${FRAME}"></iframe>`));
    driver().serveTab(page, 'excashier.alipay.com', html(ERROR));
    await page.goto('https://shop.example/checkout');
    await badge(page, '!');
    expect(await hintSentence(driver(), page)).toBeNull();
    expect(await stateOf(await driver().popupOf(page))).toMatchObject({
      state: 'diagnosis',
      diagnosis: FAILING_DIAGNOSIS,
    });
  });

  it('that vanish while they are read break nothing', async () => {
    const page = await open(
      `${HEALTHY}<iframe id="f" srcdoc="&lt;div class=error&gt;支付失败&lt;/div&gt;"></iframe>`,
      `setTimeout(() => document.getElementById('f').remove(), 130)`,
    );
    await page.waitForSelector('#f', { state: 'detached' });
    await provokeFailure(page);
    expect(await waitForHint(driver(), page)).not.toBe('');
  });
});

describe('the hint and the page', () => {
  it('takes no focus, moves nothing, prints nothing and adds one element', async () => {
    const page = await open(HEALTHY);
    await page.focus('#pwd');
    await page.keyboard.type('12');
    const before = await page.evaluate(() => JSON.stringify(document.querySelector('main')!.getBoundingClientRect()));
    await page.evaluate(() => {
      const seen: string[] = ((window as never as { seen: string[] }).seen = []);
      new MutationObserver((records) =>
        records.forEach((one) => one.addedNodes.forEach((node) => seen.push(node.nodeName))),
      ).observe(document.documentElement, { childList: true });
    });
    await provokeFailure(page);
    await waitForHint(driver(), page);
    await page.keyboard.type('34');
    expect(await page.inputValue('#pwd')).toBe('1234');
    expect(await page.evaluate(() => JSON.stringify(document.querySelector('main')!.getBoundingClientRect()))).toBe(
      before,
    );
    expect(await page.evaluate(() => (window as never as { seen: string[] }).seen)).toEqual(['DIV']);
    await page.emulateMedia({ media: 'print' });
    expect(
      await page.evaluate(() => getComputedStyle(document.querySelector('[data-card-rescue-hint]')!).display),
    ).toBe('none');
  });

  it('keeps its inside from the page, whose events it does not take', async () => {
    const page = await open(ERROR);
    await waitForHint(driver(), page);
    const reached = await page.evaluate(() => {
      const host = document.querySelector('[data-card-rescue-hint]')!;
      host.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
      host.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
      return [host.shadowRoot, host.childNodes.length, host.attributes.length];
    });
    expect(reached).toEqual([null, 0, 1]);
    expect(await hintSentence(driver(), page)).not.toBeNull();
  });

  it('comes back when the page takes it away, three times and then no more; the badge stays', async () => {
    const page = await open(ERROR);
    await waitForHint(driver(), page);
    const removals = await page.evaluate(async () => {
      let count = 0;
      for (
        let host = document.querySelector('[data-card-rescue-hint]');
        host && count < 20;
        host = document.querySelector('[data-card-rescue-hint]')
      ) {
        host.remove();
        count++;
        await new Promise((done) => setTimeout(done, 20));
      }
      return count;
    });
    expect(removals).toBe(4);
    await badge(page, '!');
  });

  it('stays away after Dismiss across a reload, until something else fails', async () => {
    const page = await open(HEALTHY + ERROR);
    await waitForHint(driver(), page);
    await click(page, 'dismiss', null);
    await page.reload();
    await badge(page, '!');
    expect(await hintSentence(driver(), page)).toBeNull();
    await page.evaluate(() => (document.getElementById('error')!.firstElementChild!.textContent = '抱歉，订单已关闭'));
    await waitForHint(driver(), page);
  });

  it('stays away on the whole site after "Don\'t show on this site", until the popup turns it on again', async () => {
    const page = await open(ERROR);
    await waitForHint(driver(), page);
    const said = await hintSentence(driver(), page);
    await openMore(page);
    await click(page, 'mute', 'Hints are off on this site.');
    // In its own place it can be taken back, for some seconds; and then it goes.
    await page.waitForTimeout(1200);
    await click(page, 'mute', said);
    await openMore(page);
    await page.waitForTimeout(1200);
    await click(page, 'mute', 'Hints are off on this site.');
    await expect.poll(() => hintSentence(driver(), page), { timeout: 15_000 }).toBeNull();
    await page.reload();
    await badge(page, '!');
    expect(await hintSentence(driver(), page)).toBeNull();
    const popup = await driver().popupOf(page);
    await stateOf(popup);
    await popup.getByRole('button', { name: /hints? .*again|turn .*on/i }).click();
    await page.bringToFront();
    await page.reload();
    await waitForHint(driver(), page);
  });

  it('names the cause of the printed code as the popup does', async () => {
    const page = await open('<div class="adm-error-block"><p>系统繁忙，请稍后再试(ALIN43877)</p></div>');
    expect(await waitForHint(driver(), page)).toBe('Not available for your location, app or ID');
    expect(await stateOf(await driver().popupOf(page))).toMatchObject({
      diagnosis: 'region-not-supported',
      code: 'ALIN43877',
      certainty: 'exact',
    });
  });

  it('opens the steps', async () => {
    const page = await open(ERROR);
    await waitForHint(driver(), page);
    await driver().clickHint(page, 'show');
    await expect
      .poll(
        () =>
          driver().inExtension(async () =>
            (await chrome.runtime.getContexts({})).some((one) => one.documentUrl?.includes('/popup.html')),
          ),
        { timeout: 8000 },
      )
      .toBe(true);
  });
});
