// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makePageReader } from '../../lib/detect/read-page.ts';
import { type WatchEvents, watch } from '../../lib/detect/watch.ts';
import type { Finding } from '../../lib/messages.ts';
import { stubLayout } from './page-stub.ts';
import { table } from './shipped.ts';

stubLayout();
const reader = makePageReader(table);

const DECLINED = '发卡行拒绝了这笔交易';
const NO_FUNDS = '银行卡余额不足，无法付款';

/** What the watcher told, in order: `+diagnosis`, `faded`, `gone`. */
let told: string[];
let findings: Finding[];
let stops: (() => void)[];
let clock: number;

function start(html = ''): ReturnType<typeof watch> {
  document.body.innerHTML = html;
  const events: WatchEvents = {
    found(finding) {
      told.push(`+${finding.diagnosis}`);
      findings.push(finding);
    },
    faded: () => void told.push('faded'),
    gone: () => void told.push('gone'),
  };
  const watcher = watch(reader, events, () => clock);
  stops.push(() => watcher.stop());
  return watcher;
}

/** Lets everything happen that happens within some time. */
async function pass(time = 1500): Promise<void> {
  await vi.advanceTimersByTimeAsync(time);
}

const add = (html: string): Element => {
  document.body.insertAdjacentHTML('beforeend', html);
  return document.body.lastElementChild!;
};

beforeEach(() => {
  [told, findings, stops, clock] = [[], [], [], 1000];
  history.replaceState(null, '', '/');
  vi.useFakeTimers();
});

afterEach(() => {
  for (const stop of stops) stop();
  vi.useRealTimers();
});

describe('a failure', () => {
  it('is found where it stands from the beginning', async () => {
    const watcher = start(`<div class="error-tip"><p>${DECLINED}</p></div>`);
    await pass();
    expect(told).toEqual(['+bank-declined']);
    expect(watcher.current()).toBe(findings[0]);
    expect(findings[0]).toMatchObject({ diagnosis: 'bank-declined', certainty: 'likely', code: '', host: location.hostname, at: 1000 });
    expect(findings[0]!.evidence.length).toBeGreaterThan(0);
  });

  it('is found where it comes later', async () => {
    start('<h1>确认付款</h1>');
    await pass();
    expect(told).toEqual([]);
    add(`<div class="am-toast">${DECLINED}</div>`);
    await pass();
    expect(told).toEqual(['+bank-declined']);
  });

  it('is found where a text changes', async () => {
    start('<div class="error-tip"><p>请稍候</p></div>');
    await pass();
    document.querySelector('p')!.firstChild!.nodeValue = DECLINED;
    await pass();
    expect(told).toEqual(['+bank-declined']);
  });

  it('is found where the rest of a line comes later, in an element of its own', async () => {
    start('<div class="error-tip"><p>银行卡余额<b></b></p></div>');
    await pass();
    document.querySelector('b')!.textContent = '不足';
    await pass();
    expect(told).toEqual(['+insufficient-funds']);
  });

  it('stands while a countdown beside it runs', async () => {
    start(`<div class="error-tip"><p>${DECLINED}，<span>5</span>秒后返回</p></div>`);
    await pass();
    for (let seconds = 4; seconds > 0; seconds--) {
      document.querySelector('span')!.textContent = String(seconds);
      await pass(1000);
    }
    expect(told).toEqual(['+bank-declined']);
  });

  it('is found where a hidden template is shown', async () => {
    start(`<h1>确认付款</h1><div id="tpl" style="display:none"><div class="error-tip"><p>${DECLINED}</p></div></div>`);
    await pass();
    expect(told).toEqual([]);
    document.querySelector('#tpl')!.setAttribute('style', '');
    await pass();
    expect(told).toEqual(['+bank-declined']);
  });

  it('is told once, however often the page touches itself', async () => {
    start(`<div class="error-tip"><p>${DECLINED}</p></div>`);
    for (let i = 0; i < 5; i++) {
      add('<p>倒计时</p>');
      await pass(400);
    }
    expect(told).toEqual(['+bank-declined']);
  });

  it('is told again when it becomes another one', async () => {
    start(`<div class="error-tip"><p>${DECLINED}</p></div>`);
    await pass();
    document.querySelector('p')!.textContent = NO_FUNDS;
    await pass();
    expect(told).toEqual(['+bank-declined', '+insufficient-funds']);
  });

  it('is found in one pass among very many changes', async () => {
    start('<div id="box"></div>');
    await pass();
    for (let i = 0; i < 300; i++) add(`<p>第${i}行</p>`);
    add(`<div class="error-tip"><p>${DECLINED}</p></div>`);
    await pass(3000);
    expect(told).toEqual(['+bank-declined']);
  });
});

describe('the end of a failure', () => {
  it('is told when it leaves the page', async () => {
    const watcher = start('<h1>确认付款</h1>');
    const box = add(`<div class="error-tip"><p>${DECLINED}</p></div>`);
    await pass();
    box.remove();
    await pass(3000);
    expect(told).toEqual(['+bank-declined', 'gone']);
    expect(watcher.current()).toBeNull();
  });

  it('is told when it is hidden, and the failure again when it is shown', async () => {
    start(`<div class="error-tip"><p>${DECLINED}</p></div>`);
    await pass();
    document.querySelector('.error-tip')!.setAttribute('style', 'display:none');
    await pass(3000);
    expect(told).toEqual(['+bank-declined', 'gone']);
    document.querySelector('.error-tip')!.setAttribute('style', '');
    await pass(3000);
    expect(told).toEqual(['+bank-declined', 'gone', '+bank-declined']);
  });

  it('is told when its words become innocent ones', async () => {
    start('<h1>支付失败</h1>');
    await pass();
    document.querySelector('h1')!.textContent = '请选择付款方式';
    await pass(3000);
    expect(told).toEqual(['+unknown-failure', 'gone']);
  });

  it('is told when the payment goes through after all', async () => {
    start('<h1>支付失败</h1>');
    await pass();
    document.querySelector('h1')!.textContent = '支付成功';
    await pass(3000);
    expect(told).toEqual(['+unknown-failure', 'gone']);
  });

  it('is told when the page moves on without a trace', async () => {
    start(`<div class="error-tip"><p>${DECLINED}</p></div>`);
    await pass();
    history.pushState(null, '', '/next');
    document.body.innerHTML = '<h1>确认付款</h1>';
    await pass(3000);
    expect(told).toEqual(['+bank-declined', 'gone']);
  });
});

describe('what passes by itself', () => {
  it('a toast keeps its meaning after it is gone', async () => {
    const watcher = start('<h1>确认付款</h1>');
    const toast = add(`<div class="am-toast">${DECLINED}</div>`);
    await pass();
    toast.remove();
    await pass(5000);
    expect(told).toEqual(['+bank-declined']);
    expect(watcher.current()?.diagnosis).toBe('bank-declined');
  });

  it('a toast keeps it through the change of route that follows, for a while', async () => {
    start('<h1>确认付款</h1>');
    add(`<div class="am-toast">${DECLINED}</div>`);
    await pass();
    clock += 3000;
    history.pushState(null, '', '/next');
    document.body.innerHTML = '<h1>选择付款方式</h1>';
    await pass(3000);
    expect(told).toEqual(['+bank-declined']);
    clock += 60_000;
    history.pushState(null, '', '/after');
    document.body.innerHTML = '<h1>首页</h1>';
    await pass(3000);
    expect(told).toEqual(['+bank-declined', 'gone']);
  });

  it('a dialog fades when it is closed, and comes back with it', async () => {
    start('<h1>确认付款</h1>');
    const dialog = add(`<div role="dialog"><p>${DECLINED}</p><button>知道了</button></div>`);
    await pass();
    dialog.setAttribute('style', 'display:none');
    await pass(3000);
    expect(told).toEqual(['+bank-declined', 'faded']);
    dialog.setAttribute('style', '');
    await pass(3000);
    expect(told).toEqual(['+bank-declined', 'faded', '+bank-declined']);
  });
});

describe('beside a success', () => {
  it('plain words say nothing', async () => {
    start('<h1>支付成功</h1><p>支付失败</p>');
    await pass();
    expect(told).toEqual([]);
  });

  it('an error of its own still speaks', async () => {
    start(`<h1>支付成功</h1><div class="error-tip"><p>${DECLINED}</p></div>`);
    await pass();
    expect(told).toEqual(['+bank-declined']);
  });
});

describe('an address', () => {
  it('tells of a failure where the page says little', async () => {
    history.replaceState(null, '', '/x?errorCode=ILLEGAL_SIGN');
    start('<p>请返回商户页面</p>');
    await pass();
    expect(told).toEqual(['+merchant-integration-error']);
    expect(findings[0]!.code).toBe('ILLEGAL_SIGN');
  });

  it.each(['', '<p>请登录</p><input name="account">'])('says nothing on a page that is empty or a form: %j', async (html) => {
    history.replaceState(null, '', '/x?errorCode=ILLEGAL_SIGN');
    start(html);
    await pass();
    expect(told).toEqual([]);
  });
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
    expect(told).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    await pass();
    expect(told).toEqual(['+bank-declined']);
  });

  it('stops for good', async () => {
    const watcher = start('<h1>确认付款</h1>');
    await pass();
    watcher.stop();
    add(`<div class="error-tip"><p>${DECLINED}</p></div>`);
    window.dispatchEvent(new Event('pageshow'));
    await pass(5000);
    expect(told).toEqual([]);
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
    expect(told).toEqual([]);
    document.querySelector('#last')!.setAttribute('style', '');
    await pass();
    expect(told).toEqual(['+bank-declined']);
  });
});
