import { describe, expect, it } from 'vitest';
import { adviceFor } from '../../lib/case/advice.ts';
import { alipayHostOf, mutesOf, popupState, tabOfQuery, type Seen } from '../../lib/case/popup-state.ts';
import type { Finding } from '../../lib/messages.ts';
import { NOW, sampleFinding, sampleLibrary } from './sample-library.ts';

const advise = (finding: Finding) => adviceFor(finding, sampleLibrary, NOW);
const page = { kind: 'tab', id: 3, url: 'https://excashier.alipay.com/standard/auth.htm' } as const;
const live = { kind: 'finding', finding: sampleFinding() } as const;
const stored = sampleFinding({ diagnosis: 'outcome-unknown' });
const stateOf = (seen: Partial<Seen>) =>
  popupState({ tab: page, allowed: true, live: null, stored: null, ...seen }, advise);

describe('popupState', () => {
  it('shows what the live page says', () => {
    expect(stateOf({ live })).toMatchObject({ state: 'diagnosis', advice: { diagnosis: 'bank-declined' } });
  });

  it('believes the live page over what was stored', () => {
    expect(stateOf({ live, stored })).toMatchObject({ state: 'diagnosis', advice: { diagnosis: 'bank-declined' } });
  });

  it.each([{ kind: 'unreachable' }, { kind: 'silent' }] as const)(
    'says that it cannot look, and never that nothing failed, when the page is %j',
    (answer) => {
      for (const given of [{ live: answer, stored }, { live: answer }])
        expect(stateOf(given)).toEqual({ state: 'error', reason: 'failed' });
    },
  );

  it.each([{ kind: 'none' }, null] as const)(
    'never diagnoses from storage alone when the page answers %j',
    (answer) => {
      expect(stateOf({ live: answer, stored })).toEqual({ state: 'no-failure', earlier: true });
      expect(stateOf({ live: answer })).toEqual({ state: 'no-failure', earlier: false });
    },
  );

  it('tells withheld access from another page', () => {
    const hidden = { kind: 'tab', id: 3, url: '' } as const;
    expect(stateOf({ tab: hidden, allowed: false })).toEqual({ state: 'access-withheld' });
    expect(stateOf({ tab: hidden, allowed: true })).toEqual({ state: 'not-alipay' });
    expect(stateOf({ tab: { ...hidden, url: 'https://shop.example/' }, allowed: true, stored })).toEqual({
      state: 'not-alipay',
    });
  });

  it('uses a page it was let into for once, even without lasting access', () => {
    expect(stateOf({ live, allowed: false })).toMatchObject({ state: 'diagnosis' });
  });

  it('says what is wrong when there is no tab, or no advice', () => {
    expect(stateOf({ tab: { kind: 'bad-id' }, live })).toEqual({ state: 'error', reason: 'bad-tab' });
    expect(stateOf({ tab: { kind: 'gone' }, live })).toEqual({ state: 'error', reason: 'tab-gone' });
    const newer = { kind: 'finding', finding: sampleFinding({ diagnosis: 'from-a-newer-version' }) } as const;
    expect(stateOf({ live: newer })).toEqual({ state: 'error', reason: 'unknown-diagnosis' });
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
