// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { DECLINED, NO_FUNDS, add, eachWithWatcher, log, pass, start } from './watch-log.ts';

eachWithWatcher();

describe('what passes by itself', () => {
  it('a toast keeps its meaning after it is gone', async () => {
    const watcher = start('<h1>确认付款</h1>');
    const toast = add(`<div class="am-toast">${DECLINED}</div>`);
    await pass();
    toast.remove();
    await pass(5000);
    expect(log.told).toEqual(['+bank-declined']);
    expect(watcher.current()?.diagnosis).toBe('bank-declined');
  });

  it('a toast keeps it through the change of route that follows, for a while', async () => {
    start('<h1>确认付款</h1>');
    add(`<div class="am-toast">${DECLINED}</div>`);
    await pass();
    log.clock += 3000;
    history.pushState(null, '', '/next');
    document.body.innerHTML = '<h1>选择付款方式</h1>';
    await pass(3000);
    expect(log.told).toEqual(['+bank-declined']);
    log.clock += 60_000;
    history.pushState(null, '', '/after');
    document.body.innerHTML = '<h1>首页</h1>';
    await pass(3000);
    expect(log.told).toEqual(['+bank-declined', 'gone']);
  });

  it('a dialog fades when it is closed, and comes back with it', async () => {
    start('<h1>确认付款</h1>');
    const dialog = add(`<div role="dialog"><p>${DECLINED}</p><button>知道了</button></div>`);
    await pass();
    dialog.setAttribute('style', 'display:none');
    await pass(3000);
    expect(log.told).toEqual(['+bank-declined', 'faded']);
    dialog.setAttribute('style', '');
    await pass(3000);
    expect(log.told).toEqual(['+bank-declined', 'faded', '+bank-declined']);
  });
});

describe('beside a success', () => {
  it('plain words say nothing', async () => {
    start('<h1>支付成功</h1><p>支付失败</p>');
    await pass();
    expect(log.told).toEqual(['paid']);
  });

  it('an error of its own still speaks, but never of paying again', async () => {
    start(`<h1>支付成功</h1><div class="error-tip"><p>${DECLINED}</p></div>`);
    await pass();
    expect(log.told).toEqual(['+already-paid']);
  });

  it('of a refund it speaks as it is, and no failure is told once it went', async () => {
    start(`<h1>退款成功</h1><div class="error-tip"><p>${DECLINED}</p></div>`);
    await pass();
    expect(log.told).toEqual(['+bank-declined']);
    document.querySelector('h1')!.textContent = '支付成功';
    await pass();
    document.querySelector('.error-tip')!.remove();
    await pass();
    expect(log.told).toEqual(['+bank-declined', '+already-paid', 'paid']);
  });
});

describe('an address', () => {
  it('tells of a failure where the page says little', async () => {
    history.replaceState(null, '', '/x?errorCode=ILLEGAL_SIGN');
    start('<p>请返回商户页面</p>');
    await pass();
    expect(log.told).toEqual(['+merchant-integration-error']);
    expect(log.findings[0]!.code).toBe('ILLEGAL_SIGN');
  });

  it.each(['', '<p>请登录</p><input name="account">'])(
    'says nothing on a page that is empty or a form: %j',
    async (html) => {
      history.replaceState(null, '', '/x?errorCode=ILLEGAL_SIGN');
      start(html);
      await pass();
      expect(log.told).toEqual([]);
    },
  );
});

describe('quiet', () => {
  it('leaves no timer behind on a healthy page', async () => {
    start('<h1>确认付款</h1><p>请选择付款方式</p>');
    await pass();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does nothing while the page is hidden, and looks when it is shown', async () => {
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    start(`<div class="error-tip"><p>${DECLINED}</p></div>`);
    await pass(5000);
    expect(log.told).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    await pass();
    expect(log.told).toEqual(['+bank-declined']);
  });

  it('reads nothing when a page that was written anew, and tells of nothing any more, is hidden before its turn', async () => {
    start('<h1>确认付款</h1>');
    await pass();
    add(`<div class="error-tip"><p>${DECLINED}</p></div>`);
    await Promise.resolve();
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    await pass();
    expect(log.told).toEqual([]);
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    await pass();
    expect(log.told).toEqual(['+bank-declined']);
  });

  it('stops for good', async () => {
    const watcher = start('<h1>确认付款</h1>');
    await pass();
    watcher.stop();
    add(`<div class="error-tip"><p>${DECLINED}</p></div>`);
    window.dispatchEvent(new Event('pageshow'));
    await pass(5000);
    expect(log.told).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('changes nothing in the page', async () => {
    const html = `<h1>支付失败</h1><div id="tpl" style="display:none"><p class="error">${DECLINED}</p></div><input name="card" value="6222"><a href="/x">y</a>`;
    start(html);
    const before = document.documentElement.outerHTML;
    await pass(5000);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('forgets hidden templates of pages that are gone, so that new ones are seen', async () => {
    start('<div id="app"></div>');
    const app = document.querySelector('#app')!;
    for (let route = 0; route < 30; route++) {
      app.innerHTML = `<div style="display:none"><div class="error-tip"><p>${DECLINED}</p></div><div class="error-tip"><p>${NO_FUNDS}</p></div></div>`;
      await pass(300);
    }
    app.innerHTML = `<div id="last" style="display:none"><div class="error-tip"><p>${DECLINED}</p></div></div>`;
    await pass(300);
    expect(log.told).toEqual([]);
    document.querySelector('#last')!.setAttribute('style', '');
    await pass();
    expect(log.told).toEqual(['+bank-declined']);
  });
});
