/** Boxes that speak of failing and report no failure: a rule, a question before leaving, a notice, something else that failed. */
import { describe, expect, it } from 'vitest';
import { ADDRESS, inChromium, stateOf, waitForHint } from './support.ts';

const page = (body: string) =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><body><h1>确认付款</h1><p>￥ 88.00</p><button>立即付款</button>${body}</body></html>`;
const alert = (text: string) => page(`<div class="adm-notice-bar error-tip" role="alert">${text}</div>`);
const dialog = (text: string) =>
  page(`<div class="adm-dialog" role="dialog"><div class="adm-dialog-body">${text}</div><button>知道了</button></div>`);

/** Each is taken for a failure by the words the page script knows. */
const INNOCENT: [name: string, html: string][] = [
  ['a rule of the password', alert('当日累计输错 5 次，支付密码将被锁定 3 小时，期间无法付款。')],
  ['a question before leaving', dialog('还没付款，确定离开吗？超时未付订单将被取消')],
  ['an old code replaced', alert('上一条验证码已失效，新验证码已发送')],
  ['a notice of a later day', alert('公告：因银行系统升级，6 月 8 日 00:30 至 02:00 部分卡可能无法付款，请提前安排。')],
  ['something else that failed', alert('评论加载失败，系统繁忙，稍后再看，不影响付款')],
];

const driver = inChromium();

async function open(html: string) {
  const tab = await driver().newTab();
  driver().serveTab(tab, 'mclient.alipay.com', html);
  await tab.goto(ADDRESS);
  return tab;
}

describe('a box that only speaks of failing', () => {
  it.each(INNOCENT)('says nothing: %s', async (_, html) => {
    const tab = await open(html);
    // Long enough for the reader, the background and the second reading; the failures below are told in less.
    const shown = await tab.evaluate(
      () =>
        new Promise<boolean>((done) => {
          const isThere = () => document.querySelector('[data-card-rescue-hint]') !== null;
          new MutationObserver(() => isThere() && done(true)).observe(document, { subtree: true, childList: true });
          setTimeout(() => done(isThere()), 1500);
        }),
    );
    expect(shown).toBe(false);
    const popup = await driver().popupOf(tab);
    expect((await stateOf(popup)).state).toBe('no-failure');
    await Promise.all([popup.close(), tab.close()]);
  });

  it('hides no failure of the same kind that comes after it', async () => {
    const tab = await open(INNOCENT[0]![1]);
    await tab.evaluate(() => {
      setTimeout(() => {
        const box = document.createElement('div');
        box.className = 'adm-dialog';
        box.setAttribute('role', 'alertdialog');
        box.innerHTML = '<p>付款失败</p><p>支付密码已连续输错，密码被锁定，请稍后再试</p>';
        document.body.append(box);
      }, 800);
    });
    await waitForHint(driver(), tab);
    const popup = await driver().popupOf(tab);
    expect((await stateOf(popup)).diagnosis).toBe('verification-failed');
    await Promise.all([popup.close(), tab.close()]);
  });
});
