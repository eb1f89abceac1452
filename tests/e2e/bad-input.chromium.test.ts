/** Everything that may go wrong around the extension, in a real browser: each gets a safe default or a clear state, and nothing throws. */
import { describe, expect, it } from 'vitest';
import {
  ADDRESS,
  FAILING_DIAGNOSIS,
  FAILING_PAGE,
  hintSentence,
  provokeFailure,
  stateOf,
  inChromium,
  waitForHint,
} from './support.ts';

const driver = inChromium({ routes: { 'mclient.alipay.com': FAILING_PAGE } });

const STATES: [query: string, state: string][] = [
  ['?tab=999999', 'error'],
  ['?tab=abc', 'error'],
  ['?tab=-1', 'error'],
  ['?tab=1e9', 'error'],
  ['?tab=', 'error'],
  ['?tab=0', 'error'],
  ['?tab=99999999999999999999', 'error'],
];

describe('pages of the extension with a bad address', () => {
  it.each(STATES)('popup.html%s says %s', async (query, state) => {
    const popup = await driver().open(driver().extensionUrl(`popup.html${query}`));
    expect((await stateOf(popup)).state).toBe(state);
    expect((await popup.textContent('h1'))!.trim().length).toBeGreaterThan(3);
    await popup.close();
  });

  it.each([...STATES.map(([query]) => query), '?party=none', '?diagnosis=__proto__', '?tab=1&tab=2', ''])(
    'call-sheet.html%s still offers a script',
    async (query) => {
      const sheet = await driver().open(driver().extensionUrl(`call-sheet.html${query}`));
      expect((await stateOf(sheet)).state).toBe('ready');
      expect((await sheet.textContent('body'))!.length).toBeGreaterThan(200);
      await sheet.close();
    },
  );
});

describe('broken storage', () => {
  it.each([
    ['a text', 'x'],
    ['a number', 7],
    ['an empty object', {}],
    [
      'an unknown diagnosis',
      { finding: { diagnosis: 'no-such', certainty: 'exact', code: '', evidence: [], host: 'x', at: 1 }, frameId: 0 },
    ],
    ['deep rubbish', { finding: { diagnosis: { toString: 1 }, evidence: 'no' }, frameId: 'x' }],
  ])('%s in place of the finding does not hide what the page shows', async (_name, value) => {
    const page = await driver().open(ADDRESS);
    await waitForHint(driver(), page);
    const tab = await driver().tabIdOf(page);
    await driver().inExtension(
      async ([id, stored]) => chrome.storage.session.set({ [`finding:${String(id)}`]: stored }),
      [tab, value] as const,
    );
    const popup = await driver().popupOf(page);
    expect(await stateOf(popup)).toMatchObject({ state: 'diagnosis', diagnosis: FAILING_DIAGNOSIS });
    await Promise.all([popup.close(), page.close()]);
  });

  it.each([
    ['a text', 'x'],
    ['wrong kinds', { screen: 9, bank: [], hints: 'no', muted: [1, {}] }],
    ['a future version', { version: 99, screen: 'tlh', muted: ['example.org'] }],
  ])('%s in place of the settings falls back', async (_name, value) => {
    await driver().inExtension(async (stored) => chrome.storage.local.set({ settings: stored }), value);
    const page = await driver().open(ADDRESS);
    expect(await waitForHint(driver(), page)).not.toBe('');
    await driver().inExtension(async () => chrome.storage.local.clear());
    await page.close();
  });
});

describe('pages that are hardly pages', () => {
  const cases: [name: string, body: string][] = [
    ['empty', ''],
    ['without a body', '<!doctype html><html><head><title>x</title></head></html>'],
    ['cut off inside a tag', FAILING_PAGE.slice(0, FAILING_PAGE.indexOf('adm-auto-center')) + '"'],
    ['a frameset', '<frameset cols="50%,50%"><frame><frame></frameset>'],
    ['plain rubbish', '\u0000\ufffe<<<>>>&&&'],
    ['1 MB of prose', `<p>${'付款时请注意安全。'.repeat(110_000)}</p>`],
    [
      'clobbered names',
      '<form name="body"><input name="querySelector"></form><img name="createTreeWalker"><a id="documentElement"></a>',
    ],
  ];
  it.each(cases)('%s: nothing throws, and what fails later is found', async (_name, body) => {
    const page = await driver().newTab();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    driver().serveTab(page, 'mclient.alipay.com', body);
    await page.goto(ADDRESS);
    expect(await hintSentence(driver(), page)).toBeNull();
    if (
      await page.evaluate(
        () => document.body instanceof HTMLBodyElement && document.getElementsByTagName('form').length === 0,
      )
    ) {
      await provokeFailure(page);
      await waitForHint(driver(), page);
    }
    expect(errors).toEqual([]);
    await page.close();
  });
});

describe('what is personal', () => {
  const SEED = [
    '6222021234567890',
    '张小明',
    'zhang.xm@example.com',
    '13800138000',
    '20261122998877665544',
    '11010519900307123X',
  ];

  it('reaches neither storage nor screen nor messages', async () => {
    const [card, name, mail, phone, order, id] = SEED;
    const page = await driver().newTab();
    driver().serveTab(
      page,
      'mclient.alipay.com',
      `<!doctype html><meta charset="utf-8"><body><div class="adm-error-block"><p>付款失败：${name}（${mail}，${phone}，${id}）的银行卡${card}不支持该交易，订单${order}，错误码：${order}</p></div></body>`,
    );
    await page.goto(`${ADDRESS}?orderId=${order}&name=${encodeURIComponent(name!)}`);
    await waitForHint(driver(), page);
    const popup = await driver().popupOf(page);
    await stateOf(popup);
    await popup.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
    const seen = JSON.stringify([
      await driver().inExtension(async () => [
        await chrome.storage.session.get(null),
        await chrome.storage.local.get(null),
      ]),
      await driver().findingOf(page),
      await popup.content(),
    ]);
    for (const secret of SEED) expect(seen).not.toContain(secret);
    // Times and numbers of tabs are long numbers of our own.
    expect(seen.replace(/(?<=:)\d{6,}/g, '')).not.toContain('5678');
    await Promise.all([popup.close(), page.close()]);
  });
});
