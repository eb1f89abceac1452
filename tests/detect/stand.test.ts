// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makePageReader } from '../../lib/detect/read-page.ts';
import { type Stand, makeStand } from '../../lib/detect/stand.ts';
import { put, stubLayout } from './page-stub.ts';
import { gate, table } from './shipped.ts';

stubLayout();
const reader = makePageReader(table);
const DECLINED = '<div class="error-tip"><p>发卡行拒绝了这笔交易</p></div>';

let told: string[];
let again: ReturnType<typeof vi.fn<() => void>>;
let stand: Stand;

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  again = vi.fn<() => void>();
  stand = makeStand(
    reader,
    gate,
    { watchHidden() {}, watchAncestors() {}, again },
    {
      found: (one) => told.push(`+${one.diagnosis}`),
      faded: () => told.push('faded'),
      gone: () => told.push('gone'),
      paid: () => told.push('paid'),
    },
  );
});
afterEach(() => {
  stand.stop();
  vi.useRealTimers();
});

const read = (selector: string): void => stand.read({ parts: [document.querySelector(selector)!], moved: false });

describe('a success that comes', () => {
  it('ends plain words also where it names no payment, and leaves what was put up as an error', () => {
    put('<div id="it"><h2>支付失败</h2></div><div id="new"></div>');
    read('#it');
    document.querySelector('#new')!.innerHTML = '<h1>Thank you</h1><p>如支付失败，请联系客服</p>';
    read('#new');
    expect(told).toEqual(['+unknown-failure', 'gone']);
    put(`<div id="it">${DECLINED}</div><div id="new"></div>`);
    read('#it');
    document.querySelector('#new')!.innerHTML = '<h1>Thank you</h1><p>如支付失败，请联系客服</p>';
    read('#new');
    expect(new Set(told.slice(2))).toEqual(new Set(['+bank-declined']));
  });

  it('makes of what stands elsewhere a warning not to pay again, and ends it once that went', () => {
    put(`<div id="it">${DECLINED}</div><div id="new"></div>`);
    read('#it');
    expect(told).toEqual(['+bank-declined']);
    document.querySelector('#new')!.innerHTML = '<h1>支付成功</h1><p>如支付失败，请联系客服</p>';
    read('#new');
    expect(told).toEqual(['+bank-declined', '+already-paid']);
    document.querySelector('#it')!.replaceChildren();
    read('#it');
    expect(told).toEqual(['+bank-declined', '+already-paid', 'paid']);
  });

  it('ends plain words elsewhere on the page at once', () => {
    put(`<div id="it"><h2>支付失败</h2></div><div id="new"></div>`);
    read('#it');
    document.querySelector('#new')!.innerHTML = '<h1>支付成功</h1>';
    read('#new');
    expect(told).toEqual(['+unknown-failure', 'paid']);
  });
});

describe('what stands', () => {
  it('is asked after now and then, and no more once nothing does', () => {
    put(`<div id="it">${DECLINED}</div>`);
    expect(vi.getTimerCount()).toBe(0);
    read('#it');
    expect(vi.getTimerCount()).toBe(1);
    document.querySelector('#it')!.replaceChildren();
    read('#it');
    expect(told).toEqual(['+bank-declined', 'gone']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is read again when it went without a change of the page, but not while nobody looks', () => {
    put(`<div id="it">${DECLINED}</div>`);
    read('#it');
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    document.querySelector('#it')!.setAttribute('hidden', '');
    vi.advanceTimersByTime(3000);
    expect(again).not.toHaveBeenCalled();
    hidden.mockReturnValue(false);
    vi.advanceTimersByTime(1500);
    expect(again).toHaveBeenCalled();
  });
});

describe('a failure in words that nobody knows', () => {
  it('is told again when its words become others, and not when only a number in them does', () => {
    put('<div id="it" role="alert"><p>这回没能付上，还要等 30 秒</p></div>');
    read('#it');
    expect(told).toEqual(['+unknown-failure']);
    const line = document.querySelector('#it p')!;
    line.textContent = '这回没能付上，还要等 29 秒';
    read('#it');
    expect(told).toHaveLength(1);
    line.textContent = '这回没能付上，钱不知道在哪里，先去账单里看一眼';
    read('#it');
    expect(told).toEqual(['+unknown-failure', '+unknown-failure']);
  });
});
