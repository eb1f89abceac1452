import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAlipaySender } from '../../lib/state/sender.ts';

const ID = 'ourextensionid';
const from = (sender: object) => isAlipaySender({ id: ID, ...sender }, ID);

describe('our own script', () => {
  it.each([
    'https://alipay.com/',
    'https://www.alipay.com/x?y=z#w',
    'https://mclient.alipay.com/h5pay/',
    'https://cashier.alipay.com:443/',
    'https://A.B.C.ALIPAY.COM/',
    'https://excashier.alipay.com',
  ])('speaks from %s', (url) => {
    expect(from({ url })).toBe(true);
    expect(from({ url: 'about:blank', origin: new URL(url).origin })).toBe(true);
    expect(from({ url: 'about:srcdoc', origin: new URL(url).origin })).toBe(true);
    expect(from({ origin: new URL(url).origin })).toBe(true);
  });
});

describe('nobody else', () => {
  const strangers = [
    'http://mclient.alipay.com/',
    'https://alipay.com.evil.example/',
    'https://evilalipay.com/',
    'https://xalipay.com/',
    'https://alipay.com.cn/',
    'https://alipay.cn/',
    'https://www.alipay.com@evil.example/',
    'https://user@www.alipay.com/',
    'https://user:pw@www.alipay.com/',
    'https://www.alipay.com:8443/',
    'https://www.alipay.com./',
    'https://аlipay.com/',
    'https://xn--lipay-5nf.com/',
    'https://evil.example/?https://www.alipay.com/',
    'https://evil.example/#.alipay.com',
    'https://evil.example/.alipay.com',
    'ftp://www.alipay.com/',
    'file:///www.alipay.com/',
    'data:text/html,https://www.alipay.com',
    'blob:https://www.alipay.com/x',
    'javascript:alipay.com',
    'chrome-extension://ourextensionid/popup.html',
    'https://127.0.0.1/',
    'https://global-alipay.com/',
    'null',
    '',
    'x',
    'https://',
  ];

  it.each(strangers)('speaks from %j', (url) => {
    expect(from({ url })).toBe(false);
    expect(from({ url: 'about:blank', origin: url })).toBe(false);
    expect(from({ origin: url })).toBe(false);
  });

  it('speaks without an address', () => {
    expect(from({})).toBe(false);
    expect(from({ url: undefined, origin: undefined })).toBe(false);
    expect(from({ url: 'about:blank' })).toBe(false);
  });

  it('is believed for the origin it names when it has an address of its own', () => {
    expect(from({ url: 'https://evil.example/', origin: 'https://www.alipay.com' })).toBe(false);
  });

  it.each([undefined, '', 'another', `${ID} `, ID.toUpperCase()])('speaks with the id %j', (id) => {
    expect(isAlipaySender({ id, url: 'https://www.alipay.com/' }, ID)).toBe(false);
  });

  it('is let through by anything an address can be', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.webUrl().map((url) => `${url}?https://www.alipay.com/`),
          fc.domain().map((domain) => `https://alipay.com.${domain}/`),
        ),
        (url) => {
          if (!/^https:\/\/(?:[\w.-]+\.)?alipay\.com(?:[:/?#]|$)/i.test(url.trim())) expect(from({ url })).toBe(false);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
