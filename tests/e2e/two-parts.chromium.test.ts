/** The large part of the page script comes when it is wanted, and only then. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ADDRESS, HEALTHY_PAGE, inChromium, provokeFailure, stateOf, waitForHint } from './support.ts';

const driver = inChromium();
const html = (body: string) =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>收银台</title></head><body>${body}</body></html>`;
const TOAST = `const show = () => { const t = document.createElement('div'); t.className = 'adm-toast-mask'; t.innerHTML = '<div class="adm-toast-main">余额不足，付款失败</div>';
  document.body.append(t); setTimeout(() => t.remove(), 2000); };`;

/** Our scripts that were ever parsed in a tab, opened on a page. */
async function openWatched(body: string) {
  const page = await driver().newTab();
  driver().serveTab(page, 'mclient.alipay.com', body);
  const session = await driver().context.newCDPSession(page);
  const scripts: string[] = [];
  session.on('Debugger.scriptParsed', ({ url }) => {
    const name = /^chrome-extension:\/\/[a-p]+\/(\w[\w-]*\.js)$/.exec(url)?.[1];
    if (name) scripts.push(name);
  });
  await session.send('Debugger.enable');
  await page.goto(ADDRESS);
  return { page, scripts };
}

describe('the large part', () => {
  it('never comes to a healthy page, whose hidden templates hold a failure', async () => {
    const { page, scripts } = await openWatched(HEALTHY_PAGE);
    // The popup asks the page, which by then has been read.
    expect((await stateOf(await driver().popupOf(page))).state).toBe('no-failure');
    expect(scripts).toEqual(['detector.js']);
    await provokeFailure(page);
    await waitForHint(driver(), page);
    expect(scripts).toEqual(['detector.js', 'reader.js']);
  });

  it('never comes to a healthy cashier with very many closed dialogs', async () => {
    const closed = readFileSync(new URL('../fixtures/pages/h5-many-dialogs-closed.html', import.meta.url), 'utf8');
    const { page, scripts } = await openWatched(closed);
    expect((await stateOf(await driver().popupOf(page))).state).toBe('no-failure');
    expect(scripts).toEqual(['detector.js']);
  });

  it('comes once, whatever fails after', async () => {
    const { page, scripts } = await openWatched(html('<h1>支付失败</h1>'));
    await waitForHint(driver(), page);
    await page.evaluate(() => (document.querySelector('h1')!.textContent = '银行卡余额不足，付款失败'));
    await expect
      .poll(async () => (await stateOf(await driver().popupOf(page))).diagnosis, { timeout: 10_000 })
      .toBe('insufficient-funds');
    expect(scripts).toEqual(['detector.js', 'reader.js']);
  });

  it('comes in time for a toast of two seconds, also when the background has to be started first', async () => {
    const { page } = await openWatched(html(`<h1>确认付款</h1><script>${TOAST}</script>`));
    await driver().stopBackground();
    await page.bringToFront();
    await page.evaluate('show()');
    await waitForHint(driver(), page);
    expect(await stateOf(await driver().popupOf(page))).toMatchObject({ diagnosis: 'insufficient-funds' });
  });
});

describe('a storm of changes', () => {
  const STORM = `const box = document.querySelector('#box'); let n = 0;
    setInterval(() => { for (let i = 0; i < 100; i++) { const line = document.createElement('i'); line.textContent = n++; box.append(line); if (box.childElementCount > 60) box.firstChild.remove(); } }, 10);`;

  it('hides no toast beside it', async () => {
    const { page } = await openWatched(
      html(
        `<h1>确认付款</h1><div><div id="box" style="display:none"></div></div><script>${TOAST}${STORM} setTimeout(show, 2500)</script>`,
      ),
    );
    await waitForHint(driver(), page);
    expect(await stateOf(await driver().popupOf(page))).toMatchObject({ diagnosis: 'insufficient-funds' });
  });

  it('hides no message inside it', async () => {
    const { page } = await openWatched(
      html(`<h1>确认付款</h1><div id="box"></div><script>${STORM}
      setTimeout(() => { const p = document.createElement('div'); p.className = 'error-tip'; p.textContent = '银行卡余额不足，付款失败'; setInterval(() => box.append(p), 5); }, 2500)</script>`),
    );
    await waitForHint(driver(), page);
    expect(await stateOf(await driver().popupOf(page))).toMatchObject({ diagnosis: 'insufficient-funds' });
  });
});
