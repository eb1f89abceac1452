// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { DECLINED, NO_FUNDS, add, eachWithWatcher, log, pass, start } from './watch-log.ts';

eachWithWatcher();

describe('a failure', () => {
  it('is found where it stands from the beginning', async () => {
    const watcher = start(`<div class="error-tip"><p>${DECLINED}</p></div>`);
    await pass();
    expect(log.told).toEqual(['+bank-declined']);
    expect(watcher.current()).toBe(log.findings[0]);
    expect(log.findings[0]).toMatchObject({
      diagnosis: 'bank-declined',
      certainty: 'likely',
      code: '',
      host: location.hostname,
      at: 1000,
    });
    expect(log.findings[0]!.evidence.length).toBeGreaterThan(0);
  });

  it('is found where it comes later', async () => {
    start('<h1>确认付款</h1>');
    await pass();
    expect(log.told).toEqual([]);
    add(`<div class="am-toast">${DECLINED}</div>`);
    await pass();
    expect(log.told).toEqual(['+bank-declined']);
  });

  it('is found where a text changes', async () => {
    start('<div class="error-tip"><p>请稍候</p></div>');
    await pass();
    document.querySelector('p')!.firstChild!.nodeValue = DECLINED;
    await pass();
    expect(log.told).toEqual(['+bank-declined']);
  });

  it('is found where the rest of a line comes later, in an element of its own', async () => {
    start('<div class="error-tip"><p>银行卡<b></b></p></div>');
    await pass();
    document.querySelector('b')!.textContent = '余额不足';
    await pass();
    expect(log.told).toEqual(['+insufficient-funds']);
  });

  it('stands while a countdown beside it runs', async () => {
    start(`<div class="error-tip"><p>${DECLINED}，<span>5</span>秒后返回</p></div>`);
    await pass();
    for (let seconds = 4; seconds > 0; seconds--) {
      document.querySelector('span')!.textContent = String(seconds);
      await pass(1000);
    }
    expect(log.told).toEqual(['+bank-declined']);
  });

  it('is found where a hidden template is shown', async () => {
    start(`<h1>确认付款</h1><div id="tpl" style="display:none"><div class="error-tip"><p>${DECLINED}</p></div></div>`);
    await pass();
    expect(log.told).toEqual([]);
    document.querySelector('#tpl')!.setAttribute('style', '');
    await pass();
    expect(log.told).toEqual(['+bank-declined']);
  });

  it('is told once, however often the page touches itself', async () => {
    start(`<div class="error-tip"><p>${DECLINED}</p></div>`);
    for (let i = 0; i < 5; i++) {
      add('<p>倒计时</p>');
      await pass(400);
    }
    expect(log.told).toEqual(['+bank-declined']);
  });

  it('is told again when it becomes another one', async () => {
    start(`<div class="error-tip"><p>${DECLINED}</p></div>`);
    await pass();
    document.querySelector('p')!.textContent = NO_FUNDS;
    await pass();
    expect(log.told).toEqual(['+bank-declined', '+insufficient-funds']);
  });

  it('is found in one pass among very many changes', async () => {
    start('<div id="box"></div>');
    await pass();
    for (let i = 0; i < 300; i++) add(`<p>第${i}行</p>`);
    add(`<div class="error-tip"><p>${DECLINED}</p></div>`);
    await pass(3000);
    expect(log.told).toEqual(['+bank-declined']);
  });
});

describe('the end of a failure', () => {
  it('is told when it leaves the page', async () => {
    const watcher = start('<h1>确认付款</h1>');
    const box = add(`<div class="error-tip"><p>${DECLINED}</p></div>`);
    await pass();
    box.remove();
    await pass(3000);
    expect(log.told).toEqual(['+bank-declined', 'gone']);
    expect(watcher.current()).toBeNull();
  });

  it('is told when it is hidden, and the failure again when it is shown', async () => {
    start(`<div class="error-tip"><p>${DECLINED}</p></div>`);
    await pass();
    document.querySelector('.error-tip')!.setAttribute('style', 'display:none');
    await pass(3000);
    expect(log.told).toEqual(['+bank-declined', 'gone']);
    document.querySelector('.error-tip')!.setAttribute('style', '');
    await pass(3000);
    expect(log.told).toEqual(['+bank-declined', 'gone', '+bank-declined']);
  });

  it('is told when its words become innocent ones', async () => {
    start('<h1>支付失败</h1>');
    await pass();
    document.querySelector('h1')!.textContent = '请选择付款方式';
    await pass(3000);
    expect(log.told).toEqual(['+unknown-failure', 'gone']);
  });

  it('is told when the payment goes through after all', async () => {
    start('<h1>支付失败</h1>');
    await pass();
    document.querySelector('h1')!.textContent = '支付成功';
    await pass(3000);
    expect(log.told).toEqual(['+unknown-failure', 'paid']);
  });

  it('is told when the page moves on without a trace', async () => {
    start(`<div class="error-tip"><p>${DECLINED}</p></div>`);
    await pass();
    history.pushState(null, '', '/next');
    document.body.innerHTML = '<h1>确认付款</h1>';
    await pass(3000);
    expect(log.told).toEqual(['+bank-declined', 'gone']);
  });
});
