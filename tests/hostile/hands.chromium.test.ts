/** Real hands on the hint in Chromium: what the page hears of them, and when they count. */
import { describe, expect, it } from 'vitest';
import { hintSentence, inChromium, waitForHint } from '../e2e/support.ts';
import { ERROR, HEALTHY, HOST, documentOf } from './kit.ts';

const driver = inChromium();
let number = 0;

/** The page's own listeners: on the document and below, and on the window before the hint was there. */
const LISTENING = `<script>
  window.heard = []; window.early = [];
  const kinds = ['click', 'dblclick', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'keydown', 'keyup', 'keypress', 'focusin', 'focusout', 'contextmenu'];
  for (const kind of kinds) for (const capture of [true, false]) document.addEventListener(kind, (event) => { if (window.armed) heard.push(event.type) }, capture);
</script>`;

async function open(html = HEALTHY + ERROR) {
  const path = `hands-${++number}`;
  driver().serve(`mclient.alipay.com/${path}`, documentOf({ html }));
  const page = await driver().newTab();
  await page.goto(`${HOST}/${path}`);
  await waitForHint(driver(), page);
  // The browser needs a moment to say that nothing covers the hint.
  await page.waitForTimeout(400);
  return page;
}
type Page = Awaited<ReturnType<typeof open>>;
const settled = (page: Page) => page.waitForTimeout(500);

describe('a click on the hint', () => {
  it.each(['dismiss', 'more', 'mute', 'show'])(
    'on "%s" is not heard by the page, and leaves the focus where it was',
    async (name) => {
      const page = await open(`${LISTENING}<input id="i">${HEALTHY}${ERROR}`);
      await page.focus('#i');
      await page.evaluate(() => ((window as never as { armed: boolean }).armed = true));
      if (name === 'mute') await driver().clickHint(page, 'more');
      await driver().clickHint(page, name);
      await settled(page);
      expect(await page.evaluate(() => (window as never as { heard: string[] }).heard)).toEqual([]);
      expect(await page.evaluate(() => document.activeElement!.id)).toBe('i');
      if (name === 'dismiss') expect(await hintSentence(driver(), page)).toBeNull();
      if (name === 'mute') expect(await hintSentence(driver(), page)).toMatch(/^Hints are off/);
      if (name === 'mute') await driver().inExtension(() => chrome.storage.local.clear());
      await page.close();
    },
  );

  it.each([
    ['html transparent', `document.documentElement.style.opacity = '0.2'`],
    ['html filtered', `document.documentElement.style.filter = 'opacity(0)'`],
    ['html blended', `document.documentElement.style.mixBlendMode = 'difference'`],
    ['html masked', `document.documentElement.style.maskImage = 'linear-gradient(transparent, transparent)'`],
    [
      'covered by what lets clicks through',
      `document.body.insertAdjacentHTML('beforeend', '<div style="position:fixed;inset:0;background:#fff;z-index:2147483647;pointer-events:none"></div>'); document.documentElement.append(document.body.lastChild)`,
    ],
    [
      'covered by a dialog of the top layer',
      `const d = document.createElement('dialog'); d.style = 'pointer-events:none;inset:0;width:100vw;height:100vh;max-width:none;max-height:none;background:#fff'; document.body.append(d); d.show(); d.popover = 'manual'; d.close(); d.showPopover()`,
    ],
  ])('does nothing while it is %s', async (_, act) => {
    const page = await open();
    await page.evaluate(act);
    await settled(page);
    // Muting stands behind the icon; neither is to be had.
    // Where the failure itself cannot be seen any more, the hint has gone with it.
    if (await hintSentence(driver(), page))
      await driver()
        .clickHint(page, 'mute')
        .catch(() => undefined);
    await settled(page);
    expect(await driver().inExtension(async () => JSON.stringify(await chrome.storage.local.get(null)))).not.toContain(
      'alipay.com',
    );
    await page.close();
  });

  it('twice opens the steps once', async () => {
    const page = await open();
    const before = driver().context.pages().length;
    await Promise.all([driver().clickHint(page, 'show'), driver().clickHint(page, 'show')]);
    await settled(page);
    expect(driver().context.pages().length - before).toBeLessThanOrEqual(1);
    await page.close();
  });
});

describe('keys on the hint', () => {
  it('are not heard by the page; Escape closes it, a button answers to Enter', async () => {
    const page = await open(`${LISTENING}${ERROR}`);
    await page.keyboard.press('Tab');
    await page.evaluate(() => ((window as never as { armed: boolean }).armed = true));
    await page.keyboard.press('a');
    await page.keyboard.press('Escape');
    await settled(page);
    expect(await hintSentence(driver(), page)).toBeNull();
    const heard = await page.evaluate(() => (window as never as { heard: string[] }).heard);
    expect(heard.filter((kind) => kind !== 'keyup')).toEqual([]);
    await page.close();
    const other = await open(`${HEALTHY}<div class="error-tip"><p>抱歉，订单已关闭</p></div>`);
    await other.locator('#pay').focus();
    // The steps, what is seldom wanted, and to close it.
    for (let at = 0; at < 3; at++) await other.keyboard.press('Tab');
    await other.keyboard.press('Enter');
    await settled(other);
    expect(await hintSentence(driver(), other)).toBeNull();
    await other.close();
  });

  it('Escape does nothing to a hint that cannot be seen', async () => {
    const page = await open(`${HEALTHY}<div class="error-tip"><p>该卡已过期，请更换</p></div>`);
    await page.locator('#pay').focus();
    await page.keyboard.press('Tab');
    await page.evaluate(() => (document.documentElement.style.opacity = '0'));
    await page.keyboard.press('Escape');
    await settled(page);
    const tab = await driver().tabIdOf(page);
    const kept = await driver().inExtension(async () => Object.keys(await chrome.storage.session.get(null)));
    // A page nobody can see says nothing either, so its finding may be gone; what must not be is a dismissal.
    expect(kept).not.toContain(`dismissed:${tab}`);
    await page.evaluate(() => (document.documentElement.style.opacity = ''));
    await waitForHint(driver(), page);
    await page.close();
  });
});

describe('Escape anywhere else', () => {
  it('reaches the page, and dismisses a fresh hint', async () => {
    const page = await open(`${LISTENING}${HEALTHY}<div class="error-tip"><p>您的余额不足</p></div>`);
    await page.locator('#pay').focus();
    await page.evaluate(() => ((window as never as { armed: boolean }).armed = true));
    await page.keyboard.press('Escape');
    await expect.poll(() => hintSentence(driver(), page)).toBeNull();
    const heard = await page.evaluate(() => (window as never as { heard: string[] }).heard);
    expect(heard.filter((kind) => kind === 'keydown')).toHaveLength(2);
    await page.close();
  });

  it("that closes the page's own dialog leaves the hint, as the way to the steps", async () => {
    const page = await open(
      `${HEALTHY}<dialog id="d" role="alertdialog"><p>支付失败，发卡行拒绝了这笔交易</p><button>知道了</button></dialog><script>d.showModal()</script>`,
    );
    await page.keyboard.press('Escape');
    await page.waitForTimeout(1000);
    expect(await page.evaluate(() => (document.getElementById('d') as HTMLDialogElement).open)).toBe(false);
    expect(await hintSentence(driver(), page)).not.toBeNull();
    await page.close();
  });
});

describe('no harm', () => {
  it('a healthy page notices nothing: no element, no listener in its way, no message, no request, no word in its console', async () => {
    const path = 'healthy-page';
    driver().serve(
      `mclient.alipay.com/${path}`,
      documentOf({
        html: `${LISTENING}<form><input id="i"><select><option>a</select></form>${HEALTHY}<div style="display:none">${ERROR}</div>`,
      }),
    );
    const page = await driver().newTab();
    await page.goto(`${HOST}/${path}`);
    const before = await page.content();
    await page.evaluate(() => {
      Object.assign(window, { armed: true, messages: 0 });
      window.addEventListener('message', () => ((window as never as { messages: number }).messages += 1));
    });
    await page.click('#i');
    await page.keyboard.type('ab');
    await page.click('#pay');
    await page.waitForTimeout(1500);
    expect(await page.content()).toBe(before);
    expect(await page.inputValue('#i')).toBe('ab');
    const { heard, messages } = (await page.evaluate(() => {
      const { heard, messages } = window as never as { heard: string[]; messages: number };
      return { heard, messages };
    })) as { heard: string[]; messages: number };
    expect(messages).toBe(0);
    expect(heard.filter((kind) => kind === 'click')).toHaveLength(4);
    expect(heard.filter((kind) => kind === 'keydown')).toHaveLength(4);
    await page.close();
  });

  it.each([
    ['xml', 'application/xml', `<?xml version="1.0"?><r><error>付款失败，该银行卡不支持此交易</error></r>`],
    [
      'svg',
      'image/svg+xml',
      `<svg xmlns="http://www.w3.org/2000/svg"><text y="20" role="alert">付款失败，该银行卡不支持此交易</text></svg>`,
    ],
    ['json', 'application/json', `{"msg":"付款失败，该银行卡不支持此交易","errorCode":"ILLEGAL_SIGN"}`],
    ['text', 'text/plain; charset=utf-8', '付款失败，该银行卡不支持此交易'],
    [
      'frameset',
      'text/html; charset=utf-8',
      '<frameset cols="50%,50%"><frame src="about:blank"><frame src="about:blank"></frameset>',
    ],
    ['empty', 'text/html', ''],
    [
      'xhtml',
      'application/xhtml+xml',
      `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><div role="alert">付款失败，该银行卡不支持此交易</div></body></html>`,
    ],
  ])('a document of %s is read without an error', async (name, type, body) => {
    driver().serve(`mclient.alipay.com/document-${name}`, { type, body });
    const page = await driver().newTab();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(`${HOST}/document-${name}`);
    if (name === 'xhtml') await page.waitForSelector('[data-card-rescue-hint]', { state: 'attached' });
    else await page.waitForTimeout(900);
    expect(errors).toEqual([]);
    expect(driver().trouble.map((one) => one.text)).toEqual([]);
    await page.close();
  });
});
