import { describe, expect, it } from 'vitest';
import { alipayHostOf, mutesOf, popupState, tabOfQuery, type Seen } from '../../lib/case/popup-state.ts';

const page = { kind: 'tab', id: 3, url: 'https://excashier.alipay.com/standard/auth.htm' } as const;
const live = ['bank-declined'];
const knows = (id: string): boolean => id !== 'from-a-newer-version';
const stateOf = (seen: Partial<Seen>) =>
  popupState({ tab: page, allowed: true, live: [], earlier: false, unheard: false, ...seen }, knows);

describe('popupState', () => {
  it('speaks of a failure where one stands on the page, whatever stood there earlier', () => {
    expect(stateOf({ live })).toEqual({ state: 'diagnosis' });
    expect(stateOf({ live, earlier: true })).toEqual({ state: 'diagnosis' });
  });

  it('tells what is gone as something of the past', () => {
    expect(stateOf({ earlier: true })).toEqual({ state: 'no-failure', earlier: true });
    expect(stateOf({})).toEqual({ state: 'no-failure', earlier: false });
  });

  it('says that it cannot look, and never that nothing failed, where the page gave no answer', () => {
    for (const earlier of [true, false])
      expect(stateOf({ unheard: true, earlier })).toEqual({ state: 'error', reason: 'failed' });
    expect(stateOf({ unheard: true, live })).toEqual({ state: 'diagnosis' });
    const shop = { ...page, url: 'https://shop.example/' };
    expect(stateOf({ tab: shop, unheard: true })).toEqual({ state: 'not-alipay' });
  });

  it('tells withheld access from another page', () => {
    const hidden = { kind: 'tab', id: 3, url: '' } as const;
    expect(stateOf({ tab: hidden, allowed: false })).toEqual({ state: 'access-withheld' });
    expect(stateOf({ tab: hidden, allowed: true })).toEqual({ state: 'not-alipay' });
    expect(stateOf({ tab: { ...hidden, url: 'https://shop.example/' }, earlier: true })).toEqual({
      state: 'not-alipay',
    });
  });

  it('uses a page it was let into for once, even without lasting access', () => {
    expect(stateOf({ live, allowed: false })).toEqual({ state: 'diagnosis' });
  });

  it('says what is wrong when there is no tab, or nothing known of what failed', () => {
    expect(stateOf({ tab: { kind: 'bad-id' }, live })).toEqual({ state: 'error', reason: 'bad-tab' });
    expect(stateOf({ tab: { kind: 'gone' }, live })).toEqual({ state: 'error', reason: 'tab-gone' });
    expect(stateOf({ live: ['from-a-newer-version'] })).toEqual({ state: 'error', reason: 'unknown-diagnosis' });
    expect(stateOf({ live: ['from-a-newer-version', ...live] })).toEqual({ state: 'diagnosis' });
  });
});

describe('tabOfQuery', () => {
  it.each([
    ['', null],
    ['?', null],
    ['?other=3', null],
    ['?tab=3', 3],
    ['?tab=2147483647', 2147483647],
    ['?x=1&tab=12', 12],
  ])('reads %j as %j', (search, tab) => expect(tabOfQuery(search)).toBe(tab));

  it.each([
    '?tab=',
    '?tab=0',
    '?tab=-1',
    '?tab=1.5',
    '?tab=1e3',
    '?tab=03',
    '?tab= 3',
    '?tab=%203',
    '?tab=abc',
    '?tab=3;4',
    '?tab=2147483648',
    '?tab=99999999999',
  ])('refuses %j', (search) => expect(tabOfQuery(search)).toBe('bad'));
});

describe('alipayHostOf', () => {
  it.each([
    ['https://alipay.com/', 'alipay.com'],
    ['https://excashier.alipay.com/standard/x?y#z', 'excashier.alipay.com'],
    ['https://A.B.AliPay.com:8443/', 'a.b.alipay.com'],
  ])('knows %s', (url, host) => expect(alipayHostOf(url)).toBe(host));

  it.each([
    '',
    'not a url',
    'http://excashier.alipay.com/',
    'ftp://excashier.alipay.com/',
    'https://alipay.com.evil.example/',
    'https://evil.example/alipay.com',
    'https://evilalipay.com/',
    'https://alipay.com@evil.example/',
    'https://alipay.co/',
    'https://global.alipayplus.com/',
    'https://xn--alipy-3ve.com/',
    'javascript:alert("https://alipay.com")',
    'about:blank',
    'chrome-extension://abc/popup.html',
  ])('does not know %s', (url) => expect(alipayHostOf(url)).toBeNull());
});

describe('mutesOf', () => {
  it('finds the entries that silence a host, and only those', () => {
    const muted = ['alipay.com', 'excashier.alipay.com', 'other.alipay.com', 'pay.com', '', 'shop.example'];
    expect(mutesOf('excashier.alipay.com', muted)).toEqual(['alipay.com', 'excashier.alipay.com']);
    expect(mutesOf('', muted)).toEqual([]);
  });
});
